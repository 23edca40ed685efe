"""Tests of what a figure is of its thing: what could be and what was, a distance and a level, a budget and a profit."""

from __future__ import annotations

from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["ability", "margin", "money_role"]

_FULL = frozenset({"full", "fill"})


def ability(a: Profile, b: Profile, state: State) -> None:
    """What could be made is not what was made; what a rule allows is for the comparison of limits."""
    if a.dimension in ("date", "version", "identifier") or (a.limits and b.limits):
        return
    if all("capacity" in one.claim.core.split() or one.event in _FULL for one in (a, b)):
        return  # "is 38 percent full", "is at 46% of its capacity"
    if a.clause.able != b.clause.able and "maximum" not in {*a.claim.scope, *b.claim.scope}:
        other = b if a.clause.able else a
        if other.limits:
            return  # "is limited to 60", "you can make 100"
        if other.clause.running and not other.clause.now and not _rated(a, b):
            return
        state.mismatch("ability", "what could be / what was", -0.3)


def _rated(a: Profile, b: Profile) -> bool:
    return " per " in a.dimension or a.dimension == b.dimension == "frequency"


_LEVELS = frozenset({Kind.MEASURE, Kind.COUNT, Kind.PERCENT, Kind.MONEY})


def margin(a: Profile, b: Profile, state: State) -> None:
    """How far something lies above a mark is not how high it is."""
    if {a.claim.kind, b.claim.kind} & _LEVELS and a.clause.margin != b.clause.margin:
        state.mismatch("margin", "a distance from a mark / a level", -1.0)


@cache
def _parts() -> dict[str, str]:
    return {word: part for part, words in load_table("restrictions")["money"].items() for word in (part, *words)}


@cache
def _exchanged() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(entry["parts"]) for entry in load_table("restrictions")["same"])


@fact
def _part(profile: Profile) -> str:
    """What part a sum plays: by its noun, else by a word of its measure, else by its verb."""
    noun = load_table("restrictions")["money_nouns"].get(profile.head)
    if noun is not None and profile.event != profile.head:
        return str(noun)
    words = [profile.head, *sorted(profile.modifiers), profile.event, profile.claim.event]
    return next((_parts()[word] for word in words if word in _parts()), "")


def money_role(a: Profile, b: Profile, state: State) -> None:
    """A budget is not what was spent, nor a revenue a profit."""
    if not a.dimension.startswith("money"):
        return
    left, right = _part(a), _part(b)
    if left and right and left != right and frozenset((left, right)) not in _exchanged():
        if a.event and a.event == b.event != "amount":
            return
        firm = state.differs
        state.mismatch("role of the sum", f"{left} / {right}", -0.5)
        state.differs, state.soft = firm, True


where(ability, lambda one: one.clause.able)
where(margin, lambda one: one.clause.margin)
where(money_role, lambda one: one.dimension.startswith("money") and _part(one), both=True)
