"""Bounds behind what a figure counts or measures: "50 people or more", "40 metres tall, give or take"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.extract import modifiers
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Modifier, Quantity

__all__ = ["bound_behind"]

_BEHIND = frozenset({"or", "and", "at", ",", "if", "give"})
_LIMITS = frozenset({"maximum", "minimum", "max", "min"})
_FUNCTION = frozenset(load_table("counting")["function"]["words"])
_NOUN = 4  # words of the noun and what describes it


def bound_behind(scan: Scan, last: int, quantity: Quantity) -> Quantity:
    """The quantity with a bound that stands behind the noun or adjective which begins at ``last``."""
    if quantity.modifier is not Modifier.EXACT:
        return quantity
    for at in range(last + 1, min(last + _NOUN, len(scan.tokens))):
        found = modifiers.after(scan, at)
        if found is not None and (scan.norm(at) in _BEHIND or _closes(scan, at, found[0])):
            modifier = found[1].modifier
            if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
                return evolve(quantity, high=None, modifier=modifier)
            if modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
                return evolve(quantity, low=None, modifier=modifier)
            return evolve(quantity, modifier=modifier or Modifier.EXACT)
        if scan.norm(at - 1) in _FUNCTION or scan.tokens[at - 1].kind is not TokenKind.WORD:
            break
    return quantity


def _closes(scan: Scan, at: int, last: int) -> bool:
    """Whether a limit closes the phrase of a counted noun: "20 seats maximum", not "20, max: 50"."""
    return scan.norm(at) in _LIMITS and scan.tokens[at - 1].kind is TokenKind.WORD and scan.norm(last) != ":"
