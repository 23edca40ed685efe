"""How the times of two claims lie to one another."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from attrs import evolve

from claimcheck.align.facts import fact
from claimcheck.align.profile import Profile
from claimcheck.align.reported import told_that_day
from claimcheck.align.sizes import far_apart
from claimcheck.align.volatility import befalls, fleeting, holds_for, moves, peaking, steady
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind, Modifier, Status, TimeSpan

__all__ = ["TimeLink", "Timing", "readings", "show", "timing"]

# The same for an undated statement and the time that another one names.
_FAR = 400
# News of what befell somebody may still change for so many days.
_FORTNIGHT = 14
_NEWS = 60
# What a plain present tense tells ("has 60 pumps") is news of the day only in documents that lie so close together.
_DAYS = 31


class TimeLink(StrEnum):
    """The relation of one claim's time to another's."""

    SAME = "same"
    INSIDE = "inside"
    AROUND = "around"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"


class Timing(NamedTuple):
    """The link, in words; ``aged`` says that the values may have changed between the two statements."""

    link: TimeLink
    text: str
    aged: bool = False


@lru_cache(1 << 14)
def show(when: TimeSpan | None) -> str:
    """A time for people, as fine as it was written."""
    if when is None or (when.start is None and when.end is None):
        return (when.relative or "") if when is not None else ""
    start, end = _part(when.start, when.granularity), _part(when.end, when.granularity)
    if when.start is None:
        return f"until {end}"
    if when.end is None:
        return f"since {start}"
    return start if start == end else f"{start} to {end}"


def _part(day: dt.date | None, granularity: Granularity) -> str:
    if day is None:
        return ""
    if granularity is Granularity.DAY:
        return day.isoformat()
    if granularity in (Granularity.MONTH, Granularity.SEASON, Granularity.QUARTER, Granularity.HALF):
        return f"{day.year:04}-{day.month:02}"
    return f"{day.year:04}"


def _known(when: TimeSpan | None) -> bool:
    return when is not None and (when.start is not None or when.end is not None)


def timing(a: Profile, b: Profile) -> Timing:
    """The link of ``a``'s time to ``b``'s; an open end takes the other's, for nobody says how far it reaches."""
    first, second = _own(a), _own(b)
    if told_that_day(a) and told_that_day(b) and a.claim.when == b.claim.when:
        first = second = a.claim.when
    if a.dimension.startswith("change"):
        first, second = _ending(first), _ending(second)
    if first is not None and second is not None and _known(first) and _known(second):
        return _spans(first, second, _shown(a), _shown(b))
    if a.dimension != "date" and (parted := _of_other_months(a, b)):
        return Timing(TimeLink.DISJOINT, parted)
    if first is not None and _known(first):
        return _half_known(a, b, first, b)
    if second is not None and _known(second):
        return _half_known(a, b, second, a)
    apart = abs((a.published - b.published).days) if a.published and b.published else 0
    holds = holds_for(a, b)
    if holds is not None and apart > holds:
        text = f"published {a.published} / {b.published}; neither says as of when, and it may change in {holds} days"
        return Timing(TimeLink.UNKNOWN, text, aged=True)
    return Timing(TimeLink.UNKNOWN, "no time is given")


def _of_other_months(a: Profile, b: Profile) -> str:
    """Two times, of which one has no year, in other months, as a clause: the end of February, the end of 2023."""
    left, right = _months(a), _months(b)
    if not left or not right or not left.isdisjoint(right):
        return ""
    return " / ".join(
        _shown(one) or ", ".join(_month_names()[month] for month in sorted(_months(one))) for one in (a, b)
    )


@fact
def _months(profile: Profile) -> frozenset[int]:
    """The months of the year that a figure is of; where its time is not known, the one that its clause names."""
    known = _months_of(_own(profile))
    if known or _known(_own(profile)) or profile.clause is None:
        return known
    before, after = profile.clause.words
    named = {_month_numbers()[word] for word in _in_month().findall(f"{before} {after}")}
    return frozenset(named) if len(named) == 1 else frozenset()


@cache
def _in_month() -> re.Pattern[str]:
    names = "|".join(sorted(_month_numbers(), key=len, reverse=True))
    return re.compile(rf"\b(?:in|of|during|by|until|since|last|for|early|late|mid) ({names})\b(?! \d)")


@cache
def _month_names() -> dict[int, str]:
    return {at: words[0].title() for at, words in enumerate(load_table("calendar")["months"].values(), 1)}


@lru_cache(1 << 12)
def _months_of(when: TimeSpan | None) -> frozenset[int]:
    """The months of the year that a time lies in; none where it is longer than half a year, or names none."""
    if when is None:
        return frozenset()
    if when.start is None or when.end is None:
        words = re.findall(r"[a-z]+", when.relative.lower()) if when.relative and not _known(when) else []
        return frozenset(number for word in words if (number := _month_numbers().get(word)))
    if (when.end - when.start).days > _HALF_YEAR:
        return frozenset()
    days = range((when.end - when.start).days + 1)
    return frozenset((when.start + dt.timedelta(days=day)).month for day in days)


_HALF_YEAR = 184


@cache
def _month_numbers() -> dict[str, int]:
    months = load_table("calendar")["months"]
    return {word: at for at, words in enumerate(months.values(), 1) for word in words}


def _ending(when: TimeSpan | None) -> TimeSpan | None:
    """The year that a change ended in, where it began in the year before: from 2017 to 2018 it rose in 2018."""
    if when is None or when.granularity is not Granularity.YEAR or when.start is None or when.end is None:
        return when
    if when.end.year != when.start.year + 1:
        return when
    return evolve(when, start=dt.date(when.end.year, 1, 1), modifier=Modifier.EXACT)


def readings(a: Profile, b: Profile) -> bool:
    """Whether two figures are readings of one running state on different days.

    Such are what a present or perfect clause tells ("has sent 400 soldiers", "30 houses are damaged") in documents of
    different days, where neither gives a time of its own, and what befell people or things where the days lie close
    together. What a thing measures, a version, a port or a limit is no reading.
    """
    if a.published is None or b.published is None or a.published == b.published:
        return False
    if a.dimension in ("version", "identifier", "date", "rank") or a.limits or b.limits:
        return False
    if a.claim.kind in (Kind.MEASURE, Kind.DURATION, Kind.AGE, Kind.FREQUENCY) and not (moves(a) or moves(b)):
        return False
    apart = abs((a.published - b.published).days)
    steadies = steady(a) + steady(b)
    if {a.claim.event, b.claim.event} & _lasting() or steadies == _BOTH or (steadies and apart <= _FORTNIGHT):
        return False
    if apart <= _FORTNIGHT and far_apart(a.value, b.value) and not _in_motion(a, b):
        return False  # nothing else grows fourfold within days
    if _goes_on(a) or _goes_on(b):
        return apart <= _DAYS or not (a.clause.state and b.clause.state)
    return apart <= _NEWS and bool({a.claim.event, b.claim.event, a.head, b.head} & befalls())


def _in_motion(a: Profile, b: Profile) -> bool:
    """Whether either figure is one that a day may multiply: people hurt, a price, a poll."""
    return any(befalls() & {one.event, one.head} or fleeting(one) for one in (a, b))


_BOTH = 2


def _goes_on(profile: Profile) -> bool:
    """Whether a clause tells of what is so by then; "Four die in ambush" above a report tells what has happened."""
    headline = profile.claim.structure == "heading" and profile.claim.event in befalls() | {"die"}
    return profile.clause.running and not headline


@cache
def _lasting() -> frozenset[str]:
    return frozenset(load_table("restrictions")["lasting"])


@fact
def _own(profile: Profile) -> TimeSpan | None:
    """The claim's time, unless it tells when the thing came to be: "Kellet, founded in 1934, is the second-largest"."""
    when = None if told_that_day(profile) else profile.claim.when
    if when is not None and when.start is None and _reached_by(profile, when):
        return evolve(when, start=_first_of(when), modifier=Modifier.EXACT)
    if when is None or when.start is None or profile.claim.kind in (Kind.DATE, Kind.PERIOD) or profile.source is None:
        return when
    if not profile.clause.running and profile.claim.kind is not Kind.MEASURE:
        return when
    text = profile.sentence
    at = profile.claim.span.start - profile.claim.sentence.start
    for found in _aside().finditer(text):
        if str(when.start.year) in found[0] and not found.start() <= at < found.end():
            return None
    return when


def _reached_by(profile: Profile, when: TimeSpan) -> bool:
    """Whether a level is told as it was then: "had risen to 228 million by the end of February"."""
    quantity = profile.claim.quantity
    asserted = profile.claim.status is Status.ASSERTED
    return asserted and when.modifier is Modifier.AT_MOST and quantity is not None and quantity.role == "to"


def _first_of(when: TimeSpan) -> dt.date | None:
    """The first day of the year or month that a time ends with; of finer and other times the day itself."""
    if when.end is None or when.granularity not in (Granularity.YEAR, Granularity.MONTH):
        return when.end
    return when.end.replace(month=1, day=1) if when.granularity is Granularity.YEAR else when.end.replace(day=1)


@cache
def _aside() -> re.Pattern[str]:
    """An apposition between commas, or at the sentence's start, with a participle of what happens to a thing once."""
    verbs = "|".join(sorted(load_table("volatility")["origins"]["participles"]))
    return re.compile(rf"(?:, (?:which |who )?(?:was |were )?|^\W*)(?:{verbs}) [^,;.]{{2,60}},", re.IGNORECASE)


def _of_another_time(dated: Profile, when: TimeSpan) -> bool:
    """Whether a text looks back on what was so in another year: "in 1998, when the river reached 4.31 metres"."""
    last = when.end or when.start
    return dated.published is not None and last is not None and last.year < dated.published.year - 1


def _half_known(a: Profile, b: Profile, when: TimeSpan, other: Profile) -> Timing:
    dated = b if other is a else a
    text = f"{_shown(dated)} in one; the other gives no time"
    if _of_another_time(dated, when) and {dated.event, other.event} & peaking():
        return Timing(TimeLink.UNKNOWN, text, aged=True)
    if other.published is not None:
        last = when.end or other.published
        first = when.start or last
        gap = max((first - other.published).days, (other.published - last).days)
        holds = holds_for(a, b)
        if holds is not None and gap > max(_FAR, holds):
            return Timing(TimeLink.UNKNOWN, f"{text} and was published {other.published}", aged=True)
    return Timing(TimeLink.UNKNOWN, text)


@fact
def _shown(profile: Profile) -> str:
    return show(_own(profile))


def _parted(first: TimeSpan, second: TimeSpan) -> bool:
    """Whether one time reaches up to a year and the other goes on from it: "until 2016", "since 2016"."""
    if first.start is not None or second.end is not None or first.end is None or second.start is None:
        return False
    return first.end.year == second.start.year


def _spans(first: TimeSpan, second: TimeSpan, one: str, other: str) -> Timing:
    low_a, low_b = first.start or second.start, second.start or first.start
    high_a, high_b = first.end or second.end, second.end or first.end
    text = f"{one} / {other}"
    if _parted(first, second) or _parted(second, first):
        return Timing(TimeLink.DISJOINT, text)
    if first.start is None and second.start is None:
        if first.end == second.end:
            return Timing(TimeLink.SAME, f"both {one}")
        return Timing(TimeLink.UNKNOWN, text, aged=True)
    if low_a is None or low_b is None or high_a is None or high_b is None:
        return Timing(TimeLink.UNKNOWN, text)
    if (low_a, high_a) == (low_b, high_b):
        return Timing(TimeLink.SAME, f"both {one if first.end else other}")
    if high_a < low_b or high_b < low_a:
        return Timing(TimeLink.DISJOINT, text)
    loose = Modifier.APPROX in (first.modifier, second.modifier)
    if low_b <= low_a and high_a <= high_b:
        return Timing(TimeLink.SAME if loose else TimeLink.INSIDE, text)
    if low_a <= low_b and high_b <= high_a:
        return Timing(TimeLink.SAME if loose else TimeLink.AROUND, text)
    return Timing(TimeLink.OVERLAP, text)
