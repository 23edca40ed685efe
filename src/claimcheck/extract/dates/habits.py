"""In what order a document writes day and month."""

from __future__ import annotations

import re

from claimcheck.extract.dates.words import MONTHS

__all__ = ["date_conventions"]

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
