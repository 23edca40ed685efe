"""Tests of what makes of a figure one of a part: a restriction, a condition, the means with which it is so."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.align.context import stem
from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in, doing, exchanged_in, kin
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import word_set
from claimcheck.align.words import people
from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Kind

__all__ = ["conditions", "means", "restrictions"]


def restrictions(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    """A phrase that narrows what is counted, on one side only, makes a part of it; two such phrases part the two."""
    if a.dimension in ("date", "rank", "version", "identifier"):
        return
    only_a = _alone(a, b, lexicon)
    only_b = _alone(b, a, lexicon)
    for one, other, sign in ((a, b, 1), (b, a, -1)):
        if not (a.worked or b.worked) and _some_of_all(one, other):
            state.unknown("restriction", f"only one is of those who {one.event}", -0.3)
            state.partly.add(sign)
    if a.clause.partial != b.clause.partial and not (a.worked or b.worked):
        state.unknown("restriction", "one is of some of them only", -0.3)
        state.partly.add(1 if a.clause.partial else -1)
        state.loosely = True
    if a.clause.base != b.clause.base:
        part = b if a.clause.base else a
        state.guarded = True
        if part.clause.restrictions:
            state.unknown("restriction", "one is the whole of which the other is said to be a part", -0.3)
            state.partly.add(-1 if a.clause.base else 1)
    if only_a and only_b:
        state.unknown("restriction", f"{' '.join(only_a[:3])} / {' '.join(only_b[:3])}", -0.5)
        state.partly |= {1, -1}
    elif only_a or only_b:
        state.unknown("restriction", f"only one says {' '.join((only_a or only_b)[:3])}", -0.3)
        state.partly.add(1 if only_a else -1)
        state.loosely = True


def _some_of_all(one: Profile, other: Profile) -> bool:
    """Whether something is told of so many "of the" things, and the other figure is of all: 30 of the nurses work."""
    return _tells_of_some(one) and one.head == other.head and (not other.event or other.event in word_set("having"))


@fact
def _tells_of_some(profile: Profile) -> bool:
    claim, document = profile.claim, profile.source
    if claim.kind is not Kind.COUNT or not profile.event or profile.event in word_set("having") or document is None:
        return False
    return _OF_THE.match(document.text, claim.span.end) is not None


_OF_THE = re.compile(r" of (?:the|its|their|his|her|our) [a-z]")


@lru_cache(1 << 14)
def _nested(names: tuple[str, ...], others: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    """The words of names that are those of the other side, or parts or wholes of them."""
    return frozenset(
        word
        for name in names
        if any(lexicon.within(name, other) or lexicon.within(other, name) for other in others)
        for word in fold(name).split()
    )


def _alone(a: Profile, b: Profile, lexicon: Lexicon) -> list[str]:
    """Restricting words that the other side has nowhere, not as a name, nor in its titles, nor by another form."""
    found: list[str] = []
    if not a.clause.restrictions:
        return found
    for word in sorted(a.clause.restrictions - _nested(a.entities, b.entities, lexicon)):
        canonical = lexicon.synonym(word)
        held = (b.words, b.ambient, b.clause.restrictions)
        if any(canonical in words or word in words for words in held):
            continue
        if word in b.clause.mentions or word.rpartition("-")[2] in b.clause.mentions:
            continue
        if derived_in(canonical, b.words, b.roots) or exchanged_in(canonical, b.words, b.roots):
            continue
        if word in a.name_words and _known_by(word, a, b):
            continue  # Tomas Idris is Idris
        if canonical in grammar().verb_forms and a.head in people()[0] and kin(canonical, b.head):
            continue  # people who work somewhere are its employees
        if b.event and canonical != b.event and lexicon.synonym(verb_lemma(word)) == b.event:
            continue  # "the events that were notified", "41 events were notified"
        if f" {word}s " in b.spoken or _done_by(word, b):
            continue
        root = stem(word)
        if root and len(root) > 2 and root in b.stems:
            continue
        found.append(word)
    return found


def _done_by(word: str, other: Profile) -> bool:
    """Whether the other side names those who do what a gerund says: the age for riding, the age of riders."""
    return word.endswith("ing") and any(doing(part) >= doing(word) for part in other.words if part.endswith("er"))


def _known_by(word: str, a: Profile, b: Profile) -> bool:
    """Whether the other side has the last word of a name that begins with this one."""
    names = [fold(name).split() for name in a.entities]
    return any(word in name[:-1] and f" {name[-1]} " in b.spoken for name in names)


def means(a: Profile, b: Profile, state: State) -> None:
    """What is done with one thing is not what is done with another: heated with wood, heated by a network."""
    if a.dimension == "date":
        return
    left, right = a.clause.means, b.clause.means
    if not left or not right or left & right:
        return
    if any(word in b.words for word in left) or any(word in a.words for word in right):
        return
    state.unknown("means", f"{' '.join(sorted(left))} / {' '.join(sorted(right))}", -0.3)
    state.guarded = True


def conditions(a: Profile, b: Profile, state: State) -> None:
    """Figures for weekdays, nights or summers are not those of other times."""
    left, right = a.clause.conditions, b.clause.conditions
    if a.dimension == "frequency":  # "once a week, on Sunday" only says on which day
        left, right = left - word_set("weekdays"), right - word_set("weekdays")
    if a.dimension == "date" or left == right:
        return
    if left & right:
        state.guarded = True  # "six from Monday to Friday and four on Sundays", "four on Sundays"
        return
    if left and right:
        state.mismatch("condition", f"{', '.join(sorted(left))} / {', '.join(sorted(right))}", -0.5)
    elif not (left & b.clause.mentions or right & a.clause.mentions):
        state.unknown("condition", f"only one says {', '.join(sorted(left or right))}", -0.3)
        state.partly.add(1 if left else -1)
        state.loosely = True


where(
    restrictions,
    lambda one: one.clause.restrictions or one.clause.partial or one.clause.base or _tells_of_some(one),
)
where(means, lambda one: one.clause.means, both=True)
where(conditions, lambda one: one.clause.conditions)
