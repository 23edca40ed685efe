"""Claims as a table for a terminal: place, kind, figure, what was read, thing, whose, when, by whose word."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table

from claimcheck.records import Claim, Status
from claimcheck.report.columns import value_words
from claimcheck.report.model import Report
from claimcheck.report.phrases import time_words
from claimcheck.report.places import flat, link

__all__ = ["render"]

_COLUMNS = {
    "place": {"style": "cyan", "no_wrap": True, "overflow": "ignore"},
    "kind": {"no_wrap": True},
    "figure": {"style": "bold", "max_width": 24},
    "read as": {"max_width": 24},
    "measure": {"max_width": 36},
    "about": {"max_width": 28},
    "when": {"max_width": 20},
    "said": {"style": "dim", "max_width": 24},
}


def render(report: Report, *, width: int, color: bool = False) -> str:
    """The claims in reading order, one row each; paths are never cut."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    table = Table(box=None, pad_edge=False, header_style="dim", expand=False)
    for name, style in _COLUMNS.items():
        table.add_column(name, **style)  # type: ignore[arg-type]
    for claim in report.claims:
        table.add_row(
            link(report, claim),
            claim.kind.value,
            flat(claim.text),
            flat(value_words(claim)),
            flat(claim.measure),
            flat(", ".join(claim.about)),
            flat(time_words(claim.when)) if claim.quantity is not None else "",
            flat(_said(claim)),
        )
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _said(claim: Claim) -> str:
    status = "" if claim.status is Status.ASSERTED else claim.status.value
    return ": ".join(part for part in (status, claim.attribution or "") if part)
