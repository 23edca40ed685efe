"""Words before the noun that narrow what is measured, and sorts of one kind of thing."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from claimcheck.align.context import stem
from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in, doing, exchanged, kin
from claimcheck.align.limits import bound_words
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.settings import unnaming
from claimcheck.align.state import State
from claimcheck.align.tables import closed_words, past_forms, table, word_set
from claimcheck.align.words import scopes, values_of
from claimcheck.claims.grammar import verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind

__all__ = ["kinds", "modifiers"]


@cache
def _genera() -> dict[str, frozenset[str]]:
    return {genus: frozenset(kinds) for genus, kinds in load_table("restrictions")["kinds"].items()}


@cache
def _in_genera() -> frozenset[str]:
    return frozenset(_genera()).union(*_genera().values())


@fact
def _sorts(profile: Profile) -> frozenset[str]:
    """The words of the measured thing that are names of sorts or of their kinds."""
    return _in_genera().intersection((profile.head, *profile.modifiers, *profile.claim.core.split()))


def kinds(a: Profile, b: Profile, state: State) -> None:
    """One kind on one side and the whole sort on the other make a part of it: electricity and all energy."""
    left, right = _sorts(a), _sorts(b)
    if not left and not right:
        return
    for genus, species in _genera().items():
        for of, other, sign in ((left, right, 1), (right, left, -1)):
            if genus in other and genus not in of and (found := species & of - other):
                state.unknown("thing", f"{min(found)} / {genus}: one is a kind of the other")
                state.guarded = state.guarded or a.dimension == "percent"
                state.narrower.add(sign)
                state.loosely = True
                return


@fact
def _whose(profile: Profile) -> str:
    """The noun whose extent is measured: "tunnel" of "total length of tunnel"."""
    if profile.claim.kind is not Kind.MEASURE:
        return ""
    noun = profile.claim.core.rpartition(f"{profile.claim.head} of ")[2].split()
    return noun[-1] if noun and profile.claim.core.endswith(f"{profile.claim.head} of {' '.join(noun)}") else ""


def modifiers(a: Profile, b: Profile, state: State) -> None:
    """Words that narrow the measured thing: on one side only they make a part of it, on both sides another thing."""
    if a.head != b.head or a.dimension == "version":
        return
    ways = " from " in a.claim.core and " from " in b.claim.core and a.head in _BOTH_WAYS
    one, other = ("", "") if ways else (_whose(a), _whose(b))
    if one and other and one != other and (one in b.words or other in a.words) and not kin(one, other):
        state.unknown("modifiers", f"the {a.head} of {one} / of {other}", -0.3)
        state.guarded = True
        return
    if a.modifiers == b.modifiers:
        if a.modifiers:
            state.match("modifiers", "the same")
        return
    names = frozenset[str]() if ways else a.name_words | b.name_words
    told = not (a.event and b.event) or a.event == b.event or kin(a.event, b.event)
    left, right = _plain_modifiers(a, names, told), _plain_modifiers(b, names, told)
    if a.description or b.description:
        left, right = left - unnaming() - {"maximum"}, right - unnaming() - {"maximum"}
    only_a = _without_kin(left - right - bound_words(b.value), b) if left - right else []
    only_b = _without_kin(right - left - bound_words(a.value), a) if right - left else []
    only_a, only_b = _unmatched(only_a, only_b), _unmatched(only_b, only_a)
    if only_a and only_b:
        state.mismatch("modifiers", f"{' '.join(only_a)} / {' '.join(only_b)}", -1.0)
    elif only_a or only_b:
        side = only_a or only_b
        if _of_the_deed(a, b):
            state.unknown("modifiers", f"only one says {' '.join(side)}", -0.3 * len(side))
            state.reserved = True
            return
        state.unknown("modifiers", f"only one says {' '.join(side)}", -0.3 * len(side))
        state.narrower.add(1 if only_a else -1)
        state.loosely = True
        if _extreme().intersection(side):
            state.guarded = True  # the highest is one of them, and no part that they add up to
    else:
        state.match("modifiers", "the same")


_BOTH_WAYS = frozenset({"distance"})  # as far from one end as from the other, and both ends tell which it is


def _of_the_deed(a: Profile, b: Profile) -> bool:
    """Whether both say how long one deed takes or may be done, of which only one names the object: to cancel, to cancel
    a ticket.
    """
    return a.dimension == "time" and a.event == b.event == a.head == b.head and not (a.modifiers and b.modifiers)


@cache
def _extreme() -> frozenset[str]:
    extent = load_table("scope")["dimension"]["extent"]
    return frozenset([*extent["maximum"], *extent["minimum"], "maximum", "minimum"])


def _without_kin(words: Collection[str], other: Profile) -> list[str]:
    """The words that the other side has in no form: neither as they are nor in other words of the same frame."""
    left = [word for word in words if word not in other.words and word not in other.ambient]
    left = [word for word in left if len(stem(word)) < 3 or stem(word) not in other.stems]
    left = [word for word in left if not _in_keeper(word, other)]
    left = [word for word in left if not _said_as_verb(word, other)]
    left = [word for word in left if not _scoped(word, other)]  # "gross wage", "wage before tax"
    return sorted(word for word in left if not derived_in(word, other.words, other.roots))


def _said_as_verb(word: str, other: Profile) -> bool:
    """Whether the other side tells what those do who are called so, or what was done: the age of riders, the age for
    riding; cached files, files in the cache.
    """
    if word.endswith("ed") and not {verb_lemma(word), past_forms().get(word, word)}.isdisjoint(other.words):
        return True
    return word.endswith(("er", "or", "ing")) and any(f" {form} " in other.spoken for form in doing(word))


def _in_keeper(word: str, other: Profile) -> bool:
    """Whether the other side names those who keep or make such a thing by it: beekeeper."""
    return f" {word}" in other.spoken and any(f" {word}{tail}" in other.spoken for tail in word_set("keepers"))


def _unmatched(words: list[str], others: list[str]) -> list[str]:
    """The words for which the other side has none that writers put for it: bogus notes, fake notes."""
    return [word for word in words if not any(exchanged(word, other) for other in others)]


def _scoped(word: str, other: Profile) -> bool:
    """Whether a word says how the figure is taken, and the other side says the same in other words."""
    said = values_of({word}, scopes())
    return bool(said) and all(values <= other.scope.get(name, set()) for name, values in said.items())


def _plain_modifiers(profile: Profile, names: Collection[str], told: bool) -> set[str]:
    """The modifiers without names and words that only describe, and where both tell of one event without its verb."""
    own = _narrowing(profile)
    if not own:
        return set()
    most = word_set("most")
    verbs = {profile.event, profile.claim.event} if told else set()
    return {
        "maximum" if word in most else word
        for word in own
        if word not in names and f"{word}s" not in names
        if verb_lemma(word) not in verbs and past_forms().get(word) not in verbs
    }


@fact
def _narrowing(profile: Profile) -> frozenset[str]:
    """The modifiers that do more than describe."""
    empty = [profile.clause.teller, word_set("describing"), closed_words()]
    empty += [_objects(profile.event), _objects(profile.claim.event)]
    if profile.claim.kind not in (Kind.COUNT, Kind.PERCENT):
        empty.append(word_set("sizing"))
    return frozenset(
        word
        for word in profile.modifiers
        if not any(word in words for words in empty) and not _says_when(word, profile)
    )


def _says_when(word: str, profile: Profile) -> bool:
    """Whether a modifier says what the time says: the second quarter of "second-quarter growth"."""
    when = profile.claim.when
    parted = when is not None and when.granularity in (Granularity.QUARTER, Granularity.HALF)
    return parted and word.rpartition("-")[2] in _OF_THE_YEAR


_OF_THE_YEAR = frozenset({"quarter", "half"})


def _objects(event: str) -> frozenset[str]:
    """The nouns that say no more than their verb: to open one's doors."""
    return frozenset(table()["idioms"].get(event, ()))


where(kinds, lambda one: _sorts(one))
