"""Rates per so many brought to one base: 1,120 per 100,000 people are 11.2 per thousand."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import to_base
from claimcheck.records import Claim, Kind, Quantity

__all__ = ["in_common_units", "per_one"]

_PER = re.compile(r"(\d+|[a-z]+)(?: (.+))?")


@cache
def _scales() -> dict[str, Decimal]:
    table = load_table("number_words")
    return {word: Decimal(str(value)) for word, value in table["scales"].items()}


def per_one(claim: Claim) -> Claim:
    """The claim with its rate per so many people or things as one per person or thing; others as they are.

    A rate per tonne, gallon or acre becomes one per kilogram, litre or hectare: 7,100 crowns a tonne are 7.10 a kilo;
    ten a minute are 600 an hour.
    """
    quantity = claim.quantity
    if quantity is not None and quantity.per in _bases():
        return evolve(claim, quantity=in_common_units(quantity))
    if claim.kind is not Kind.COUNT or quantity is None or quantity.per is None or quantity.unit is not None:
        return claim
    found = _PER.fullmatch(quantity.per)
    if found is None:
        return claim
    base = Decimal(found[1]) if found[1].isdecimal() else _scales().get(found[1])
    if base is None or base <= 1:
        return claim
    return evolve(claim, quantity=_divided(quantity, base, found[2] or "person"))


def in_common_units(quantity: Quantity) -> Quantity:
    """A rate per tonne, gallon or acre as one per kilogram, litre or hectare; others as they are."""
    unit = _bases().get(quantity.per or "")
    if unit is None or quantity.per is None:
        return quantity
    base = to_base(Decimal(1), quantity.per) / to_base(Decimal(1), unit)
    return _divided(quantity, Decimal(base.numerator), unit, Decimal(base.denominator))


def _divided(quantity: Quantity, base: Decimal, per: str, times: Decimal = Decimal(1)) -> Quantity:
    """The figure multiplied by ``times`` and divided by ``base``, as a rate per ``per``."""
    low, high, precision = (
        None if one is None else one * times / base for one in (quantity.low, quantity.high, quantity.precision)
    )
    return evolve(quantity, low=low, high=high, precision=precision, per=per)


@cache
def _bases() -> dict[str, str]:
    """The unit in which all rates per a unit are given, for each that has another."""
    table = load_table("rates")["denominators"]
    return {unit: base for base, units in table.items() for unit in units}
