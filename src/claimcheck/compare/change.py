"""A change against its two ends: "rose by 20% from 50 to 65" does not work out.

The arithmetic is on intervals: each figure may be rounded to its last written digit, and the change worked out from
the ends must meet the change as stated.
"""

from __future__ import annotations

from fractions import Fraction

from claimcheck.compare.interval import Interval, interval
from claimcheck.compare.spelling import describe
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Relation

__all__ = ["change", "end_of"]

_HUNDRED = Fraction(100)


def _sign(by: Claim) -> int:
    return -1 if by.quantity is not None and by.quantity.direction < 0 else 1


def end_of(by: Claim, start: Claim, tolerance: Tolerance) -> Interval | None:
    """The interval in which the end of a change lies, from its start and its size; None where it cannot be told."""
    size, base = interval(by, tolerance), interval(start, tolerance)
    if by.quantity is None or start.quantity is None or not size.bounded or not base.bounded:
        return None
    assert size.low is not None
    assert size.high is not None
    assert base.low is not None
    assert base.high is not None
    sign = _sign(by)
    if by.quantity.role == "times":
        ends = [value * factor for value in (base.low, base.high) for factor in (size.low, size.high)]
    elif by.quantity.unit == "percent" and start.quantity.unit != "percentage_point":
        ends = [
            value * (1 + sign * share / _HUNDRED) for value in (base.low, base.high) for share in (size.low, size.high)
        ]
    elif by.quantity.unit == start.quantity.unit or (
        by.quantity.unit == "percentage_point" and start.quantity.unit == "percent"
    ):
        ends = [value + sign * step for value in (base.low, base.high) for step in (size.low, size.high)]
    else:
        return None
    return Interval(min(ends), max(ends))


def change(by: Claim, start: Claim, end: Claim, tolerance: Tolerance) -> Verdict | None:
    """Whether a change fits its ends; None where the figures are not of one kind."""
    expected = end_of(by, start, tolerance)
    found = interval(end, tolerance)
    if expected is None or not found.bounded or start.quantity is None or end.quantity is None:
        return None
    if start.quantity.unit != end.quantity.unit:
        return None
    shown = f"{by.text} from {start.text} makes {describe(expected)}, not {end.text}: {describe(found)}"
    if expected.meets(found):
        return Verdict(Relation.AGREES, shown, 0.3)
    return Verdict(Relation.CONTRADICTS, shown)
