"""Figures, times and topics in words that an editor reads at a glance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from claimcheck.records import Claim, Granularity, Modifier, TimeSpan

__all__ = ["enumerated", "plural", "spoken", "time_words", "topic"]

_FINE = (Granularity.DAY, Granularity.MONTH)
_IRREGULAR = {"analysis": "analyses", "is": "are", "entry": "entries"}


def plural(count: int, noun: str) -> str:
    """A count with its noun: ``1 claim``, ``2,140 claims``."""
    return f"{count:,} {noun if count == 1 else _IRREGULAR.get(noun, noun + 's')}"


def enumerated(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def _day(day: dt.date, granularity: Granularity) -> str:
    if granularity is Granularity.DAY:
        return f"{day.day} {day:%B} {day.year}"
    if granularity is Granularity.MONTH:
        return f"{day:%B} {day.year}"
    return str(day.year)


def spoken(day: dt.date | None) -> str:
    """A day as people write it, or nothing."""
    return "" if day is None else _day(day, Granularity.DAY)


def time_words(time: TimeSpan | None) -> str:
    """A time as people write it: ``3 May 2022``, ``October 2016``, ``2014-2019``, ``since 2002``."""
    if time is None:
        return ""
    start, end = time.start, time.end
    if start is None and end is None:
        return time.relative or ""
    around = "about " if time.modifier is Modifier.APPROX else ""
    if start is None or end is None:
        known = start or end
        assert known is not None
        return f"{'since' if end is None else 'until'} {_day(known, time.granularity)}"
    if start == end or (time.granularity in _FINE and (start.year, start.month) == (end.year, end.month)):
        return around + _day(start, Granularity.DAY if start == end else Granularity.MONTH)
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years:
        return around + (str(start.year) if start.year == end.year else f"{start.year}-{end.year}")
    fine = time.granularity if time.granularity in _FINE else Granularity.MONTH
    return f"{around}{_day(start, fine)} to {_day(end, fine)}"


def topic(claims: Sequence[Claim]) -> str:
    """What claims speak of in common: the measured thing, whose, and when where all say the same."""
    measures = [claim.core for claim in claims if claim.core]
    what = min(measures, key=lambda measure: (len(measure), measure)) if measures else ""
    shared = [name for name in claims[0].entities if all(name in claim.entities for claim in claims[1:])]
    times = {time_words(claim.when) for claim in claims}
    when = times.pop() if len(times) == 1 else ""
    return ", ".join(part for part in (what or claims[0].kind.value, " and ".join(shared), when) if part)
