"""Which first row of a table holds the names of its columns."""

from __future__ import annotations

import re

from claimcheck.segment.raw import Raw

__all__ = ["settle_header"]

_DIGIT = re.compile(r"\d")


def settle_header(table: Raw, text: str) -> None:
    """Find out which first row holds the column's names, for a table whose notation does not say."""
    rows = max((cell.row for cell in table.cells), default=-1) + 1
    if rows < 2 or any(cell.header for cell in table.cells):
        return
    first = [cell for cell in table.cells if cell.row == 0]
    rest = [cell for cell in table.cells if cell.row > 0]
    corner = next((cell for cell in first if cell.column == 0), None)
    if corner is None or corner.start == corner.end:
        header = any(cell.end > cell.start for cell in first)
    else:
        others = [cell for cell in first if cell.column > 0]
        named = bool(others) and all(_is_name(text[cell.start : cell.end]) for cell in others)
        below = [cell for cell in rest if cell.column > 0]
        figures = sum(1 for cell in below if _DIGIT.search(text, cell.start, cell.end))
        header = named and figures * 2 >= len(below)
    if header:
        for cell in first:
            cell.header = True


def _is_name(text: str) -> bool:
    """Whether a cell may name a column: words, or a year."""
    bare = text.strip("*_ ")
    return bool(bare) and (
        not _DIGIT.search(bare) or re.fullmatch(r"(?:[A-Z]{1,3}\s?)?(?:19|20)\d\d(?:[-–/]\d{2,4})?", bare) is not None
    )
