"""What a setting's name makes of its value: "`idle_timeout` (`30m`)" in minutes, "`mailbox_quota` is 2147483648" in
bytes.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

import regex
from attrs import evolve

from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Quantity
from claimcheck.segment.model import Cell

__all__ = ["in_bytes", "in_minutes", "with_setting_unit"]

_REACH = 70
# The name, what may stand between it and its value ("is", ": ", " (default "), and the value's own marks.
_NAMED = regex.compile(
    r"(?<![\w.-])([A-Za-z]\w*(?:[_.-]\w+)+|`[a-z]\w*`)[`\"']*"
    r"(?:\s*[:=(]|\s+(?:is|are|of|to|at|from|defaults\s+to|is\s+set\s+to|\(default:?))?\s*[`\"'(]*$"
)
_MINUTES = regex.compile(r"\d+m")
_PIECE = regex.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_BLOCK = 1024
_LEAST, _MOST = 1 << 16, 1 << 60  # bytes; a smaller multiple may well be a count


def with_setting_unit(mention: Mention, text: str, cell: Cell | None) -> Mention:
    """The mention in minutes or in bytes where the setting named before it, or by its row, is of a time or a size."""
    quantity = mention.quantity
    if quantity is None or not (_may_be_minutes(mention, quantity, text) or _may_be_bytes(mention, quantity)):
        return mention
    if cell is not None:
        words = _words(cell.row_label)
    else:
        named = _NAMED.search(text, max(0, mention.span.start - _REACH), mention.span.start)
        words = _words(named[1]) if named is not None else frozenset()
    return in_minutes(mention, text, words) if quantity.unit else in_bytes(mention, words)


def in_minutes(mention: Mention, text: str, words: frozenset[str]) -> Mention:
    """The mention "15m" in minutes where a label of these words is of a time."""
    quantity = mention.quantity
    if quantity is None or not _may_be_minutes(mention, quantity, text) or _named("times").isdisjoint(words):
        return mention
    return evolve(mention, kind=Kind.DURATION, quantity=evolve(quantity, unit="minute", precision=Decimal(1)))


def in_bytes(mention: Mention, words: frozenset[str]) -> Mention:
    """The mention in bytes where a label of these words is of a size, and the number is one of computers."""
    quantity = mention.quantity
    if quantity is None or not _may_be_bytes(mention, quantity) or _named("sizes").isdisjoint(words):
        return mention
    return evolve(mention, kind=Kind.MEASURE, quantity=evolve(quantity, unit="byte"))


def _may_be_minutes(mention: Mention, quantity: Quantity, text: str) -> bool:
    if mention.kind is not Kind.MEASURE or quantity.unit != "meter":
        return False
    return _MINUTES.fullmatch(mention.span.cover(text)) is not None


def _may_be_bytes(mention: Mention, quantity: Quantity) -> bool:
    if mention.kind is not Kind.COUNT or quantity.unit is not None or quantity.per is not None:
        return False
    low = quantity.low
    return low is not None and low == quantity.high and _LEAST <= low <= _MOST and low % _BLOCK == 0


@lru_cache(4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _PIECE.findall(name))


@cache
def _named(what: str) -> frozenset[str]:
    return frozenset(load_table("table_headers")[what])
