"""One measure given twice, in two units: "40 metres (131 feet) tall", "131 feet, or 40 metres, tall"."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.extract.scan import Mention, Scan
from claimcheck.records import Kind

__all__ = ["link"]

_OPENING = ("(", "[")
_CLOSING = frozenset(")];/")


def link(scan: Scan) -> None:
    """Note which measures stand in brackets right after one in another unit, and say the same."""
    taken = [mention for mention in scan.mentions if mention.kind is Kind.MEASURE]
    taken.sort(key=lambda mention: mention.first)
    for original, other in pairwise(taken):
        if _renders(scan, original, other):
            scan.twins.append((original.first, other.first))


def _renders(scan: Scan, original: Mention, other: Mention) -> bool:
    if original.quantity is None or other.quantity is None or original.quantity.unit == other.quantity.unit:
        return False
    if original.quantity.per != other.quantity.per:
        return False
    between, after = scan.norms[original.last : other.first], scan.norm(other.last)
    if between == [",", "or"]:
        return after == ","
    return len(between) == 1 and between[0] in _OPENING and after in _CLOSING
