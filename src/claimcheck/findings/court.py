"""From judged pairs to findings: groups of one thing, pairs of a part and its whole, differences in scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from claimcheck.align import Comparison, Profile, Scope, compare
from claimcheck.align.sizes import rounded
from claimcheck.compare import COMPARATORS
from claimcheck.compare.interval import interval
from claimcheck.findings.clerk import Clerk
from claimcheck.findings.folding import folded
from claimcheck.findings.groups import clusters, components
from claimcheck.findings.pairs import Judged, verdict_of
from claimcheck.findings.select import Selection
from claimcheck.packs.model import Rule, Tolerance
from claimcheck.records import Claim, Document, Finding, Relation

__all__ = ["Court"]

_PLAIN = 8.0  # the score at which two ways of one source to give a figure are worth telling
_TWICE = 100.0  # more than any pair scores
_ROUNDED = 20  # parts of a figure that rounding may change by one
_MANY = 24  # members of a group that a claim is held against
_COHESION = 3.0  # what any two members of a group must score


class Court:
    """Turns judged pairs into findings; of ``judged`` are those whose claims may be joined with each other."""

    def __init__(
        self,
        made: Sequence[Profile],
        documents: Mapping[str, Document],
        selection: Selection,
        judged: Sequence[Judged] = (),
    ) -> None:
        self._profiles = made
        self._documents = documents
        self._selection = selection
        self._clerk = Clerk(made, documents)
        self._compared = {(one.first, one.second): one.found for one in judged}
        self._agreed = {(one.first, one.second) for one in judged if one.relation is Relation.AGREES}

    def _compare(self, first: int, second: int) -> Comparison:
        key = (min(first, second), max(first, second))
        if key not in self._compared:
            self._compared[key] = compare(self._profiles[key[0]], self._profiles[key[1]], self._selection.rules.lexicon)
        return self._compared[key]

    def _clash(self, first: int, second: int) -> bool:
        one, other = self._profiles[first], self._profiles[second]
        if one.claim.document == other.claim.document and one.claim.sentence == other.claim.sentence:
            return True
        if (min(first, second), max(first, second)) in self._agreed:
            return False
        found = self._compare(first, second)
        return found.scope is Scope.DIFFERS or found.score < _COHESION

    def groups(self, judged: Sequence[Judged]) -> list[Finding]:
        """One finding for each group of claims of one thing."""
        by_name: dict[str, list[Judged]] = defaultdict(list)
        for one in judged:
            by_name[one.comparator].append(one)
        findings = []
        for found in by_name.values():
            groups = components([(self._strength(one), one.first, one.second) for one in found], self._clash)
            inner, apart = _inside(groups, judged)
            parted = {(one.first, one.second) for one in apart}
            split = [one for one in found if (one.first, one.second) in parted and self._stands(one, groups)]
            for members, pairs in folded(list(zip(groups, inner, strict=True)), split, self._tells_both):
                findings += [one for one in self._group(members, pairs) if one is not None]
        return findings

    def _tells_both(self, members: Sequence[int], one: Judged) -> bool:
        """Whether claims of a group, other than the pair itself, give both of its figures."""
        rule = self._selection.rules.rule(one.rule)
        if rule is None or rule.comparator not in COMPARATORS:
            return False
        meets = self._meets(rule)
        return all(any(meets(end, member) for member in members[:_MANY]) for end in (one.first, one.second))

    def _strength(self, one: Judged) -> float:
        """How early a pair is joined: what two documents say, before what one of them says twice."""
        a, b = self._profiles[one.first], self._profiles[one.second]
        alone = one.relation is Relation.AGREES and a.document == b.document
        return one.found.score - (_TWICE if alone else 0.0)

    def _stands(self, one: Judged, groups: Sequence[Sequence[int]]) -> bool:
        """Whether a pair that could not be joined is told by itself: a conflict, or what backs a claim of no group."""
        if one.relation is Relation.CONTRADICTS:
            return True
        a, b = self._profiles[one.first], self._profiles[one.second]
        if a.document == b.document or not _one_figure(a.value, b.value):
            return False
        return not all(any(at in group for group in groups) for at in (one.first, one.second))

    def _group(self, members: list[int], inner: Sequence[Judged]) -> list[Finding | None]:
        conflicts = [one for one in inner if one.relation is Relation.CONTRADICTS]
        if conflicts:
            return [self._contradiction(self._parties(members, inner, conflicts), conflicts)]
        rule = self._selection.rules.rule(inner[0].rule)
        split = [members] if rule is None else clusters(members, self._bears(rule))
        return [
            self._agreement(some, [one for one in inner if one.first in some and one.second in some])
            for some in split
            if len(some) > 1
        ]

    def _bears(self, rule: Rule) -> Callable[[int, int], bool]:
        """Whether two figures can stand in one agreement: "around 18" agrees with 16.67 and 18, but these do not."""

        def bears(first: int, second: int) -> bool:
            one, other = self._profiles[first], self._profiles[second]
            verdict = verdict_of(rule.comparator, one, other, rule.tolerance)
            return verdict is None or verdict.relation is not Relation.CONTRADICTS

        return bears

    def _parties(self, members: Sequence[int], judged: Sequence[Judged], conflicts: Sequence[Judged]) -> list[int]:
        """The members that conflict with another or agree with one that does; of versions, in the role of these."""
        kept = {one for found in conflicts for one in (found.first, found.second)}
        roles = {self._profiles[one].clause.role for one in kept} - {""}
        for found in judged:
            if found.relation is Relation.AGREES and kept & {found.first, found.second}:
                pair = (self._profiles[one] for one in (found.first, found.second))
                kept |= {
                    one.index for one in pair if one.dimension != "version" or one.stock or one.clause.role in roles
                }
        return [one for one in members if one in kept]

    def _meets(self, rule: Rule) -> Callable[[int, int], bool]:
        comparator = COMPARATORS[rule.comparator]

        def meets(first: int, second: int) -> bool:
            one, other = self._profiles[first].value, self._profiles[second].value
            verdict = comparator(one, other, rule.tolerance)
            return verdict is not None and verdict.relation is Relation.AGREES

        return meets

    def _contradiction(self, members: list[int], conflicts: list[Judged]) -> Finding | None:
        best = max(conflicts, key=_rank)
        rule = self._selection.rules.rule(best.rule)
        if rule is None:
            return None
        return self._clerk.contradiction(rule, best, members, clusters(members, self._meets(rule)))

    def _agreement(self, members: list[int], agreements: list[Judged]) -> Finding | None:
        if not agreements:
            return None
        best = max(agreements, key=_rank)
        rule = self._selection.rules.rule(best.rule)
        if rule is None or (len(self._sources(members)) < 2 and not self._reconciled(best)):
            return None
        return self._clerk.agreement(rule, best, members)

    def _reconciled(self, one: Judged) -> bool:
        """Whether one source gives a figure in two ways that agree only by rounding or tolerance: worth telling."""
        a, b = self._profiles[one.first].claim.quantity, self._profiles[one.second].claim.quantity
        if a is None or b is None or one.found.score < _PLAIN or None in (a.low, a.high, b.low, b.high):
            return False
        first, second = self._profiles[one.first].claim, self._profiles[one.second].claim
        return interval(first, Tolerance()) != interval(second, Tolerance())

    def _sources(self, members: Sequence[int]) -> set[tuple[str, object]]:
        """The sources of claims, each once."""
        return {self._source(one) for one in members}

    def _source(self, member: int) -> tuple[str, object]:
        """A document, or a dated part of one: an archive's articles are sources of their own."""
        profile = self._profiles[member]
        document = self._documents.get(profile.claim.document)
        own = document.published if document is not None else None
        return profile.claim.document, profile.published if profile.published != own else None

    def pairs(self, judged: Sequence[Judged]) -> list[Finding]:
        """One finding for each pair of a part and its whole, or of a running total at two times."""
        findings: dict[str, Finding] = {}
        for one in judged:
            rule = self._selection.rules.rule(one.rule)
            if rule is not None:
                finding = self._clerk.pair(rule, one)
                findings.setdefault(finding.fingerprint, finding)
        return list(findings.values())

    def differences(self, judged: Sequence[Judged]) -> list[Finding]:
        """One finding for all figures of one kind of thing that differ in scope, with what tells them apart."""
        groups = components([(one.found.alike, one.first, one.second) for one in judged], lambda first, second: False)
        findings = []
        for members, inner in zip(groups, _inside(groups, judged)[0], strict=True):
            best = max(inner, key=lambda one: (one.found.alike, -one.first, -one.second))
            rule = self._selection.rules.rule(best.rule)
            if rule is not None and len(self._sources(members)) > 1:
                findings.append(self._clerk.difference(rule, best, members, inner))
        return findings


def _rank(one: Judged) -> tuple[float, int, int]:
    """By what the best of several pairs is chosen."""
    return one.found.score, -one.first, -one.second


def _one_figure(a: Claim, b: Claim) -> bool:
    """Whether two figures are the same but for how they were rounded, two times the same."""
    if a.quantity is None or b.quantity is None:
        return a.when is not None and b.when is not None and (a.when.start, a.when.end) == (b.when.start, b.when.end)
    return rounded(a, b, _ROUNDED)


def _inside(groups: Sequence[Sequence[int]], judged: Sequence[Judged]) -> tuple[list[list[Judged]], list[Judged]]:
    """The pairs that lie within each group, and those that lie within none; each in order of position."""
    group_of = {one: number for number, members in enumerate(groups) for one in members}
    inner: list[list[Judged]] = [[] for _ in groups]
    apart: list[Judged] = []
    for one in sorted(judged, key=lambda one: (one.first, one.second)):
        number = group_of.get(one.first)
        if number is not None and number == group_of.get(one.second):
            inner[number].append(one)
        else:
            apart.append(one)
    return inner, apart
