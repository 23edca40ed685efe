"""In what order a document writes day and month."""

from __future__ import annotations

import re

from claimcheck.extract.dates.words import MONTHS

__all__ = ["date_conventions", "dots_are_dates"]

_NUMERIC = re.compile(r"(\d(?<![\d/.-].)\d?)([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])", re.ASCII)
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(rf"(?<![\d.,/:-])\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_NAMES})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b(?:{_NAMES})\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*[%:\d])", re.IGNORECASE)
_MARGIN = 4


def _decided(day_first: int, month_first: int) -> bool | None:
    if day_first > month_first * _MARGIN:
        return True
    if month_first > day_first * _MARGIN:
        return False
    return None


def date_conventions(text: str) -> bool | None:
    """Whether the text writes the day before the month in figures; None where nothing settles it.

    Dates in figures that can be read only one way (13/4/2019) decide. Where there are only unclear ones (3/4/2019), the
    order of the spelled dates (12 March, March 12) does. The rarer order must be outnumbered four to one. None as well
    where no date in figures depends on it.
    """
    day_first = month_first = unclear = 0
    for found in _NUMERIC.finditer(text):
        one, two = int(found[1]), int(found[3])
        if 12 < one <= 31 and 1 <= two <= 12:
            day_first += 1
        elif 12 < two <= 31 and 1 <= one <= 12:
            month_first += 1
        elif 1 <= one <= 12 and 1 <= two <= 12:
            unclear += 1
    if day_first or month_first:
        return _decided(day_first, month_first)
    if not unclear:
        return None
    return _decided(sum(1 for _ in _DAY_FIRST.finditer(text)), sum(1 for _ in _MONTH_FIRST.finditer(text)))


_DOTTED = re.compile(r"(?<![\w.])v?(\d{1,3})\.(\d{1,3})\.(\d{1,5})(?![\w]|\.\d)", re.ASCII)
_TOLD = re.compile(r"\b(?:on|dated) $")
_SOFTWARE = re.compile(r"\b(?:versions?|releases?|released|upgrad\w+|packages?|software|api)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:version|versions|release|releases|section|chapter|kernel|patch|build|clause|v)[ .:]*$")
_BEFORE = 12  # characters
_YEARS = (2, 4)  # digits


def dots_are_dates(text: str) -> bool:
    """Whether 6.9.22 is a day of the text: all that it writes so can be one, and some can be nothing else.

    Nothing else is 30.9.1922, and in a text that speaks of no software one with a day above twelve, or two after "on".
    """
    sure = told = full = 0
    for found in _DOTTED.finditer(text):
        day, month, year = (int(group) for group in found.groups())
        before = text[max(0, found.start() - _BEFORE) : found.start()].lower()
        if found[0][0] == "v" or _NUMBERED.search(before):
            return False
        if not (1 <= day <= 31 and 1 <= month <= 12 and len(found[3]) in _YEARS):
            return False
        if len(found[3]) == _YEARS[1]:
            full += 1000 <= year <= 2199
        else:
            sure += day > 12
            told += _TOLD.search(before) is not None
    return full > 0 or ((sure > 0 or told > 1) and _SOFTWARE.search(text) is None)
