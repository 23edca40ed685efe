"""A claim against a pinned value: it must meet the value, within its own rounding and the rule's tolerance."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.compare.same_value import same_value
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Fact, Tolerance
from claimcheck.records import Claim, Kind, Modifier, Quantity, Span

__all__ = ["claim_of", "pinned"]


def claim_of(fact: Fact, like: Claim) -> Claim:
    """The fact as a claim of the same kind as the one it is compared with; its own unit goes before the other's."""
    unit = fact.unit if fact.unit is not None else like.quantity.unit if like.quantity else None
    if fact.text is not None:
        quantity = Quantity(None, None, version=fact.text)
        return Claim(like.kind, fact.text, Span(0, 0), fact.path, quantity, fact.measure)
    assert fact.value is not None
    high = fact.high if fact.high is not None else fact.value
    modifier = Modifier.RANGE if fact.high is not None else Modifier.EXACT
    step = Decimal(1).scaleb(min(0, int(fact.value.as_tuple().exponent)))
    quantity = Quantity(fact.value, high, unit, modifier, step)
    kind = Kind.COUNT if like.kind in (Kind.VERSION, Kind.IDENTIFIER) else like.kind
    return Claim(kind, f"{fact.value:f}", Span(0, 0), fact.path, quantity, fact.measure)


def pinned(claim: Claim, fact: Fact, tolerance: Tolerance) -> Verdict | None:
    """Compare a claim with a fact; None where they are of different kinds."""
    if claim.quantity is None or (fact.text is None) == (claim.quantity.version is not None):
        return None
    return same_value(claim, claim_of(fact, claim), tolerance)
