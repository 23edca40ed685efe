"""Dates by a shifting word: last month, this winter, next Thursday, the following year, the past five years."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import evolve

from claimcheck.extract.dates.anchors import (
    FROM_DOCUMENT,
    FROM_SENTENCE,
    GRAINS,
    anchor_of,
    date_before,
    left_open,
    moved,
    settled,
    year_reported,
)
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.point import Point, add_months, shift
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number
from claimcheck.extract.dates.weekdays import named_weekday
from claimcheck.extract.dates.words import (
    CARDINALS,
    LENGTHS,
    MONTHS,
    OF_PLACE,
    PARTS_OF_DAY,
    SEASONS,
    SHIFTS,
    SINGULAR_LENGTHS,
    TENS,
    VAGUE_COUNTS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity, Kind, Quantity

__all__ = ["read_same", "read_shifted"]

_SATURDAY = 5
_LONG = frozenset({"decades", "centuries"})
_OVER = frozenset({"in", "over", "during", "within", "for", "of", "throughout", "these", "those"})


def _count_at(scan: Scan, at: int) -> tuple[int | None, int] | None:
    """A count of units that begins at ``at``: "five", "12", "few", "couple of", "twenty-five"; value, next token."""
    norm = scan.norm(at)
    if is_number(scan, at):
        value = digits(norm)
        return None if value is None else (value, at + 1)
    if norm in VAGUE_COUNTS:
        return None, at + 1
    if norm == "couple":
        return 2, at + 2 if scan.norm(at + 1) == "of" else at + 1
    if norm in TENS:
        after = at + 2 if scan.norm(at + 1) in ("-", "‐") else at + 1
        ones = CARDINALS.get(scan.norm(after), 0)
        return (TENS[norm] + ones, after + 1) if 0 < ones < 10 else (TENS[norm], at + 1)
    value = CARDINALS.get(norm)
    return None if value is None or norm in ("a", "an") else (value, at + 1)


def read_shifted(scan: Scan, at: int) -> tuple[Point, Kind] | None:
    """Last month, this winter, next Thursday, the following year, the past five years; ``at`` is the shifting word."""
    role = SHIFTS[scan.norm(at)]
    word = scan.norm(at)
    article = scan.norm(at - 1) in ("the", "its", "their", "our") and scan.free(at - 1, at)
    first = at - 1 if scan.norm(at - 1) == "the" and scan.free(at - 1, at) else at
    unit = scan.norm(at + 1)
    if unit in LENGTHS or unit in SEASONS:
        unit = unit.removesuffix("'s")
    anchor = anchor_of(scan)
    if role in ("following", "previous"):
        if not article:
            return None
        previous = date_before(scan, first) or (year_reported(scan) if unit == "year" else None)
        if unit in SINGULAR_LENGTHS and unit != "quarter":
            # A decade "before" one that begins in 2014 is no calendar decade.
            days = moved(None if unit in ("decade", "century") else previous, unit, 1 if role == "following" else -1)
            return _plain(settled(scan, first, at + 2, at, GRAINS[unit], days, FROM_SENTENCE))
        if unit in WEEKDAY_NAMES or unit in PARTS_OF_DAY:
            return _plain(left_open(scan, first, at + 2, at, Granularity.DAY))
        if unit in SEASONS:
            return left_open(scan, first, at + 2, at, Granularity.SEASON), Kind.PERIOD
        if unit in MONTHS and capitalised(scan, at + 1):
            return _plain(left_open(scan, first, at + 2, at, Granularity.MONTH))
    count = _count_at(scan, at + 1)
    if (
        count is not None
        and scan.norm(count[1]) in LENGTHS
        and (article or (scan.norm(at - 1) in _OVER and word in ("past", "last", "next")))
    ):
        return _stretch(scan, first, at, count[0], count[1], role)
    return _named(scan, first, at, role, unit, anchor, article=article)


def read_same(scan: Scan, at: int) -> Point | None:
    """In the same month, the same day: a time told before, where it opens a sentence or a clause."""
    unit = scan.norm(at + 1)
    if scan.norm(at - 1) not in ("the", "that") or not scan.free(at - 1, at + 2):
        return None
    if not (unit in _SAME or unit in PARTS_OF_DAY):
        return None
    lead = at - 2 if scan.norm(at - 2) in ("in", "on", "during") else at - 1
    opens = lead <= 0 or scan.norm(lead - 1) in (",", ";", "and", "but", "–", "—")
    after = scan.norm(at + 2)
    if not opens or after in _NO_SAME or follower(scan, at + 2) is Follower.WORD:
        return None
    return left_open(scan, at - 1, at + 2, at, GRAINS.get(unit, Granularity.DAY))


_SAME = frozenset({"day", "week", "month", "year"})
_NO_SAME = frozenset({"of", "last", "a", "as", "that", "when", "in", "-", "–", "or", "one", ""})


def _plain(point: Point) -> tuple[Point, Kind]:
    return point, Kind.DATE


def _stretch(scan: Scan, first: int, at: int, count: int | None, length: int, role: str) -> tuple[Point, Kind] | None:
    """The past five years: from so long before the document's date up to it."""
    last = length + 1
    if scan.norm(last) in ("of", "'") and scan.norm(last + 1) in ("the", "his", "her", "its", "their", "s"):
        return None
    unit, times, name = LENGTHS[scan.norm(length)]
    grain = GRAINS[name]
    kind = Kind.PERIOD if count is None or length == at + 1 else Kind.DURATION
    anchor = anchor_of(scan)
    measured = Decimal(1 if unit == "day" and times == 7 else times)
    size = (
        Quantity(measured * count, measured * count, "week" if times == 7 else unit, precision=measured)
        if kind is Kind.DURATION and count is not None
        else None
    )
    days: tuple[dt.date | None, dt.date | None] = (None, None)
    if anchor is not None and count is not None and role in ("last", "next"):
        days = (shift(anchor, unit, -count * times), anchor)
        if role == "next":
            days = (anchor, shift(anchor, unit, count * times))
    if days[0] is None or days[1] is None:
        return evolve(left_open(scan, first, last, at, grain), vague=count is None, length=size), kind
    point = Point(first, last, at, grain, days=days, vague=True, length=size, confidence=0.9, notes=(FROM_DOCUMENT,))
    return point, kind


def _named(
    scan: Scan, first: int, at: int, role: str, unit: str, anchor: dt.date | None, *, article: bool
) -> tuple[Point, Kind] | None:
    last = at + 2
    step = {"last": -1, "next": 1, "this": 0, "following": 1, "previous": -1}[role]
    word = scan.norm(at)
    if role in ("following", "previous"):
        return None
    if unit in ("year", "month", "week", "decade", "century", "quarter", "day", "fortnight", "weekend"):
        if scan.norm(last) in ("of", "in") and (article or scan.norm(last) == "of"):
            return None
        if (unit == "day" and not (article and role == "next")) or (unit == "quarter" and role == "this" and article):
            return None
        if unit == "day":
            previous = date_before(scan, first)
            return _plain(settled(scan, first, last, at, Granularity.DAY, moved(previous, "day", 1), FROM_SENTENCE))
        if unit == "weekend":
            if word == "past" and scan.norm(at - 1) == "this":
                first = at - 1
            days = (None, None) if anchor is None else _weekend(anchor, role)
            return _plain(settled(scan, first, last, at, Granularity.DAY, days, FROM_DOCUMENT))
        if glued(scan, last) and scan.norm(last) in ("-",):
            return None
        whole = unit in ("decade", "century") or (article and role != "this") or word == "past"
        if whole and role in ("last", "next"):
            return _stretch(scan, first, at, 1, at + 1, role)
        if role == "this" and word == "current" and not article:
            return None
        if role == "this" and word == "this" and article:
            return None
        days = moved(anchor or (year_reported(scan) if unit == "year" else None), unit, step)
        kind = Kind.PERIOD if unit in ("decade", "century") else Kind.DATE
        return settled(scan, first, last, at, GRAINS[unit], days, FROM_DOCUMENT), kind
    if unit in _LONG and article and word in ("past", "last", "coming"):
        if scan.norm(last) in ("of", "in", "before") and word == "last":
            return None  # "the last decades of the empire"
        return _stretch(scan, first, at, None, at + 1, role)  # "over the past decades"
    if word in ("past", "coming", "current") and not article and unit not in MONTHS:
        return None
    if unit in SEASONS and scan.norm(last) not in ("school", "camp", "break", "up", "of"):
        if is_number(scan, last):
            return None
        days = _season(anchor, SEASONS[unit], role)
        if unit == "fall" and role == "this" and anchor is None:
            return None
        return settled(scan, first, last, at, Granularity.SEASON, days, FROM_DOCUMENT), Kind.PERIOD
    if unit in WEEKDAY_NAMES and capitalised(scan, at + 1):
        if scan.norm(last) in OF_PLACE and (scan.norm(last + 1) in MONTHS or is_number(scan, last + 1)):
            return None  # "the last Monday of March"
        return _plain(named_weekday(scan, first, last, at, WEEKDAYS[unit], role, anchor))
    if unit in MONTHS and capitalised(scan, at + 1):
        following = scan.norm(last)
        if is_number(scan, last) and len(following) <= 4:
            return None
        return _plain(_month(scan, first, last, at, MONTHS[unit], role, anchor))
    if unit == "night" and word == "last":
        day = shift(anchor, "day", -1) if anchor else None
        return _plain(settled(scan, at, last, at, Granularity.DAY, (day, day), FROM_DOCUMENT))
    if unit in ("morning", "afternoon", "evening") and word == "this":
        return _plain(settled(scan, at, last, at, Granularity.DAY, (anchor, anchor), FROM_DOCUMENT))
    return None


def _weekend(anchor: dt.date, role: str) -> tuple[dt.date | None, dt.date | None]:
    """The Saturday and Sunday of this week; the last before it, or the next after it."""
    saturday = shift(anchor, "day", _SATURDAY - anchor.weekday())
    if role == "last" and saturday is not None and (saturday - anchor).days >= -1:
        saturday = shift(saturday, "day", -7)
    elif role == "next" and saturday is not None:
        saturday = shift(saturday, "day", 7)
    return saturday, shift(saturday, "day", 1) if saturday is not None else None


def _season(anchor: dt.date | None, month: int, role: str) -> tuple[dt.date | None, dt.date | None]:
    """The season nearest to the anchor: "this" the nearest of all, "last" one ended, "next" one to come."""
    if anchor is None:
        return None, None
    found: list[tuple[int, dt.date, dt.date]] = []
    for year in range(max(anchor.year - 2, 1), min(anchor.year + 2, dt.MAXYEAR - 1) + 1):
        start = dt.date(year, month, 1)
        after = add_months(start, 3)
        end = shift(after, "day", -1) if after else None
        if end is None:
            continue
        if (role == "last" and end >= anchor) or (role == "next" and start <= anchor):
            continue
        distance = 0 if start <= anchor <= end else min(abs((start - anchor).days), abs((end - anchor).days))
        found.append((distance, start, end))
    if not found:
        return None, None
    _, start, end = min(found)
    return start, end


def _month(scan: Scan, first: int, last: int, at: int, month: int, role: str, anchor: dt.date | None) -> Point:
    if anchor is None:
        point = left_open(scan, first, last, at, Granularity.MONTH)
        return evolve(point, slot=month)
    year = anchor.year
    if role == "last" and month >= anchor.month:
        year -= 1
    elif role == "next" and month <= anchor.month:
        year += 1
    return Point(first, last, at, Granularity.MONTH, year, month, confidence=0.9, notes=(FROM_DOCUMENT,))
