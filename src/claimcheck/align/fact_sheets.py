"""Rows of fact sheets, which are of what the sheet is about: "Year of build | 1998" on the ferry Hestra."""

from __future__ import annotations

from claimcheck.align.frames import kin
from claimcheck.align.profile import Profile
from claimcheck.lexicon.model import fold

__all__ = ["of_its_topic"]

_DATED = frozenset({"year", "date", "day", "month", "time", "since", "first"})
_RUNNING = 3  # names that run through a text


def of_its_topic(row: Profile, other: Profile) -> bool:
    """Whether a row dates, by a word for it, what a sentence says of the very thing that the row's text is about."""
    if row.dimension != "date" or row.claim.structure != "table" or other.claim.structure == "table":
        return False
    if row.document == other.document or not other.event or other.limits or len(other.entities) == 0:
        return False
    told = row.clause.row - _DATED
    if not told or not all(kin(word, other.event) for word in told):
        return False
    topic = list(row.topic)[:_RUNNING]
    subject = other.head in other.name_words or other.nameless
    return subject and any(word in topic for name in other.entities for word in fold(name).split())
