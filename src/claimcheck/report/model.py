"""The report: what one run found, read and left out, and the way back to files, lines and quotations."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from attrs import field, frozen

from claimcheck.records import Claim, Document, Finding, Place, Relation, Severity, Skip, Span

__all__ = ["SEVERITIES", "Report", "RuleNote", "at_or_above"]

SEVERITIES = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


def at_or_above(severity: Severity, threshold: Severity) -> bool:
    """Whether a severity reaches the threshold; in rising order note, warning, error."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(threshold)


@frozen
class RuleNote:
    """What a report says of a rule behind one of its findings: its title, what it means and its page."""

    id: str
    title: str = ""
    help: str = ""
    uri: str = ""


@frozen(eq=False)
class Report:
    """The outcome of one run: documents read, claims found, findings judged, and what was not read.

    ``rules`` describes the rules that the findings name. ``skipped`` holds files (``span`` None) and
    numerals that were left out, each with its reason.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...] = field(repr=False)
    findings: tuple[Finding, ...]
    skipped: tuple[Skip, ...] = field(default=(), repr=False)
    rules: tuple[RuleNote, ...] = field(default=(), repr=False)

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as JSON, without loss: ``claimcheck.report.json.loads`` gives equal records back."""
        from claimcheck.report.json import dumps

        return dumps(self, indent=indent)

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}

    def document(self, id: str) -> Document:
        """The document with an id; raises KeyError where the report read none such."""
        return self._by_id[id]

    def find(self, id: str) -> Document | None:
        """The document with an id, or None where the report read none such."""
        return self._by_id.get(id)

    def place(self, claim: Claim) -> Place:
        """The line and column of a claim in its file."""
        return self._by_id[claim.document].locate(claim.span)

    def sentence(self, claim: Claim) -> Span:
        """The span to quote: the claim's sentence, or the claim itself where that lies outside it."""
        whole, part = claim.sentence, claim.span
        return whole if whole.start <= part.start and part.end <= whole.end else part

    def of(self, relation: Relation) -> list[Finding]:
        """The findings of one relation, in the order judged."""
        return [finding for finding in self.findings if finding.relation is relation]

    def worst(self) -> Severity | None:
        """The highest severity among the findings, or None where there are none."""
        return max((finding.severity for finding in self.findings), key=SEVERITIES.index, default=None)

    def counts(self) -> dict[Relation, int]:
        """How many findings there are of each relation."""
        tally = Counter(finding.relation for finding in self.findings)
        return {relation: tally[relation] for relation in Relation}

    @property
    def unread(self) -> list[Skip]:
        """The files that were not read."""
        return [skip for skip in self.skipped if skip.span is None]

    @property
    def left_out(self) -> list[Skip]:
        """The numerals that were left out."""
        return [skip for skip in self.skipped if skip.span is not None]
