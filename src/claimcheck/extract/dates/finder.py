"""Finds dates and periods in a unit: from left to right, each expression once."""

from __future__ import annotations

import re

from claimcheck.extract.dates.anchors import anchor_of
from claimcheck.extract.dates.counted import read_beside, read_counted
from claimcheck.extract.dates.day_numbers import read_day_number
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.foreign import read_foreign
from claimcheck.extract.dates.holidays import HOLIDAY_WORDS, read_eve, read_holiday
from claimcheck.extract.dates.in_year import read_in_told
from claimcheck.extract.dates.joining import emit_group, extend
from claimcheck.extract.dates.months import month_alone
from claimcheck.extract.dates.numeric import read_compact, read_numeric
from claimcheck.extract.dates.parts import read_ordinal_part, read_part
from claimcheck.extract.dates.periods import emit
from claimcheck.extract.dates.point import Point
from claimcheck.extract.dates.quarters import read_fiscal, read_quarter, read_season
from claimcheck.extract.dates.reading import is_number, ordinal_at
from claimcheck.extract.dates.relative import read_same, read_shifted
from claimcheck.extract.dates.spelled import Group, read_spelled
from claimcheck.extract.dates.weekdays import read_day_beside, read_day_word, read_weekday, read_weekend
from claimcheck.extract.dates.weeks import read_numbered_week
from claimcheck.extract.dates.words import (
    AGO,
    DECADE_WORDS,
    EARLIER,
    FISCAL,
    FORWARDS_FROM,
    HENCE,
    LATER,
    MONTHS,
    ORDINALS,
    PARTS,
    RELATIVE_DAYS,
    SEASONS,
    SHIFTS,
    TENS,
    WEEKDAYS,
    YEAR_STRONG,
)
from claimcheck.extract.dates.year_words import CENTURY_WORDS, spelled_year
from claimcheck.extract.dates.years import (
    read_century,
    read_decade_word,
    read_era_first,
    read_short_decade,
    read_year,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity

__all__ = ["find", "point_at"]

_TRIGGERS = frozenset(
    {
        *MONTHS,
        *SEASONS,
        *PARTS,
        *SHIFTS,
        *AGO,
        *LATER,
        *EARLIER,
        *HENCE,
        *FORWARDS_FROM,
        *WEEKDAYS,
        *HOLIDAY_WORDS,
        *CENTURY_WORDS,
        *RELATIVE_DAYS,
        *DECADE_WORDS,
        *FISCAL,
    }
    | {*ORDINALS, *TENS, "ad", "fy", "before", "after", "same", "weekend", "eve"}
)


_BESIDE = frozenset({"before", "after"})


_NAMED = CENTURY_WORDS | HOLIDAY_WORDS
_QUARTERS = frozenset("qh")
_COMPACT = 8  # digits of a date without marks
# Without one of these nothing in a text is Q3, H1 or FY21; a soft hyphen may stand in each.
_CODED = re.compile(r"[QHF][Yy\u00ad]*\d")


def find(scan: Scan) -> None:
    """Take the dates and periods of a unit, and leave out what only looks like one."""
    done = 0
    for at in sorted({*scan.numbers, *scan.where(_TRIGGERS), *_coded_words(scan)}):
        if at >= done and not scan.taken[at]:
            done = _expression(scan, at) or done


def _coded_words(scan: Scan) -> list[int]:
    """The tokens that may be Q3, H1, FY21."""
    unit = scan.unit.span
    if _CODED.search(scan.document.text, unit.start, unit.end) is None:
        return []
    return [
        at
        for at, token in enumerate(scan.tokens)
        if token.text[0] in "QHF" and token.kind is TokenKind.WORD and _coded(token.norm)
    ]


def _coded(norm: str) -> bool:
    """Whether a word may be Q3, H1, FY21."""
    return len(norm) > 1 and (norm[1].isdigit() or (norm.startswith("fy") and norm[2:3].isdigit()))


def _group_at(scan: Scan, at: int) -> Group | None:
    """Whatever calendar expression begins with token ``at``."""
    if is_number(scan, at):
        point = read_numeric(scan, at, anchor_of(scan))
        if point is not None:
            return Group((point,))
        norm = scan.norm(at)
        if len(norm) <= 2:
            week = read_numbered_week(scan, at)
            if week is not None:
                return Group((week,))
            group = read_spelled(scan, at)
            if group is not None:
                return group
            return _ordinal_group(scan, at) or _single(
                read_short_decade(scan, at) or read_quarter(scan, at) or _era(scan, at) or read_foreign(scan, at)
            )
        if len(norm) == _COMPACT:
            return _single(read_compact(scan, at))
        if len(norm) <= 4:
            return _single(read_foreign(scan, at) or read_year(scan, at))
        return None
    norm = scan.norm(at)
    if norm in _NAMED and (named := _named(scan, at, norm)) is not None:
        return Group((named,))
    if norm in MONTHS:
        return read_spelled(scan, at)
    if norm in PARTS:
        return _single(read_part(scan, at, point_at) or read_in_told(scan, at))
    if norm in SEASONS:
        return _single(read_season(scan, at))
    if norm in ORDINALS or norm in TENS:
        return _ordinal_group(scan, at)
    if norm in DECADE_WORDS:
        return _single(read_decade_word(scan, at))
    if norm == "ad":
        return _single(read_era_first(scan, at))
    if norm in FISCAL or norm.startswith("fy"):
        return _single(read_fiscal(scan, at))
    if norm[:1] in _QUARTERS and _coded(norm):
        return _single(read_quarter(scan, at))
    return None


def _named(scan: Scan, at: int, norm: str) -> Point | None:
    """A year in words, or a holiday with its year."""
    if norm in CENTURY_WORDS and scan.norm(at - 1) in YEAR_STRONG:
        year = spelled_year(scan, at)
        if year is not None:
            return Point(at, year[1], at, Granularity.YEAR, year[0])
    return read_holiday(scan, at) if norm in HOLIDAY_WORDS else None


def _era(scan: Scan, at: int) -> Point | None:
    found = read_year(scan, at)
    return None if found is None or found.bare else found


def _single(point: Point | None) -> Group | None:
    return None if point is None else Group((point,))


def _ordinal_group(scan: Scan, at: int) -> Group | None:
    if ordinal_at(scan, at) is None:
        return None
    point = read_ordinal_part(scan, at, point_at)
    if point is not None:
        return Group((point,))
    centuries = read_century(scan, at)
    if centuries is not None:
        between = scan.norm(centuries[0].last)
        joined = "" if len(centuries) == 1 else "list" if between in ("and", ",") else "range"
        return Group(tuple(centuries), joined)
    return None if is_number(scan, at) else read_spelled(scan, at)


def point_at(scan: Scan, at: int) -> Point | None:
    """The single point that begins at ``at``, for readers of larger expressions; relative ones included."""
    if at >= len(scan.tokens) or scan.taken[at]:
        return None
    if scan.norm(at) in SHIFTS:
        shifted = read_shifted(scan, at)
        return shifted[0] if shifted is not None else None
    group = _group_at(scan, at)
    if group is None and scan.norm(at) in MONTHS:
        return month_alone(scan, at, attached=True)
    if group is None or len(group.points) != 1:
        return None
    point = group.points[0]
    if point.bare and follower(scan, point.last) in (Follower.UNIT, Follower.COUNTED):
        return None
    return point


def _expression(scan: Scan, at: int) -> int | None:
    """Read and record the expression that begins with, or is triggered by, token ``at``; the token after it."""
    norm = scan.norm(at)
    if norm in SHIFTS:
        shifted = read_shifted(scan, at)
        if shifted is not None:
            return emit(scan, *shifted)
        if norm not in ORDINALS:
            return None
    if norm in _BESIDE:
        day = read_day_beside(scan, at)
        if day is not None:
            return emit(scan, day, bounded=False)
        beside = read_beside(scan, at, point_at)
        if beside is not None:
            return emit(scan, beside, bounded=False)
        looking_back = read_counted(scan, at)
        return None if looking_back is None else emit(scan, *looking_back)
    if norm in RELATIVE_DAYS:
        day = read_day_word(scan, at)
        return None if day is None else emit(scan, day)
    if norm in AGO or norm in LATER or norm in EARLIER or norm in HENCE or norm in FORWARDS_FROM:
        counted = read_counted(scan, at)
        if counted is not None:
            return emit(scan, *counted)
        if norm not in PARTS:
            return None
    if norm == "eve":
        eve = read_eve(scan, at, point_at)
        return None if eve is None else emit(scan, eve)
    if norm == "same":
        same = read_same(scan, at)
        return None if same is None else emit(scan, same, bounded=False)
    if norm == "weekend":
        days = read_weekend(scan, at)
        return None if days is None else emit(scan, days)
    if norm in WEEKDAYS:
        weekday = None if _date_follows(scan, at) else read_weekday(scan, at)
        return None if weekday is None else emit(scan, weekday)
    group = _group_at(scan, at)
    if group is None:
        day = read_day_number(scan, at) if is_number(scan, at) else None
        return None if day is None else emit(scan, day)
    if not scan.free(group.points[0].first, group.points[-1].last):
        return None
    if len(group.points) > 1:
        return emit_group(scan, group)
    return extend(scan, group.points[0], _group_at)


def _date_follows(scan: Scan, at: int) -> bool:
    """Whether a weekday only goes before a date: "Monday, 5 May", not "on Monday, 300 boats"."""
    after = at + 1
    while scan.norm(after) in (",", ".", "the"):
        after += 1
    if after - at > 3 or scan.norm(after) in MONTHS:
        return after - at <= 3
    group = _group_at(scan, after) if is_number(scan, after) else None
    return group is not None and any(point.grain is Granularity.DAY for point in group.points)
