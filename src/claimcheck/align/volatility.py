"""How fast figures grow old: what lasts, what is counted by the season, what is another figure tomorrow."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from claimcheck.align.facts import fact
from claimcheck.align.profile import Profile
from claimcheck.align.tables import incidents, word_set
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["befalls", "fleeting", "holds_for", "lasts", "moves", "peaking", "steady", "tolls"]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name]["words"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_table()["slow"]["verbs"])


@cache
def _table() -> dict[str, Any]:
    return load_table("volatility")


def holds_for(a: Profile, b: Profile) -> int | None:
    """The days for which two undated figures of one thing must agree; None where they always must."""
    days = [_days(one) for one in (a, b)]
    return None if None in days else min(day for day in days if day is not None)


@fact
def _days(profile: Profile) -> int | None:
    days = _table()["days"]
    if profile.limits:
        return int(days["limit"])
    if profile.dimension == "rank":
        return int(days["plain" if _words("ranks") & _own(profile) else "rank"])
    return None if lasts(profile) else int(days["plain"])


def _own(profile: Profile) -> set[str]:
    return {profile.head, profile.event, *profile.modifiers, *profile.claim.terms}


@fact
def lasts(profile: Profile) -> bool:
    """Whether the figure stays as it is: what a thing measures or is made of, how long something took, who may join."""
    kind = profile.claim.kind
    if kind is Kind.MEASURE:
        return not moves(profile)
    if kind is Kind.DURATION:
        return profile.clause.done and not profile.clause.running and not moves(profile)
    return profile.head in word_set("structures") and not _going_on(profile)


def _going_on(profile: Profile) -> bool:
    """Whether the perfect tells of what goes on: track has been laid on 19 km."""
    return profile.clause.done and profile.clause.running


@fact
def moves(profile: Profile) -> bool:
    """Whether a measure goes up and down, or on: a water level, a wait, the track that has been laid."""
    return _going_on(profile) or bool(word_set("moving") & {profile.head, *profile.modifiers, profile.event})


def _stock(profile: Profile) -> bool:
    """Whether a plain present or past tense tells of a stock that no news of the day moves: people employed, beds."""
    if profile.claim.kind is Kind.MONEY and (_words("tariffs") & _own(profile) or _APIECE.search(profile.spoken)):
        return True
    event = profile.claim.event
    if event and event not in word_set("stocks") and not (event in _verbs() and profile.head in _words("slow")):
        return False
    words = {profile.head, *profile.modifiers, profile.event}
    if not profile.clause.state or words & (befalls() | word_set("moving") | _words("fleeting")):
        return False
    return incidents().isdisjoint(profile.words)


@fact
def steady(profile: Profile) -> bool:
    """Whether no news of the day moves the figure: it lasts, is of a stock, or so much a year."""
    quantity = profile.value.quantity
    yearly = quantity is not None and quantity.per == "year" and not profile.clause.done
    return yearly or lasts(profile) or _stock(profile)


def fleeting(profile: Profile) -> bool:
    """Whether the figure is of what another day changes at will, or of an accident or attack."""
    words = {profile.head, *profile.modifiers, profile.event}
    return not _words("fleeting").isdisjoint(words) or not incidents().isdisjoint(profile.words)


_APIECE = re.compile(r" (?:(?:each|every) (?!day|week|month|year|hour|time)[a-z]|apiece |each $|each and )")


def peaking() -> frozenset[str]:
    """Verbs of how far something got that another year brings again: a river's level, a temperature."""
    return _words("peaking")


@cache
def befalls() -> frozenset[str]:
    """Verbs of what befell people or things, of which each day may bring another number."""
    return frozenset(load_table("grammar")["befalling"])


@cache
def tolls() -> frozenset[str]:
    """Verbs of what befalls for good, so that a later count of the same cannot be lower."""
    return frozenset(_table()["tolls"]["verbs"])
