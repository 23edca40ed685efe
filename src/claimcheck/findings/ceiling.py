"""The most that a conflict of two figures may come to on the scorecards, known before most tests have run.

Of each sign it is known by then what it is, or that it lies between 0 and 1: a sign whose weight is positive counts in
full while it may yet be found, one whose weight is negative not at all until it is known. What stays below what is
needed even so can contradict nothing, whatever the tests that are left may say.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import lru_cache

from claimcheck.align import Profile, of_one_story
from claimcheck.align.facts import fact
from claimcheck.align.same_setting import of_one_setting
from claimcheck.align.sizes import CLOSE, FAR, size
from claimcheck.align.state import State
from claimcheck.findings.one_story import paired
from claimcheck.findings.scorecard import WORDING, Scorecard, scorecard
from claimcheck.findings.signs import TERSE
from claimcheck.records import Outcome

__all__ = ["ceilings"]

_FOUND_LATE = 1.0  # what the tests that are left may add to the context
_CLOSE, _FAR = float(CLOSE), float(FAR)
_NEARLY = 1e-6  # how near to a bound two sizes are told apart by exact arithmetic alone
# Signs that are no flag; each is reckoned by what it comes to.
_MEASURED = frozenset(
    {"thing", "coverage", "mutual", "context", "topical", "unsettled", "confidence", "pairs", WORDING}
)


def ceilings(a: Profile, b: Profile, state: State, pairs: int, *, told: bool = False) -> tuple[float, float]:
    """The most that two claims may come to on the card for short texts and on the one for documents, less what each
    needs; ``state`` is what the tests found that have run, ``pairs`` how many pairs of figures of the dimension there
    are. ``told`` says that those of verb, names and time have run too.
    """
    texts, documents = scorecard("texts"), scorecard("documents")
    flags = _flags(a, b, state, told)
    spoken = _most(texts, a, b, state, pairs) + _rest("texts", flags)
    held = documents.weights.get(WORDING, 0.0)
    if held < 0.0:
        return spoken, math.inf
    return spoken, _most(documents, a, b, state, pairs) + _rest("documents", flags) + held * spoken


def _most(card: Scorecard, a: Profile, b: Profile, state: State, pairs: int) -> float:
    """What the measured signs come to at the most."""
    weight = card.weights.get
    context, unsettled = weight("context", 0.0), weight("unsettled", 0.0)
    if unsettled > 0.0:
        return math.inf
    found = sum([reason.outcome is Outcome.UNKNOWN for reason in state.reasons])
    return (
        card.base
        - card.needed
        + weight("thing", 0.0) * state.thing
        + weight("coverage", 0.0) * state.coverage
        + weight("mutual", 0.0) * state.mutual
        + context * (state.context + (_FOUND_LATE if context > 0.0 else 0.0))
        + weight("topical", 0.0) * state.topical
        + unsettled * found
        + weight("confidence", 0.0) * min(a.claim.confidence, b.claim.confidence)
        + weight("pairs", 0.0) * math.log(max(1, pairs))
    )


def _flags(a: Profile, b: Profile, state: State, told: bool) -> tuple[object, ...]:
    """What is known of the two that decides which signs may be found; see ``_rest``."""
    near, far = _distance(a, b)
    return (
        _marks(a) | _marks(b),
        a.claim.structure == b.claim.structure == "table",
        bool(of_one_setting(a, b)),
        state.aged,
        (state.same_event, state.same_time, state.same_name) if told else None,
        state.thing,
        state.guarded,
        state.reserved,
        state.coverage >= _COVERED,
        bool(a.head),
        bool(b.head),
        a.head == b.head,
        near,
        far,
        a.document == b.document,
        a.limits + b.limits,
        a.stock == b.stock != "",
        a.project == b.project != "",
        paired(a, b),
        of_one_story(a, b),
        a.dimension.partition(" ")[0],
    )


_COVERED = 0.6
# Signs that are found where one of the two claims has what they tell of, and how that is read off a claim.
_OF_EITHER: tuple[tuple[str, Callable[[Profile], object]], ...] = (
    ("no noun", lambda one: one.nameless),
    ("rests on a reading", lambda one: one.worked),
    ("worked out", lambda one: one.derived),
    ("listed", lambda one: one.listed),
    ("history", lambda one: one.history),
    ("rivals", lambda one: one.rivals),
    ("code or heading", lambda one: one.claim.structure in TERSE),
)


@fact
def _marks(profile: Profile) -> int:
    """Which of ``_OF_EITHER`` a claim has, as bits."""
    return sum(1 << at for at, (_, has) in enumerate(_OF_EITHER) if has(profile))


@lru_cache(1 << 14)
def _rest(name: str, flags: tuple[object, ...]) -> float:
    """What the flags come to at the most: all that may be found of those that speak for a contradiction."""
    (
        marks,
        tables,
        setting,
        aged,
        told,
        thing,
        guarded,
        reserved,
        covered,
        one_head,
        other_head,
        one_noun,
        near,
        far,
        together,
        limits,
        stock,
        project,
        both,
        story,
        kind,
    ) = flags
    assert isinstance(thing, float)
    assert isinstance(marks, int)
    one_noun = one_noun and one_head
    known: dict[str, object] = {
        "no thing": thing <= 0,
        "one noun": one_noun,
        "two nouns": one_head and other_head and not one_noun,
        "limit and level": limits == 1,
        "two limits": limits == 2,
        **{sign: marks >> at & 1 for at, (sign, _) in enumerate(_OF_EITHER)},
        "two tables": tables,
        "one setting": setting,
        "paired": both,
        "one story": story,
        "one document": together,
    }
    never = {f"a {other}" for other in _KINDS if other != kind}
    if aged:
        known["aged"] = True
    if isinstance(told, tuple):
        one_event, one_time, one_name = told
        known |= {"one event": one_event, "one time": one_time, "one name": one_name}
        known["one noun, one event"] = one_noun and one_event
        if not one_event:
            never.add("best, one event")
    if near is not None:
        known |= {"close": near, "one noun, close": near and one_noun}
    if far is not None:
        known["far apart"] = far
    if thing < 1.0:
        never |= {"one thing, covered", "one thing, unguarded"}
    if not covered:
        never.add("one thing, covered")
    if not one_noun:
        never |= {"one noun, close", "one noun, one event", "best, one noun", "best, one noun, unguarded", "alone"}
    if guarded:
        known["reserved"] = False  # whatever is guarded besides counts as guarded alone
    if guarded or reserved:
        known["guarded"] = True
        never |= {"one thing, unguarded", "best, one noun, unguarded"}
    if not stock:
        never.add("in stock")
    if not project:
        never |= {"one project", "one setting"}
    if together:
        never.add("alone")
    else:
        never |= {"one list", "one passage", "only one dated"}
    return _summed(scorecard(name), known, never)


_KINDS = ("date", "money", "number", "percent", "time", "version")


def _summed(card: Scorecard, known: dict[str, object], never: Iterable[str]) -> float:
    total = 0.0
    without = _MEASURED.union(never)
    for sign, weight in card.weights.items():
        if sign in known:
            total += weight if known[sign] else 0.0
        elif weight > 0.0 and sign not in without:
            total += weight
    return total


def _distance(a: Profile, b: Profile) -> tuple[bool | None, bool | None]:
    """Whether the two figures are close, and whether they are far apart; None where only exact arithmetic can tell."""
    one, other = _size(a), _size(b)
    if one is None or other is None or one < 0.0 or other < 0.0:
        return False, False
    low, high = (one, other) if one <= other else (other, one)
    return _within(high, _CLOSE * low), _not(_within(high, _FAR * low))


def _within(high: float, bound: float) -> bool | None:
    if abs(high - bound) <= _NEARLY * bound:
        return None
    return high < bound


def _not(found: bool | None) -> bool | None:
    return None if found is None else not found


@fact
def _size(profile: Profile) -> float | None:
    found = size(profile.value)
    try:
        return None if found is None else float(found)
    except OverflowError:
        return None
