"""Parts of the year, month or week that was told before, or in which the text was written: "by the end of the year"."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from claimcheck.claims.reading import Reading
from claimcheck.extract.dates.anchors import anchor_of, future, unit_holding
from claimcheck.extract.dates.point import Point, days_of
from claimcheck.extract.dates.words import LENGTHS, ORDINALS, PARTS
from claimcheck.extract.scan import Mention
from claimcheck.records import Granularity, TimeSpan

__all__ = ["part_of_told"]

_GRAINS = tuple(Granularity)
# A year is told by a day, a month or a year; a week or a month only by what is no longer.
_FRACTIONS = {Granularity.HALF: 2, Granularity.QUARTER: 4}
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
    if words[-3:] == ["of", "the", "year"] and time.granularity in _FRACTIONS:
        return _fraction(reading, mention, told, time, ORDINALS.get(words[0], 0))
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


def _fraction(
    reading: Reading, mention: Mention, told: TimeSpan | None, time: TimeSpan, number: int
) -> TimeSpan | None:
    """The days of "the first half of the year"; None where that would be after the text was written."""
    day, anchor = _base(reading, mention, told, "year"), anchor_of(reading.scan)
    parts = _FRACTIONS[time.granularity]
    number = parts if number < 0 else number
    if day is None or not 0 < number <= parts:
        return None
    start, end = days_of(Point(0, 0, 0, time.granularity, day.year, number))
    early = anchor is not None and start is not None and start > anchor
    return (
        None
        if early and not future(reading.scan, mention.first, mention.last)
        else evolve(time, start=start, end=end, relative=None)
    )


def _base(reading: Reading, mention: Mention, told: TimeSpan | None, name: str) -> dt.date | None:
    """A day of the year, month or week that is meant: of the time told, unless the words speak of what is to come."""
    anchor = anchor_of(reading.scan)
    ahead = future(reading.scan, mention.first, mention.last)
    if told is not None and told.end is not None and told.granularity in _KNOWN.get(name, _GRAINS):
        if not (ahead and anchor is not None and told.end < anchor):
            return told.end
    return anchor
