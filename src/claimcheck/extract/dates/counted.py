"""Dates by a count of units from another: two days ago, a year later, the day before the attack."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from claimcheck.extract.dates.anchors import (
    FROM_DOCUMENT,
    FROM_SENTENCE,
    GRAINS,
    anchor_of,
    date_before,
    left_open,
    moved,
    resolve_open,
    settled,
    unit_holding,
    year_reported,
)
from claimcheck.extract.dates.point import Point, days_of, from_days, shift
from claimcheck.extract.dates.reading import count_before
from claimcheck.extract.dates.words import (
    AGO,
    APPROXIMATING,
    DETERMINERS,
    EARLIER,
    FORWARDS_FROM,
    HENCE,
    LATER,
    LENGTHS,
    PARTS_OF_DAY,
    UNCOUNTED,
    UNIT_WORDS,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity, Kind

__all__ = ["read_beside", "read_counted"]


# "£2.50 five years before.": with nothing after it, the word looks back to the date before.
_BARE = frozenset({"before"})
_CLOSING = frozenset({".", ",", ";", ")", ""})


def read_counted(scan: Scan, at: int) -> tuple[Point, Kind] | None:
    """Two days ago, a year later, three months earlier, a few weeks ago; ``at`` is the last word."""
    norm = scan.norm(at)
    onward = norm in HENCE or (norm in FORWARDS_FROM and scan.norm(at - 1) == "from")
    end, at = at + 1, at - 1 if onward and norm not in HENCE else at
    name = scan.norm(at - 1)
    length = LENGTHS.get(name)
    if length is None or not scan.free(at - 1, at + 1):
        return None
    count = count_before(scan, at - 1)
    if count is None:
        return None
    first, value = count
    unit, times, calendar = length
    core = first
    while scan.norm(first - 1) in APPROXIMATING and scan.free(first - 1, first):
        first -= 1
    if scan.norm(first - 1) == "than" and scan.norm(first - 2) in ("more", "less") and scan.free(first - 2, first):
        first -= 0 if _of_figure(scan, first - 2) else 2
    approximate = value is None or first < core
    if onward:
        base, sign, why = anchor_of(scan), 1, FROM_DOCUMENT
    elif norm in AGO:
        base, sign, why = anchor_of(scan), -1, FROM_DOCUMENT
    elif norm in LATER or norm in EARLIER or (norm in _BARE and scan.norm(at + 1) in _CLOSING):
        if norm == "on" and scan.norm(at + 1) not in (",", ".", ""):
            return None
        base, sign, why = date_before(scan, first, unit), 1 if norm in LATER else -1, FROM_SENTENCE
        if base is None and calendar == "year" and sign < 0:
            base, why = year_reported(scan), FROM_DOCUMENT  # "a year earlier" in a report on 2023
    else:
        return None
    grain = GRAINS[calendar]
    if base is None or value is None:
        return evolve(left_open(scan, first, end, core, grain), vague=approximate), Kind.DATE
    day = shift(base, unit, sign * value * times)
    if calendar == "decade":
        days = from_days(day, Granularity.YEAR) if day else (None, None)
        grain, approximate = Granularity.YEAR, True
    elif calendar == "fortnight":
        days = (day, day)
    elif calendar == "year" and not approximate and why == FROM_SENTENCE and _months_before(scan, first):
        grain, days = Granularity.MONTH, unit_holding(day, "month")  # "a year earlier" than in November 2023
    else:
        days = unit_holding(day, calendar)
    point = settled(scan, first, end, core, grain, days, why)
    return evolve(point, vague=approximate or calendar in ("week", "fortnight")), Kind.DATE


def _of_figure(scan: Scan, at: int) -> bool:
    """Whether "more" at a token belongs to a figure before it: "7% more than a year earlier", "33 pence more than"."""
    before = scan.tokens[at - 1] if at else None
    if before is None:
        return False
    if before.kind is TokenKind.NUMBER:
        return True
    figure = at > 1 and scan.tokens[at - 2].kind is TokenKind.NUMBER
    return figure and (
        before.kind is TokenKind.SYMBOL or before.norm in UNIT_WORDS or before.norm in ("percent", "points")
    )


def _months_before(scan: Scan, first: int) -> bool:
    """Whether the nearest date before a token is a month."""
    for mention in reversed(scan.mentions):
        if mention.last <= first and mention.kind in (Kind.DATE, Kind.PERIOD) and mention.time is not None:
            return mention.time.granularity is Granularity.MONTH
    return False


def read_beside(scan: Scan, at: int, read: Callable[[Scan, int], Point | None]) -> Point | None:
    """The day before the attack, two weeks after 12 March 2019; ``at`` is "before" or "after".

    A length beside an event ("two years after the war") is a duration and left to others; beside a date it is a date.
    """
    length = LENGTHS.get(scan.norm(at - 1))
    sign = 1 if scan.norm(at) == "after" else -1
    evening = scan.norm(at - 1) in PARTS_OF_DAY
    if (length is None and not evening) or not scan.free(at - 1, at + 1):
        return None
    the = scan.norm(at - 2) == "the" and scan.norm(at - 1) not in ("days", "weeks", "months", "years")
    count = (at - 2, 1) if the else count_before(scan, at - 1) if length else None
    if count is None or not scan.free(count[0], at):
        return None
    first, value = count
    after = at + 1
    point = read(scan, after + 1 if scan.norm(after) == "the" else after)
    if point is not None and length is not None and value is not None and not (point.bare and not the):
        if not point.dated and point.relative is None:
            point = resolve_open(scan, point)
        base = days_of(evolve(point, bare=False))[0 if sign < 0 else 1]
        unit, times, name = length
        day = shift(base, unit, sign * value * times) if base else None
        if day is not None:
            days = unit_holding(day, name)
            return Point(
                first,
                point.last,
                first,
                GRAINS[name],
                days=days,
                vague=unit != "day" or times > 1,
                confidence=point.confidence,
                notes=point.notes,
            )
    if not the:
        return None
    following = scan.norm(after)
    if following == "last" and sign < 0 and length is not None and scan.norm(after + 1) not in LENGTHS:
        days = moved(anchor_of(scan), scan.norm(at - 1), -2)
        return settled(scan, first, after + 1, first + 1, GRAINS[length[2]], days, FROM_DOCUMENT)
    if following in DETERMINERS and scan.norm(after + 2) == "of" and length is not None:
        whole = read(scan, after + 3)
        if whole is not None and whole.grain is Granularity.DAY and not whole.bare:
            if not whole.dated and whole.relative is None:
                whole = resolve_open(scan, whole)
            base = days_of(whole)[0 if sign < 0 else 1]
            day = shift(base, length[0], sign * length[1]) if base else None
            if day is not None:
                days = unit_holding(day, length[2])
                return Point(first, whole.last, first, GRAINS[length[2]], days=days, notes=whole.notes)
    grain = GRAINS[length[2]] if length else Granularity.DAY
    if following in ("", ".", ",", ";", ")"):
        earlier = date_before(scan, first)
        if earlier is None and scan.norm(at - 1) == "year" and sign < 0:
            earlier = year_reported(scan)
        days = moved(earlier, scan.norm(at - 1), sign) if length else (None, None)
        return settled(scan, first, at + 1, first + 1, grain, days, FROM_SENTENCE)
    last = at + 1
    if following in DETERMINERS and after + 1 < len(scan.tokens) and scan.tokens[after + 1].kind is TokenKind.WORD:
        ends = scan.norm(after + 2)
        if ends in UNCOUNTED or not ends[:1].isalnum():
            last = after + 2
    return left_open(scan, first, last, first + 1, grain)
