"""Quotations broken into lines for a terminal, with the place of the figure on each line."""

from __future__ import annotations

from rich.cells import cell_len

from claimcheck.report.places import Quotation

__all__ = ["carets", "wrapped"]


def wrapped(quotation: Quotation, width: int) -> list[tuple[str, int, int]]:
    """Lines no wider than ``width`` cells, each with the range of its characters that the figure covers.

    The range is empty on lines without any part of the figure. A word wider than a line has a line to
    itself.
    """
    text = str(quotation)
    first, last = len(quotation.before), len(quotation.before) + len(quotation.figure)
    lines: list[tuple[str, int, int]] = []
    start = 0
    while start < len(text):
        end = _break(text, start, width)
        line = text[start:end].rstrip()
        low, high = max(first - start, 0), min(last - start, len(line))
        lines.append((line, low, high) if low < high else (line, 0, 0))
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines


def _break(text: str, start: int, width: int) -> int:
    """Where the line that begins at ``start`` ends: after its last whole word that fits."""
    room, at, end = width, start, start
    while at < len(text):
        stop = text.find(" ", at)
        stop = len(text) if stop < 0 else stop
        room -= cell_len(text[at:stop])
        if room < 0 and end > start:
            return end
        end = stop
        at = stop + 1
        room -= 1
    return end


def carets(line: str, first: int, last: int) -> str:
    """The line to print beneath: carets under the characters from ``first`` to ``last``."""
    return " " * cell_len(line[:first]) + "^" * cell_len(line[first:last])
