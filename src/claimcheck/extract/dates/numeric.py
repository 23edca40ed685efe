"""Dates in figures: 2019-03-12, 12/03/2019, 12.3.2019, 12-03-19."""

from __future__ import annotations

import datetime as dt
import re

from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.point import Point
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number, touches
from claimcheck.extract.dates.words import DASHES, MONTH_BEFORE, MONTHS, WEEKDAYS
from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity

__all__ = ["full_year", "read_numeric", "settle_order"]

_DOTTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})", re.ASCII)
_MONTHS, _LEAP = 12, 2000
_UNCLEAR = "day and month could change places; nothing in the document settles it"
_SHORT_YEAR = "the century of a two-digit year is assumed"


def full_year(year: int, anchor: dt.date | None) -> int:
    """A two-digit year in the century that lies nearest: at most 20 years after the document, or after 2030."""
    latest = (anchor.year if anchor else 2030) + 20
    found = latest // 100 * 100 + year
    return found if found <= latest else found - 100


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def settle_order(
    a: int, b: int, year: int, *, day_first: bool | None, weekday: int | None
) -> tuple[dt.date | None, dt.date | None, bool]:
    """The days that ``a/b/year`` can mean, first and last, and whether that was settled.

    The figures themselves come first (a 13 is no month), then a weekday written beside them, then the document's
    convention. Where nothing settles it, both readings are the ends.
    """
    readings = [_valid(year, b, a), _valid(year, a, b)]
    found = [day for day in readings if day is not None]
    if len(found) == 2 and found[0] != found[1]:
        fitting = [day for day in found if day.weekday() == weekday] if weekday is not None else []
        if len(fitting) == 1:
            found = fitting
        elif day_first is not None:
            found = [found[0 if day_first else 1]]
    if not found:
        return None, None, False
    return min(found), max(found), min(found) == max(found)


def _built(
    scan: Scan, first: int, last: int, a: int, b: int, year: int, *, short: bool, dotted: bool, anchor: dt.date | None
) -> Point | None:
    if short:
        year = full_year(year, anchor)
    weekday, start = _weekday_before(scan, first)
    day_first = scan.conventions.day_first
    if dotted and day_first is None:
        day_first = True
    low, high, settled = settle_order(a, b, year, day_first=day_first, weekday=weekday)
    if low is None or high is None:
        return None
    point = Point(start, last, first, Granularity.DAY, days=(low, high), weekday=weekday)
    if not settled:
        point = Point(start, last, first, Granularity.DAY, days=(low, high), vague=True).doubted(0.5, _UNCLEAR)
    elif max(a, b) <= 12 and a != b and weekday is None:
        point = point.doubted(0.9, "the order of day and month is the document's habit")
    return point.doubted(0.8, _SHORT_YEAR) if short else point


def _iso(first: int, last: int, year: int, month: int, day: int) -> Point | None:
    """A date that begins with its year, as in ISO 8601."""
    date = _valid(year, month, day) if 1000 <= year <= 2199 else None
    return Point(first, last, first, Granularity.DAY, days=(date, date)) if date else None


def _weekday_before(scan: Scan, first: int) -> tuple[int | None, int]:
    at = first - 1
    while at >= 0 and scan.norm(at) in (",", "."):
        at -= 1
    weekday = WEEKDAYS.get(scan.norm(at)) if at >= 0 and first - at <= 3 else None
    if weekday is None or not scan.free(at, first):
        return None, first
    return weekday, at


def _counts_versions(word: str, year: int) -> bool:
    """Whether a word before three numbers makes them a version: "patch 7.4.1008", "release 8.1.1433"."""
    table = load_table("versions")
    return word in _BUILDS or (year < _RECENT and word in (*table["keywords"], *table["dotted_keywords"]))


_BUILDS = frozenset({"patch", "build", "tag"})
_RECENT = 1900


def read_numeric(scan: Scan, at: int, anchor: dt.date | None) -> Point | None:
    """The date in figures that begins with the number token ``at``, or None."""
    norm = scan.norm(at)
    if touches(scan, at):
        return None
    if "." in norm:
        found = _DOTTED.fullmatch(norm)
        if not found or (glued(scan, at + 1) and scan.norm(at + 1) in ("/", "-", "%")):
            return None
        first, second, third = int(found[1]), int(found[2]), int(found[3])
        if len(found[1]) == 4:
            return _iso(at, at + 1, first, second, third)
        if len(found[3]) == 2 and scan.conventions.day_dots and max(len(found[1]), len(found[2])) <= 2:
            if _counts_versions(scan.norm(at - 1), 0) or (at > 1 and capitalised(scan, at - 1)):
                return None
            return _built(scan, at, at + 1, first, second, third, short=True, dotted=True, anchor=anchor)
        if len(found[3]) != 4 or not 1000 <= third <= 2199 or _counts_versions(scan.norm(at - 1), third):
            return None
        return _built(scan, at, at + 1, first, second, third, short=False, dotted=True, anchor=anchor)
    mark = scan.norm(at + 1)
    if mark not in ("/", "-", "‐", "‑", "–") or not glued(scan, at + 1) or not glued(scan, at + 2):
        return None
    if scan.norm(at + 2) in MONTHS:
        return _month_in_middle(scan, at, mark, anchor)
    if not is_number(scan, at + 2) or scan.norm(at + 3) != mark or not glued(scan, at + 3):
        return _month_of_year(scan, at, mark) or _day_of_month(scan, at, mark)
    if not is_number(scan, at + 4) or not glued(scan, at + 4):
        return None
    last = at + 5
    if glued(scan, last) and (scan.norm(last) in ("-", "/", "%", "_") or is_number(scan, last)):
        return None
    a, b, c = norm, scan.norm(at + 2), scan.norm(at + 4)
    one, two, three = digits(a), digits(b), digits(c)
    if one is None or two is None or three is None or not scan.free(at, last):
        return None
    if len(a) == 4 and len(b) <= 2 and len(c) <= 2:
        return _iso(at, last, one, two, three)
    if len(a) > 2 or len(b) > 2:
        return None
    if len(c) == 4 and 1000 <= three <= 2199:
        return _built(scan, at, last, one, two, three, short=False, dotted=False, anchor=anchor)
    if len(c) == 2 and mark == "/":
        return _built(scan, at, last, one, two, three, short=True, dotted=False, anchor=anchor)
    return None


def _month_of_year(scan: Scan, at: int, mark: str) -> Point | None:
    """02/2013 and 2013/02 after a preposition of time: a month and its year, the second with a leading zero."""
    last = at + 3
    one, two = scan.norm(at), scan.norm(at + 2)
    if (
        mark != "/"
        or scan.norm(at - 1) not in MONTH_BEFORE | {"(", "-", "–"}
        or (glued(scan, last) and scan.norm(last) in ("/", "-", "%", "_"))
    ):
        return None
    month, year = (two, one) if len(one) == 4 else (one, two)
    number, value = digits(month), digits(year)
    if len(year) != 4 or len(month) > 2 or (month is two and month[0] != "0") or number is None or value is None:
        return None
    if not (1 <= number <= 12 and 1900 <= value <= 2199) or follower(scan, last) in (Follower.UNIT, Follower.COUNTED):
        return None
    if scan.norm(last) == "of":  # "in 5/2000 of the cases"
        return None
    return Point(at, last, at, Granularity.MONTH, value, number)


def _day_of_month(scan: Scan, at: int, mark: str) -> Point | None:
    """On 2/15 or 22/4: a day and a month without a year, where only one of the two figures can be the month."""
    last = at + 3
    one, two = digits(scan.norm(at)), digits(scan.norm(at + 2))
    if mark != "/" or scan.norm(at - 1) != "on" or one is None or two is None or scan.norm(last) == "of":
        return None
    if (glued(scan, last) and scan.norm(last) in ("/", "-", "%", "_")) or follower(scan, last) is not Follower.FREE:
        return None
    month, day = min(one, two), max(one, two)
    if not 1 <= month <= _MONTHS < day or _valid(_LEAP, month, day) is None:
        return None
    return Point(at, last, at, Granularity.DAY, None, month, day)


def read_compact(scan: Scan, at: int) -> Point | None:
    """20190312: a day without marks, where nothing follows that such a number could count."""
    norm = scan.norm(at)
    if not norm.isdecimal() or touches(scan, at) or follower(scan, at + 1) is not Follower.FREE:
        return None
    year = int(norm[:4])
    date = _valid(year, int(norm[4:6]), int(norm[6:])) if 1900 <= year <= 2099 else None
    return Point(at, at + 1, at, Granularity.DAY, days=(date, date)) if date is not None else None


def _month_in_middle(scan: Scan, at: int, mark: str, anchor: dt.date | None) -> Point | None:
    """12-Mar-2019, 12/Mar/19."""
    if scan.norm(at + 3) != mark or not is_number(scan, at + 4) or (mark in DASHES and mark == "–"):
        return None
    day, year = digits(scan.norm(at)), digits(scan.norm(at + 4))
    short = len(scan.norm(at + 4)) == 2
    if day is None or year is None or not (short or len(scan.norm(at + 4)) == 4) or not scan.free(at, at + 5):
        return None
    date = _valid(full_year(year, anchor) if short else year, MONTHS[scan.norm(at + 2)], day)
    if date is None:
        return None
    point = Point(at, at + 5, at, Granularity.DAY, days=(date, date))
    return point.doubted(0.8, _SHORT_YEAR) if short else point
