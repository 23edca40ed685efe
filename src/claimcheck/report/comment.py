"""What a gate reports as Markdown for a pull-request comment: a table of faults, each with its ends below."""

from __future__ import annotations

from claimcheck.records import Relation, Severity
from claimcheck.report.faults import Fault, faults, tally
from claimcheck.report.markdown import code, escaped
from claimcheck.report.model import Report
from claimcheck.report.phrases import enumerated, plural

__all__ = ["render"]

_MARK = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
_SHOWN = 50  # a comment holds 65,536 characters
_QUOTE = 200


def render(report: Report) -> str:
    """The faults in order of place, the gravest first; long lists are cut and say so."""
    ranks = list(_MARK)
    found = sorted(faults(report), key=lambda fault: ranks.index(fault.finding.severity))
    read = f"{plural(len(report.claims), 'claim')} in {plural(len(report.documents), 'document')}"
    lines = ["# claimcheck", ""]
    if not found:
        lines.append(f"No contradictions among {read}.")
    else:
        counts = enumerated([plural(count, severity.value) for severity, count in tally(found)])
        kind = "contradiction" if {fault.finding.relation for fault in found} == {Relation.CONTRADICTS} else "finding"
        lines += [f"**{plural(len(found), kind)}** ({counts}) among {read}.", ""]
        for fault in found[:_SHOWN]:
            lines += _fault(fault)
        if len(found) > _SHOWN:
            lines += [f"… and {len(found) - _SHOWN} more.", ""]
    if report.unread:
        lines += ["", "Not read:", ""]
        lines += [f"- {code(skip.document)}: {escaped(skip.reason)}" for skip in report.unread]
    return "\n".join(lines).rstrip() + "\n"


def _fault(fault: Fault) -> list[str]:
    mark = _MARK[fault.finding.severity]
    lines = [f"- {mark} {escaped(fault.message)} ({code(fault.finding.rule)})"]
    for end in fault.ends:
        quote = end.quote if len(end.quote) <= _QUOTE else f"{end.quote[:_QUOTE]}…"
        lines.append(f"  - {code(end.place)}: {escaped(quote)}")
    return [*lines, ""]
