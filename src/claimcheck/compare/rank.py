"""One position in one list: two different positions contradict, and no position lies beyond the list's end."""

from __future__ import annotations

from claimcheck.compare.interval import interval
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Relation

__all__ = ["rank"]


def rank(a: Claim, b: Claim, tolerance: Tolerance) -> Verdict | None:
    """Compare two ranks; "one of the top ten" is a range of positions."""
    if a.kind is not Kind.RANK or b.kind is not Kind.RANK:
        return None
    first, second = interval(a, tolerance), interval(b, tolerance)
    if (first.low is None and first.high is None) or (second.low is None and second.high is None):
        return None
    shown = f"{a.text} / {b.text}"
    if not first.meets(second):
        return Verdict(Relation.CONTRADICTS, shown)
    return Verdict(Relation.AGREES, shown, 0.6)
