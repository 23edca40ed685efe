"""The quick test whether a stretch of text can hold a figure or a date at all.

Most sentences hold none. A digit, or a word with which some extractor can begin, makes a stretch worth reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimcheck.extract import change, duration, frequency, rank, ratio, zero
from claimcheck.extract.numerals import NUMBER_WORDS
from claimcheck.lexicon import load_table
from claimcheck.records import Span

__all__ = ["WORDS", "may_hold_figures"]

_FIGURE = re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_WORD = re.compile(r"[^\W\d_]+")
_APART = "\u00ad"
# For each byte of a plain text its letter in lower case, or a space.
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() and code < 0x80 else 0x20 for code in range(256))


def _calendar() -> Iterator[str]:
    calendar = load_table("calendar")
    for section in ("months", "weekdays"):
        for names in calendar[section].values():
            yield from names
    for section in ("seasons", "lengths"):
        for entry in calendar[section].values():
            yield from entry["words"]
    yield from calendar["weekday_words"]["weekends"]
    yield from calendar["relative"]["days"]
    yield from calendar["relative"]["parts_of_day"]
    yield from calendar["numbers"]["decades"]


def _units() -> Iterator[str]:
    """The longest word of each unit, of which an article alone can make an amount: "over a mile"."""
    for name in ("units", "time_units"):
        for row in load_table(name)["unit"]:
            for spelling in row.get("words", ()):
                longest = max(_WORD.findall(spelling.lower()), key=len, default="")
                if len(longest) > 2:
                    yield longest
                    yield longest + "s"


_EXTRACTORS = (change.WORDS, duration.WORDS, frequency.WORDS, rank.WORDS)

#: The words, folded, without which a stretch of text that has no digit holds neither a figure nor a date.
WORDS = frozenset(
    {*NUMBER_WORDS, *_calendar(), *_units(), *ratio.WORDS, *zero.WORDS}
    | {max(word.split("-"), key=len) for words in _EXTRACTORS for word in words}
)
_PLAIN_WORDS = frozenset(word.encode() for word in WORDS)


def may_hold_figures(text: str, span: Span) -> bool:
    """Whether ``text[span]`` holds a digit or a word that can be, or begin, a figure or a date."""
    if _FIGURE.search(text, span.start, span.end) is not None:
        return True
    part = text[span.start : span.end]
    if part.isascii():
        return not _PLAIN_WORDS.isdisjoint(part.encode().translate(_LETTERS).split())
    part = part.lower().replace(_APART, "")
    return not WORDS.isdisjoint(_WORD.findall(unicodedata.normalize("NFKC", part)))
