"""Dates that the grammar delimits but doesn't read itself: other languages' months, East Asian year-month-day.

What is delimited goes to dateparser, never its search: the expression as it stands, with the languages of the lexicon,
a fixed base and no guessing of missing parts. dateparser is imported when the first such expression turns up.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import regex

from claimcheck.extract.dates.point import Point
from claimcheck.extract.dates.reading import digits, glued, is_number
from claimcheck.extract.dates.words import FOREIGN_LANGUAGES, FOREIGN_LINKS, FOREIGN_OPENINGS, MONTHS
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity

__all__ = ["read_foreign"]

_HAN = regex.compile(r"[年년]\s*\d{1,2}\s*[月월](?:\s*\d{1,2}\s*[日일])?", regex.ASCII)
_HAN_FIRST = frozenset("年년")
_BASE = dt.datetime(2000, 1, 1)


@lru_cache(maxsize=4096)
def _parsed(text: str, languages: tuple[str, ...], parts: tuple[str, ...]) -> dt.date | None:
    import dateparser

    settings = {
        "RELATIVE_BASE": _BASE,
        "STRICT_PARSING": False,
        "REQUIRE_PARTS": list(parts),
        "PREFER_DAY_OF_MONTH": "first",
        "PARSERS": ["custom-formats", "absolute-time"],
        "DATE_ORDER": "YMD" if languages[0] in ("zh", "ja", "ko") else "DMY",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        found = dateparser.parse(text, languages=list(languages), settings=settings)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return found.date() if found is not None else None


def read_foreign(scan: Scan, at: int) -> Point | None:
    """3 mai 2014, 15. Oktober 2019, 2016年10月3日; ``at`` is the first number's token."""
    if glued(scan, at + 1) and scan.norm(at + 1)[:1] in _HAN_FIRST:
        return _east_asian(scan, at)
    norm = scan.norm(at)
    day = digits(norm)
    if day is None or len(norm) > 2 or not 1 <= day <= 31:
        return None
    after = at + 1
    if scan.norm(after) in ("er", "re", "º") and glued(scan, after):
        after += 1
    while scan.norm(after) in FOREIGN_LINKS and after - at < 3:
        after += 1
    token = scan.tokens[after] if after < len(scan.tokens) else None
    if token is None or token.kind is not TokenKind.WORD or token.norm in MONTHS and token.norm != "mar":
        return None
    if token.norm[:3] not in FOREIGN_OPENINGS or len(token.norm) < 3:
        return None
    name = after
    after += 1
    while scan.norm(after) in FOREIGN_LINKS and after - name < 3:
        after += 1
    year = digits(scan.norm(after))
    if not is_number(scan, after) or len(scan.norm(after)) != 4 or year is None or not 1000 <= year <= 2199:
        return None
    if not scan.free(at, after + 1):
        return None
    found = _parsed(f"{day} {token.norm} {year}", FOREIGN_LANGUAGES, ("day", "month", "year"))
    if found is None or found.year != year or found.day != day:
        return None
    return Point(at, after + 1, at, Granularity.DAY, days=(found, found), confidence=0.9, notes=("a month's name in another language",))


def _east_asian(scan: Scan, at: int) -> Point | None:
    year = digits(scan.norm(at))
    if year is None or len(scan.norm(at)) != 4:
        return None
    first = scan.tokens[at]
    end = at + 1
    text = first.norm
    while end < len(scan.tokens) and end - at < 8 and glued(scan, end):
        text += scan.tokens[end].norm
        end += 1
        found = _HAN.fullmatch(text[4:])
        if found and not (glued(scan, end) and scan.norm(end)[:1].isdigit()):
            break
    else:
        return None
    complete = text.endswith(("日", "일"))
    parts = ("day", "month", "year") if complete else ("month", "year")
    languages = ("ko",) if "년" in text else ("zh", "ja")
    date = _parsed(text, languages, parts)
    if date is None or date.year != year:
        return None
    if complete:
        return Point(at, end, at, Granularity.DAY, days=(date, date))
    return Point(at, end, at, Granularity.MONTH, date.year, date.month)
