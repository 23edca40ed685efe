"""How much evidence an agreement needs before it is reported.

The more the figures tell, the less the words need to say: two sources rarely hit on 1,480,000 by chance, but often
on 3. What is not plain is weighed on a scorecard, by the signs of conflicts and by how telling the figures are.
"""

from __future__ import annotations

from claimcheck.align import Comparison, Profile, Scope, of_one_story
from claimcheck.align.facts import fact
from claimcheck.align.frames import opposite
from claimcheck.align.sizes import size
from claimcheck.align.state import State
from claimcheck.align.subjects import one_deed
from claimcheck.compare import Verdict
from claimcheck.compare.same_date import telling_date
from claimcheck.compare.same_value import telling_figure
from claimcheck.findings.one_story import LENT, SAID_APART, backed, lent
from claimcheck.findings.scorecard import Weighed, scorecard
from claimcheck.findings.signs import Signs
from claimcheck.records import Kind, Modifier, Outcome, Relation

__all__ = [
    "agreement_signs",
    "agrees",
    "coincides",
    "in_reach_of_agreement",
    "in_reach_of_coincidence",
    "may_agree",
]

_COVERAGE_NAMED = 0.5
_SCORE_AGREE, _CONTEXT_AGREE = 3.0, 1.0  # the least that the words of short texts must say; the scorecard wants more
_SCORE_AMONG, _CONTEXT_AMONG = 3.8, 1.8  # those of documents of many figures
_WELL = 5.0  # where the words' score speaks neither for an agreement nor against it
_SINCE = frozenset({"time", "version"})  # what leaves open only whether the value has changed between two texts
_DOZEN = 12  # small counts are often the same by chance
_EXACT = 0.6  # an agreement of two digits or more
_COVERED_RANK = 0.9


def may_agree(a: Profile, b: Profile, found: Comparison, verdict: Verdict, *, short: bool) -> bool:
    """Whether an agreement may be reported: nothing forbids it, and the words say something for it; ``short`` says
    that both are of texts of few figures.
    """
    if verdict.relation is not Relation.AGREES:
        return False
    if coincides(found, verdict) or backed(a, b, found, verdict):
        return True
    if _barely_bounded(a, b) or _of_two_sides(a, b):
        return False
    if found.scope is Scope.DIFFERS and not (found.soft and verdict.weight >= _EXACT):
        return False
    named = found.same_name and found.coverage >= _COVERAGE_NAMED
    if a.dimension == "rank" and not (named or (found.thing > 0 and found.coverage >= _COVERED_RANK)):
        return False
    if _trivial(a, b, found):
        return False
    least, shared = (_SCORE_AGREE, _CONTEXT_AGREE) if short else (_SCORE_AMONG, _CONTEXT_AMONG)
    if found.context + lent(a, b, found) < shared or found.thing <= -1.0:
        return False
    return _said(a, b, found, verdict) >= least


def _of_two_sides(a: Profile, b: Profile) -> bool:
    """Whether figures that only come near each other are of two sides: about 40% back it, about 35% oppose it."""
    if a.event == b.event or not opposite(a.event, b.event) or one_deed(a, b):
        return False
    return size(a.value) != size(b.value)


def _said(a: Profile, b: Profile, found: Comparison, verdict: Verdict) -> float:
    """What the words and the figures say together for one thing."""
    return found.score + lent(a, b, found) + 1.5 * verdict.weight


def agrees(a: Profile, b: Profile, found: Comparison, verdict: Verdict) -> Weighed | None:
    """What speaks for an agreement that may be one, if enough does."""
    if coincides(found, verdict) or backed(a, b, found, verdict):
        return Weighed(0.0, "two texts of one story give a figure that is rarely the same by chance")
    signs = agreement_signs(a, b, found, verdict)
    card = scorecard("agreements")
    total = card.weigh(signs)
    return Weighed(total, card.explained(signs)) if total >= 0 else None


def agreement_signs(a: Profile, b: Profile, found: Comparison, verdict: Verdict) -> Signs:
    """The signs of two figures that can both be so.

    For versions and in one project's pages a limit is as good as a level: "4.15 or later", a setting's maximum.
    """
    bounded = a.limits != b.limits and a.dimension != "version" and not (a.project and a.project == b.project)
    return {
        "words": _said(a, b, found, verdict) - _WELL,
        "coverage": found.coverage,
        "one event": found.same_event,
        "one time": found.same_time,
        "narrower": found.scope in (Scope.PART, Scope.WHOLE),
        "guarded": found.guarded,
        "reserved": found.reserved,
        "unsettled": sum(one.outcome is Outcome.UNKNOWN and one.test not in _SINCE for one in found.reasons),
        "limit and level": bounded,
        "two limits": a.limits and b.limits,
        "small count": a.dimension == "number" and _small(a) and verdict.weight < _EXACT,
        "a date": a.dimension == "date",
        "a money": a.dimension.startswith("money"),
        "a percent": a.dimension.startswith("percent"),
    }


def coincides(found: Comparison, verdict: Verdict) -> bool:
    """Whether two texts of one story have a figure in common that no two things have by chance."""
    if verdict.weight < _TELLS or found.topical < _STORY or found.context < _SHARED or found.thing <= -1.0:
        return False
    return {reason.test for reason in found.mismatches} <= SAID_APART


def in_reach_of_coincidence(a: Profile, b: Profile, state: State) -> bool:
    """Whether a pair whose scopes differ may be found to agree, whatever the tests that are left say."""
    if state.thing <= -1.0 and a.dimension != "date":
        return False
    return state.topical >= _STORY or of_one_story(a, b)


def _barely_bounded(a: Profile, b: Profile) -> bool:
    """Whether a bound says next to nothing of the other figure: 16,000 are more than 2,000, but who says so?"""
    bounds = [one.claim.quantity is not None and one.claim.quantity.modifier in _HALF_OPEN for one in (a, b)]
    if bounds[0] == bounds[1] or (a.limits and b.limits):
        return False
    one, other = size(a.claim), size(b.claim)
    return one is not None and other is not None and max(one, other) > _BEYOND * min(one, other)


_BEYOND = 1.5
_HALF_OPEN = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.AT_MOST, Modifier.LESS_THAN})

_TELLS, _STORY, _SHARED = 0.85, 0.8, 1.0


def in_reach_of_agreement(a: Profile, b: Profile, state: State, room: float, *, short: bool) -> bool:
    """Whether a pair may be found to agree, whatever the tests that are left say: they may add so much."""
    least, shared = (_SCORE_AGREE, _CONTEXT_AGREE) if short else (_SCORE_AMONG, _CONTEXT_AMONG)
    score = state.score + room + _SPARE
    if state.thing <= -1.0 or score + max(state.topical, LENT) + 1.5 < least:
        return False
    most, lends = _most_telling(a, b), state.topical
    if of_one_story(a, b) or (state.topical >= _STORY and most >= _TELLS):
        most, lends = 1.0, max(state.topical, LENT)  # the texts as wholes may bear the figures out
    return state.context + room + lends >= shared and score + lends + 1.5 * most >= least


_SPARE = 1e-6  # what floating point may take off


def _most_telling(a: Profile, b: Profile) -> float:
    """The most that an agreement of the two figures may tell."""
    return 1.0 if a.limits and b.limits else min(_telling(a), _telling(b))


@fact
def _telling(profile: Profile) -> float:
    if profile.claim.kind is Kind.RANK:
        return 1.0
    claims = (profile.claim, profile.value)
    if profile.dimension == "date":
        return max([1.0 if one.when is None else telling_date(one.when) for one in claims])
    return max(map(telling_figure, claims))


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
