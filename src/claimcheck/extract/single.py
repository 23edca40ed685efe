"""Amounts of one that only an article gives: "over a decade", "about a mile", "a year and a half"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract import modifiers
from claimcheck.extract.amounts import Amount, tidy
from claimcheck.extract.numerals import Form, Numeral, is_hyphen
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.unit_parts import part_after
from claimcheck.extract.units import UnitClass, suffix_unit
from claimcheck.records import Modifier

__all__ = ["bounds_of", "read_singles"]

_ARTICLES = frozenset({"a", "an"})
_HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
# A half-year is a part of the calendar, a half-day one of the working hours, a half-degree one of a title.
_UNHALVED = frozenset({"year", "month", "week", "day", "working", "degree", "bar"})
_NOT_HALVED = frozenset(
    {"first", "second", "other", "latter", "every", "each", "per", "and", "-", "the", "this", "that", "last", "next"}
)


def bounds_of(value: Decimal, modifier: Modifier) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a value with a modifier allows, as written."""
    low = None if modifier in (Modifier.AT_MOST, Modifier.LESS_THAN) else value
    high = None if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.VAGUE) else value
    return low, high


def _halves(scan: Scan, cls: UnitClass) -> list[Amount]:
    """Half and quarter units without an article between: "a half-litre bottle", "half a" left to the number reader."""
    found: list[Amount] = []
    for at in scan.where(_HALVES.keys()):
        hyphened = is_hyphen(scan, at + 1)
        unit = suffix_unit(scan, at + 2 if hyphened else at + 1)
        if unit is None or unit.cls is not cls or scan.norm(unit.first) in _UNHALVED or scan.taken[at]:
            continue
        if scan.norm(unit.last - 1).endswith("s") or scan.norm(at - 1) in _NOT_HALVED:
            continue
        core = at - 1 if scan.norm(at - 1) in ("a", "an") and not scan.taken[at - 1] else at
        if core == at and not hyphened and scan.norm(at) == "quarter":
            continue
        first, bounds = modifiers.before(scan, core, None, unit)
        modifier = modifiers.combine(bounds).modifier or Modifier.EXACT
        value, precision = tidy(_HALVES[scan.norm(at)] * unit.factor), tidy(Decimal("0.1") * unit.factor)
        low, high = bounds_of(value, modifier)
        numeral = Numeral(at, unit.first, value, precision, Form.FRACTION)
        found.append(
            Amount(first, unit.last, core, unit.first, low, high, modifier, precision, (numeral,), unit, hyphened)
        )
    return found


def read_singles(scan: Scan, cls: UnitClass) -> list[Amount]:
    """All free amounts of an article and a unit of class ``cls`` in the singular, with what bounds them.

    ``first`` equals ``core`` where nothing before it bounds it: then whether it is an amount at all depends on more.
    """
    found: list[Amount] = []
    tokens, taken = scan.tokens, scan.taken
    if not scan.vocabulary.isdisjoint(_HALVES):
        found += _halves(scan, cls)
    for at in scan.where(_ARTICLES):
        if at + 1 == len(tokens) or taken[at] or tokens[at + 1].kind is not TokenKind.WORD:
            continue
        here = at + 2 if scan.norm(at + 1) in ("full", "whole", "mere", "single") else at + 1
        unit = suffix_unit(scan, here)
        if unit is None or unit.cls is not cls or taken[here] or tokens[unit.last - 1].norm.endswith(("s", "ies")):
            continue
        last, value, precision = unit.last, Decimal(1), Decimal(1)
        if (part := part_after(scan, last)) is not None:
            value, precision, last = value + part[0], Decimal("0.1"), part[1]
        if is_hyphen(scan, last):
            continue
        first, bounds = modifiers.before(scan, at, None, unit)
        trailing = modifiers.after(scan, last)
        if trailing is not None:
            last = trailing[0]
            bounds = [*bounds, trailing[1]]
        modifier = modifiers.combine(bounds).modifier or Modifier.EXACT
        value, precision = tidy(value * unit.factor), tidy(precision * unit.factor)
        low, high = bounds_of(value, modifier)
        numeral = Numeral(at, here, value, precision, Form.WORDS)
        notes = (unit.ambiguous,) if unit.ambiguous else ()
        found.append(
            Amount(
                first,
                last,
                at,
                here,
                low,
                high,
                modifier,
                precision,
                (numeral,),
                unit,
                False,
                0.7 if unit.ambiguous else 1.0,
                notes,
            )
        )
    return found
