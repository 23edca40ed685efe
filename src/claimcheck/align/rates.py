"""Rates per so many brought to one base: 1,120 per 100,000 people are 11.2 per thousand."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.lexicon import load_table
from claimcheck.records import Claim, Kind

__all__ = ["per_one"]

_PER = re.compile(r"(\d+|[a-z]+)(?: (.+))?")


@cache
def _scales() -> dict[str, Decimal]:
    table = load_table("number_words")
    return {word: Decimal(str(value)) for word, value in table["scales"].items()}


def per_one(claim: Claim) -> Claim:
    """The claim with its rate per so many people or things as one per person or thing; others as they are."""
    quantity = claim.quantity
    if claim.kind is not Kind.COUNT or quantity is None or quantity.per is None or quantity.unit is not None:
        return claim
    found = _PER.fullmatch(quantity.per)
    if found is None:
        return claim
    base = Decimal(found[1]) if found[1].isdecimal() else _scales().get(found[1])
    if base is None or base <= 1:
        return claim
    return evolve(
        claim,
        quantity=evolve(
            quantity,
            low=None if quantity.low is None else quantity.low / base,
            high=None if quantity.high is None else quantity.high / base,
            precision=None if quantity.precision is None else quantity.precision / base,
            per=found[2] or "person",
        ),
    )
