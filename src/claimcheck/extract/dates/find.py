"""Finds dates and periods in a unit: from left to right, each expression once."""

from __future__ import annotations

import unicodedata

from attrs import evolve

from claimcheck.extract.dates.evidence import Follower, citation, follower, inside_name, joins_year
from claimcheck.extract.dates.foreign import read_foreign
from claimcheck.extract.dates.numeric import read_numeric
from claimcheck.extract.dates.parts import read_fiscal, read_ordinal_part, read_part, read_quarter, read_season
from claimcheck.extract.dates.periods import (
    believed,
    boundary_before,
    connector_at,
    emit,
    emit_range,
    length_to,
    open_end,
    second_year,
)
from claimcheck.extract.dates.point import Point, days_of
from claimcheck.extract.dates.reading import glued, is_number, ordinal_at
from claimcheck.extract.dates.relative import (
    anchor_of,
    read_beside,
    read_counted,
    read_day_word,
    read_shifted,
    read_weekday,
)
from claimcheck.extract.dates.spelled import Group, month_alone, read_spelled
from claimcheck.extract.dates.words import (
    AGO,
    DASHES,
    DECADE_WORDS,
    EARLIER,
    FISCAL,
    LATER,
    MONTHS,
    ORDINALS,
    PARTS,
    RELATIVE_DAYS,
    SEASONS,
    SHIFTS,
    TENS,
    WEEKDAYS,
)
from claimcheck.extract.dates.years import (
    read_century,
    read_decade_word,
    read_era_first,
    read_short_decade,
    read_year,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity, Kind, Modifier, TimeSpan

__all__ = ["find"]

_TRIGGERS = frozenset(
    {*MONTHS, *SEASONS, *PARTS, *SHIFTS, *AGO, *LATER, *EARLIER, *WEEKDAYS, *RELATIVE_DAYS, *DECADE_WORDS, *FISCAL}
    | {*ORDINALS, *TENS, "ad", "fy", "before", "after"}
)
_BESIDE = frozenset({"before", "after"})
_QUARTERS = frozenset("qh")


def find(scan: Scan) -> None:
    """Take the dates and periods of a unit, and leave out what only looks like one."""
    tokens = scan.tokens
    at = 0
    count = len(tokens)
    while at < count:
        token = tokens[at]
        kind = token.kind
        if kind is TokenKind.NUMBER or (
            kind is TokenKind.WORD
            and (token.norm in _TRIGGERS or (token.norm[0] in "qhf" and token.text[0] in "QHF" and _coded(token.norm)))
        ):
            if not scan.taken[at]:
                after = _expression(scan, at)
                if after is not None and after > at:
                    at = after
                    continue
        at += 1


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
            group = read_spelled(scan, at)
            if group is not None:
                return group
            return _ordinal_group(scan, at) or _single(
                read_short_decade(scan, at) or read_quarter(scan, at) or _era(scan, at) or read_foreign(scan, at)
            )
        if len(norm) <= 4:
            return _single(read_foreign(scan, at) or read_year(scan, at))
        return None
    norm = scan.norm(at)
    if norm in MONTHS:
        return read_spelled(scan, at)
    if norm in PARTS:
        return _single(read_part(scan, at, point_at))
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
        group = month_alone(scan, at, attached=True)
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
        return None if shifted is None else emit(scan, *shifted)
    if norm in _BESIDE:
        beside = read_beside(scan, at, point_at)
        return None if beside is None else emit(scan, beside, bounded=False)
    if norm in RELATIVE_DAYS:
        day = read_day_word(scan, at)
        return None if day is None else emit(scan, day)
    if norm in AGO or norm in LATER or norm in EARLIER:
        counted = read_counted(scan, at)
        if counted is not None:
            return emit(scan, *counted)
        if norm not in PARTS:
            return None
    if norm in WEEKDAYS:
        weekday = None if _date_follows(scan, at) else read_weekday(scan, at)
        return None if weekday is None else emit(scan, weekday)
    group = _group_at(scan, at)
    if group is None:
        return None
    if not scan.free(group.points[0].first, group.points[-1].last):
        return None
    if len(group.points) > 1:
        return _emit_group(scan, group)
    return _extend(scan, group.points[0])


def _date_follows(scan: Scan, at: int) -> bool:
    after = at + 1
    while scan.norm(after) in (",", ".", "the"):
        after += 1
    return after - at <= 3 and (is_number(scan, after) or scan.norm(after) in MONTHS)


def _emit_group(scan: Scan, group: Group) -> int:
    points = group.points
    if group.joined == "list":
        if scan.norm(points[0].first - 1) == "between" and len(points) == 2:
            return emit_range(scan, points[0], points[1])
        for point in points:
            emit(scan, point)
        return points[-1].last
    return emit_range(scan, points[0], points[-1])


def _extend(scan: Scan, point: Point) -> int | None:
    """Join what follows a point to it: the other end of a period, further dates of a list."""
    role, _ = boundary_before(scan, point.first)
    if point.bare and _copyright(scan, point.first):
        last = point.last
        while (scan.norm(last) in DASHES or scan.norm(last) == ",") and is_number(scan, last + 1):
            last += 2
        scan.leave(point.first, last, "a copyright notice")
        return last
    short = second_year(scan, point)
    if short is not None:
        low = believed(scan, point, role=role, last=short.last)
        if low is None and follower(scan, short.last) is Follower.UNIT:
            return None
        return emit_range(scan, evolve(point, bare=False), short)
    joined = connector_at(scan, point.last)
    if joined is not None:
        word, after = joined
        present = open_end(scan, after)
        if present is not None and word not in ("and", "or", "&", "/"):
            low = believed(scan, point, role="since", last=present)
            if low is not None:
                return _open(scan, low, present)
        other = _other_end(scan, after)
        if other is not None and _fits(scan, point, other, word, role):
            done = _joined(scan, point, other, word, role)
            if done is not None:
                return done
    return _alone(scan, point, role)


def _open(scan: Scan, low: Point, last: int) -> int:
    role, first = boundary_before(scan, low.first)
    if role not in ("from", "since", "between"):
        first = low.first
    start, _ = days_of(low)
    scan.take(
        Kind.PERIOD, first, last, time=TimeSpan(start, None, low.grain, Modifier.AT_LEAST), core=low.core,
        confidence=low.confidence, notes=low.notes,
    )
    return last


def _other_end(scan: Scan, after: int) -> Point | None:
    if scan.norm(after) == "the":
        after += 1
    if after >= len(scan.tokens) or scan.taken[after] or scan.norm(after) in SHIFTS:
        return None
    group = _group_at(scan, after)
    if group is None or len(group.points) != 1:
        return None
    return group.points[0]


def _fits(scan: Scan, low: Point, high: Point, word: str, role: str) -> bool:
    """Whether two points can be the ends of one period, or dates of one list."""
    if high.first < low.last:
        return False
    if low.bare and high.bare and low.year is not None and high.year is not None:
        if word in ("and", "or", "&", "/"):
            return True
        return low.year < high.year
    if high.bare:
        return low.grain in (Granularity.YEAR, Granularity.DECADE) or low.part != ""
    return True


def _joined(scan: Scan, low: Point, high: Point, word: str, role: str) -> int | None:
    last = high.last
    if word in ("and", "&", "or", "/"):
        if word in ("and", "&") and role == "between":
            if low.bare or high.bare:
                if follower(scan, last) in (Follower.UNIT, Follower.COUNTED, Follower.PLURAL):
                    return None
            return emit_range(scan, evolve(low, bare=False), evolve(high, bare=False))
        if word in ("and", "&") and role == "throughout":
            return emit_range(scan, evolve(low, bare=False), evolve(high, bare=False))
        if word in ("or", "/") and not low.bare and not high.bare and low.grain is high.grain:
            return emit_range(scan, low, high)
        if low.grain is high.grain and low.grain not in (Granularity.YEAR,) and low.year is None and high.year is not None:
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
                plausible = role in ("from", "between") or found is not Follower.PLURAL
                if not plausible or not _plausible_years(scan, low, high, dash=dash):
                    return None
                reached = evolve(low, bare=False)
            low = reached
    return emit_range(scan, evolve(low, bare=False), evolve(high, bare=False))


def _plausible_years(scan: Scan, low: Point, high: Point, *, dash: bool) -> bool:
    """Whether two bare numbers joined by a dash or "to" look like years and nothing before them says otherwise."""
    before = scan.norm(low.first - 1)
    if low.first and glued(scan, low.first) and before not in ("(", "[", '"', "“", "'", "*", "_", "|", ":"):
        return False
    if unicodedata.category(before[:1] or "a") == "Sc" or before in ("#", "±", "no", "nos", "pp", "p", "pages", "lines"):
        return False
    if before in (".",) and scan.norm(low.first - 2) in ("no", "nos", "pp", "p"):
        return False
    if low.year is None or high.year is None:
        return True
    return 1700 <= low.year < high.year <= 2100


def _copyright(scan: Scan, first: int) -> bool:
    before = scan.norm(first - 1)
    if before in (")", ","):
        before = scan.norm(first - 2)
        return before == "c" and scan.norm(first - 3) == "("
    return before in ("copyright", "©", "(c)")


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

