"""A running total at two times: a higher later figure is an update, a lower one contradicts."""

from __future__ import annotations

from claimcheck.compare.interval import pair
from claimcheck.compare.spelling import shown as spell
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Relation

__all__ = ["update"]


def update(earlier: Claim, later: Claim, tolerance: Tolerance) -> Verdict | None:
    """Compare a cumulative figure with a later one of the same thing."""
    first, second = pair(earlier, later, tolerance)
    if (first.low is None and first.high is None) or (second.low is None and second.high is None):
        return None
    shown = f"earlier {earlier.text}: {spell(earlier, first)}; later {later.text}: {spell(later, second)}"
    if second.below(first):
        return Verdict(Relation.CONTRADICTS, f"{shown}: a running total cannot fall")
    return Verdict(Relation.DIFFERS, f"{shown}: an update")
