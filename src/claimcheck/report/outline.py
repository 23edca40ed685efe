"""The order in which reports for people present findings; every such format follows this one outline.

Contradictions come first, then close calls that the tolerance of a rule decided, agreements by topic,
differences of scope by topic, and what was and was not read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from attrs import frozen

from claimcheck.records import Document, Finding, Outcome, Relation, Skip
from claimcheck.report.model import SEVERITIES, Report
from claimcheck.report.phrases import topic

__all__ = ["Outline", "Source", "Topic", "outline"]

# The names that the judge gives to the tests that these sections are about.
TOLERANCE_TESTS = frozenset({"tolerance"})
INDEPENDENCE_TESTS = frozenset({"independence"})


@frozen
class Topic:
    """Findings on one subject, the largest first."""

    title: str
    findings: tuple[Finding, ...]


@frozen
class Source:
    """A document's row in the summary: how many claims were read and in how many findings it takes part."""

    document: Document
    claims: int
    contradicts: int
    agrees: int
    differs: int


@frozen
class Outline:
    """A report in the order of presentation."""

    contradictions: tuple[Finding, ...]
    close: tuple[Finding, ...]
    agreements: tuple[Topic, ...]
    differences: tuple[Topic, ...]
    sources: tuple[Source, ...]
    unread: tuple[Skip, ...]
    left_out: tuple[tuple[str, int], ...]


def outline(report: Report) -> Outline:
    """Sort a report's findings into the sections of its outline."""
    clear: list[Finding] = []
    close: list[Finding] = []
    for finding in report.findings:
        if is_close(finding):
            close.append(finding)
        elif finding.relation is Relation.CONTRADICTS:
            clear.append(finding)
    near = set(map(id, close))
    agreements = [one for one in report.of(Relation.AGREES) if id(one) not in near]
    differences = [one for one in report.of(Relation.DIFFERS) if id(one) not in near]
    reasons = Counter(skip.reason for skip in report.left_out)
    return Outline(
        contradictions=tuple(sorted(clear, key=_gravity)),
        close=tuple(sorted(close, key=_gravity)),
        agreements=_topics(agreements),
        differences=_topics(differences),
        sources=_sources(report),
        unread=tuple(report.unread),
        left_out=tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def is_close(finding: Finding) -> bool:
    """Whether a rule's tolerance, not the figures alone, decided the verdict."""
    return any(reason.test in TOLERANCE_TESTS for reason in finding.reasons)


def independence(finding: Finding) -> str:
    """What the judge says of the independence of the sources that agree, or nothing."""
    return "; ".join(reason.text for reason in finding.reasons if reason.test in INDEPENDENCE_TESTS)


def divergence(finding: Finding) -> list[str]:
    """The clauses that name what differs."""
    return list(
        dict.fromkeys(one.text for one in finding.reasons if one.outcome is Outcome.MISMATCH and one.text)
    )


def _gravity(finding: Finding) -> int:
    return -SEVERITIES.index(finding.severity)


def _breadth(finding: Finding) -> tuple[int, int]:
    return -len({claim.document for claim in finding.claims}), -len(finding.claims)


def _topics(findings: Iterable[Finding]) -> tuple[Topic, ...]:
    """Findings by topic; what most documents speak of comes first, ties stay in the order judged."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[topic(finding.claims)].append(finding)
    topics = [Topic(title, tuple(sorted(group, key=_breadth))) for title, group in groups.items()]
    return tuple(sorted(topics, key=lambda one: _breadth(one.findings[0])))


def _sources(report: Report) -> tuple[Source, ...]:
    claims = Counter(claim.document for claim in report.claims)
    parts: Counter[tuple[str, Relation]] = Counter()
    for finding in report.findings:
        parts.update((id, finding.relation) for id in {claim.document for claim in finding.claims})
    return tuple(
        Source(document, claims[document.id], *(parts[document.id, relation] for relation in _COLUMNS))
        for document in report.documents
    )


_COLUMNS = (Relation.CONTRADICTS, Relation.AGREES, Relation.DIFFERS)
