"""Parts of a period: "early", "mid", "late", "the end of", "the first half of", "the first three months of"."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.extract.dates.anchors import GRAINS, left_open
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.point import Point, add_months, days_of, shift
from claimcheck.extract.dates.reading import digits, glued, is_number, ordinal_at, wording
from claimcheck.extract.dates.weeks import read_placed_day, read_placed_week
from claimcheck.extract.dates.words import (
    CARDINALS,
    DASHES,
    LENGTHS,
    LINKED_PARTS,
    PARTS,
)
from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity

if TYPE_CHECKING:
    from collections.abc import Callable

    PointReader = Callable[[Scan, int], Point | None]

__all__ = ["read_ordinal_part", "read_part"]

_FRACTIONS = frozenset({"half", "quarter", "qtr"})
_CENTURIES = frozenset({"century", "centuries"})
# What may be told before, and what stands before "year-end" where it is a time.
_TOLD = frozenset({"year", "month", "week", "quarter", "decade", "century"})
_BOUNDING = frozenset({"by", "at", "before", "until", "till", "since", "around", "after", "from"})
_COMPLETED = frozenset({"of", "before", "after"})
_BEFORE_END = frozenset({"at", "by", "since", "until", "to", "from", "-", "‐", "‑"})


def _inner(scan: Scan, at: int, read: PointReader, *, whole: bool = False) -> Point | None:
    """The period that a part is of; if ``whole``, it can be no part of another. A part is never of a part of a part."""
    if scan.norm(at) == "the":
        at += 1
    if scan.norm(at) == "year" and is_number(scan, at + 1):
        at += 1
    if scan.norm(at) in PARTS:
        return None
    ordinal = ordinal_at(scan, at) if whole else None
    if ordinal is not None and scan.norm(ordinal[1]) not in _CENTURIES and scan.norm(ordinal[1] + 1) not in _CENTURIES:
        return None
    found = read(scan, at)
    return found if found is not None and found.grain is not Granularity.DAY else None


def _second_part(scan: Scan, at: int) -> tuple[str, int] | None:
    """The "-to-late" of "mid-to-late 1980s": the second part and the token after it."""
    dash = scan.norm(at) in DASHES
    to = at + 1 if dash else at
    if scan.norm(to) not in ("to", "and"):
        return None
    second = to + 2 if scan.norm(to + 1) in DASHES else to + 1
    part = PARTS.get(scan.norm(second))
    return None if part is None or scan.norm(second) in LINKED_PARTS else (part, second + 1)


def _between_parts(scan: Scan, at: int, low: str, high: str, after: int, read: PointReader) -> Point | None:
    """Mid-to-late 1980s, early to mid-1990s: from the first part's first day to the second part's last."""
    if scan.norm(after) in DASHES:
        after += 1
    found = _inner(scan, after, read)
    if found is None or found.part:
        return None
    found = evolve(found, bare=False)
    start, end = days_of(evolve(found, part=low))[0], days_of(evolve(found, part=high))[1]
    if start is None or end is None or start > end:
        return evolve(found, first=at, vague=True)
    return evolve(found, first=at, days=(start, end), vague=True)


def read_part(scan: Scan, at: int, read: PointReader) -> Point | None:
    """Early 2019, mid-1990s, late November, the end of 2020, end-2020, earlier this year.

    ``read`` reads the date that the part is of.
    """
    norm = scan.norm(at)
    part = PARTS[norm]
    first, after = at, at + 1
    following = scan.norm(after)
    upto = _second_part(scan, after)
    if upto is not None:
        return _between_parts(scan, at, part, *upto, read)
    if following in DASHES and glued(scan, after):
        after += 1
    elif following == "of":
        after += 1
    elif following in ("in", "on") and norm in ("early", "late", "later", "earlier", "mid"):
        after += 1
    elif norm in LINKED_PARTS and not (norm == "end" and scan.norm(at - 1) in _BEFORE_END):
        return _of_told(scan, at, after, part)
    if norm == "end" and scan.norm(at - 1) in DASHES and scan.norm(at - 2) == "year":
        first = at - 2
    found = _inner(scan, after, read)
    if found is None:
        return _of_told(scan, at, after, part)
    if found.part:
        return None
    if following == "of" and scan.norm(first - 1) == "the":
        first -= 1
    return evolve(found, first=first, core=found.core, part=part, bare=False)


def _of_told(scan: Scan, at: int, after: int, part: str) -> Point | None:
    """The end of the year, the start of the week, at year-end, by mid-year: of one that the text told before.

    It is left open, for the claims stage to find out of which.
    """
    name, first, last = scan.norm(after + 1), at, after + 2
    if scan.norm(at + 1) == "of" and scan.norm(after) == "the" and name in _TOLD:
        first -= scan.norm(at - 1) == "the"
    elif scan.norm(at + 1) == "in" and scan.norm(after) == "the" and name in ("year", "month", "week"):
        pass  # "earlier in the year"
    elif scan.norm(at) == "end" and "year" in (scan.norm(at - 1), scan.norm(at - 2)):
        first = at - 2 if scan.norm(at - 1) in DASHES else at - 1
        name, last = "year", at + 1
    elif scan.norm(at) == "mid" and scan.norm(at + 1) in DASHES and scan.norm(after) == "year":
        name, last = "year", after + 1
    else:
        return None
    lead = scan.norm(first - 1)
    if scan.norm(first) != "the" and lead == "the":
        lead, first = scan.norm(first - 2), first - 1
    whole = scan.norm(at + 1) in ("of", "in") or lead in _BOUNDING
    following = scan.norm(last)
    if not (whole and scan.free(first, last)) or following in DASHES or following in _COMPLETED:
        return None
    # "By the end of the year shops had shut", "unrest earlier in the year hit"
    fronted = scan.norm(at + 1) == "in" or (scan.norm(at + 1) == "of" and lead in _BOUNDING)
    if follower(scan, last) is not Follower.FREE and not fronted:
        return None
    return evolve(left_open(scan, first, last, at, GRAINS[name]), part=part)


def _of_business(scan: Scan, at: int, last: int, norm: str, count: int | None) -> Point | None:
    """The fourth quarter, the first nine months: of a business's year that the text told before; left open."""
    whole = norm in ("half", "quarter") if count is None else norm == "months" and 2 < count < 12
    if not whole or scan.norm(at - 1) != "the" or scan.norm(at - 2) not in _WITHIN:
        return None
    if _business().isdisjoint(scan.vocabulary) or not scan.free(at - 1, last):
        return None
    after = scan.norm(last)
    if after in ("of", "-", "–") or (follower(scan, last) is Follower.WORD and after not in _business()):
        return None
    grain = Granularity.MONTH if count else Granularity.HALF if norm == "half" else Granularity.QUARTER
    return evolve(left_open(scan, at, last, at, grain), extent=True)


_WITHIN = frozenset({"in", "for", "during", "over", "by"})


@cache
def _business() -> frozenset[str]:
    return frozenset(load_table("calendar")["fiscal"]["business"])


def _edge(scan: Scan, at: int, number: int, inner_at: int, read: PointReader) -> Point | None:
    """The first day of next year, the last day of June 2019."""
    inner = _inner(scan, inner_at, read)
    if inner is None or (inner.bare and not 1500 <= (inner.year or 0) <= 2100):
        return None
    day = days_of(evolve(inner, bare=False))[0 if number == 1 else 1]
    if day is None:
        return None
    return Point(at, inner.last, at, Granularity.DAY, days=(day, day), confidence=inner.confidence, notes=inner.notes)


def read_ordinal_part(scan: Scan, at: int, read: PointReader) -> Point | None:
    """The first half of 2019, third quarter of 2021, the first three months of 2020; ``at`` is the ordinal."""
    found = ordinal_at(scan, at)
    if found is None:
        return None
    number, after = found
    if scan.norm(after) in ("-", "‐", "‑") and scan.norm(after + 1) in _FRACTIONS:
        after += 1
    count = None
    norm = scan.norm(after)
    placed = read_placed_week(scan, at, number, after, read) or read_placed_day(scan, at, number, after, read)
    if placed is not None or norm == "week":
        return placed
    if number in (1, -1) and norm == "day" and scan.norm(after + 1) == "of":
        return _edge(scan, at, number, after + 2, read)
    if number in (1, -1) and norm not in _FRACTIONS:
        count = CARDINALS.get(norm) or (digits(norm) if is_number(scan, after) else None)
        if count is None:
            return None
        after += 1
        norm = scan.norm(after)
        if norm not in LENGTHS:
            return None
    elif norm not in _FRACTIONS:
        return None
    last = after + 1
    if scan.norm(last) == "of":
        last += 1
    elif count is not None or not (is_number(scan, last) and len(scan.norm(last)) == 4):
        return _of_business(scan, at, last, norm, count)
    inner = _inner(scan, last, read, whole=True)
    if inner is None:
        told = scan.norm(last - 1) == "of" and scan.norm(last) == "the" and scan.norm(last + 1) == "year"
        if (
            not told
            or scan.norm(last + 2) in _COMPLETED
            or scan.norm(last + 2) in DASHES
            or not scan.free(at, last + 2)
        ):
            return None
        grain = Granularity.MONTH if count else Granularity.HALF if norm == "half" else Granularity.QUARTER
        open_ = left_open(scan, at, last + 2, at, grain)  # "the first half of the year": of the year told before
        return evolve(open_, extent=True) if count is None or norm in ("months", "month") else None
    start, end = days_of(inner)
    if (start is None or end is None) and inner.relative and inner.grain is Granularity.YEAR and count is None:
        grain = Granularity.HALF if norm == "half" else Granularity.QUARTER
        return evolve(inner, first=at, core=at, grain=grain, days=(None, None), relative=wording(scan, at, inner.last))
    if start is None or end is None:
        return None
    if count is None:
        parts = 2 if norm == "half" else 4
        number = parts if number == -1 else number
        if number > parts:
            return None
        if inner.grain is Granularity.YEAR and inner.year is not None and not inner.split:
            grain = Granularity.HALF if parts == 2 else Granularity.QUARTER
            return Point(at, inner.last, at, grain, inner.year, number)
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        if months % parts:
            middle = start + (end - start) / 2
            if parts == 4:
                return None
            days: tuple[dt.date | None, dt.date | None] = (
                (start, middle) if number == 1 else (shift(middle, "day", 1), end)
            )
        else:
            step = months // parts
            begin, stop = add_months(start, step * (number - 1)), add_months(start, step * number)
            days = (begin, shift(stop, "day", -1) if stop else None)
        return Point(
            at, inner.last, at, inner.grain, days=days, extent=True, confidence=inner.confidence, notes=inner.notes
        )
    unit, times, _ = LENGTHS[norm]
    if number == 1:
        stop = shift(start, unit, times * count)
        days = (start, shift(stop, "day", -1) if stop else None)
    else:
        after_end = shift(end, "day", 1)
        days = (shift(after_end, unit, -times * count) if after_end else None, end)
    if days[0] is None or days[1] is None or days[0] < start or days[1] > end:
        return None
    grain = Granularity.MONTH if unit == "month" else Granularity.DAY if unit == "day" else Granularity.YEAR
    return Point(at, inner.last, at, grain, days=days, extent=True, confidence=inner.confidence, notes=inner.notes)
