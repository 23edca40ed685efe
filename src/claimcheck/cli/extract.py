"""``claimcheck extract``: the claims that documents make."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.common import (
    Inputs,
    complaints,
    emit,
    extraction,
    finish,
    input_options,
    save,
    settings_of,
)
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.lexicon import Lexicon
    from claimcheck.report import Report

__all__ = ["command"]

_FORMATS = ("table", "jsonl", "csv")
_PLAIN_WIDTH = 160


@click.command("extract")
@input_options()
@click.option(
    "--format",
    "format",
    type=click.Choice(_FORMATS),
    default="table",
    show_default=True,
    help="How to print.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--explain", is_flag=True, help="Say which words gave which field of each claim.")
@click.option("--at", metavar="PLACE", help="Explain the claims at FILE:LINE[:COLUMN], or with this fingerprint.")
def command(format: str, output: Path | None, explain: bool, at: str | None, **shared: Any) -> None:
    """List the claims that documents make: every figure and date with its place and what it says of what.

    The table shows the main fields; jsonl and csv hold all of them. Exit codes: 0; 2 where something
    could not be read (the rest is listed all the same), or where --at finds no claim.
    """
    explain = explain or at is not None
    if explain and format != "table":
        raise click.UsageError("--explain prints text; jsonl and csv hold the notes of each claim as they are.")
    inputs = Inputs(**shared)
    from claimcheck.report import Report

    found, rules = extraction(inputs, settings_of(inputs))
    report = Report(found.documents, found.claims, (), found.skipped)
    text = _explained(report, rules.lexicon, at) if explain else _render(report, format, output is None)
    save(text, output) if output is not None else emit(text)
    finish([complaints(report.unread)])


def _explained(report: Report, lexicon: Lexicon, at: str | None) -> str:
    from claimcheck.report.fields import render
    from claimcheck.report.pick import at_place, with_fingerprint

    if at is None:
        return render(report, lexicon)
    claims = at_place(report, at)
    if claims is None:
        claims = with_fingerprint(report, at)
    if not claims:
        raise ClaimcheckError(
            "no-such-claim",
            f"there is no claim at {at!r}",
            hint="give FILE:LINE[:COLUMN] or a claim's fingerprint, of a file that PATH names",
        )
    return render(report, lexicon, claims)


def _render(report: Report, format: str, shown: bool) -> str:
    if format == "jsonl":
        from claimcheck.report.jsonl import render as jsonl

        return jsonl(report)
    if format == "csv":
        from claimcheck.report.csv import render as csv

        return csv(report)
    from claimcheck.report.table import render as table

    terminal = shown and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _PLAIN_WIDTH
    return table(report, width=width, color=terminal and "NO_COLOR" not in os.environ)
