"""Tests of whose a figure is: institutions whose names are alike, the teams of a club, several taken together."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from claimcheck.align.facts import fact
from claimcheck.align.names import heard, same_name
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import word_set
from claimcheck.lexicon.model import fold

__all__ = ["holders", "namesakes", "several", "teams"]

_OWN = 2  # words that a name has which stands by itself


def namesakes(a: Profile, b: Profile, state: State) -> None:
    """Two institutions whose names share words may be two: the Whitlow Gallery, the Whitlow Gallery of Modern Art."""
    if a.document == b.document:
        return
    for one, other in _alike(a.entities, b.entities):
        if one == other:
            continue
        words = [fold(name).split() for name in (one, other)]
        short, full = sorted(words, key=len)
        extra = _subject(short, full) or _institution(short, full, a if short == words[0] else b)
        if extra and not any(word in side.ambient for word in extra for side in (a, b)):
            state.unknown("owner", f"{one} / {other} may be two")
            state.guarded = True
            return


def _subject(short: list[str], full: list[str]) -> list[str]:
    """What the fuller name says behind "of" and the short one does not: Tarn University, its University of Music."""
    if len(short) < _OWN or "of" not in full:
        return []
    return [word for before, word in pairwise(full) if before == "of" and word not in short]


def _institution(short: list[str], full: list[str], side: Profile) -> list[str]:
    """The institution that the fuller name says, where the side with the short one speaks of another kind."""
    known = word_set("institutions")
    extra = [word for word in full if word not in short and word in known]
    others = {word for word in (*side.words, *side.ambient) if word in known}
    return extra if extra and others and others.isdisjoint(full) else []


@lru_cache(1 << 14)
def _alike(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The pairs of names, one of each side, that are of one thing."""
    return tuple((one, other) for one in names for other in others if same_name(one, other))


def teams(a: Profile, b: Profile, state: State) -> None:
    """A club is not its women's team or its reserves, whose names go on from its own."""
    if a.document == b.document or a.dimension in ("version", "identifier") or not a.entities or not b.entities:
        return
    left, right = _team(a), _team(b)
    if left != right:
        state.unknown("owner", f"only one is of the {min(left ^ right)}", -0.3)
        state.guarded = True


@fact
def _team(profile: Profile) -> frozenset[str]:
    """What follows a name, or ends one, that tells one team of a club from the others."""
    known = word_set("teams")
    found = set()
    for name in profile.entities:
        words = fold(name).split()
        while len(words) > 1 and words[-1] in known:
            found.add(words.pop())
        for tail in profile.spoken.split(f" {' '.join(words)} ")[1:]:
            after = tail.split()[:2]
            after = after[1:] if after[:1] == ["s"] else after[:1]
            found.update(word for word in after if word in known)
    return frozenset(found - {profile.head})


def holders(a: Profile, b: Profile, state: State) -> None:
    """Whose a figure is, is said in its own clause: a name that they share only by another clause joins nothing."""
    if a.document == b.document or a.dimension == "date":
        return
    left, right = _in_clause(a), _in_clause(b)
    if not left or not right or not _alike(a.entities, b.entities) or _alike(left, right):
        return
    if any(heard(name, b) for name in left) or any(heard(name, a) for name in right):
        return
    state.unknown("owner", f"one is of {left[0]}, the other of {right[0]}", -0.5)
    state.guarded = True


@fact
def _in_clause(profile: Profile) -> tuple[str, ...]:
    before = profile.clause.words[0]
    return tuple([name for name in profile.entities if fold(name) in before])


def several(a: Profile, b: Profile, state: State) -> None:
    """Two things taken together are not one of them, and "the latter" is one of two that were named before."""
    if a.document == b.document or a.dimension in ("date", "version", "identifier"):
        return
    if _together(a) != _together(b):
        state.unknown("owner", "only one is of several together")
        state.guarded = True
    for one, other in ((a, b), (b, a)):
        meant, word, several = _one_of_two(one)
        if meant and not (several and any(same_name(meant, name) for name in other.entities)):
            state.unknown("owner", f"one is of {meant}, the {word} of those named before")
            state.guarded = True
            return


@fact
def _one_of_two(profile: Profile) -> tuple[str, str, bool]:
    """Which of the things named before the sentence means, by what word, and whether it names several of them."""
    names = [name for name in profile.entities if name in profile.carried]
    found = _ONE_OF_TWO.search(profile.sentence) if names else None
    if found is None:
        return "", "", False
    return names[0] if found[1] == "former" else names[-1], found[1], len(names) > 1


_ONE_OF_TWO = re.compile(r"\b[Tt]he (former|latter)\b")


@fact
def _together(profile: Profile) -> bool:
    """Whether the sentence joins two names by "and … together"."""
    if not profile.entities or profile.claim.structure in ("table", "code"):
        return False
    if not any(word in profile.spoken for word in word_set("joint")):
        return False
    words = fold(profile.sentence).split()
    return any(
        word.strip(",.") in word_set("joint") and "and" in words[max(place - _JOINED, 0) : place]
        for place, word in enumerate(words)
    )


_JOINED = 6  # words before "together" in which the things are named


where(namesakes, lambda one: one.entities, both=True)
where(teams, lambda one: _team(one))
where(holders, lambda one: _in_clause(one), both=True)
where(several, lambda one: _together(one) or _one_of_two(one)[0])
