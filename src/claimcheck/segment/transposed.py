"""Tables whose rows are what is measured and whose columns are the things: data sheets, plans side by side."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

__all__ = ["transposed"]

_NUMBER = re.compile(r"[-+−±~<>≤≥]?\d+(?:[.,\s]\d+)*")
_GLUED = re.compile(r"[^\W\d_]\d")
_SIZE = re.compile(r"^[kmgt]i?b$")
_LONGEST = 24
_FEWEST = 2  # rows, columns and units that it takes


def transposed(cells: Mapping[tuple[int, int], str], heads: Collection[int], labels: int) -> bool:
    """Whether each row of a table has a unit of its own, which all its columns share: "Weight | 48 g | 53 g" above
    "Memory | 16 GB | 32 GB". ``cells`` are the texts by row and column, ``labels`` is the column of the row labels.
    """
    rows: dict[int, list[str]] = {}
    for (row, column), text in cells.items():
        if row not in heads and column > labels and text:
            rows.setdefault(row, []).append(text)
    uniform: set[str] = set()
    alike = mixed = 0
    for texts in rows.values():
        units = [_unit(text) for text in texts]
        if len(units) < _FEWEST or None in units:
            continue
        if len(set(units)) == 1:
            uniform.add(units[0] or "")
            alike += 1
        else:
            mixed += 1
    return alike >= _FEWEST and len(uniform) >= _FEWEST and mixed * 2 <= alike


@lru_cache(1024)
def _unit(text: str) -> str | None:
    """What stands beside the numbers of a cell, one word for all sizes of storage; None where it holds no number."""
    if len(text) > _LONGEST or _GLUED.search(text) or not any(char.isdigit() for char in text):
        return None
    words = [word.lower().removesuffix("s") for word in _NUMBER.sub(" ", text).split()]
    return " ".join("byte" if _SIZE.match(word) else word for word in words if word != "to")
