"""Money in the currency of other claims, by the rates of the user's file: what makes $40 million and €90 million meet.

A claim is converted only at a rate of its own time, or of its document's day; without one it stays what it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from claimcheck.align.profile import Profile
from claimcheck.packs.rates import Rates
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["exchanged"]

_HALF = Fraction(1, 2)
_DIGITS = Decimal("0.0001")


def exchanged(profiles: Sequence[Profile], rates: Rates) -> list[Profile]:
    """Further profiles of the money among the given ones, in each currency before its own in order of name.

    Of two currencies only one is converted into the other, so that two claims meet once.
    """
    money = [one for one in profiles if one.claim.kind is Kind.MONEY and one.dimension.startswith("money ")]
    present = sorted({one.dimension.split()[1] for one in money})
    made = []
    for profile in money:
        own = profile.dimension.split()[1]
        time = _time(profile)
        for other in present:
            pair = rates.between(own, other, *time) if other < own and time is not None else None
            found = _converted(profile, other, pair, rates.tolerance) if pair is not None else None
            if found is not None:
                made.append(found)
    return [evolve(profile, index=len(profiles) + at) for at, profile in enumerate(made)]


def _time(profile: Profile) -> tuple[dt.date, dt.date] | None:
    when = profile.value.when
    if when is not None:
        return (when.start, when.end) if when.start is not None and when.end is not None else None
    return (profile.published, profile.published) if profile.published is not None else None


def _converted(profile: Profile, unit: str, rate: tuple[Fraction, Fraction], tolerance: Fraction) -> Profile | None:
    quantity = profile.value.quantity
    if quantity is None or quantity.unit is None or (quantity.low or 0) < 0:
        return None
    exact = quantity.modifier is Modifier.EXACT and quantity.low == quantity.high
    room = Fraction(quantity.precision) * _HALF if exact and quantity.precision else Fraction(0)
    low = None if quantity.low is None else (Fraction(quantity.low) - room) * rate[0] * (1 - tolerance)
    high = None if quantity.high is None else (Fraction(quantity.high) + room) * rate[1] * (1 + tolerance)
    value = evolve(
        quantity,
        low=_decimal(low),
        high=_decimal(high),
        unit=unit,
        modifier=Modifier.RANGE if exact else quantity.modifier,
        precision=_decimal(Fraction(quantity.precision) * rate[0]) if quantity.precision else None,
    )
    worth = " to ".join(dict.fromkeys(f"{float(one):.4g}" for one in rate))
    text = " ".join(profile.claim.text.split())
    return evolve(
        profile,
        value=evolve(profile.value, quantity=value),
        dimension=profile.dimension.replace(quantity.unit, unit, 1),
        derived=f"{text} at {worth} {unit} for 1 {quantity.unit} is {_shown(value)}",
        exchanged=True,
    )


def _decimal(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_DIGITS)


def _shown(quantity: Quantity) -> str:
    ends = [f"{end:,.0f}" for end in (quantity.low, quantity.high) if end is not None]
    return f"{' to '.join(dict.fromkeys(ends))} {quantity.unit}"
