"""The second end of a range: 30-40, $4 to 5 billion, between 3 and 5, 30 or 40, 1,120-50."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.extract import modifiers
from claimcheck.extract.numerals import Form, Numeral, is_hyphen, read_numeral
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind, split
from claimcheck.extract.units import UnitClass, UnitWord, prefix_unit, unit_after
from claimcheck.lexicon import load_table

__all__ = ["Range", "second_end"]

_DASHES = frozenset("-‐‑–−")
_TO = frozenset({"to", "through", "till", "thru"})

#: The second number, the unit, the token after the number and after the unit, whether a hyphen joins them, the first.
Range = tuple[Numeral, UnitWord | None, int, int, bool, Numeral]


def second_end(scan: Scan, core: int, low: Numeral, unit: UnitWord | None, last: int, prefixed: bool) -> Range | None:
    """The second end of a range whose first ends before ``last``: 30-40, $4 to 5 billion, between 3 and 5."""
    tokens = scan.tokens
    if last >= len(tokens) - 1 or scan.taken[last]:
        return None
    word = tokens[last].norm
    opening = _opening(scan, core)
    suspended = _suspended(scan, last)
    if suspended is not None:
        word, last = suspended
    elif word == "~":
        if not (tokens[last].glued and tokens[last + 1].glued):
            return None
    elif word in _DASHES or word == "—":
        spaced = not tokens[last].glued and not tokens[last + 1].glued
        if not is_hyphen(scan, last) and not (spaced and word != "—"):
            return None
        if word == "—" and not is_hyphen(scan, last):
            return None
    elif word in _TO:
        if opening == "from" and modifiers.changes(scan, core - 1):
            return None
    elif word == "and":
        if opening != "between":
            return None
    elif word != "or":
        return None
    at = _unhedged(scan, last + 1) if word in _TO or word == "and" else last + 1
    if at > last + 1 and not opening and (scan.norm(core - 1) == "by" or modifiers.changes(scan, core)):
        return None
    prefix = prefix_unit(scan, at)
    if prefix is not None:
        if unit is not None and (prefix.unit != unit.unit or not prefixed):
            return None
        at = prefix.last
    high = read_numeral(scan, at, money=prefixed or prefix is not None)
    if high is None or high.form is Form.ORDINAL or high.first != at:
        return None
    if (low.form is Form.VAGUE) != (high.form is Form.VAGUE):
        return None
    if high.last < len(tokens) - 1 and is_hyphen(scan, high.last) and word in _DASHES:
        if tokens[high.last + 1].kind is TokenKind.NUMBER:
            return None  # three numbers joined: a date, a code, a formation
    suffix = unit_after(scan, high, high.last)
    end, final, hyphenated = high.last, high.last, False
    chosen = unit or prefix
    if suffix is not None:
        other, joined = suffix
        if chosen is None or (other.unit == chosen.unit and other.factor == chosen.factor):
            chosen, hyphenated, final = (other if chosen is None else chosen), joined, other.last
        elif other.cls is chosen.cls is UnitClass.MONEY and prefixed:
            final = other.last
        else:
            return None
    elif unit is not None and not prefixed:
        return None
    elif is_hyphen(scan, high.last):
        hyphenated = True
    if high.scaled and not low.scaled and low.form is not Form.VAGUE and high.scale:
        if abs(low.value) <= abs(high.value / high.scale):
            low = evolve(low, value=low.value * high.scale, precision=low.precision * high.scale, scale=high.scale)
    if high.value < low.value < 0 and chosen is not None:
        low, high = evolve(low, value=high.value), evolve(high, value=low.value)
    if high.value <= low.value and low.form is not Form.VAGUE:
        grown = _completed(scan, low, high, chosen is not None)
        if grown is None:
            return None
        high = grown
    if word == "or" and high.value > 10 * max(low.value, Decimal(1)):
        return None
    if word == "to" and opening not in ("from", "between") and _level_after(scan, core, low, high):
        return None
    return high, chosen, end, final, hyphenated, low


def _suspended(scan: Scan, at: int) -> tuple[str, int] | None:
    """The joining word, and its token, of hyphens that wait for their noun: "8- to 16-metre", "six-to-nine"."""
    tokens = scan.tokens
    if tokens[at].norm not in _DASHES or not tokens[at].glued or at + 2 >= len(tokens) or scan.taken[at + 1]:
        return None
    word, hyphened = scan.norm(at + 1), is_hyphen(scan, at + 2)
    if word not in ("to", "or") or tokens[at + 1].glued != hyphened:
        return None
    return word, at + 2 if hyphened else at + 1


@cache
def _hedges() -> tuple[tuple[str, ...], ...]:
    rows = [tuple(token.norm for token in split(row)) for row in load_table("modifiers")["range"]["hedges"]]
    return tuple(sorted(rows, key=len, reverse=True))


def _unhedged(scan: Scan, at: int) -> int:
    """The token after what hedges the second end of a range: "between 20 and about 30"."""
    for phrase in _hedges():
        if scan.norm(at) == phrase[0] and all(scan.norm(at + i) == word for i, word in enumerate(phrase)):
            return at + len(phrase)
    return at


def _opening(scan: Scan, core: int) -> str:
    """ "between" or "from" right before the figure or its modifiers."""
    first, _ = modifiers.before(scan, core)
    for at in (core - 1, first - 1):
        if scan.norm(at) in ("between", "from"):
            return scan.norm(at)
    return ""


def _level_after(scan: Scan, core: int, low: Numeral, high: Numeral) -> bool:
    """Whether "A to B" is a change by A to the level of B: "rose 20 to 139"."""
    before = scan.norm(core - 1)
    return high.value > 3 * abs(low.value) and (before == "by" or modifiers.changes(scan, core))


def _completed(scan: Scan, low: Numeral, high: Numeral, has_unit: bool) -> Numeral | None:
    """The second end with the digits that it leaves to the first: 1,120-50 is 1,120 to 1,150."""
    written = scan.norm(high.first)
    if high.scaled or low.scaled or high.last - high.first != 1 or not written.isdecimal() or len(written) < 2:
        return None
    if low.value != low.value.to_integral_value() or not (low.value >= 1000 or (has_unit and low.value >= 100)):
        return None
    step = Decimal(10) ** len(written)
    value = low.value - low.value % step + high.value
    if step > low.value or value <= low.value:
        return None
    return evolve(high, value=value, confidence=0.8, notes=(f"{written} is read as {value}",))
