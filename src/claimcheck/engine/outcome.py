"""What a run of the gate yields, and what the settings have to say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import evolve, frozen

from claimcheck.config import Settings
from claimcheck.packs import RuleSet
from claimcheck.records import Finding
from claimcheck.report.model import Report
from claimcheck.report.rules import GATE_RULES, gate_note

__all__ = ["Outcome", "in_grades", "noted", "permitted", "rule_ids"]


@frozen
class Outcome:
    """A report without what suppressions keep quiet, and how many files had to be read for it."""

    report: Report
    read: int = 0


def permitted(findings: Iterable[Finding], ignored: Callable[[str, str], bool]) -> list[Finding]:
    """The findings none of whose files ignores their rule."""
    return [one for one in findings if not any(ignored(claim.document, one.rule) for claim in one.claims)]


def in_grades(findings: Iterable[Finding], settings: Settings) -> list[Finding]:
    """The gate's own findings with the severity that the settings give their rules; none of a rule that is off."""
    graded = []
    for finding in findings:
        setting = settings.rule.get(finding.rule) if finding.rule in GATE_RULES else None
        if setting is None:
            graded.append(finding)
        elif setting.enabled:
            graded.append(evolve(finding, severity=setting.severity or finding.severity))
    return graded


def rule_ids(rules: RuleSet) -> list[str]:
    """The ids of all rules, the gate's own among them."""
    return [*(rule.id for rule in rules.rules), *GATE_RULES]


def noted(report: Report) -> Report:
    """The report with what it says of the gate's own rules."""
    used = sorted({finding.rule for finding in report.findings} & set(GATE_RULES))
    known = tuple(note for note in report.rules if note.id not in GATE_RULES)
    return evolve(report, rules=tuple(sorted((*known, *map(gate_note, used)), key=lambda note: note.id)))
