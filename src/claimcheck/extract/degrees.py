"""Degrees: of temperature or of angle, "30 C" beside words of temperature, "4 degrees below zero"."""

from __future__ import annotations

from functools import cache

from attrs import evolve, frozen

from claimcheck.extract.amounts import Amount
from claimcheck.extract.numerals import Form
from claimcheck.extract.scan import Scan
from claimcheck.extract.units import UnitClass, UnitWord
from claimcheck.lexicon import load_table
from claimcheck.records import Modifier, Quantity

__all__ = ["LETTERS", "WARMTH", "below_zero", "degree_unit", "near", "read_letters"]

#: The units of temperature that a sentence can put below zero by words.
WARMTH = ("degree_Celsius", "degree_Fahrenheit")
#: The letters, folded, that are degrees beside words of temperature.
LETTERS = frozenset("cfk")
_COMPASS = frozenset("nsew")
_LETTERS = {"C": "degree_Celsius", "F": "degree_Fahrenheit", "K": "kelvin"}
_SIGNS = frozenset({"°", "kelvin", "℃", "℉"})
_NEAR = 40
_MIRRORED = {
    Modifier.AT_LEAST: Modifier.AT_MOST,
    Modifier.AT_MOST: Modifier.AT_LEAST,
    Modifier.MORE_THAN: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.MORE_THAN,
}


@frozen
class _Words:
    warmth: frozenset[str]
    fahrenheit: frozenset[str]
    angle: frozenset[str]


@cache
def _words() -> _Words:
    data = load_table("measures")
    return _Words(frozenset(data["warmth"]), frozenset(data["warmth_fahrenheit"]), frozenset(data["angle"]))


def near(scan: Scan, amount: Amount) -> set[str]:
    """The words around an amount."""
    return {token.norm for token in scan.tokens[max(0, amount.first - _NEAR) : amount.last + _NEAR]}


def read_letters(scan: Scan, amounts: list[Amount]) -> None:
    """Read the C, F or K after a figure as degrees in a sentence that speaks of temperatures: "It is 30 C outside"."""
    words = _words()
    if scan.vocabulary.isdisjoint(words.warmth | words.fahrenheit | _SIGNS):
        return
    for index, amount in enumerate(amounts):
        at = amount.last
        letter = scan.tokens[at].text if at < len(scan.tokens) else ""
        unit = _LETTERS.get(letter)
        if unit is None or amount.unit is not None or amount.form is not Form.DIGITS or scan.taken[at]:
            continue
        follower = scan.tokens[at + 1] if at + 1 < len(scan.tokens) else None
        if follower is None or not follower.glued or follower.text in ".,;:)!?":
            sign = UnitWord(at, at + 1, unit, UnitClass.MEASURE)
            amounts[index] = evolve(amount, unit=sign, last=at + 1, hyphenated=False)


def below_zero(quantity: Quantity) -> Quantity:
    """A temperature below zero: "4 degrees below zero", "10-15 °C below zero"."""
    low = None if quantity.high is None else -quantity.high
    high = None if quantity.low is None else -quantity.low
    return evolve(quantity, low=low, high=high, modifier=_MIRRORED.get(quantity.modifier, quantity.modifier))


def _extreme(scan: Scan) -> bool:
    """Whether the sentence tells the high or the low of a day: "Sunday's high at the airfield was 36 degrees"."""
    table = load_table("measures")["extremes"]
    for at in scan.where(frozenset(table["nouns"])):
        owner = scan.norm(at - 1)
        if owner in table["before"] or owner.endswith("'s"):
            return scan.norm(at + 1) in table["after"]
    return False


def degree_unit(scan: Scan, amount: Amount) -> tuple[str, float, tuple[str, ...]] | None:
    """Which degrees are meant, if any of temperature or angle: the unit, confidence and notes."""
    assert amount.unit is not None
    words, after = _words(), amount.unit.last
    if scan.norm(after) in ("′", "'", "’") or (
        scan.norm(after) in _COMPASS or (scan.norm(after).isdigit() and scan.norm(after + 1) in ("′", "'", "’"))
    ):
        while after + 1 < len(scan.tokens) and scan.tokens[after + 1].glued and scan.norm(after).isdigit():
            after += 2
        scan.leave(amount.first, min(after, len(scan.tokens)), "coordinates")
        return None
    norms = near(scan, amount)
    notes = tuple(note for note in amount.notes if note != amount.unit.ambiguous)
    if norms & words.fahrenheit:
        return "degree_Fahrenheit", 0.9, notes
    if norms & words.angle and not norms & words.warmth:
        return "degree", 0.9, notes
    if (
        norms & words.warmth
        or _extreme(scan)
        or (scan.norm(after) in ("below", "above") and scan.norm(after + 1) == "zero")
    ):
        return "degree_Celsius", 0.7, (*notes, "degrees of an unnamed scale are read as Celsius")
    symbol = scan.norm(amount.unit.first) == "°"
    if symbol:
        return "degree", 0.7, (*notes, amount.unit.ambiguous)
    return None  # academic degrees, degrees of freedom
