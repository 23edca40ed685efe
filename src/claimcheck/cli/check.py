"""``claimcheck check``: the gate."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.common import Inputs, complaints, emit, finish, input_options, save, settings_of
from claimcheck.cli.gate import Gate, gated_report, of_files, without_known, write_baseline
from claimcheck.cli.root import complain

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
@input_options(required=False)
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
@click.option("--base", metavar="REV", help="Report what the edit since this git revision did to the facts.")
@click.option("--head", metavar="REV", help="With --base: compare this revision, not the working tree.")
@click.option("--merge-base", is_flag=True, help="With --base: compare with where the two histories parted.")
@click.option("--within", metavar="FOLDER", help="Read this folder; PATH only says which files' findings are told.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Keep quiet what this file knows of.")
@click.option("--update-baseline", is_flag=True, help="Write the findings to the baseline instead of failing.")
@click.option("--no-cache", is_flag=True, help="Read every file anew and keep nothing.")
def command(
    targets: tuple[tuple[str, str], ...],
    fail_on: str | None,
    baseline: Path | None,
    update_baseline: bool,
    within: str | None,
    **shared: Any,
) -> None:
    """Check documents as a gate: fail where they contradict each other.

    With --base, what an edit did to the facts is reported: copies of a changed figure that still give the old
    value, and new contradictions, as errors; other changed figures as notes. PATH is the current folder unless
    it is given.

    Exit codes: 0 no finding at or above the threshold (error, unless --fail-on or the settings say
    otherwise); 1 at least one; 2 where something could not be read. The same in every format.
    """
    gate = Gate(**{name: shared.pop(name) for name in ("base", "head", "merge_base", "no_cache")})
    if gate.base is None and (gate.head is not None or gate.merge_base):
        raise click.UsageError("--head and --merge-base say what to compare with --base; give it too.")
    told = shared["paths"] if within is not None else ()
    inputs = Inputs(**{**shared, "paths": (within,) if within is not None else shared["paths"] or (".",)})
    from claimcheck.records import Severity
    from claimcheck.report.faults import gravest

    settings = settings_of(inputs)
    known = baseline or settings.baseline
    if update_baseline and known is None:
        raise click.UsageError("--update-baseline needs --baseline FILE, or the setting baseline.")
    if update_baseline and gate.base is not None:
        raise click.UsageError("a baseline is of the whole tree; give --update-baseline without --base.")
    threshold = Severity(fail_on) if fail_on else settings.fail_on
    report = gated_report(inputs, settings, gate)
    unread = complaints(report.unread)
    if update_baseline and known is not None:
        written = write_baseline(report, known)
        if not inputs.quiet:
            complain(f"{known}: {written} finding{'' if written == 1 else 's'} kept quiet")
        finish([unread])
        return
    if known is not None:
        report = without_known(report, known, whole=gate.base is None and not told, quiet=inputs.quiet)
    if told:
        report = of_files(report, told)
    for format, file in targets:
        text = renderer(format, threshold, plain=bool(file))(report)
        save(text, Path(file)) if file else emit(text)
    finish([unread, EXIT_FINDINGS if gravest(report, threshold) else 0])


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
        from claimcheck.report.comment import render

        return render
    from claimcheck.report.lint import render as lint

    return partial(lint, color=not plain and sys.stdout.isatty() and "NO_COLOR" not in os.environ)
