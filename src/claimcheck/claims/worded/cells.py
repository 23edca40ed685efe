"""Figures of tables in words: the label as it is written, with the caption's thing or the column before it."""

from __future__ import annotations

from functools import lru_cache

from attrs import define, field

from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.measured.cells import captioned, label_text, numbered
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.worded.surface import joined, word_set
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind
from claimcheck.segment.model import Cell

__all__ = ["Columns", "spelled_label"]

_WHOLE = 2  # words of a label that says enough by itself


def spelled_label(cell: Cell, what: Measured, heading: str) -> str:
    """The words of a label as the table writes them: "mines destroyed", which are compared as "mine destroy"; a header
    that is read itself is ``heading``.
    """
    forms: dict[str, str] = {}
    for label in (cell.caption, cell.row_label, cell.column_label, heading):
        forms.update(_forms(label))
    return " ".join(forms.get(word, word) for word in (what.label or what.measure).split())


@lru_cache(4096)
def _forms(label: str) -> dict[str, str]:
    """The words of a label by their lemmas."""
    return {lemma(word): word for word in label_text(label)}


@define
class Columns:
    """What the columns of a table told of so far, for those that leave their noun out."""

    _table: int = field(init=False, default=-1)
    _things: str = field(init=False, default="")

    def completed(self, cell: Cell, mention: Mention, text: str) -> str:
        """A label of one word with what it is of: "girls" with "vaccinated", "mine countermeasures" with "vessels"."""
        if cell.table != self._table:
            self._table, self._things = cell.table, ""
        words = text.split()
        if not words:
            return text
        if cell.header:
            return joined([*_thing_of(cell), *words]) if len(words) == 1 else text
        if len(words) == 1 and words[0].endswith("ed") and verb_lemma(words[0]) != words[0]:
            return joined([*self._things.split(), *words])
        if mention.kind is Kind.COUNT:
            self._things = text
        if len(words) >= _WHOLE or mention.kind in {Kind.RANK, Kind.DATE, Kind.PERIOD}:
            return text
        return joined([*_thing_of(cell), *words])


def _thing_of(cell: Cell) -> list[str]:
    """The noun phrase that a caption opens with, if it names something: "mine countermeasures at a glance"."""
    words = captioned(cell).split() if numbered(cell) else []
    end = next((k for k, word in enumerate(words) if word in grammar().closed), len(words))
    phrase = words[:end]
    if not phrase or len(phrase) > _WHOLE or lemma(phrase[-1]) in word_set("overviews"):
        return []
    return phrase
