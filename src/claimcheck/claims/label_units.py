"""What a label makes of a bare number or of a letter for a unit: "Minimum age | 18", "idle_timeout | 15m"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import regex
from attrs import evolve

from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind
from claimcheck.segment.model import Cell

__all__ = ["with_named_unit"]

_WORD = regex.compile(r"[^\W\d_]+")
_MINUTES = regex.compile(r"\d+m")
_OLDEST = 120


def with_named_unit(mention: Mention, cell: Cell, text: str) -> Mention:
    """The mention as an age where its row is of an age, and "15m" in minutes where its row is of a time."""
    quantity = mention.quantity
    if quantity is None or cell.header:
        return mention
    words = [word.lower() for label in (cell.row_label, cell.column_label) for word in _WORD.findall(label)]
    if mention.kind is Kind.COUNT and quantity.unit is None:
        bare = quantity.low is not None and 0 < quantity.low <= _OLDEST and quantity.low == quantity.low.to_integral()
        if bare and _is_age(words):
            return evolve(mention, kind=Kind.AGE, quantity=evolve(quantity, unit="year"))
    elif mention.kind is Kind.MEASURE and quantity.unit == "meter" and _MINUTES.fullmatch(mention.span.cover(text)):
        if not _times().isdisjoint(words):
            minute = evolve(quantity, unit="minute", precision=Decimal(1))
            return evolve(mention, kind=Kind.DURATION, quantity=minute)
    return mention


def _is_age(words: list[str]) -> bool:
    """Whether a label is of somebody's age: "Minimum age of riders", "Age", not "Age group 20 to 24, cases"."""
    return any(
        word == "age" and not _grouped().intersection(words[at + 1 : at + 2]) and _grouped().isdisjoint(words[:at])
        for at, word in enumerate(words)
    )


@cache
def _grouped() -> frozenset[str]:
    return frozenset(load_table("table_headers")["age_groups"])


@cache
def _times() -> frozenset[str]:
    return frozenset(load_table("table_headers")["times"])
