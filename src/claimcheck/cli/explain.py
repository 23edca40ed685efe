"""``claimcheck explain``: one finding, to the last step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.common import Inputs, complaints, emit, finish, input_options, report_of, settings_of
from claimcheck.cli.gate import Gate, gated_report
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.config import Settings
    from claimcheck.records import Finding
    from claimcheck.report import Report

__all__ = ["command"]


@click.command("explain")
@click.argument("fingerprint")
@input_options(required=False)
@click.option("--base", metavar="REV", help="Explain a finding of check --base REV.")
@click.option("--head", metavar="REV", help="With --base: compare this revision, not the working tree.")
@click.option("--merge-base", is_flag=True, help="With --base: compare with where the two histories parted.")
@click.option("--no-cache", is_flag=True, help="Read every file anew and keep nothing.")
def command(fingerprint: str, **shared: Any) -> None:
    """Explain one finding: its claims, every test of comparability, the intervals and the arithmetic.

    FINGERPRINT is what report and check print with each finding; its first digits are enough where only one
    finding has them. PATH is the current folder unless it is given.

    Exit codes: 0; 2 where no finding has the fingerprint, or several begin with it, or something could not be read.
    """
    gate = Gate(**{name: shared.pop(name) for name in ("base", "head", "merge_base", "no_cache")})
    if gate.base is None and (gate.head is not None or gate.merge_base):
        raise click.UsageError("--head and --merge-base say what to compare with --base; give it too.")
    inputs = Inputs(**{**shared, "paths": shared["paths"] or (".",)})
    from claimcheck.pipeline import rules_for
    from claimcheck.report.explained import render

    settings = settings_of(inputs)
    report, finding = _found(inputs, settings, gate, fingerprint)
    emit(render(report, finding, rules_for(settings, inputs.packs).rule(finding.rule)))
    finish([complaints(report.unread)])


def _found(inputs: Inputs, settings: Settings, gate: Gate, fingerprint: str) -> tuple[Report, Finding]:
    """The finding among those of the gate, else among those of the report, which suppressions do not keep quiet."""
    from claimcheck.findings.fingerprint import matching

    report = gated_report(inputs, settings, gate)
    if not matching(report.findings, fingerprint) and gate.base is None and "-" not in inputs.paths:
        report = report_of(inputs, settings)
    found = matching(report.findings, fingerprint)
    if len(found) != 1:
        raise _missed(report, found, fingerprint)
    return report, found[0]


def _missed(report: Report, found: list[Finding], fingerprint: str) -> ClaimcheckError:
    """Why no finding, or no single one, could be explained, with those that may be meant."""
    from claimcheck.findings.fingerprint import SHORT, near
    from claimcheck.report.phrases import plural
    from claimcheck.report.places import flat

    digits = max(SHORT, len(fingerprint) + 2)
    shown = [
        f"{one.fingerprint[:digits]} ({flat(one.message)})" for one in (found or near(report.findings, fingerprint))
    ]
    if found:
        message = f"{plural(len(found), 'finding')} have fingerprints that begin with {fingerprint!r}"
        return ClaimcheckError("many-findings", message, hint=f"give more digits: {'; '.join(shown[:5])}")
    message = f"no finding has the fingerprint {fingerprint!r} among {plural(len(report.findings), 'finding')}"
    hint = f"near it: {'; '.join(shown)}" if shown else "`claimcheck report` and `check` print them, for the same PATH"
    return ClaimcheckError("no-such-finding", message, hint=hint)
