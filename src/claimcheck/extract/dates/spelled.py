"""Dates with a month's name: 12 March 2019, July 4th, 2016, 3-9 May, October 2021, a month alone."""

from __future__ import annotations

from attrs import evolve, frozen

from claimcheck.extract.dates.evidence import Follower, follower
from claimcheck.extract.dates.numeric import full_year
from claimcheck.extract.dates.point import Point, covered
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number, ordinal_at, touches
from claimcheck.extract.dates.words import (
    DASHES,
    DETERMINERS,
    DOUBTFUL_MONTHS,
    LISTS,
    MONTH_BEFORE,
    MONTH_NAMES,
    MONTHS,
    ORDINAL_SUFFIXES,
    PARTS,
    RANGE_CONNECTORS,
    SHIFTS,
    UNCOUNTED,
    VERB_MONTHS,
    WEEKDAYS,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity

__all__ = ["Group", "month_alone", "read_spelled", "year_after"]

_MAX_LISTED_DAYS = 8
_APOSTROPHES = ("'", "‘", "`", "´")


@frozen
class Group:
    """Points read together, and how they are joined: a range, alternatives ("or"), or a list of single dates."""

    points: tuple[Point, ...]
    joined: str = ""


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


def _month_at(scan: Scan, at: int) -> tuple[int, int] | None:
    """The number of the month named at ``at`` and the token after it, an abbreviation's full stop included."""
    norm = scan.norm(at)
    month = MONTHS.get(norm)
    if month is None or scan.taken[at]:
        return None
    if norm not in MONTH_NAMES and scan.norm(at + 1) == "." and glued(scan, at + 1):
        return month, at + 2
    return month, at + 1


def year_after(scan: Scan, at: int, *, comma: bool = True) -> tuple[int, int] | None:
    """A year that follows a month or season at ``at``: ", 2019", "of 2019", "'19"; its value and the token after it."""
    if comma and scan.norm(at) == ",":
        at += 1
    elif scan.norm(at) == "of":
        at += 1
        if scan.norm(at) == "the" and scan.norm(at + 1) == "year":
            at += 2
        elif scan.norm(at) == "year":
            at += 1
    elif scan.norm(at) == "in" and scan.norm(at + 1) == "the" and scan.norm(at + 2) == "year":
        at += 3
    elif scan.norm(at) in DASHES and glued(scan, at) and glued(scan, at + 1) and len(scan.norm(at + 1)) == 4:
        at += 1
    if scan.norm(at) in _APOSTROPHES and is_number(scan, at + 1) and len(scan.norm(at + 1)) == 2 and glued(scan, at + 1):
        short = digits(scan.norm(at + 1))
        return None if short is None else (full_year(short, scan.conventions.anchor), at + 2)
    norm = scan.norm(at)
    if not is_number(scan, at) or len(norm) != 4 or scan.taken[at]:
        return None
    year = digits(norm)
    if year is None or not 1000 <= year <= 2199:
        return None
    after = follower(scan, at + 1)
    if after is Follower.UNIT and not (glued(scan, at + 1) and scan.norm(at + 1) in DASHES):
        return None
    if after in (Follower.COUNTED, Follower.PLURAL) and (year % 100 == 0 or after is Follower.COUNTED and year < 1900):
        return None
    return year, at + 1


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


def _join_at(scan: Scan, at: int) -> tuple[str, int] | None:
    """What joins two days at ``at`` ("-", "to", "and"): its role and the token after it."""
    norm = scan.norm(at)
    for words in RANGE_CONNECTORS.get(norm, ()):
        if all(scan.norm(at + n) == word for n, word in enumerate(words)):
            return "range", at + len(words)
    if norm == "or":
        return "or", at + 1
    if norm in LISTS:
        after = at + 1
        if norm == "," and scan.norm(after) == "and":
            after += 1
        return "list", after
    return None


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
        if scan.norm(after) == "of" or (scan.norm(after) in DASHES and MONTHS.get(scan.norm(after + 1))):
            after += 1
        elif scan.norm(after) == "." and glued(scan, after):
            after += 1
        elif scan.norm(after) == "day" and scan.norm(after + 1) == "of":
            after += 2
        month = _month_at(scan, after)
        if month is not None:
            break
        join = _join_at(scan, days[-1][2])
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
    if lower and text.norm in DOUBTFUL_MONTHS and year is None:
        return None
    if glued(scan, at) and (scan.norm(at - 1) in ("-", "–")) and year is None:
        return None
    if lower and text.norm not in MONTH_NAMES and year is None and not text.glued:
        return None
    if year is not None:
        end = year[1]
    weekday, start = _weekday_before(scan, days[0][1])
    points: list[Point] = []
    for index, (value, first, last) in enumerate(days):
        closing = index == len(days) - 1
        point = _checked(
            Point(
                start if index == 0 else first,
                end if closing else last,
                first,
                Granularity.DAY,
                year[0] if year else None,
                number,
                value,
                weekday=weekday if index == 0 else None,
            )
        )
        if point is None:
            return None
        points.append(point)
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
    month = _month_at(scan, at)
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
    return month_alone(scan, at)


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
        join = _join_at(scan, found[1])
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
    if glued(scan, last) and scan.norm(last) in ("%", "/", "°") or is_number(scan, last) and glued(scan, last):
        return None
    year = year_after(scan, last)
    if year is None:
        if _counted_day(scan, last, verb=verb):
            return None
        if scan.norm(last) in DASHES and glued(scan, last) and glued(scan, last + 1) and not is_number(scan, last + 1):
            if scan.tokens[last + 1].norm not in MONTHS:
                return None
    points: list[Point] = []
    for index, (value, first, after) in enumerate(days):
        closing = index == len(days) - 1
        point = _checked(
            Point(
                start if index == 0 else first,
                (year[1] if year else after) if closing else after,
                at if index == 0 else first,
                Granularity.DAY,
                year[0] if year else None,
                number,
                value,
                weekday=weekday if index == 0 else None,
            )
        )
        if point is None:
            return None
        points.append(point)
    return Group(tuple(points), joined)


def _month_follows(scan: Scan, at: int) -> bool:
    """Whether a dash, "to", "and" or "or" and another month's name come next."""
    return _join_at(scan, at) is not None and scan.norm(at + 1) in MONTHS and capitalised(scan, at + 1)


def month_alone(scan: Scan, at: int, *, attached: bool = False) -> Group | None:
    """A month without day and year: "In October", "the November agreement", "January unrest".

    ``attached`` says that a word before it ("early", "last") or a range already shows that it is a month.
    """
    month = _month_at(scan, at)
    norm = scan.norm(at)
    if month is None or not capitalised(scan, at):
        return None
    number, end = month
    before = scan.norm(at - 1)
    ranged = _month_follows(scan, end)
    if not attached:
        attached = before in MONTH_BEFORE or before in PARTS or before in SHIFTS or ranged
    if norm not in MONTH_NAMES and not ranged and not (attached and norm != "mar" and end == at + 2):
        return None
    text = scan.tokens[at].text
    if norm == "may" and text.isupper() and not attached:
        return None
    named_after = (
        end < len(scan.tokens)
        and scan.tokens[end].kind is TokenKind.WORD
        and capitalised(scan, end)
        and not scan.tokens[at].text.isupper()
    )
    named_before = (
        at > 0
        and scan.tokens[at - 1].kind is TokenKind.WORD
        and capitalised(scan, at - 1)
        and not (attached or before in DETERMINERS or before in UNCOUNTED or before in PARTS)
    )
    if named_before or (glued(scan, at) and scan.norm(at - 1) in ("-", "/", "@", "#", "_", ".")):
        return None
    if end == at + 1 and glued(scan, end) and scan.norm(end) in ("@", "_", "/"):
        return None
    if norm in DOUBTFUL_MONTHS:
        if named_after or not (attached or before in DETERMINERS):
            return None
        if norm in VERB_MONTHS and not attached:
            return None
        if not ranged and norm in VERB_MONTHS and before in ("by", "for", "to", "before", "after", "and", "or", "from", "the"):
            return None
        if not ranged and before in ("by", "for", "to", "and", "or", "a", "an") and norm in ("april", "june", "august"):
            following = scan.norm(end)
            if following and following not in (".", ",", ";", ")", "the", "in", "and", "or", "to", "at", "this", "next"):
                return None
    elif named_after and not (attached or before in DETERMINERS):
        return None
    return Group((Point(at, end, at, Granularity.MONTH, None, number),))


def read_spelled(scan: Scan, at: int) -> Group | None:
    """The date or dates with a month's name that begin at token ``at``, or None."""
    if scan.norm(at) in MONTHS:
        return _month_first(scan, at)
    group = _days_first(scan, at)
    if group is not None and not all(scan.free(point.first, point.last) for point in group.points):
        return None
    return group


def with_first(group: Group, first: int) -> Group:
    """The same dates, the first of them begun earlier."""
    head = evolve(group.points[0], first=first)
    return Group((head, *group.points[1:]), group.joined)
