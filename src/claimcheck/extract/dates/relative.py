"""Dates that count from another: last month, two days ago, a year later, Thursday, the past five years, October."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from attrs import evolve

from claimcheck.extract.dates.point import Point, add_months, days_of, from_days, shift
from claimcheck.extract.dates.reading import capitalised, count_before, digits, glued, is_number, wording
from claimcheck.extract.dates.words import (
    AGO,
    APPROXIMATING,
    CARDINALS,
    DETERMINERS,
    EARLIER,
    FUTURE,
    LATER,
    LENGTHS,
    MONTHS,
    PARTS_OF_DAY,
    RELATIVE_DAYS,
    SEASONS,
    SHIFTS,
    SINGULAR_LENGTHS,
    TENS,
    UNCOUNTED,
    VAGUE_COUNTS,
    WEEKDAY_NAMES,
    WEEKDAY_NOT_AFTER,
    WEEKDAY_NOT_BEFORE,
    WEEKDAYS,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity, Kind, Quantity

__all__ = ["anchor_of", "read_beside", "read_counted", "read_day_word", "read_shifted", "read_weekday", "resolve_open", "with_year_word"]

_FROM_DOCUMENT = "counted from the document's date"
_FROM_SENTENCE = "counted from the date before it in the sentence"
_OPEN = "nothing in the text says from what day it counts"
_YEAR_ASSUMED = "the year is that of the nearest such date to the document's"
_OVER = frozenset({"in", "over", "during", "within", "for", "of", "throughout", "these", "those"})
_STOPS = frozenset({".", ";", "!", "?", ":"})
_NEAR = 12
_GRAINS = {
    "day": Granularity.DAY,
    "week": Granularity.DAY,
    "fortnight": Granularity.DAY,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
}


def anchor_of(scan: Scan) -> dt.date | None:
    """The day that relative expressions count from: that of the unit's section where it has one, else the document's."""
    sections = scan.document.sections
    index = scan.unit.block.section
    if 0 <= index < len(sections):
        own = sections[index].published
        if own is not None:
            return own
    return scan.conventions.anchor


def _previous(scan: Scan, first: int) -> dt.date | None:
    """The day of the nearest date found before token ``first`` in the unit."""
    for mention in reversed(scan.mentions):
        if mention.last <= first and mention.kind in (Kind.DATE, Kind.PERIOD) and mention.time is not None:
            if mention.time.granularity not in (Granularity.DAY, Granularity.MONTH, Granularity.YEAR):
                return None
            return mention.time.end or mention.time.start
    return None


def future(scan: Scan, first: int, last: int) -> bool:
    """Whether words near the tokens say that the time is still to come."""
    for step, start in ((-1, first - 1), (1, last)):
        for at in range(start, start + step * _NEAR, step):
            norm = scan.norm(at)
            if not norm or norm in _STOPS:
                break
            if norm in FUTURE:
                return True
    return False


def _settled(
    scan: Scan, first: int, last: int, core: int, grain: Granularity, days: tuple[dt.date | None, dt.date | None], why: str
) -> Point:
    if days[0] is None and days[1] is None:
        return _left_open(scan, first, last, core, grain)
    return Point(first, last, core, grain, days=days, confidence=0.9 if why == _FROM_DOCUMENT else 0.7, notes=(why,))


def _left_open(scan: Scan, first: int, last: int, core: int, grain: Granularity) -> Point:
    return Point(first, last, core, grain, days=(None, None), relative=wording(scan, first, last), confidence=0.8, notes=(_OPEN,))


def _week(day: dt.date) -> tuple[dt.date | None, dt.date | None]:
    monday = shift(day, "day", -day.weekday())
    return monday, shift(monday, "day", 6) if monday else None


def _unit_holding(day: dt.date | None, name: str) -> tuple[dt.date | None, dt.date | None]:
    """The calendar unit ("week", "month", "decade") that holds a day."""
    if day is None:
        return None, None
    if name == "week":
        return _week(day)
    if name == "fortnight":
        return None, None
    return from_days(day, _GRAINS[name])


def _moved(anchor: dt.date | None, name: str, count: int) -> tuple[dt.date | None, dt.date | None]:
    """The calendar unit ``count`` units of its own length away from the one that holds ``anchor``."""
    if anchor is None:
        return None, None
    unit, times, _ = LENGTHS[name]
    return _unit_holding(shift(anchor, unit, count * times), name)


def read_day_word(scan: Scan, at: int) -> Point | None:
    """Yesterday, tomorrow, tonight."""
    anchor = anchor_of(scan)
    day = shift(anchor, "day", RELATIVE_DAYS[scan.norm(at)]) if anchor else None
    last = at + 2 if scan.norm(at + 1) in PARTS_OF_DAY else at + 1
    return _settled(scan, at, last, at, Granularity.DAY, (day, day), _FROM_DOCUMENT)


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
        previous = _previous(scan, first)
        if unit in SINGULAR_LENGTHS and unit != "quarter":
            # A decade "before" one that begins in 2014 is no calendar decade.
            days = _moved(None if unit in ("decade", "century") else previous, unit, 1 if role == "following" else -1)
            return _plain(_settled(scan, first, at + 2, at, _GRAINS[unit], days, _FROM_SENTENCE))
        if unit in WEEKDAY_NAMES or unit in PARTS_OF_DAY:
            return _plain(_left_open(scan, first, at + 2, at, Granularity.DAY))
        if unit in SEASONS:
            return _left_open(scan, first, at + 2, at, Granularity.SEASON), Kind.PERIOD
        if unit in MONTHS and capitalised(scan, at + 1):
            return _plain(_left_open(scan, first, at + 2, at, Granularity.MONTH))
    count = _count_at(scan, at + 1)
    if count is not None and scan.norm(count[1]) in LENGTHS and (
        article or scan.norm(at - 1) in _OVER and word in ("past", "last", "next")
    ):
        return _stretch(scan, first, at, count[0], count[1], role)
    return _named(scan, first, at, role, unit, anchor, article=article)


def _plain(point: Point) -> tuple[Point, Kind]:
    return point, Kind.DATE


def _stretch(scan: Scan, first: int, at: int, count: int | None, length: int, role: str) -> tuple[Point, Kind] | None:
    """The past five years: from so long before the document's date up to it."""
    last = length + 1
    if scan.norm(last) in ("of", "'") and scan.norm(last + 1) in ("the", "his", "her", "its", "their", "s"):
        return None
    unit, times, name = LENGTHS[scan.norm(length)]
    grain = _GRAINS[name]
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
        return evolve(_left_open(scan, first, last, at, grain), vague=count is None, length=size), kind
    point = Point(first, last, at, grain, days=days, vague=True, length=size, confidence=0.9, notes=(_FROM_DOCUMENT,))
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
        if unit == "day" and not (article and role == "next") or (unit == "quarter" and role == "this" and article):
            return None
        if unit == "day":
            previous = _previous(scan, first)
            return _plain(_settled(scan, first, last, at, Granularity.DAY, _moved(previous, "day", 1), _FROM_SENTENCE))
        if unit == "weekend":
            return _plain(_left_open(scan, first, last, at, Granularity.DAY)) if word in ("last", "next", "this") else None
        if glued(scan, last) and scan.norm(last) in ("-",):
            return None
        whole = unit in ("decade", "century") or (article and role != "this") or word == "past"
        if whole and role in ("last", "next"):
            return _stretch(scan, first, at, 1, at + 1, role)
        if role == "this" and word == "current" and not article:
            return None
        if role == "this" and word == "this" and article:
            return None
        days = _moved(anchor, unit, step)
        kind = Kind.PERIOD if unit in ("decade", "century") else Kind.DATE
        return _settled(scan, first, last, at, _GRAINS[unit], days, _FROM_DOCUMENT), kind
    if word in ("past", "coming", "current") and not article and unit not in MONTHS:
        return None
    if unit in SEASONS and scan.norm(last) not in ("school", "camp", "break", "up", "of"):
        if is_number(scan, last):
            return None
        days = _season(anchor, SEASONS[unit], role)
        if unit == "fall" and role == "this" and anchor is None:
            return None
        return _settled(scan, first, last, at, Granularity.SEASON, days, _FROM_DOCUMENT), Kind.PERIOD
    if unit in WEEKDAY_NAMES and capitalised(scan, at + 1):
        return _plain(_weekday(scan, first, last, at, WEEKDAYS[unit], role, anchor))
    if unit in MONTHS and capitalised(scan, at + 1):
        following = scan.norm(last)
        if is_number(scan, last) and len(following) <= 4:
            return None
        return _plain(_month(scan, first, last, at, MONTHS[unit], role, anchor))
    if unit == "night" and word == "last":
        day = shift(anchor, "day", -1) if anchor else None
        return _plain(_settled(scan, at, last, at, Granularity.DAY, (day, day), _FROM_DOCUMENT))
    if unit in ("morning", "afternoon", "evening") and word == "this":
        return _plain(_settled(scan, at, last, at, Granularity.DAY, (anchor, anchor), _FROM_DOCUMENT))
    return None


def _season(anchor: dt.date | None, month: int, role: str) -> tuple[dt.date | None, dt.date | None]:
    """The season of that role nearest to the anchor: "this" the nearest of all, "last" one ended, "next" one to come."""
    if anchor is None:
        return None, None
    found: list[tuple[int, dt.date, dt.date]] = []
    for year in range(max(anchor.year - 2, 1), min(anchor.year + 2, dt.MAXYEAR - 1) + 1):
        start = dt.date(year, month, 1)
        after = add_months(start, 3)
        end = shift(after, "day", -1) if after else None
        if end is None:
            continue
        if role == "last" and end >= anchor or role == "next" and start <= anchor:
            continue
        distance = 0 if start <= anchor <= end else min(abs((start - anchor).days), abs((end - anchor).days))
        found.append((distance, start, end))
    if not found:
        return None, None
    _, start, end = min(found)
    return start, end


def _month(
    scan: Scan, first: int, last: int, at: int, month: int, role: str, anchor: dt.date | None
) -> Point:
    if anchor is None:
        point = _left_open(scan, first, last, at, Granularity.MONTH)
        return evolve(point, slot=month)
    year = anchor.year
    if role == "last" and month >= anchor.month:
        year -= 1
    elif role == "next" and month <= anchor.month:
        year += 1
    return Point(first, last, at, Granularity.MONTH, year, month, confidence=0.9, notes=(_FROM_DOCUMENT,))


def _weekday(
    scan: Scan, first: int, last: int, at: int, weekday: int, role: str, anchor: dt.date | None
) -> Point:
    if anchor is None:
        return _left_open(scan, first, last, at, Granularity.DAY)
    behind = (anchor.weekday() - weekday) % 7
    ahead = (weekday - anchor.weekday()) % 7
    if role == "last":
        move = -(behind or 7)
    elif role == "next":
        move = ahead or 7
    elif role == "this":
        move = weekday - anchor.weekday()
    else:
        move = ahead if future(scan, first, last) else -behind
    day = shift(anchor, "day", move)
    return _settled(scan, first, last, at, Granularity.DAY, (day, day), _FROM_DOCUMENT)


def read_weekday(scan: Scan, at: int) -> Point | None:
    """Thursday, on Monday morning; not "Black Friday", "every Sunday", "the Sunday Times"."""
    norm = scan.norm(at)
    if norm not in WEEKDAY_NAMES or not capitalised(scan, at) or glued(scan, at) and scan.norm(at - 1) in ("-", "@", "#"):
        return None
    before, after = scan.norm(at - 1), scan.norm(at + 1)
    if before in WEEKDAY_NOT_AFTER or after in WEEKDAY_NOT_BEFORE:
        return None
    named = at + 1 < len(scan.tokens) and scan.tokens[at + 1].kind is TokenKind.WORD and capitalised(scan, at + 1)
    if named and not scan.tokens[at].text.isupper() and before not in ("on", "last", "next", "this", "by", "until", "since"):
        return None
    if after in ("to", "-", "–", "and", "or", "through") and scan.norm(at + 2) in WEEKDAY_NAMES and before != "on":
        return None
    last = at + 2 if after in PARTS_OF_DAY else at + 1
    return _weekday(scan, at, last, at, WEEKDAYS[norm], "", anchor_of(scan))


def read_counted(scan: Scan, at: int) -> tuple[Point, Kind] | None:
    """Two days ago, a year later, three months earlier, a few weeks ago; ``at`` is the last word."""
    norm = scan.norm(at)
    name = scan.norm(at - 1)
    length = LENGTHS.get(name)
    if length is None or not scan.free(at - 1, at + 1):
        return None
    count = count_before(scan, at - 1)
    if count is None:
        return None
    first, value = count
    unit, times, calendar = length
    core = first
    while scan.norm(first - 1) in APPROXIMATING and scan.free(first - 1, first):
        first -= 1
    if scan.norm(first - 1) == "than" and scan.norm(first - 2) in ("more", "less") and scan.free(first - 2, first):
        first -= 2
    approximate = value is None or first < core
    if norm in AGO:
        base, sign, why = anchor_of(scan), -1, _FROM_DOCUMENT
    elif norm in LATER or norm in EARLIER:
        if norm == "on" and scan.norm(at + 1) not in (",", ".", ""):
            return None
        base, sign, why = _previous(scan, first), 1 if norm in LATER else -1, _FROM_SENTENCE
    else:
        return None
    grain = _GRAINS[calendar]
    if base is None or value is None:
        return evolve(_left_open(scan, first, at + 1, core, grain), vague=approximate), Kind.DATE
    day = shift(base, unit, sign * value * times)
    if calendar == "decade":
        days = from_days(day, Granularity.YEAR) if day else (None, None)
        grain, approximate = Granularity.YEAR, True
    elif calendar == "fortnight":
        days = (day, day)
    else:
        days = _unit_holding(day, calendar)
    point = _settled(scan, first, at + 1, core, grain, days, why)
    return evolve(point, vague=approximate or calendar in ("week", "fortnight")), Kind.DATE


def read_beside(scan: Scan, at: int, read: Callable[[Scan, int], Point | None]) -> Point | None:
    """The day before the attack, two weeks after 12 March 2019; ``at`` is "before" or "after".

    A length beside an event ("two years after the war") is a duration and left to others; beside a date it is a date.
    """
    length = LENGTHS.get(scan.norm(at - 1))
    sign = 1 if scan.norm(at) == "after" else -1
    evening = scan.norm(at - 1) in PARTS_OF_DAY
    if (length is None and not evening) or not scan.free(at - 1, at + 1):
        return None
    the = scan.norm(at - 2) == "the" and scan.norm(at - 1) not in ("days", "weeks", "months", "years")
    count = (at - 2, 1) if the else count_before(scan, at - 1) if length else None
    if count is None or not scan.free(count[0], at):
        return None
    first, value = count
    after = at + 1
    point = read(scan, after + 1 if scan.norm(after) == "the" else after)
    if point is not None and length is not None and value is not None and not (point.bare and not the):
        if not point.dated and point.relative is None:
            point = resolve_open(scan, point)
        base = days_of(evolve(point, bare=False))[0 if sign < 0 else 1]
        unit, times, name = length
        day = shift(base, unit, sign * value * times) if base else None
        if day is not None:
            days = _unit_holding(day, name)
            return Point(
                first, point.last, first, _GRAINS[name], days=days, vague=unit != "day" or times > 1,
                confidence=point.confidence, notes=point.notes,
            )
    if not the:
        return None
    following = scan.norm(after)
    grain = _GRAINS[length[2]] if length else Granularity.DAY
    if following in ("", ".", ",", ";", ")"):
        previous = _previous(scan, first)
        days = _moved(previous, scan.norm(at - 1), sign) if length else (None, None)
        return _settled(scan, first, at + 1, first + 1, grain, days, _FROM_SENTENCE)
    last = at + 1
    if following in DETERMINERS and after + 1 < len(scan.tokens) and scan.tokens[after + 1].kind is TokenKind.WORD:
        ends = scan.norm(after + 2)
        if ends in UNCOUNTED or not ends[:1].isalnum():
            last = after + 2
    return _left_open(scan, first, last, first + 1, grain)


def with_year_word(scan: Scan, point: Point) -> Point:
    """October last year, 12 March of this year: the date with the year that the words after it name."""
    at = point.last
    if scan.norm(at) == "of":
        at += 1
    role = SHIFTS.get(scan.norm(at))
    if role not in ("last", "this", "next") or scan.norm(at + 1) != "year" or not scan.free(at, at + 2):
        return point
    anchor = anchor_of(scan)
    last = at + 2
    if anchor is None:
        return evolve(
            point, last=last, relative=wording(scan, point.core, last), confidence=0.8, notes=(*point.notes, _OPEN)
        )
    step = {"last": -1, "this": 0, "next": 1}[role]
    return evolve(point, last=last, year=anchor.year + step).doubted(0.9, _FROM_DOCUMENT)


def resolve_open(scan: Scan, point: Point) -> Point:
    """Give a date without a year ("October", "12 December", "Q3") the year of the nearest such one, where that is known.

    The nearest past one is meant, unless the words around it speak of what is to come; with no date to count from it is
    left open, with its wording.
    """
    anchor = anchor_of(scan)
    wordy = wording(scan, point.core, point.last)
    if anchor is None:
        return evolve(point, relative=wordy)
    month = point.slot or 1
    if point.grain is Granularity.QUARTER:
        month = (month - 1) * 3 + 1
    elif point.grain is Granularity.HALF:
        month = (month - 1) * 6 + 1
    day = point.day or 1
    later = (month, day) > (anchor.month, anchor.day if point.day else 31)
    year = anchor.year
    if future(scan, point.first, point.last):
        earlier = (month, day) < (anchor.month, anchor.day if point.day else 1)
        year += 1 if earlier else 0
    elif later:
        year -= 1
    return evolve(point, year=year).doubted(0.8, _YEAR_ASSUMED)
