"""What relative dates count from: the document's date, or the date before them in the sentence."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from claimcheck.extract.dates.point import Point, from_days, shift
from claimcheck.extract.dates.reading import capitalised, digits, wording
from claimcheck.extract.dates.tense import in_present, of_speech, sets_in
from claimcheck.extract.dates.words import (
    ANNOUNCING,
    FUTURE,
    LENGTHS,
    MONTHS,
    ORDINAL_SUFFIXES,
    SHIFTS,
)
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity, Kind

__all__ = [
    "FROM_DOCUMENT",
    "FROM_SENTENCE",
    "GRAINS",
    "anchor_of",
    "date_before",
    "future",
    "left_open",
    "moved",
    "resolve_open",
    "settled",
    "unit_holding",
    "with_year_word",
    "year_reported",
]

FROM_DOCUMENT = "counted from the document's date"


FROM_SENTENCE = "counted from the date before it in the sentence"


_OPEN = "nothing in the text says from what day it counts"


_YEAR_ASSUMED = "the year is that of the nearest such date to the document's"
_YEAR_OF_WEEKDAY = "the year in which the day falls on that weekday"


_STOPS = frozenset({".", ";", "!", "?", ":"})


_NEAR = 12
_HOLDING = frozenset({"is", "are", "will", "has", "have"})
_LONGEST_LIST = 12
_LONGEST_MONTH = 31
_LIST_MARKS = frozenset({",", ";", "/"})
_JUST = 60  # days


GRAINS = {
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
    """The day that relative expressions count from: the date of the unit's own section, else that of the document."""
    sections = scan.document.sections
    index = scan.unit.block.section
    if 0 <= index < len(sections):
        own = sections[index].published
        if own is not None:
            return own
    return scan.conventions.anchor


def year_reported(scan: Scan) -> dt.date | None:
    """The last day of the year that the document reports on: "the previous year" is the one before it."""
    year = scan.conventions.reported
    return dt.date(year, 12, 31) if year is not None else None


_COUNTED_FROM = {
    "day": (Granularity.DAY,),
    "month": (Granularity.DAY, Granularity.MONTH),
    "year": (Granularity.DAY, Granularity.MONTH, Granularity.YEAR),
}


def date_before(scan: Scan, first: int, unit: str = "year") -> dt.date | None:
    """The day of the nearest date found before token ``first`` in the unit, if it is told finely enough to count
    days, months or years from it.
    """
    for mention in reversed(scan.mentions):
        if mention.last <= first and mention.kind in (Kind.DATE, Kind.PERIOD) and mention.time is not None:
            if mention.time.granularity not in _COUNTED_FROM[unit]:
                return None
            return mention.time.end or mention.time.start
    return None


def future(scan: Scan, first: int, last: int) -> bool:
    """Whether words near the tokens say that the time is still to come."""
    if of_speech(scan, first):
        return False
    if _announced(scan, first):
        return True
    for step, start in ((-1, first - 1), (1, last)):
        for at in range(start, start + step * _NEAR, step):
            norm = scan.norm(at)
            if norm == "would" and scan.norm(at + 1) != "have":
                return True
            if (
                not norm
                or norm in _STOPS
                or (step > 0 and norm == "that")
                or (step > 0 and norm in ("and", "but") and scan.norm(at + 1) in _HOLDING)
            ):
                break  # "was ordered in December and is due by the end of 2024"
            if norm in FUTURE:
                return True
    return False


def _announced(scan: Scan, first: int) -> bool:
    """Whether a label tells of what comes next: "Next report: 20 October", "Deadline: 3 May"."""
    colon = next((at for at in range(first - 1, max(first - _NEAR, 0), -1) if scan.norm(at) == ":"), 0)
    return bool(colon) and not ANNOUNCING.isdisjoint(scan.norms[max(colon - 4, 0) : colon])


def settled(
    scan: Scan,
    first: int,
    last: int,
    core: int,
    grain: Granularity,
    days: tuple[dt.date | None, dt.date | None],
    why: str,
) -> Point:
    """A relative date with its days, and what it was counted from; left open where they are not known."""
    if days[0] is None and days[1] is None:
        return left_open(scan, first, last, core, grain)
    return Point(first, last, core, grain, days=days, confidence=0.9 if why == FROM_DOCUMENT else 0.7, notes=(why,))


def left_open(scan: Scan, first: int, last: int, core: int, grain: Granularity) -> Point:
    """A relative date that nothing anchors: it keeps its wording."""
    return Point(
        first, last, core, grain, days=(None, None), relative=wording(scan, first, last), confidence=0.8, notes=(_OPEN,)
    )


def _week(day: dt.date) -> tuple[dt.date | None, dt.date | None]:
    monday = shift(day, "day", -day.weekday())
    return monday, shift(monday, "day", 6) if monday else None


def unit_holding(day: dt.date | None, name: str) -> tuple[dt.date | None, dt.date | None]:
    """The calendar unit ("week", "month", "decade") that holds a day."""
    if day is None:
        return None, None
    if name == "week":
        return _week(day)
    if name == "fortnight":
        return None, None
    return from_days(day, GRAINS[name])


def moved(anchor: dt.date | None, name: str, count: int) -> tuple[dt.date | None, dt.date | None]:
    """The calendar unit ``count`` units of its own length away from the one that holds ``anchor``."""
    if anchor is None:
        return None, None
    unit, times, _ = LENGTHS[name]
    return unit_holding(shift(anchor, unit, count * times), name)


def with_year_word(scan: Scan, point: Point) -> Point:
    """October last year, 12 March of this year: the date with the year that the words after it name.

    Of a list ("March, April and May 2016") each has the year of the last.
    """
    listed = _listed_year(scan, point)
    if listed is not None:
        return evolve(point, year=listed)
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
    return evolve(point, last=last, year=anchor.year + step).doubted(0.9, FROM_DOCUMENT)


def _listed_year(scan: Scan, point: Point) -> int | None:
    """The year at the end of a list of months or days that a month or day without a year begins, or None."""
    if point.grain not in (Granularity.MONTH, Granularity.DAY) or point.slot is None:
        return None
    at, month = point.last, point.slot
    for _ in range(_LONGEST_LIST):
        here = at + 1 if scan.norm(at) in _LIST_MARKS else at
        here += scan.norm(here) in ("and", "or", "&")
        here += scan.norm(here) == "the"
        if here == at:
            return None
        day = _day_at(scan, here)
        name = MONTHS.get(scan.norm(day))
        if name is None or name < month or not capitalised(scan, day):
            return None
        month, at = name, day + 1
        if scan.norm(at) == "." and scan.tokens[at].glued:
            at += 1
        if day == here:
            at = _day_at(scan, at)
        year = digits(scan.norm(at + 1 if scan.norm(at) == "," else at))
        if year is not None and 1500 <= year <= 2199:
            return year
    return None


def _day_at(scan: Scan, at: int) -> int:
    """The token after a day of the month ("3", "3rd") at ``at``; ``at`` itself where none stands there."""
    day = digits(scan.norm(at))
    if day is None or not 1 <= day <= _LONGEST_MONTH:
        return at
    return at + 2 if scan.norm(at + 1) in ORDINAL_SUFFIXES and scan.tokens[at + 1].glued else at + 1


def _coming(anchor: dt.date, month: int, day: int | None) -> int:
    """How many years on the coming such day is; 0 for one that has just passed."""
    behind = (anchor.month - month) * 30 + ((anchor.day - day) if day is not None else 0)
    return 1 if behind > _JUST else 0


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return dt.date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def resolve_open(scan: Scan, point: Point) -> Point:
    """Give a date without a year ("October", "12 December", "Q3") the year of the nearest such one.

    A weekday beside it tells the year; else the nearest past one is meant, unless the words around it speak of what is
    to come, or the verb is in the present and no such day has just passed. With no date to count from it is of the year
    that the text reports on, or else left open, with its wording.
    """
    anchor = anchor_of(scan)
    wordy = wording(scan, point.core, point.last)
    if anchor is None:
        reported = scan.conventions.reported
        if reported is None or future(scan, point.first, point.last) or in_present(scan, point.first):
            return evolve(point, relative=wordy)
        return evolve(point, year=reported).doubted(0.8, _YEAR_ASSUMED)
    month = point.slot or 1
    if point.grain is Granularity.QUARTER:
        month = (month - 1) * 3 + 1
    elif point.grain is Granularity.HALF:
        month = (month - 1) * 6 + 1
    day = point.day or 1
    if point.weekday is not None and point.day:
        fitting = [
            year for year in range(anchor.year - 1, anchor.year + 2) if _falls_on(year, month, day, point.weekday)
        ]
        if len(fitting) == 1:
            return evolve(point, year=fitting[0]).doubted(0.9, _YEAR_OF_WEEKDAY)
    later = (month, day) > (anchor.month, anchor.day if point.day else 31)
    year = anchor.year
    if future(scan, point.first, point.last):
        earlier = (month, day) < (anchor.month, anchor.day if point.day else 1)
        year += 1 if earlier else 0
    elif in_present(scan, point.first) or sets_in(scan, point.first, point.last):
        year += _coming(anchor, month, day if point.day else None)
    elif scan.conventions.reported is not None:
        year = scan.conventions.reported
    elif later:
        year -= 1
    return evolve(point, year=year).doubted(0.8, _YEAR_ASSUMED)
