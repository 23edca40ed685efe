"""What a gate reports: contradictions and what an edit did, by place, each a fault at one end with its other ends."""

from __future__ import annotations

from attrs import frozen

from claimcheck.records import Claim, Finding, Place, Relation, Severity, Span
from claimcheck.report.model import SEVERITIES, Report, at_or_above
from claimcheck.report.outline import verdict_clauses
from claimcheck.report.places import file_of, flat, visible
from claimcheck.report.rules import GATE_RULES

__all__ = ["End", "Fault", "faults", "gravest", "is_fault"]


@frozen
class End:
    """One claim of a contradiction: where its figure begins and ends, and its sentence on one line."""

    claim: Claim
    path: str
    first: Place
    last: Place
    quote: str

    @property
    def place(self) -> str:
        """``file:line:column``."""
        return f"{self.path}:{self.first.line}:{self.first.column}"


@frozen
class Fault:
    """A contradiction with its ends; the first is where it is reported."""

    finding: Finding
    ends: tuple[End, ...]
    why: tuple[str, ...]

    @property
    def message(self) -> str:
        """The finding's sentence on one line."""
        return flat(self.finding.message)


def is_fault(finding: Finding) -> bool:
    """Whether a gate reports the finding: a contradiction, or one of the gate's own rules."""
    return finding.relation is Relation.CONTRADICTS or finding.rule in GATE_RULES


def faults(report: Report) -> list[Fault]:
    """What a gate reports, by file, line and column of the first end."""
    found = [_fault(report, finding) for finding in report.findings if is_fault(finding)]
    return sorted(found, key=lambda one: (one.ends[0].path, one.ends[0].claim.span, one.finding.fingerprint))


def gravest(report: Report, fail_on: Severity) -> bool:
    """Whether a fault is at or above the threshold."""
    return any(is_fault(finding) and at_or_above(finding.severity, fail_on) for finding in report.findings)


def tally(found: list[Fault]) -> list[tuple[Severity, int]]:
    """How many faults there are of each severity, gravest first, none left out that occurs."""
    counts = [(one, sum(fault.finding.severity is one for fault in found)) for one in reversed(SEVERITIES)]
    return [(severity, count) for severity, count in counts if count]


def _fault(report: Report, finding: Finding) -> Fault:
    return Fault(
        finding,
        tuple(_end(report, claim) for claim in finding.claims),
        tuple(flat(text) for text in verdict_clauses(finding)),
    )


def _end(report: Report, claim: Claim) -> End:
    document = report.document(claim.document)
    return End(
        claim,
        visible(file_of(document)),
        document.locate(claim.span),
        document.locate(Span(claim.span.end, claim.span.end)),
        flat(report.sentence(claim).cover(document.text)),
    )
