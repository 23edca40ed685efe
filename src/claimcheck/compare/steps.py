"""How a figure as written became the interval that was compared, step by step, in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claimcheck.compare.interval import Interval, beside, fineness, interval, place_value, rounding, side
from claimcheck.compare.loose import grouped, in_words, may_mean
from claimcheck.compare.spelling import describe, number, shown
from claimcheck.lexicon.dimensions import dimension, slack, to_base
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier, Quantity

__all__ = ["gap", "steps"]

_BOUNDS = {
    Modifier.AT_LEAST: "“at least” leaves the upper end open",
    Modifier.MORE_THAN: "“more than” leaves the upper end open and the figure itself out",
    Modifier.AT_MOST: "“at most” leaves the lower end open",
    Modifier.LESS_THAN: "“less than” leaves the lower end open and the figure itself out",
    Modifier.RANGE: "a range, taken from end to end",
    Modifier.VAGUE: "a vague word, taken from the least to the most that it allows",
}


def steps(claim: Claim, tolerance: Tolerance, other: Claim | None = None) -> list[str]:
    """From the written figure to its interval, beside ``other`` where it was compared with one; empty without one."""
    quantity = claim.quantity
    if quantity is None or (quantity.low is None and quantity.high is None):
        return []
    finer, rounded = fineness(claim, other) if other is not None else (False, True)
    found = beside(claim, other, tolerance) if other is not None else interval(claim, tolerance)
    made = [f"read as {_read(quantity)}", _width(claim, quantity, tolerance, finer, rounded)]
    if claim.kind is Kind.FREQUENCY and quantity.per:
        made.append("turned into the time from one occasion to the next")
    elif quantity.unit is not None:
        made += _conversion(quantity.unit)
        if other is not None and may_mean(claim, other):
            made.append(f"a {quantity.unit.replace('_', ' ')} may also be that of another country")
    if tolerance.relative:
        made.append(f"the rule lets every figure be off by {_percent(tolerance.relative)}")
    if tolerance.absolute:
        made.append(f"the rule lets every figure be off by {number(tolerance.absolute)}")
    return [*made, f"so {_interval(claim, found)}"]


def gap(a: Claim, b: Claim, tolerance: Tolerance) -> str:
    """What two intervals have in common, or how far they lie apart; empty where one of them has no ends."""
    first, second = beside(a, b, tolerance), beside(b, a, tolerance)
    if None is first.low is first.high or None is second.low is second.high:
        return ""
    if first.meets(second):
        lows = [end for end in (first.low, second.low) if end is not None]
        highs = [end for end in (first.high, second.high) if end is not None]
        common = Interval(max(lows, default=None), min(highs, default=None))
        return f"both allow {_interval(a, common)}"
    low, high = (first, second) if first.below(second) else (second, first)
    assert low.high is not None
    assert high.low is not None
    apart = high.low - low.high
    if not apart:
        end = _interval(a, Interval(low.high, low.high))
        return f"no value lies in both: one ends at {end}, where the other begins"
    return f"no value lies in both: they are {_interval(a, Interval(apart, apart))} apart"


def _interval(claim: Claim, found: Interval) -> str:
    return shown(claim, found) if found.bounded or claim.kind is Kind.FREQUENCY else describe(found)


def _read(quantity: Quantity) -> str:
    ends = [None if end is None else number(Fraction(end)) for end in (quantity.low, quantity.high)]
    if ends[0] == ends[1]:
        figure = ends[0] or ""
    elif None in ends:
        figure = ends[0] or ends[1] or ""
    else:
        figure = f"{ends[0]} to {ends[1]}"
    unit = (quantity.unit or "").replace("_", " ")
    per = f"per {quantity.per}" if quantity.per else ""
    return " ".join(part for part in (figure, unit, per, f"({quantity.modifier.value.replace('_', ' ')})") if part)


def _conversion(unit: str) -> list[str]:
    factor = to_base(Decimal(1), unit) - to_base(Decimal(0), unit)
    spare = slack(unit)
    if spare:
        return [f"a calendar {unit} may be off its average by {number(spare / 86_400)} days"]
    if factor == 1 or dimension(unit) == "time":
        return []
    return [f"1 {unit.replace('_', ' ')} is {number(factor)} in the base unit of {dimension(unit)}"]


def _width(claim: Claim, quantity: Quantity, tolerance: Tolerance, finer: bool, rounded: bool) -> str:
    """Which bound, tolerance or rounding made the interval as wide as it is; the order is that of ``interval``."""
    low, high = quantity.low, quantity.high
    if quantity.modifier is Modifier.APPROX and low is not None and high is not None:
        where = side(claim.text) if low == high else 0
        way = {-1: "below the figure, which itself is left out", 1: "above the figure, which itself is left out"}
        return f"approximate: {_percent(tolerance.approx)}, the rule's tolerance, {way.get(where, 'either way')}"
    if quantity.modifier is not Modifier.EXACT or low is None or low != high:
        return _BOUNDS.get(quantity.modifier, "its ends as written")
    if in_words(claim.text, quantity):
        return "a share in words: one percentage point either way"
    if spare := grouped(claim.text, quantity):
        return f"told in dozens or scores: {number(Fraction(round(spare * 100), 100))} either way"
    room = rounding(quantity, finer) if rounded else Fraction(0)
    if not room:
        return "taken as written" if rounded else "taken as written: the other figure is no finer"
    stated, _ = place_value(low, quantity.precision)
    if room * 2 > stated:
        return f"beside a finer figure its trailing zeros may be rounding: {number(room)} either way"
    return f"may be rounded to its last written digit: {number(room)} either way"


def _percent(share: Fraction) -> str:
    return f"{number(share * 100)} %"
