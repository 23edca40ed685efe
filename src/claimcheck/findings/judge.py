"""Judging: all claims of all documents in, findings out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from claimcheck.align import Profile, candidates, derived, exchanged, profiles
from claimcheck.findings.arithmetic import end_as_numbers, miscounts
from claimcheck.findings.blocks import Blocks
from claimcheck.findings.collector import at_rest
from claimcheck.findings.court import Court
from claimcheck.findings.pairs import Judged, judge_pairs
from claimcheck.findings.pinned import unpinned
from claimcheck.findings.processes import at_hand, spread
from claimcheck.findings.runs import other_runs
from claimcheck.findings.screen import Screen
from claimcheck.findings.select import Selection
from claimcheck.findings.sole import Sole
from claimcheck.packs.model import RuleSet
from claimcheck.records import Claim, Document, Finding, Relation, by_position

__all__ = ["judge"]

_ORDER = {Relation.CONTRADICTS: 0, Relation.AGREES: 1, Relation.DIFFERS: 2}
_IN_PAIRS = frozenset({"part-whole", "update"})
_SAME_SCOPE = frozenset({"same-value", "same-date", "rank", "limit"})
_MANY = 20_000  # claims from which several processes are worth their making


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
    blocks = Blocks(candidates(made, screen.worth))
    for profile in made:
        profile.forget()
    bench = _Bench(made, held, selection, screen, blocks)
    findings: list[Finding] = []
    paired: list[Judged] = []
    for told in spread(bench.told, blocks.sizes, processes):
        findings += map(bench.whole, told.findings)
        paired += told.paired
    court = Court(made, held, selection)
    findings += court.pairs(sorted(paired, key=lambda one: (one.first, one.second)))
    findings += [court.sentence(one) for one in miscounts(made, selection)]
    findings += [court.fact(one) for one in unpinned(made, selection)]
    return sorted(findings, key=_key)


_Bare = tuple[Finding, tuple[int, ...]]
"""A finding without its claims, and the positions of these: what goes from one process to another."""


@frozen
class _Told:
    """What was found in one block: findings, and the pairs that are told of one by one."""

    findings: list[_Bare]
    paired: list[Judged]


class _Bench:
    """Judges one block after another."""

    def __init__(
        self,
        made: Sequence[Profile],
        documents: Mapping[str, Document],
        selection: Selection,
        screen: Screen,
        blocks: Blocks,
    ) -> None:
        self._profiles = made
        self._documents = documents
        self._selection = selection
        self._screen = screen
        self._blocks = blocks
        self._runs = other_runs(made, blocks.pairs())
        self._sole = Sole(made)

    def told(self, number: int) -> _Told:
        """What is found in the block of this number; nothing that was read for it is kept."""
        pairs = self._blocks[number]
        judged = judge_pairs(self._profiles, pairs, self._screen, self._runs, self._sole, self._selection)
        court = Court(self._profiles, self._documents, self._selection, judged)
        findings = [
            *court.groups([one for one in judged if one.comparator in _SAME_SCOPE]),
            *court.differences([one for one in judged if one.comparator == "scope"]),
        ]
        members = {at for pair in pairs for at in pair}
        position = {id(self._profiles[at].claim): at for at in members}
        bare = [(evolve(one, claims=()), tuple(position[id(claim)] for claim in one.claims)) for one in findings]
        for at in members:
            self._profiles[at].forget()
        return _Told(bare, [one for one in judged if one.comparator in _IN_PAIRS])

    def whole(self, bare: _Bare) -> Finding:
        """The finding with its claims."""
        finding, positions = bare
        return evolve(finding, claims=tuple(self._profiles[at].claim for at in positions))


def _key(finding: Finding) -> tuple[object, ...]:
    places = tuple((claim.document, claim.span) for claim in finding.claims)
    return (_ORDER[finding.relation], places, finding.rule, finding.message)
