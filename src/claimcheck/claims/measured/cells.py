"""Table cells: row label, column header and caption say what is measured."""

from __future__ import annotations

from functools import cache

import regex

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["label_words", "of_cell"]

_WORD = regex.compile(r"[\p{L}][\p{L}\p{M}'’_-]*|\d+(?=\p{L})")
_AND = regex.compile(r"\band\b|[/&]")
_BRACKET = regex.compile(r"\([^)]*\)")
_TAG = regex.compile(r"<[^>]*>|[*`]+|\[\^?[^\]]*\]")
# Column headers that name no measure: the row label then does.
_VALUE_COLUMNS = frozenset(
    [
        "value",
        "default",
        "amount",
        "number",
        "figure",
        "total",
        "count",
        "result",
        "setting",
        "current",
        "detail",
        "description",
        "quantity",
        "size",
        "limit",
        "unit",
        "thousand",
        "million",
        "billion",
        "usd",
        "eur",
        "gbp",
        "us",
        "dollar",
        "euro",
        "pound",
        "percent",
    ]
)


def label_words(label: str) -> list[str]:
    """The lemmas of a table label's content words."""
    words = [match.group().lower() for match in _WORD.finditer(_TAG.sub(" ", label))]
    return [lemma(word) for word in words if word not in grammar().closed or word in {"per"}]


def generic(label: str) -> bool:
    """Whether a column's header names no measure ("Value", "2019", "Amount (thousand USD)")."""
    words = label_words(_BRACKET.sub("", label)) or label_words(label)
    return all(word in _VALUE_COLUMNS or word.isdigit() or word in _periods() for word in words)


@cache
def _periods() -> frozenset[str]:
    """Words that make a header a time: months, quarters, "before", "after"."""
    months = [name for names in load_table("calendar")["months"].values() for name in names]
    return frozenset(
        [*months, "q1", "q2", "q3", "q4", "h1", "h2", "before", "after", "year", "old", "new", "now", "was"]
    )


def _own_part(reading: Reading, mention: Mention, label: str) -> str:
    """The part of a double header that belongs to a figure: "Budget and rank" above "US$4 bn / 51st of 140"."""
    text = reading.scan.document.text
    unit = reading.unit.span
    inside = str(_TAG.sub(lambda match: " " * len(match.group()), unit.cover(text)))
    if mention.kind is Kind.RANK:
        return _BRACKET.sub("", label)
    values = inside.split(" / ")
    labels: list[str] = [part for part in _AND.split(_BRACKET.sub("", label)) if part.strip()]
    if len(values) < 2 or len(values) != len(labels):
        return label
    at = inside[: mention.span.start - unit.start].count(" / ")
    return labels[at]


def _strip_unit(label: str) -> str:
    """A header without the bracket that holds only a unit or a year ("Depth (m)", "Revenue (US$ m, 2019)")."""
    return str(_BRACKET.sub("", label)) or label


def of_cell(reading: Reading, mention: Mention) -> Measured | None:
    """The measure of a table's figure, or None where the cell holds prose of its own."""
    cell = reading.unit.cell
    if cell is None or cell.header:
        return None
    words = [k for k in range(len(reading.tokens)) if reading.tags[k] in "NV" and reading.figure_at[k] < 0]
    if len(words) > 3 and mention.kind not in {Kind.RANK, Kind.MONEY}:
        return None
    column = label_words(_strip_unit(_own_part(reading, mention, cell.column_label)))
    row = label_words(cell.row_label)
    if cell.column == 0 or not (column or row):
        return None
    if column and not generic(cell.column_label):
        text, head = " ".join(column), column[-1]
        if mention.kind is Kind.RANK and "rank" not in text and "ranking" not in text:
            text = f"rank by {text}"
        return Measured(text, head, "", why=f"the column “{cell.column_label.strip()}”")
    if row:
        return Measured(" ".join(row), row[-1], "", why=f"the row “{cell.row_label.strip()}”")
    return None
