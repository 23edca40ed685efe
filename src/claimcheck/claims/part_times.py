"""Parts of the year, month or week that was told before, or in which the text was written: "by the end of the year"."""

from __future__ import annotations

import calendar
import datetime as dt

from attrs import evolve

from claimcheck.claims.reading import Reading
from claimcheck.extract.dates.anchors import anchor_of, future, unit_holding
from claimcheck.extract.dates.point import Point, days_of
from claimcheck.extract.dates.words import LENGTHS, ORDINALS, PARTS
from claimcheck.extract.number_words import SMALL
from claimcheck.extract.scan import Mention
from claimcheck.records import Granularity, TimeSpan

__all__ = ["narrowed", "part_of_told"]

_GRAINS = tuple(Granularity)
# A year is told by a day, a month or a year; a week or a month only by what is no longer.
_KNOWN = {
    "week": (Granularity.DAY,),
    "month": (Granularity.DAY, Granularity.MONTH),
    "quarter": (Granularity.DAY, Granularity.MONTH),
}


def part_of_told(reading: Reading, mention: Mention, told: TimeSpan | None) -> TimeSpan | None:
    """The days of "the end of the year", "mid-year", "year-end"; None of any other time, or where none is known."""
    time = mention.time
    if time is None or time.start or time.end or not time.relative:
        return None
    words = time.relative.replace("-", " ").split()
    words = words[words[0] == "the" :]
    if words[1:2] and (words[-1] in ("year", "months") or words[1] in _LENGTHS) and len(words) > 1:
        months = _months(words)
        if months is not None:
            return _months_of(reading, mention, told, months, whole=words[-1] == "year")
    name = next((word for word in words if word in LENGTHS), "")
    part = next((PARTS[word] for word in words if word in PARTS), "")
    if not name or not part or len(words) not in (2, 4):
        return None
    day = _base(reading, mention, told, name)
    start, end = unit_holding(day, name)
    if start is None or end is None:
        return None
    start, end = days_of(Point(0, 0, 0, time.granularity, days=(start, end), part=part))
    role = reading.norms[mention.first]
    if role in ("by", "before", "until", "till", "up"):
        start = None
    elif role in ("since", "after", "from"):
        end = None
    return evolve(time, start=start, end=end, relative=None)


def _base(reading: Reading, mention: Mention, told: TimeSpan | None, name: str) -> dt.date | None:
    """A day of the year, month or week that is meant: of the time told, unless the words speak of what is to come."""
    anchor = anchor_of(reading.scan)
    ahead = future(reading.scan, mention.first, mention.last)
    if told is not None and told.end is not None and told.granularity in _KNOWN.get(name, _GRAINS):
        if not (ahead and anchor is not None and told.end < anchor):
            return told.end
    elif told is not None and told.end is not None and anchor is not None and told.end.year != anchor.year:
        return anchor if ahead else None
    return anchor


def _months(words: list[str]) -> tuple[int, int] | None:
    """The first and last month of "first half of the year", "third quarter of the year", "first nine months of the
    year"; counted from the end, they are negative.
    """
    number = ORDINALS.get(words[0], 0)
    if words[1] in _LENGTHS:
        size = _LENGTHS[words[1]]
        number = 12 // size if number < 0 else number
        return ((number - 1) * size + 1, number * size) if 0 < number <= 12 // size else None
    count = int(SMALL.get(words[1], 0)) or (int(words[1]) if words[1].isdecimal() else 0)
    if words[2:3] != ["months"] or not 0 < count < 12 or number not in (1, -1):
        return None
    return (1, count) if number == 1 else (13 - count, 12)


_LENGTHS = {"half": 6, "quarter": 3}
_GRAIN = {"half": Granularity.HALF, "quarter": Granularity.QUARTER}


def narrowed(reading: Reading, mention: Mention, when: TimeSpan) -> TimeSpan:
    """A year as the part of it that its clause names before a noun: "second-quarter growth was 0.6% for 2019"."""
    if when.granularity is not Granularity.YEAR or when.start is None or when.end is None:
        return when
    if when.start.year != when.end.year or reading.scan.vocabulary.isdisjoint(_GRAIN):
        return when
    norms = reading.norms
    first, last = reading.clause(mention.first)
    places = [
        at
        for at in range(first, last - 3)
        if norms[at + 2] in _GRAIN
        and norms[at + 1] in "-‐‑–"
        and ORDINALS.get(norms[at])
        and reading.tags[at + 3] in "NA"
    ]
    if len(places) != 1:
        return when
    at, size = places[0], _LENGTHS[norms[places[0] + 2]]
    number = ORDINALS[norms[at]]
    if not 0 < number <= 12 // size:
        return when
    months = (number - 1) * size + 1, number * size
    start, end = (
        dt.date(when.start.year, months[0], 1),
        dt.date(when.start.year, months[1], calendar.monthrange(when.start.year, months[1])[1]),
    )
    return evolve(when, start=start, end=end, granularity=_GRAIN[norms[at + 2]])


def _months_of(
    reading: Reading, mention: Mention, told: TimeSpan | None, months: tuple[int, int], *, whole: bool
) -> TimeSpan | None:
    """Some months of the year told before, or of that in which the text was written.

    Where the words do not tell that they are of a year (``whole``), they are the last such months that had ended by
    the day told or that of the text, or the next where the words speak of what is to come.
    """
    day = _base(reading, mention, told, "year")
    if day is None or mention.time is None:
        return None
    year = told is not None and told.granularity is Granularity.YEAR and day == told.end
    if not whole and not year and not future(reading.scan, mention.first, mention.last) and day.month <= months[1]:
        day = day.replace(year=day.year - 1, day=1)
    last = calendar.monthrange(day.year, months[1])[1]
    start, end = dt.date(day.year, months[0], 1), dt.date(day.year, months[1], last)
    anchor = anchor_of(reading.scan)
    if anchor is not None and start > anchor and not future(reading.scan, mention.first, mention.last):
        return None
    return evolve(mention.time, start=start, end=end, relative=None)
