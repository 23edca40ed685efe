"""Whether two claims may be compared: a list of named tests, each with its outcome in words.

Every test adds to or takes from a score, may forbid a comparison of values (the scopes differ), or may find that one
claim is of a part of what the other is of. The score is evidence that both speak of one thing; the weights of shared
words come from a fixed background list, so no other document changes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from attrs import define, field, frozen

from claimcheck.align.names import name_link
from claimcheck.align.profile import Profile
from claimcheck.align.times import TimeLink, timing
from claimcheck.align.weights import weight
from claimcheck.align.words import people, scopes, values_of
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold
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
    of values uncertain: then only agreement is reported. ``soft`` says that nothing but the status differs
    (planned, done), so that figures which are the same still agree. ``loose`` says that one is a part
    of the other by no more than a word before the noun.
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
    soft: bool = False
    same_event: bool = False
    loose: bool = False
    same_time: bool = False
    same_name: bool = False

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
    soft: bool = False
    aged: bool = False
    guarded: bool = False
    same_event: bool = False
    loosely: bool = False
    firm: bool = False
    same_time: bool = False
    same_name: bool = False

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
    _limits(a, b, state)
    _scope_words(a, b, state)
    _contrast(a, b, state)
    _group(a, b, state)
    _labels(a, b, state)
    _major(a, b, state)
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
        state.soft and not state.differs,
        state.same_event,
        state.loosely and not state.firm,
        state.same_time,
        state.same_name,
    )


def _outcome(state: _State) -> Scope:
    if state.differs or state.soft or len(state.narrower) > 1:
        return Scope.DIFFERS
    if state.narrower:
        return Scope.PART if 1 in state.narrower else Scope.WHOLE
    return Scope.SAME


def _context(a: Profile, b: Profile, state: _State) -> None:
    """Shared words, by weight; words of titles count half and at most as much as one rare word."""
    small, large = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    common = {word: max(heavy, large[word]) for word, heavy in small.items() if word in large}
    direct = sum(common.values())
    ambient = sum(min(heavy, b.ambient[word]) for word, heavy in a.words.items() if _only(word, b.ambient, common))
    ambient += sum(min(heavy, a.ambient[word]) for word, heavy in b.words.items() if _only(word, a.ambient, common))
    both = sum(heavy for word, heavy in a.ambient.items() if word in b.ambient)
    state.context = direct + min(ambient, 4.0) + min(both, 2.0)
    poorer = min(a.total, b.total)
    state.coverage = min(1.0, (direct + min(ambient, 4.0)) / poorer) if poorer else 0.0
    state.score += state.context
    telling = sorted(common, key=lambda word: (-common[word], word))[:4]
    if telling:
        state.match("context", "both mention " + ", ".join(telling))
    else:
        state.unknown("context", "no telling word is shared")


def _only(word: str, ambient: Mapping[str, float], common: Mapping[str, float]) -> bool:
    return word in ambient and word not in common


def _thing(a: Profile, b: Profile, state: _State) -> None:
    generic, specific = people()
    plain = a.dimension in ("number", "percent")
    if _nameless(a) or _nameless(b):
        state.unknown("thing", "one of them does not say what is measured", 0.0)
        state.thing = 0.3
    elif a.head == b.head:
        state.thing = (1.0 if weight(a.head) else 0.5) + weight(a.head)
        state.match("thing", f"both of {a.head}")
    elif {a.head, b.head} <= generic:
        state.thing = 1.0
        state.match("thing", f"{a.head} / {b.head}: both are people")
    elif {a.head, b.head} <= generic | specific and (a.head in generic or b.head in generic):
        state.thing = 0.8
        state.unknown("thing", f"{a.head} / {b.head}: one are some of the other")
        state.narrower.add(1 if a.head in specific else -1)
        state.loosely = True
    elif "_" in a.head and "_" in b.head:
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif plain and (a.head in b.rivals or b.head in a.rivals):
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif a.head in b.words or b.head in a.words or _setting(a, b) or _setting(b, a):
        state.thing = 0.8 if _setting(a, b) or _setting(b, a) else 0.6
        state.match("thing", f"{a.head} / {b.head}: one names the other's")
    elif {a.head, b.head} <= _sums():
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: both are sums of money")
    elif plain:
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif "table" in (a.claim.structure, b.claim.structure) and state.coverage >= 0.8:
        state.thing = 0.3
        state.unknown("thing", f"{a.head} / {b.head}: the row says what both are of")
    else:
        state.thing = -0.6
        state.unknown("thing", f"{a.head} / {b.head}")
    state.score += state.thing


def _setting(a: Profile, b: Profile) -> bool:
    """Whether ``a`` is of a setting whose name says what ``b`` is of: max_connections, connections."""
    parts = a.head.split("_")
    return len(parts) > 1 and bool(b.head) and any(part[:4] == b.head[:4] and len(part) > 3 for part in parts)


def _nameless(profile: Profile) -> bool:
    """Whether the claim does not say what is measured: no noun, a name, or one that stands for any count."""
    head = profile.head
    named = head in _name_words(profile) and profile.dimension != "rank"
    return not head or named or head in load_table("events")["standing"]


def _name_words(profile: Profile) -> set[str]:
    return {word for name in profile.entities for word in fold(name).split()}


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
        state.loosely = True
    elif a.modifiers or b.modifiers:
        state.match("modifiers", "the same")


def _event(a: Profile, b: Profile, state: _State) -> None:
    if a.dimension == "date":
        _dated_event(a, b, state)
        return
    if not a.event or not b.event:
        return
    if a.event == b.event:
        state.same_event = True
        state.match("event", f"both say {a.event}", 0.3 + 0.7 * min(weight(a.event), 1.0))
    elif a.event in b.words or b.event in a.words:
        state.match("event", f"{a.event} / {b.event}: one names the other's", 0.2)
    else:
        state.unknown("event", f"{a.event} / {b.event}", -0.4)
        if not {a.event, b.event} <= _generic_events() and not _stems(a, b) and a.dimension in _COUNTED:
            state.guarded = True


# Dimensions in which a verb picks out a part: 9,000 hectares that are protected.
_COUNTED = frozenset({"number", "area", "length", "mass", "volume"})


def _dated_event(a: Profile, b: Profile, state: _State) -> None:
    """A date is compared with another only as the date of an event, not where it tells when a figure held."""
    events = {event for event in (a.event, b.event) if event}
    if _comes_again(a, b):
        state.guarded = True
    if len(events) == 1 and a.event and b.event:
        state.match("event", f"both say {a.event}", 0.5 + weight(a.event))
    elif any(event in other.words or event == other.head for event, other in ((a.event, b), (b.event, a)) if event):
        state.match("event", f"{' / '.join(sorted(events))}: one names the other's", 0.3)
    elif (row := sorted(_kin(a) & _kin(b))) and not (a.event and b.event and "end" in events and "start" in events):
        state.match("event", f"both of one moment: {row[0]}", 0.3)
        state.guarded = state.guarded or bool(a.event and b.event)
    elif not events and a.head and a.head == b.head and a.modifiers == b.modifiers and _is_verbal(a.head):
        state.match("event", f"both of {a.head}")
    else:
        state.mismatch("event", f"{a.event or 'no event'} / {b.event or 'no event'}", -1.5)


@cache
def _rows() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row) for row in load_table("events")["kin"])


def _kin(profile: Profile) -> set[str]:
    """The rows of ``kin`` that a date's verb is in; where it has none, its head or the sentences before tell."""
    words = {profile.event} if profile.event else {profile.head} if profile.head else set(profile.ambient)
    return {min(row) for row in _rows() if row & words}


@cache
def _recurring() -> frozenset[str]:
    return frozenset(load_table("events")["recurring"])


def _comes_again(a: Profile, b: Profile) -> bool:
    """Whether the event is of a sort that happens many times and neither side gives it a name."""
    words = {a.head, b.head, a.event, b.event} & _recurring()
    named = {word for one in (a, b) for name in one.entities if " " in name for word in fold(name).split()}
    return bool(words - named)


def _is_verbal(head: str) -> bool:
    """Whether the noun names an event: "opening", "bombing", "deadline"."""
    table = load_table("events")
    return head in table["deadline"] or head.endswith(("ing", "tion", "ment")) or head in load_table("grammar")["verbs"]


@cache
def _sums() -> frozenset[str]:
    return frozenset(load_table("events")["sums"])


@cache
def _generic_events() -> frozenset[str]:
    return frozenset(load_table("events")["generic"])


def _stems(a: Profile, b: Profile) -> bool:
    """Whether one's verb is at the root of the other's noun: employ, employee."""
    return any(
        len(event) > 3 and head.startswith(event[:-1]) for event, head in ((a.event, b.head), (b.event, a.head))
    )


def _entities(a: Profile, b: Profile, state: _State, lexicon: Lexicon) -> None:
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
    if link.only_a and link.only_b:
        state.mismatch("entities", f"{', '.join(link.only_a)} / {', '.join(link.only_b)}", -2.0)
    elif (link.only_a or link.only_b) and not link.shared and not link.parts and a.entities and b.entities:
        state.unknown("entities", f"only one names {', '.join(link.only_a or link.only_b)}", -0.5)
        state.guarded = True


def _roles(a: Profile, b: Profile, state: _State, lexicon: Lexicon) -> None:
    for role in ("giver", "recipient", "holder", "subject", "target", "partner"):
        left = {name for key, name in a.claim.roles if key == role}
        right = {name for key, name in b.claim.roles if key == role}
        if not left or not right or left & right:
            continue
        if any(lexicon.within(x, y) or lexicon.within(y, x) for x in left for y in right):
            continue
        state.mismatch(role, f"{', '.join(sorted(left))} / {', '.join(sorted(right))}", -1.5)


def _running(a: Profile, b: Profile) -> bool:
    """Whether both count what has come together so far, in documents of different days."""
    return (
        a.published != b.published
        and None not in (a.published, b.published)
        and "total" in a.scope.get("extent", ())
        and "total" in b.scope.get("extent", ())
    )


def _time(a: Profile, b: Profile, state: _State) -> None:
    if a.dimension == "date":
        if a.version != b.version:
            state.aged = True
        return
    found = timing(a, b)
    if a.version != b.version:
        state.unknown("version", f"{a.version or 'no version'} / {b.version or 'no version'}")
        state.aged = True
    state.aged = state.aged or found.aged or (found.link is TimeLink.UNKNOWN and _running(a, b))
    if found.link is TimeLink.SAME:
        state.match("time", found.text, 1.2)
        state.same_time = True
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
        state.firm = True


def _place(a: Profile, b: Profile, state: _State, lexicon: Lexicon) -> None:
    here, there = a.claim.place, b.claim.place
    if not here or not there:
        return
    if here == there:
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


def _labels(a: Profile, b: Profile, state: _State) -> None:
    """A version named beside the figure is its scope: the v0.5 baseline, the current model."""
    if a.labels == b.labels and a.past == b.past:
        return
    if (a.labels and b.labels and not a.labels & b.labels) or (a.past != b.past and a.labels != b.labels):
        shown = " / ".join(", ".join(sorted(one.labels)) or "no version" for one in (a, b))
        state.unknown("version", shown)
        state.guarded = True


_AHEAD = {Status.PLANNED: "planned", Status.FORECAST: "forecast"}


def _status(a: Profile, b: Profile, state: _State) -> None:
    one, other = _AHEAD.get(a.claim.status), _AHEAD.get(b.claim.status)
    if one != other:
        firm = state.differs
        state.mismatch("status", f"{one or 'reported as fact'} / {other or 'reported as fact'}")
        state.differs, state.soft = firm, True


# A word of these dimensions on one side only leaves open whether the other side means the same; those of the
# last set only where they stand in the measured thing itself.
_OPEN = frozenset({"prices", "size", "sides"})
_OPEN_VALUES = frozenset({"average", "planned", "preliminary", "remaining"})
_OPEN_IN_MEASURE = frozenset({"rate", "novelty"})
_SOFT = frozenset({"preliminary", "final", "suspected"})


def _parted(dimension: str, left: set[str], right: set[str]) -> bool:
    """Whether two sets of values of one dimension exclude each other: a total may be a maximum, an average not."""
    if dimension != "extent":
        return True
    return ("average" in left | right) or left | right == {"minimum", "maximum"}


def _limits(a: Profile, b: Profile, state: _State) -> None:
    if a.limits and b.limits:
        state.match("limit", "both set a limit", 1.0)


def _scope_words(a: Profile, b: Profile, state: _State) -> None:
    for dimension in sorted({*a.scope, *b.scope}):
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
        elif _leaves_open(dimension, left or right, a if left else b):
            state.unknown("scope", f"only one says {'/'.join(sorted(left or right))}", -0.3)
            state.guarded = True


def _leaves_open(dimension: str, values: set[str], side: Profile) -> bool:
    if dimension in _OPEN or values & _OPEN_VALUES:
        return True
    return dimension in _OPEN_IN_MEASURE and bool(values_of(side.claim.measure.split(), scopes()).get(dimension))


def _contrast(a: Profile, b: Profile, state: _State) -> None:
    for dimension in sorted(set(a.contrast) & set(b.contrast)):
        left, right = a.contrast[dimension], b.contrast[dimension]
        if len(left) == len(right) == 1 and left != right:
            state.mismatch("contrast", f"{next(iter(left))} / {next(iter(right))}", -1.0)
    single = set(load_table("events")["singling"])
    if bool(single & set(a.words)) != bool(single & set(b.words)):
        word = sorted(single & (set(a.words) | set(b.words)))[0]
        state.unknown("contrast", f"only one says {word}")
        state.guarded = True


def _major(a: Profile, b: Profile, state: _State) -> None:
    """Python 2.7 and Python 3.6 are two lines of one thing, which may both be supported."""
    if a.dimension != "version":
        return
    first, second = (one.claim.quantity.version or "" if one.claim.quantity else "" for one in (a, b))
    if first.lstrip("vV").split(".")[0] == second.lstrip("vV").split(".")[0]:
        state.score += 1.0


def _group(a: Profile, b: Profile, state: _State) -> None:
    first = a.claim.quantity.out_of if a.claim.quantity else None
    second = b.claim.quantity.out_of if b.claim.quantity else None
    if first is not None and second is not None and first != second:
        state.mismatch("out of", f"of {first} / of {second}")
