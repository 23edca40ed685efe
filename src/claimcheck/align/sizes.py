"""How large figures are beside one another, whatever units they are given in."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from attrs import evolve

from claimcheck.lexicon.dimensions import dimension, to_base
from claimcheck.records import Claim, Kind, Quantity

__all__ = ["CLOSE", "FAR", "close", "far_apart", "one_is_none", "rounded", "size"]

FAR = 4
"""How many times another figure one is that lies far from it."""

CLOSE = Fraction(8, 5)
"""The most times another figure that one is which lies close to it."""


def size(claim: Claim) -> Fraction | int | None:
    """The lower end of a figure, or the upper where it has no other, in the base unit of its dimension."""
    return None if claim.quantity is None else _size(claim.quantity, claim.kind is Kind.MONEY)


@lru_cache(1 << 14)
def _size(quantity: Quantity, money: bool) -> Fraction | int | None:
    end = quantity.low if quantity.low is not None else quantity.high
    if end is None:
        return None
    found = Fraction(end) if money or not quantity.unit or not dimension(quantity.unit) else to_base(end, quantity.unit)
    return found.numerator if found.denominator == 1 else found  # whole numbers are quicker


def _beside(a: Claim, b: Claim) -> tuple[Fraction | int | None, Fraction | int | None]:
    """The sizes of two figures by the end that both have: the upper one of "one to three" beside "up to five"."""
    first, second = a.quantity, b.quantity
    if first is not None and second is not None and (first.low is None) != (second.low is None):
        if first.high is not None and second.high is not None:
            money = a.kind is Kind.MONEY
            return _size(evolve(first, low=None), money), _size(evolve(second, low=None), money)
    return size(a), size(b)


FEW = 20


def far_apart(a: Claim, b: Claim) -> bool:
    """Whether one figure is more than four times the other: then they are likelier of two things than a slip. None is
    no such multiple of a few.
    """
    one, other = _beside(a, b)
    if one is None or other is None or min(one, other) < 0:
        return False
    if min(one, other) == 0:
        return max(one, other) > FEW
    return max(one, other) > FAR * min(one, other)


def one_is_none(a: Claim, b: Claim) -> bool:
    """Whether exactly one of two figures is nought."""
    return (size(a) == 0) != (size(b) == 0)


def close(a: Claim, b: Claim) -> bool:
    """Whether two figures are as near as one thing's, of which one is wrong: 312 and 213, but not 312 and 120."""
    one, other = _beside(a, b)
    if one is None or other is None or min(one, other) < 0:
        return False
    return max(one, other) * CLOSE.denominator <= CLOSE.numerator * min(one, other)


def rounded(a: Claim, b: Claim, parts: int) -> bool:
    """Whether two figures differ by one in so many ``parts`` at the most: then they may be one figure, rounded."""
    one, other = size(a), size(b)
    if one is None or other is None:
        return False
    return abs(Fraction(one - other)) * parts <= max(abs(Fraction(one)), abs(Fraction(other)))
