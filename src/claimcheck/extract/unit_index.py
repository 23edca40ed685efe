"""The spellings of units: which tokens name which entry of the tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from attrs import evolve, frozen

from claimcheck.extract.tokens import split
from claimcheck.lexicon import load_table

__all__ = ["Entry", "Index", "UnitClass", "folded", "indexes"]

#: The tables that name units, in order of precedence.
TABLES = ("currencies", "shares", "units", "time_units")


class UnitClass(StrEnum):
    """The kinds of unit that decide what kind of claim a figure is."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    MEASURE = "measure"
    TIME = "time"


@frozen
class Entry:
    """A unit of the tables; ``alternatives`` are the other entries that share the spelling.

    A ``contextual`` spelling is a unit only in a document that names a place of it, or a sentence with one of ``cues``.
    """

    unit: str
    cls: UnitClass
    factor: Decimal
    ambiguous: str
    alternatives: tuple[str, ...] = ()
    contextual: bool = False
    cues: frozenset[str] = frozenset()


# First token → rows of all tokens, whether each must be glued to the one before it, and what they mean.
_Row = tuple[tuple[str, ...], tuple[bool, ...], Entry]
Index = dict[str, list[_Row]]


def folded(text: str) -> str:
    """A token's text with superscripts and signs folded but its case kept."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _pieces(spelling: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The tokens of a spelling, with case, and which of them are glued to the one before."""
    tokens = split(spelling)
    return tuple(folded(token.text) for token in tokens), tuple(token.glued for token in tokens)


def _powers(symbol: str) -> Iterator[str]:
    yield symbol
    for glyph, digit in (("²", "2"), ("³", "3")):
        if glyph in symbol:
            yield symbol.replace(glyph, digit)
            yield symbol.replace(glyph, "^" + digit)
            yield symbol.replace(glyph, "**" + digit)


def _add(index: Index, spelling: str, entry: Entry, *, fold: bool = False, loose: bool = False) -> None:
    """Enter a spelling; ``fold`` matches any case, ``loose`` allows spaces where the spelling has none."""
    pieces, glues = _pieces(spelling)
    if not pieces:
        return
    if fold:
        pieces = tuple(piece.lower() for piece in pieces)
    if loose:
        glues = (False,) * len(pieces)
    rows = index.setdefault(pieces[0], [])
    for at, (known, joins, first) in enumerate(rows):
        if known == pieces:
            if first.unit != entry.unit and first.cls is entry.cls and entry.unit not in first.alternatives:
                others = (*first.alternatives, entry.unit)
                rows[at] = (known, joins, evolve(first, alternatives=others))
            return
    rows.append((pieces, glues, entry))


@cache
def indexes() -> tuple[Index, Index, Index]:
    """Spellings by first token: prefixes (exact), symbols (exact), words (folded); the longest first."""
    prefixes: Index = {}
    symbols: Index = {}
    words: Index = {}
    for name in TABLES:
        for row in load_table(name)["unit"]:
            entry = _entry(row)
            for spelling in row.get("prefix", ()):
                _add(prefixes, spelling, entry)
            for spelling in row.get("symbols", ()):
                for variant in _powers(spelling):
                    _add(symbols, variant, entry, loose=True)
            contextual = frozenset(row.get("contextual", ()))
            for spelling in row.get("words", ()):
                entry = evolve(entry, contextual=spelling in contextual)
                for variant in (spelling, spelling + "s"):
                    _add(words, variant, entry, fold=True, loose=True)
    for index in (prefixes, symbols, words):
        for rows in index.values():
            rows.sort(key=lambda item: -len(item[0]))
    return prefixes, symbols, words


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        row["unit"],
        UnitClass(row["cls"]),
        Decimal(row.get("factor", "1")),
        row.get("ambiguous", ""),
        tuple(row.get("shared", ())),
        cues=frozenset(row.get("cues", ())),
    )
