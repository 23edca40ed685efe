"""``claimcheck check``: the gate."""

from __future__ import annotations

import os
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
    from claimcheck.records import Severity
    from claimcheck.report import Report

__all__ = ["command"]

FORMATS = ("text", "github", "sarif", "junit", "json", "markdown")
EXIT_FINDINGS = 1


def _targets(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """``FORMAT`` for the standard output, or ``FORMAT:FILE``."""
    found = []
    for value in values:
        format, colon, file = value.partition(":")
        if format not in FORMATS:
            raise click.BadParameter(f"{format!r} is not one of {', '.join(FORMATS)}.", ctx, param)
        if colon and not file:
            raise click.BadParameter(f"{value!r} names no file; write {format}:FILE, or {format} alone.", ctx, param)
        found.append((format, file))
    if sum(not file for _, file in found) > 1:
        raise click.BadParameter(
            "only one format can go to the standard output; write the others as FORMAT:FILE.", ctx, param
        )
    return tuple(found)


@click.command("check")
@input_options
@click.option(
    "--format",
    "targets",
    callback=_targets,
    multiple=True,
    default=["text"],
    metavar="FORMAT[:FILE]",
    help=f"{', '.join(FORMATS)}; several may be given, at most one of them without a file.",
)
@click.option("--fail-on", type=click.Choice(["error", "warning", "note"]), help="The least severity that fails.")
def command(targets: tuple[tuple[str, str], ...], fail_on: str | None, **shared: Any) -> None:
    """Check documents as a gate: fail where they contradict each other.

    Exit codes: 0 no contradiction at or above the threshold (error, unless --fail-on or the settings say
    otherwise); 1 at least one; 2 where something could not be read. The same in every format.
    """
    if sum(not file for _, file in targets) > 1:
        raise click.UsageError("only one format can go to the standard output; write the others as FORMAT:FILE.")
    inputs = Inputs(**shared)
    from claimcheck.records import Severity
    from claimcheck.report.faults import gravest

    settings = settings_of(inputs)
    threshold = Severity(fail_on) if fail_on else settings.fail_on
    report = report_of(inputs, settings)
    for format, file in targets:
        text = renderer(format, threshold, plain=bool(file))(report)
        save(text, Path(file)) if file else emit(text)
    finish([complaints(report.unread), EXIT_FINDINGS if gravest(report, threshold) else 0])


def renderer(format: str, threshold: Severity, *, plain: bool) -> Callable[[Report], str]:
    """The function that writes a report in one of the formats."""
    if format == "github":
        from claimcheck.report.github import render

        return render
    if format == "sarif":
        from claimcheck.report.sarif import render

        return render
    if format == "junit":
        from claimcheck.report.junit import render as junit

        return partial(junit, fail_on=threshold)
    if format == "json":
        from claimcheck.report.json import render

        return render
    if format == "markdown":
        from claimcheck.report.markdown import render

        return render
    from claimcheck.report.lint import render as lint

    return partial(lint, color=not plain and sys.stdout.isatty() and "NO_COLOR" not in os.environ)
