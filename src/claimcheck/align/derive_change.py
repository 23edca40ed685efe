"""The change that two stated ends make: "from 1.6 million in 2010 to 2.3 million in 2020" is a rise of 44 per cent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.align.profile import Profile
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["of_ends"]

_HALF = Decimal("0.5")
_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def of_ends(group: Sequence[Profile]) -> list[Profile]:
    """The size of a change in per cent and as a multiple, where a sentence gives its two ends and no size."""
    roles = [one.claim.quantity.role if one.claim.quantity else "" for one in group]
    if "by" in roles or "times" in roles:
        return []
    starts = [one for one, role in zip(group, roles, strict=True) if role == "from" and _plain(one)]
    if len(starts) != 1:
        return []
    start = starts[0]
    dimension = start.dimension.removesuffix(" before")
    ends = [one for one in group if one is not start and one.dimension == dimension and _plain(one)]
    ends = [one for one in ends if one.claim.kind in _AMOUNTS and one.head == start.head]
    if len(ends) != 1:
        return []
    end = ends[0]
    before, after = _bounds(start), _bounds(end)
    if before[0] <= 0 or after[0] <= 0 or before == after:
        return []
    low, high = after[0] / before[1], after[1] / before[0]
    sign = 1 if _value(end) > _value(start) else -1
    percent = sorted((sign * (low - 1) * 100, sign * (high - 1) * 100))
    shown = f"from {start.claim.text} to {end.claim.text}"
    made = [_made(end, start, percent, "percent", "by", sign, shown, "change percent")]
    made.append(_made(end, start, sorted((low, high)), None, "times", sign, shown, "change number"))
    return made


def _made(
    end: Profile,
    start: Profile,
    bounds: Sequence[Decimal],
    unit: str | None,
    role: str,
    sign: int,
    shown: str,
    dimension: str,
) -> Profile:
    quantity = Quantity(bounds[0], bounds[1], unit, Modifier.RANGE, role=role, direction=sign)
    size = f"{bounds[0]:.1f} to {bounds[1]:.1f}" + (" per cent" if unit else " times")
    return evolve(
        end,
        value=evolve(end.claim, kind=Kind.CHANGE, quantity=quantity),
        dimension=dimension,
        words={**start.words, **end.words},
        derived=f"{shown} is a change of {size}",
    )


def _plain(profile: Profile) -> bool:
    quantity = profile.claim.quantity
    return quantity is not None and quantity.low is not None and quantity.low == quantity.high


def _value(profile: Profile) -> Decimal:
    quantity = profile.claim.quantity
    assert quantity is not None
    assert quantity.low is not None
    return quantity.low


def _bounds(profile: Profile) -> tuple[Decimal, Decimal]:
    """The figure with the rounding of its last digit."""
    quantity = profile.claim.quantity
    room = quantity.precision * _HALF if quantity is not None and quantity.precision else Decimal(0)
    value = _value(profile)
    if value == value.to_integral_value() and room <= _HALF:
        room = Decimal(0)
    return value - room, value + room
