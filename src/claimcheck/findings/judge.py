"""Judging: all claims of all documents in, findings out."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align import candidates, derived, exchanged, profiles
from claimcheck.findings.agenda import Agenda
from claimcheck.findings.arithmetic import end_as_numbers, miscounts
from claimcheck.findings.bench import Bench, Rest
from claimcheck.findings.clerk import Clerk
from claimcheck.findings.collector import at_rest
from claimcheck.findings.court import Court
from claimcheck.findings.pinned import unpinned
from claimcheck.findings.processes import at_hand
from claimcheck.findings.screen import Screen
from claimcheck.findings.select import Selection
from claimcheck.findings.superseded import superseded, told_of
from claimcheck.packs.model import RuleSet
from claimcheck.records import Claim, Document, Finding, Relation, by_position

__all__ = ["judge"]

_ORDER = {Relation.CONTRADICTS: 0, Relation.AGREES: 1, Relation.DIFFERS: 2}
_MANY = 5_000  # claims from which several processes are worth their making


def judge(
    claims: Sequence[Claim], documents: Sequence[Document], rules: RuleSet, *, processes: int | None = None
) -> list[Finding]:
    """What the rules have to say of the claims: contradictions first, then agreements, then differences.

    The order of claims and documents makes no difference; documents that share nothing with the others change
    nothing; nor does the number of processes, by default one for each processor where there are many claims.
    """
    if processes is None:
        processes = at_hand() if len(claims) >= _MANY else 1
    with at_rest():
        return _judged(claims, documents, rules, processes)


def _judged(claims: Sequence[Claim], documents: Sequence[Document], rules: RuleSet, processes: int) -> list[Finding]:
    ordered = by_position(claims)
    known = sorted(documents, key=lambda document: document.id)
    made = profiles(ordered, known, rules.lexicon)
    held = {document.id: document for document in known}
    made += derived(made, held, end_as_numbers)
    made += exchanged(made, rules.rates) if rules.rates is not None else []
    selection = Selection(rules, held)
    screen = Screen(made, selection)
    agenda = Agenda(candidates(made, screen.worth), [profile.document for profile in made])
    bench = Bench(made, held, selection, screen, agenda)
    findings: list[Finding] = []
    rest = Rest()
    for told in bench.told(processes):
        findings += told.findings
        rest.extend(told.rest)
    court, clerk = Court(made, held, selection, rest.alike), Clerk(made, held)
    findings += court.groups(rest.alike)
    findings += court.differences(rest.apart)
    findings += court.pairs(sorted(rest.paired, key=lambda one: (one.first, one.second)))
    findings += [clerk.sentence(one) for one in miscounts(made, selection)]
    findings += [clerk.history(one) for one in superseded(made, held, selection) if not told_of(one, findings)]
    findings += [clerk.fact(one) for one in unpinned(made, selection)]
    return sorted(findings, key=_key)


def _key(finding: Finding) -> tuple[object, ...]:
    places = tuple((claim.document, claim.span) for claim in finding.claims)
    why = tuple(reason.text for reason in finding.reasons)
    return (_ORDER[finding.relation], places, finding.rule, finding.message, why)
