"""Holidays with a year: Christmas Day 2019, Good Friday 2021, Thanksgiving of 2016, Easter last year."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from functools import cache
from typing import Any

from attrs import evolve

from claimcheck.extract.dates.anchors import FROM_DOCUMENT, anchor_of, settled
from claimcheck.extract.dates.months import year_after
from claimcheck.extract.dates.point import Point, days_of, shift
from claimcheck.extract.dates.reading import capitalised, matches
from claimcheck.extract.dates.words import SHIFTS
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import split
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity

__all__ = ["HOLIDAY_WORDS", "read_eve", "read_holiday"]

_STEPS = {"last": -1, "this": 0, "next": 1}

Holiday = dict[str, Any]


@cache
def _holidays() -> dict[str, list[tuple[tuple[str, ...], Holiday]]]:
    """The names of holidays by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Holiday]]] = {}
    for row in load_table("calendar")["holidays"]:
        for name in (form for written in row["names"] for form in _forms(written)):
            words = tuple(token.norm for token in split(name))
            found.setdefault(words[0], []).append((words, row))
    for rows in found.values():
        rows.sort(key=lambda entry: -len(entry[0]))
    return found


def _forms(name: str) -> tuple[str, ...]:
    """The ways to write the name of a saint's day."""
    saint, _, rest = name.partition(" ")
    return tuple(f"{form} {rest}" for form in ("st", "st.", "saint")) if saint == "st" else (name,)


#: The words with which the names of holidays begin.
HOLIDAY_WORDS = frozenset(_holidays())


def _day(holiday: Holiday, year: int) -> dt.date | None:
    """The day that a holiday falls on in a year."""
    if not dt.MINYEAR < year < dt.MAXYEAR:
        return None
    if "easter" in holiday:
        from dateutil.easter import easter

        return shift(easter(year), "day", holiday["easter"])
    month = holiday["month"]
    if "day" in holiday:
        return dt.date(year, month, holiday["day"])
    weekday, nth = holiday["weekday"], holiday["nth"]
    first = dt.date(year, month, 1)
    day = shift(first, "day", (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if nth < 0:
        last = dt.date(year, month, monthrange(year, month)[1])
        day = shift(last, "day", -((last.weekday() - weekday) % 7))
    return shift(day, "day", holiday.get("plus", 0)) if day is not None else None


def _until(holiday: Holiday, year: int) -> dt.date | None:
    """The last day that a holiday may fall on, where countries or years keep it on different ones."""
    return dt.date(year, *holiday["until"]) if "until" in holiday and dt.MINYEAR < year < dt.MAXYEAR else None


def read_eve(scan: Scan, at: int, read: Callable[[Scan, int], Point | None]) -> Point | None:
    """The day before a day, from "eve" at ``at``: "on the eve of 1 May 1920", "the eve of Good Friday 1921"."""
    if scan.norm(at + 1) != "of":
        return None
    point = read(scan, at + 2)
    whole = days_of(point) if point is not None and point.dated and point.grain is Granularity.DAY else None
    if point is None or whole is None or whole[0] is None or (day := shift(whole[0], "day", -1)) is None:
        return None
    first = at - 1 if scan.norm(at - 1) == "the" else at
    if not scan.free(first, point.last):
        return None
    return evolve(point, first=first, core=at, year=None, slot=None, day=None, days=(day, day))


def read_holiday(scan: Scan, at: int) -> Point | None:
    """The holiday named at ``at`` with the year after it, or "last year" and the like; None without a year."""
    if not capitalised(scan, at):
        return None
    for words, holiday in _holidays()[scan.norm(at)]:
        if not matches(scan, at, words):
            continue
        last = at + len(words)
        found = year_after(scan, last)
        if found is not None:
            day, late = _day(holiday, found[0]), _until(holiday, found[0])
            days = (day, late or day)
            return None if day is None else Point(at, found[1], at, Granularity.DAY, days=days, vague=late is not None)
        after = last + 1 if scan.norm(last) == "of" else last
        step = _STEPS.get(SHIFTS.get(scan.norm(after), ""))
        if step is None or scan.norm(after + 1) != "year":
            return None
        anchor = anchor_of(scan)
        day = _day(holiday, anchor.year + step) if anchor is not None else None
        return settled(scan, at, after + 2, at, Granularity.DAY, (day, day), FROM_DOCUMENT)
    return None
