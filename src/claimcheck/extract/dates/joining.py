"""Joins a date that was read to what follows it: the other end of a period, further dates of a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from attrs import evolve

from claimcheck.extract.dates.anchors import anchor_of
from claimcheck.extract.dates.boundaries import believed, boundary_before, connector_at, open_end, second_year
from claimcheck.extract.dates.evidence import Evidence, joins_year
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.names import citation, inside_name
from claimcheck.extract.dates.periods import emit, emit_range, length_to
from claimcheck.extract.dates.point import Point, days_of
from claimcheck.extract.dates.reading import digits, glued, is_number
from claimcheck.extract.dates.spelled import Group
from claimcheck.extract.dates.words import (
    DASHES,
    MONTH_NUMBERS,
    NUMBERING,
    REACHING,
    ROUNDS,
    SHIFTS,
)
from claimcheck.extract.dates.years import (
    read_year,
)
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity, Kind, Modifier, TimeSpan

__all__ = ["emit_group", "extend"]

_LONGEST_RANGE = 150
_ENDS = {("and", "between"), ("to", "from"), ("to", "between"), ("until", "from"), ("through", "from")}
_MARKS = frozenset({"#", "±", "lines", "line", "rev"})

GroupReader = Callable[[Scan, int], Group | None]


def emit_group(scan: Scan, group: Group) -> int:
    """Record points that were written together: a range as one period, a list as single dates."""
    points = group.points
    if group.joined == "list":
        if scan.norm(points[0].first - 1) == "between" and len(points) == 2:
            return emit_range(scan, points[0], points[1])
        for point in points[:-1]:
            day = f"{point.day} {MONTH_NUMBERS[point.slot]}" if point.day and point.slot else None
            open_ended = not point.dated and day is not None and anchor_of(scan) is None
            emit(scan, evolve(point, relative=day) if open_ended else point)
        return emit(scan, points[-1])
    return emit_range(scan, points[0], points[-1])


def extend(scan: Scan, point: Point, read: GroupReader) -> int | None:
    """Join what follows a point to it and record both: the other end of a period, further dates of a list.

    ``read`` reads the calendar expression that begins at a token. Returns the token after what was recorded, or None
    where the point turned out to be a plain number.
    """
    role, _ = boundary_before(scan, point.first)
    short = second_year(scan, point)
    if short is not None:
        return _shortened(scan, point, short, role)
    joined = connector_at(scan, point.last)
    if joined is not None:
        word, after = joined
        present = open_end(scan, after)
        if present is not None and word not in ("and", "or", "&", "/"):
            low = believed(scan, point, role="since", last=present)
            if low is not None:
                return _open(scan, low, present)
        other = _other_end(scan, after, read)
        if other is not None and _fits(scan, point, other, word, role):
            done = _joined(scan, point, other, word, role)
            if done is not None:
                return done
    return _alone(scan, point, role)


def _shortened(scan: Scan, point: Point, short: Point, role: str) -> int | None:
    """2014-19: needs no preposition, but can be the month of 2010-12 where nothing says that it is a period."""
    sure = believed(scan, point, role=role, last=short.last) is not None
    if not sure and (follower(scan, short.last) is Follower.UNIT or not _unmarked(scan, point.first)):
        return None
    low = evolve(point, bare=False)
    if not sure and scan.norm(point.last) == "-" and (digits(scan.norm(short.first)) or 13) <= 12:
        low = low.doubted(0.8, "the second figure could be a month")
    return emit_range(scan, low, short)


def _open(scan: Scan, low: Point, last: int) -> int:
    role, first = boundary_before(scan, low.first)
    if role not in ("from", "since", "between"):
        first = low.first
    start, _ = days_of(low)
    scan.take(
        Kind.PERIOD,
        first,
        last,
        time=TimeSpan(start, None, low.grain, Modifier.AT_LEAST),
        core=low.core,
        confidence=low.confidence,
        notes=low.notes,
    )
    return last


def _fits(scan: Scan, low: Point, high: Point, word: str, role: str) -> bool:
    """Whether two points can be the ends of one period, or dates of one list."""
    if high.first < low.last:
        return False
    if low.bare and high.bare and low.year is not None and high.year is not None:
        if word in ("and", "or", "&", "/"):
            return True
        return low.year < high.year
    if high.bare:
        if (word, role) in _ENDS and low.year is not None and low.year <= (high.year or 0) <= low.year + _LONGEST_RANGE:
            return True  # "between June 2015 and 2018"
        return low.grain in (Granularity.YEAR, Granularity.DECADE) or low.part != ""
    return True


def _joined(scan: Scan, low: Point, high: Point, word: str, role: str) -> int | None:
    last = high.last
    if word in ("and", "&", "or", "/"):
        if word in ("and", "&") and role == "between":
            if low.bare or high.bare:
                found = follower(scan, last)
                round_again = scan.norm(last) in ROUNDS
                if found is Follower.UNIT or (
                    found is not Follower.FREE and not round_again and not _opening_years(scan, low, high)
                ):
                    return None
            return emit_range(scan, evolve(low, bare=False), evolve(high, bare=False))
        if word in ("and", "&") and role == "throughout":
            return emit_range(scan, evolve(low, bare=False), evolve(high, bare=False))
        if word in ("or", "/") and not low.bare and not high.bare and low.grain is high.grain:
            return emit_range(scan, low, high)
        if (
            low.grain is high.grain
            and low.grain not in (Granularity.YEAR,)
            and low.year is None
            and high.year is not None
        ):
            low = evolve(low, year=high.year)
            end = emit(scan, low)
            return max(end, low.last)
        return None
    if low.bare or high.bare:
        found = follower(scan, last)
        if found in (Follower.UNIT, Follower.COUNTED):
            return None
        dash = word in DASHES
        if low.bare:
            reached = believed(scan, low, role=role, last=last)
            if reached is None:
                plausible = _plausible_years(scan, low, high, role, dash=dash)
                if plausible is None:
                    return None
                reached = evolve(low, bare=False)
                if plausible.note:
                    reached = reached.doubted(plausible.confidence, plausible.note)
            low = reached
    return emit_range(scan, evolve(low, bare=False), evolve(high, bare=False))


def _opening_years(scan: Scan, low: Point, high: Point) -> bool:
    """Whether a sentence opens with the two years, its subject after them: "Between 2016 and 2020 deaths …"."""
    if follower(scan, high.last) is Follower.WORD:
        return True
    if low.year is None or high.year is None or not 1900 <= low.year < high.year <= 2060:
        return False
    return low.first < 2 and (low.year % 100 != 0 or high.year % 100 != 0)


def _plausible_years(scan: Scan, low: Point, high: Point, role: str, *, dash: bool) -> Evidence | None:
    """Why two bare numbers joined by a dash or "to" can be years without a preposition, or None where they cannot."""
    before = scan.norm(low.first - 1)
    if low.year is None or high.year is None:
        return Evidence()
    span = high.year - low.year
    if not _unmarked(scan, low.first) or not 0 < span <= _LONGEST_RANGE or not 1000 <= low.year <= 2100:
        return None
    bracketed = before in ("(", "[") or scan.norm(low.first - 2) in ("(", "[")
    if low.year % 100 == 0 and high.year % 100 == 0 and not bracketed:
        return None
    if follower(scan, high.last) is Follower.PLURAL and not (dash and span <= 60 and 1900 <= low.year <= 2060):
        return None
    if role == "from" and scan.norm(low.first - 2) in REACHING:
        return Evidence(0.6, "taken for years: it could be what rose or fell") if low.year >= 1800 else None
    if low.year >= 1700 or bracketed or role in ("from", "between"):
        return Evidence()
    return Evidence(0.8, "taken for years: two rising figures of four digits") if low.year >= 1500 and dash else None


def _unmarked(scan: Scan, first: int) -> bool:
    """Whether nothing before a range of figures makes it money, pages or an item's number."""
    before = scan.norm(first - 1)
    if first and glued(scan, first) and before not in ("(", "[", '"', "“", "'", "*", "_", "|", ":"):
        return False
    if unicodedata.category(before[:1] or "a") == "Sc" or before in _MARKS or before in NUMBERING:
        return False
    return not (before == "." and glued(scan, first - 1) and scan.norm(first - 2) in NUMBERING)


def _alone(scan: Scan, point: Point, role: str) -> int | None:
    if point.bare:
        if citation(scan, point.first, point.last):
            scan.leave(point.first, point.last, "the year of a citation")
            return point.last
        if inside_name(scan, point.first, point.last):
            scan.leave(point.first, point.last, "a year inside a name")
            return point.last
        found = believed(scan, point, role=role)
        if found is None:
            return None
        done = length_to(scan, found)
        if done is None:
            done = emit(scan, found)
        return _listed(scan, found, done)
    done = length_to(scan, point)
    return done if done is not None else emit(scan, point)


def _listed(scan: Scan, point: Point, done: int) -> int:
    """Take the further years of a list: "in 2005, 2007 and 2010"."""
    while done == point.last:
        after = done
        while scan.norm(after) in (",", "and", "or", "&") and after - done < 2:
            after += 1
        if after == done or not is_number(scan, after) or len(scan.norm(after)) != 4 or scan.taken[after]:
            return done
        following = read_year(scan, after)
        if following is None or following.grain is not Granularity.YEAR or following.year is None:
            return done
        if following.bare and (not joins_year(scan, after, following.last) or not 1500 <= following.year <= 2100):
            return done
        if second_year(scan, following) is not None:
            return done
        point = evolve(following, bare=False)
        done = emit(scan, point)
    return done


def _other_end(scan: Scan, after: int, read: GroupReader) -> Point | None:
    """The single calendar point that begins at ``after``, an article passed over; relative wordings end no period."""
    if scan.norm(after) == "the":
        after += 1
    if after >= len(scan.tokens) or scan.taken[after] or scan.norm(after) in SHIFTS:
        return None
    group = read(scan, after)
    if group is None or len(group.points) != 1:
        return None
    return group.points[0]
