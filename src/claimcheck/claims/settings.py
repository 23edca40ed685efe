"""Settings in documentation, and the words that say what their values are.

A row "`MAX_ATTEMPTS` | 8 | attempts before a message is parked", or an entry "Attempts before … Default: 8."
"""

from __future__ import annotations

import re

__all__ = ["description_of"]

_NAME = re.compile(
    r"[`*_]*(?:--?[a-z][\w-]*(?:[ =]<?[A-Z]+>?)?|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
    r"|[a-z][\w-]*(?:[._][A-Za-z][\w-]*)+)[`*_]*"
)
_DEFAULT = re.compile(r"[\s*_(`]*Defaults?(?: value)?(?:s to| is|:|=)?[\s*_`:=]*$", re.IGNORECASE)
_ENTRY = re.compile(r"^\s*(?:[:*+-]|\d+\.)?\s+")
_LONG = 600


def description_of(text: str, start: int, end: int) -> str:
    """What is said of the setting whose value stands at these offsets; empty where none does."""
    low, high = max(0, start - _LONG - 1), end + _LONG + 1
    before_line, last = text.rfind("\n", low, start), text.find("\n", end, high)
    if (before_line < 0 and low > 0) or (last < 0 and high < len(text)):
        return ""  # a line too long to be looked through for each of its figures
    first = before_line + 1
    line = text[first : last if last >= 0 else len(text)]
    if len(line) > _LONG:
        return ""
    if line.count("|") > 1:
        return _of_row(line, start - first)
    before = line[: start - first]
    sentence = max(before.rfind(". "), before.rfind("("), before.rfind("; "))
    if sentence < 0 or not _DEFAULT.fullmatch(before[sentence + 1 :]):
        return ""
    return re.split(r"[,;] ", _ENTRY.sub("", before[:sentence]))[0]


def _of_row(line: str, at: int) -> str:
    """The longest other cell of a row whose first cell is a setting's name and whose figure fills a cell."""
    cells, place = [], 0
    for cell in line.split("|"):
        cells.append((place, place + len(cell), cell.strip()))
        place += len(cell) + 1
    filled = [cell for cell in cells if cell[2]]
    if len(filled) < 3 or _NAME.fullmatch(filled[0][2]) is None:
        return ""
    own = next((cell for cell in filled[1:] if cell[0] <= at <= cell[1]), None)
    if own is None or len(own[2].split()) > 2:
        return ""
    return max((cell[2] for cell in filled[1:] if cell is not own), key=len)
