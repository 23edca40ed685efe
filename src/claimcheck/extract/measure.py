"""Lengths, areas, masses, volumes, temperatures, speeds, energies, data sizes and other figures with a unit.

``Quantity.unit`` is a pint unit string. A quantity in two units (6 ft 2 in) is one mention in the smaller; the sides
of something (3.4 × 1.8 m) are a mention each. A rate per second, minute or hour is a unit of its own
("kilometer / hour"), any other denominator stands in ``Quantity.per`` ("hectare", "100000 person").
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve, frozen

from claimcheck.extract.amounts import Amount
from claimcheck.extract.behind import bound_behind
from claimcheck.extract.degrees import LETTERS, WARMTH, below_zero, degree_unit, near, read_letters
from claimcheck.extract.heights import take_feet_and_inches
from claimcheck.extract.numerals import Form
from claimcheck.extract.per import Per, fuse, read_per
from claimcheck.extract.renderings import link
from claimcheck.extract.scan import Scan
from claimcheck.extract.single import read_singles
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass, UnitWord
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find"]

_SINGLE = frozenset({"a", "an", "half", "quarter"})

_FUNCTION = frozenset(load_table("counting")["function"]["words"])


@frozen
class _Words:
    races: frozenset[str]
    kilometres: frozenset[str]
    before_race: frozenset[str]
    after_race: frozenset[str]
    disease: frozenset[str]
    sides: frozenset[str]
    heavy: frozenset[str]
    funds: frozenset[str]
    pounds: frozenset[str]
    weighable: frozenset[str]
    compounds: dict[tuple[str, str], Decimal]
    marks: dict[str, tuple[str, frozenset[str]]]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_table("measures")
    return _Words(
        frozenset(data["races"]),
        frozenset(data["runs"]["kilometres"]),
        frozenset(data["runs"]["before"]),
        frozenset((*data["runs"]["after"], *data["races"])),
        frozenset(data["disease"]),
        frozenset(data["sides"]),
        frozenset(data["heavy"]),
        frozenset(data["funds"]),
        frozenset(data["pounds"]),
        frozenset(data["weighable"]),
        {(row["large"], row["small"]): Decimal(row["ratio"]) for row in data["compound"]},
        {row["large"]: (row["small"], frozenset(row["marks"])) for row in data["compound"] if "marks" in row},
    )


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take all amounts with a unit of measure whose tokens are free."""
    skip = -1
    _weigh(scan, amounts)
    if not scan.vocabulary.isdisjoint(LETTERS):
        read_letters(scan, amounts)
    for index, amount in enumerate(amounts):
        if index <= skip or amount.form is Form.ORDINAL:
            continue
        if amount.unit is None and _is_race(scan, amount):
            scan.leave(amount.core, amount.last, "the name of a race")
        elif amount.unit is None:
            skip = max(skip, _sides(scan, amounts, index))
        elif amount.unit.cls is UnitClass.MEASURE and scan.free(amount.first, amount.last):
            skip = max(skip, _one(scan, amounts, index))
    if "'" in scan.vocabulary:
        take_feet_and_inches(scan)
    if not scan.vocabulary.isdisjoint(_SINGLE):
        for single in read_singles(scan, UnitClass.MEASURE):
            halved = single.precision != (single.unit.factor if single.unit is not None else 1)
            if (single.first < single.core or halved) and scan.free(single.first, single.last):
                _one(scan, [single], 0)
    if len(amounts) > 1:
        link(scan)


def _is_race(scan: Scan, amount: Amount) -> bool:
    """Whether "10K" names a race: "she ran a 5K in 20 minutes", not "10k visitors"."""
    tokens, words = scan.tokens, _words()
    if amount.end != amount.core + 2 or tokens[amount.core + 1].norm != "k" or amount.first != amount.core:
        return False
    if tokens[amount.core].norm not in words.kilometres:
        return False
    before = scan.norm(amount.core - 1)
    named = before.endswith("'s") or before in words.before_race
    after = tokens[amount.last] if amount.last < len(tokens) else None
    if after is None or after.kind is not TokenKind.WORD:
        return named
    return after.norm in words.after_race or (named and after.norm in _FUNCTION)


def _weigh(scan: Scan, amounts: list[Amount]) -> None:
    """Turn the pounds that are read as money into pounds of mass where the sentence weighs something."""
    words = _words()
    swapped: set[int] = set()
    for index, amount in enumerate(amounts):
        unit = amount.unit
        if unit is None or unit.cls is not UnitClass.MONEY or unit.first < amount.end:
            continue
        if scan.norm(unit.first) not in words.pounds or unit.last != unit.first + 1:
            continue
        of = scan.norm(unit.last) == "of" and scan.norm(unit.last + 1) not in words.funds
        thing = scan.norm(unit.last) if amount.hyphenated else ""
        if scan.norm(amount.first - 1) == "of":
            thing = scan.norm(amount.first - 2)  # "a cod of 31 pounds"
        if not of and thing not in words.weighable and not near(scan, amount) & words.heavy:
            continue
        swapped.add(amount.core)
        mass = UnitWord(unit.first, unit.last, "pound", UnitClass.MEASURE)
        amounts[index] = evolve(amount, unit=mass, confidence=min(n.confidence for n in amount.numerals))
    if swapped:
        for mention in scan.mentions:
            if mention.kind is Kind.MONEY and mention.core in swapped:
                scan.taken[mention.first : mention.last] = bytes(mention.last - mention.first)
        scan.mentions[:] = [m for m in scan.mentions if m.kind is not Kind.MONEY or m.core not in swapped]


def _one(scan: Scan, amounts: list[Amount], index: int) -> int:
    """Take one measure, with the amounts that belong to it; the index of the last amount used."""
    amount, words = amounts[index], _words()
    assert amount.unit is not None
    unit, last = amount.unit.unit, amount.last
    following = scan.norm(last)
    if unit in ("meter", "mile", "yard", "kilometer") and (
        following in words.races or (following == "-" and scan.norm(last + 1) in words.races)
    ):
        scan.leave(amount.first, last, "the name of a race")
        return index
    if unit == "terabyte" and following in words.disease:
        return index
    confidence, notes = amount.confidence, amount.notes
    if unit == "degree":
        found = degree_unit(scan, amount)
        if found is None:
            return index
        unit, confidence, notes = found
    elif unit == "meter" and scan.tokens[amount.unit.first].text == "m":
        found = _metre(scan, amount)
        if found is None:
            return index
        confidence, notes = found[1], found[2]
    joined = _compound(scan, amounts, index)
    if joined is not None:
        used, low, high, unit, last, precision = joined
        quantity = Quantity(low, high, unit, amount.modifier, precision)
    else:
        used = index
        quantity = Quantity(amount.low, amount.high, unit, amount.modifier, amount.precision)
    if unit in WARMTH and scan.norm(last) == "below" and scan.norm(last + 1) in ("zero", "freezing"):
        quantity, last = below_zero(quantity), last + 2
    per = read_per(scan, last)
    if per is not None and scan.free(last, per.last):
        last = per.last
        fused = fuse(unit, per)
        quantity = evolve(quantity, unit=fused) if fused is not None else evolve(quantity, per=per.text)
    elif (apart := _rate_of(scan, last)) is not None:
        fused = fuse(unit, apart[0])
        quantity = evolve(quantity, unit=fused) if fused is not None else evolve(quantity, per=apart[0].text)
        scan.block(apart[1], apart[0].last)
    quantity = bound_behind(scan, last, quantity)
    scan.take(Kind.MEASURE, amount.first, last, quantity=quantity, core=amount.core, confidence=confidence, notes=notes)
    return used


_REGULAR = frozenset(("day", "week", "month", "year", "season", "night"))
_STUFF = 4  # words that the name of a stuff may have


def _rate_of(scan: Scan, at: int) -> tuple[Per, int] | None:
    """The denominator behind what so much is of, and where it begins: "6.1 tonnes of winter wheat per hectare"."""
    if scan.norm(at) != "of":
        return None
    for here in range(at + 2, min(at + 2 + _STUFF, len(scan.tokens))):
        found = read_per(scan, here)
        if found is not None:
            regular = found.text in _REGULAR  # "three litres of milk a day" is told of each day
            return (found, here) if scan.free(here, found.last) and not regular else None
        if scan.tokens[here].kind is not TokenKind.WORD or scan.norm(here) in _function():
            return None
    return None


@cache
def _function() -> frozenset[str]:
    return frozenset(load_table("counting")["function"]["words"])


def _metre(scan: Scan, amount: Amount) -> tuple[str, float, tuple[str, ...]] | None:
    """The symbol "m" is metre after digits without a currency; doubtful where a noun in the plural follows."""
    assert amount.unit is not None
    notes = tuple(note for note in amount.notes if note != amount.unit.ambiguous)
    after = amount.unit.last
    following = scan.tokens[after] if after < len(scan.tokens) else None
    if following is not None and following.kind is TokenKind.WORD and not following.glued:
        word = following.norm
        if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us")) and not amount.hyphenated:
            return "meter", 0.6, (*notes, amount.unit.ambiguous)
    return "meter", min((numeral.confidence for numeral in amount.numerals), default=1.0), notes


_Joined = tuple[int, Decimal | None, Decimal | None, str, int, Decimal]


def _compound(scan: Scan, amounts: list[Amount], index: int) -> _Joined | None:
    """The whole of 6 ft 2 in: last index used, bounds in the smaller unit, that unit, the token after, precision."""
    amount, words = amounts[index], _words()
    assert amount.unit is not None
    if index + 1 >= len(amounts) or amount.modifier is Modifier.RANGE:
        return None
    other = amounts[index + 1]
    gap = scan.norm(amount.last) if other.first != amount.last else ""
    if other.core - amount.last > 1 or gap not in ("", "and", ",", "-", "–") or not scan.free(other.first, other.last):
        return None
    if other.form not in (Form.DIGITS, Form.WORDS, Form.FRACTION) or len(other.numerals) != 1:
        return None
    if other.modifier is not Modifier.EXACT or other.low is None:
        return None
    last, small = other.last, ""
    if other.unit is not None:
        small = other.unit.unit
    elif (marked := words.marks.get(amount.unit.unit)) is not None:
        if scan.norm(other.end) in marked[1]:
            small, last = marked[0], other.end + 1
        elif gap in ("-", "–") and amount.hyphenated:
            small = marked[0]
        elif gap == "" and scan.tokens[amount.unit.first].glued and scan.norm(amount.unit.first) in ("ft", "′", "st"):
            if last >= len(scan.tokens) or scan.tokens[last].kind is not TokenKind.WORD:
                small = marked[0]
    ratio = words.compounds.get((amount.unit.unit, small))
    if ratio is None or not 0 <= other.low < ratio:
        return None
    low = None if amount.low is None else amount.low * ratio + other.low
    high = None if amount.high is None else amount.high * ratio + other.low
    return index + 1, low, high, small, last, other.precision


def _sides(scan: Scan, amounts: list[Amount], index: int) -> int:
    """Take the sides of something whose unit stands after the last: 3.4 × 1.8 × 1.7 m; the last index used."""
    words, end = _words(), index
    while end + 1 < len(amounts):
        here, following = amounts[end], amounts[end + 1]
        if following.core != here.last + 1 or scan.norm(here.last) not in words.sides:
            break
        if len(following.numerals) != 1 or not scan.free(here.first, following.last):
            break
        end += 1
        if following.unit is not None:
            break
    final = amounts[end]
    if (
        end == index
        or final.unit is None
        or final.unit.cls is not UnitClass.MEASURE
        or final.modifier is not Modifier.EXACT
    ):
        return index if end == index else end - 1
    for side in amounts[index : end + 1]:
        factor = Decimal(1) if side.unit is not None else final.unit.factor
        scan.take(
            Kind.MEASURE,
            side.first,
            side.last,
            quantity=Quantity(
                None if side.low is None else side.low * factor,
                None if side.high is None else side.high * factor,
                final.unit.unit,
                side.modifier,
                side.precision * factor,
            ),
            core=side.core,
            confidence=0.9,
            notes=("one of the sides of something",),
        )
    return end
