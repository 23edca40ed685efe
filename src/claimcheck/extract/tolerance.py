"""Tolerances: 10 ± 2 mm; "9,700 people, give or take 400"; "340 metres, plus or minus 5 metres"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.extract.numerals import Form, Numeral, read_numeral
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind, split
from claimcheck.extract.units import UnitClass, UnitWord, unit_after
from claimcheck.lexicon import load_table
from claimcheck.records import Modifier

if TYPE_CHECKING:
    from claimcheck.extract.amounts import Amount

__all__ = ["around", "sign_at"]

_NOUNS = 3  # words of the counted noun between a figure and its tolerance


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(token.norm for token in split(row)) for row in load_table("modifiers")["tolerance"]["phrases"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def sign_at(scan: Scan, at: int) -> int | None:
    """The token after a plus-minus sign at ``at`` (±, +/-, +-), or None."""
    norm = scan.norm(at)
    if norm == "±":
        return at + 1
    if norm == "+":
        if scan.norm(at + 1) == "/" and scan.norm(at + 2) == "-":
            return at + 3
        if scan.norm(at + 1) == "-" and scan.tokens[at + 1].glued:
            return at + 2
    return None


def _opening(scan: Scan, at: int) -> tuple[int, int] | None:
    """The tokens of a sign or phrase of tolerance at ``at``, a comma before it included."""
    first = at
    if scan.norm(at) in (",", "("):
        at += 1
    last = sign_at(scan, at)
    if last is not None:
        return first, last
    norm = scan.norm(at)
    if norm in _openers():
        for phrase in _phrases():
            if norm == phrase[0] and all(scan.norm(at + i) == word for i, word in enumerate(phrase)):
                return first, at + len(phrase)
    return None


def _place(scan: Scan, amount: Amount) -> tuple[int, int] | None:
    ends = {amount.end, amount.last} | ({amount.unit.last} if amount.unit is not None else set())
    found = next(filter(None, (_opening(scan, at) for at in sorted(ends) if at >= amount.end)), None)
    if found is not None or _openers().isdisjoint(scan.vocabulary):
        return found
    for at in range(amount.last, min(amount.last + _NOUNS, len(scan.tokens))):
        if scan.tokens[at].kind is not TokenKind.WORD or scan.taken[at]:
            return None
        if (found := _opening(scan, at + 1)) is not None:
            return found
    return None


def around(scan: Scan, amount: Amount) -> Amount:
    """The amount as a range where a tolerance follows, directly or after what is counted."""
    if amount.low is None or amount.low != amount.high or amount.form not in (Form.DIGITS, Form.WORDS):
        return amount
    place = _place(scan, amount)
    numeral = read_numeral(scan, place[1]) if place is not None else None
    if place is None or numeral is None or numeral.form not in (Form.DIGITS, Form.WORDS):
        return amount
    unit, last = _unit(scan, amount, numeral)
    if last < 0:
        return amount
    factor = unit.factor if unit is not None else Decimal(1)
    middle, spread = amount.low if unit is amount.unit else amount.low * factor, numeral.value * factor
    apart = place[0] > amount.last
    if apart:
        scan.block(place[0], last)
    return evolve(
        amount,
        last=amount.last if apart else last,
        end=amount.end if apart else numeral.last,
        low=_plain(middle - spread),
        high=_plain(middle + spread),
        modifier=Modifier.RANGE,
        precision=min(amount.precision, numeral.precision * factor),
        numerals=(amount.numerals[0], numeral),
        unit=unit,
    )


def _plain(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _unit(scan: Scan, amount: Amount, numeral: Numeral) -> tuple[UnitWord | None, int]:
    """The unit of the whole and the token after the tolerance; -1 where the two do not fit each other."""
    unit = amount.unit
    suffix = unit_after(scan, numeral, numeral.last)
    if suffix is None:
        return unit, numeral.last
    other = suffix[0]
    if unit is None:
        return (other, other.last) if amount.last <= numeral.first <= amount.last + 4 else (None, -1)
    if unit.unit == other.unit or (unit.cls is UnitClass.PERCENT and other.cls is UnitClass.POINTS):
        return unit, other.last
    return None, -1
