"""Parts against a stated total: "12 detectors, 9 checks and 4 rules: 26 in all" does not add up.

The arithmetic is on intervals: every figure may be rounded, to its last written digit or, beside a finer figure, to
the digit before its trailing zeros; only a total that no values of the parts can make is a contradiction. That the
parts are all there are, whoever calls this must know.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claimcheck.compare.interval import Interval, interval, place
from claimcheck.compare.part_whole import adds_up
from claimcheck.compare.spelling import shown
from claimcheck.compare.verdict import Verdict
from claimcheck.lexicon.dimensions import dimension
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Relation

__all__ = ["sum_of"]


def sum_of(parts: Sequence[Claim], total: Claim, tolerance: Tolerance, *, more: bool = False) -> Verdict | None:
    """Compare the sum of the parts with the total; None where they do not add up at all.

    ``more`` says that there are parts without a figure, so that the sum is the least that the total can be. The order
    of the parts makes no difference.
    """
    every = [*parts, total]
    if len(parts) < 2 or not all(map(_additive, every)) or len({_dimension(one) for one in every}) > 1:
        return None
    # Trailing zeros of a share are no rounding: a hundred percent is the whole.
    finest = min(map(place, every)) if total.kind is not Kind.PERCENT else max(map(place, every))
    found = [interval(one, tolerance, finer=place(one) > finest) for one in every]
    stated = found.pop()
    if stated.low is None and stated.high is None:
        return None
    made = _added(found, more)
    if made.low is None and made.high is None:
        return None
    listed = " + ".join(" ".join(one.text.split()) for one in parts)
    verb = "make at least" if more and made.low is not None else "make"
    result = shown(total, Interval(made.low, made.low) if more and made.low is not None else made)
    detail = f"{listed} {verb} {result}, not {' '.join(total.text.split())}"
    if made.meets(stated):
        return Verdict(Relation.AGREES, detail.replace(", not ", " and agree with "), 0.3)
    return Verdict(Relation.CONTRADICTS, detail)


def _additive(claim: Claim) -> bool:
    if claim.kind is Kind.PERCENT:
        return claim.quantity is not None and not claim.quantity.role and not claim.quantity.per
    return adds_up(claim)


def _dimension(claim: Claim) -> str:
    unit = claim.quantity.unit if claim.quantity is not None else None
    return dimension(unit) if unit else "number"


def _added(parts: Sequence[Interval], more: bool) -> Interval:
    lows = [one.low for one in parts]
    highs = [one.high for one in parts]
    low = None if None in lows else sum((one for one in lows if one is not None), Fraction(0))
    high = None if more or None in highs else sum((one for one in highs if one is not None), Fraction(0))
    return Interval(low, high, any(one.low_open for one in parts), any(one.high_open for one in parts))
