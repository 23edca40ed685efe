"""Days told by their number alone, in the month that was told before them or in which the text was written."""

from __future__ import annotations

import calendar
import datetime as dt

import regex
from attrs import evolve

from claimcheck.claims.reading import Reading
from claimcheck.extract.dates.anchors import anchor_of, future
from claimcheck.extract.dates.point import add_months, shift
from claimcheck.extract.dates.tense import in_present
from claimcheck.extract.scan import Mention
from claimcheck.records import Granularity, Modifier, TimeSpan

__all__ = ["in_its_month"]

_NUMBER = regex.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_LATE = 15  # so many days before the day told, a number is of the month after it


def in_its_month(reading: Reading, mention: Mention, told: TimeSpan | None) -> TimeSpan | None:
    """The days of "on the 18th", "from the 12th to the 14th"; None of any other time, or where no month is known."""
    time = mention.time
    if time is None or time.start or time.end or not time.relative or time.granularity is not Granularity.DAY:
        return None
    words = time.relative
    numbers = [int(number) for number in _NUMBER.findall(words)]
    if not numbers or not words.removeprefix("the ")[:1].isdecimal():
        return None
    first = _day(reading, mention, numbers[0], told)
    if first is None:
        return None
    last = first if len(numbers) == 1 else _after(first, numbers[1])
    if last is None:
        return None
    start: dt.date | None = first
    end: dt.date | None = last
    if len(numbers) > 1:
        return evolve(time, start=start, end=end, relative=None, modifier=Modifier.RANGE)
    if time.modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
        start, end = None, shift(last, "day", -1) if time.modifier is Modifier.LESS_THAN else last
    elif time.modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        start, end = shift(first, "day", 1) if time.modifier is Modifier.MORE_THAN else first, None
    return evolve(time, start=start, end=end, relative=None)


def _day(reading: Reading, mention: Mention, number: int, told: TimeSpan | None) -> dt.date | None:
    """The day with a number: of the month told last, else the last one before the text was written, or the next."""
    if told is not None and told.end is not None and told.granularity in (Granularity.DAY, Granularity.MONTH):
        month = told.end
        late = told.granularity is Granularity.DAY and number <= month.day - _LATE
        return _numbered((add_months(month.replace(day=1), 1) or month) if late else month, number)
    anchor = anchor_of(reading.scan)
    if anchor is None or (told is not None and told.end is not None and told.end.year != anchor.year):
        return None
    first = anchor.replace(day=1)
    ahead = future(reading.scan, mention.first, mention.last) or in_present(reading.scan, mention.first)
    if ahead:
        return _numbered(anchor if number >= anchor.day else add_months(first, 1), number)
    return _numbered(anchor if number <= anchor.day else add_months(first, -1), number)


def _after(first: dt.date, number: int) -> dt.date | None:
    """The next day with a number after a day."""
    return _numbered(first if number > first.day else add_months(first.replace(day=1), 1), number)


def _numbered(month: dt.date | None, number: int) -> dt.date | None:
    if month is None or number > calendar.monthrange(month.year, month.month)[1]:
        return None
    return month.replace(day=number)
