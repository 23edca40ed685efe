"""Spans of time in two units: "two years and three months", "an hour and three minutes", "two years and a half"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.amounts import Amount
from claimcheck.extract.numerals import Form
from claimcheck.extract.per import time_unit
from claimcheck.extract.scan import Scan
from claimcheck.extract.unit_parts import part_after
from claimcheck.extract.units import UnitClass
from claimcheck.records import Modifier

__all__ = ["and_half", "article_before", "joined"]

# How many of the smaller unit make the larger; months and years on one side, weeks and shorter on the other, since
# only within each is the number fixed.
_SMALLER: dict[str, dict[str, int]] = {
    "year": {"month": 12},
    "week": {"day": 7, "hour": 168},
    "day": {"hour": 24, "minute": 1440, "second": 86_400},
    "hour": {"minute": 60, "second": 3600},
    "minute": {"second": 60, "millisecond": 60_000},
    "second": {"millisecond": 1000},
}
_ARTICLES = frozenset(("a", "an"))


def article_before(scan: Scan, amount: Amount) -> tuple[int, int] | None:
    """The first token of "an hour and" before "three minutes", and what it adds in the smaller unit."""
    at = amount.first - 3
    if amount.unit is None or amount.first != amount.core or amount.unit.factor != 1 or at < 0:
        return None
    if scan.norm(at + 2) != "and" or scan.norm(at) not in _ARTICLES or not scan.free(at, at + 3):
        return None
    larger = time_unit(scan, at + 1)
    if larger is None or larger.last != at + 2 or larger.factor != 1:
        return None
    ratio = _SMALLER.get(larger.unit, {}).get(amount.unit.unit)
    return (at, ratio) if ratio is not None and amount.low is not None and amount.low < ratio else None


def and_half(scan: Scan, amount: Amount) -> tuple[Decimal, int] | None:
    """What "and a half" after the unit adds in "two years and a half", and the token after it; also a quarter."""
    part = part_after(scan, amount.last)
    return None if amount.unit is None or part is None else (amount.unit.factor * part[0], part[1])


def joined(scan: Scan, unit: str, amount: Amount, other: Amount) -> tuple[int, str] | None:
    """How many of the other's unit make one of ``unit``, if the other amount goes on with the same span."""
    if other.unit is None or other.unit.cls is not UnitClass.TIME or not scan.free(other.first, other.last):
        return None
    ratio = _SMALLER.get(unit, {}).get(other.unit.unit)
    if ratio is None or other.unit.factor != 1 or (amount.unit is not None and amount.unit.factor != 1):
        return None
    if other.low is None or other.modifier is not Modifier.EXACT or other.low >= ratio:
        return None
    if amount.modifier is Modifier.RANGE or other.form is Form.ORDINAL or other.form is Form.VAGUE:
        return None
    between = [scan.norm(at) for at in range(amount.last, other.first)]
    if "," in between and len(scan.norm(other.unit.first)) < 4:
        return None  # a list of settings: 168h, 60s
    return (ratio, other.unit.unit) if between in ([], ["and"], [","], [",", "and"], ["-"]) else None
