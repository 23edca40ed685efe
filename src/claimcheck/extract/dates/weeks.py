"""Days and weeks by their place: the first Tuesday of May, the last weekend of June, week 40 of 2014."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from attrs import evolve

from claimcheck.extract.dates.anchors import resolve_open
from claimcheck.extract.dates.point import Point, days_of, shift
from claimcheck.extract.dates.reading import digits, is_number
from claimcheck.extract.dates.words import OF_PLACE, WEEKDAY_NAMES, WEEKDAYS, WEEKENDS
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity

__all__ = ["read_numbered_week", "read_placed_day", "read_placed_week"]

PointReader = Callable[[Scan, int], Point | None]

_SATURDAY = 5
_LAST_WEEK = 53
_PLACES = range(1, 6)


def _whole(scan: Scan, at: int, read: PointReader) -> Point | None:
    """The month or year that a day or week is counted within, with its year."""
    if scan.norm(at) not in OF_PLACE:
        return None
    at += 2 if scan.norm(at + 1) == "the" else 1
    found = read(scan, at)
    if found is None or found.part or found.grain not in (Granularity.MONTH, Granularity.YEAR):
        return None
    found = evolve(found, bare=False)
    return found if found.dated or found.relative is not None else resolve_open(scan, found)


def _nth(start: dt.date, end: dt.date, weekday: int, number: int) -> dt.date | None:
    """The first, second, … or (-1) last such weekday from ``start`` to ``end``."""
    if number < 0:
        found = shift(end, "day", -((end.weekday() - weekday) % 7))
    else:
        found = shift(start, "day", (weekday - start.weekday()) % 7 + 7 * (number - 1))
    return found if found is not None and start <= found <= end else None


def read_placed_day(scan: Scan, at: int, number: int, after: int, read: PointReader) -> Point | None:
    """The first Tuesday of May 2019, the last weekend in June 2020; ``after`` is the token after the ordinal."""
    name = scan.norm(after)
    weekend = name in WEEKENDS
    if not weekend and name not in WEEKDAY_NAMES:
        return None
    month = _whole(scan, after + 1, read)
    if month is None or (number != -1 and number not in _PLACES):
        return None
    start, end = days_of(month)
    if start is None or end is None:
        return evolve(month, first=at, core=at, grain=Granularity.DAY, vague=True)
    first = _nth(start, end, _SATURDAY if weekend else WEEKDAYS[name], number)
    last = shift(first, "day", 1) if first is not None and weekend else first
    if first is None or last is None:
        return None
    return Point(
        at,
        month.last,
        at,
        Granularity.DAY,
        days=(first, last),
        extent=weekend,
        confidence=month.confidence,
        notes=month.notes,
    )


def read_placed_week(scan: Scan, at: int, number: int, after: int, read: PointReader) -> Point | None:
    """The third week of June 2021 or of 2027: seven days counted from its first; the last week, its last seven."""
    if scan.norm(after) != "week":
        return None
    whole = _whole(scan, after + 1, read)
    if whole is None or number == 0 or not -1 <= number <= _LAST_WEEK:
        return None
    start, end = days_of(whole)
    if start is None or end is None:
        return evolve(whole, first=at, core=at, vague=True)
    first = shift(end, "day", -6) if number == -1 else shift(start, "day", 7 * (number - 1))
    last = end if number == -1 else shift(start, "day", 7 * number - 1)
    if first is None or last is None or first > end:
        return None
    return Point(at, whole.last, at, Granularity.DAY, days=(first, min(last, end)), vague=True)


def read_numbered_week(scan: Scan, at: int) -> Point | None:
    """Week 40 of 2014, week 40, 2014: the week of ISO 8601 with that number; ``at`` is the number."""
    if scan.norm(at - 1) != "week" or not scan.free(at - 1, at + 1):
        return None
    number, year_at = digits(scan.norm(at)), at + 1
    if scan.norm(year_at) in ("of", ",", "in"):
        year_at += 1
    year = digits(scan.norm(year_at)) if is_number(scan, year_at) and len(scan.norm(year_at)) == 4 else None
    if number is None or year is None or scan.taken[year_at]:
        return None
    try:
        monday = dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Point(at - 1, year_at + 1, at - 1, Granularity.DAY, days=(monday, shift(monday, "day", 6)), extent=True)
