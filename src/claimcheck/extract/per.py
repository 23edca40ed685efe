"""What a rate is per, in one spelling for all ways to write it: "per hour", "an hour", "/h"; "per capita", "a head"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import frozen

from claimcheck.extract.numerals import Form, read_numeral
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass, UnitWord, suffix_unit
from claimcheck.lexicon import load_table

__all__ = ["Per", "fuse", "read_per", "time_unit"]

_FUSED = frozenset(("second", "minute", "hour"))
_KEPT_APART = frozenset(("degree_Celsius", "degree_Fahrenheit"))
_PHYSICAL = (UnitClass.TIME, UnitClass.MEASURE)


@frozen
class Per:
    """A denominator that ends before token ``last``: its text for ``Quantity.per``, and its unit where it is one."""

    text: str
    last: int
    unit: str | None = None


@cache
def _nouns() -> dict[str, str]:
    return {surface: name for name, surfaces in load_table("rates")["nouns"].items() for surface in surfaces}


@cache
def _stops() -> frozenset[str]:
    return frozenset(load_table("rates")["stops"])


@cache
def _symbols() -> dict[str, str]:
    return dict(load_table("rates")["symbols"])


def read_per(scan: Scan, at: int) -> Per | None:
    """The denominator that begins at token ``at``, or None: after "per" or a stroke, or an article and a unit."""
    word = scan.norm(at)
    if word == "per":
        return _after_per(scan, at + 1)
    if word == "/" and at + 1 < len(scan.tokens):
        count = read_numeral(scan, at + 1) if scan.tokens[at + 1].kind is TokenKind.NUMBER else None
        unit = suffix_unit(scan, at + 1 if count is None else count.last)
        if unit is not None and unit.cls in _PHYSICAL:
            return _of(unit, Decimal(1) if count is None else count.value)
        token = scan.tokens[at + 1]
        if token.glued and (name := _symbols().get(token.text)) is not None:
            return Per(name, at + 2, name)
        return None
    if word in ("a", "an", "each", "every"):
        unit = suffix_unit(scan, at + 1)
        if unit is not None and unit.cls in _PHYSICAL and not scan.norm(at + 1).endswith("s"):
            return _of(unit)
        if word in ("each", "every") and (numeral := read_numeral(scan, at + 1)) is not None:
            unit = suffix_unit(scan, numeral.last)
            whole = numeral.form in (Form.DIGITS, Form.WORDS) and unit is not None and unit.cls in _PHYSICAL
            return _of(unit, numeral.value) if whole and unit is not None else None
        at += scan.norm(at + 1) == "-"  # "$70-a-share"
        noun = scan.norm(at + 1)
        if noun in _articled():
            return Per(_nouns().get(noun, noun), at + 2)
    return None


@cache
def _articled() -> frozenset[str]:
    return frozenset(load_table("rates")["articled"])


def _after_per(scan: Scan, at: int) -> Per | None:
    at += scan.norm(at) == "-" == scan.norm(at - 2)  # "$64-per-share"
    at += scan.norm(at) == "single"  # "per single journey"
    count, here = Decimal(1), at
    numeral = read_numeral(scan, at)
    if numeral is not None and numeral.form in (Form.DIGITS, Form.WORDS):
        count, here = numeral.value, numeral.last
    unit = suffix_unit(scan, here)
    if unit is not None and unit.cls in _PHYSICAL:
        return _of(unit, count)
    counted = Per(_number(count), here) if here > at else None
    if here >= len(scan.tokens) or scan.tokens[here].kind is not TokenKind.WORD or scan.taken[here]:
        return counted
    words, last = [scan.norm(here)], here + 1
    if words[0] in _symbols() and words[0] in ("annum", "diem"):
        name = _symbols()[words[0]]
        return Per(name, last, name)
    if words[0] in _stops():
        return counted
    second = scan.norm(last)
    if count > 1 and not words[0].endswith("s") and second.endswith("s") and second not in _stops():
        words.append(second)
        last += 1
    if words[0] not in _nouns():
        ahead = _described(scan, last)  # "per primary school pupil"
        if ahead > last:
            words, last = [scan.norm(ahead - 1)], ahead
    phrase = " ".join(words)
    noun = _nouns().get(phrase, phrase)
    return Per(f"{_number(count)} {noun}" if count != 1 else noun, last)


def _described(scan: Scan, at: int) -> int:
    """Where the noun ends that words describing it, from ``at`` on, come before; or ``at``."""
    for here in range(at, min(at + 2, len(scan.tokens))):
        word = scan.norm(here)
        if scan.tokens[here].kind is not TokenKind.WORD or word in _stops() or scan.taken[here]:
            return at
        if word in _nouns() and not word.endswith("s"):
            return here + 1
    return at


def _of(unit: UnitWord, count: Decimal = Decimal(1)) -> Per:
    whole = count * unit.factor
    return Per(unit.unit, unit.last, unit.unit) if whole == 1 else Per(f"{_number(whole)} {unit.unit}", unit.last)


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def fuse(unit: str, per: Per) -> str | None:
    """The unit of a speed or flow, as one pint string, where the denominator is a second, minute or hour."""
    if per.unit in _FUSED and unit not in _KEPT_APART and "/" not in unit:
        return f"{unit} / {per.unit}"
    return None


def time_unit(scan: Scan, at: int) -> UnitWord | None:
    """The unit of time that begins at token ``at``, or None."""
    unit = suffix_unit(scan, at)
    return unit if unit is not None and unit.cls is UnitClass.TIME else None
