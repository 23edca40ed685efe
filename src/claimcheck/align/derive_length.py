"""How long something lasted, from dates of one sentence: "from 1987 to 2002", "broke out in 1991, ended in 2009"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.align.profile import Profile
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind, Modifier, Quantity, TimeSpan

__all__ = ["of_dates"]

_YEAR = Decimal("365.25")
_GRAINS = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR)
_SHORTEST = 2  # of the grain that the ends are written in: "2015 to 2016" says too little


def of_dates(group: Sequence[Profile]) -> list[Profile]:
    """The length of each period with two ends, and of what a sentence says to have begun and ended."""
    if any(one.claim.kind is Kind.DURATION for one in group):
        return []
    periods = [one for one in group if one.claim.kind is Kind.PERIOD and (one.event or one.head)]
    made = [_length(one, one.claim.when, one) for one in periods]
    made += [_until_now(one) for one in group]
    made += [_age(one) for one in group]
    dates = [one for one in group if one.claim.kind is Kind.DATE and one.dimension == "date"]
    ends = [one for one in dates if one.event in _ending()]
    starts = [one for one in dates if one not in ends and {one.event, one.head} & _starting()]
    if len(starts) == len(ends) == 1 and len(dates) == 2 and starts[0].head == ends[0].head:
        first, last = starts[0].claim.when, ends[0].claim.when
        if first is not None and last is not None and first.granularity is last.granularity:
            made.append(_length(ends[0], evolve(last, start=first.start), starts[0]))
    return [one for one in made if one is not None]


@cache
def _starting() -> frozenset[str]:
    return frozenset(load_table("events")["starting"])


@cache
def _ending() -> frozenset[str]:
    return frozenset(load_table("events")["ending"])


def _until_now(profile: Profile) -> Profile | None:
    """How long something has been so that is so since a year: to the date of its document."""
    when, today = profile.claim.when, profile.published
    if profile.claim.kind not in (Kind.PERIOD, Kind.DATE) or profile.dimension != "date" or not profile.event:
        return None
    if when is None or when.start is None or today is None or when.granularity not in _GRAINS:
        return None
    since = when.end is None and when.modifier in (Modifier.EXACT, Modifier.AT_LEAST, Modifier.RANGE)
    first = _FIRST in profile.spoken.split() and when.end is not None and profile.event not in _starting()
    years = Decimal(today.year - when.start.year)
    if not (since or first) or years < _SHORTEST:
        return None
    shown = f"{profile.claim.text} to {today.year}: {years - 1} to {years + 1} years"
    return _to_date(profile, Kind.DURATION, (years - 1, years + 1), "time", shown)


_FIRST = "first"  # "was first held in 1996" has been held since


def _age(profile: Profile) -> Profile | None:
    """How old somebody is who was born in a year, at the date of the document."""
    when, today = profile.claim.when, profile.published
    if profile.event != _BORN or when is None or when.start is None or today is None or not profile.entities:
        return None
    if when.granularity not in _GRAINS or when.start.year != (when.end or when.start).year:
        return None
    years = Decimal(today.year - when.start.year)
    if not 0 < years < _OLDEST:
        return None
    shown = f"born in {when.start.year}: {years - 1} or {years} in {today.year}"
    return evolve(_to_date(profile, Kind.AGE, (years - 1, years), "age", shown), event="", head="")


_BORN = "born"
_OLDEST = 120


def _to_date(profile: Profile, kind: Kind, bounds: tuple[Decimal, Decimal], dimension: str, shown: str) -> Profile:
    """The profile with so many years, told up to the date of its document."""
    years = Quantity(*bounds, "year", Modifier.RANGE)
    return evolve(
        profile,
        claim=evolve(profile.claim, when=None),
        value=evolve(profile.claim, kind=kind, quantity=years, when=None),
        dimension=dimension,
        to_date=True,
        derived=shown,
    )


def _length(profile: Profile, when: TimeSpan | None, other: Profile) -> Profile | None:
    if when is None or when.start is None or when.end is None or when.granularity not in _GRAINS:
        return None
    if when.modifier not in (Modifier.EXACT, Modifier.RANGE):
        return None
    days = _days(when.start, when.end)
    room = {Granularity.DAY: Decimal(1), Granularity.MONTH: Decimal(31), Granularity.YEAR: _YEAR}[when.granularity]
    if days < _SHORTEST * room:
        return None
    # From some day of the first year to some day of the last: up to a whole year less than from end to end; of days
    # both or only one may be counted.
    least, most = days - 2 * room if when.granularity is not Granularity.DAY else days - 1, days
    if when.granularity is Granularity.YEAR:
        bounds, unit = (least / _YEAR, most / _YEAR), "year"
    else:
        bounds, unit = (max(least, Decimal(1)), most), "day"
    texts = dict.fromkeys((other.claim.text, profile.claim.text))
    return evolve(
        profile,
        claim=evolve(profile.claim, when=None),
        value=evolve(
            profile.claim, kind=Kind.DURATION, quantity=Quantity(bounds[0], bounds[1], unit, Modifier.RANGE), when=None
        ),
        dimension="time",
        words={**other.words, **profile.words},
        derived=f"{' and '.join(texts)}: {bounds[0]:.0f} to {bounds[1]:.0f} {unit}s",
    )


def _days(start: dt.date, end: dt.date) -> Decimal:
    return Decimal((end - start).days + 1)
