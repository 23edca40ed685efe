"""From claims to judged pairs: candidates, comparability, the values, and the best match in each document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from claimcheck.align import Comparison, Profile, Scope, candidates, compare
from claimcheck.compare import COMPARATORS, Verdict
from claimcheck.compare.part_whole import adds_up
from claimcheck.findings.evidence import agrees, contradicts, worth_naming, worth_setting_apart
from claimcheck.findings.screen import hopeless
from claimcheck.findings.select import Selection
from claimcheck.packs.model import Tolerance
from claimcheck.records import Kind, Relation

__all__ = ["Judged", "judge_pairs"]

# A match that scores this much less than the best one in the same document is not it.
_NEAR = 0.75
_NEAR_CONFLICT = 0.25
_TOLD = 3.0  # what two readings of a running total must share
_NEAR_SAME = 2.0  # for figures that are exactly the same
# The most that comparators can find: evidence too weak even for these needs no arithmetic.
_CLASH = Verdict(Relation.CONTRADICTS, "")
_TELLING = Verdict(Relation.AGREES, "", 1.0)
_CUMULATIVE = frozenset({"total", "so far", "to date", "cumulative", "in total", "altogether", "in all"})


@frozen
class Judged:
    """Two claims, in order of position, with the relation found; ``rule`` is the id of the rule that reports it."""

    first: int
    second: int
    relation: Relation
    comparator: str
    rule: str
    found: Comparison
    verdict: Verdict | None


def comparator_of(profile: Profile) -> str:
    """The comparator for two claims of one thing in one scope."""
    if profile.dimension == "date":
        return "same-date"
    return "rank" if profile.claim.kind is Kind.RANK else "same-value"


def _comparator(a: Profile, b: Profile) -> str:
    name = comparator_of(a)
    return "limit" if name == "same-value" and a.limits and b.limits else name


def judge_pairs(profiles: Sequence[Profile], selection: Selection) -> list[Judged]:
    """All pairs on which a rule has something to report, in order."""
    lexicon = selection.rules.lexicon
    compared: dict[tuple[int, int], Comparison] = {}
    for first, second in candidates(profiles):
        a, b = profiles[first], profiles[second]
        if _together(a, b) and not hopeless(a, b, lexicon):
            compared[first, second] = compare(a, b, lexicon)
    best = _best(profiles, compared)
    twins = _twins(profiles, compared)
    free = _best(profiles, _untaken(profiles, compared, twins))
    judged = []
    for (first, second), found in compared.items():
        made = _judge(profiles, first, second, found, selection, best, free)
        if made is not None:
            judged.append(made)
    return _settled([one for one in judged if not _has_twin(one, profiles, twins, compared)], profiles)


def _has_twin(
    one: Judged,
    profiles: Sequence[Profile],
    twins: dict[tuple[int, int], set[int]],
    compared: dict[tuple[int, int], Comparison],
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
            alike = compared[min(here, twin), max(here, twin)].score >= one.found.score - _NEAR
            if alike or one.comparator == "part-whole":
                return True
    return False


def _verdict(name: str, a: Profile, b: Profile, tolerance: Tolerance) -> Verdict | None:
    first, second = (a.value, b.value) if name == "limit" or a.derived or b.derived else (a.claim, b.claim)
    return COMPARATORS[name](first, second, tolerance)


def _together(a: Profile, b: Profile) -> bool:
    """Whether two claims can speak of one thing at all: not from one sentence, nor two cells of one table."""
    one, other = a.claim, b.claim
    if a.exchanged and b.exchanged:
        return False  # each was converted from a currency in which they are compared
    if one.document != other.document:
        return True
    if one.sentence == other.sentence:
        return False
    return not (one.structure == other.structure == "table" and one.section == other.section)


def _best(profiles: Sequence[Profile], compared: dict[tuple[int, int], Comparison]) -> dict[tuple[int, int], float]:
    """The best score that each claim reaches in each document, among comparisons of the same scope."""
    best: dict[tuple[int, int], float] = defaultdict(lambda: float("-inf"))
    for (first, second), found in compared.items():
        if found.scope is Scope.DIFFERS:
            continue
        for here, there in ((first, second), (second, first)):
            key = (here, profiles[there].document)
            best[key] = max(best[key], found.score)
    return best


def _judge(
    profiles: Sequence[Profile],
    first: int,
    second: int,
    found: Comparison,
    selection: Selection,
    best: dict[tuple[int, int], float],
    free: dict[tuple[int, int], float],
) -> Judged | None:
    a, b = profiles[first], profiles[second]
    if found.scope is Scope.DIFFERS or found.aged:
        made = _running(a, b, found, selection)
        if made is not None:
            return made
    if found.scope is Scope.DIFFERS and not found.soft:
        return _difference(a, b, found, selection)
    near = _near(first, second, found, profiles, best, _NEAR_SAME if _equal(a, b) else _NEAR)
    name = _comparator(a, b)
    rule = selection.rule(name, Relation.AGREES, a.claim, b.claim) if near and agrees(a, b, found, _TELLING) else None
    if rule is not None:
        verdict = _verdict(name, a, b, rule.tolerance)
        if verdict is not None and agrees(a, b, found, verdict):
            return Judged(first, second, Relation.AGREES, name, rule.id, found, verdict)
    if found.scope is Scope.DIFFERS:
        return _difference(a, b, found, selection)
    if found.aged and found.mismatches:
        return _difference(a, b, found, selection)
    near = _near(first, second, found, profiles, free, _NEAR_CONFLICT)
    if found.scope is Scope.SAME:
        made = _conflict(a, b, found, selection, name) if near else None
    else:
        made = _part(a, b, found, selection) if near else None
    if made is None and (found.scope is not Scope.SAME or a.dimension == "rank"):
        made = _narrower(a, b, found, selection)
    return made


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
    if rule is None or a.dimension == "date" or _equal(a, b) or not worth_naming(a, b, found):
        return None
    return Judged(a.index, b.index, Relation.DIFFERS, "scope", rule.id, found, None)


def _equal(a: Profile, b: Profile) -> bool:
    """Whether both figures are written with the same value; no tolerance has a part in it."""
    one, other = a.claim.quantity, b.claim.quantity
    if one is None or other is None or one.unit != other.unit:
        return False
    if one.direction * other.direction < 0:
        return False
    return (one.low, one.high, one.version) == (other.low, other.high, other.version)


def _twins(profiles: Sequence[Profile], compared: dict[tuple[int, int], Comparison]) -> dict[tuple[int, int], set[int]]:
    """Claim and document → the claims in that document that give the very same figure for the same thing."""
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for (first, second), one in compared.items():
        if one.scope is not Scope.DIFFERS and one.thing > 0 and _equal(profiles[first], profiles[second]):
            found[first, profiles[second].document].add(second)
            found[second, profiles[first].document].add(first)
    return found


def _untaken(
    profiles: Sequence[Profile],
    compared: dict[tuple[int, int], Comparison],
    twins: dict[tuple[int, int], set[int]],
) -> dict[tuple[int, int], Comparison]:
    """The comparisons of claims that have no twin in each other's document, so that they are no rivals there."""
    return {
        (first, second): found
        for (first, second), found in compared.items()
        if not twins.get((first, profiles[second].document)) and not twins.get((second, profiles[first].document))
    }


def _near(
    first: int,
    second: int,
    found: Comparison,
    profiles: Sequence[Profile],
    best: dict[tuple[int, int], float],
    room: float,
) -> bool:
    """Whether each claim is about the best match that the other has in its document."""
    rivals = best[first, profiles[second].document], best[second, profiles[first].document]
    return found.score >= max(rivals) - room


def _conflict(a: Profile, b: Profile, found: Comparison, selection: Selection, name: str) -> Judged | None:
    if not contradicts(a, b, found, _CLASH):
        return None
    rule = selection.rule(name, Relation.CONTRADICTS, a.claim, b.claim)
    if rule is None:
        return None
    verdict = _verdict(name, a, b, rule.tolerance)
    if verdict is None or not contradicts(a, b, found, verdict):
        return None
    return Judged(a.index, b.index, Relation.CONTRADICTS, name, rule.id, found, verdict)


def _part(a: Profile, b: Profile, found: Comparison, selection: Selection) -> Judged | None:
    if not contradicts(a, b, found, _CLASH):
        return None
    rule = selection.rule("part-whole", Relation.CONTRADICTS, a.claim, b.claim)
    if rule is None or a.dimension == "date":
        return None
    part, whole = (a, b) if found.scope is Scope.PART else (b, a)
    verdict = COMPARATORS["part-whole"](part.claim, whole.claim, rule.tolerance)
    if verdict is None or not contradicts(a, b, found, verdict):
        return None
    return Judged(a.index, b.index, Relation.CONTRADICTS, "part-whole", rule.id, found, verdict)


def _running(a: Profile, b: Profile, found: Comparison, selection: Selection) -> Judged | None:
    """Two readings of one running total at different times."""
    if a.history or b.history or _CUMULATIVE.isdisjoint(a.claim.scope) or _CUMULATIVE.isdisjoint(b.claim.scope):
        return None
    if any(reason.test != "time" for reason in found.mismatches):
        return None
    if not (adds_up(a.claim) and adds_up(b.claim)) or found.thing < 1.0 or a.head != b.head or found.context < _TOLD:
        return None
    when_a, when_b = _as_of(a), _as_of(b)
    if when_a is None or when_b is None or when_a == when_b:
        return None
    early, late = (a, b) if when_a < when_b else (b, a)
    for relation in (Relation.CONTRADICTS, Relation.DIFFERS):
        rule = selection.rule("update", relation, a.claim, b.claim)
        if rule is None:
            continue
        verdict = COMPARATORS["update"](early.claim, late.claim, rule.tolerance)
        if verdict is not None and verdict.relation is relation and found.score >= 4.0:
            return Judged(a.index, b.index, relation, "update", rule.id, found, verdict)
    return None


def _as_of(profile: Profile) -> int | None:
    when = profile.claim.when
    if when is not None and when.end is not None:
        return when.end.toordinal()
    return profile.published.toordinal() if profile.published is not None else None


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
