"""The signs by which a conflict of two figures is weighed: what the tests found, in numbers.

A sign is a number that is the same whichever of the two claims comes first, most of them 1 or 0. Whether one speaks for
a contradiction or against it, and how much, is said by the scorecards.
"""

from __future__ import annotations

import math

from attrs import frozen

from claimcheck.align import Comparison, Profile, Scope, of_one_story
from claimcheck.align.inventory import both_stock
from claimcheck.align.same_setting import of_one_setting
from claimcheck.align.sizes import close, far_apart, one_is_none
from claimcheck.findings.one_story import paired
from claimcheck.records import Outcome

__all__ = ["TERSE", "Place", "Signs", "signs_of"]

Signs = dict[str, float]

_KINDS = frozenset({"date", "money", "number", "percent", "time", "version"})
_ONE_THING, _COVERED = 1.0, 0.6
_PASSAGE = 300  # characters: the sentences of one passage go on from each other
_ENTRIES = frozenset({"table", "list_item"})
TERSE = frozenset({"code", "heading"})
"""Structures of few words."""


@frozen
class Place:
    """What the two documents say of a pair of their figures.

    ``alone`` says that each is its text's only one of its noun that the other text has not too, ``pairs`` how many
    pairs of figures of the dimension the two have between them, ``best`` that neither claim has a better partner in
    the other's document, ``best_but_for_twins`` that it has none but such as have a partner with their very figure,
    ``twin`` that one of the two has such a partner.
    """

    alone: bool
    pairs: int
    best: bool
    best_but_for_twins: bool
    twin: bool


def signs_of(a: Profile, b: Profile, found: Comparison, place: Place) -> Signs:
    """What two sentences, their figures and their documents say."""
    one, other = a.claim, b.claim
    near = close(a.value, b.value)
    one_noun = bool(a.head) and a.head == b.head
    best = place.best and not place.twin
    thing = found.thing >= _ONE_THING
    one_project = bool(a.project) and a.project == b.project
    signs: Signs = {
        "thing": found.thing,
        "no thing": found.thing <= 0,
        "one thing, covered": thing and found.coverage >= _COVERED,
        "one thing, unguarded": thing and not found.guarded,
        "one noun": one_noun,
        "one noun, close": one_noun and near,
        "one noun, one event": one_noun and found.same_event,
        "two nouns": bool(a.head and b.head) and not one_noun,
        "no noun": a.nameless or b.nameless,
        "coverage": found.coverage,
        "mutual": found.mutual,
        "context": found.context,
        "topical": found.topical,
        "one event": found.same_event,
        "one time": found.same_time,
        "one name": found.same_name,
        "narrower": found.scope in (Scope.PART, Scope.WHOLE),
        "aged": found.aged,
        "guarded": found.guarded,
        "reserved": found.reserved,
        "unsettled": sum(reason.outcome is Outcome.UNKNOWN for reason in found.reasons),
        "limit and level": a.limits != b.limits,
        "two limits": a.limits and b.limits,
        "rests on a reading": a.worked or b.worked,
        "worked out": bool(a.derived or b.derived),
        "confidence": min(one.confidence, other.confidence),
        "far apart": far_apart(a.value, b.value) or (one_project and one_is_none(a.value, b.value)),
        "close": near,
        **_inside(a, b),
        "one story": of_one_story(a, b),
        "paired": paired(a, b),
        "listed": a.listed or b.listed,
        "in stock": both_stock(a, b),
        "one setting": bool(of_one_setting(a, b)),
        "one project": one_project,
        "history": a.history or b.history,
        "rivals": bool(a.rivals or b.rivals),
        "alone": place.alone,
        "pairs": math.log(max(1, place.pairs)),
        "best": place.best,
        "best but for twins": place.best_but_for_twins,
        "twin": place.twin,
        "best, no twin": best,
        "best, one noun": best and one_noun,
        "best, one noun, unguarded": best and one_noun and not found.guarded,
        "best, one event": best and found.same_event,
    }
    if one.structure == other.structure == "table":
        signs["two tables"] = 1.0
    if not {one.structure, other.structure}.isdisjoint(TERSE):
        signs["code or heading"] = 1.0
    if (kind := a.dimension.split()[0]) in _KINDS:
        signs[f"a {kind}"] = 1.0
    return signs


def _inside(a: Profile, b: Profile) -> Signs:
    """How two claims of one document stand to each other there; of two documents, nothing."""
    if a.document != b.document:
        return {}
    one, other = a.claim, b.claim
    together = one.section == other.section
    near = abs(one.sentence.start - other.sentence.start) < _PASSAGE
    return {
        "one document": 1.0,
        "one list": together and bool({one.structure, other.structure} & _ENTRIES),
        "one passage": together and near,
        "only one dated": (one.when is None) != (other.when is None),
    }
