"""Named parts of years: seasons, quarters, half years, fiscal years."""

from __future__ import annotations

import re

from claimcheck.extract.dates.months import year_after
from claimcheck.extract.dates.numeric import full_year
from claimcheck.extract.dates.point import Point, covered
from claimcheck.extract.dates.reading import digits, glued, is_number
from claimcheck.extract.dates.words import (
    DASHES,
    FISCAL,
    FISCAL_YEAR,
    SEASONS,
    SERIES_NOUNS,
)
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity

__all__ = ["read_fiscal", "read_quarter", "read_season"]

_NORTHERN = "the season's months are those of the northern half of the globe"
_FISCAL = "where the fiscal year begins is not known"
_QUARTER = re.compile(r"([qh])([1-4])(?:fy)?(\d{2}|\d{4})?")
_QUARTER_AFTER = re.compile(r"([qh])(\d{2}|\d{4})?")
_QUARTER_AFTER_WORDS = {
    "q": frozenset(
        {"in", "for", "during", "since", "by", "of", "from", "until", "to", "last", "this", "between", "and", "the"}
    ),
    "h": frozenset({"in", "for", "during", "since"}),
}


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
    if scan.norm(at - 1) not in _QUARTER_AFTER_WORDS[letter] and scan.norm(last) not in SERIES_NOUNS:
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
