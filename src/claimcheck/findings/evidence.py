"""How much evidence a verdict needs before it is reported.

A contradiction needs the measured thing and a good part of the context to be the same, nothing that speaks against it
and nothing that may have changed in between. An agreement needs less, and less still where the figures are telling:
two sources rarely hit on 1,480,000 by chance, but often on 3.
"""

from __future__ import annotations

from claimcheck.align import Comparison, Profile, Scope, of_one_story
from claimcheck.align.deadlines import due, of_whom, owed
from claimcheck.align.inventory import both_stock
from claimcheck.align.set_apart import others_told, picked_out
from claimcheck.align.sizes import far_apart, size
from claimcheck.align.state import State
from claimcheck.align.words import generic_events
from claimcheck.compare import Verdict
from claimcheck.findings.apart import lists_unsure
from claimcheck.findings.one_story import LENT, SAID_APART, backed, disputed, lent, paired
from claimcheck.findings.up_to_now import up_to_now
from claimcheck.records import Modifier, Relation

__all__ = [
    "agrees",
    "coincides",
    "contradicts",
    "in_reach_of_agreement",
    "in_reach_of_conflict",
]

# Contradictions: least score, shared context, its share of the poorer context, and confidence of both claims.
_SCORE, _CONTEXT, _COVERAGE = 5.0, 3.0, 0.35
# A claim that does not say what is measured needs a context that says it.
_CONFIDENCE, _UNSURE, _COVERAGE_UNSURE, _SCORE_UNSURE = 0.6, 0.45, 0.6, 5.5
# Within one document different sentences seldom say the same thing twice.
_SCORE_INSIDE, _COVERAGE_INSIDE = 6.5, 0.6
# Short sentences ("Tokens expire after 12 hours") have little context to share; then they must share most of it.
_SHORT_THING, _SHORT_LIMIT, _SHORT_COVERAGE, _SHORT_CONTEXT, _SCORE_SHORT = 2.0, 1.5, 0.7, 1.8, 4.2
# Ports and versions stand in bare phrases.
_SCORE_NAMED, _SCORE_PLAINLY = 4.5, 3.2
_COVERED, _RELIEF = 0.7, 1.4
_CONTEXT_TIMED = 2.4  # the same where both are of one time and of one noun
_MUTUAL, _BARE = 0.9, 1.5  # what two short sentences must share of the richer one's words, and how much in all
_PASSAGE = 300  # characters: the sentences of one passage go on from each other
# Figures that are far apart, and wholes told from parts by a word alone, need more.
_SCORE_FAR, _COVERAGE_FAR, _COVERAGE_LOOSE, _COVERAGE_NAMED, _SCORE_LOOSE = 5.5, 0.5, 0.8, 0.5, 6.5
_SCORE_AGREE, _CONTEXT_AGREE = 4.6, 1.8
# Where the measured thing is only likely to be the same, the verb must be, or nearly all of the poorer context.
_PLAIN, _LIKELY, _NAMED, _COVERAGE_WEAK = 0.8, 0.6, 0.5, 0.58
_TELLING = 0.85  # what the thing and the figures must say together: a lone 2 beside a 2 says nothing
_DOZEN, _SCORE_SMALL = 12, 6.0  # small counts are often the same by chance
_EXACT = 0.6  # an agreement of two digits or more
_COVERED_RANK, _SURE = 0.9, 0.6
_TELLS_ALL = 6.5  # context that by itself says that both are of one thing


def _confident(a: Profile, b: Profile, found: Comparison) -> bool:
    lower = min(a.claim.confidence, b.claim.confidence)
    if lower >= _CONFIDENCE:
        return True
    needed = _SCORE_UNSURE - (_SURE if found.coverage >= _COVERED_RANK else 0.0)
    return lower >= _UNSURE and found.coverage >= _COVERAGE_UNSURE and found.score >= needed


def contradicts(a: Profile, b: Profile, found: Comparison, verdict: Verdict, *, alone: bool = False) -> bool:
    """Whether a conflict of values is to be reported; ``alone`` says that each is its text's only one of its noun."""
    if (a.worked or b.worked) and not _borne_out(a, b, found):
        return False
    if lists_unsure(a, b) or (a.to_date != b.to_date and not up_to_now(b if a.to_date else a)):
        return False
    if verdict.relation is not Relation.CONTRADICTS or found.aged or not _confident(a, b, found):
        return False
    if found.guarded and not found.reserved:
        return False
    deadlines = a.dimension == "date" and due(a) and due(b)
    if deadlines and not (owed(a) and owed(b) and of_whom(a) == of_whom(b)):
        return False  # "gone by 3 May", "gone by 9 May"; full proposals come later
    if a.dimension == "percent" and found.thing < _PLAIN and a.head != b.head and _rates(a, b):
        return False  # precision and recall, each named beside the other
    if a.document != b.document and (picked_out(a, b) or _of_others(a, b)):
        return False
    if disputed(a, b, found, alone=alone):
        return True
    if found.guarded:
        return False
    least = _SHORT_LIMIT if deadlines or (a.limits and b.limits) else _SHORT_THING
    short = found.thing >= least and found.coverage >= _SHORT_COVERAGE
    if _alike(a, b, found):
        return not found.loose
    if _all_alike(a, b, found):
        return True
    context = _SHORT_CONTEXT if short else _CONTEXT_TIMED if found.same_time and found.thing >= 1.0 else _CONTEXT
    topical = (found.topical if a.dimension == "date" else lent(a, b, found)) if found.thing >= 1.5 else 0.0
    if found.context + topical < context or not _same_thing(a, b, found):
        return False
    if a.document == b.document and not _inside(a, b, found):
        return False
    if a.limits != b.limits and not found.same_time and found.coverage < _COVERED_RANK:
        return False  # what a rule allows and what somebody had are two things
    rates = " per " in a.dimension and not (a.limits and b.limits)
    far = far_apart(a.value, b.value) or rates
    told = found.same_event or (found.same_time and found.coverage >= _COVERED)
    if far and found.thing < (_PLAIN if a.dimension.startswith("number") else _LIKELY) and not told:
        return False  # figures far apart of what one of them does not name
    if found.loose and (far or found.score < _SCORE_LOOSE):
        return False
    coverage = max(_COVERAGE, _COVERAGE_FAR if far else 0.0, _COVERAGE_LOOSE if found.loose else 0.0)
    named = a.dimension in ("version", "identifier")
    plainly = found.same_name and found.coverage >= _COVERED
    if named:
        needed = _SCORE_PLAINLY if plainly else _SCORE_NAMED
    else:
        needed = _SCORE_FAR if far else _SCORE_SHORT if short else _SCORE
    return found.coverage >= coverage and found.score + topical >= needed - _relief(found.coverage)


def _of_others(a: Profile, b: Profile) -> bool:
    """Whether two texts of one story tell of two of its parties or things: such a text has several of each."""
    return of_one_story(a, b) and others_told(a, b, listed=paired(a, b))


def _borne_out(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether a figure that rests on a reading is of the very thing that the other names, in nearly all its words."""
    return a.document != b.document and a.head == b.head and found.thing >= 1.0 and found.coverage >= _WORKED


_WORKED = 0.7


def _alike(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether two short sentences in two documents say the same in nearly the same words, figures aside."""
    if a.document == b.document or {a.claim.structure, b.claim.structure} & {"table", "code", "heading"}:
        return False
    if not a.head or found.scope is not Scope.SAME or found.context < _BARE:
        return False
    return found.thing >= 0.5 and min(found.mutual, found.coverage) >= _MUTUAL


def _all_alike(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether two sentences share nearly all their words, and many, and no test has anything to say against it."""
    plain = a.document != b.document and not {a.claim.structure, b.claim.structure} & {"table", "code", "heading"}
    same = found.scope is Scope.SAME and not found.loose and a.dimension not in ("date", "version", "identifier")
    return plain and same and found.context >= _RICH and min(found.mutual, found.coverage) >= _NEARLY_ALL


_RICH, _NEARLY_ALL = 7.0, 0.7  # weight of the words that are shared, and their part of the richer sentence


def _relief(coverage: float) -> float:
    """What a context that is shared nearly whole takes off the score needed."""
    return max(0.0, coverage - _COVERED) / (1 - _COVERED) * _RELIEF


def _same_thing(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether what is measured is the same: for counts by its noun, for other figures by verb and context too."""
    least = _NAMED if a.dimension.startswith("number") else 0.0
    if found.thing > 0 and found.thing >= least and found.context >= _TELLS_ALL and found.coverage >= _SHORT_COVERAGE:
        # So many rare words in common that the noun may be left out or put otherwise, if it is the only one counted.
        if a.head == b.head or not (a.rivals or b.rivals or a.dimension == "percent"):
            return True
    if a.dimension.startswith("number"):
        told = found.same_event and found.same_time and found.coverage >= _COVERED_RANK
        if told and found.thing > 0 and not (a.head and b.head) and generic_events().isdisjoint((a.event, b.event)):
            return True  # "470,000 were displaced in Karuba in May": of whom is understood
        return found.thing >= _PLAIN or (found.thing >= _LIKELY and found.same_time and found.coverage >= _COVERED)
    if a.dimension in ("version", "identifier"):
        return found.thing > 0 and found.coverage >= _COVERAGE_NAMED
    told = found.same_event or found.same_time
    if a.dimension in ("percent", "time") and found.thing < _NAMED and not told:
        return False
    return found.thing >= _PLAIN or (found.thing > 0 and (told or found.coverage >= _COVERAGE_WEAK))


def _rates(a: Profile, b: Profile) -> bool:
    """Whether both shares bear a name of their own, and are none of a number: precision and recall."""
    return not any(one.nameless or one.claim.core.startswith("share ") for one in (a, b))


def _inside(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether two sentences of one document say the same thing twice; items of one list and code seldom do."""
    structures = {a.claim.structure, b.claim.structure}
    if a.claim.section != b.claim.section and both_stock(a, b):
        return True
    if "code" in structures or a.derived or b.derived:
        return False
    named = a.dimension in ("version", "identifier")
    if not named and (a.claim.when is None) != (b.claim.when is None):
        return False  # what was so in 2023, and what is so
    if a.claim.section == b.claim.section:
        apart = abs(a.claim.sentence.start - b.claim.sentence.start)
        if structures & {"table", "list_item"} or (apart < _PASSAGE and found.scope is Scope.SAME):
            return False
    return (
        found.thing >= 1.0
        and not found.loose
        and found.coverage >= (_COVERAGE_INSIDE if found.scope is Scope.SAME else _COVERAGE)
        and found.score >= _SCORE_INSIDE
    )


def agrees(a: Profile, b: Profile, found: Comparison, verdict: Verdict) -> bool:
    """Whether an agreement is to be reported."""
    if verdict.relation is not Relation.AGREES:
        return False
    if coincides(found, verdict) or backed(a, b, found, verdict):
        return True
    if _barely_bounded(a, b):
        return False
    if found.scope is Scope.DIFFERS and not (found.soft and verdict.weight >= _EXACT):
        return False
    topical = lent(a, b, found)
    score = found.score + topical + 1.5 * verdict.weight - (0.5 if found.scope is not Scope.SAME else 0.0)
    named = found.same_name and found.coverage >= _COVERAGE_FAR
    if a.dimension == "rank" and not (named or (found.thing > 0 and found.coverage >= _COVERED_RANK)):
        return False
    if a.dimension == "number" and _small(a) and verdict.weight < _EXACT and found.score < _SCORE_SMALL:
        return False
    if _trivial(a, b, found):
        return False
    if found.thing + verdict.weight < _TELLING and not _plain_context(found, verdict):
        return False
    return score >= _SCORE_AGREE and found.context + topical >= _CONTEXT_AGREE and found.thing > -1.0


def coincides(found: Comparison, verdict: Verdict) -> bool:
    """Whether two texts of one story have a figure in common that no two things have by chance."""
    if verdict.weight < _TELLS or found.topical < _STORY or found.context < _SHARED or found.thing <= -1.0:
        return False
    return {reason.test for reason in found.mismatches} <= SAID_APART


def _barely_bounded(a: Profile, b: Profile) -> bool:
    """Whether a bound says next to nothing of the other figure: 16,000 are more than 2,000, but who says so?"""
    bounds = [one.claim.quantity is not None and one.claim.quantity.modifier in _HALF_OPEN for one in (a, b)]
    if bounds[0] == bounds[1] or (a.limits and b.limits):
        return False
    one, other = size(a.claim), size(b.claim)
    return one is not None and other is not None and max(one, other) > _BEYOND * min(one, other)


_BEYOND = 2
_HALF_OPEN = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.AT_MOST, Modifier.LESS_THAN})

_TELLS, _STORY, _SHARED = 0.85, 0.8, 1.0


def in_reach_of_agreement(state: State, room: float) -> bool:
    """Whether a pair may be found to agree, whatever the tests that are left say: they may add so much."""
    room += max(state.topical, LENT)
    return state.thing > -1.0 and state.context + room >= _CONTEXT_AGREE and state.score + room + 1.5 >= _SCORE_AGREE


def in_reach_of_conflict(a: Profile, b: Profile, state: State, room: float) -> bool:
    """The same for a contradiction: looser than ``contradicts``, by what is known so far."""
    coverage = state.coverage
    if state.thing <= 0 or coverage < _COVERAGE:
        return False
    if min(state.mutual, coverage) >= _MUTUAL:
        return True
    room += state.topical
    score = state.score + room + _relief(coverage)
    if a.document == b.document:
        return score >= _SCORE_INSIDE
    short = coverage >= _SHORT_COVERAGE and state.thing >= _SHORT_LIMIT
    context = _SHORT_CONTEXT if short else _CONTEXT_TIMED if state.thing >= 1.0 else _CONTEXT
    if state.context + room < context:
        return False
    if a.dimension in ("version", "identifier"):
        return score >= _SCORE_PLAINLY
    return score >= (_SCORE_SHORT if short else _SCORE) and not (
        coverage < _COVERAGE_FAR and far_apart(a.value, b.value)
    )


def _trivial(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether an agreement tells an editor nothing: "decades" twice, "two powers" in two texts."""
    tied = found.same_time or found.same_event
    vague = any(one.claim.quantity is not None and one.claim.quantity.modifier is Modifier.VAGUE for one in (a, b))
    if vague and not (found.same_time if a.dimension == "time" else tied):
        return True
    tiny = a.dimension == "number" and all(_value(one) <= _TINY for one in (a, b))
    return tiny and not (tied or a.modifiers & b.modifiers or found.coverage >= _COVERED_RANK)


def _value(profile: Profile) -> int:
    quantity = profile.value.quantity
    return _TINY + 1 if quantity is None or quantity.high is None else int(quantity.high)


_TINY = 3  # counts that most things have


def _small(profile: Profile) -> bool:
    """Whether the count is one that many things have: two, three, a dozen."""
    quantity = profile.value.quantity
    return quantity is not None and quantity.high is not None and quantity.high <= _DOZEN


def _plain_context(found: Comparison, verdict: Verdict) -> bool:
    """Whether the context alone says that both are of one thing."""
    return found.score >= 6.0 and (found.coverage >= 0.8 or (verdict.weight >= 0.9 and found.context >= 4.0))
