"""A point of the calendar as written, from a day to a century, and the days that it covers."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from attrs import evolve, frozen

from claimcheck.records import Granularity, Quantity

__all__ = ["Point", "add_months", "covered", "days_of", "from_days", "shift"]

_DAY = dt.timedelta(days=1)
_MONTHS_IN = {Granularity.MONTH: 1, Granularity.SEASON: 3, Granularity.QUARTER: 3, Granularity.HALF: 6}

_LOOSE = frozenset({"early", "mid", "late"})
# Of a decade and a century: the first and the last year of its early, middle and late part, counted from its first.
_EDGES = {
    Granularity.DECADE: {"early": (0, 3), "mid": (4, 6), "late": (7, 9)},
    Granularity.CENTURY: {"early": (0, 32), "mid": (33, 65), "late": (66, 99)},
}


@frozen
class Point:
    """One calendar expression: tokens ``first`` up to ``last``, ``core`` the first one of the date itself.

    What was written is in ``year``, ``slot`` (the month, the quarter or half from 1, the first month of a season) and
    ``day``; what was not written is None. A decade and a century have their first year in ``year``. ``part`` narrows
    the whole ("early", "mid", "late", "start", "end"). ``bare`` says that it is a four-digit number that needs evidence
    to be a year, ``split`` that a year is written as two (2014/15), ``vague`` that it is approximate, ``extent`` that
    it is a stretch of time whatever its grain. ``weekday`` counts from Monday = 0. ``days`` holds days already known
    (relative and fiscal expressions), ``relative`` a wording that counts from another date, ``length`` how long a
    counted stretch is ("the past five years").
    """

    first: int
    last: int
    core: int
    grain: Granularity
    year: int | None = None
    slot: int | None = None
    day: int | None = None
    part: str = ""
    bare: bool = False
    split: bool = False
    vague: bool = False
    weekday: int | None = None
    days: tuple[dt.date | None, dt.date | None] | None = None
    relative: str | None = None
    length: Quantity | None = None
    extent: bool = False
    confidence: float = 1.0
    notes: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether the calendar year is known, or days are."""
        return self.year is not None or self.days is not None

    def doubted(self, confidence: float, note: str) -> Point:
        """The same point, less certain, and why."""
        if note in self.notes:
            return self
        return evolve(self, confidence=min(self.confidence, confidence), notes=(*self.notes, note))


def add_months(day: dt.date, months: int) -> dt.date | None:
    """The same day ``months`` later (or earlier), or the month's last day where it is shorter; None out of range."""
    at = day.year * 12 + day.month - 1 + months
    year, month = at // 12, at % 12 + 1
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def shift(day: dt.date, unit: str, count: int) -> dt.date | None:
    """``day`` moved by ``count`` days, months or years; None out of the calendar's range."""
    if abs(count) > 10_000_000:
        return None
    if unit == "day":
        try:
            return day + dt.timedelta(days=count)
        except OverflowError:
            return None
    return add_months(day, count * (12 if unit == "year" else 1))


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date] | None:
    if not dt.MINYEAR <= year < dt.MAXYEAR:
        return None
    start = dt.date(year, month, 1)
    after = add_months(start, count)
    return None if after is None else (start, after - _DAY)


def _years(first: int, count: int) -> tuple[dt.date, dt.date] | None:
    last = first + count - 1
    if first < dt.MINYEAR or last > dt.MAXYEAR:
        return None
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def covered(grain: Granularity, year: int, slot: int | None, day: int | None) -> tuple[dt.date, dt.date] | None:
    """First and last day of a calendar unit, or None where the calendar has no such day."""
    if grain is Granularity.DAY:
        try:
            date = dt.date(year, slot or 1, day or 1)
        except (ValueError, OverflowError):
            return None
        return date, date
    if grain is Granularity.YEAR:
        return _years(year, 1)
    if grain is Granularity.DECADE:
        return _years(year, 10)
    if grain is Granularity.CENTURY:
        return _years(year, 100)
    if slot is None:
        return None
    count = _MONTHS_IN[grain]
    month = slot if grain in (Granularity.MONTH, Granularity.SEASON) else (slot - 1) * count + 1
    return _months(year, month, count)


def _narrowed(start: dt.date, end: dt.date, grain: Granularity, part: str) -> tuple[dt.date, dt.date]:
    """The days that "early", "mid", "late", "start" or "end" leave of a period.

    A month is left whole: nobody means ten days exactly by "late July"; so is a year, by whose "late" one author means
    its autumn and another December. The start and the end of a year are its first and last month; those of a longer
    period its first and last tenth, at least a year.
    """
    if grain in (Granularity.DAY, Granularity.MONTH):
        return start, end
    if grain is Granularity.YEAR and part in _LOOSE:
        return start, end
    edges = _EDGES.get(grain, {}).get(part)
    if edges is not None:
        return dt.date(start.year + edges[0], 1, 1), dt.date(min(start.year + edges[1], end.year), 12, 31)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    third = months // 3
    if part in ("start", "end"):
        third = 1 if months <= 12 else max(months // 10, 12)
    first, last = start, end
    if part in ("early", "start"):
        last = (add_months(start, third) or end) - _DAY
    elif part in ("late", "end"):
        first = add_months(start, months - third) or start
    elif part == "mid":
        first = add_months(start, third) or start
        last = (add_months(start, months - third) or end) - _DAY
    return first, last


def days_of(point: Point) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of a point; both None where its year is unknown."""
    if point.days is not None:
        start, end = point.days
    elif point.year is None:
        return None, None
    else:
        found = covered(point.grain, point.year, point.slot, point.day)
        if found is None:
            return None, None
        start, end = found
        if point.split and point.grain is Granularity.YEAR:
            end = end.replace(year=end.year + 1) if end.year < dt.MAXYEAR else end
    if point.part and start is not None and end is not None:
        return _narrowed(start, end, point.grain, point.part)
    return start, end


def from_days(start: dt.date, grain: Granularity) -> tuple[dt.date | None, dt.date | None]:
    """The calendar unit of the given grain that holds a day (a decade is 2010-2019, a century 2001-2100)."""
    year = start.year
    if grain is Granularity.DAY:
        return start, start
    if grain is Granularity.QUARTER:
        return covered(grain, year, (start.month - 1) // 3 + 1, None) or (None, None)
    if grain is Granularity.HALF:
        return covered(grain, year, (start.month - 1) // 6 + 1, None) or (None, None)
    if grain is Granularity.MONTH:
        return covered(grain, year, start.month, None) or (None, None)
    if grain is Granularity.DECADE:
        year -= year % 10
    elif grain is Granularity.CENTURY:
        year = (year - 1) // 100 * 100 + 1
    return covered(grain, max(year, 1), None, None) or (None, None)
