"""Tables of HTML in text that is no HTML document."""

from __future__ import annotations

import re

from claimcheck.segment.blocks import trimmed
from claimcheck.segment.lines import Lines
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw, RawCell
from claimcheck.segment.table_headers import settle_header

__all__ = ["html_tables"]

_TAG = re.compile(r"<(?P<close>/?)(?P<name>table|tr|td|th|caption)\b(?P<rest>[^>]{0,1000})>", re.IGNORECASE)
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)


def html_tables(lines: Lines, free: bytearray) -> list[Raw]:
    """The outermost tables among the lines that are ``free``; a table in a cell is part of the cell."""
    text = lines.text
    tables: list[Raw] = []
    opened = -1
    depth = 0
    cells: list[RawCell] = []
    caption = (0, 0)
    row, column = -1, 0
    begun: tuple[int, bool, int, int] | None = None
    caption_at = -1
    held: dict[tuple[int, int], bool] = {}

    def close(at: int) -> None:
        nonlocal begun, column
        if begun is not None:
            start, header, across, down = begun
            while held.get((row, column)):
                column += 1
            cells.append(RawCell(*trimmed(text, start, at), max(row, 0), column, header, across, down))
            for below in range(1, down):
                for beside in range(across):
                    held[(row + below, column + beside)] = True
            column += across
            begun = None

    for match in _TAG.finditer(text):
        if not free[lines.number(match.start())]:
            continue
        name = match["name"].lower()
        if name == "table":
            if not match["close"]:
                depth += 1
                if depth == 1:
                    opened, cells, row, column, begun, caption, held = match.start(), [], -1, 0, None, (0, 0), {}
            elif depth:
                depth -= 1
                if depth == 0:
                    close(match.start())
                    if cells:
                        first, last = lines.number(opened), lines.number(match.end() - 1) + 1
                        table = Raw(BlockKind.TABLE, first, last, opened, match.end(), cells=cells)
                        table.caption = text[caption[0] : caption[1]]
                        settle_header(table, text)
                        tables.append(table)
        elif depth != 1:
            continue
        elif name == "tr":
            close(match.start())
            if not match["close"]:
                row += 1
                column = 0
        elif name == "caption":
            if not match["close"]:
                caption_at = match.end()
            elif caption_at >= 0:
                caption = (caption_at, match.start())
        else:
            close(match.start())
            if not match["close"]:
                spans = {key.lower(): int(value) for key, value in _SPAN.findall(match["rest"])}
                begun = (
                    match.end(),
                    name == "th",
                    max(1, min(spans.get("colspan", 1), 100)),
                    max(1, min(spans.get("rowspan", 1), 100)),
                )
    return tables
