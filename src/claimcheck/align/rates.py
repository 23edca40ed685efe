"""Rates per so many brought to one base: 1,120 per 100,000 people are 11.2 per thousand."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import to_base
from claimcheck.records import Claim, Kind, Quantity

__all__ = ["per_one"]

_PER = re.compile(r"(\d+|[a-z]+)(?: (.+))?")


@cache
def _scales() -> dict[str, Decimal]:
    table = load_table("number_words")
    return {word: Decimal(str(value)) for word, value in table["scales"].items()}


def per_one(claim: Claim) -> Claim:
    """The claim with its rate per so many people or things as one per person or thing; others as they are.

    A rate per mass, volume or area becomes one per kilogram, litre or hectare: 7,100 crowns a tonne are 7.10 a kilo.
    """
    quantity = claim.quantity
    if quantity is not None and (unit := _bases().get(quantity.per or "")) and quantity.per:
        base = to_base(Decimal(1), quantity.per) / to_base(Decimal(1), unit)
        return _divided(claim, quantity, Decimal(base.numerator) / Decimal(base.denominator), unit)
    if claim.kind is not Kind.COUNT or quantity is None or quantity.per is None or quantity.unit is not None:
        return claim
    found = _PER.fullmatch(quantity.per)
    if found is None:
        return claim
    base = Decimal(found[1]) if found[1].isdecimal() else _scales().get(found[1])
    if base is None or base <= 1:
        return claim
    return _divided(claim, quantity, base, found[2] or "person")


def _divided(claim: Claim, quantity: Quantity, base: Decimal, per: str) -> Claim:
    """The claim with its figure divided by ``base``, as a rate per ``per``."""
    return evolve(
        claim,
        quantity=evolve(
            quantity,
            low=None if quantity.low is None else quantity.low / base,
            high=None if quantity.high is None else quantity.high / base,
            precision=None if quantity.precision is None else quantity.precision / base,
            per=per,
        ),
    )


@cache
def _bases() -> dict[str, str]:
    """The unit in which all rates per a unit are given, for each that has another."""
    table = load_table("rates")["denominators"]
    return {unit: base for base, units in table.items() for unit in units}
