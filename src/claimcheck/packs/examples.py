"""Runs the examples that rules carry: each is a test of the rule and of everything before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from claimcheck.packs.model import Example, Rule, RuleSet
from claimcheck.records import Document, Finding, Relation

__all__ = ["Outcome", "run_examples"]

Checker = Callable[[Sequence[Document], RuleSet], Sequence[Finding]]


@frozen
class Outcome:
    """How one example came out: ``got`` is the relation that the rule reported across the texts, or ``nothing``.

    ``others`` names rules that reported something besides, which is no failure.
    """

    rule: Rule
    example: Example
    got: str
    others: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the rule reported what the example expects."""
        return self.got == self.example.expect


def run_examples(ruleset: RuleSet, checker: Checker, rules: Sequence[str] | None = None) -> Iterator[Outcome]:
    """Check each example of each rule (or of those named), one after the other, in the order of the packs.

    ``checker`` judges documents under a rule set; passing it in keeps packs free of later stages.
    """
    for rule in ruleset.rules:
        if rules is None or rule.id in rules:
            for example in rule.examples:
                yield _run(rule, example, ruleset, checker)


def _run(rule: Rule, example: Example, ruleset: RuleSet, checker: Checker) -> Outcome:
    documents = [
        Document.from_text(example.a, id="a", published=_day(example.a_date), format="markdown"),
        Document.from_text(example.b, id="b", published=_day(example.b_date), format="markdown"),
    ]
    found = [
        finding
        for finding in checker(documents, ruleset)
        if len({claim.document for claim in finding.claims}) > 1 or not example.b
    ]
    own = {finding.relation for finding in found if finding.rule == rule.id}
    got = next((relation.value for relation in (Relation.CONTRADICTS, *Relation) if relation in own), "nothing")
    others = tuple(sorted({finding.rule for finding in found if finding.rule != rule.id}))
    return Outcome(rule, example, got, others)


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
