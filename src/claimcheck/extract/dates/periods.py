"""What a date means with the words that bound it: records single dates, ranges, and lengths that end at a date."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from claimcheck.extract.dates.anchors import resolve_open, with_year_word
from claimcheck.extract.dates.boundaries import boundary_before, goal, length_before, length_from
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.point import Point, add_months, days_of, shift
from claimcheck.extract.dates.reading import count_before, wording
from claimcheck.extract.dates.times import reclaim, time_after, time_before
from claimcheck.extract.dates.words import (
    BEYOND_EARLIER,
    BEYOND_LATER,
    EVENTS,
    LENGTHS,
    ONWARDS,
    OPENING,
    ORDINAL_SUFFIXES,
    YEAR_DUE,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity, Kind, Modifier, TimeSpan

__all__ = ["complete", "emit", "emit_range", "length_to"]

_SPANS = {Granularity.SEASON, Granularity.QUARTER, Granularity.HALF, Granularity.DECADE, Granularity.CENTURY}


_FINE = list(Granularity)


def complete(low: Point, high: Point) -> tuple[Point, Point]:
    """Give each end of a range what only the other one states: the year of "March to October 2020"."""
    if low.days is not None or high.days is not None:
        return low, high
    if low.year is None and high.year is not None and low.slot is not None and high.slot is not None:
        later = (low.slot, low.day or 0) > (high.slot, high.day or 99)
        low = evolve(low, year=high.year - 1 if later and low.grain is high.grain else high.year)
    elif high.year is None and low.year is not None and low.slot is not None and high.slot is not None:
        earlier = (high.slot, high.day or 99) < (low.slot, low.day or 0)
        high = evolve(high, year=low.year + 1 if earlier and low.grain is high.grain else low.year)
    return low, high


def _modifier(point: Point, modifier: Modifier) -> Modifier:
    return Modifier.APPROX if point.part or point.vague else modifier


def _time(point: Point, start: dt.date | None, end: dt.date | None, modifier: Modifier) -> TimeSpan:
    relative = point.relative
    if start is None and end is None and relative is None and point.year is None and point.days is None:
        relative = ""
    return TimeSpan(start, end, point.grain, modifier, relative or None)


def emit(scan: Scan, point: Point, kind: Kind | None = None, *, bounded: bool = True) -> int:
    """Record one date with the preposition that bounds it (if ``bounded``); returns the token after it."""
    by_day = point.grain is Granularity.DAY
    lead = time_before(scan, point.first) if by_day else point.first
    role, first = boundary_before(scan, lead) if bounded else ("", lead)
    if role in ("before", "after") and (_of_event(scan, point) or lead < point.first):
        role, first = "", lead  # "before midnight on Sunday" is on Sunday
    if not point.dated and point.relative is None:
        point = with_year_word(scan, point)
    if not point.dated and point.relative is None:
        point = resolve_open(scan, point)
    start, end = days_of(point)
    last = time_after(scan, point.last) if by_day else point.last
    modifier = _modifier(point, Modifier.RANGE if point.split or _is_span(point) else Modifier.EXACT)
    found = kind or (Kind.PERIOD if _is_span(point) or point.split else Kind.DATE)
    following = scan.norm(last)
    if role in ("", "as_of", "from") and (open_side := _or_beyond(scan, last)) is not None:
        modifier, last = open_side
        found = Kind.PERIOD
        start, end = (start, None) if modifier is Modifier.AT_LEAST else (None, end)
        modifier = _modifier(point, modifier)
    elif role == "from":
        onwards = following in ONWARDS and (
            following != "on" or scan.norm(last + 1) in ("", ",", ".", ";", "the", "and")
        )
        opening = (
            scan.norm(first - 1) in OPENING or first == 0 or scan.norm(first - 1) in (",", ";") or point.part == "start"
        )
        if onwards or opening:
            last += 1 if onwards else 0
            if scan.norm(first - 1) == "as" and not onwards:
                first -= 1
            found, end, modifier = Kind.PERIOD, None, _modifier(point, Modifier.AT_LEAST)
        else:
            first = lead
    elif following in ("onwards", "onward") and role in ("", "as_of", "since", "at_least"):
        last += 1
        first = lead if role == "" else first
        found, end, modifier = Kind.PERIOD, None, _modifier(point, Modifier.AT_LEAST)
    elif role == "post" and point.grain in (Granularity.DECADE, Granularity.CENTURY):
        start = shift(end, "day", 1) if end else None
        found, end, modifier = Kind.PERIOD, None, _modifier(point, Modifier.MORE_THAN)
    elif role in ("since", "at_least", "post"):
        found, end, modifier = Kind.PERIOD, None, _modifier(point, Modifier.AT_LEAST)
    elif role in ("until", "by") or (role == "before" and point.part == "end"):
        found, start = Kind.DATE if role == "by" else Kind.PERIOD, None
        modifier = Modifier.AT_MOST if point.part == "end" else _modifier(point, Modifier.AT_MOST)
    elif role == "before":
        due = point.grain is Granularity.YEAR and scan.norm(point.first - 1) == "the" and _due(scan, last)
        end = end if due else shift(start, "day", -1) if start else None
        found, start, modifier = Kind.PERIOD, None, _modifier(point, Modifier.LESS_THAN)
    elif role == "after":
        start = shift(end, "day", 1) if end else None
        found, end, modifier = Kind.PERIOD, None, _modifier(point, Modifier.MORE_THAN)
    elif role == "throughout":
        found = Kind.PERIOD
        modifier = _modifier(point, Modifier.RANGE)
    elif role == "approximate":
        modifier = Modifier.APPROX
        start, end = _widened(point, start, end)
    elif role == "between":
        first = lead
    elif role == "" and goal(scan, point):
        first = point.first - 1
        found, start, modifier = Kind.PERIOD, None, Modifier.AT_MOST
    if first == point.first and scan.norm(first - 1) == "the" and scan.free(first - 1, first) and _takes_article(point):
        first -= 1
    reclaim(scan, first, last)
    scan.take(
        found,
        first,
        last,
        quantity=point.length,
        time=_time(point, start, end, modifier),
        core=point.core,
        confidence=point.confidence,
        notes=point.notes,
    )
    return last


def _or_beyond(scan: Scan, at: int) -> tuple[Modifier, int] | None:
    """Which way "or later", "and earlier" after a date opens it, and the token after it."""
    if scan.norm(at) not in ("or", "and") or at + 1 >= len(scan.tokens):
        return None
    word, after = scan.norm(at + 1), scan.norm(at + 2)
    closed = after in ("", ")", ".", ",", ";", ":")
    if word in BEYOND_LATER and (closed or (scan.norm(at) == "or" and word != "after")):
        return Modifier.AT_LEAST, at + 2
    if word in BEYOND_EARLIER and (closed or (scan.norm(at) == "or" and word != "before")):
        return Modifier.AT_MOST, at + 2
    return None


def _of_event(scan: Scan, point: Point) -> bool:
    """Whether the date is that of the event that follows: "after Wednesday's stage", "after the 2017 election".

    "Before the 15 March renewal" speaks of a renewal on that day, "before the 2030 target" of a target of that year.
    """
    last = point.last
    follows = last < len(scan.tokens) and scan.tokens[last].kind is TokenKind.WORD and not scan.taken[last]
    named = point.grain is Granularity.YEAR and scan.norm(point.first - 1) == "the" and not point.extent
    noun = follows and (scan.norm(last) in EVENTS or (_due(scan, last) and scan.norm(point.first - 2) == "before"))
    day = point.grain is Granularity.DAY and scan.norm(point.first - 1) == "the" and scan.norm(point.first + 1) != "of"
    if day and follows and follower(scan, last) is Follower.WORD and scan.tokens[last].text.islower():
        return not scan.norm(point.first).endswith(tuple(ORDINAL_SUFFIXES))
    return follows and (scan.norm(last - 1).endswith("'s") or (named and noun))


def _due(scan: Scan, at: int) -> bool:
    """Whether a noun is of what is set for a year: "ahead of the 2020 elections", "before the 2030 target"."""
    norm = scan.norm(at)
    return norm in YEAR_DUE or norm in EVENTS or norm.removesuffix("s") in EVENTS


def _widened(point: Point, start: dt.date | None, end: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """Around 1850: some years on either side; ten for a round year, one for another."""
    if point.grain is Granularity.YEAR and start is not None and end is not None:
        margin = 5 if start.year % 10 == 0 else 1
        return add_months(start, -12 * margin) or start, add_months(end, 12 * margin) or end
    return start, end


def _is_span(point: Point) -> bool:
    return point.extent or (point.grain in _SPANS and point.part not in ("start", "end"))


def _takes_article(point: Point) -> bool:
    ordinal = point.grain in (Granularity.QUARTER, Granularity.HALF)
    long = point.grain in (Granularity.DECADE, Granularity.CENTURY)
    return long or ordinal or point.extent or point.part in ("start", "end")


def emit_range(scan: Scan, low: Point, high: Point, *, modifier: Modifier = Modifier.RANGE) -> int:
    """Record a period with two ends, "between" or "from" included; returns the token after it."""
    low, high = complete(low, high)
    role, first = boundary_before(scan, low.first)
    if role in ("approximate", "by", "before", "after", "post", "as_of"):
        first = low.first
    elif role == "" or role not in ("between", "from", "throughout", "since", "until"):
        first = low.first
        if scan.norm(first - 1) == "the" and scan.free(first - 1, first) and low.grain is Granularity.DECADE:
            first -= 1
    notes = tuple(dict.fromkeys((*low.notes, *high.notes)))
    confidence = min(low.confidence, high.confidence)
    if not low.dated and not high.dated and low.relative is None:
        high = with_year_word(scan, high)
        if high.year is not None:
            low, high = complete(low, high)
    if not low.dated and not high.dated and low.relative is None and high.relative is None:
        high = resolve_open(scan, high)
        if high.year is not None:
            low, high = complete(low, high)
            confidence, notes = min(confidence, high.confidence), (*notes, *(n for n in high.notes if n not in notes))
    start, end = days_of(low)[0], days_of(high)[1]
    if role == "until":
        start = None
    grain = min(low.grain, high.grain, key=_FINE.index)
    relative = wording(scan, low.first, high.last) if start is None and end is None and not low.dated else None
    if start is not None and end is not None and start > end:
        start, end, relative = None, None, wording(scan, low.first, high.last)
        confidence = min(confidence, 0.5)
        notes = (*notes, "the period ends before it begins")
    scan.take(
        Kind.PERIOD,
        first,
        high.last,
        time=TimeSpan(start, end, grain, modifier, relative),
        core=low.core,
        confidence=confidence,
        notes=notes,
    )
    return high.last


def length_to(scan: Scan, point: Point) -> int | None:
    """The decade to 2010, the year ended 30 June, the week of 3 May: a period by its length and its end or beginning.

    Records it and returns the token after it; None where the words before ``point`` are no such length.
    """
    length = length_before(scan, point.first)
    forward = length is None
    if length is None:
        length = length_from(scan, point.first)
    if length is None:
        return None
    at = length + 1
    unit, times, _ = LENGTHS[scan.norm(length)]
    count = count_before(scan, at - 1)
    opening, value = (at - 1, 1) if count is None else count
    if count is None and scan.norm(at - 2) not in (
        "the",
        "fiscal",
        "financial",
        "each",
        "full",
        "half",
        "first",
        "last",
    ):
        return None
    if scan.norm(opening - 1) in ("first", "last", "half", "full", "fiscal", "financial"):
        if scan.norm(opening - 1) == "half" or value is None:
            return None
        opening -= 1
    first = opening - 1 if scan.norm(opening - 1) == "the" and scan.free(opening - 1, opening) else opening
    if forward and not point.dated and point.relative is None:
        point = resolve_open(scan, with_year_word(scan, point))
    start, end = days_of(point)
    if start is None or end is None or value is None:
        return None
    if forward:
        if scan.norm(point.first - 1) == "of" or scan.norm(point.first - 2) == "of":
            start = shift(start, "day", -start.weekday()) or start  # the calendar week that holds the day
        after = shift(start, unit, value * times)
        end = shift(after, "day", -1) if after else None
    else:
        after = shift(end, "day", 1)
        start = shift(after, unit, -value * times) if after else None
    if start is None or end is None:
        return None
    scan.take(
        Kind.PERIOD,
        first,
        point.last,
        time=TimeSpan(start, end, point.grain, Modifier.RANGE),
        core=first,
        confidence=point.confidence,
        notes=point.notes,
    )
    return point.last
