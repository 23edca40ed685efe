"""Dates with a month's name in another language (3 mai 2014, 15. Oktober 2019), and 2016年10月3日.

The grammar delimits the expression; which month an unknown name is, dateparser says (never its search). It is imported
when the first such name turns up, and asked once a name, so that a text full of them stays cheap.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from claimcheck.extract.dates.point import Point, covered
from claimcheck.extract.dates.reading import digits, glued, is_number
from claimcheck.extract.dates.words import FOREIGN_LANGUAGES, FOREIGN_LINKS, FOREIGN_OPENINGS, MONTHS
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity

__all__ = ["read_foreign"]

_NOTE = "a month's name in another language"
_HAN = re.compile(r"[年년](\d{1,2})[月월](?:(\d{1,2})[日일号號])?", re.ASCII)
_MONTH_KEYS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_LONGEST = 14


@cache
def _month_words() -> frozenset[str]:
    """The names of months, lower case, that dateparser knows in the languages of the lexicon."""
    from dateparser.languages.loader import default_loader

    locales = default_loader.get_locales(languages=list(FOREIGN_LANGUAGES))
    return frozenset(name.lower() for locale in locales for key in _MONTH_KEYS for name in locale.info.get(key, ()))


@cache
def _month_named(word: str) -> int | None:
    """The number of the month that a word of another language names; None where dateparser knows none."""
    import dateparser

    found = dateparser.parse(
        f"11 {word} 2000",
        languages=list(FOREIGN_LANGUAGES),
        settings={
            "RELATIVE_BASE": dt.datetime(2000, 1, 1),
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": "DMY",
        },
    )
    return found.month if found is not None and (found.year, found.day) == (2000, 11) else None


def read_foreign(scan: Scan, at: int) -> Point | None:
    """3 mai 2014, 15. Oktober 2019, 2016年10月3日; ``at`` is the first number's token."""
    norm = scan.norm(at)
    if len(norm) == 4 and glued(scan, at + 1) and scan.norm(at + 1)[:1] in ("年", "년"):
        return _east_asian(scan, at)
    day = digits(norm)
    if day is None or len(norm) > 2 or not 1 <= day <= 31:
        return None
    after = at + 1
    while after - at < 4 and (scan.norm(after) in FOREIGN_LINKS and (scan.norm(after) != "er" or glued(scan, after))):
        after += 1
    token = scan.tokens[after] if after < len(scan.tokens) else None
    if token is None or token.kind is not TokenKind.WORD:
        return None
    word = token.norm.removeprefix("d'")
    if word in MONTHS or not 3 <= len(word) <= _LONGEST or word[:3] not in FOREIGN_OPENINGS:
        return None
    name = after
    after += 1
    while after - name < 3 and scan.norm(after) in FOREIGN_LINKS:
        after += 1
    year = digits(scan.norm(after))
    if not is_number(scan, after) or len(scan.norm(after)) != 4 or year is None or not 1000 <= year <= 2199:
        return None
    if not scan.free(at, after + 1) or word not in _month_words():
        return None
    month = _month_named(word)
    date = covered(Granularity.DAY, year, month, day) if month is not None else None
    if date is None:
        return None
    return Point(at, after + 1, at, Granularity.DAY, days=date, confidence=0.9, notes=(_NOTE,))


def _east_asian(scan: Scan, at: int) -> Point | None:
    """2016年10月3日, 2016年10月: the text may run on without a space, the token must not go on past the date."""
    year = digits(scan.norm(at))
    found = _HAN.fullmatch(scan.norm(at + 1))
    if year is None or found is None or not scan.free(at, at + 2):
        return None
    month = int(found[1])
    if not 1 <= month <= 12:
        return None
    if not found[2]:
        return Point(at, at + 2, at, Granularity.MONTH, year, month)
    date = covered(Granularity.DAY, year, month, int(found[2]))
    return Point(at, at + 2, at, Granularity.DAY, days=date) if date else None
