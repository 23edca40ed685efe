"""The tense around a date without a year: what "closes on 20 December" speaks of is still to come."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.dates.words import PRESENT_BE, SCHEDULING
from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table

__all__ = ["in_present"]

_REACH = 12
_STOPS = frozenset({".", ";", "!", "?", ":"})
_PAST = frozenset({"was", "were", "had", "did", "has", "have", "been"})


@cache
def _past_forms() -> frozenset[str]:
    grammar = load_table("grammar")
    return frozenset(form for forms in grammar["irregular"].values() for form in forms) - set(grammar["verbs"])


def in_present(scan: Scan, first: int) -> bool:
    """Whether the verb before token ``first`` is in the present: "is shut from", "applications close on"."""
    for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
        norm = scan.norm(at)
        if norm in _STOPS:
            return False
        around = {scan.norm(at - 1), scan.norm(at - 2)}
        if norm in PRESENT_BE:
            return True
        if norm in SCHEDULING:
            return around.isdisjoint(_PAST)
        if norm in _PAST:
            return False
        if (norm in _past_forms() or (norm.endswith("ed") and len(norm) > 4)) and around.isdisjoint(PRESENT_BE):
            return False
    return False
