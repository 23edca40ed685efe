"""Ranks against the list that they are ranks in: its length, and the order of the values ranked."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.compare.interval import interval, pair
from claimcheck.compare.spelling import number
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Relation

__all__ = ["beyond", "misplaced"]


def beyond(rank: Claim, size: Claim, tolerance: Tolerance) -> Verdict | None:
    """Whether a rank lies beyond the end of a list of that many; None for what is no rank in a counted list."""
    place, length = interval(rank, tolerance), interval(size, tolerance)
    if rank.kind is not Kind.RANK or size.kind is not Kind.COUNT or place.low is None or length.high is None:
        return None
    shown = f"{' '.join(rank.text.split())} in a list of {' '.join(size.text.split())}"
    if place.low > length.high:
        return Verdict(Relation.CONTRADICTS, f"{shown}: it ends at {number(length.high)}")
    return Verdict(Relation.AGREES, shown, 0.1)


def misplaced(values: Sequence[Claim], tolerance: Tolerance, *, rising: bool) -> list[int]:
    """The places at which a value is out of the order of its ranks: beyond the one ranked before it.

    ``rising`` says that the first rank has the least. Values that rounding may make equal are in order.
    """
    found = []
    for at in range(1, len(values)):
        before, after = pair(values[at - 1], values[at], tolerance)
        if after.below(before) if rising else before.below(after):
            found.append(at)
    return found
