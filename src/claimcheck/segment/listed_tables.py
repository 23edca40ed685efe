"""Tables that reStructuredText writes as lists of lists or as comma-separated values, each row and cell by its mark.

The directives ``list-table`` and ``csv-table`` of docutils: the first rows are headers where an option says so.
"""

from __future__ import annotations

import re

from claimcheck.segment.blocks import trimmed
from claimcheck.segment.lines import Altered, Lines
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw, RawCell
from claimcheck.segment.table_headers import settle_header

__all__ = ["LISTED_TABLES", "listed_table"]

LISTED_TABLES = frozenset({"list-table", "csv-table"})

_OPTION = re.compile(r"\s*:(?P<name>[\w-]+):\s*(?P<value>.*)")
_ROW = re.compile(r"(?P<indent>\s*)[*-][ \t]+(?=[*-](?:[ \t]|$))")
_CELL = re.compile(r"\s*[*-](?:[ \t]+|$)")
_VALUE = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^,]*))\s*(?:,|$)')


def listed_table(lines: Lines, every: Altered, name: str, first: int, last: int, caption: str) -> Raw | None:
    """The table of a directive whose line is ``first`` and whose body goes up to ``last``; None where there is none."""
    heads, body, header = 0, first + 1, -1
    while body < last and (not every[body].strip() or _OPTION.match(every[body])):
        option = _OPTION.match(every[body])
        if option is not None and option["name"] == "header-rows":
            heads = int(option["value"]) if option["value"].isdecimal() else 0
        if option is not None and option["name"] == "header":
            header = body
        body += 1
    if name == "csv-table":
        cells = _separated(lines, every, body, last, header)
        heads += header >= 0
    else:
        cells = _items(lines, every, body, last)
    if len({cell.row for cell in cells}) < 2 or len({cell.column for cell in cells}) < 2:
        return None
    for cell in cells:
        cell.header = cell.row < heads
    start, end = trimmed(lines.text, lines.starts[first], lines.ends[last - 1])
    table = Raw(BlockKind.TABLE, first, last, start, end, cells=cells, caption=caption)
    settle_header(table, lines.text)
    return table


def _items(lines: Lines, every: Altered, first: int, last: int) -> list[RawCell]:
    """The cells of a list whose items are lists: a row opens with both marks, its other cells with the inner one."""
    cells: list[RawCell] = []
    row, column, inner = -1, 0, -1
    for at in range(first, last):
        line = every[at]
        opened = _ROW.match(line)
        if opened is not None and (row < 0 or opened.end() <= inner):
            row, column, inner = row + 1, 0, opened.end()
        elif row < 0 or not line.strip():
            continue
        elif (mark := _CELL.match(line)) is not None and len(line) - len(line.lstrip()) == inner:
            column += 1
            inner = mark.end() - len(mark[0].lstrip())
        else:
            start, end = trimmed(lines.text, lines.starts[at], lines.ends[at])
            cells[-1].end = end if start < end else cells[-1].end  # the cell goes on
            continue
        begin = _CELL.match(line, inner)
        offset = lines.starts[at] + (begin.end() if begin is not None else inner)
        cells.append(RawCell(*trimmed(lines.text, offset, max(offset, lines.ends[at])), row, column))
    return cells


def _separated(lines: Lines, every: Altered, first: int, last: int, header: int) -> list[RawCell]:
    """The cells of comma-separated lines, those of the option ``:header:`` before them."""
    cells: list[RawCell] = []
    rows = [at for at in range(first, last) if every[at].strip()]
    for row, at in enumerate([header, *rows] if header >= 0 else rows):
        offset = lines.starts[at]
        option = _OPTION.match(every[at]) if at == header else None
        place = option.start("value") if option is not None else 0
        column = 0
        while place < len(every[at]):
            value = _VALUE.match(every[at], place)
            if value is None or value.end() == place:
                break
            group = "quoted" if value["quoted"] is not None else "bare"
            cells.append(
                RawCell(*trimmed(lines.text, offset + value.start(group), offset + value.end(group)), row, column)
            )
            place, column = value.end(), column + 1
    return cells
