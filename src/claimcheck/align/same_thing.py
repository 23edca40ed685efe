"""Tests of what is measured: the nouns of two figures, and whether they may be of one thing."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.align.frames import exchanged, kin
from claimcheck.align.nouns import base_noun, plain_noun, shares_of_two, sums, two_nouns, two_priced
from claimcheck.align.profile import Profile
from claimcheck.align.settings import HELD, described
from claimcheck.align.state import State
from claimcheck.align.tables import word_set
from claimcheck.align.weights import weight
from claimcheck.align.words import anyone, generic_events, people
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["PLAIN", "plainly_same", "thing", "two_things"]

_DESCRIBED = 2.0  # more than a shared noun
_SAID = 1.0  # what such a description adds to the shared context
PLAIN = frozenset({"number", "percent"})  # dimensions in which two nouns of two things part the figures


def thing(a: Profile, b: Profile, state: State) -> None:
    """Whether the measured nouns are the same, synonyms, both people, or one named in the other's context."""
    if plainly_same(a, b) and not (a.description or b.description):
        state.thing = 1.0 + weight(a.head)
        state.match("thing", f"both of {a.head}")
        state.score += state.thing
        return
    plain = a.dimension in PLAIN
    if two_things(a, b):
        _parted(a, b, state)
        state.score += state.thing
        return
    generic, specific = people()
    said = described(a, b)
    if said:
        state.context += _SAID
        state.coverage = max(state.coverage, HELD)
        state.match("setting", "one says what the other's setting is said to be", _SAID)
    if said and a.head != b.head:
        state.thing = _DESCRIBED
    elif a.dimension == "percent" and shares_of_two(a, b):
        state.thing = -2.5
        state.mismatch("thing", f"a share of {base_noun(a)} / a share of {base_noun(b)}")
    elif a.dimension == "date" and a.head and a.head == b.head and a.event and kin(a.event, b.event):
        state.thing = 1.0 + weight(a.head)
        state.match("thing", f"both of what happened to {a.head}")
    elif a.nameless or b.nameless:
        state.unknown("thing", "one of them does not say what is measured", 0.0)
        state.thing = 0.3
    elif (a.head == a.event or b.head == b.event) and (noun := _changing(a)) and noun == _changing(b):
        state.thing = (1.0 if weight(noun) else 0.5) + weight(noun)
        state.match("thing", f"both of {noun}")
    elif a.head == b.head:
        state.thing = (1.0 if weight(a.head) else 0.5) + weight(a.head)
        state.match("thing", f"both of {a.head}")
    elif {a.head, b.head} <= generic and (a.head in anyone() or b.head in anyone()) and _one_lot(a, b):
        state.thing = 1.0
        state.match("thing", f"{a.head} / {b.head}: both are people")
    elif {a.head, b.head} <= generic | specific and (a.head in generic or b.head in generic):
        state.thing = 0.8
        state.unknown("thing", f"{a.head} / {b.head}: one are some of the other")
        state.narrower.add(1 if a.head in specific else -1)
        state.loosely = True
    elif _befalls(a, b, generic) or _befalls(b, a, generic):
        state.thing = 1.0
        state.match("thing", f"{a.head} / {b.head}: both are people whom the same befell")
    elif (noun := _compound(a, b) or _compound(b, a)) or (noun := _contents(a, b) or _contents(b, a)):
        state.thing = 0.5 + weight(noun)
        state.match("thing", f"both of {noun}")
    elif _told(a, b) or _told(b, a):
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: both of what befell it")
    elif "_" in a.head and "_" in b.head:
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif plain and (a.head in b.rivals or b.head in a.rivals):
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif a.dimension == "time" and not _extremes().isdisjoint((a.head, b.head)):
        state.thing = -2.5  # "a 40-year low" looks back
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif plain and exchanged(a.head, b.head):
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: words for one thing")
    elif _setting(a, b) or _setting(b, a):
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: one names the other's")
    elif "_" in a.head + b.head and (a.head in b.words or b.head in a.words):
        state.thing = 0.6 if _all_parts(a, b) else 0.3
        state.unknown("thing", f"{a.head} / {b.head}: one names the other's")
        state.guarded = state.guarded or not _all_parts(a, b)
    elif _named(a, b) and (not _is_amount(a) or _property_or_same(a, b)):
        state.thing = 0.6
        state.match("thing", f"{a.head} / {b.head}: one names the other's")
        if bool(a.contrast.get("position")) != bool(b.contrast.get("position")):
            state.guarded = True  # the first pause, and that somebody pauses
    elif {a.head, b.head} <= sums():
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: both are sums of money")
    elif _named(a, b):
        state.thing = 0.3
        state.unknown("thing", f"{a.head} / {b.head}: one names the other's, and may be a part of it")
        state.guarded = state.guarded or state.coverage < _NEARLY or _belongs(a, b) or _belongs(b, a)
    elif kin(a.head, b.head) and not (plain and two_nouns(a, b)) and not two_priced(a, b):
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: words for one thing")
    elif kin(a.head, b.head):
        state.thing = 0.3
        state.unknown("thing", f"{a.head} / {b.head}: they may be two things of one field")
        state.guarded = True
    elif plain:
        _parted(a, b, state)
    elif "table" in (a.claim.structure, b.claim.structure) and state.coverage >= 0.8:
        state.thing = 0.3
        state.unknown("thing", f"{a.head} / {b.head}: the row says what both are of")
    else:
        _parted(a, b, state)
    state.score += state.thing


def _belongs(one: Profile, other: Profile) -> bool:
    """Whether a sentence says that its thing is one of the other's: the rotor of the turbine, the whale's calf."""
    if one.head.endswith(_DEEDS) or one.head in load_table("restrictions")["property"]["words"]:
        return False  # the emission of carbon dioxide is no part of it
    words = one.spoken.split()
    for at, word in enumerate(words):
        if not word.startswith(one.head[:_STEM]) or lemma(word) != one.head:
            continue
        if words[at + 1 : at + 2] in _OF and other.head in map(lemma, words[at + 2 : at + 6]):
            return True
        if other.head in map(lemma, words[max(at - 2 if words[at - 1 : at] == ["s"] else at - 1, 0) : at]):
            return True
    return False


_STEM = 3  # letters
_OF = (["of"], ["in"], ["on"], ["from"])
_DEEDS = ("ion", "ment", "ing", "est", "ance")
_NEARLY = 0.8  # shared words of the poorer sentence by which the nouns of two figures are of one thing


def _parted(a: Profile, b: Profile, state: State) -> None:
    """Two nouns that nothing joins: two counts are of two things, two sums or lengths only likely so."""
    if a.dimension in PLAIN:
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    else:
        state.thing = -0.6
        state.unknown("thing", f"{a.head} / {b.head}")


def plainly_same(a: Profile, b: Profile) -> bool:
    """Whether both measure what one telling noun says, which is no verb's: nothing else can make of it another."""
    return a.head == b.head and plain_noun(a) and plain_noun(b)


def two_things(a: Profile, b: Profile) -> bool:
    """Whether nothing at all joins the two nouns: neither says the other's, and no list has them together.

    What a table's row or a verb may say beside the nouns, and what a measure is of, is left to the tests themselves.
    """
    one, other = a.head, b.head
    if one == other or not _strangers(one, other) or other in a.words or one in b.words:
        return False
    if one == a.event or other == b.event or other in a.modifiers or one in b.modifiers:
        return False
    if a.description or b.description or "table" in (a.claim.structure, b.claim.structure):
        return False
    if a.dimension in _TOLD_OTHERWISE or a.claim.kind is b.claim.kind is Kind.MEASURE:
        return False
    return not (a.nameless or b.nameless)


_TOLD_OTHERWISE = frozenset({"time", "temperature", "percent"})


@lru_cache(1 << 16)
def _strangers(one: str, other: str) -> bool:
    """Whether two nouns name no settings and no people of any sort, not both sums of money, and are no kin."""
    if "_" in one + other or not people()[0].isdisjoint((one, other)) or {one, other} <= sums():
        return False
    return not kin(one, other)


def _named(a: Profile, b: Profile) -> bool:
    """Whether one side's noun stands in the other's sentence."""
    return a.head in b.words or b.head in a.words


@cache
def _extremes() -> frozenset[str]:
    return frozenset(load_table("events")["extremes"])


def _one_lot(a: Profile, b: Profile) -> bool:
    """Whether people and those in some role may be the same: not where two verbs tell of two lots of them."""
    if not a.event or not b.event or a.event == b.event or kin(a.event, b.event):
        return True
    return not generic_events().isdisjoint((a.event, b.event))


def _befalls(a: Profile, b: Profile, generic: frozenset[str]) -> bool:
    """Whether ``a`` counts people by what befell them and ``b`` names them by it: people rescued, survivors."""
    return a.head in generic and bool(a.event) and b.head not in generic and kin(a.event, b.head)


def _told(a: Profile, b: Profile) -> bool:
    """Whether ``a`` names a measure by what happened and ``b`` tells that: 300 ha burnt, fire destroyed 300 ha."""
    if not a.claim.kind is b.claim.kind is Kind.MEASURE or a.event or not b.event or a.head == b.head:
        return False
    return a.claim.core.split()[-1:] != [a.head] and kin(a.head, b.event)  # the head stands there as a participle


def _compound(a: Profile, b: Profile) -> str:
    """The head of ``a`` where ``b`` says the same two words, though it counts the first: object keys."""
    pair = (b.head, a.head)
    return a.head if b.head in a.modifiers and pair in a.clause.qualified and pair in b.clause.qualified else ""


def _contents(a: Profile, b: Profile) -> str:
    """What ``a`` holds in a container and ``b`` names bare, for figures that both share: an opened jar of pesto."""
    held = a.head in word_set("containers") and b.head in a.modifiers
    return b.head if held and a.dimension in ("time", "temperature") else ""


def _all_parts(a: Profile, b: Profile) -> bool:
    """Whether each word of a setting's name is in the other's context: git_pull_ttl is not every ttl."""
    setting, other = (a, b) if "_" in a.head else (b, a)
    words = [word for word in setting.head.split("_") if weight(word) > 0]
    held = {*other.words, *other.ambient}
    return all(word in held or word[:4] in _roots(other) for word in words)


def _roots(profile: Profile) -> set[str]:
    return {word[:4] for word in (*profile.words, *profile.ambient)}


def _is_amount(profile: Profile) -> bool:
    """Whether the figure is a measure or a sum, which may be of a thing or of a part of it."""
    return profile.claim.kind in (Kind.MEASURE, Kind.MONEY)


def _changing(profile: Profile) -> str:
    """What a change is of, its verb left aside: "exports fall" is of exports."""
    if profile.head != profile.event or not profile.modifiers:
        return profile.head
    words = [word for word in profile.claim.core.split() if word in profile.modifiers]
    return words[-1] if words else profile.head


def _setting(a: Profile, b: Profile) -> bool:
    """Whether ``a`` is of a setting whose name says what ``b`` is of: max_connections, connections."""
    parts = a.head.split("_")
    return len(parts) > 1 and bool(b.head) and any(part[:4] == b.head[:4] and len(part) > 3 for part in parts)


def _property_or_same(a: Profile, b: Profile) -> bool:
    """Whether one head names a property that the other's thing can have: the height of the tower, the tower."""
    words = frozenset(load_table("restrictions")["property"]["words"])
    return a.head in words or b.head in words
