"""A least and a most joined into one range: "more than 10 but fewer than 20", "at most 100 and at least 20"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.extract.numerals import Form
from claimcheck.extract.scan import Scan
from claimcheck.records import Modifier

if TYPE_CHECKING:
    from claimcheck.extract.amounts import Amount

__all__ = ["between_bounds"]

_VAGUE = Form.VAGUE
_PAIR = 2
_JOINTS = (["and"], ["but"], [",", "but"], [",", "and"], [","])


def between_bounds(scan: Scan, amounts: list[Amount]) -> list[Amount]:
    """The amounts, a least and a most joined by "and" or "but" as one range: "more than 10 but fewer than 20"."""
    if len(amounts) < _PAIR:
        return amounts
    result: list[Amount] = []
    for amount in amounts:
        bounded = amount.low is None or amount.high is None
        joined = _both_bounds(scan, result[-1], amount) if bounded and result else None
        if joined is None:
            result.append(amount)
        else:
            result[-1] = joined
    return result


def _both_bounds(scan: Scan, one: Amount, two: Amount) -> Amount | None:
    """One range for two amounts that each bound one side, or None."""
    if len(one.numerals) + len(two.numerals) != _PAIR or _VAGUE in (one.form, two.form) or one.last > two.first:
        return None
    low, high = (one, two) if one.high is None else (two, one)
    if low.low is None or low.high is not None or high.high is None or high.low is not None or low.low >= high.high:
        return None
    gap = [scan.norm(at) for at in range(one.last, two.first)]
    if gap not in _JOINTS or not (one.first < one.core and two.first < two.core):
        return None
    unit = two.unit or one.unit
    if one.unit is not None and (unit is None or unit.unit != one.unit.unit or two.unit is None):
        return None
    factor = unit.factor if unit is not None and one.unit is None else Decimal(1)
    first = low.low if low is two else _plain(low.low * factor)
    last = high.high if high is two else _plain(high.high * factor)
    if first >= last:
        return None
    return evolve(
        two,
        first=one.first,
        core=one.core,
        low=first,
        high=last,
        modifier=Modifier.RANGE,
        precision=min(one.precision * factor, two.precision),
        numerals=(low.numerals[0], high.numerals[0]),
        confidence=min(one.confidence, two.confidence),
        notes=(*one.notes, *two.notes),
    )


def _plain(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
