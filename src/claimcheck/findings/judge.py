"""Judging: all claims of all documents in, findings out."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align import candidates, derived, exchanged, profiles
from claimcheck.findings.arithmetic import end_as_numbers, miscounts
from claimcheck.findings.blocks import Blocks
from claimcheck.findings.collector import at_rest
from claimcheck.findings.court import Court
from claimcheck.findings.pairs import Judged, judge_pairs
from claimcheck.findings.pinned import unpinned
from claimcheck.findings.runs import other_runs
from claimcheck.findings.screen import Screen
from claimcheck.findings.select import Selection
from claimcheck.packs.model import RuleSet
from claimcheck.records import Claim, Document, Finding, Relation, by_position

__all__ = ["judge"]

_ORDER = {Relation.CONTRADICTS: 0, Relation.AGREES: 1, Relation.DIFFERS: 2}
_IN_PAIRS = frozenset({"part-whole", "update"})
_SAME_SCOPE = frozenset({"same-value", "same-date", "rank", "limit"})


def judge(claims: Sequence[Claim], documents: Sequence[Document], rules: RuleSet) -> list[Finding]:
    """What the rules have to say of the claims: contradictions first, then agreements, then differences.

    The order of claims and documents makes no difference; documents that share nothing with the others change
    nothing.
    """
    with at_rest():
        return _judged(claims, documents, rules)


def _judged(claims: Sequence[Claim], documents: Sequence[Document], rules: RuleSet) -> list[Finding]:
    ordered = by_position(claims)
    known = sorted(documents, key=lambda document: document.id)
    made = profiles(ordered, known, rules.lexicon)
    held = {document.id: document for document in known}
    made += derived(made, held, end_as_numbers)
    made += exchanged(made, rules.rates) if rules.rates is not None else []
    selection = Selection(rules, held)
    screen = Screen(made, selection)
    blocks = Blocks(candidates(made, screen.worth))
    runs = other_runs(made, blocks.pairs())
    findings: list[Finding] = []
    paired: list[Judged] = []
    for block in blocks:
        judged = judge_pairs(made, block, screen, runs, selection)
        court = Court(made, held, selection, judged)
        findings += court.groups([one for one in judged if one.comparator in _SAME_SCOPE])
        findings += court.differences([one for one in judged if one.comparator == "scope"])
        paired += [one for one in judged if one.comparator in _IN_PAIRS]
        for at in {at for pair in block for at in pair}:
            made[at].forget()
    court = Court(made, held, selection)
    findings += court.pairs(sorted(paired, key=lambda one: (one.first, one.second)))
    findings += [court.sentence(one) for one in miscounts(made, selection)]
    findings += [court.fact(one) for one in unpinned(made, selection)]
    return sorted(findings, key=_key)


def _key(finding: Finding) -> tuple[object, ...]:
    places = tuple((claim.document, claim.span) for claim in finding.claims)
    return (_ORDER[finding.relation], places, finding.rule, finding.message)
