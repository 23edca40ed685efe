"""``claimcheck report``: the consistency report for people."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.common import (
    Inputs,
    complaints,
    emit,
    finish,
    input_options,
    report_of,
    save,
    settings_of,
)

if TYPE_CHECKING:
    from claimcheck.report import Report

__all__ = ["command"]

_FORMATS = ("text", "html", "json", "markdown")
_SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".md": "markdown", ".markdown": "markdown"}


@click.command("report")
@input_options()
@click.option("--format", "format", type=click.Choice(_FORMATS), help="By default text, or what FILE's suffix says.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--all", "everything", is_flag=True, help="Cut no list short.")
@click.option("--width", type=click.IntRange(50, 400), help="Columns of the text report; by default the terminal's.")
@click.option("--color/--no-color", default=None, help="Use colour, or none; by default on a terminal only.")
def command(
    format: str | None,
    output: Path | None,
    everything: bool,
    width: int | None,
    color: bool | None,
    **shared: Any,
) -> None:
    """Say where documents agree, where they contradict each other, and where they only differ in scope.

    Contradictions come first, each with both quotations; then close calls that a tolerance decided,
    agreements by topic, differences of scope, and what was not read. Exit codes: 0; 2 where something
    could not be read (the rest is reported all the same).
    """
    inputs = Inputs(**shared)
    report = report_of(inputs, settings_of(inputs))
    chosen = format or _SUFFIXES.get(output.suffix.lower() if output else "", "text")
    if output is None and chosen == "text":
        emit(_for_terminal(report, everything, width, color))
    else:
        text = _renderer(chosen, everything, width)(report)
        save(text, output) if output is not None else emit(text)
    finish([complaints(report.unread)])


def _renderer(format: str, everything: bool, width: int | None) -> Callable[[Report], str]:
    if format == "json":
        from claimcheck.report.json import render

        return render
    if format == "html":
        from claimcheck.report.html import render as html

        return html
    if format == "markdown":
        from claimcheck.report.markdown import render as markdown

        return partial(markdown, everything=everything)
    from claimcheck.report.text import PLAIN_WIDTH
    from claimcheck.report.text import render as text

    return partial(text, width=width or PLAIN_WIDTH, everything=everything)


def _for_terminal(report: Report, everything: bool, width: int | None, color: bool | None) -> str:
    from claimcheck.report.text import PLAIN_WIDTH
    from claimcheck.report.text import render as text

    terminal = sys.stdout.isatty()
    return text(
        report,
        width=width or (shutil.get_terminal_size().columns if terminal else PLAIN_WIDTH),
        color=color if color is not None else terminal and "NO_COLOR" not in os.environ,
        ascii_only=not (sys.stdout.encoding or "").lower().startswith("utf") and terminal,
        everything=everything,
    )
