"""Claims as a table for a terminal: place, kind, figure, what was read, thing, whose, when, by whose word."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from claimcheck.records import Claim, Status
from claimcheck.report.columns import value_words
from claimcheck.report.model import Report
from claimcheck.report.phrases import time_words
from claimcheck.report.places import flat, link

__all__ = ["render"]

# Each column's greatest width in cells; the first, the place, is never cut.
_COLUMNS = {"place": 0, "kind": 10, "figure": 28, "read as": 24, "measure": 36, "about": 32, "when": 24, "said": 32}
_LEAST = 8
_GAP = 2
_CODES = {"place": "36", "figure": "1", "said": "2"}


def render(report: Report, *, width: int, color: bool = False) -> str:
    """The claims in reading order, one line each, no wider than ``width`` where places allow it."""
    rows = [_row(report, claim) for claim in report.claims]
    widths = _widths(rows, width)
    lines = [_line(tuple(_COLUMNS), widths, dict.fromkeys(_COLUMNS, "2") if color else {})]
    lines += [_line(row, widths, _CODES if color else {}) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _widths(rows: list[tuple[str, ...]], width: int) -> list[int]:
    """Every column as wide as its widest cell and its limit ask, the widest made narrower until all fit."""
    needed = [max([cell_len(name), *(cell_len(row[at]) for row in rows)]) for at, name in enumerate(_COLUMNS)]
    widths = [min(need, cap) if cap else need for need, cap in zip(needed, _COLUMNS.values(), strict=True)]
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        widest = max(range(1, len(widths)), key=lambda at: widths[at])
        if widths[widest] <= _LEAST:
            break
        widths[widest] -= 1
    return widths


def _line(cells: tuple[str, ...], widths: list[int], codes: dict[str, str]) -> str:
    shown = []
    for name, cell, width in zip(_COLUMNS, cells, widths, strict=True):
        text = cell if cell_len(cell) <= width else set_cell_size(cell, width - 1).rstrip() + "…"
        text = set_cell_size(text, width)
        shown.append(f"\x1b[{codes[name]}m{text}\x1b[0m" if name in codes else text)
    line = (" " * _GAP).join(shown)
    return line if codes else line.rstrip()


def _row(report: Report, claim: Claim) -> tuple[str, ...]:
    return (
        link(report, claim),
        claim.kind.value,
        flat(claim.text),
        flat(value_words(claim)),
        flat(claim.measure),
        flat(", ".join(claim.about)),
        flat(time_words(claim.when)) if claim.quantity is not None else "",
        flat(_said(claim)),
    )


def _said(claim: Claim) -> str:
    status = "" if claim.status is Status.ASSERTED else claim.status.value
    return ": ".join(part for part in (status, claim.attribution or "") if part)
