"""Which claims tell of the past: what was true of a release or a year is not stale when today's figure changes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from claimcheck.align import is_history_file
from claimcheck.claims.grammar import grammar
from claimcheck.lexicon import load_table
from claimcheck.records import Claim, Document, Kind, Modifier, Status

__all__ = ["History", "in_history", "is_past_tense", "moment", "tells_past"]

History = Callable[[str], bool]
"""Whether the file of a document id tells history by the project's settings."""

_DATED = frozenset({Kind.DATE, Kind.PERIOD})
_WORD = re.compile(r"[^\W\d_]+")
# A line or row that begins with a date: "1976  New building", "| March 2019 | 40 |", "- 3 May 2020: …".
_DATE_FIRST = re.compile(
    r"[\s|*_>+-]*(?:[^\W\d_]+\.?\s+)?(?:\d{1,2}\.?\s+)?(?:[^\W\d_]+\.?,?\s+)?(?P<year>(?:1[5-9]|20)\d\d)\b(?!\s+[a-z])"
)
_DAY_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/](\d\d)[-_/](\d\d)(?!\d)")
_HISTORY, _NEWS = ("history_files", "history_words"), ("news_files",)
_BEFORE = 5  # words before the figure among which its verb stands


def tells_past(claim: Claim, document: Document, history: History) -> str:
    """Why a claim is about the past, as a clause; empty where it is about today."""
    return in_history(claim, document, history) or moment(claim, document)


def in_history(claim: Claim, document: Document, history: History) -> str:
    """Whether the claim stands in a file or a section that tells history, as a clause."""
    if history(claim.document) or is_history_file(claim.document, _HISTORY):
        return "the file tells history"
    dated = [section for section in document.sections_at(claim.span.start) if section.version or section.published]
    if is_history_file(claim.document, _NEWS):
        days = [section.published for section in dated if section.published]
        day = days[-1] if days else document.published or _day_of_name(claim.document)
        return "" if _is_ahead(claim, day) else "the file tells news"
    return f"the section “{dated[0].title}” is of one release or day" if dated else ""


def _is_ahead(claim: Claim, day: dt.date | None) -> bool:
    """Whether the claim gives a date that lay ahead when it was written, on ``day`` if that is known."""
    when = claim.when
    if claim.kind not in _DATED or when is None:
        return False
    end = when.end or when.start
    if end is None or day is None:
        return claim.status is Status.PLANNED
    return end > day


def _day_of_name(id: str) -> dt.date | None:
    """The day in a file's name: news/2025-04-10-volunteers.md."""
    found = _DAY_IN_NAME.search(id)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def is_past_tense(claim: Claim, document: Document) -> bool:
    """Whether the verb before the figure is in the past."""
    table = load_table("gate")
    lead = document.text[claim.sentence.start : claim.span.start].lower()
    words = _WORD.findall(lead)[-_BEFORE:]
    if claim.quantity is not None and claim.quantity.role in ("from",):
        return True
    told = [_tense(words, at, table, dated=claim.kind in _DATED) for at in range(len(words))]
    return next((tense for tense in reversed(told) if tense), "") == "past"


def _tense(words: Sequence[str], at: int, table: Mapping[str, Any], *, dated: bool) -> str:
    """What a word says of the time of its sentence: past, now, or nothing.

    Other past forms than those listed may be participles ("the files uploaded") unless they follow a pronoun or have a
    participle of their own; beside a date they only tell of the event.
    """
    word = words[at]
    if word in table["present"] or word in table["past_verbs"]:
        return "now" if word in table["present"] else "past"
    if dated or word not in _past_forms():
        return ""
    return "past" if _past_forms()[word] or (at and words[at - 1] in table["subjects"]) else ""


@cache
def _past_forms() -> dict[str, bool]:
    """The past forms of verbs, and whether each can be no participle."""
    pasts = {past: past != participle for past, participle in load_table("grammar")["irregular"].values()}
    forms = grammar().verb_forms.items()
    return {word: pasts.get(word, False) for word, (base, form) in forms if form == "past" and word != base}


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
