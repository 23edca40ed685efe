"""How many times something happened in one word: "won the cup twice", "has twice refused"."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find"]

_DATA: dict[str, Any] = load_table("frequencies")
_TIMES = {word: Decimal(value) for word, value in _DATA["times"].items() if value > 1}
_WORDS = frozenset(_TIMES)
_ENDS = frozenset(_DATA["told"]["ends"])
_AUXILIARIES = frozenset(_DATA["told"]["auxiliaries"])
_IDIOMS = frozenset(_DATA["told"]["idioms"])
_BACK = 4  # tokens


def find(scan: Scan) -> None:
    """Take "twice" and "thrice" where they end their phrase or stand between an auxiliary and its verb."""
    for at in scan.where(_WORDS):
        if scan.taken[at] or at == 0 or scan.tokens[at - 1].kind is not TokenKind.WORD:
            continue
        if any(scan.norm(back) in _IDIOMS for back in range(max(at - _BACK, 0), at)):
            continue
        after = scan.tokens[at + 1] if at + 1 < len(scan.tokens) else None
        ended = after is None or (after.kind is TokenKind.PUNCT and not after.glued) or after.norm in _ENDS
        ended = ended or (after is not None and after.text in ".,;:!?)")
        between = scan.norm(at - 1) in _AUXILIARIES and after is not None and after.norm.endswith(("ed", "en"))
        if ended or between:
            value = _TIMES[scan.norm(at)]
            quantity = Quantity(value, value, None, Modifier.EXACT, Decimal(1))
            scan.take(Kind.COUNT, at, at + 1, quantity=quantity, core=at, confidence=0.8)
