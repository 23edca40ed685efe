"""Contradictions as linters print them: ``file:line:column: severity: message [rule]``, and both ends."""

from __future__ import annotations

from claimcheck.findings.fingerprint import SHORT
from claimcheck.records import Relation, Severity
from claimcheck.report.faults import faults, tally
from claimcheck.report.model import Report
from claimcheck.report.phrases import enumerated, plural
from claimcheck.report.places import quotation

__all__ = ["render"]

_QUOTE = 120
_PAINT = {"bold": "1", "dim": "2", Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def render(report: Report, *, color: bool = False) -> str:
    """The contradictions by place, and one line that sums up."""

    def paint(text: str, style: str) -> str:
        return f"\x1b[{_PAINT[style]}m{text}\x1b[0m" if color else text

    found = faults(report)
    lines: list[str] = []
    for fault in found:
        severity = fault.finding.severity
        rule = paint(f"[{fault.finding.rule}]", "dim")
        place = paint(fault.ends[0].place, "bold")
        lines.append(f"{place}: {paint(severity.value, severity)}: {fault.message} {rule}")
        for end in fault.ends:
            quote = quotation(report, end.claim, _QUOTE)
            lines.append(f"    {end.place}: {quote.before}{paint(quote.figure, 'bold')}{quote.after}")
        if fault.why:
            lines.append(paint(f"    why: {'; '.join(fault.why)}", "dim"))
        lines.append(paint(f"    explain: {fault.finding.fingerprint[:SHORT]}", "dim"))
        lines.append("")
    read = f"{plural(len(report.claims), 'claim')} in {plural(len(report.documents), 'document')}"
    if found:
        counts = enumerated([plural(count, severity.value) for severity, count in tally(found)])
        named = {fault.finding.relation for fault in found}
        kind = "contradiction" if named == {Relation.CONTRADICTS} else "finding"
        lines.append(f"{plural(len(found), kind)} ({counts}) among {read}.")
    else:
        lines.append(f"No contradictions among {read}.")
    return "\n".join(lines) + "\n"
