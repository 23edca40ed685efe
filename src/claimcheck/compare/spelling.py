"""Intervals and fractions as people read them: 1,400, [18, 20), more than 2 hours."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from attrs import evolve

from claimcheck.compare.interval import Interval
from claimcheck.lexicon.dimensions import dimension
from claimcheck.records import Claim, Kind

__all__ = ["describe", "number", "shown"]


def number(value: Fraction | None) -> str:
    """A fraction for people: at most four decimals, thousands grouped."""
    if value is None:
        return "…"
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.4f}".rstrip("0").rstrip(".")


_SPANS = (
    (31_557_600, "years"),
    (604_800, "weeks"),
    (86_400, "days"),
    (3_600, "hours"),
    (60, "minutes"),
    (1, "seconds"),
)


def _span_of(found: Interval) -> tuple[Fraction, str]:
    """The unit of time in which an interval of seconds reads best: the largest of which it has one."""
    size = max((abs(end) for end in (found.low, found.high) if end is not None), default=Fraction(0))
    return next(((Fraction(unit), name) for unit, name in _SPANS if size >= unit), (Fraction(1), "seconds"))


def shown(claim: Claim, found: Interval) -> str:
    """An interval for people with its unit, where the figures compared are of another than the one written."""
    quantity = claim.quantity
    per = quantity is not None and claim.kind is Kind.FREQUENCY and quantity.per is not None
    if quantity is None or not (per or (quantity.unit is not None and dimension(quantity.unit) == "time")):
        return describe(found)
    unit, name = _span_of(found)
    low = None if found.low is None else found.low / unit
    high = None if found.high is None else found.high / unit
    return f"{'every ' if per else ''}{_in_prose(evolve(found, low=low, high=high))} {name}"


def _in_prose(found: Interval) -> str:
    if found.low is None or found.high is None:
        if found.low is not None:
            return f"{'more than' if found.low_open else 'at least'} {_short(found.low)}"
        return f"{'less than' if found.high_open else 'at most'} {_short(found.high)}"
    return _short(found.low) if found.low == found.high else f"{_short(found.low)} to {_short(found.high)}"


def _short(value: Fraction | None) -> str:
    return "…" if value is None else number(Fraction(round(value * 100), 100))


@lru_cache(1 << 14)
def describe(found: Interval) -> str:
    """An interval for people, in mathematical notation: [18, 20)."""
    if found.bounded and found.low == found.high:
        return number(found.low)
    left = "(" if found.low_open or found.low is None else "["
    right = ")" if found.high_open or found.high is None else "]"
    low = "-∞" if found.low is None else number(found.low)
    high = "∞" if found.high is None else number(found.high)
    return f"{left}{low}, {high}{right}"
