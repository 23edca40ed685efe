"""Tests of what stands beside a shared name: the hospital's eye clinic is not the hospital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from claimcheck.align.context import AVERAGED
from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in, kin
from claimcheck.align.names import heard
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import closed_words, incidents, numerals, past_forms, word_set
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.extract.change.words import words_of_change
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold

__all__ = ["beside_names"]

_WORD = re.compile(r"[^\W\d_][\w-]*")
_AFTER = 4  # words after a name that may belong to it
_LONGEST = 200  # characters after a name that are read
_SHORT = 6  # letters that "forest" and "guest" have no more of


def beside_names(a: Profile, b: Profile, state: State) -> None:
    """Whether one side speaks of the named thing and the other of what is called after it or belongs to it."""
    if a.document == b.document or a.dimension in ("version", "identifier"):
        return
    for name in a.entities:
        if name not in b.entities or name in a.carried or name in b.carried:
            continue
        if (name in _towns(a) and name in _lands(b)) or (name in _lands(a) and name in _towns(b)):
            state.mismatch("owner", f"the town of {name} / the land around it", -0.5)
            return
        if a.head in word_set("of_land") and (name in _lands(a)) != (name in _lands(b)):
            bare = b if name in _lands(a) else a
            if not any(heard(word, bare) or word in bare.ambient for word in word_set("lands")):
                state.unknown("owner", f"only one is of the land around {name}", -0.3)
                state.guarded = True
                return
        left, right = _beside(a)[name], _beside(b)[name]
        if a.limits and b.limits and _places_of_two(a, b, name):
            state.unknown("owner", f"the two are of two things of {name}", -0.3)
            state.guarded = True
            return
        only = (left - right if not _said(left, b) else frozenset()) | (
            right - left if not _said(right, a) else frozenset()
        )
        if a.dimension.startswith("change"):
            only = frozenset(word for word in only if word not in words_of_change().nouns)  # Aldenia's GDP growth
        if only and not (left & right):
            state.unknown("owner", f"only one is of the {min(only)} of {name}", -0.3)
            state.guarded = True
            return


def _places_of_two(a: Profile, b: Profile, name: str) -> bool:
    """Whether two limits hold on two things called after one name: the Arden bridge, Arden's old town."""
    one, other = (_nouns_after(profile.sentence, name) for profile in (a, b))
    return bool(one and other) and not one & other and not (_said(one, b) or _said(other, a))


def _said(nouns: frozenset[str], other: Profile) -> bool:
    """Whether the other side has such a noun anywhere, in its titles, or by a word made of it."""
    if not nouns:
        return True
    held = {*other.words, *other.ambient}
    if any("-" in noun and all(part in held for part in map(lemma, noun.split("-"))) for noun in nouns):
        return True
    if any(noun in held or derived_in(noun, other.words, other.roots) for noun in nouns):
        return True
    if other.event and any(kin(noun, other.event) for noun in nouns):
        return True
    return any(lemma(word) in nouns for word in _WORD.findall(fold(other.sentence)))


def _is_of(profile: Profile, name: str, kinds: str) -> bool:
    """Whether the sentence says what of that name is meant: the town of Orl, Orl district."""
    own, spoken = fold(name), profile.spoken
    if f" {own} " not in spoken:
        return False
    return any(
        kind in spoken and (f" {kind} of {own} " in spoken or f" {own} {kind} " in spoken) for kind in word_set(kinds)
    )


@fact
def _towns(profile: Profile) -> frozenset[str]:
    """The entities of which the sentence says that the town of that name is meant."""
    return frozenset(name for name in profile.entities if _is_of(profile, name, "towns"))


@fact
def _lands(profile: Profile) -> frozenset[str]:
    """The entities of which the sentence says that the land around a town of that name is meant."""
    return frozenset(name for name in profile.entities if _is_of(profile, name, "lands"))


@fact
def _beside(profile: Profile) -> Mapping[str, frozenset[str]]:
    """What the sentence puts behind the name of each entity: the Oder bridge."""
    if profile.claim.structure in ("table", "code"):
        return dict.fromkeys(profile.entities, frozenset())
    sentence = profile.sentence
    own = {profile.head, profile.event, *profile.modifiers}
    return {
        name: frozenset(noun for noun in _nouns_after(sentence, name) if noun not in own and noun not in _plain())
        for name in profile.entities
    }


@lru_cache(1 << 15)
def _nouns_after(sentence: str, name: str) -> frozenset[str]:
    """The heads of the noun phrases that a name opens: "the Kirn pass railway carries" gives railway."""
    found = set()
    last = fold(name).split()[-1]
    folded = fold(sentence)
    for end in _ends(folded, last):
        head = ""
        words = folded[end : end + _LONGEST].split(" ")[1 : _AFTER + 1]
        if _goes_on(folded, end, fold(name), words):
            continue
        for word in words:
            plain = _WORD.match(word)
            if plain is None or not _nounlike(plain[0]):
                break
            verb = grammar().verb_forms.get(plain[0])
            noun = plain[0] in grammar().nouns_too and verb is not None and verb[0] == plain[0]
            if verb is not None and not noun and (head or verb[0] != plain[0]):
                break  # a bare form is no verb of a name: the Kirn pass
            if plain[0] in word_set("relations"):
                found.add(plain[0])
            head = lemma(plain[0])
            if plain[0] != word:
                break
        if head:
            found.add(head)
    return frozenset(found)


def _goes_on(text: str, end: int, name: str, words: Sequence[str]) -> bool:
    """Whether the word behind a name is the verb of what stands before it: "homes in Visby stand empty"."""
    ahead = text[: text.rfind(name, 0, end)].rsplit(None, 1)[-1:]
    if len(words) < 2 or not ahead or ahead[0] not in ("in", "of", "at", "from", "on", "for"):
        return False
    known = grammar().verb_forms.get(words[0])
    if known is None or known[1] != "base":
        return False
    return words[1] in closed_words() or words[1] in grammar().adjectives or words[1][:1].isdigit()


def _ends(text: str, name: str) -> Iterator[int]:
    """Where a name, or its genitive, ends before a word. A pattern for each name would have to be compiled."""
    at = text.find(name)
    while at >= 0:
        if at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "_"):
            for genitive in ("'s", "s'", ""):
                end = at + len(name) + len(genitive)
                if text.startswith(genitive + " ", end - len(genitive)) and "a" <= text[end + 1 : end + 2] <= "z":
                    yield end
                    break
        at = text.find(name, at + len(name))


def _nounlike(word: str) -> bool:
    table = grammar()
    if (
        word in closed_words()
        or word in table.adverbs
        or word in table.adjectives
        or word in past_forms()
        or word in numerals()
        or word.endswith(("ed", "ly", "ing"))
        or (word.endswith("est") and len(word) > _SHORT)
    ):
        return False
    return word.replace("-", "").isalpha()


@cache
def _plain() -> frozenset[str]:
    """Nouns that only say what the named thing is: the Oder bridge, the Lesna valley."""
    people = load_table("people")
    properties = frozenset(load_table("restrictions")["property"]["words"]) | AVERAGED | {"mean"}
    return (
        properties
        | word_set("selves")
        | word_set("structures")
        | word_set("labelled")
        | incidents()
        | frozenset([*people["generic"], *people["specific"]])
    )


where(beside_names, lambda one: one.limits or _towns(one) or _lands(one) or any(_beside(one).values()))
