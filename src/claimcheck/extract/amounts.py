"""Numbers with their modifiers, ranges and units: what all numeric extractors share."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import evolve, frozen

from claimcheck.extract import modifiers
from claimcheck.extract.elision import shared_units
from claimcheck.extract.modifiers import Bound
from claimcheck.extract.numerals import STARTS, Form, Numeral, is_hyphen, read_numeral
from claimcheck.extract.ranges import second_end
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import split
from claimcheck.extract.tolerance import around, sign_at
from claimcheck.extract.two_sided import between_bounds
from claimcheck.extract.unit_parts import part_after
from claimcheck.extract.units import UnitClass, UnitWord, prefix_starts, prefix_unit, unit_after
from claimcheck.records import Modifier, Quantity

__all__ = ["Amount", "quantity_of", "read_amounts", "tidy"]

# Signs and fractions that can begin a number.
_OPENERS = frozenset("+-−±½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


@frozen
class Amount:
    """A number or range with its modifiers and, where one stands beside it, its unit.

    Tokens ``first`` up to ``last`` hold all of it, ``core`` is the first token of the number or its currency sign,
    ``end`` the first token after the number itself (before unit and trailing modifiers). ``low`` and ``high`` are
    bounds as written, in the base magnitude and already multiplied by the unit's factor. ``numerals`` has one entry,
    or two for a range. ``hyphenated`` says that a hyphen joins the number to the unit or noun after it.
    """

    first: int
    last: int
    core: int
    end: int
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier
    precision: Decimal
    numerals: tuple[Numeral, ...]
    unit: UnitWord | None = None
    hyphenated: bool = False
    confidence: float = 1.0
    notes: tuple[str, ...] = ()

    @property
    def form(self) -> Form:
        """How its (first) number was written."""
        return self.numerals[0].form


def tidy(value: Decimal) -> Decimal:
    """The same number without superfluous zeros after the decimal mark."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def quantity_of(amount: Amount, unit: str | None = None) -> Quantity:
    """The record of an amount, in ``unit`` or else its own."""
    name = unit if unit is not None else amount.unit.unit if amount.unit is not None else None
    return Quantity(amount.low, amount.high, name, amount.modifier, amount.precision)


@cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    """What, besides digits and number words, can begin an amount; the same folded, with the number words."""
    signs = _OPENERS | prefix_starts()
    return signs, STARTS | {token.norm for sign in signs for token in split(sign)}


def _starts(scan: Scan) -> list[int]:
    """The tokens with which an amount can begin, in order."""
    signs, folded = _signs()
    norms, tokens = scan.norms, scan.tokens
    words = [at for at in scan.where(folded) if norms[at] in STARTS or tokens[at].text in signs]
    return sorted({*scan.numbers, *words}) if words else scan.numbers


def read_amounts(scan: Scan) -> list[Amount]:
    """All amounts among the tokens that are not taken yet, left to right, not overlapping.

    Ordinals (20th, second) are among them, with ``form`` ORDINAL and neither unit nor bounds.
    """
    amounts: list[Amount] = []
    taken = scan.taken
    floor = 0
    for at in _starts(scan):
        if taken[at] or at < floor:
            continue
        amount = _margin(scan, at, floor) or _amount(scan, at, floor)
        if amount is not None:
            amount = around(scan, _with_part(scan, _counted(scan, amount)))
            amounts.append(amount)
            floor = max(amount.last, at + 1)
    shared_units(scan, amounts)
    return _shared_scales(scan, between_bounds(scan, amounts))


def _shared_scales(scan: Scan, amounts: list[Amount]) -> list[Amount]:
    """The amounts, the first of "3.4 and 3.0 million (respectively)" with the scale of the second."""
    for index in range(len(amounts) - 1):
        one, two = amounts[index], amounts[index + 1]
        head, tail = one.numerals[-1], two.numerals[0]
        if (
            head.scaled
            or not tail.scaled
            or head.form is not Form.DIGITS
            or tail.form is not Form.DIGITS
            or len(one.numerals) > 1
            or [scan.norm(at) for at in range(one.last, two.first)] not in (["and"], ["or"])
            or one.low is None
            or (one.unit is not None and (two.unit is None or one.unit.unit != two.unit.unit))
            or not (head.precision < 1 or scan.norm(two.last) == "respectively")
            or one.low >= 1000
        ):
            continue
        amounts[index] = evolve(
            one,
            low=tidy(one.low * tail.scale),
            high=None if one.high is None else tidy(one.high * tail.scale),
            precision=one.precision * tail.scale,
            confidence=min(one.confidence, 0.9),
            notes=(*one.notes, f"shares the scale of {scan.span(two.core, two.end).cover(scan.document.text)}"),
        )
    return amounts


def _counted(scan: Scan, amount: Amount) -> Amount:
    """The amount, of "16 billion-dollar disasters" only the 16: so many things of a billion each."""
    numeral = amount.numerals[-1]
    if not (amount.hyphenated and numeral.scaled and len(amount.numerals) == 1 and amount.first == amount.core):
        return amount
    if amount.unit is None or amount.unit.cls is not UnitClass.MONEY or amount.end - amount.core != 2:
        return amount
    noun = scan.tokens[amount.last] if amount.last < len(scan.tokens) else None
    value = tidy(numeral.value / numeral.scale)
    if noun is None or not noun.norm.endswith("s") or noun.norm.endswith("ss") or value % 1:
        return amount
    if value < 2 or scan.norm(amount.first - 1) in ("a", "an"):
        return amount
    last = amount.core + 1
    plain = evolve(numeral, last=last, value=value, precision=Decimal(1), scaled=False, scale=Decimal(1))
    return Amount(amount.core, last, amount.core, last, value, value, Modifier.EXACT, Decimal(1), (plain,))


def _with_part(scan: Scan, amount: Amount) -> Amount:
    """The amount with the part of its unit told after it: "two miles and a half"; spans of time are read elsewhere."""
    unit = amount.unit
    if unit is None or unit.cls not in _PARTED or unit.last != amount.last or len(amount.numerals) > 1:
        return amount
    if (
        amount.low is None
        or amount.low > _HUGE
        or amount.low % unit.factor
        or (part := part_after(scan, amount.last)) is None
    ):
        return amount
    value, share = amount.low, tidy(part[0] * unit.factor)
    high = None if amount.high is None else tidy(amount.high + share)
    return evolve(amount, last=part[1], low=tidy(value + share), high=high, precision=tidy(unit.factor / 10))


_HUGE = 10**15  # beyond it nobody tells a half
_PARTED = frozenset({UnitClass.MEASURE, UnitClass.MONEY})


def _head(scan: Scan, at: int) -> tuple[UnitWord | None, Numeral] | None:
    """A number at ``at``, or a currency and a number: US$5, -€3."""
    prefix = prefix_unit(scan, at)
    if prefix is not None:
        numeral = read_numeral(scan, prefix.last, money=True)
        if numeral is not None and numeral.form is not Form.ORDINAL:
            return prefix, numeral
    numeral = read_numeral(scan, at)
    if numeral is not None:
        return None, numeral
    if scan.norm(at) == "-" and (at == 0 or not scan.tokens[at].glued):
        prefix = prefix_unit(scan, at + 1)
        if prefix is not None and scan.tokens[at + 1].glued:
            numeral = read_numeral(scan, prefix.last, money=True)
            if numeral is not None and numeral.form is Form.DIGITS:
                return prefix, evolve(numeral, value=-numeral.value)
    return None


def _margin(scan: Scan, at: int, floor: int) -> Amount | None:
    """A tolerance by itself: ±5%, read as the range from -5 to 5."""
    start = sign_at(scan, at)
    if start is None:
        return None
    amount = _amount(scan, start, floor)
    if amount is None or amount.low is None or amount.low != amount.high or amount.form is not Form.DIGITS:
        return None
    return evolve(amount, first=at, core=at, low=-amount.low, modifier=Modifier.RANGE)


def _amount(scan: Scan, at: int, floor: int) -> Amount | None:
    head = _head(scan, at)
    if head is None:
        return None
    unit, numeral = head
    core, end = at, numeral.last
    if numeral.form is Form.ORDINAL:
        value = numeral.value
        return Amount(at, end, at, end, value, value, Modifier.EXACT, Decimal(1), (numeral,))
    prefixed = unit is not None
    bounds: list[Bound] = []
    last = end
    trailing = modifiers.after(scan, end)
    if trailing is not None:
        last, bound = trailing
        bounds.append(bound)
    hyphenated = False
    suffix = None if _numbered(scan, last) else unit_after(scan, numeral, last)
    if suffix is not None and (not prefixed or suffix[0].cls is UnitClass.MONEY):
        if prefixed and unit is not None and suffix[0].unit != unit.unit and not unit.ambiguous:
            suffix = None
        else:
            behind, hyphenated = suffix
            last = behind.last
            unit = unit if prefixed and unit is not None and unit.unit == behind.unit else behind  # "£3.50p"
    span = None if trailing is not None else second_end(scan, core, numeral, unit, last, prefixed)
    if span is not None:
        other, unit, end, last, hyphenated, numeral = span
        numerals: tuple[Numeral, ...] = (numeral, other)
    else:
        numerals = (numeral,)
        if unit is None and is_hyphen(scan, last):
            hyphenated = True
    if not bounds:
        trailing = modifiers.after(scan, last)
        if trailing is not None:
            last, bound = trailing
            bounds.append(bound)
    first, ahead = modifiers.before(scan, core, numeral, unit)
    if first < floor:
        first, ahead = core, []
    bounds = ahead + bounds
    return _build(scan, first, last, core, end, numerals, unit, hyphenated, bounds, floor)


def _numbered(scan: Scan, at: int) -> bool:
    """Whether a word with a capital has a number of its own and is no unit: "nine in ten Year 6 pupils"."""
    following = scan.tokens[at : at + 2]
    if len(following) != _PAIR or len(following[0].text) < _WORD:
        return False
    return following[0].text.istitle() and following[1].norm.isdecimal()


_PAIR, _WORD = 2, 4


def _build(
    scan: Scan,
    first: int,
    last: int,
    core: int,
    end: int,
    numerals: tuple[Numeral, ...],
    unit: UnitWord | None,
    hyphenated: bool,
    bounds: list[Bound],
    floor: int,
) -> Amount:
    factor = unit.factor if unit is not None else Decimal(1)
    low: Decimal | None = tidy(numerals[0].value * factor)
    high: Decimal | None = low
    bound = modifiers.combine(bounds)
    modifier = bound.modifier or Modifier.EXACT
    precision = min(numeral.precision for numeral in numerals) * factor
    confidence = min(numeral.confidence for numeral in numerals)
    notes = tuple(note for numeral in numerals for note in numeral.notes)
    if unit is not None and unit.ambiguous:
        notes += (unit.ambiguous,)
        confidence = min(confidence, unit.confidence)
    vague = numerals[0].form is Form.VAGUE
    if len(numerals) == 2:
        high = tidy(numerals[1].value * factor)
        if vague:
            most = numerals[1].most
            high = None if most is None else tidy(most * factor)
        if scan.norm(first - 1) in ("between", "from") and first - 1 >= floor and not scan.taken[first - 1]:
            first -= 1
    elif vague:
        most = numerals[0].most
        high = None if most is None else tidy(most * factor)
    spread = len(numerals) == 2 and unit is not None and unit.cls is UnitClass.TIME  # "over 2-3 years"
    if modifier is Modifier.MORE_THAN and spread:
        modifier = Modifier.RANGE
    elif modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        high = None
    elif modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
        if len(numerals) == 2 and modifier is Modifier.AT_MOST and not vague:
            modifier = Modifier.RANGE
        elif not vague or high is not None:
            low = None
        else:
            modifier = Modifier.VAGUE
    elif len(numerals) == 2 and not vague:
        modifier = Modifier.RANGE
    if vague and low is not None:
        modifier = Modifier.VAGUE
    return Amount(
        first, last, core, end, low, high, modifier, tidy(precision), numerals, unit, hyphenated, confidence, notes
    )
