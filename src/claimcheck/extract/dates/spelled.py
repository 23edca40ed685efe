"""Dates with a month's name: 12 March 2019, July 4th, 2016, 3-9 May, October 2021."""

from __future__ import annotations

from attrs import frozen

from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.months import join_at, month_alone, month_at, year_after
from claimcheck.extract.dates.point import Point, covered
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number, ordinal_at, touches
from claimcheck.extract.dates.words import (
    DASHES,
    DOUBTFUL_MONTHS,
    MONTH_BEFORE,
    MONTH_NAMES,
    MONTHS,
    NUMBERING,
    ORDINAL_SUFFIXES,
    VERB_MONTHS,
    WEEKDAYS,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity

__all__ = ["Group", "read_spelled"]


@frozen
class Group:
    """Points read together, and how they are joined: a range, alternatives ("or"), or a list of single dates."""

    points: tuple[Point, ...]
    joined: str = ""


_MAX_LISTED_DAYS = 8


def _day_number(scan: Scan, at: int) -> tuple[int, int] | None:
    """A day of the month at ``at``: its number and the token after it."""
    if is_number(scan, at):
        norm = scan.norm(at)
        value = digits(norm)
        if value is None or len(norm) > 2 or not 1 <= value <= 31:
            return None
        if glued(scan, at + 1) and scan.norm(at + 1) in ORDINAL_SUFFIXES:
            return value, at + 2
        return value, at + 1
    found = ordinal_at(scan, at)
    return found if found is not None and 1 <= found[0] <= 31 else None


def _weekday_before(scan: Scan, first: int) -> tuple[int | None, int]:
    at = first - 1
    if scan.norm(at) == "the":
        at -= 1
    while at >= 0 and scan.norm(at) in (",", "."):
        at -= 1
    weekday = WEEKDAYS.get(scan.norm(at)) if at >= 0 and first - at <= 3 else None
    return (None, first) if weekday is None or not scan.free(at, first) else (weekday, at)


def _checked(point: Point) -> Point | None:
    """The point, doubted where the weekday beside it is another one; None where the calendar has no such day."""
    if point.grain is not Granularity.DAY:
        return point
    found = covered(Granularity.DAY, point.year if point.year is not None else 2000, point.slot, point.day)
    if found is None:
        return None
    if point.year is not None and point.weekday is not None and found[0].weekday() != point.weekday:
        return point.doubted(0.8, "the weekday beside the date is that of another day")
    return point


def _month_ahead(scan: Scan, at: int) -> bool:
    """Whether a month is named soon enough to end a list of days."""
    return any(token.norm in MONTHS for token in scan.tokens[at : at + 3 * _MAX_LISTED_DAYS])


def _days_first(scan: Scan, at: int) -> Group | None:
    """12 March 2019; the 3rd of May; 3-9 May 2018; 3, 4 and 5 May."""
    if touches(scan, at) and scan.norm(at - 1) not in ("-", "–"):
        return None
    days: list[tuple[int, int, int]] = []
    joined = ""
    here = at
    closed = False
    while len(days) < _MAX_LISTED_DAYS:
        found = _day_number(scan, here)
        if found is None:
            return None
        value, after = found
        days.append((value, here, after))
        if not is_number(scan, here) and scan.norm(after) not in ("of", "day"):
            return None
        if scan.norm(after) == "of" or (scan.norm(after) in DASHES and MONTHS.get(scan.norm(after + 1))):
            after += 1
        elif scan.norm(after) == "." and glued(scan, after):
            after += 1
        elif scan.norm(after) == "day" and scan.norm(after + 1) == "of":
            after += 2
        month = month_at(scan, after)
        if month is not None:
            break
        join = join_at(scan, days[-1][2])
        if join is not None and len(days) == 1 and not _month_ahead(scan, after):
            return None
        if join is None or closed or (joined and join[0] != joined):
            return None
        joined, here = join
        closed = joined != "list" or scan.norm(here - 1) in ("and", "&")
        if scan.norm(here) == "the":
            here += 1
    else:
        return None
    if len(days) > 1 and not closed:
        return None
    number, end = month
    text = scan.tokens[end - 1] if scan.norm(end - 1) != "." else scan.tokens[end - 2]
    year = year_after(scan, end)
    lower = not text.text[:1].isupper()
    if year is None and (scan.norm(at - 1) in NUMBERING or (lower and text.norm in DOUBTFUL_MONTHS)):
        return None
    if glued(scan, at) and (scan.norm(at - 1) in ("-", "–")) and year is None:
        return None
    if lower and text.norm not in MONTH_NAMES and year is None and not text.glued:
        return None
    if year is not None:
        end = year[1]
    weekday, start = _weekday_before(scan, days[0][1])
    final = len(days) - 1
    marks = [
        (value, first if index else start, end if index == final else last, first)
        for index, (value, first, last) in enumerate(days)
    ]
    return _days_of_month(marks, number, year[0] if year else None, weekday, joined)


def _days_of_month(
    marks: list[tuple[int, int, int, int]], month: int, year: int | None, weekday: int | None, joined: str
) -> Group | None:
    """The days of one month, each with its number, first token, last token and core; the weekday is the first's."""
    points: list[Point] = []
    for value, first, last, core in marks:
        point = _checked(Point(first, last, core, Granularity.DAY, year, month, value, weekday=weekday))
        if point is None:
            return None
        points.append(point)
        weekday = None
    return Group(tuple(points), joined)


def _counted_day(scan: Scan, day_end: int, *, verb: bool) -> bool:
    """Whether the number after a month counts what follows it: "May 5 people enter?"."""
    token = scan.tokens[day_end] if day_end < len(scan.tokens) else None
    if token is None or token.kind is not TokenKind.WORD:
        return token is not None and token.kind is TokenKind.SYMBOL and token.norm in ("%", "°")
    found = follower(scan, day_end)
    if verb:
        return found is not Follower.FREE or token.norm in ("of", "or", "per")
    return found in (Follower.UNIT, Follower.COUNTED)


def _month_first(scan: Scan, at: int) -> Group | None:
    """July 4th, 2016; March 12; May 3-9, 2018; October 2021."""
    month = month_at(scan, at)
    if month is None:
        return None
    number, end = month
    norm = scan.norm(at)
    upper = capitalised(scan, at)
    weekday, start = _weekday_before(scan, at)
    day = _day_number(scan, end + 1 if scan.norm(end) == "the" else end)
    if day is not None and scan.norm(end) == "the" and day[1] - end < 3 and norm not in MONTH_NAMES:
        day = None
    if day is not None and upper:
        group = _month_days(scan, at, start, number, end, weekday)
        if group is not None:
            return group
    year = year_after(scan, end)
    if year is not None:
        preposed = scan.norm(at - 1) in MONTH_BEFORE or scan.norm(at - 1) in DASHES
        if upper or norm not in DOUBTFUL_MONTHS or preposed:
            return Group((Point(at, year[1], at, Granularity.MONTH, year[0], number),))
    alone = month_alone(scan, at)
    return None if alone is None else Group((alone,))


def _month_days(scan: Scan, at: int, start: int, number: int, end: int, weekday: int | None) -> Group | None:
    verb = scan.norm(at) in VERB_MONTHS
    here = end + 1 if scan.norm(end) == "the" else end
    days: list[tuple[int, int, int]] = []
    joined = ""
    while len(days) < _MAX_LISTED_DAYS:
        found = _day_number(scan, here)
        if found is None or not scan.free(here, found[1]):
            break
        days.append((found[0], here, found[1]))
        join = join_at(scan, found[1])
        if join is None or (joined and join[0] != joined):
            break
        following = _day_number(scan, join[1])
        if following is None or MONTHS.get(scan.norm(following[1])) or scan.norm(following[1]) in ("-", "%", "/"):
            break
        if _counted_day(scan, following[1], verb=True) and not year_after(scan, following[1]):
            break
        joined, here = join
    if not days:
        return None
    if len(days) == 1:
        joined = ""
    last = days[-1][2]
    if (glued(scan, last) and scan.norm(last) in ("%", "/", "°")) or (is_number(scan, last) and glued(scan, last)):
        return None
    year = year_after(scan, last)
    if year is None:
        if _counted_day(scan, last, verb=verb):
            return None
        if scan.norm(last) in DASHES and glued(scan, last) and glued(scan, last + 1) and not is_number(scan, last + 1):
            if scan.tokens[last + 1].norm not in MONTHS:
                return None
    final = len(days) - 1
    end = year[1] if year else last
    marks = [
        (value, first if index else start, end if index == final else after, first if index else at)
        for index, (value, first, after) in enumerate(days)
    ]
    return _days_of_month(marks, number, year[0] if year else None, weekday, joined)


def read_spelled(scan: Scan, at: int) -> Group | None:
    """The date or dates with a month's name that begin at token ``at``, or None."""
    if scan.norm(at) in MONTHS:
        return _month_first(scan, at)
    group = _days_first(scan, at)
    if group is not None and not all(scan.free(point.first, point.last) for point in group.points):
        return None
    return group
