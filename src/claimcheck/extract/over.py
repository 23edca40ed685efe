""" "Over" before a length of time or an area: a bound ("took over three years"), or during and across it.

"Held over three days" says how long; "stretches over 40 hectares" how large, and no more.
"""

from __future__ import annotations

from functools import cache

from claimcheck.extract.number_words import SCALES
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.unit_index import UnitClass
from claimcheck.extract.unit_parts import ends_unit
from claimcheck.extract.units import UnitWord
from claimcheck.lexicon import load_table

__all__ = ["bounds_from_above"]

# After a length of time: how far apart, or how old, something is.
_SET_APART = frozenset(
    {"ago", "old", "later", "long", "late", "early", "earlier", "before", "after", "ahead", "behind"}
)
_AREAS = frozenset({"hectare", "acre", "are"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("modifiers")["over"][key])


def bounds_from_above(scan: Scan, at: int, unit: UnitWord | None) -> bool | None:
    """Whether "over" at ``at`` bounds the figure of ``unit`` after it; None where the unit does not tell."""
    if unit is None:
        return None
    before = scan.norm(at - 1)
    if unit.cls is UnitClass.TIME:
        if before in _words("lasting"):
            return True
        during = before in _words("during") or before in _words("across") or _figure(scan, at - 1)
        return False if during and scan.norm(unit.last) not in _SET_APART else None
    if unit.unit.endswith("** 2") or unit.unit in _AREAS:
        return False if before in _words("across") else None
    return None


def _figure(scan: Scan, at: int) -> bool:
    """Whether a figure ends at ``at``: "€3 million over five years", "30% over two days"."""
    if at < 1:
        return False
    token = scan.tokens[at]
    if token.kind is TokenKind.NUMBER or token.text in "%€$£" or token.norm in SCALES:
        return True
    counted = scan.tokens[at - 1].kind is TokenKind.NUMBER or scan.norm(at - 1) in SCALES
    return counted and (ends_unit(token.norm) or token.norm in _words("shares"))
