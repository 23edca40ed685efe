"""Shares that stand where an amount would: "spends 2 percent of its GDP on defence", "a deficit of 4% of GDP"."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.claims.measured.model import Measured
from claimcheck.claims.measured.money import of_money
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["AS_SUM", "outlay"]

AS_SUM = "what a sum of that size would be of"


def outlay(reading: Reading, mention: Mention, base: Measured) -> Measured | None:
    """What a share of a sum of money is of: what the sum itself would measure in its place, such as the spending on
    defence; None where the share is of nothing that money goes to or comes from.
    """
    if base.head not in _sums() or base.last <= mention.last:
        return None
    found = of_money(reading, evolve(mention, last=base.last))
    words = found.measure.split()
    if not words or found.head in ("share", base.head) or not set(base.measure.split()).isdisjoint(words):
        return None
    return found


@cache
def _sums() -> frozenset[str]:
    """Nouns of sums of which money is spent, lent and owed: GDP, income, budget."""
    return frozenset(load_table("transfers")["sums"])
