"""From claims to judged pairs: candidates, comparability, the values, and the best match in each document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from claimcheck.align import Comparison, Profile, Scope, begin, finish, go_on, headroom, headroom_left
from claimcheck.compare import COMPARATORS, Verdict
from claimcheck.compare.part_whole import adds_up
from claimcheck.findings.apart import worth_naming, worth_setting_apart
from claimcheck.findings.conflicts import Conflicts
from claimcheck.findings.evidence import agrees, coincides, may_agree
from claimcheck.findings.one_story import backed, singular
from claimcheck.findings.rivals import Compared, Pair, Rivals, equal
from claimcheck.findings.runs import other_runs, run_of
from claimcheck.findings.scorecard import Weighed
from claimcheck.findings.screen import Screen
from claimcheck.findings.select import Selection
from claimcheck.findings.totals import running
from claimcheck.packs.model import Tolerance
from claimcheck.records import Kind, Relation

__all__ = ["Judged", "judge_pairs", "verdict_of"]

# A match that scores this much less than the best one in the same document is not it.
_NEAR = 0.75
_NAMED = 1.0  # what one noun gives
_NEAR_SAME = 2.0  # for figures that are exactly the same
# The most that comparators can find: evidence too weak even for these needs no arithmetic.
_TELLING = Verdict(Relation.AGREES, "", 1.0)


@frozen
class Judged:
    """Two claims, in order of position, with the relation found; ``rule`` is the id of the rule that reports it,
    ``weighed`` what spoke for it.
    """

    first: int
    second: int
    relation: Relation
    comparator: str
    rule: str
    found: Comparison
    verdict: Verdict | None
    weighed: Weighed | None = None


def comparator_of(profile: Profile) -> str:
    """The comparator for two claims of one thing in one scope."""
    if profile.dimension == "date":
        return "same-date"
    return "rank" if profile.claim.kind is Kind.RANK else "same-value"


def _comparator(a: Profile, b: Profile) -> str:
    name = comparator_of(a)
    return "limit" if name == "same-value" and a.limits and b.limits else name


def judge_pairs(
    profiles: Sequence[Profile],
    pairs: Sequence[Pair],
    screen: Screen,
    selection: Selection,
    conflicts: Conflicts,
) -> list[Judged]:
    """Those of ``pairs`` on which a rule has something to report, in order.

    ``pairs`` are all of one or of two documents; ``conflicts`` knows the figures of all documents.
    """
    lexicon = selection.rules.lexicon
    compared: Compared = {}
    spare: dict[Pair, float | None] = {}
    for first, second in pairs:
        if screen.may_reach(first, second):
            a, b = profiles[first], profiles[second]
            state = begin(a, b)
            room = headroom(a, b)
            if screen.futile(first, second, state, room):
                continue
            if screen.reaches(first, second, state, room, conflicts):
                go_on(a, b, state, lexicon)
                room = headroom_left(a, b)
                if screen.futile(first, second, state, room):
                    continue
                if screen.reaches(first, second, state, room, conflicts, told=True):
                    compared[first, second] = finish(a, b, state, lexicon)
                    continue
            spare[first, second] = state.score + room
        else:
            spare[first, second] = None
    rivals = Rivals(profiles, compared, spare, lexicon)
    judged = []
    for (first, second), found in compared.items():
        case = _Case(first, second, profiles[first], profiles[second], found, selection, rivals, conflicts)
        made = case.judged(screen.may_meet(first, second))
        if made is not None:
            judged.append(made)
    if not any(one.relation is Relation.CONTRADICTS for one in judged):
        return judged
    runs = other_runs(profiles, pairs)
    return _settled(
        [
            one
            for one in judged
            if not _has_twin(one, profiles, rivals.twins, compared)
            and not (one.relation is Relation.CONTRADICTS and run_of(profiles[one.first], profiles[one.second]) in runs)
        ],
        profiles,
    )


def _has_twin(
    one: Judged,
    profiles: Sequence[Profile],
    twins: Mapping[tuple[int, int], set[int]],
    compared: Compared,
) -> bool:
    """Whether a conflict is of a claim that has its very figure in the other's document, said at least as alike.

    Then the conflict, if it is one, lies within that document and is judged there.
    """
    if one.relation is not Relation.CONTRADICTS:
        return False
    if profiles[one.first].document == profiles[one.second].document:
        return False
    for here, there in ((one.first, one.second), (one.second, one.first)):
        for twin in twins.get((here, profiles[there].document), ()):
            match = compared[min(here, twin), max(here, twin)]
            alike = match.score >= one.found.score - _NEAR
            named = match.thing >= _NAMED > one.found.thing  # its own noun, where the conflict has two
            if alike or named or one.comparator == "part-whole":
                return True
    return False


def verdict_of(name: str, a: Profile, b: Profile, tolerance: Tolerance) -> Verdict | None:
    """What a comparator finds on two claims' figures, worked out or turned about where they are."""
    worked = name == "limit" or a.derived or b.derived or _rebased(a) or _rebased(b)
    first, second = (one.value if worked or _turned(one) else one.claim for one in (a, b))
    return COMPARATORS[name](first, second, tolerance)


def _rebased(profile: Profile) -> bool:
    """Whether the figure was brought to another base: 11.2 per thousand, 1,120 per 100,000."""
    written, meant = profile.claim.quantity, profile.value.quantity
    return written is not None and meant is not None and written.per != meant.per


def _turned(profile: Profile) -> bool:
    """Whether a negation turns the bound about: "never fewer than 40" is at least 40."""
    written, meant = profile.claim.quantity, profile.value.quantity
    if written is None or meant is None or written is meant:
        return False
    return (written.low is None, written.high is None) == (meant.high is None, meant.low is None) != (False, False)


@frozen
class _Case:
    """Two claims that were compared, with all that their verdict may rest on."""

    first: int
    second: int
    a: Profile
    b: Profile
    found: Comparison
    selection: Selection
    rivals: Rivals
    conflicts: Conflicts

    def judged(self, meet: bool) -> Judged | None:
        """What is reported of the two; ``meet`` says whether their figures come near enough to agree."""
        a, b, found = self.a, self.b, self.found
        if found.scope is Scope.DIFFERS or found.aged:
            total = running(a, b, found, self.selection)
            if total is not None:
                return Judged(self.first, self.second, total[0], "update", total[1], found, total[2])
        if found.scope is Scope.DIFFERS and not found.soft:
            if not meet or not (coincides(found, _TELLING) or backed(a, b, found, _TELLING)):
                return _difference(a, b, found, self.selection)
        name = _comparator(a, b)
        if meet:
            made = self._agreement(name)
            if made is not None:
                return made
        if found.scope is Scope.DIFFERS or (found.aged and found.mismatches):
            return _difference(a, b, found, self.selection)
        made = self._conflict(name)
        if made is None and (found.scope is not Scope.SAME or a.dimension == "rank"):
            made = _narrower(a, b, found, self.selection)
        return made

    def _agreement(self, name: str) -> Judged | None:
        """Two figures of one thing that can both be so, each about the best match of the other."""
        a, b, found = self.a, self.b, self.found
        rule = self.selection.rule(name, Relation.AGREES, a.value, b.value)
        short = self.conflicts.short(a, b)
        if rule is None or not may_agree(a, b, found, _TELLING, short=short):
            return None
        verdict = verdict_of(name, a, b, rule.tolerance)
        if verdict is None or not may_agree(a, b, found, verdict, short=short):
            return None
        room = _NEAR_SAME if equal(a, b) else _NEAR
        if not (singular(a, b, found, verdict) or self.rivals.near(self.first, self.second, found.score, room)):
            return None
        weighed = agrees(a, b, found, verdict)
        if weighed is None:
            return None
        return Judged(self.first, self.second, Relation.AGREES, name, rule.id, found, verdict, weighed)

    def _conflict(self, name: str) -> Judged | None:
        """A part that is more than its whole, or two values of one thing that cannot both be so."""
        a, b, found = self.a, self.b, self.found
        for comparator in ("part-whole", name):
            verdict_and_rule = _clash(a, b, found, self.selection, comparator)
            if verdict_and_rule is None:
                continue
            weigh = self.conflicts.exceeding if comparator == "part-whole" else self.conflicts.weighed
            weighed = weigh(a, b, found, (self.first, self.second), self.rivals)
            if weighed is not None:
                verdict, rule = verdict_and_rule
                return Judged(self.first, self.second, Relation.CONTRADICTS, comparator, rule, found, verdict, weighed)
        return None


def _narrower(a: Profile, b: Profile, found: Comparison, selection: Selection) -> Judged | None:
    """Figures of one thing of which one is taken more narrowly, or places in two lists: what an analyst asks for."""
    rule = selection.rule("scope", Relation.DIFFERS, a.claim, b.claim)
    if rule is None or not worth_setting_apart(a, b, found):
        return None
    if a.dimension != "rank" and not (adds_up(a.claim) and adds_up(b.claim)):
        return None
    return Judged(a.index, b.index, Relation.DIFFERS, "scope", rule.id, found, None)


def _difference(a: Profile, b: Profile, found: Comparison, selection: Selection) -> Judged | None:
    rule = selection.rule("scope", Relation.DIFFERS, a.claim, b.claim)
    if rule is None or a.dimension == "date" or equal(a, b) or not worth_naming(a, b, found):
        return None
    return Judged(a.index, b.index, Relation.DIFFERS, "scope", rule.id, found, None)


def _clash(a: Profile, b: Profile, found: Comparison, selection: Selection, name: str) -> tuple[Verdict, str] | None:
    """The conflict that a comparator finds, and the rule that reports it."""
    if name == "part-whole":
        if found.scope is Scope.SAME or a.dimension == "date":
            return None
        part, whole = (a.claim, b.claim) if found.scope is Scope.PART else (b.claim, a.claim)
        rule = selection.rule(name, Relation.CONTRADICTS, a.claim, b.claim)
        verdict = rule and COMPARATORS[name](part, whole, rule.tolerance)
    else:
        if found.scope is not Scope.SAME and not found.loose:
            return None
        rule = selection.rule(name, Relation.CONTRADICTS, a.value, b.value)
        verdict = rule and verdict_of(name, a, b, rule.tolerance)
    if rule is None or not verdict or verdict.relation is not Relation.CONTRADICTS:
        return None
    return verdict, rule.id


def _settled(judged: list[Judged], profiles: Sequence[Profile]) -> list[Judged]:
    """Drop conflicts that an agreement explains: the claim has its match in that document, and it is another one."""
    settled: dict[tuple[int, int], float] = {}
    for one in judged:
        if one.relation is Relation.AGREES:
            for here, there in ((one.first, one.second), (one.second, one.first)):
                key = (here, profiles[there].document)
                settled[key] = max(settled.get(key, 0.0), one.found.score)
    kept = []
    for one in judged:
        if one.relation is Relation.CONTRADICTS and one.comparator != "part-whole":
            rival = max(
                settled.get((one.first, profiles[one.second].document), float("-inf")),
                settled.get((one.second, profiles[one.first].document), float("-inf")),
            )
            if rival >= one.found.score - _NEAR:
                continue
        kept.append(one)
    return kept
