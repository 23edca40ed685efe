"""What a label makes of a bare number or of a letter for a unit: "Minimum age | 18", "idle_timeout | 15m"."""

from __future__ import annotations

from functools import cache, lru_cache

import regex
from attrs import evolve

from claimcheck.claims.setting_units import in_minutes
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind
from claimcheck.segment.model import Cell

__all__ = ["with_named_unit"]

_WORD = regex.compile(r"[^\W\d_]+")
_OLDEST = 120


def with_named_unit(mention: Mention, cell: Cell, text: str) -> Mention:
    """The mention as an age where its row is of an age, and "15m" in minutes where its row is of a time."""
    quantity = mention.quantity
    if quantity is None or cell.header:
        return mention
    if mention.kind is Kind.COUNT and quantity.unit is None:
        bare = quantity.low is not None and 0 < quantity.low <= _OLDEST and quantity.low == quantity.low.to_integral()
        if bare and _is_age(_words(cell)):
            return evolve(mention, kind=Kind.AGE, quantity=evolve(quantity, unit="year"))
    return in_minutes(mention, text, frozenset(_words(cell)))


def _words(cell: Cell) -> tuple[str, ...]:
    return (*_lowered(cell.row_label), *_lowered(cell.column_label))


@lru_cache(4096)
def _lowered(label: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(label))


def _is_age(words: tuple[str, ...]) -> bool:
    """Whether a label is of somebody's age: "Minimum age of riders", "Age", not "Age group 20 to 24, cases"."""
    return any(
        word == "age" and not _grouped().intersection(words[at + 1 : at + 2]) and _grouped().isdisjoint(words[:at])
        for at, word in enumerate(words)
    )


@cache
def _grouped() -> frozenset[str]:
    return frozenset(load_table("table_headers")["age_groups"])
