"""The order in which reports for people present findings; every such format follows this one outline.

Contradictions come first, then close calls that the tolerance of a rule decided, agreements by topic,
differences of scope by topic, and what was and was not read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from attrs import frozen

from claimcheck.records import Document, Finding, Modifier, Outcome, Reason, Relation, Skip
from claimcheck.report.model import SEVERITIES, Report
from claimcheck.report.phrases import plural, topic

__all__ = [
    "CLOSE",
    "Outline",
    "Source",
    "Topic",
    "comparison_clauses",
    "divergence",
    "independence",
    "is_close",
    "outline",
    "verdict_clauses",
]

CLOSE = "Close calls, within the tolerance only"
"""The heading of the section of close calls."""

# The judge's names for tests that have a place of their own in a report.
_VALUES, _WORKED_OUT, _INDEPENDENCE, _EVIDENCE = "values", "worked out", "independence", "evidence"
# Tests whose clauses need no label: it is plain that "2016 / 2017" is about time.
_EVIDENT = frozenset({"time", "entities", "status", "context"})


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
    """Whether claims agree although the figures as written do not meet, so that a tolerance decided.

    That is so where one is written as approximate ("almost 20%" beside "16-18%"). Figures in different
    units are left aside.
    """
    if finding.relation is not Relation.AGREES:
        return False
    figures = [claim.quantity for claim in finding.claims if claim.quantity is not None]
    if len({figure.unit for figure in figures}) != 1:
        return False
    if all(figure.modifier is not Modifier.APPROX for figure in figures):
        return False
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def independence(finding: Finding) -> str:
    """How many documents agree, and what makes one voice of several."""
    documents = len({claim.document for claim in finding.claims})
    ties = [reason.text for reason in finding.reasons if reason.test == _INDEPENDENCE and reason.text]
    if documents == 1:
        sections = len({claim.section for claim in finding.claims})
        return "one document" + (f", {sections} sections" if sections > 1 else "")
    if not ties:
        return f"{documents} documents, nothing known that ties them"
    voices = plural(max(documents - len(ties), 1), "voice")
    return f"{documents} documents but {voices}: {'; '.join(dict.fromkeys(ties))}"


def verdict_clauses(finding: Finding) -> list[str]:
    """Why the verdict is what it is: how the values were worked out and compared, then every test that failed."""
    values = [one.text for one in finding.reasons if one.test in (_WORKED_OUT, _VALUES) and one.text]
    return list(dict.fromkeys([*values, *divergence(finding)]))


def comparison_clauses(finding: Finding, outcome: Outcome) -> list[str]:
    """The tests of comparability with one outcome; values, their weights and independence aside."""
    return list(
        dict.fromkeys(
            _labelled(one)
            for one in finding.reasons
            if one.outcome is outcome and one.text and one.test not in (_VALUES, _WORKED_OUT, _INDEPENDENCE, _EVIDENCE)
        )
    )


def divergence(finding: Finding) -> list[str]:
    """The clauses that name what differs; between a part and its whole, what only one of them says."""
    plain = comparison_clauses(finding, Outcome.MISMATCH)
    return plain or (comparison_clauses(finding, Outcome.UNKNOWN) if finding.relation is Relation.DIFFERS else plain)


def _labelled(reason: Reason) -> str:
    if reason.test in _EVIDENT:
        return reason.text
    return f"{reason.test} {reason.text}" if " / " in reason.text else f"{reason.test}: {reason.text}"


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
