"""Figures that their wording leaves loose: a dozen, two thirds, nearly an hour, a gallon of either country."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import also, dimension
from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Quantity

__all__ = ["FRACTION", "grouped", "in_words", "loosely_timed", "may_be_grouped", "may_mean"]


def may_be_grouped(quantity: Quantity) -> bool:
    """Whether a count may be told in dozens or scores: 6, 12, 24, 40."""
    low = quantity.low
    return quantity.unit is None and low is not None and abs(low) <= _MOST and not (low % 6 and low % 20)


_MOST = 10_000  # nothing larger is told in dozens


@cache
def _groups() -> frozenset[str]:
    """The words for groups that are mostly told loosely; a gross is counted."""
    return frozenset({*load_table("number_words")["groups"]} - {"gross"})


def grouped(text: str, quantity: Quantity) -> Fraction:
    """How far a count in dozens or scores may be off; 0 where it is told in another way, or as exact."""
    words = fold(text).replace("-", " ").split()
    if not may_be_grouped(quantity) or not words or words[0] in _EXACTLY or _groups().isdisjoint(words):
        return Fraction(0)
    return abs(Fraction(quantity.low or 0)) / _DOZENTH


_EXACTLY = frozenset({"exactly", "precisely", "fully"})
# Of "a dozen" one may be off by two: nobody who counted says so.
_DOZENTH = 6


def loosely_timed(quantity: Quantity) -> Fraction:
    """A quarter of the unit for "nearly an hour", "about two years": who counts so does not count in minutes."""
    if quantity.low is None or quantity.low != quantity.high or quantity.unit is None:
        return Fraction(0)
    few = abs(quantity.low) <= _FEW and quantity.low == quantity.low.to_integral_value()
    return _QUARTER if few and dimension(quantity.unit) == "time" else Fraction(0)


_FEW, _QUARTER = 2, Fraction(1, 4)
# Percentage points that a fraction in words may be off: two thirds of a vote is 66 or 67 percent, a fifth 20.7.
FRACTION = Fraction(1)


def in_words(text: str, quantity: Quantity) -> bool:
    """Whether a share is written as a fraction in words, which nobody means to the decimal."""
    if quantity.unit != "percent" or any(map(str.isdigit, text)):
        return False
    words = fold(text).replace("-", " ").split()
    return any(word.rstrip("s") in _fractions() for word in words)


@cache
def _fractions() -> frozenset[str]:
    return frozenset(load_table("restrictions")["fractions"])


def may_mean(claim: Claim, other: Claim) -> tuple[Fraction, Fraction] | None:
    """By how much the least and the most that the name of a unit may mean differ from it: "500 tons".

    None where it means one thing, as in "US gallons", and beside a figure in the same unit, which means the same.
    """
    unit = claim.quantity.unit if claim.quantity is not None else None
    if unit is None or other.quantity is None or other.quantity.unit in (None, unit):
        return None
    found = also(unit)
    named = found[0] == found[1] or not _national().isdisjoint(fold(claim.text).replace(".", "").split())
    return None if named else found


@cache
def _national() -> frozenset[str]:
    return frozenset(load_table("measures")["national"])
