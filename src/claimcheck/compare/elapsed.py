"""Lengths of time, ages and anniversaries against the dates that they are counted from.

Dates leave room: a day may be counted or not ("from 3 to 9 May" is six days or seven), a month or year may be meant
from any of its days. Lengths in weeks, months and years leave half of their unit.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from claimcheck.compare.interval import Interval, interval
from claimcheck.compare.spelling import number
from claimcheck.compare.verdict import Verdict
from claimcheck.lexicon.dimensions import dimension, to_base
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Granularity, Quantity, Relation, TimeSpan

__all__ = ["Point", "aged", "anniversary", "days_between", "elapsed", "ends_of"]

_DAY = 86_400
_HALF = Fraction(1, 2)
_ROUND = 2  # trailing zeros that make a number of days a round one


@frozen
class Point:
    """A moment as finely as it is known: some day from the first to the last."""

    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, when: TimeSpan) -> Point | None:
        """A date as a moment; None where an end is open."""
        return None if when.start is None or when.end is None else cls(when.start, when.end)


def ends_of(when: TimeSpan) -> tuple[Point, Point] | None:
    """The two ends of a period of days, months or years; None for one that is open or written otherwise."""
    if when.start is None or when.end is None:
        return None
    start, end = when.start, when.end
    if when.granularity is Granularity.DAY:
        return Point(start, start), Point(end, end)
    if when.granularity is Granularity.MONTH:
        following = start.replace(day=28) + dt.timedelta(days=4)
        return Point(start, following - dt.timedelta(days=following.day)), Point(end.replace(day=1), end)
    if when.granularity is Granularity.YEAR:
        return Point(start, start.replace(month=12, day=31)), Point(end.replace(month=1, day=1), end)
    return None


def days_between(first: Point, last: Point) -> Interval:
    """How many days lie between two moments: the first may be counted or not."""
    least = max((last.first - first.last).days, 0)
    return Interval(Fraction(least), Fraction(max((last.last - first.first).days + 1, least)))


def elapsed(
    length: Claim, first: Point, last: Point, tolerance: Tolerance, shown: str, *, within: bool = False
) -> Verdict | None:
    """Compare a length of time with the dates that bound it, written as ``shown``.

    ``within`` says that it may be shorter: then only one that is too long contradicts. None where the claim gives no
    length of days or more.
    """
    quantity = length.quantity
    if quantity is None or quantity.unit is None or quantity.role or dimension(quantity.unit) != "time":
        return None
    unit = to_base(Decimal(1), quantity.unit) / _DAY
    stated = interval(length, tolerance, rounded=False)
    if unit < 1 or (stated.low is None and stated.high is None):
        return None
    room = _room(quantity, unit)
    days = evolve(
        stated,
        low=None if stated.low is None else stated.low / _DAY,
        high=None if stated.high is None else stated.high / _DAY,
    ).widened(room, Fraction(0))
    found = days_between(first, last)
    made = _spelled(found, unit, quantity.unit)
    if days.meets(found) or (within and days.below(found)):
        return Verdict(Relation.AGREES, f"“{_flat(length.text)}” fits “{_flat(shown)}”: {made}", 0.3)
    return Verdict(Relation.CONTRADICTS, f"“{_flat(length.text)}” does not fit “{_flat(shown)}”, which is {made}")


def _room(quantity: Quantity, unit: Fraction) -> Fraction:
    """By how many days a length may be off: half of a unit that is coarser than a day, or of trailing hundreds."""
    value = quantity.low if quantity.low is not None else quantity.high
    step = Fraction(quantity.precision) if quantity.precision else Fraction(1)
    zeros = int(value.normalize().as_tuple().exponent) if value else 0
    if zeros >= _ROUND:
        step = max(step, Fraction(10) ** min(zeros, 9))
    return unit * step * _HALF if unit > 1 or zeros >= _ROUND else Fraction(0)


def aged(age: Claim, born: TimeSpan, when: TimeSpan, tolerance: Tolerance) -> Verdict | None:
    """Compare an age in years at a date with the date of birth; None where one of them is open."""
    birth, then = Point.of(born), Point.of(when)
    quantity = age.quantity
    if birth is None or then is None or quantity is None or quantity.unit != "year":
        return None
    low, high = _years(birth.last, then.first), _years(birth.first, then.last)
    if high < 0 or low > high:
        return None
    stated = interval(evolve(age, quantity=evolve(quantity, unit=None)), tolerance)
    found = Interval(Fraction(max(low, 0)), Fraction(high))
    made = _range(found, "year")
    if stated.meets(found):
        return Verdict(Relation.AGREES, f"aged {_flat(age.text)}: the dates make {made}", 0.3)
    return Verdict(Relation.CONTRADICTS, f"the age “{_flat(age.text)}” does not fit its dates, which make {made}")


def anniversary(nth: int, founded: TimeSpan, when: TimeSpan, tolerance: Tolerance) -> Verdict | None:
    """Compare the number of an anniversary with the years between; it may be kept a year early or late."""
    first, then = Point.of(founded), Point.of(when)
    if first is None or then is None:
        return None
    stated = Interval(Fraction(nth), Fraction(nth)).widened(1 + tolerance.absolute, tolerance.relative)
    found = Interval(Fraction(then.first.year - first.last.year), Fraction(then.last.year - first.first.year))
    apart = _range(found, "year")
    if stated.meets(found):
        return Verdict(Relation.AGREES, f"anniversary {nth}: its dates lie {apart} apart", 0.3)
    return Verdict(Relation.CONTRADICTS, f"anniversary {nth} does not fit its dates, which lie {apart} apart")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _years(birth: dt.date, when: dt.date) -> int:
    """Whole years from a day to another."""
    return when.year - birth.year - ((when.month, when.day) < (birth.month, birth.day))


def _spelled(found: Interval, unit: Fraction, name: str) -> str:
    assert found.low is not None
    assert found.high is not None
    low, high = (Fraction(round(end / unit * 10), 10) for end in (found.low, found.high))
    scaled = Interval(low, high)
    return _range(scaled, name.replace("_", " "))


def _range(found: Interval, name: str) -> str:
    if found.low == found.high:
        return f"{number(found.low)} {name}{'' if found.low == 1 else 's'}"
    return f"{number(found.low)} to {number(found.high)} {name}s"
