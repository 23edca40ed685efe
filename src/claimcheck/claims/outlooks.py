"""What is foreseen though no word beside the figure says so: under "Outlook", by "should", by a date still to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attrs import evolve

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.claims.measured.model import main_verb
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.stance import Stance
from claimcheck.claims.timing import Timed
from claimcheck.extract.dates.anchors import anchor_of
from claimcheck.extract.dates.words import SCHEDULING
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Document, Status, TimeSpan
from claimcheck.segment.model import BlockKind

__all__ = ["look_ahead"]

_RUN_IN = re.compile(r"(?:\*\*|__)([^*_\n]{4,60}?)[.:]?(?:\*\*|__)|([A-Z][A-Za-z ]{3,40})[.:] ")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BACK = 3


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("stance")["outlooks"][key])


def look_ahead(reading: Reading, stances: list[Stance], times: Sequence[Timed], document: Document) -> None:
    """Give what is foreseen its status, and a time to come that of the figure which it times."""
    for index, stance in enumerate(stances):
        if stance.status is Status.ASSERTED:
            found = _foreseen(reading, reading.mentions[index], times[index].when, document)
            if found is not None:
                stances[index] = evolve(stance, status=found[0], why=found[1])
    for index, timed in enumerate(times):
        at, stance = timed.mention, stances[index]
        if not 0 <= at != index or stance.status not in _AHEAD or stances[at].status is not Status.ASSERTED:
            continue
        written, when = anchor_of(reading.scan), reading.mentions[at].time
        if when is not None and (written is None or _to_come(when, written)):
            stances[at] = evolve(stances[at], status=stance.status, why=stance.why)


_AHEAD = frozenset({Status.PLANNED, Status.FORECAST})


def _foreseen(
    reading: Reading, mention: Mention, when: TimeSpan | None, document: Document
) -> tuple[Status, str] | None:
    """A status that a figure has by the heading it stands under, by "should", by a date after that of the text."""
    if reading.unit.cell is not None:
        return None
    written = anchor_of(reading.scan)
    over = when is not None and when.end is not None and written is not None and when.end <= written
    if not over and (heading := _heading(reading, document)) and not _past(reading, mention):
        return Status.FORECAST, heading
    to_come = written is not None and when is not None and _to_come(when, written)
    if not to_come or over:
        return None
    verb = main_verb(reading, mention)
    if verb is None:
        return None
    norms = reading.norms
    if "should" in norms[max(verb - _BACK, 0) : verb + 1] and verb_lemma(norms[verb]) in _words("coming"):
        return Status.FORECAST, "should"
    if mention.kind in TIMES or reading.clause(verb) == reading.clause(mention.first):
        plain = norms[verb] in SCHEDULING and reading.tags[verb] == "V" and reading.tags[verb - 1] not in "XT"
        if plain and when is not None and written is not None and when.start is not None and when.start > written:
            return Status.PLANNED, norms[verb]
    return None


def _to_come(when: TimeSpan, written: dt.date) -> bool:
    """Whether a time reaches beyond the day on which the text was written."""
    if when.start is not None and when.start > written:
        return True
    return when.end is not None and when.end > written


def _past(reading: Reading, mention: Mention) -> bool:
    """Whether the clause of a figure tells of what has been."""
    first, last = reading.clause(mention.first)
    forms = grammar().verb_forms
    for at in range(first, last):
        norm, mark = reading.norms[at], reading.tags[at]
        if mark == "X" and norm in {"was", "were", "had", "did"}:
            return True
        if mark == "X" and norm in {"has", "have"} and "V" in reading.tags[at + 1 : at + 1 + _BACK]:
            return True
        if mark == "V" and forms.get(norm, ("", ""))[1] == "past" and reading.tags[at - 1 : at] not in (["X"], ["M"]):
            return True
    return False


def _heading(reading: Reading, document: Document) -> str:
    """The title of an outlook or a forecast that a unit stands under, its section's or one at the head of its block."""
    block = reading.unit.block
    if block.kind is BlockKind.HEADING:
        return ""
    run_in = _RUN_IN.match(document.text, block.span.start, min(block.span.end, block.span.start + 70))
    if run_in is not None and reading.unit.span.start >= run_in.start():
        title = run_in[1] or run_in[2]
        if _of_outlook(title):
            return title
        if run_in[1]:
            return ""  # under a heading of its own
    if 0 <= block.section < len(document.sections):
        title = document.sections[block.section].title
        return title if _of_outlook(title) else ""
    return ""


@lru_cache(512)
def _of_outlook(title: str) -> bool:
    """Whether a title says that what follows is foreseen: "Outlook", "Our forecast for 2024", "Guidance 2025"."""
    words = [word.lower() for word in _WORD.findall(title)]
    named = [word for word in words if word in _words("titles")]
    if not named or any(word not in _words("titles") | _words("beside") for word in words):
        return False
    return named != ["guidance"] or len(words) > 1 or bool(_YEAR.search(title))
