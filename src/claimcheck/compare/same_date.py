"""The date of one event given twice: the spans of time must meet."""

from __future__ import annotations

import datetime as dt
from functools import cache

from attrs import evolve

from claimcheck.compare.verdict import Verdict
from claimcheck.lexicon import load_table
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Granularity, Kind, Modifier, Relation, TimeSpan

__all__ = ["same_date", "telling_date"]

# "around 1994", "late July": how many days either way an approximate date may be off, by how fine it is.
_ROOM = {
    Granularity.DAY: 3,
    Granularity.MONTH: 31,
    Granularity.SEASON: 46,
    Granularity.QUARTER: 46,
    Granularity.HALF: 92,
    Granularity.YEAR: 366,
    Granularity.DECADE: 366,
    Granularity.CENTURY: 3653,
}


def same_date(a: Claim, b: Claim, tolerance: Tolerance) -> Verdict | None:
    """Compare two dates or periods; None where one has no known end at all. Tolerance has no part in it."""
    first, second = a.when, b.when
    if first is None or second is None or first.relative or second.relative:
        return None
    shown = f"{a.text} / {b.text}"
    if a.kind is Kind.PERIOD and b.kind is Kind.PERIOD:
        return _periods(first, second, shown)
    if _began(a, b) or _began(b, a):
        first, second = _first(first), _first(second)
    if _deadline(a) and _deadline(b):
        relation = Relation.AGREES if first.end == second.end else Relation.CONTRADICTS
        return Verdict(relation, shown, 0.8)
    if _term(a) and _term(b):
        first, second = _last(first), _last(second)
    low_a, high_a = _ends(first)
    low_b, high_b = _ends(second)
    if None in (low_a or high_a, low_b or high_b):
        return None
    if (high_a and low_b and high_a < low_b) or (high_b and low_a and high_b < low_a):
        return Verdict(Relation.CONTRADICTS, shown)
    if _within(first, second) or _within(second, first):
        return None
    return Verdict(Relation.AGREES, shown, _weight(first, second))


def _within(since: TimeSpan, when: TimeSpan) -> bool:
    """Whether a date lies somewhere after the beginning of what has been so since: that says nothing together."""
    if since.end is not None or since.modifier is not Modifier.AT_LEAST or when.start is None or when.end is None:
        return False
    began = _first(since).end
    return began is not None and when.start > began


def _periods(first: TimeSpan, second: TimeSpan, shown: str) -> Verdict | None:
    """Two periods of one thing begin together and end together, or one of them is wrong."""
    for one, other in ((first.start, second.start), (first.end, second.end)):
        if one is None or other is None:
            continue
        room = max(_ROOM[first.granularity], _ROOM[second.granularity]) if _loose(first, second) else 0
        if abs((one - other).days) > room and not _inside(one, other, first, second):
            return Verdict(Relation.CONTRADICTS, shown)
    if (first.start and second.start) or (first.end and second.end):
        return Verdict(Relation.AGREES, shown, _weight(first, second))
    return None


def _deadline(claim: Claim) -> bool:
    """Whether the date is a day by which: two such days are two deadlines, though each lies within the other's time."""
    when = claim.when
    if claim.kind is not Kind.DATE or when is None or when.start is not None or when.end is None:
        return False
    return when.granularity is Granularity.DAY


@cache
def _starting() -> frozenset[str]:
    return frozenset(load_table("events")["starting"])


def _began(since: Claim, other: Claim) -> bool:
    """Whether one tells since when something has been so, and the other when it began."""
    if since.when is None or since.when.end is not None or since.when.modifier is not Modifier.AT_LEAST:
        return False
    return other.kind is Kind.DATE and other.event in _starting()


def _first(when: TimeSpan) -> TimeSpan:
    """The date at which an open period begins, as fine as it was written."""
    if when.end is not None or when.start is None:
        return when
    start = when.start
    if when.granularity is Granularity.DAY:
        end = start
    elif when.granularity is Granularity.MONTH:
        end = (start.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    else:
        end = start.replace(month=12, day=31)
    return evolve(when, end=end, modifier=Modifier.EXACT)


@cache
def _terms() -> frozenset[str]:
    return frozenset(load_table("events")["deadline"])


def _term(claim: Claim) -> bool:
    """Whether the date ends something: then "by 30 June" names the very day."""
    return bool(_terms() & {claim.event, claim.head, *claim.terms, *claim.core.split()})


def _last(when: TimeSpan) -> TimeSpan:
    if when.modifier is Modifier.AT_MOST or when.start is None:
        return evolve(when, start=when.end, modifier=Modifier.EXACT)
    return when


def _loose(first: TimeSpan, second: TimeSpan) -> bool:
    return Modifier.APPROX in (first.modifier, second.modifier)


def _inside(one: dt.date, other: dt.date, first: TimeSpan, second: TimeSpan) -> bool:
    """Whether the coarser of two ends covers the finer: 2014 and March 2014."""
    if first.granularity is second.granularity:
        return False
    return one.year == other.year and Granularity.YEAR in (first.granularity, second.granularity)


def _ends(when: TimeSpan) -> tuple[dt.date | None, dt.date | None]:
    low, high = when.start, when.end
    if when.modifier is Modifier.APPROX:
        room = dt.timedelta(days=_ROOM[when.granularity])
        low = low - room if low is not None and low > dt.date.min + room else low
        high = high + room if high is not None and high < dt.date.max - room else high
    return low, high


def _weight(first: TimeSpan, second: TimeSpan) -> float:
    """Two days that are the same are telling; a year that holds a month is less so."""
    if None in (first.start, first.end, second.start, second.end):
        return 0.2
    return min(telling_date(first), telling_date(second))


def telling_date(when: TimeSpan) -> float:
    """The most that an agreement with a time as fine as this one may tell."""
    return _FINE.get(when.granularity, 0.4)


_FINE = {Granularity.DAY: 1.0, Granularity.MONTH: 0.8, Granularity.SEASON: 0.6, Granularity.QUARTER: 0.6}
