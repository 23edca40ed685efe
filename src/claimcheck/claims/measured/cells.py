"""Table cells: row label, column header and caption say what is measured."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from claimcheck.claims.columns import owner_of_column
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.measured.labels import read_label
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind
from claimcheck.segment.model import Cell

__all__ = ["captioned", "label_text", "label_words", "numbered", "of_cell"]

_WORD = regex.compile(r"[\p{L}][\p{L}\p{M}\p{Nd}'’_-]*|\d+(?=\p{L})")
_AND = regex.compile(r"\band\b|[/&]")
_BRACKET = regex.compile(r"\([^)]*\)")
_TAG = regex.compile(r"<[^>]*>|[*`]+|\[\^?[^\]]*\]")
_SAID_OF = regex.compile(r"^\p{Lu}[\p{Ll}-]+ (?:[\p{Ll}-]+ )*?(?:of|at|in|on|for|to|per|by|from|with|without) ")
_NUMBERED = regex.compile(r"^\s*(?:table|fig(?:ure)?|tab)\.?\s*\d+[.:]?\s*", regex.IGNORECASE)


@lru_cache(4096)
def label_text(label: str) -> tuple[str, ...]:
    """A table label's content words in lower case."""
    words = [match.group().lower() for match in _WORD.finditer(_TAG.sub(" ", label).replace("_", " "))]
    return tuple(word for word in words if word not in grammar().closed or word in {"per"})


@lru_cache(4096)
def label_words(label: str) -> tuple[str, ...]:
    """The lemmas of a table label's content words; the parts of a name in code count each."""
    return tuple(map(lemma, label_text(label)))


@cache
def _headers() -> tuple[frozenset[str], frozenset[str]]:
    """Words of columns that name no measure, and words of corners whose rows are measures."""
    data = load_table("table_headers")
    months = [name for names in load_table("calendar")["months"].values() for name in names]
    values = frozenset([*data["value_columns"], *data["period_columns"], *months])
    return values, frozenset(data["measure_rows"])


_PERIOD = regex.compile(r"(?:[QH][1-4]|FY)[\s/'’]*(?:\d{2}|\d{4})(?:[/–-]\d{2})?|\d{4}\s?[QH][1-4]")


@lru_cache(4096)
def generic(label: str) -> bool:
    """Whether a column's header names no measure ("Value", "2019", "Amount (thousand USD)")."""
    words = label_words(_BRACKET.sub("", label)) or label_words(label)
    if _PERIOD.fullmatch(label.strip(" *_")):
        return True
    return all(word in _headers()[0] or word.isdigit() for word in words)


@lru_cache(4096)
def _untagged(label: str) -> str:
    return str(_TAG.sub("", label))


def rows_are_things(cell: Cell) -> bool:
    """Whether a table's rows are things that its columns measure ("Country | 2019"), not measures of one thing."""
    label = _untagged(cell.row_label).strip()
    if cell.total or cell.turned or not label[:1].isupper() or len(label.split()) > 6:
        return False
    if not generic(cell.column_label):
        return True
    if _SAID_OF.search(label):
        return False  # "Peak level at Mill Bridge", "Minimum age of riders"
    corner = label_words(cell.corner)
    return bool(corner) and not set(corner) & _headers()[1] and bool(cell.caption.strip())


def _own_part(reading: Reading, mention: Mention, label: str) -> str:
    """The part of a double header that belongs to a figure: "Budget and rank" above "US$4 bn / 51st of 140"."""
    if mention.kind is Kind.RANK:
        return str(_BRACKET.sub("", label))
    unit = reading.unit.span
    written = unit.cover(reading.scan.document.text)
    if "/" not in written:
        return label
    inside = str(_TAG.sub(lambda match: " " * len(match.group()), written))
    values = inside.split(" / ")
    labels: list[str] = [part for part in _AND.split(_BRACKET.sub("", label)) if part.strip()]
    if len(values) < 2 or len(values) != len(labels):
        return label
    at = inside[: mention.span.start - unit.start].count(" / ")
    return labels[at]


@lru_cache(4096)
def _strip_unit(label: str) -> str:
    """A header without the bracket that holds only a unit or a year ("Depth (m)", "Revenue (US$ m, 2019)")."""
    return str(_BRACKET.sub("", label)) or label


def numbered(cell: Cell) -> bool:
    """Whether the title of a table says that it is one: "Table 1. Freight on the corridor"."""
    return _NUMBERED.match(_untagged(cell.caption)) is not None


def captioned(cell: Cell) -> str:
    """What the caption of a table says that its rows and columns tell of, without names: "freight on corridor"."""
    words: list[str] = []
    for match in _WORD.finditer(_TAG.sub(" ", _BRACKET.sub("", _NUMBERED.sub("", _untagged(cell.caption))))):
        word = match.group()
        if word.lower() in grammar().determiners or (words and word[0].isupper()):
            continue
        words.append(word.lower())
    while words and words[-1] in grammar().closed:
        words.pop()
    return " ".join(words) if len(words) <= _CAPTION else ""


_CAPTION = 6  # words of a caption that a measure has room for


def _named_inside(reading: Reading, mention: Mention, cell: Cell) -> bool:
    """Whether a cell itself says what its number counts, under a header that says nothing: "Shell | 24 commands"."""
    at, tags = mention.last, reading.tags
    if mention.kind is not Kind.COUNT or at >= len(tags) or not generic(cell.column_label):
        return False
    while at < len(tags) and tags[at] in "AZN":
        at += 1
    return at > mention.last and tags[at - 1] == "N" and lemma(reading.norms[at - 1]) != reading.norms[at - 1]


def of_cell(reading: Reading, mention: Mention) -> Measured | None:
    """The measure of a table's figure, or None where the cell holds prose of its own."""
    cell = reading.unit.cell
    if cell is None or cell.header:
        return None
    words = [k for k in range(len(reading.tokens)) if reading.tags[k] in "NV" and reading.figure_at[k] < 0]
    if len(words) > 3 and mention.kind not in {Kind.RANK, Kind.MONEY}:
        return None
    if _named_inside(reading, mention, cell):
        return None
    column = label_words(_strip_unit(_own_part(reading, mention, cell.column_label)))
    row = label_words(_strip_unit(cell.row_label))
    if cell.column == 0 or not (column or row):
        return None
    owned = bool(row) and (cell.turned or owner_of_column(cell, reading.scan.document) != "")
    if column and not owned and not generic(cell.column_label):
        text, head = " ".join(column), column[-1]
        if mention.kind is Kind.RANK and "rank" not in text and "ranking" not in text:
            text = f"rank by {text}"
        return Measured(text, head, "", why=f"the column “{cell.column_label.strip()}”")
    caption = label_words(_strip_unit(_NUMBERED.sub("", cell.caption)))
    if caption and not owned and rows_are_things(cell):
        return Measured(" ".join(caption), caption[-1], "", why=f"the caption “{cell.caption.strip()}”", confidence=0.9)
    if row:
        if caption and cell.total and generic(cell.row_label):  # shown as what the total is of
            return Measured(" ".join(row), row[-1], why="the total of the caption", label=" ".join(caption))
        why, read = f"the row “{cell.row_label.strip()}”", read_label(cell.row_label)
        if read is None:
            return Measured(" ".join(row), row[-1], "", why=why)
        return Measured(read.core, read.head, read.event, why=why, label=" ".join(row))
    return None
