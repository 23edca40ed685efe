"""A part cannot be larger than its whole: for counts and amounts that add up."""

from __future__ import annotations

from claimcheck.compare.interval import pair
from claimcheck.compare.spelling import shown as spell
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Relation

__all__ = ["ADDITIVE", "part_whole"]

# Kinds whose figures add up over parts: shares, ranks, rates, ages and temperatures do not.
ADDITIVE = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_ADDING = frozenset({"number", "length", "area", "volume", "mass", "data", "energy"})


def adds_up(claim: Claim) -> bool:
    """Whether the claim's figure is one that parts add up to."""
    from claimcheck.lexicon.dimensions import dimension

    quantity = claim.quantity
    if claim.kind not in ADDITIVE or quantity is None or quantity.per or quantity.role:
        return False
    if {"average", "mean", "median", "price"} & {*claim.scope, *claim.core.split()}:
        return False
    return claim.kind is Kind.MONEY or quantity.unit is None or dimension(quantity.unit) in _ADDING


def part_whole(part: Claim, whole: Claim, tolerance: Tolerance) -> Verdict | None:
    """A contradiction where the part's least exceeds the whole's most; None where nothing can be said."""
    if not adds_up(part) or not adds_up(whole):
        return None
    first, second = pair(part, whole, tolerance)
    shown = f"part {part.text}: {spell(part, first)}; whole {whole.text}: {spell(whole, second)}"
    if second.below(first):
        return Verdict(Relation.CONTRADICTS, shown)
    if first.low is None and first.high is None:
        return None
    return Verdict(Relation.DIFFERS, shown)
