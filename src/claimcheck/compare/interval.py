"""From a figure as written to the interval of values that it allows, in exact fractions.

| written | interval |
| --- | --- |
| 16 exercises | exactly 16: a count in whole numbers is counted |
| 14.5 million, 12 km, 34 % | half a unit of the last written digit either way |
| 7,000 | exactly 7,000 beside 7,400; half a unit of its second digit beside a more precise figure |
| a hundred, 1 million | a quarter of it either way, beside a more precise figure |
| a dozen, half a dozen, two score | a sixth of it either way |
| about x | x, the rule's tolerance either way |
| about an hour, nearly two years | a quarter of the unit, if that is more |
| nearly x, just over x | up to the tolerance below x, or above it, x itself left out |
| at least x, more than x, up to x, under x | half open |
| 30-40 | from end to end |
| two thirds, a fifth | the share, one percentage point either way |
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from attrs import evolve, frozen

from claimcheck.compare.loose import FRACTION, grouped, in_words, loosely_timed, may_be_grouped, may_mean
from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import binary_excess, dimension, slack, to_base
from claimcheck.lexicon.model import fold
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier, Quantity

__all__ = ["Interval", "beside", "fineness", "interval", "pair", "side", "significant"]

_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
# Spans of time are counted rather than measured: "a week" is no rounding of six days. At most this share is.
_TIME = Fraction(1, 20)
_OPEN_LOW = frozenset({Modifier.MORE_THAN})
_OPEN_HIGH = frozenset({Modifier.LESS_THAN})


@frozen(cache_hash=True)
class Interval:
    """All values between ``low`` and ``high``; None is unbounded, ``*_open`` leaves the end itself out."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether one value lies in both."""
        return not self.below(other) and not other.below(self)

    def below(self, other: Interval) -> bool:
        """Whether every value of this one is less than every value of the other."""
        if self.high is None or other.low is None:
            return False
        if self.high < other.low:
            return True
        return (self.high_open or other.low_open) and self.high == other.low

    def touches(self, other: Interval) -> bool:
        """Whether the two only share an end that one of them leaves out: 40, and more than 40."""
        return not self.meets(other) and (self.high == other.low is not None or other.high == self.low is not None)

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None

    def widened(self, amount: Fraction, share: Fraction) -> Interval:
        """The interval with both ends moved outwards by an amount and by a share of themselves."""
        if not amount and not share:
            return self
        low = None if self.low is None else self.low - amount - abs(self.low) * share
        high = None if self.high is None else self.high + amount + abs(self.high) * share
        return evolve(self, low=low, high=high)


@cache
def _sides() -> tuple[tuple[str, str, int], ...]:
    """Phrases of modifiers.toml that say on which side of the figure the value lies, with where they stand."""
    sign = {"below": -1, "above": 1}
    return tuple(
        (where, phrase.strip(" -"), sign[entry["side"]])
        for entry in load_table("modifiers")["modifier"]
        if entry.get("side") in sign
        for where in ("before", "after")
        for phrase in entry.get(where, ())
    )


@lru_cache(4096)
def side(text: str) -> int:
    """-1 where a figure as written says that the value lies below it (nearly), 1 above (just over), else 0."""
    folded = fold(text)
    for where, phrase, sign in _sides():
        if folded.startswith(phrase + " ") if where == "before" else folded.endswith(" " + phrase):
            return sign
    return 0


@lru_cache(1 << 16)
def place_value(value: Decimal, precision: Decimal | None) -> tuple[Fraction, Fraction]:
    """The place value of the last written digit, and that of the digit to which the figure may be rounded.

    Trailing zeros of a whole number may stand for rounding, but never of its first two digits: 7,000 may be rounded
    to hundreds, 12,000 to thousands, 40 not at all.
    """
    stated = Fraction(precision) if precision is not None else Fraction(1)
    if not value or stated <= 0:
        return stated or Fraction(1), stated or Fraction(1)
    digits = value.as_tuple()
    exponent = int(digits.exponent)
    shown = value.normalize()
    zeros = int(shown.as_tuple().exponent)
    leading = exponent + len(digits.digits) - 1
    rounded = min(zeros, leading - 1)
    return stated, max(stated, Fraction(10) ** rounded if rounded > -60 else stated)


def _is_count(quantity: Quantity) -> bool:
    return quantity.unit is None


def interval(claim: Claim, tolerance: Tolerance, *, finer: bool = False, rounded: bool = True) -> Interval:
    """The interval of a claim's quantity in the base unit of its dimension.

    ``finer`` says that the figure is compared with a more precise one, so that trailing zeros count as
    rounding; ``rounded`` False takes an exact figure as exact.
    A claim without numbers gives an interval without ends.
    """
    quantity = claim.quantity
    if quantity is None or (quantity.low is None and quantity.high is None):
        return Interval(None, None)
    # The wording has a part only in what is approximate, in a share and in what dozens count.
    worded = quantity.modifier is Modifier.APPROX or quantity.unit == "percent" or may_be_grouped(quantity)
    text = claim.text if worded else ""
    return _interval(quantity, text, claim.kind is Kind.FREQUENCY, tolerance, finer, rounded)


@lru_cache(1 << 14)
def _interval(
    quantity: Quantity, text: str, frequency: bool, tolerance: Tolerance, finer: bool, rounded: bool
) -> Interval:
    """The same of a quantity; the figures of one corpus are often the same."""
    made = _bounds(text, quantity, tolerance, finer, rounded)
    scaled = _turned(made, quantity) if frequency else _converted(made, quantity)
    return scaled.widened(tolerance.absolute, tolerance.relative)


def _bounds(text: str, quantity: Quantity, tolerance: Tolerance, finer: bool, rounded: bool) -> Interval:
    low = None if quantity.low is None else Fraction(quantity.low)
    high = None if quantity.high is None else Fraction(quantity.high)
    modifier = quantity.modifier
    if modifier is Modifier.APPROX and low is not None and high is not None:
        room = max(abs(low), abs(high)) * tolerance.approx
        room = max(room, rounding(quantity, finer), loosely_timed(quantity))
        where = side(text) if low == high else 0
        if where < 0:
            return Interval(low - room, high, high_open=True)
        if where > 0:
            return Interval(low, high + room, low_open=True)
        return Interval(low - room, high + room)
    if modifier is Modifier.EXACT and low is not None and low == high:
        if in_words(text, quantity):
            return Interval(low - FRACTION, low + FRACTION)
        room = rounding(quantity, finer) if rounded else Fraction(0)
        room = grouped(text, quantity) or room
        return Interval(low - room, high + room) if room else Interval(low, high)
    return Interval(low, high, modifier in _OPEN_LOW, modifier in _OPEN_HIGH)


def rounding(quantity: Quantity, finer: bool) -> Fraction:
    """Half the place value to which the figure may be rounded; 0 for a whole count."""
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None:
        return Fraction(0)
    stated, rounded = place_value(value, quantity.precision)
    whole = _is_count(quantity) and stated <= 1 and value == value.to_integral_value()
    if whole and not finer:
        return Fraction(0)
    if whole:
        return rounded * _HALF if rounded > 1 else Fraction(0)
    room = (rounded if finer else stated) * _HALF
    if stated == abs(Fraction(value)) and (quantity.unit is None or quantity.unit.isupper()):
        room = min(room, stated * _QUARTER)  # "a hundred", "1 million": nobody rounds 140 to it
    if quantity.unit is not None and dimension(quantity.unit) == "time":
        room = min(room, abs(Fraction(value)) * _TIME)
    return room


def _converted(made: Interval, quantity: Quantity) -> Interval:
    unit = quantity.unit
    if unit is None:
        return made
    spare = slack(unit)
    low = None if made.low is None else _to_base(made.low, unit) - spare
    high = None if made.high is None else _to_base(made.high, unit) + spare
    return evolve(made, low=low, high=high)


def _turned(made: Interval, quantity: Quantity) -> Interval:
    """How often, as the time from one event to the next: "twice a year" is every half year."""
    # "fortnightly" is once per "14 day", "quarterly" once per "3 month".
    count, _, unit = (quantity.per or "").rpartition(" ")
    if not unit or dimension(unit) != "time":
        return _converted(made, quantity)
    span = _to_base(Fraction(count or 1), unit)
    low = None if not made.high else span / made.high
    high = None if not made.low else span / made.low
    return Interval(low, high, made.high_open, made.low_open)


def _to_base(value: Fraction, unit: str) -> Fraction:
    """``to_base`` for any fraction; conversions are affine, so two points give the line."""
    zero, one = _line(unit)
    return zero + value * (one - zero)


@cache
def _line(unit: str) -> tuple[Fraction, Fraction]:
    return to_base(Decimal(0), unit), to_base(Decimal(1), unit)


def place(claim: Claim) -> Fraction:
    """The place value to which the figure is written, trailing zeros left aside, in the base unit; 0 without one."""
    return Fraction(0) if claim.quantity is None else _place(claim.quantity)


@lru_cache(1 << 14)
def _place(quantity: Quantity) -> Fraction:
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None:
        return Fraction(0)
    _, rounded = place_value(value, quantity.precision)
    if quantity.unit is None:
        return rounded
    zero, one = _line(quantity.unit)
    return rounded * (one - zero)


def pair(a: Claim, b: Claim, tolerance: Tolerance) -> tuple[Interval, Interval]:
    """The intervals of two claims beside each other.

    A figure is rounded only in comparison with a finer one: of two figures in one unit the coarser may be
    rounded, and two of the same place value are as written.
    """
    return beside(a, b, tolerance), beside(b, a, tolerance)


def beside(claim: Claim, other: Claim, tolerance: Tolerance) -> Interval:
    """The interval of a claim beside another one."""
    finer, rounded = fineness(claim, other)
    found = interval(claim, tolerance, finer=finer, rounded=rounded)
    return _by_any_name(_in_powers_of_two(found, claim, other), claim, other)


def _in_powers_of_two(found: Interval, claim: Claim, other: Claim) -> Interval:
    """Up to what a size means to those who count 1,024 bytes to the kilobyte: "64 KB" beside "65536 bytes".

    Of two sizes in one unit both are counted in the same way.
    """
    unit = claim.quantity.unit if claim.quantity is not None else None
    if unit is None or other.quantity is None or other.quantity.unit in (None, unit) or found.high is None:
        return found
    more = binary_excess(unit)
    return evolve(found, high=found.high * more) if more != 1 else found


def _by_any_name(found: Interval, claim: Claim, other: Claim) -> Interval:
    """From the least to the most that the name of a unit may mean: "500 tons" beside "508 tonnes"."""
    factors = may_mean(claim, other)
    if factors is None:
        return found
    low = None if found.low is None else found.low * factors[0]
    return evolve(found, low=low, high=None if found.high is None else found.high * factors[1])


def fineness(claim: Claim, other: Claim) -> tuple[bool, bool]:
    """Whether the other figure is the finer one, and whether this one may be rounded beside it at all."""
    finer = place(other) < place(claim)
    alike = claim.quantity is not None and other.quantity is not None and claim.quantity.unit == other.quantity.unit
    return finer, finer or not alike


def significant(claim: Claim) -> int:
    """How many digits of the figure carry information: 1.48 million has three, 7,000 has one."""
    quantity = claim.quantity
    value = None if quantity is None else quantity.low if quantity.low is not None else quantity.high
    if value is None or not value:
        return 1
    return len(value.normalize().as_tuple().digits)
