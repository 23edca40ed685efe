"""Whether two claims may be compared: a list of named tests, each with its outcome in words.

Every test adds to or takes from a score, may forbid a comparison of values (the scopes differ), or may find that one
claim is of a part of what the other is of. The score is evidence that both speak of one thing; the weights of shared
words come from a fixed background list, so no other document changes it.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import define, field, frozen

from claimcheck.align.names import name_link
from claimcheck.align.profile import Profile
from claimcheck.align.times import TimeLink, timing
from claimcheck.align.weights import weight
from claimcheck.align.words import people
from claimcheck.lexicon.model import Lexicon
from claimcheck.records import Outcome, Reason, Status

__all__ = ["Comparison", "Scope", "compare"]


class Scope(StrEnum):
    """How the scopes of two claims of one thing lie: ``PART`` says that the first is inside the second."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    DIFFERS = "differs"


@frozen
class Comparison:
    """What the tests found.

    ``score`` is the evidence that both are of one thing, ``thing`` the part of it that the measured thing itself
    gives, ``context`` the weight of the shared words, ``coverage`` their share of the poorer context, ``alike`` the
    score without what speaks against it. ``aged`` says
    that the value may have changed between the statements, ``guarded`` that something one side says makes a conflict
    of values uncertain: then only agreement is reported.
    """

    scope: Scope
    score: float
    thing: float
    context: float
    coverage: float
    reasons: tuple[Reason, ...]
    alike: float = 0.0
    aged: bool = False
    guarded: bool = False

    @property
    def mismatches(self) -> tuple[Reason, ...]:
        """The tests that failed."""
        return tuple(reason for reason in self.reasons if reason.outcome is Outcome.MISMATCH)


@define
class _State:
    """The running sum of the tests."""

    score: float = 0.0
    against: float = 0.0
    thing: float = 0.0
    context: float = 0.0
    coverage: float = 0.0
    reasons: list[Reason] = field(factory=list)
    narrower: set[int] = field(factory=set)
    differs: bool = False
    aged: bool = False
    guarded: bool = False

    def match(self, test: str, text: str, score: float = 0.0) -> None:
        self.reasons.append(Reason(test, Outcome.MATCH, text))
        self.score += score

    def unknown(self, test: str, text: str, score: float = 0.0) -> None:
        self.reasons.append(Reason(test, Outcome.UNKNOWN, text))
        self.score += score

    def mismatch(self, test: str, text: str, score: float = 0.0) -> None:
        self.reasons.append(Reason(test, Outcome.MISMATCH, text))
        self.against += score
        self.differs = True


def compare(a: Profile, b: Profile, lexicon: Lexicon) -> Comparison:
    """Run all tests on two profiles of one dimension; swapping the two swaps PART and WHOLE and nothing else."""
    state = _State()
    _context(a, b, state)
    _thing(a, b, state)
    _modifiers(a, b, state)
    _event(a, b, state)
    _entities(a, b, state, lexicon)
    _roles(a, b, state, lexicon)
    _time(a, b, state)
    _place(a, b, state, lexicon)
    _status(a, b, state)
    _scope_words(a, b, state)
    _contrast(a, b, state)
    _group(a, b, state)
    return Comparison(
        _outcome(state),
        state.score + state.against,
        state.thing,
        state.context,
        state.coverage,
        tuple(state.reasons),
        state.score,
        state.aged,
        state.guarded,
    )


def _outcome(state: _State) -> Scope:
    if state.differs or len(state.narrower) > 1:
        return Scope.DIFFERS
    if state.narrower:
        return Scope.PART if 1 in state.narrower else Scope.WHOLE
    return Scope.SAME


def _context(a: Profile, b: Profile, state: _State) -> None:
    """Shared words, by weight; words of titles count half and at most as much as one rare word."""
    small, large = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    common = {word: max(heavy, large[word]) for word, heavy in small.items() if word in large}
    direct = sum(common.values())
    ambient = sum(heavy for word, heavy in a.words.items() if word in b.ambient and word not in common) / 2
    ambient += sum(heavy for word, heavy in b.words.items() if word in a.ambient and word not in common) / 2
    both = sum(heavy for word, heavy in a.ambient.items() if word in b.ambient)
    state.context = direct + min(ambient, 3.0) + min(both, 1.0)
    poorer = min(a.total, b.total)
    state.coverage = min(1.0, (direct + min(ambient, 3.0)) / poorer) if poorer else 0.0
    state.score += state.context
    telling = sorted(common, key=lambda word: (-common[word], word))[:4]
    if telling:
        state.match("context", "both mention " + ", ".join(telling))
    else:
        state.unknown("context", "no telling word is shared")


def _thing(a: Profile, b: Profile, state: _State) -> None:
    generic, specific = people()
    plain = a.dimension in ("number", "percent")
    if not a.head or not b.head:
        state.unknown("thing", "one of them does not say what is measured", 0.0)
        state.thing = 0.3
    elif a.head == b.head:
        state.thing = 1.0 + weight(a.head)
        state.match("thing", f"both of {a.head}")
    elif {a.head, b.head} <= generic | specific and (a.head in generic or b.head in generic):
        state.thing = 1.0
        state.match("thing", f"{a.head} / {b.head}: both are people")
    elif a.head in b.words or b.head in a.words:
        state.thing = 0.6
        state.match("thing", f"{a.head} / {b.head}: one names the other's")
    elif plain:
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    else:
        state.thing = -0.6
        state.unknown("thing", f"{a.head} / {b.head}")
    state.score += state.thing


def _modifiers(a: Profile, b: Profile, state: _State) -> None:
    """Words that narrow the measured thing: on one side only they make a part of it, on both sides another thing."""
    if a.head != b.head:
        return
    only_a = sorted(
        word for word in a.modifiers - b.modifiers if word not in b.words and word not in b.ambient
    )
    only_b = sorted(
        word for word in b.modifiers - a.modifiers if word not in a.words and word not in a.ambient
    )
    if only_a and only_b:
        state.mismatch("modifiers", f"{' '.join(only_a)} / {' '.join(only_b)}", -1.0)
    elif only_a or only_b:
        side = only_a or only_b
        state.unknown("modifiers", f"only one says {' '.join(side)}", -0.3 * len(side))
        state.narrower.add(1 if only_a else -1)
    elif a.modifiers or b.modifiers:
        state.match("modifiers", "the same")


def _event(a: Profile, b: Profile, state: _State) -> None:
    if not a.event or not b.event:
        return
    if a.event == b.event:
        state.match("event", f"both say {a.event}", 0.3 + 0.7 * min(weight(a.event), 1.0))
    elif a.event in b.words or b.event in a.words:
        state.match("event", f"{a.event} / {b.event}: one names the other's", 0.2)
    elif a.dimension == "date":
        state.unknown("event", f"{a.event} / {b.event}", -1.5)
        state.guarded = True
    else:
        state.unknown("event", f"{a.event} / {b.event}", -0.4)


def _entities(a: Profile, b: Profile, state: _State, lexicon: Lexicon) -> None:
    link = name_link(a, b, lexicon)
    if link.shared:
        state.match("entities", "both about " + ", ".join(link.shared), 0.5)
    if link.parts:
        shown = "; ".join(f"{one} / {other}" for one, other in link.parts)
        state.unknown("entities", f"{shown}: one is part of the other")
        if link.mixed:
            state.mismatch("entities", shown, -1.0)
        elif link.narrower:
            state.narrower.add(link.narrower)
            state.score += 1.0
    if link.only_a and link.only_b:
        state.mismatch("entities", f"{', '.join(link.only_a)} / {', '.join(link.only_b)}", -2.0)
    elif (link.only_a or link.only_b) and not link.shared and not link.parts and a.entities and b.entities:
        state.unknown("entities", f"only one names {', '.join(link.only_a or link.only_b)}", -0.5)


def _roles(a: Profile, b: Profile, state: _State, lexicon: Lexicon) -> None:
    for role in ("giver", "recipient", "holder", "subject", "target", "partner"):
        left = {name for key, name in a.claim.roles if key == role}
        right = {name for key, name in b.claim.roles if key == role}
        if not left or not right or left & right:
            continue
        if any(lexicon.within(x, y) or lexicon.within(y, x) for x in left for y in right):
            continue
        state.mismatch(role, f"{', '.join(sorted(left))} / {', '.join(sorted(right))}", -1.5)


def _time(a: Profile, b: Profile, state: _State) -> None:
    if a.dimension == "date":
        if a.version != b.version:
            state.aged = True
        return
    found = timing(a, b)
    if a.version != b.version:
        state.unknown("version", f"{a.version or 'no version'} / {b.version or 'no version'}")
        state.aged = True
    state.aged = state.aged or found.aged
    if found.link is TimeLink.SAME:
        state.match("time", found.text, 1.2)
    elif found.link is TimeLink.DISJOINT:
        state.mismatch("time", found.text)
    elif found.link is TimeLink.UNKNOWN:
        state.unknown("time", found.text)
    elif found.link is TimeLink.OVERLAP:
        state.unknown("time", f"{found.text}: they overlap")
        state.guarded = True
    else:
        state.unknown("time", f"{found.text}: one lies in the other")
        state.narrower.add(1 if found.link is TimeLink.INSIDE else -1)


def _place(a: Profile, b: Profile, state: _State, lexicon: Lexicon) -> None:
    here, there = a.claim.place, b.claim.place
    if not here or not there:
        return
    if here == there:
        state.match("place", f"both {here}")
    elif lexicon.within(here, there):
        state.narrower.add(1)
        state.unknown("place", f"{here} lies in {there}")
    elif lexicon.within(there, here):
        state.narrower.add(-1)
        state.unknown("place", f"{there} lies in {here}")
    elif here not in b.entities and there not in a.entities:
        state.mismatch("place", f"{here} / {there}", -1.0)


_AHEAD = {Status.PLANNED: "planned", Status.FORECAST: "forecast"}


def _status(a: Profile, b: Profile, state: _State) -> None:
    one, other = _AHEAD.get(a.claim.status), _AHEAD.get(b.claim.status)
    if one != other:
        state.mismatch("status", f"{one or 'reported as fact'} / {other or 'reported as fact'}")


# A word of these dimensions on one side only leaves open whether the other side means the same.
_OPEN = frozenset({"rate", "novelty", "prices", "stage", "size", "sides"})


def _scope_words(a: Profile, b: Profile, state: _State) -> None:
    for dimension in sorted({*a.scope, *b.scope}):
        left, right = a.scope.get(dimension, set()), b.scope.get(dimension, set())
        if left and right and not left & right:
            state.mismatch("scope", f"{'/'.join(sorted(left))} / {'/'.join(sorted(right))}", -0.5)
        elif left and right:
            state.match("scope", f"both {'/'.join(sorted(left & right))}", 0.3)
        else:
            one = left or right
            if dimension in _OPEN or "average" in one or (dimension == "extent" and "minimum" in one):
                state.unknown("scope", f"only one says {'/'.join(sorted(one))}", -0.3)
                state.guarded = True


def _contrast(a: Profile, b: Profile, state: _State) -> None:
    for dimension in sorted(set(a.contrast) & set(b.contrast)):
        left, right = a.contrast[dimension], b.contrast[dimension]
        if len(left) == len(right) == 1 and left != right:
            state.mismatch("contrast", f"{next(iter(left))} / {next(iter(right))}", -1.0)


def _group(a: Profile, b: Profile, state: _State) -> None:
    first = a.claim.quantity.out_of if a.claim.quantity else None
    second = b.claim.quantity.out_of if b.claim.quantity else None
    if first is not None and second is not None and first != second:
        state.mismatch("out of", f"of {first} / of {second}")
