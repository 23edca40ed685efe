"""Parts of years: quarters, halves, seasons, fiscal years, and "early", "mid", "late", "the end of" before a date."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.extract.dates.months import year_after
from claimcheck.extract.dates.numeric import full_year
from claimcheck.extract.dates.point import Point, add_months, covered, days_of, shift
from claimcheck.extract.dates.reading import digits, glued, is_number, ordinal_at
from claimcheck.extract.dates.words import (
    CARDINALS,
    DASHES,
    FISCAL,
    FISCAL_YEAR,
    LENGTHS,
    LINKED_PARTS,
    PARTS,
    SEASONS,
)
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity

if TYPE_CHECKING:
    from collections.abc import Callable

    PointReader = Callable[[Scan, int], Point | None]

__all__ = ["read_fiscal", "read_ordinal_part", "read_part", "read_quarter", "read_season"]

_NORTHERN = "the season's months are those of the northern half of the globe"
_FISCAL = "where the fiscal year begins is not known"
_BEFORE_END = frozenset({"at", "by", "since", "until", "to", "from", "-", "‐", "‑"})
_QUARTER = re.compile(r"([qh])([1-4])(?:fy)?(\d{2}|\d{4})?")
_QUARTER_AFTER_WORDS = {
    "q": frozenset(
        {"in", "for", "during", "since", "by", "of", "from", "until", "to", "last", "this", "between", "and", "the"}
    ),
    "h": frozenset({"in", "for", "during", "since"}),
}
_QUARTER_AFTER = re.compile(r"([qh])(\d{2}|\d{4})?")


def read_season(scan: Scan, at: int) -> Point | None:
    """Spring 2016, the winter of 2018-19; a season without a year is no date."""
    month = SEASONS[scan.norm(at)]
    year = year_after(scan, at + 1, comma=False)
    if year is None:
        return None
    if scan.norm(at) == "fall" and scan.norm(at + 1) == "of" and scan.norm(at - 1) != "the":
        return None
    last = year[1]
    second = digits(scan.norm(last + 1))
    if (
        month == 12
        and scan.norm(last) in ("/", "-", "–")
        and glued(scan, last)
        and glued(scan, last + 1)
        and second is not None
        and (second == year[0] + 1 or (len(scan.norm(last + 1)) == 2 and second == (year[0] + 1) % 100))
    ):
        last += 2
    return Point(at, last, at, Granularity.SEASON, year[0], month).doubted(0.9, _NORTHERN)


def _year_of_quarter(scan: Scan, at: int) -> tuple[int, int] | None:
    """The year after Q3: "2021", "of 2021", "'21", "FY2021", "-2021"."""
    norm = scan.norm(at)
    if norm.startswith("fy") and norm != "fy":
        year = digits(norm[2:])
        if year is None or len(norm) not in (4, 6):
            return None
        return (year if year > 99 else full_year(year, scan.conventions.anchor)), at + 1
    if norm == "fy":
        at += 1
    elif (norm in DASHES and glued(scan, at)) or norm == "/":
        if not glued(scan, at + 1):
            return None
        at += 1
    return year_after(scan, at)


def read_quarter(scan: Scan, at: int) -> Point | None:
    """Q3 2021, H1 2022, 3Q21, Q3; without a year it has none."""
    token = scan.tokens[at]
    if is_number(scan, at):
        number = digits(token.norm)
        found = _QUARTER_AFTER.fullmatch(scan.norm(at + 1)) if glued(scan, at + 1) else None
        if found is None or number is None or not 1 <= number <= (4 if found[1] == "q" else 2):
            return None
        if not scan.tokens[at + 1].text[:1].isupper():
            return None
        letter, short, last = found[1], found[2], at + 2
    else:
        found = _QUARTER.fullmatch(token.norm)
        if found is None or not token.text[:1].isupper():
            return None
        letter, number, short, last = found[1], int(found[2]), found[3], at + 1
        if letter == "h" and number > 2:
            return None
    grain = Granularity.QUARTER if letter == "q" else Granularity.HALF
    if short:
        value = int(short)
        return Point(at, last, at, grain, value if value > 99 else full_year(value, scan.conventions.anchor), number)
    year = _year_of_quarter(scan, last)
    if year is not None:
        return Point(at, year[1], at, grain, year[0], number)
    if scan.norm(at - 1) not in _QUARTER_AFTER_WORDS[letter]:
        return None
    if glued(scan, last) and scan.norm(last) in ("-", "/", "_", "=") and not _QUARTER.fullmatch(scan.norm(last + 1)):
        return None
    return Point(at, last, at, grain, None, number)


def read_fiscal(scan: Scan, at: int) -> Point | None:
    """FY2021, FY 2021/22, fiscal 2019, the financial year 2019-20, the 2019/20 school year's "2019/20"."""
    norm = scan.norm(at)
    first = at
    text = ""
    if norm.startswith("fy") and scan.tokens[at].text[:2] == "FY":
        text = norm[2:]
        at += 1
        if not text:
            if scan.norm(at) in DASHES and glued(scan, at):
                at += 1
            text = scan.norm(at) if is_number(scan, at) else ""
            at += 1
    elif norm in FISCAL:
        at += 1
        if scan.norm(at) in FISCAL_YEAR:
            at += 1
        elif norm != "fiscal":
            return None
        text = scan.norm(at) if is_number(scan, at) else ""
        if len(text) != 4:
            return None
        at += 1
    year = digits(text)
    if year is None or len(text) not in (2, 4):
        return None
    if len(text) == 2:
        year = full_year(year, scan.conventions.anchor)
    if not 1500 <= year <= 2199:
        return None
    second = digits(scan.norm(at + 1))
    if (
        (scan.norm(at) == "/" or scan.norm(at) in DASHES)
        and glued(scan, at)
        and glued(scan, at + 1)
        and second is not None
        and second in (year + 1, (year + 1) % 100)
    ):
        return Point(first, at + 2, first, Granularity.YEAR, year, split=True)
    return Point(first, at, first, Granularity.YEAR, days=covered(Granularity.YEAR, year, None, None)).doubted(
        0.8, _FISCAL
    )


def _inner(scan: Scan, at: int, read: PointReader) -> Point | None:
    if scan.norm(at) == "the":
        at += 1
    if scan.norm(at) == "year" and is_number(scan, at + 1):
        at += 1
    found = read(scan, at)
    return found if found is not None and found.grain is not Granularity.DAY else None


def read_part(scan: Scan, at: int, read: PointReader) -> Point | None:
    """Early 2019, mid-1990s, late November, the end of 2020, end-2020, earlier this year.

    ``read`` reads the date that the part is of.
    """
    norm = scan.norm(at)
    part = PARTS[norm]
    first, after = at, at + 1
    following = scan.norm(after)
    if following in DASHES and glued(scan, after):
        if scan.norm(after + 1) in ("to", "and") and following == "-":
            return None
        joined = PARTS.get(scan.norm(after + 2)) if scan.norm(after + 1) in ("to", "-") else None
        after += 1
        if joined:
            return None
    elif following == "of":
        after += 1
    elif following in ("in", "on") and norm in ("early", "late", "later", "earlier", "mid"):
        after += 1
    elif norm in LINKED_PARTS and not (norm == "end" and scan.norm(at - 1) in _BEFORE_END):
        return None
    if norm == "end" and scan.norm(at - 1) in DASHES and scan.norm(at - 2) == "year":
        first = at - 2
    found = _inner(scan, after, read)
    if found is None or found.part:
        return None
    if following == "of" and scan.norm(first - 1) == "the":
        first -= 1
    return evolve(found, first=first, core=found.core, part=part, bare=False)


def _week_of(scan: Scan, at: int, number: int, after: int, read: PointReader) -> Point | None:
    """The third week of June 2021: seven days counted from the first of the month; the last week, its last seven."""
    if scan.norm(after) != "week" or scan.norm(after + 1) != "of":
        return None
    month = read(scan, after + 2)
    if month is None or month.grain is not Granularity.MONTH or month.part or not -1 <= number <= 5 or number == 0:
        return None
    start, end = days_of(month)
    if start is None or end is None:
        return evolve(month, first=at, core=at, vague=True)
    first = shift(end, "day", -6) if number == -1 else shift(start, "day", 7 * (number - 1))
    last = end if number == -1 else shift(start, "day", 7 * number - 1)
    if first is None or last is None or first > end:
        return None
    return Point(at, month.last, at, Granularity.DAY, days=(first, min(last, end)), vague=True)


def read_ordinal_part(scan: Scan, at: int, read: PointReader) -> Point | None:
    """The first half of 2019, third quarter of 2021, the first three months of 2020; ``at`` is the ordinal."""
    found = ordinal_at(scan, at)
    if found is None:
        return None
    number, after = found
    count = None
    norm = scan.norm(after)
    if norm == "week":
        return _week_of(scan, at, number, after, read)
    if number in (1, -1) and norm not in ("half", "quarter"):
        count = CARDINALS.get(norm) or (digits(norm) if is_number(scan, after) else None)
        if count is None:
            return None
        after += 1
        norm = scan.norm(after)
        if norm not in LENGTHS:
            return None
    elif norm not in ("half", "quarter"):
        return None
    last = after + 1
    if scan.norm(last) == "of":
        last += 1
    elif count is not None or not (is_number(scan, last) and len(scan.norm(last)) == 4):
        return None
    inner = _inner(scan, last, read)
    if inner is None or (inner.relative and inner.days is None):
        return None
    start, end = days_of(inner)
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
