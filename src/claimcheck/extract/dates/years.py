"""Years and what is longer: 2016, 2014/15, the 1990s, the nineties, the 19th century, 44 BC; and ISO weeks, months."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from claimcheck.extract.dates.numeric import full_year
from claimcheck.extract.dates.point import Point, covered
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number, ordinal_at
from claimcheck.extract.dates.words import (
    AFTER_ERA,
    BEFORE_ERA,
    DASHES,
    DECADE_NOT_NEAR,
    DECADE_WORDS,
    PARTS,
)
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity
from claimcheck.segment.model import BlockKind

__all__ = ["read_century", "read_decade_word", "read_era_first", "read_short_decade", "read_year"]

BC_NOTE: Final = "before the common era: outside the calendar's range"
_HUNDREDS_NOTE = "hundreds of years are taken for the whole century"
_CENTURY = 100
_SOON = 5  # years ahead in which a decade without its century can begin
_SHORT_NOTE = "the century of the decade is assumed"
_PERSONAL = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_SUFFIX = re.compile(r"([qh])([1-4])|w(\d{2})")


def _decade(scan: Scan, at: int, last: int, year: int) -> Point | None:
    if year % 10:
        return None
    if year % 100 == 0 and year != 2000:
        days = covered(Granularity.CENTURY, year, None, None)
        return Point(at, last, at, Granularity.CENTURY, year, days=days).doubted(0.8, _HUNDREDS_NOTE)
    return Point(at, last, at, Granularity.DECADE, year)


def _era_after(scan: Scan, at: int) -> tuple[bool, int] | None:
    """BC, BCE (True) or AD, CE (False) at ``at``, and the token after it."""
    token = scan.tokens[at] if at < len(scan.tokens) else None
    if token is None or not token.text.isupper() or scan.taken[at]:
        return None
    if token.norm in BEFORE_ERA or token.norm in AFTER_ERA:
        return token.norm in BEFORE_ERA, at + 1
    if token.text in ("B", "A", "C") and scan.norm(at + 1) == ".":
        letters, here = [token.norm], at + 1
        while scan.norm(here) == "." and glued(scan, here) and glued(scan, here + 1) and len(scan.norm(here + 1)) == 1:
            letters.append(scan.norm(here + 1))
            here += 2
        name = ".".join(letters)
        if name in BEFORE_ERA or name in AFTER_ERA:
            return name in BEFORE_ERA, here + 1 if scan.norm(here) == "." and glued(scan, here) else here
    return None


def _of_era(at: int, last: int, year: int, *, before: bool) -> Point | None:
    if year < 1:
        return None
    if before:
        return Point(at, last, at, Granularity.YEAR, days=(None, None), notes=(BC_NOTE,))
    return Point(at, last, at, Granularity.YEAR, year)


def read_era_first(scan: Scan, at: int) -> Point | None:
    """AD 79."""
    if scan.norm(at) != "ad" or not scan.tokens[at].text.isupper() or not is_number(scan, at + 1):
        return None
    year = digits(scan.norm(at + 1))
    return None if year is None or glued(scan, at + 1) else _of_era(at, at + 2, year, before=False)


def read_year(scan: Scan, at: int) -> Point | None:
    """The year, split year, decade or ISO week that begins with the number token ``at``, or None.

    A point that is ``bare`` is only a number that could be a year.
    """
    norm = scan.norm(at)
    year = digits(norm)
    if year is None:
        return None
    after = at + 1
    era = _era_after(scan, after)
    if era is not None:
        return _of_era(at, era[1], year, before=era[0])
    if len(norm) != 4 or not 1000 <= year <= 2199:
        return None
    following = scan.norm(after)
    if glued(scan, after):
        if following == "s":
            return _decade(scan, at, after + 1, year)
        if following == "'" and glued(scan, after + 1) and scan.norm(after + 1) == "s" and year % 10 == 0:
            before = scan.norm(at - 1)
            if (
                before in PARTS
                or before in ("-", "–")
                or (before == "the" and scan.norm(after + 2) in (".", ",", "", ")"))
            ):
                return _decade(scan, at, after + 2, year)
        if following in ("/", "-", "–") and glued(scan, after + 1):
            joined = _with_suffix(scan, at, after, year)
            if joined is not None:
                return joined
    suffix = _SUFFIX.fullmatch(following)
    if suffix is not None and suffix[1] and scan.tokens[after].text[:1].isupper():
        return _quarter(at, after + 1, year, suffix)
    return Point(at, after, at, Granularity.YEAR, year, bare=True)


def _quarter(at: int, last: int, year: int, suffix: re.Match[str]) -> Point | None:
    number = int(suffix[2])
    if suffix[1] == "h" and number > 2:
        return None
    grain = Granularity.QUARTER if suffix[1] == "q" else Granularity.HALF
    return Point(at, last, at, grain, year, number)


def _with_suffix(scan: Scan, at: int, mark: int, year: int) -> Point | None:
    """2014/15, 2014/2015, 2019-W12, 2019-Q3, 2019-07 (the month where it cannot be a later year)."""
    norm = scan.norm(mark + 1)
    last = mark + 2
    if glued(scan, last) and (scan.norm(last) in ("/", "-") or is_number(scan, last)):
        return None
    suffix = _SUFFIX.fullmatch(norm)
    if suffix is not None:
        if suffix[1]:
            return _quarter(at, last, year, suffix)
        try:
            monday = dt.date.fromisocalendar(year, int(suffix[3]), 1)
        except ValueError:
            return None
        return Point(at, last, at, Granularity.DAY, days=(monday, monday + dt.timedelta(days=6)))
    second = digits(norm)
    if second is None or not is_number(scan, mark + 1):
        return None
    slash = scan.norm(mark) == "/"
    width = len(norm)
    if slash and (second == year + 1 if width == 4 else width < 3 and second == (year + 1) % 10**width):
        return Point(at, last, at, Granularity.YEAR, year, split=True)
    if not slash and width == 2 and 1 <= second <= 12 and second <= year % 100 and scan.norm(mark) == "-":
        return Point(at, last, at, Granularity.MONTH, year, second, bare=True)
    return None


def read_short_decade(scan: Scan, at: int) -> Point | None:
    """'90s, the 80s: two digits that an "s" touches; ``at`` is the number's token."""
    norm = scan.norm(at)
    value = digits(norm)
    last = at + 1
    if glued(scan, last) and scan.norm(last) == "'" and scan.norm(at - 1) == "the":  # "the 70's"
        last += 1
    if value is None or len(norm) != 2 or value % 10 or not glued(scan, last) or scan.norm(last) != "s":
        return None
    first, last = at, last + 1
    before = scan.norm(at - 1)
    if glued(scan, at) and before in ("'", "‘"):
        first = at - 1
        before = scan.norm(first - 1)
    elif before in _PERSONAL or value < 20 or not _decade_place(scan, at):
        return None
    year = full_year(value, scan.conventions.anchor)
    if scan.conventions.anchor is not None and year > scan.conventions.anchor.year + _SOON:
        year -= 100
    point = Point(first, last, first, Granularity.DECADE, year)
    return point.doubted(0.9 if first < at else 0.7, _SHORT_NOTE)


def _decade_place(scan: Scan, at: int) -> bool:
    before = scan.norm(at - 1)
    if before == "the":
        return scan.norm(at - 2) in ("since", "of", "from", "until", "during", "throughout", "in", "by", "and")
    if before in DASHES:
        return scan.norm(at - 2) in PARTS and scan.norm(at - 3) not in _PERSONAL
    if before in PARTS:
        return scan.norm(at - 2) not in _PERSONAL  # "in his late 50s"
    # "the 1980s and 90s"
    return before in ("and", "or") and scan.norm(at - 2) == "s" and is_number(scan, at - 3)


def read_decade_word(scan: Scan, at: int) -> Point | None:
    """The nineties; not "in his nineties"."""
    value = DECADE_WORDS[scan.norm(at)]
    before = scan.norm(at - 1)
    if before == "nineteen":
        return Point(at - 1, at + 1, at - 1, Granularity.DECADE, 1900 + value)
    if value >= _CENTURY and before != "the":
        return None
    parted = before in PARTS or (before in ("-", "‐") and scan.norm(at - 2) in PARTS)
    if not (before == "the" or before in ("roaring", "swinging") or parted):
        return None
    opening = at - 1 if not parted else at - 2
    if parted and any(scan.norm(opening - n) in _PERSONAL for n in (0, 1)):
        return None
    if any(scan.norm(at - back) in DECADE_NOT_NEAR for back in range(2, 9)):
        return None
    return Point(at, at + 1, at, Granularity.DECADE, 1900 + value).doubted(0.8, _SHORT_NOTE)


def read_century(scan: Scan, at: int) -> list[Point] | None:
    """The 19th century; 18th and 19th centuries; the fifth century BC. ``at`` is the ordinal's first token."""
    numbers: list[tuple[int, int, int]] = []
    here = at
    while len(numbers) < 4:
        found = ordinal_at(scan, here)
        if found is None or not 1 <= found[0] <= 30:
            return None
        value, after = found
        numbers.append((value, here, after))
        hyphen = after + 1 if scan.norm(after) in ("-", "‐", "‑") else after
        if scan.norm(hyphen) in ("century", "centuries"):
            after = hyphen + 1
            break
        join = scan.norm(after)
        if join not in DASHES and join not in ("to", "and", "or", ","):
            return None
        here = after + 1
        if scan.norm(here) in ("the", "and"):
            here += 1
    else:
        return None
    era = _era_after(scan, after)
    end = era[1] if era else after
    heading = scan.unit.block.kind is BlockKind.HEADING
    hyphened = scan.norm(after - 2) in ("-", "‐", "‑") and not capitalised(scan, after - 1)
    if era is None and capitalised(scan, end) and not heading and not hyphened and len(numbers) == 1:
        scan.leave(at, after, "a century inside a name")
        return None
    points: list[Point] = []
    for index, (value, first, last) in enumerate(numbers):
        last = end if index == len(numbers) - 1 else last
        if era and era[0]:
            points.append(Point(first, last, first, Granularity.CENTURY, days=(None, None), notes=(BC_NOTE,)))
        else:
            points.append(Point(first, last, first, Granularity.CENTURY, (value - 1) * 100 + 1))
    return points
