"""Holidays with a year: Christmas Day 2019, Good Friday 2021, Thanksgiving of 2016, Easter last year."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from functools import cache
from typing import Any

from claimcheck.extract.dates.anchors import FROM_DOCUMENT, anchor_of, settled
from claimcheck.extract.dates.months import year_after
from claimcheck.extract.dates.point import Point, shift
from claimcheck.extract.dates.reading import capitalised, matches
from claimcheck.extract.dates.words import SHIFTS
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import split
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity

__all__ = ["HOLIDAY_WORDS", "read_holiday"]

_STEPS = {"last": -1, "this": 0, "next": 1}

Holiday = dict[str, Any]


@cache
def _holidays() -> dict[str, list[tuple[tuple[str, ...], Holiday]]]:
    """The names of holidays by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Holiday]]] = {}
    for row in load_table("calendar")["holidays"]:
        for name in row["names"]:
            words = tuple(token.norm for token in split(name))
            found.setdefault(words[0], []).append((words, row))
    for rows in found.values():
        rows.sort(key=lambda entry: -len(entry[0]))
    return found


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
            day = _day(holiday, found[0])
            return None if day is None else Point(at, found[1], at, Granularity.DAY, days=(day, day))
        after = last + 1 if scan.norm(last) == "of" else last
        step = _STEPS.get(SHIFTS.get(scan.norm(after), ""))
        if step is None or scan.norm(after + 1) != "year":
            return None
        anchor = anchor_of(scan)
        day = _day(holiday, anchor.year + step) if anchor is not None else None
        return settled(scan, at, after + 2, at, Granularity.DAY, (day, day), FROM_DOCUMENT)
    return None
