"""Days named by themselves: yesterday, Thursday, on Monday morning."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from claimcheck.extract.dates.anchors import FROM_DOCUMENT, anchor_of, future, left_open, settled
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.point import Point, shift
from claimcheck.extract.dates.reading import capitalised, glued
from claimcheck.extract.dates.tense import in_present, of_speech, sets_in
from claimcheck.extract.dates.words import (
    PARTS_OF_DAY,
    RELATIVE_DAYS,
    SHIFTS,
    WEEKDAY_NAMES,
    WEEKDAY_NOT_AFTER,
    WEEKDAY_NOT_BEFORE,
    WEEKDAYS,
    WEEKEND_AFTER,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity

__all__ = ["named_weekday", "read_day_beside", "read_day_word", "read_weekday", "read_weekend"]

_WEEKS = {"last": -7, "this": 0, "next": 7}  # days from one week to the same day of the other


def read_day_word(scan: Scan, at: int) -> Point | None:
    """Yesterday, tomorrow, tonight."""
    anchor = anchor_of(scan)
    day = shift(anchor, "day", RELATIVE_DAYS[scan.norm(at)]) if anchor else None
    last = at + 2 if scan.norm(at + 1) in PARTS_OF_DAY else at + 1
    return settled(scan, at, last, at, Granularity.DAY, (day, day), FROM_DOCUMENT)


def read_day_beside(scan: Scan, at: int) -> Point | None:
    """The day before yesterday, the day after tomorrow; ``at`` is "before" or "after"."""
    move = RELATIVE_DAYS.get(scan.norm(at + 1))
    if scan.norm(at - 1) != "day" or move is None or (move < 0) != (scan.norm(at) == "before"):
        return None
    first = at - 2 if scan.norm(at - 2) == "the" else at - 1
    if not move or not scan.free(first, at + 2):
        return None
    anchor = anchor_of(scan)
    day = shift(anchor, "day", 2 * move) if anchor else None
    return settled(scan, first, at + 2, first, Granularity.DAY, (day, day), FROM_DOCUMENT)


def _of_week(scan: Scan, at: int) -> Point | None:
    """Wednesday of last week, Friday next week; ``at`` is the weekday."""
    after = at + 2 if scan.norm(at + 1) == "of" else at + 1
    move = _WEEKS.get(SHIFTS.get(scan.norm(after), ""))
    if move is None or scan.norm(after + 1) != "week" or not scan.free(at, after + 2):
        return None
    anchor = anchor_of(scan)
    day = shift(anchor, "day", WEEKDAYS[scan.norm(at)] - anchor.weekday() + move) if anchor else None
    return settled(scan, at, after + 2, at, Granularity.DAY, (day, day), FROM_DOCUMENT)


def named_weekday(scan: Scan, first: int, last: int, at: int, weekday: int, role: str, anchor: dt.date | None) -> Point:
    """The day of that weekday nearest to the anchor: before it, unless the words speak of what is to come."""
    if anchor is None:
        return left_open(scan, first, last, at, Granularity.DAY)
    behind = (anchor.weekday() - weekday) % 7
    ahead = (weekday - anchor.weekday()) % 7
    if role == "last":
        move = -(behind or 7)
    elif role == "next":
        move = ahead or 7
    elif role == "this":
        move = weekday - anchor.weekday()
    else:
        ahead_of_it = future(scan, first, last) or in_present(scan, first) or sets_in(scan, first, last)
        move = ahead if ahead_of_it and not of_speech(scan, first) else -behind
    day = shift(anchor, "day", move)
    return settled(scan, first, last, at, Granularity.DAY, (day, day), FROM_DOCUMENT)


def read_weekday(scan: Scan, at: int) -> Point | None:
    """Thursday, on Monday morning; not "Black Friday", "every Sunday", "the Sunday Times"."""
    norm = scan.norm(at)
    if (
        norm not in WEEKDAY_NAMES
        or not capitalised(scan, at)
        or (glued(scan, at) and scan.norm(at - 1) in ("-", "@", "#"))
    ):
        return None
    placed = _of_week(scan, at)
    if placed is not None:
        return placed
    before, after = scan.norm(at - 1), scan.norm(at + 1)
    if (
        before in WEEKDAY_NOT_AFTER
        or scan.norm(at - 2) == "every"
        or (after in WEEKDAY_NOT_BEFORE and (after not in PARTS_OF_DAY or capitalised(scan, at + 1)))
    ):
        return None
    named = at + 1 < len(scan.tokens) and scan.tokens[at + 1].kind is TokenKind.WORD and capitalised(scan, at + 1)
    if (
        named
        and not scan.tokens[at].text.isupper()
        and before not in ("on", "last", "next", "this", "by", "until", "since")
    ):
        return None
    if _is_one_night(scan, at):
        return _night(scan, at)
    if after in ("to", "-", "–", "and", "or", "through") and scan.norm(at + 2) in WEEKDAY_NAMES and before != "on":
        return None
    if _ends_range(scan, at):
        return None
    last = at + 2 if after in PARTS_OF_DAY else at + 1
    return named_weekday(scan, at, last, at, WEEKDAYS[norm], "", anchor_of(scan))


def read_weekend(scan: Scan, at: int) -> Point | None:
    """At the weekend, over the weekend: the last one, or the coming one where the words speak of what is to come."""
    anchor = anchor_of(scan)
    if anchor is None or scan.norm(at - 1) != "the" or scan.norm(at - 2) not in WEEKEND_AFTER:
        return None
    if follower(scan, at + 1) is Follower.WORD or scan.norm(at + 1) in ("of", "in", "-", "before", "after"):
        return None
    coming = future(scan, at - 2, at + 1) or in_present(scan, at - 2) or sets_in(scan, at - 1, at + 1)
    saturday = shift(anchor, "day", _SATURDAY - anchor.weekday())
    if not coming and saturday is not None and (saturday - anchor).days >= 0 and anchor.weekday() < _SATURDAY:
        saturday = shift(saturday, "day", -7)
    sunday = shift(saturday, "day", 1) if saturday is not None else None
    return settled(scan, at - 1, at + 1, at, Granularity.DAY, (saturday, sunday), FROM_DOCUMENT)


_SATURDAY = 5


def _is_one_night(scan: Scan, at: int) -> bool:
    """Whether two days of the week name the night between them: "in the night from Monday to Tuesday"."""
    if scan.norm(at + 1) not in _TO or scan.norm(at + 2) not in WEEKDAY_NAMES:
        return False
    if (WEEKDAYS[scan.norm(at + 2)] - WEEKDAYS[scan.norm(at)]) % 7 != 1:
        return False
    return "night" in (scan.norm(at - 1), scan.norm(at - 2), scan.norm(at + 3)) or scan.norm(at - 2) == "overnight"


_TO = frozenset({"to", "-", "–", "into"})


def _night(scan: Scan, at: int) -> Point:
    """The two days of such a night; ``at`` is the first of them."""
    last = at + 4 if scan.norm(at + 3) == "night" else at + 3
    later = named_weekday(scan, at, last, at, WEEKDAYS[scan.norm(at + 2)], "", anchor_of(scan))
    if later.days is None or later.days[1] is None:
        return left_open(scan, at, last, at, Granularity.DAY)
    return evolve(later, days=(shift(later.days[1], "day", -1), later.days[1]), extent=True)


def _ends_range(scan: Scan, at: int) -> bool:
    """Whether the day is the last of some days of the week: "from Monday to Friday", "between Tuesday and Thursday"."""
    if scan.norm(at - 2) not in WEEKDAY_NAMES:
        return False
    link = scan.norm(at - 1)
    return link in ("to", "-", "–", "through", "till") or (link == "and" and scan.norm(at - 3) == "between")
