"""Settings in documentation, and the words that say what their values are.

A row "`MAX_ATTEMPTS` | 8 | attempts before a message is parked", or an entry "Attempts before … Default: 8."
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["description_of", "unit_beside"]

_NAME = re.compile(
    r"[`*_]*(?:--?[a-z][\w-]*(?:[ =]<?[A-Z]+>?)?|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
    r"|[a-z][\w-]*(?:[._][A-Za-z][\w-]*)+)[`*_]*"
    r"|`[a-z][A-Za-z0-9]*`"
)
_DEFAULT = re.compile(r"[\s*_(`]*Defaults?(?: value)?(?:s to| is|:|=)?[\s*_`:=]*$", re.IGNORECASE)
_ENTRY = re.compile(r"^\s*(?:[:*+-]|\d+\.)?\s+")
_LONG = 600

_Cell = tuple[int, int, str]


def _line(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the line of a figure begins, and the line; nothing of one too long to be looked through for each figure."""
    low, high = max(0, start - _LONG - 1), end + _LONG + 1
    before, last = text.rfind("\n", low, start), text.find("\n", end, high)
    if (before < 0 and low > 0) or (last < 0 and high < len(text)):
        return start, ""
    line = text[before + 1 : last if last >= 0 else len(text)]
    return before + 1, line if len(line) <= _LONG else ""


def description_of(text: str, start: int, end: int) -> str:
    """What is said of the setting whose value stands at these offsets; empty where none does."""
    first, line = _line(text, start, end)
    if line.count("|") > 1:
        return _of_row(line, start - first)
    if _LISTED.match(line):
        return _of_list(text, start, end)
    before = line[: start - first]
    sentence = max(before.rfind(". "), before.rfind("("), before.rfind("; "))
    if sentence < 0 or not _DEFAULT.fullmatch(before[sentence + 1 :]):
        return ""
    return re.split(r"[,;] ", _ENTRY.sub("", before[:sentence]))[0]


_LISTED = re.compile(r"\s+- ")
_ROW = re.compile(r"\n\s*\* - ")
_CLOSING = re.compile(r"\n\s*\* - |\n\n")
_CELLS = re.compile(r"\n\s+- ")


def _of_list(text: str, start: int, end: int) -> str:
    """The same of a row that is written as a list, a line for each cell."""
    low = max(0, start - _LONG)
    rows = list(_ROW.finditer(text, low, start))
    if not rows:
        return ""
    first = rows[-1].end()
    closing = _CLOSING.search(text, end, end + _LONG)
    last = closing.start() if closing is not None else min(len(text), end + _LONG)
    cells = [cell.strip() for cell in _CELLS.split(text[first:last])]
    own = next((cell for cell in cells[1:] if cell.strip("`*_ ") == text[start:end]), None)
    if len(cells) < _FEWEST or own is None or _NAME.fullmatch(cells[0].strip()) is None:
        return ""
    return max((cell for cell in cells[1:] if cell is not own), key=len)


_FEWEST = 3  # cells of a row that describes its setting


def unit_beside(text: str, start: int, end: int) -> str:
    """The cell after the value of a setting, where a column of units would be: "`measure.interval` | 10 | min"."""
    first, line = _line(text, start, end)
    if line.count("|") < 2:
        return ""
    own, filled = _own_cell(line, start - first)
    if own is None or own[2].strip("`*_ ") != text[start:end] or own not in filled[:-1]:
        return ""
    return filled[filled.index(own) + 1][2]


def _own_cell(line: str, at: int) -> tuple[_Cell | None, tuple[_Cell, ...]]:
    """The cell that the figure of a setting's row fills, and all cells that are not empty, with where they stand."""
    filled, named = _filled(line)
    if not named:
        return None, filled
    own = next((cell for cell in filled[1:] if cell[0] <= at <= cell[1]), None)
    return (own if own is not None and len(own[2].split()) <= 2 else None), filled


@lru_cache(16)
def _filled(line: str) -> tuple[tuple[_Cell, ...], bool]:
    """The cells of a row that are not empty, and whether the first of them names a setting."""
    cells, place = [], 0
    for cell in line.split("|"):
        cells.append((place, place + len(cell), cell.strip()))
        place += len(cell) + 1
    filled = tuple(cell for cell in cells if cell[2])
    return filled, len(filled) > 2 and _NAME.fullmatch(filled[0][2]) is not None


def _of_row(line: str, at: int) -> str:
    """The longest other cell of a row whose first cell is a setting's name and whose figure fills a cell."""
    own, filled = _own_cell(line, at)
    return "" if own is None else max((cell[2] for cell in filled[1:] if cell is not own), key=len)
