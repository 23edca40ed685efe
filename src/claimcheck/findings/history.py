"""Which claims tell of the past: what was true of a release or a year is not stale when today's figure changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from claimcheck.align import is_history_file
from claimcheck.lexicon import load_table
from claimcheck.records import Claim, Document, Kind, Modifier

__all__ = ["History", "in_history", "is_past_tense", "moment", "tells_past"]

History = Callable[[str], bool]
"""Whether the file of a document id tells history by the project's settings."""

_DATED = frozenset({Kind.DATE, Kind.PERIOD})
_WORD = re.compile(r"[^\W\d_]+")
# A line or row that begins with a date: "1976  New building", "| March 2019 | 40 |", "- 3 May 2020: …".
_DATE_FIRST = re.compile(
    r"[\s|*_>+-]*(?:[^\W\d_]+\.?\s+)?(?:\d{1,2}\.?\s+)?(?:[^\W\d_]+\.?,?\s+)?(?P<year>(?:1[5-9]|20)\d\d)\b(?!\s+[a-z])"
)
_BEFORE = 5  # words before the figure among which its verb stands


def tells_past(claim: Claim, document: Document, history: History) -> str:
    """Why a claim is about the past, as a clause; empty where it is about today."""
    return in_history(claim, document, history) or moment(claim, document)


def in_history(claim: Claim, document: Document, history: History) -> str:
    """Whether the claim stands in a file or a section that tells history, as a clause."""
    if history(claim.document) or is_history_file(claim.document):
        return "the file tells history"
    for section in document.sections:
        if section.span.start <= claim.span.start < section.span.end and (section.version or section.published):
            return f"the section “{section.title}” is of one release or day"
    return ""


def is_past_tense(claim: Claim, document: Document) -> bool:
    """Whether the verb before the figure is in the past."""
    table = load_table("gate")
    lead = document.text[claim.sentence.start : claim.span.start].lower()
    words = _WORD.findall(lead)[-_BEFORE:]
    if claim.quantity is not None and claim.quantity.role in ("from",):
        return True
    verbs = [word for word in words if word in table["past_verbs"] or word in table["present"]]
    return bool(verbs) and verbs[-1] in table["past_verbs"]


def moment(claim: Claim, document: Document) -> str:
    """The past that a figure is of, so that two of one past can be told from two of different ones; empty for today.

    A figure with a date of its own is of that date, unless the sentence plainly speaks of today.
    """
    if claim.kind in _DATED:
        return ""
    sentence = claim.sentence.cover(document.text)
    start = document.text.rfind("\n", 0, claim.span.start) + 1
    found = _DATE_FIRST.match(document.text[start : claim.span.start])
    if found:
        return found["year"]
    when = claim.when
    if when is None or (when.start is None and when.end is None):
        return _worded(claim, document)
    if when.modifier is Modifier.AT_LEAST and when.end is None:
        return ""
    years = [str(day.year) for day in (when.start, when.end) if day is not None]
    # A date that only a title gives ("Plan for 2024") says nothing against the statement being of today.
    if not any(year in sentence for year in years):
        return _worded(claim, document)
    present = frozenset(load_table("gate")["present"])
    if present & set(_WORD.findall(sentence.lower())):
        return _worded(claim, document)
    return "–".join(dict.fromkeys(years))


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load_table('gate')['past']))})\b")


def _worded(claim: Claim, document: Document) -> str:
    lead = claim.sentence.cover(document.text).lower()
    found = _past().search(lead)
    return found[0] if found else ""
