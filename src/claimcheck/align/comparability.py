"""Whether two claims may be compared: a list of named tests, each with its outcome in words.

Every test adds to or takes from a score, may forbid a comparison of values (the scopes differ), or may find that one
claim is of a part of what the other is of. The score is evidence that both speak of one thing; the weights of shared
words come from a fixed background list, so no other document changes it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from claimcheck.align import (
    documentation,
    narrower,
    same_context,
    same_event,
    same_member,
    same_owner,
    same_part,
    same_role,
    same_row,
    same_scope,
    same_setting,
    same_status,
    same_thing,
    same_time,
)
from claimcheck.align.baselines import baselines
from claimcheck.align.beside_names import beside_names
from claimcheck.align.captions import captions
from claimcheck.align.circumstances import circumstances
from claimcheck.align.divisions import divisions
from claimcheck.align.duty import duty
from claimcheck.align.examples import examples
from claimcheck.align.forms import forms
from claimcheck.align.instances import instances
from claimcheck.align.names import name_link, of_two_sorts
from claimcheck.align.opposed import additions, complements, denials, directions, lacks, pointed, releases, rests
from claimcheck.align.plan import Plan
from claimcheck.align.products import products, version_role
from claimcheck.align.profile import Profile
from claimcheck.align.races import races
from claimcheck.align.since import lifetime
from claimcheck.align.sizes import close
from claimcheck.align.standing import doers, sharing, standing, turning
from claimcheck.align.state import Comparison, Scope, State
from claimcheck.align.stories import of_one_story
from claimcheck.align.subjects import subjects
from claimcheck.align.substitution import substitutions
from claimcheck.lexicon.model import Lexicon, fold

__all__ = [
    "Comparison",
    "Scope",
    "begin",
    "compare",
    "finish",
    "go_on",
    "headroom",
    "headroom_left",
    "may_part",
    "ruled_out",
]


def compare(a: Profile, b: Profile, lexicon: Lexicon) -> Comparison:
    """Run all tests on two profiles of one dimension; swapping the two swaps PART and WHOLE and nothing else."""
    state = begin(a, b)
    go_on(a, b, state, lexicon)
    return finish(a, b, state, lexicon)


def begin(a: Profile, b: Profile) -> State:
    """Run the first tests only, those of the context and of the measured thing."""
    state = State()
    same_context.context(a, b, state)
    same_thing.thing(a, b, state)
    documentation.stock(a, b, state)
    same_setting.one_setting(a, b, state)
    return state


_SAID, _EVENT, _NAMES, _TIME, _LIMITS, _SCOPE, _MAJOR = 0.4, 1.0, 1.5, 1.2, 1.0, 0.3, 1.0
_DATED = 2.3


def headroom(a: Profile, b: Profile) -> float:
    """The most that the tests which ``begin`` leaves over may add to the score; the context gains no more of it."""
    room = _DATED if a.dimension == "date" else _EVENT if a.event and a.event == b.event else _SAID
    if a.entities and b.entities:
        room += _NAMES
    if a.claim.when is not None and b.claim.when is not None:
        room += _TIME
    return room + headroom_left(a, b)


def headroom_left(a: Profile, b: Profile) -> float:
    """The same of the tests that ``go_on`` leaves over."""
    room = _MAJOR if a.dimension == "version" else 0.0
    if a.limits and b.limits:
        room += _LIMITS
    if a.scope and b.scope:
        room += _SCOPE * len(a.scope.keys() & b.scope.keys())
    return room


def go_on(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    """Run the tests after the first ones that part most pairs: of modifiers, verb, names and time."""
    _run(_plan(early=True, stock=state.stock or state.setting), a, b, state, lexicon)


def may_part(a: Profile, b: Profile, state: State) -> bool:
    """Whether a test has set the two scopes apart, in whole or in part, or one that ``finish`` runs may do so."""
    if state.differs or state.soft or state.narrower or state.partly or state.aged or a.dimension == "rank":
        return True
    return not _NEVER_PART.issuperset(_plan(early=False, stock=state.stock or state.setting).of(a, b))


def ruled_out(a: Profile, b: Profile, state: State) -> bool:
    """Whether a test that ``finish`` or ``go_on`` would run bars a contradiction by where the two stand."""
    if (a.history or b.history) and a.dimension != "date":
        return True
    found = State(stock=state.stock, setting=state.setting)
    for test in _plan_of_bars().of(a, b):
        test(a, b, found)
    return found.barred


def finish(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> Comparison:
    """Run the tests that are left after ``go_on``."""
    _run(_plan(early=False, stock=state.stock or state.setting), a, b, state, lexicon)
    _join(state)
    if state.otherwise and not _overwhelming(state):
        state.guarded = True
    return Comparison(
        _outcome(state),
        state.score + state.against,
        state.thing,
        state.context,
        state.coverage,
        tuple(state.reasons),
        state.score,
        state.aged,
        state.guarded or state.reserved,
        state.reserved and not state.guarded,
        state.soft and not state.differs,
        state.same_event,
        state.loosely and not state.firm,
        state.same_time,
        state.same_name,
        state.mutual,
        state.topical,
        state.barred,
    )


# So many rare words in common say by themselves that both tell of one thing, whatever verbs they choose.
_ONE_STORY, _NOUN, _NEARLY_ALL = 13.0, 1.5, 0.8


def _overwhelming(state: State) -> bool:
    return state.score >= _ONE_STORY and state.thing >= _NOUN and state.coverage >= _NEARLY_ALL


def _run(plan: Plan, a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    for test in plan.of(a, b):
        if test in _WITH_LEXICON:
            test(a, b, state, lexicon)
        else:
            test(a, b, state)


def _join(state: State) -> None:
    """What a phrase makes of the scopes: a part where nothing else does; against another sign it leaves all open."""
    if not state.partly:
        return
    if len(state.partly | state.narrower) > 1:
        state.guarded = True
    elif not state.narrower:
        state.narrower |= state.partly
        state.loosely = True


def _outcome(state: State) -> Scope:
    if state.differs or state.soft or len(state.narrower) > 1:
        return Scope.DIFFERS
    if state.narrower:
        return Scope.PART if 1 in state.narrower else Scope.WHOLE
    return Scope.SAME


def _entities(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    link = name_link(a, b, lexicon)
    state.same_name = bool(link.shared or link.parts)
    if link.shared:
        state.match("entities", "both about " + ", ".join(link.shared), 0.5)
    if link.parts:
        shown = "; ".join(f"{one} / {other}" for one, other in link.parts)
        state.unknown("entities", f"{shown}: one is part of the other")
        if link.mixed:
            state.mismatch("entities", shown, -1.0)
        elif link.narrower:
            state.narrower.add(link.narrower)
            state.firm = True
            state.score += 1.0
            state.context += 1.0
    apart = a.document != b.document
    own_a = [name for name in link.only_a if not (apart and name in a.carried)]
    own_b = [name for name in link.only_b if not (apart and name in b.carried)]
    if own_a and own_b and apart and (a.titled or b.titled):
        own_a = [name for name in own_a if name not in _titles_of_one_story(a, b)]
        own_b = [name for name in own_b if name not in _titles_of_one_story(b, a)]
        joined = not a.companions.isdisjoint(b.companions) and close(a.value, b.value)
        state.guarded = state.guarded or not (joined or same_context.anchors(a, b))
    if own_a and own_b and link.shared and of_two_sorts(own_a, own_b):
        state.unknown("entities", f"{', '.join(own_a)} / {', '.join(own_b)}: a place and somebody", -0.5)
    elif own_a and own_b:
        state.mismatch("entities", f"{', '.join(own_a)} / {', '.join(own_b)}", -2.0)
    elif link.only_a and link.only_b:
        carried = bool(link.shared or link.parts) or state.same_time
        state.unknown(
            "entities", f"{', '.join(link.only_a)} / {', '.join(link.only_b)}: named before", -0.3 if carried else -1.0
        )
    elif _said(link.only_a, b) and _said(link.only_b, a):
        return
    elif not link.shared and not link.parts and a.entities and b.entities:
        state.unknown("entities", f"only one names {', '.join(link.only_a or link.only_b)}", -0.5)
        state.reserved = True


def _titles_of_one_story(one: Profile, other: Profile) -> frozenset[str]:
    """The names that only a title gives one side, where the other text speaks of them too, or of the same figures."""
    if not one.titled or same_context.anchors(one, other) or (one.figure and one.figure == other.figure):
        return one.titled
    if of_one_story(one, other):
        return one.titled
    return frozenset(name for name in one.titled if any(word in other.topic for word in fold(name).split()))


def _said(names: tuple[str, ...], other: Profile) -> bool:
    """Whether the other side says each word of the names, in whatever order: Fund Round 4, Round 4 of the Fund."""
    return all(f" {word} " in other.spoken for name in names for word in fold(name).split())


_EARLY: tuple[Callable[..., None], ...] = (
    narrower.modifiers,
    narrower.kinds,
    same_event.event,
    _entities,
    same_scope.roles,
    same_time.time,
)
_LATE: tuple[Callable[..., None], ...] = (
    baselines,
    same_scope.place,
    same_status.status,
    same_scope.limits,
    same_scope.scope_words,
    same_scope.contrast,
    same_scope.singled,
    same_scope.group,
    same_scope.labels,
    same_scope.major,
    beside_names,
    same_owner.namesakes,
    same_owner.teams,
    divisions,
    same_owner.holders,
    same_owner.several,
    same_part.restrictions,
    same_part.conditions,
    same_member.labels,
    same_member.criteria,
    same_part.means,
    circumstances,
    duty,
    directions,
    additions,
    pointed,
    complements,
    rests,
    denials,
    lacks,
    releases,
    standing,
    turning,
    sharing,
    doers,
    subjects,
    same_role.ability,
    lifetime,
    same_role.margin,
    same_role.money_role,
    same_member.opposites,
    version_role,
    same_row.quarters,
    same_row.rows,
    same_row.samples,
    same_row.series,
    same_row.entries,
    instances,
    documentation.projects,
    documentation.pages,
    documentation.families,
    documentation.siblings,
    documentation.settings,
    documentation.wholes,
    examples,
    captions,
    documentation.generic,
    products,
    forms,
    races,
    substitutions,
)
# Those that bar a contradiction by where the two stand, whatever the other tests have found.
_BARS: tuple[Callable[..., None], ...] = (
    same_row.entries,
    documentation.projects,
    documentation.pages,
    documentation.families,
    examples,
    forms,
)
# Late tests that never set two scopes apart, nor make one a part of the other: they only say what is open.
_NEVER_PART = frozenset(
    {
        same_scope.limits,
        same_scope.major,
        same_scope.singled,
        same_owner.holders,
        same_owner.namesakes,
        same_owner.several,
        same_owner.teams,
        same_row.entries,
        same_row.rows,
        same_row.samples,
        same_row.series,
        documentation.families,
        documentation.generic,
        documentation.pages,
        documentation.projects,
        documentation.settings,
        documentation.siblings,
        documentation.wholes,
        captions,
        complements,
        examples,
        forms,
        instances,
        substitutions,
    }
)
# Those that ask for the parts and wholes of names.
_WITH_LEXICON = frozenset(
    {_entities, same_scope.roles, same_scope.place, same_part.restrictions, circumstances, subjects}
)
# Those that have nothing to say of two statements of how many of something one project has.
_NOT_OF_STOCK = frozenset(
    {
        narrower.modifiers,
        narrower.kinds,
        same_event.event,
        _entities,
        same_part.restrictions,
        version_role,
        circumstances,
        subjects,
        products,
        substitutions,
    }
)


@cache
def _plan(*, early: bool, stock: bool) -> Plan:
    tests = _EARLY if early else _LATE
    return Plan([test for test in tests if not (stock and test in _NOT_OF_STOCK)])


@cache
def _plan_of_bars() -> Plan:
    return Plan(_BARS)
