"""Circumstances: in what, where, why or under what something is so, where each of two sentences says another.

"Stored for six months in a freezer", "stored for five days in a refrigerator"; "left because of side effects", "left
because they moved away"; "480 watts in operation", "2 watts on standby".
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from claimcheck.align.context import stem
from claimcheck.align.facts import fact
from claimcheck.align.frames import kin_of
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import closed_words, day_words, happenings, numerals, past_forms
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold

__all__ = ["circumstances"]


@frozen
class Phrase:
    """A phrase with a preposition: which sort of circumstance that names, its noun, and all its content words."""

    sort: str
    noun: str
    words: tuple[str, ...]


def circumstances(a: Profile, b: Profile, state: State) -> None:
    """Where each side names a circumstance of one sort that the other knows nothing of, the figures may be of two."""
    if a.document == b.document or a.dimension in ("date", "version", "identifier") or a.worked or b.worked:
        return
    left, right = _phrases(a), _phrases(b)
    for one in left:
        if _knows(b, one):
            continue
        for other in right:
            if one.sort == other.sort and not _knows(a, other):
                state.unknown("circumstance", f"{one.noun} / {other.noun}", -0.3)
                state.guarded = True
                return


def _knows(other: Profile, phrase: Phrase) -> bool:
    """Whether the other side has one of the words of a phrase, or one for the same."""
    if any(word in other.words or word in other.ambient or f" {word} " in other.spoken for word in phrase.words):
        return True
    return any(
        kin_of(word, other.words, other.roots) is not None or (stem(word) and stem(word) in other.stems)
        for word in phrase.words
    )


@cache
def _sorts() -> dict[str, str]:
    """Each preposition, one word or several, with the sort of circumstance that it names."""
    return {word: sort for sort, words in load_table("circumstances")["sorts"].items() for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_sorts(), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, longest)) + r")\s+(?=[\w\"'“‘])")


_LONG = 5  # words of a phrase that are read
_WORD = re.compile(r"[^\W_][\w'’-]*|[,;:()—–.]")


@fact
def _phrases(profile: Profile) -> tuple[Phrase, ...]:
    if profile.claim.structure in ("table", "code", "heading") or profile.source is None:
        return ()
    found = []
    before, after = profile.clause.words
    for text in (before, after):
        for match in _pattern().finditer(text):
            phrase = _phrase(profile, _sorts()[match[1]], text[match.end() : match.end() + _REACH])
            if phrase is not None:
                found.append(phrase)
    return tuple(found)


_REACH = 60  # characters of a phrase that are read


def _phrase(profile: Profile, sort: str, text: str) -> Phrase | None:
    words: list[str] = []
    for word in _WORD.findall(text)[: _LONG + 2]:
        if word in _DETERMINERS and not words:
            continue
        if not word[0].isalpha() or word in closed_words() or len(words) >= _LONG:
            break
        if words and (word in past_forms() or word.endswith("ed")):
            break
        words.append(word)
    if not words or any(word in numerals() for word in words):
        return None
    noun = lemma(words[-1].removesuffix("'s"))
    if noun in happenings() or noun in day_words() or noun in _vague() or weight(noun) <= 0:
        return None
    plain = [lemma(word.removesuffix("'s")) for word in words]
    if any(word in profile.name_words or fold(word) in profile.name_words for word in (*words, *plain)):
        return None  # what bears a name is compared by its name
    if noun in (profile.head, profile.event) or verb_lemma(words[0]) == profile.event:
        return None
    return Phrase(sort, noun, tuple(word for word in dict.fromkeys(plain) if weight(word) > 0))


_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "that"})


@cache
def _vague() -> frozenset[str]:
    table = load_table("circumstances")
    calendar = load_table("events")["calendar"]
    return frozenset((*table["vague"], *calendar))


where(circumstances, _phrases, both=True)
