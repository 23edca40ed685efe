"""Dates by what is written of them: year, month and day as far as they are known."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import load_table
from claimcheck.records import Claim, Granularity, Modifier, TimeSpan

__all__ = ["Mark", "marks", "refined", "same_mark", "same_marks"]

Mark = tuple[int | None, int | None, int | None]
"""Year, month and day of a date as far as they are known."""


def marks(claim: Claim) -> list[Mark]:
    """First and last day of a date or period, as far as they are written; a single date gives one mark."""
    when = claim.when
    if when is None:
        return []
    if when.start is None and when.end is None:
        return _unanchored(when.relative or "")
    found = [_mark(when, end) for end in (when.start, when.end) if end is not None]
    return found[:1] if len(found) == 2 and (found[0] == found[1] or when.modifier is not Modifier.RANGE) else found


def _mark(when: TimeSpan, day: object) -> Mark:
    year, month, number_ = day.year, day.month, day.day  # type: ignore[attr-defined]
    if when.granularity is Granularity.DAY:
        return year, month, number_
    if when.granularity is Granularity.MONTH:
        return year, month, None
    if when.granularity in (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY):
        return year, None, None
    return year, month, 0


@cache
def _months() -> dict[str, int]:
    table = load_table("calendar")["months"]
    return {word: number_ for number_, words in enumerate(table.values(), 1) for word in words}


def _unanchored(text: str) -> list[Mark]:
    """Day and month of a date without a year: "3 July", "12-14 May", "30 April to 2 May"."""
    words = re.findall(r"\d+|[^\W\d_]+", text.lower())
    months = [_months()[word] for word in words if word in _months()]
    days = [int(word) for word in words if word.isdigit() and 1 <= int(word) <= 31]
    if not months or any(word.isdigit() and int(word) > 31 for word in words) or len(days) > 2:
        return []
    if not days:
        return [(None, month, None) for month in months[:2]]
    return [(None, months[min(at, len(months) - 1)], day) for at, day in enumerate(days)]


def same_mark(a: Mark, b: Mark) -> bool:
    """Whether two dates are one; a year that is left out is any."""
    return a[1:] == b[1:] and (a[0] is None or b[0] is None or a[0] == b[0])


def same_marks(a: list[Mark], b: list[Mark]) -> bool:
    """Whether two periods have the same ends."""
    return len(a) == len(b) and all(same_mark(one, other) for one, other in zip(a, b, strict=True))


def refined(a: list[Mark], b: list[Mark]) -> bool:
    """Whether the coarser of two dates covers the other: July 2024, 3 July 2024."""
    if len(a) != len(b):
        return False
    return all(
        all(x is None or y is None or x == y for x, y in zip(one, other, strict=True))
        for one, other in zip(a, b, strict=True)
    )
