"""What a table says of its cells: row and column labels, corner, caption, totals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from claimcheck.records import Span
from claimcheck.segment.model import Cell
from claimcheck.segment.raw import Raw, RawCell
from claimcheck.segment.transposed import transposed
from claimcheck.segment.words import words

__all__ = ["label_cells", "plain"]

_START = attrgetter("start")
_SPACE = re.compile(r"\s+")
_TOTAL = re.compile(r"(?:grand |sub-?|sum )?totals?\b", re.IGNORECASE)
_INDEX = frozenset({"#", "no", "no.", "nr", "nr.", "№", "id", "rank", "s/n", "item"})


def plain(text: str, start: int, end: int, masks: Sequence[Span]) -> str:
    """The text of a range without what is masked, its white space made single spaces."""
    parts = []
    at = start
    for index in range(bisect_left(masks, start, key=_START), len(masks)):
        mask = masks[index]
        if mask.start >= end:
            break
        parts.append(text[at : mask.start])
        at = max(at, min(mask.end, end))
    parts.append(text[at:end])
    return _SPACE.sub(" ", "".join(parts).replace("\\", "")).strip(" \t|")


def label_cells(table: Raw, number: int, text: str, masks: Sequence[Span], caption: str) -> list[Cell]:
    """The cells of a table that hold anything, in reading order, each with its labels."""
    bare = {id(cell): plain(text, cell.start, cell.end, masks) for cell in table.cells}
    grid: dict[tuple[int, int], RawCell] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.down):
            for column in range(cell.column, cell.column + cell.across):
                grid.setdefault((row, column), cell)
    heads = _head_rows(table)
    head_of = _column_labels(table, grid, bare, heads)
    label_column = _label_column(table, grid, bare, heads)
    corner = head_of.get(label_column, "")
    turned = transposed({at: bare[id(cell)] for at, cell in grid.items()}, heads, label_column)
    out = []
    for cell in sorted(table.cells, key=lambda cell: (cell.start, cell.end)):
        if cell.start >= cell.end or (label_column and cell.column == 0 and cell.row not in heads):
            # A column that only numbers the rows says nothing.
            continue
        in_head = cell.row in heads
        first = grid.get((cell.row, label_column))
        row_label = bare[id(first)] if first is not None and not in_head else ""
        column_label = head_of.get(cell.column, "") if not in_head else ""
        out.append(
            Cell(
                Span(cell.start, cell.end),
                number,
                cell.row,
                cell.column,
                cell.header or in_head,
                row_label,
                column_label,
                corner,
                caption,
                _is_total(row_label) or _is_total(column_label),
                turned,
            )
        )
    return out


def _head_rows(table: Raw) -> set[int]:
    """The first rows all of whose filled cells are header cells (a header cell beside data names a row)."""
    rows: dict[int, list[RawCell]] = {}
    for cell in table.cells:
        if cell.end > cell.start:
            rows.setdefault(cell.row, []).append(cell)
    heads = set()
    for row in sorted(rows):
        if not all(cell.header for cell in rows[row]):
            break
        heads.add(row)
    return heads


def _column_labels(
    table: Raw, grid: dict[tuple[int, int], RawCell], bare: dict[int, str], heads: set[int]
) -> dict[int, str]:
    labels: dict[int, str] = {}
    width = max((cell.column + cell.across for cell in table.cells), default=0)
    for column in range(width):
        names: list[str] = []
        for row in sorted(heads):
            cell = grid.get((row, column))
            if cell is not None and bare[id(cell)] and bare[id(cell)] not in names:
                names.append(bare[id(cell)])
        if names:
            labels[column] = " ".join(names)
    return labels


def _label_column(table: Raw, grid: dict[tuple[int, int], RawCell], bare: dict[int, str], heads: set[int]) -> int:
    """The column that names the rows: the first, unless that only numbers them."""
    rows = sorted({cell.row for cell in table.cells} - heads)
    width = max((cell.column for cell in table.cells), default=0) + 1
    if width < 3 or not rows:
        return 0
    firsts = [bare[id(grid[(row, 0)])] for row in rows if (row, 0) in grid]
    numbers = [first.rstrip(".)") for first in firsts]
    head = next((bare[id(grid[(row, 0)])].lower() for row in sorted(heads) if (row, 0) in grid), "")
    counted = numbers == [str(start) for start in range(1, len(numbers) + 1)] and len(numbers) >= 2
    second = any((row, 1) in grid and re.search(r"[^\W\d_]{2}", bare[id(grid[(row, 1)])]) for row in rows)
    return 1 if second and (counted or (head in _INDEX and all(n.isdigit() for n in numbers))) else 0


def _is_total(label: str) -> bool:
    folded = label.lower().strip(" :*")
    return folded in words("totals", "words") or _TOTAL.match(folded) is not None
