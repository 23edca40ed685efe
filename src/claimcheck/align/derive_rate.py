"""How often, and how much for each, in the other ways of saying it: "two ferries an hour", "16 weeks per session"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from claimcheck.align.context import WORD
from claimcheck.align.profile import Profile
from claimcheck.align.weights import weight
from claimcheck.align.words import contrasts, values_of
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import dimension
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["of_rates"]

_BETWEEN = re.compile(r"[\w\s'’-]{0,40}")  # from a count to its "every two hours": no mark, few words


def of_rates(group: Sequence[Profile]) -> list[Profile]:
    """The frequency that a count per time is, and the amount for one thing that an amount per thing is."""
    made = [_frequency(one) or _for_one(one) or _returning(one) or _interval(one) for one in group]
    return [one for one in (*made, _paced(group)) if one is not None]


def _frequency(profile: Profile) -> Profile | None:
    """Two ferries an hour leave twice an hour."""
    quantity = profile.claim.quantity
    if quantity is None or not quantity.per:
        return None
    if _days(profile):
        least = evolve(quantity, unit=None, high=None, modifier=Modifier.AT_LEAST)  # on each of them once or oftener
        return evolve(_as_frequency(profile, least, ""), head="")
    if profile.claim.kind is not Kind.COUNT or profile.head not in _comings():
        return None
    if dimension(quantity.per.rpartition(" ")[2]) != "time":
        return None
    return _as_frequency(profile, evolve(quantity, unit=None), "")


def _days(profile: Profile) -> bool:
    """Whether the figure counts the days or nights of a week on which something comes: "five nights a week"."""
    quantity = profile.claim.quantity
    if quantity is None or quantity.per != "week" or profile.event not in _running():
        return False
    if profile.claim.kind is Kind.DURATION:
        return quantity.unit == "day"
    return profile.claim.kind is Kind.COUNT and profile.head in load_table("rates")["comings"]["days"]


@cache
def _running() -> frozenset[str]:
    return frozenset(load_table("rates")["comings"]["running"])


def _paced(group: Sequence[Profile]) -> Profile | None:
    """Three sailings every two hours."""
    counts = [one for one in group if one.claim.kind is Kind.COUNT and one.head in _comings()]
    paces = [one for one in group if one.claim.kind is Kind.FREQUENCY]
    if len(counts) != 1 or len(paces) != 1 or counts[0].source is None:
        return None
    count, pace = counts[0].claim, paces[0].claim
    if count.quantity is None or pace.quantity is None or pace.quantity.per or pace.quantity.unit is None:
        return None
    if not pace.text.lower().startswith("every") or pace.quantity.low is None or count.span.end > pace.span.start:
        return None
    if not _BETWEEN.fullmatch(counts[0].source.text[count.span.end : pace.span.start]):
        return None
    per = f"{pace.quantity.low.normalize():f} {pace.quantity.unit}"
    return _as_frequency(counts[0], evolve(count.quantity, unit=None, per=per), f" {pace.text}")


def _as_frequency(profile: Profile, quantity: Quantity, rest: str) -> Profile:
    return evolve(
        profile,
        value=evolve(profile.claim, kind=Kind.FREQUENCY, quantity=quantity),
        dimension="frequency",
        derived=f"{profile.claim.text}{rest} is how often they come",
    )


def _returning(profile: Profile) -> Profile | None:
    """A return period of 200 years is once in 200 years, as is what needs 200 years for one orbit."""
    quantity = profile.claim.quantity
    if quantity is None or profile.claim.kind is not Kind.DURATION or quantity.unit is None:
        return None
    table, said = load_table("rates")["return"], " ".join(profile.clause.words)
    measured = any(phrase in profile.claim.measure.lower() for phrase in table["phrases"])
    if not measured and not any(phrase in said for phrase in table["rounds"]):
        return None
    return _unnamed(profile, Kind.FREQUENCY, "frequency", "from one to the next")


def _interval(profile: Profile) -> Profile | None:
    """In a project what is done every ten minutes has an interval of ten minutes, as its settings call it."""
    quantity = profile.claim.quantity
    if quantity is None or not profile.project or profile.claim.kind is not Kind.FREQUENCY or quantity.per is not None:
        return None
    if not profile.claim.text.lower().startswith("every") or quantity.low is None or quantity.unit is None:
        return None
    if dimension(quantity.unit) != "time":
        return None
    return _unnamed(profile, Kind.DURATION, "time", "leaves so long from one to the next")


def _unnamed(profile: Profile, kind: Kind, dimension: str, how: str) -> Profile:
    """The same figure as one of another kind, of which no noun says what it is of."""
    value = evolve(profile.claim, kind=kind)
    return evolve(profile, value=value, dimension=dimension, head="", derived=f"{profile.claim.text} {how}")


def _for_one(profile: Profile) -> Profile | None:
    """16 weeks per session is how long a session may be, 12 zlotys per journey what a journey costs."""
    quantity = profile.claim.quantity
    if quantity is None or not quantity.per or profile.claim.kind not in (Kind.DURATION, Kind.MONEY):
        return None
    noun = lemma(quantity.per.lower())
    if noun not in _things() or " " in noun:
        return None
    said = WORD.findall(profile.claim.text.lower().partition(" per ")[2])
    return evolve(
        profile,
        value=evolve(profile.value, quantity=evolve(profile.value.quantity or quantity, per=None)),
        dimension=profile.dimension.partition(" per ")[0],
        head=noun if profile.claim.kind is Kind.DURATION else profile.head,
        words={**profile.words, noun: weight(noun), **{word: weight(word) for word in said if weight(word) > 0}},
        contrast={**profile.contrast, **values_of(said, contrasts())},
        derived=f"{profile.claim.text} is that of one {noun}",
    )


@cache
def _comings() -> frozenset[str]:
    return frozenset(load_table("rates")["comings"]["nouns"])


@cache
def _things() -> frozenset[str]:
    return frozenset(load_table("rates")["things"]["nouns"])
