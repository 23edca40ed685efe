"""Tables whose columns are of one thing each, so that the rows say what is measured: "| | X2 | X2 Pro |"."""

from __future__ import annotations

from functools import lru_cache

import regex

from claimcheck.claims.places import place_names
from claimcheck.claims.shapes import known_word
from claimcheck.lexicon import default, load_table
from claimcheck.records import Document
from claimcheck.segment.model import Cell

__all__ = ["owner_of_column"]

_TAG = regex.compile(r"<[^>]*>|[*`_]+(?=\b|\W|$)|\[\^?[^\]]*\]")
_BRACKET = regex.compile(r"\([^)]*\)")
_WORD = regex.compile(r"[\p{L}][\p{L}\p{M}\p{N}'’-]*")
_MODEL = regex.compile(r"(?=.*\d)(?=.*\p{Lu})[\p{L}\d-]{2,12}")
_LONGEST = 4  # words of a name that heads a column
_LETTERS = 4  # of a strange word


def owner_of_column(cell: Cell, document: Document) -> str:
    """What the figures of a cell's column are of, where its header names it and its row a measure, or nothing."""
    if cell.header or cell.column == 0 or not _of_measures(cell.row_label, cell.corner):
        return ""
    sections = document.sections
    title = document.title or (sections[0].title if sections else "")
    return _owner(cell.column_label, f"{title} {cell.caption}")


@lru_cache(1024)
def _of_measures(row: str, corner: str) -> bool:
    """Whether the rows of a table are measures: their label is of ordinary words, and no corner says otherwise."""
    above = {word.lower() for word in _WORD.findall(_TAG.sub("", corner))}
    if above and above.isdisjoint(load_table("table_headers")["measure_rows"]):
        return False
    label = _TAG.sub("", _BRACKET.sub("", row)).strip()
    words = [word.lower() for word in _WORD.findall(label)]
    if not words or label in place_names() or default().canonical(label) is not None:
        return False
    return all(known_word(word.removesuffix("'s")) or word in load_table("names")["letters"]["words"] for word in words)


@lru_cache(1024)
def _owner(label: str, title: str) -> str:
    name: str = _TAG.sub("", _BRACKET.sub("", label)).strip()
    words = name.split()
    if not 0 < len(words) <= _LONGEST or not words[0][:1].isupper():
        return ""
    if default().canonical(name) is not None:
        return name
    if _MODEL.fullmatch(words[0]) or _MODEL.fullmatch(words[-1]):
        models = [word for word in words if _MODEL.fullmatch(word)]
        return name if models[0] in _WORD.findall(title) else ""
    strange = all(word.isalpha() and word.istitle() for word in words) and not all(known_word(w.lower()) for w in words)
    return name if strange and len(words[0]) >= _LETTERS and not known_word(words[0].lower()) else ""
