"""Whole expressions: a date or two with the words that bound or join them, and what span of days they mean."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from claimcheck.extract.dates.evidence import Follower, follower, year_evidence
from claimcheck.extract.dates.point import Point, add_months, days_of, shift
from claimcheck.extract.dates.reading import count_before, digits, glued, is_number, matches_before, wording
from claimcheck.extract.dates.relative import resolve_open, with_year_word
from claimcheck.extract.dates.times import time_after, time_before
from claimcheck.extract.dates.words import (
    BOUNDARIES,
    DASHES,
    LENGTHS,
    ONWARDS,
    OPENING,
    PLANNING,
    PRESENT,
    RANGE_CONNECTORS,
    REACHING,
    YEAR_STRONG,
)
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity, Kind, Modifier, TimeSpan

__all__ = ["boundary_before", "complete", "connector_at", "emit", "emit_range", "goal", "length_to", "open_end", "second_year"]

_SPANS = {Granularity.SEASON, Granularity.QUARTER, Granularity.HALF, Granularity.DECADE, Granularity.CENTURY}
_STRONG = {"since", "until", "as_of", "throughout", "at_least", "post", "approximate"}
_CIRCA = {"circa", "c", "ca"}
_OF_TIME = {"by", "from", "of", "before", "after"}
_FINE = list(Granularity)


def boundary_before(scan: Scan, first: int) -> tuple[str, int]:
    """The preposition of time that ends before token ``first``: its role and first token; ("", first) where none does."""
    end = first
    if scan.norm(end - 1) == "the" and scan.free(end - 1, end):
        end -= 1
    if end < first and scan.norm(end - 1) not in BOUNDARIES:
        return "", first
    for words, role in BOUNDARIES.get(scan.norm(end - 1), ()):
        if matches_before(scan, end, words):
            if words[-1] == "-" and not (glued(scan, end - 1) and glued(scan, end)):
                continue
            if role == "approximate" and words[-1] == "c" and not glued(scan, end):
                continue
            return role, end - len(words)
    if scan.norm(end - 1) == "." and glued(scan, end - 1) and scan.norm(end - 2) in ("c", "ca", "approx"):
        return "approximate", end - 2
    return "", first


def connector_at(scan: Scan, at: int) -> tuple[str, int] | None:
    """What joins two ends of a period at ``at``: "-", "to", "and"; and the token after it."""
    norm = scan.norm(at)
    for words in RANGE_CONNECTORS.get(norm, ()):
        if all(scan.norm(at + n) == word for n, word in enumerate(words)):
            return words[0], at + len(words)
    if norm in ("and", "or", "&", "/"):
        return norm, at + 1
    return None


def second_year(scan: Scan, point: Point) -> Point | None:
    """The "19" of 2014-19: the end of a range whose first year is ``point``, or None."""
    at = point.last
    if point.grain is not Granularity.YEAR or not point.bare or point.year is None:
        return None
    if scan.norm(at) not in DASHES and scan.norm(at) != "/":
        return None
    norm = scan.norm(at + 1)
    if not is_number(scan, at + 1) or len(norm) != 2 or not (glued(scan, at) and glued(scan, at + 1)):
        return None
    end = at + 2
    if glued(scan, end) and (scan.norm(end) in ("%", "/") or scan.norm(end) in DASHES and is_number(scan, end + 1)):
        return None
    second = digits(norm)
    if second is None or second <= point.year % 100 or scan.norm(at) == "/":
        return None
    return Point(at + 1, end, at + 1, Granularity.YEAR, point.year // 100 * 100 + second)


def open_end(scan: Scan, at: int) -> int | None:
    """The token after "present" or "to date" where a range ends in the present at ``at``, or None."""
    for words in PRESENT:
        if all(scan.norm(at + n) == word for n, word in enumerate(words)):
            return at + len(words)
    return None


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
    if not point.dated and point.relative is None:
        point = with_year_word(scan, point)
    if not point.dated and point.relative is None:
        point = resolve_open(scan, point)
    start, end = days_of(point)
    last = time_after(scan, point.last) if by_day else point.last
    modifier = _modifier(point, Modifier.RANGE if point.split or _is_span(point) else Modifier.EXACT)
    found = kind or (Kind.PERIOD if _is_span(point) or point.split else Kind.DATE)
    following = scan.norm(last)
    if role == "from":
        onwards = following in ONWARDS and (following != "on" or scan.norm(last + 1) in ("", ",", ".", ";", "the", "and"))
        opening = scan.norm(first - 1) in OPENING or first == 0 or scan.norm(first - 1) in (",", ";") or point.part == "start"
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
    elif role in ("since", "at_least", "post"):
        found, end, modifier = Kind.PERIOD, None, _modifier(point, Modifier.AT_LEAST)
    elif role in ("until", "by"):
        found, start = Kind.PERIOD if role == "until" else Kind.DATE, None
        modifier = Modifier.AT_MOST if point.part == "end" else _modifier(point, Modifier.AT_MOST)
    elif role == "before":
        end = shift(start, "day", -1) if start else None
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
    scan.take(
        found, first, last, quantity=point.length, time=_time(point, start, end, modifier), core=point.core,
        confidence=point.confidence, notes=point.notes,
    )
    return last


def _widened(point: Point, start: dt.date | None, end: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """Around 1850: some years on either side; ten for a round year, one for another."""
    if point.grain is Granularity.YEAR and start is not None and end is not None:
        margin = 5 if start.year % 10 == 0 else 1
        return add_months(start, -12 * margin) or start, add_months(end, 12 * margin) or end
    return start, end


def _is_span(point: Point) -> bool:
    return point.extent or point.grain in _SPANS and point.part not in ("start", "end")


def _takes_article(point: Point) -> bool:
    ordinal = point.grain in (Granularity.QUARTER, Granularity.HALF)
    long = point.grain in (Granularity.DECADE, Granularity.CENTURY)
    return long or ordinal or point.extent or point.part in ("start", "end")


def goal(scan: Scan, point: Point) -> bool:
    """Whether "to 2030" names the end that a plan or a guide looks to."""
    if scan.norm(point.first - 1) != "to" or not scan.free(point.first - 1, point.first):
        return False
    near = [scan.norm(at) for at in range(max(point.first - 9, 0), point.first - 1)]
    return any(word in PLANNING for word in near) and not any(word in REACHING for word in near[-4:])


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
        Kind.PERIOD, first, high.last, time=TimeSpan(start, end, grain, modifier, relative), core=low.core,
        confidence=confidence, notes=notes,
    )
    return high.last


def _length_before(scan: Scan, first: int) -> int | None:
    """The token of "years" in "the five years to", "the year ended" before token ``first``, or None."""
    at = first - 1
    if scan.norm(at) in ("the", "on"):
        at -= 1
    if scan.norm(at) not in ("to", "ended", "ending") or scan.norm(at - 1) not in LENGTHS:
        return None
    return at - 1 if scan.free(at - 1, first) else None


def length_to(scan: Scan, point: Point) -> int | None:
    """The decade to 2010, the five years to March 2019, the year ended 30 June: a period by its length and its end.

    Records it and returns the token after it; None where the words before ``point`` are no such length.
    """
    length = _length_before(scan, point.first)
    if length is None:
        return None
    at = length + 1
    unit, times, _ = LENGTHS[scan.norm(length)]
    count = count_before(scan, at - 1)
    opening, value = (at - 1, 1) if count is None else count
    if count is None and scan.norm(at - 2) not in ("the", "fiscal", "financial", "each", "full", "half", "first", "last"):
        return None
    if scan.norm(opening - 1) in ("first", "last", "half", "full", "fiscal", "financial"):
        if scan.norm(opening - 1) == "half" or value is None:
            return None
        opening -= 1
    first = opening - 1 if scan.norm(opening - 1) == "the" and scan.free(opening - 1, opening) else opening
    end = days_of(point)[1]
    if end is None or value is None:
        return None
    after = shift(end, "day", 1)
    start = shift(after, unit, -value * times) if after else None
    if start is None:
        return None
    scan.take(
        Kind.PERIOD, first, point.last, time=TimeSpan(start, end, point.grain, Modifier.RANGE), core=first,
        confidence=point.confidence, notes=point.notes,
    )
    return point.last


def believed(scan: Scan, point: Point, *, role: str, last: int | None = None) -> Point | None:
    """A bare year once there is evidence for it; other points as they are; None where it is only a number."""
    if not point.bare:
        return point
    end = last or point.last
    found = year_evidence(scan, point.first, end)
    if found is None and role in _STRONG and role != "approximate" and (point.year or 0) >= 1500:
        if follower(scan, end) not in (Follower.UNIT, Follower.COUNTED):
            return evolve(point, bare=False)
    if found is None and role == "approximate" and follower(scan, end) is Follower.FREE:
        opening = boundary_before(scan, point.first)[1]
        if scan.norm(opening) in _CIRCA or scan.norm(opening - 1) in YEAR_STRONG or scan.norm(opening - 1) in _OF_TIME:
            return evolve(point, bare=False)
    if found is None and _length_before(scan, point.first) is not None and follower(scan, end) is Follower.FREE:
        return evolve(point, bare=False)
    if found is None and goal(scan, point) and follower(scan, end) is Follower.FREE:
        return evolve(point, bare=False).doubted(0.8, "taken for a year: the end of a plan")
    if found is None:
        return None
    point = evolve(point, bare=False)
    return point.doubted(found.confidence, found.note) if found.note else point
