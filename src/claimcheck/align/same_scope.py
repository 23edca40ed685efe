"""Tests of scope: who gives and receives, where, out of how many, and the words that narrow what is counted."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.names import same_name
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import word_set
from claimcheck.align.words import scopes, values_of
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon
from claimcheck.records import Granularity, Kind

__all__ = ["contrast", "group", "labels", "limits", "major", "place", "roles", "scope_words", "singled"]


def roles(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    """Giver, recipient and the like must be the same, or one part of the other."""
    if not a.claim.roles or not b.claim.roles:
        given = a if a.claim.roles else b
        cell = b if given is a else a
        if given.claim.kind is Kind.MEASURE and given.event in _giving() and cell.claim.structure == "table":
            state.unknown("roles", "only one is of what somebody gives", -0.2)
            state.guarded = True
        return
    for role in ("giver", "recipient", "holder", "subject", "target", "partner"):
        left = {name for key, name in a.claim.roles if key == role}
        right = {name for key, name in b.claim.roles if key == role}
        if not left or not right or left & right:
            continue
        if any(lexicon.within(x, y) or lexicon.within(y, x) or same_name(x, y) for x in left for y in right):
            continue
        state.mismatch(role, f"{', '.join(sorted(left))} / {', '.join(sorted(right))}", -1.5)


@cache
def _giving() -> frozenset[str]:
    return frozenset(load_table("transfers")["give"]["verbs"])


def place(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    """Places must be the same, or one inside the other."""
    here, there = a.claim.place, b.claim.place
    if not here or not there:
        return
    if same_name(here, there):
        state.match("place", f"both {here}")
    elif lexicon.within(here, there):
        state.narrower.add(1)
        state.firm = True
        state.unknown("place", f"{here} lies in {there}")
    elif lexicon.within(there, here):
        state.narrower.add(-1)
        state.firm = True
        state.unknown("place", f"{there} lies in {here}")
    elif here not in b.entities and there not in a.entities:
        state.mismatch("place", f"{here} / {there}", -1.0)


def labels(a: Profile, b: Profile, state: State) -> None:
    """A version named beside the figure is its scope: the v0.5 baseline, the current model."""
    if a.labels == b.labels and a.past == b.past:
        return
    if (a.labels and b.labels and not a.labels & b.labels) or (a.past != b.past and a.labels != b.labels):
        shown = " / ".join(", ".join(sorted(one.labels)) or "no version" for one in (a, b))
        state.unknown("version", shown)
        state.guarded = True


# A word of these dimensions on one side only leaves open whether the other side means the same; those of the
# last set only where they stand in the measured thing itself.
_OPEN = frozenset({"prices", "size", "sharing", "sides"})
_OPEN_VALUES = frozenset({"average", "planned", "preliminary", "remaining"})
_OPEN_IN_MEASURE = frozenset({"rate", "novelty"})
_SOFT = frozenset({"preliminary", "final", "suspected"})


def _parted(dimension: str, left: set[str], right: set[str]) -> bool:
    """Whether two sets of values of one dimension exclude each other: a total may be a maximum, an average not."""
    if dimension != "extent":
        return True
    return ("average" in left | right) or left | right == {"minimum", "maximum"}


def limits(a: Profile, b: Profile, state: State) -> None:
    """Two statements that both set a limit are likelier of the same thing."""
    if a.limits and b.limits:
        state.match("limit", "both set a limit", 1.0)


def scope_words(a: Profile, b: Profile, state: State) -> None:
    """Words such as total, average, annual or bilateral: different ones part the figures."""
    if not a.scope and not b.scope:
        return
    for dimension in sorted({*a.scope, *b.scope}):
        if dimension == "rate" and a.dimension == "frequency":
            continue  # how often it is, is what the figures themselves say
        if dimension == "sharing" and a.dimension in ("time", "age"):
            continue  # each member serves five years: so long is a member's term
        left, right = a.scope.get(dimension, set()), b.scope.get(dimension, set())
        if left and right and not left & right:
            shown = f"{'/'.join(sorted(left))} / {'/'.join(sorted(right))}"
            if left | right <= _SOFT or not _parted(dimension, left, right):
                state.unknown("scope", shown)
                state.guarded = state.guarded or left | right <= _SOFT
            else:
                state.mismatch("scope", shown, -0.5)
        elif left and right:
            state.match("scope", f"both {'/'.join(sorted(left & right))}", 0.3)
        elif dimension == "rate" and (shorter := _of_shorter_time(left or right, b if left else a)):
            state.mismatch("scope", f"{'/'.join(sorted(left or right))} / {shorter}", -0.5)
        elif _leaves_open(dimension, left or right, a if left else b) and not _says(b if left else a, left or right):
            state.unknown("scope", f"only one says {'/'.join(sorted(left or right))}", -0.3)
            state.guarded = True


def _of_shorter_time(values: set[str], other: Profile) -> str:
    """The time of a figure that is shorter than what the other's rate is for: 40,000 tonnes a year, 3,000 in May."""
    when = other.claim.when
    if other.claim.kind not in _FLOWING:
        return ""
    if when is None:
        return "of a month" if "annual" in values and _IN_MONTH.search(other.spoken) else ""
    shorter = any(when.granularity in _SHORTER.get(value, ()) for value in values)
    return f"of a {when.granularity.value}" if shorter else ""


_IN_MONTH = re.compile(
    r" in (?:january|february|march|april|may|june|july|august|september|october|november|december) "
)
_FLOWING = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY})
_SHORTER = {
    "annual": (Granularity.DAY, Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.HALF),
    "monthly": (Granularity.DAY,),
}


def _says(side: Profile, values: set[str]) -> bool:
    """Whether the other side says the word too, only not of its figure: both of "the new school"; "the cost per meal"
    is an average.
    """
    if values == {"average"} and " per " in f" {side.claim.measure} ":
        return True
    if values == {"each"} and _EVERY.search(side.spoken):
        return True
    return bool(values & {word for word, _ in side.clause.qualified})


_EVERY = re.compile(r" every (?!day|week|month|year|hour|time|other)[a-z]")
_TARGET = re.compile(r" targets? (?:no )?\d| (?:the|its|their|over|hit|on) targets? ")


def _leaves_open(dimension: str, values: set[str], side: Profile) -> bool:
    if values == {"planned"} and side.clause.done and _TARGET.search(side.spoken):
        return False  # "over target 31" is a place
    if dimension in _OPEN or values & _OPEN_VALUES:
        return True
    if dimension == "novelty" and side.claim.kind in (Kind.MEASURE, Kind.DURATION, Kind.DATE, Kind.AGE, Kind.RANK):
        return False  # "the new bridge is 410 m long" singles out no part of a bridge
    return dimension in _OPEN_IN_MEASURE and bool(values_of(side.claim.core.split(), scopes()).get(dimension))


@cache
def _singling() -> frozenset[str]:
    return frozenset(load_table("events")["singling"])


# Dimensions of goods, of which a sentence may name several: hydro and wind here, gas there.
_GOODS = frozenset({"fuel", "crop", "livestock", "tree", "metal"})


def contrast(a: Profile, b: Profile, state: State) -> None:
    """Words that exclude one another: women and men, wheat and barley."""
    for dimension in sorted(a.contrast.keys() & b.contrast.keys()):
        left, right = a.contrast[dimension], b.contrast[dimension]
        one_each = len(left) == len(right) == 1
        if left.isdisjoint(right) and (one_each or (dimension in _GOODS and left and right)):
            shown = " / ".join(", ".join(sorted(values)) for values in (left, right))
            state.mismatch("contrast", shown, -1.0)


def singled(a: Profile, b: Profile, state: State) -> None:
    """The best day is not all days: one side singles a time or thing out of many, the other does not."""
    if a.dimension == "rank":
        return
    left_out, right_out = _singled(a), _singled(b)
    if bool(left_out) != bool(right_out) and not (_most(a) and _most(b)):
        state.unknown("contrast", f"only one says {min(left_out | right_out)}")
        # the part of a longer time may be its worst
        state.guarded = state.guarded or state.narrower != {1 if left_out else -1}


@fact
def _singled(profile: Profile) -> frozenset[str]:
    """The words that single one time or thing out of many: the best day, a peak."""
    return _singling().intersection(profile.words)


def _most(profile: Profile) -> bool:
    """Whether the figure is called the most, in whatever word: the strongest gust, the top gust."""
    return not word_set("most").isdisjoint({*profile.modifiers, *profile.words})


def major(a: Profile, b: Profile, state: State) -> None:
    """Python 2.7 and Python 3.6 are two lines of one thing, which may both be supported."""
    if a.dimension != "version":
        return
    first, second = (one.claim.quantity.version or "" if one.claim.quantity else "" for one in (a, b))
    if first.lstrip("vV").split(".")[0] == second.lstrip("vV").split(".")[0]:
        state.score += 1.0


def group(a: Profile, b: Profile, state: State) -> None:
    """The size of the list or group that a rank or share is out of."""
    first = a.claim.quantity.out_of if a.claim.quantity else None
    second = b.claim.quantity.out_of if b.claim.quantity else None
    if first is not None and second is not None and first != second:
        state.mismatch("out of", f"of {first} / of {second}")


where(roles, lambda one: one.claim.roles or (one.claim.kind is Kind.MEASURE and one.event in _giving()))
where(place, lambda one: one.claim.place, both=True)
where(labels, lambda one: one.labels or one.past)
where(limits, lambda one: one.limits, both=True)
where(scope_words, lambda one: one.scope)
where(contrast, lambda one: one.contrast, both=True)
where(singled, _singled)
where(major, lambda one: one.dimension == "version")
where(group, lambda one: one.claim.quantity is not None and one.claim.quantity.out_of is not None, both=True)
