"""New contradictions: those that an edit brought in, told from those that were there before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from claimcheck.compare import COMPARATORS
from claimcheck.findings.edits import Edits, Key, key
from claimcheck.packs.model import Rule, RuleSet, Tolerance
from claimcheck.records import Claim, Finding, Relation

__all__ = ["new_contradictions"]

_ORDERED = frozenset({"part-whole", "update"})


def new_contradictions(
    judged: Iterable[Finding],
    made: Edits,
    rules: RuleSet,
    *,
    stale: Iterable[Key],
    in_history: Callable[[Claim], bool],
    past: Callable[[Claim], bool],
) -> list[Finding]:
    """The contradictions that a claim which the edit added or changed is part of, and that were not there before.

    One whose every other end is reported as a stale copy is left out; so is one with a claim that tells history, and
    one between a statement of the past and one of today.
    """
    touched = {key(edit.new) for edit in made.changed} | {key(claim) for claim in made.added}
    copies = set(stale)
    found = []
    for finding in judged:
        if finding.relation is not Relation.CONTRADICTS:
            continue
        claims = [claim for claim in finding.claims if not in_history(claim)]
        if len(finding.claims) == 1:  # a value that a rule pack pins, and one claim that does not meet it
            if claims and key(claims[0]) in touched and not past(claims[0]):
                found.append(finding)
            continue
        pairs = [
            pair
            for pair in _conflicts(finding, claims, rules)
            if key(pair[0]) in touched and (past(pair[0]) == past(pair[1]) or _of_sentence(finding, rules))
        ]
        if not pairs or all(_was_there(finding, pair, made.before, rules) for pair in pairs):
            continue
        if all(key(other) in copies or key(one) in copies for one, other in pairs):
            continue
        found.append(finding)
    return found


def _conflicts(finding: Finding, claims: Sequence[Claim], rules: RuleSet) -> list[tuple[Claim, Claim]]:
    """The pairs of a finding's claims that conflict, each in both orders; all pairs where order has a meaning."""
    pairs = [(one, other) for one in claims for other in claims if one is not other]
    rule = rules.rule(finding.rule)
    if rule is None or not _of_pairs(rule):
        return pairs
    return [pair for pair in pairs if _conflict(rule.comparator, *pair, rule.tolerance) is not False]


def _of_sentence(finding: Finding, rules: RuleSet) -> bool:
    """Whether the finding is on figures that stand together and do not work out, whatever time they tell of."""
    rule = rules.rule(finding.rule)
    return rule is not None and rule.comparator not in COMPARATORS


def _of_pairs(rule: Rule) -> bool:
    """Whether the rule compares any two claims of a finding; others take them in order, or several at once."""
    return rule.comparator in COMPARATORS and rule.comparator not in _ORDERED


def _conflict(comparator: str, one: Claim, other: Claim, tolerance: Tolerance) -> bool | None:
    verdict = COMPARATORS[comparator](one, other, tolerance)
    return None if verdict is None else verdict.relation is Relation.CONTRADICTS


def _was_there(finding: Finding, pair: tuple[Claim, Claim], before: Mapping[Key, Claim], rules: RuleSet) -> bool:
    """Whether the two places were in conflict before the edit too."""
    old = before.get(key(pair[0]))
    rule = rules.rule(finding.rule)
    if old is None or rule is None or not _of_pairs(rule):
        return False
    other = before.get(key(pair[1]), pair[1])
    return _conflict(rule.comparator, old, other, rule.tolerance) is True
