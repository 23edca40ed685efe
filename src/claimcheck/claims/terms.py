"""The content words around a figure, by which the next stage tells whether two sentences speak of one thing."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.measured.cells import label_words
from claimcheck.claims.reading import Reading
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon.remember import remembered
from claimcheck.segment.model import Cell, Segments, Unit

__all__ = ["Rows", "terms_of"]

_LONGEST_ROW = 40
_WORD = TokenKind.WORD


@define
class Rows:
    """The words of each table row: what stands beside a figure explains it ("max_size | 16 | limit on …")."""

    segments: Segments
    _table: int = field(init=False, default=-1)
    _words: dict[int, tuple[str, ...]] = field(init=False, factory=dict)

    def of(self, unit: Unit, cell: Cell) -> tuple[str, ...]:
        """The content lemmas of the row of a unit's cell, itself included; known for one table at a time."""
        if self._table != cell.table:
            gathered: dict[int, list[str]] = {}
            text = self.segments.document.text
            for one in self.segments.units.of_table(unit):
                if one.cell is not None and not one.cell.header:
                    row = gathered.setdefault(one.cell.row, [])
                    if len(row) < _LONGEST_ROW:
                        row.extend(label_words(one.span.cover(text)))
            self._table = cell.table
            self._words = {key: tuple(dict.fromkeys(words)) for key, words in gathered.items()}
        return self._words.get(cell.row, ())


@remembered
def _named(norm: str) -> str:
    """A content word as it stands; the empty string for other words."""
    table = grammar()
    return "" if len(norm) < 2 or norm in table.closed or norm in table.adverbs else norm.removesuffix("'s")


@remembered
def _done(norm: str) -> str:
    return verb_lemma(_named(norm))


@remembered
def _called(norm: str) -> str:
    return lemma(_named(norm))


# By its tag, what a content word is told by: the lemma of a verb, of a noun or adjective, a name as it stands.
_TOLD_BY = {"V": _done, "G": _done, "N": _called, "A": _called, "-": _called, ".": _called, "S": _called, "Z": _named}


def terms_of(reading: Reading, rows: Rows) -> tuple[str, ...]:
    """Content lemmas of the sentence, of a table cell's labels and row, and of what a remark is on; once each."""
    marked = zip(reading.tokens, reading.norms, reading.tags, strict=True)
    found: dict[str, None] = dict.fromkeys(
        [_TOLD_BY[mark](norm) for token, norm, mark in marked if mark in _TOLD_BY and token.kind is _WORD]
    )
    found.pop("", None)
    for words in _beside(reading, rows):
        found.update(dict.fromkeys(words))
    return tuple(found)


def _beside(reading: Reading, rows: Rows) -> Iterable[Iterable[str]]:
    if reading.unit.label:
        yield label_words(reading.unit.label)
    cell = reading.unit.cell
    if cell is not None:
        yield from (label_words(label) for label in (cell.row_label, cell.column_label, cell.caption))
        yield rows.of(reading.unit, cell)
