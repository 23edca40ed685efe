"""From where a change began: "rose 15 per cent in 2018 to 2.3 million" says that there were 2.0 million in 2017."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.align.baselines import baseline_of
from claimcheck.align.profile import Profile
from claimcheck.records import Granularity, Kind, Modifier, Quantity, TimeSpan

__all__ = ["of_starts"]

_LEVELS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)


def of_starts(group: Sequence[Profile]) -> list[Profile]:
    """The level before a change of which the sentence gives the size, the level reached and the time before."""
    sizes = [one for one in group if _role(one) in ("by", "times")]
    if len(sizes) != 1 or any(_role(one) == "from" for one in group):
        return []
    size = sizes[0]
    levels = [one for one in group if one is not size and _is_level(one)]
    reached = [one for one in levels if _role(one) == "to"] or levels
    if len(reached) != 1 or (not _role(reached[0]) and not _compared(size)):
        return []
    level = reached[0]
    when = _before(size, level)
    bounds = _start(size, level)
    if when is None or bounds is None or level.claim.quantity is None or _same_year(level.claim.when, when):
        return []  # what is told of the baseline itself is no level reached
    quantity = evolve(
        level.claim.quantity, low=bounds[0], high=bounds[1], role="", direction=0, modifier=Modifier.RANGE
    )
    shown = f"{_shown(bounds)} in {when.start.year}" if when.start is not None else _shown(bounds)
    plain = evolve(
        level,
        claim=evolve(level.claim, when=when),
        value=evolve(level.claim, quantity=quantity, when=when),
        words={**size.words, **level.words},
        derived=f"{level.claim.text} after {size.claim.text} makes {shown}",
    )
    # Both for what is told of that time by itself and for the start of a change that has both ends.
    return [plain, evolve(plain, dimension=f"{level.dimension} before")]


def _same_year(one: TimeSpan | None, other: TimeSpan) -> bool:
    if one is None or one.start is None or one.end is None or other.start is None:
        return False
    return one.start.year == one.end.year == other.start.year


def _role(profile: Profile) -> str:
    return profile.claim.quantity.role if profile.claim.quantity is not None else ""


def _is_level(profile: Profile) -> bool:
    quantity = profile.claim.quantity
    if quantity is None or profile.claim.kind not in _LEVELS or quantity.role not in ("", "to"):
        return False
    return quantity.low is not None and quantity.low == quantity.high and not profile.clause.partial


def _compared(size: Profile) -> bool:
    """Whether the clause says with what a plain figure beside the size is compared."""
    return bool(baseline_of(size))


def _before(size: Profile, level: Profile) -> TimeSpan | None:
    """The year, or the month of the year, in which the change began."""
    now, told = level.claim.when or size.claim.when, baseline_of(size)
    span = size.claim.when
    if (
        not told
        and span is not None
        and span.modifier is Modifier.RANGE
        and span.start is not None
        and span.end is not None
    ):
        told = str(span.start.year) if span.start.year < span.end.year else ""
    known = now is not None and now.start is not None and now.end is not None and now.start.year == now.end.year
    if not told and known and now is not None and now.granularity is Granularity.YEAR:
        assert now.end is not None
        told = str(now.end.year - 1)
    if not told.isdigit():
        return None
    year = int(told)
    if known and now is not None and now.granularity is Granularity.MONTH:
        assert now.start is not None
        assert now.end is not None
        if year == now.end.year - 1:
            last = calendar.monthrange(year, now.end.month)[1]
            return evolve(now, start=now.start.replace(year=year), end=now.end.replace(year=year, day=last))
    return TimeSpan(dt.date(year, 1, 1), dt.date(year, 12, 31), Granularity.YEAR)


def _start(size: Profile, level: Profile) -> tuple[Decimal, Decimal] | None:
    by, end = size.claim.quantity, level.claim.quantity
    if by is None or end is None or by.low is None or by.high is None or end.low is None:
        return None
    low, high = _rounded(end, end.low)
    if by.role == "times":
        return (low / by.high, high / by.low) if by.low > 0 and by.high > 0 else None
    step = (by.precision or Decimal(0)) * _HALF if by.low == by.high else Decimal(0)
    least, most = by.low - step, by.high + step
    sign = -1 if by.direction < 0 else 1
    if by.unit == "percent" and end.unit != "percentage_point":
        if not by.direction or least <= -_HUNDRED or most >= _HUNDRED * (1 if sign < 0 else 100):
            return None
        ends = [value / (1 + sign * share / _HUNDRED) for value in (low, high) for share in (least, most)]
    elif by.unit == end.unit or (by.unit == "percentage_point" and end.unit == "percent"):
        ends = [value - sign * share for value in (low, high) for share in (by.low, by.high)]
    else:
        return None
    return min(ends), max(ends)


def _rounded(quantity: Quantity, value: Decimal) -> tuple[Decimal, Decimal]:
    """The figure with the rounding of its last digit."""
    room = (quantity.precision or Decimal(0)) * _HALF
    whole = value == value.to_integral_value() and room <= _HALF
    return (value, value) if whole else (value - room, value + room)


def _shown(bounds: tuple[Decimal, Decimal]) -> str:
    middle = (bounds[0] + bounds[1]) / 2
    return f"{middle:,.0f}" if middle >= _HUNDRED else f"{middle:.3g}"
