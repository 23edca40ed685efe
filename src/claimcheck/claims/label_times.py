"""Times that labels and headings name, and days and months that take their year from the text around them."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import cache, lru_cache

import regex
from attrs import evolve

from claimcheck.extract.number_words import SMALL
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Modifier, TimeSpan

__all__ = ["complete", "date_in", "months"]

_YEAR = regex.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d.,/-]|\s*%)")
_YEARS = regex.compile(r"(?<![\d.,/-])((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)?\d\d)(?![\d.,/-]|\s*%)")
_WHOLE_YEAR = 4
_COUNTED = 3  # words of "three years earlier"
_FAR = 100


def complete(time: TimeSpan, year: int) -> TimeSpan | None:
    """A month or day without a year ("In October") in a year that the text around it gives, a year so many from that
    one ("the following year", "three years earlier"), or None.
    """
    if time.start is not None or time.end is not None or not time.relative:
        return None
    words = time.relative.split()
    away = _years_away(words) if time.granularity is Granularity.YEAR else None
    if away is not None and 0 < year + away < dt.MAXYEAR:
        return evolve(time, start=dt.date(year + away, 1, 1), end=dt.date(year + away, 12, 31), relative=None)
    month = months().get(words[0])
    days = [int(word) for word in words[1:] if word.isdigit()]
    if month is None or len(days) != len(words) - 1 or len(days) > 1:
        return None
    try:
        first = dt.date(year, month, days[0] if days else 1)
        last = first if days else dt.date(year, month, calendar.monthrange(year, month)[1])
    except ValueError:
        return None
    return evolve(time, start=first, end=last, relative=None)


def _years_away(words: list[str]) -> int | None:
    """How many years "three years earlier", "the following year", "the year before" lie from the one told before."""
    if words == ["next", "year"]:
        return None  # it counts from the day of writing
    phrase = " ".join(words[1:] if words[:1] == ["the"] else words)
    table = load_table("elapsed")["years"]
    if phrase in table["after"]:
        return 1
    if phrase in table["before"]:
        return -1
    if len(words) != _COUNTED or words[1] not in ("year", "years"):
        return None
    count = (
        1 if words[0] in ("a", "one") else int(SMALL.get(words[0], 0)) or (int(words[0]) if words[0].isdigit() else 0)
    )
    if not 0 < count <= _FAR:
        return None
    return count if words[2] in table["later"] else -count if words[2] in table["earlier"] else None


@cache
def months() -> dict[str, int]:
    """The number of each month by its names and abbreviations."""
    table = load_table("calendar")["months"]
    return {name: number for number, names in enumerate(table.values(), 1) for name in names}


@cache
def _stretches() -> regex.Pattern[str]:
    month = "|".join(sorted(months(), key=len, reverse=True))
    day, year = r"(?:(\d{1,2})(?:st|nd|rd|th)? )?", r"((?:19|20)\d\d)"
    return regex.compile(
        rf"\b(between )?{day}({month})\.?(?: {year})?,? ?(to|until|till|through|and|[-–—]) ?{day}({month})\.? {year}\b"
    )


def _stretch(label: str) -> TimeSpan | None:
    """The months from one to another that a label names: "April to September 2024", "6 May – 3 June 2019"."""
    found = _stretches().search(label.lower())
    if found is None or (found[5] == "and") != bool(found[1]):
        return None
    last_year = int(found[8])
    first, last = months()[found[3]], months()[found[7]]
    first_year = int(found[4]) if found[4] else last_year - (first > last)
    try:
        start = dt.date(first_year, first, int(found[2] or 1))
        end = dt.date(last_year, last, int(found[6] or calendar.monthrange(last_year, last)[1]))
    except ValueError:
        return None
    granularity = Granularity.DAY if found[2] or found[6] else Granularity.MONTH
    return TimeSpan(start, end, granularity, Modifier.RANGE) if start < end else None


@lru_cache(4096)
def date_in(label: str) -> TimeSpan | None:
    """The one month, year or stretch of months that a label names ("Defence budget (2021)", "Audit, 4 May 2021")."""
    stretch = _stretch(label)
    if stretch is not None:
        return stretch
    words = [word.strip("(),.:;").lower() for word in label.split()]
    for at, word in enumerate(words[:-1]):
        month = months().get(word)
        if month is not None and words[at + 1].isdigit() and len(words[at + 1]) == 4:
            year = int(words[at + 1])
            days = [int(words[at - 1])] if at and words[at - 1].isdigit() and 0 < int(words[at - 1]) < 29 else []
            first = dt.date(year, month, days[0] if days else 1)
            last = first if days else dt.date(year, month, calendar.monthrange(year, month)[1])
            return TimeSpan(first, last, Granularity.DAY if days else Granularity.MONTH)
    span = _YEARS.search(label)
    if span is not None:
        first_year = int(span[1])
        last_year = int(span[2]) if len(span[2]) == _WHOLE_YEAR else first_year // 100 * 100 + int(span[2])
        if first_year < last_year:
            return TimeSpan(dt.date(first_year, 1, 1), dt.date(last_year, 12, 31), Granularity.YEAR, Modifier.RANGE)
    years = {int(match.group(1)) for match in _YEAR.finditer(label)}
    if len(years) != 1:
        return None
    year = years.pop()
    return TimeSpan(dt.date(year, 1, 1), dt.date(year, 12, 31), Granularity.YEAR, Modifier.EXACT)
