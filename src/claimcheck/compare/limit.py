"""Two limits of one thing: the greatest (or the least) that is allowed is one value, not a range of possible ones.

"At most 16 files" and "at most 8 files" can both be true of what somebody did, but not of what a rule allows. This
comparator is for statements that set a limit; which ones do, alignment decides by their words.
"""

from __future__ import annotations

from fractions import Fraction

from claimcheck.compare.interval import pair
from claimcheck.compare.spelling import number
from claimcheck.compare.spelling import shown as spell
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Relation

__all__ = ["limit"]


def limit(a: Claim, b: Claim, tolerance: Tolerance) -> Verdict | None:
    """Compare upper ends with upper and lower with lower; None where the two have no end of one side in common."""
    first, second = pair(a, b, tolerance)
    ends = [
        (one, other)
        for one, other in ((first.low, second.low), (first.high, second.high))
        if one is not None and other is not None
    ]
    if not ends:
        return None
    if first.bounded and second.bounded and not first.meets(second):
        return None  # ages 2 to 5, ages 6 to 11: two bands rather than one limit twice
    shown = f"{a.text}: {spell(a, first)}; {b.text}: {spell(b, second)}"
    apart = [(one, other) for one, other in ends if one != other and not _rounded(a, b, one, other)]
    if apart:
        one, other = apart[0]
        return Verdict(Relation.CONTRADICTS, f"{shown}: the limit is {number(one)} or {number(other)}")
    return Verdict(Relation.AGREES, shown, 0.6)


def _rounded(a: Claim, b: Claim, one: Fraction, other: Fraction) -> bool:
    """Whether two ends in different units are as near as conversion allows: 62 miles and 100 kilometres."""
    if a.quantity is None or b.quantity is None or a.quantity.unit == b.quantity.unit:
        return False
    return abs(one - other) * 100 <= max(abs(one), abs(other))
