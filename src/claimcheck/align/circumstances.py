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

__all__ = ["circumstances", "duty"]


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


def duty(a: Profile, b: Profile, state: State) -> None:
    """What may, must or should be is not what is: a ferry may carry 240 passengers and has carried 198."""
    if a.document == b.document or a.dimension in ("date", "version", "identifier", "rank"):
        return
    left, right = _owed(a), _owed(b)
    if left != right and not _limit(b if left else a):
        state.unknown("ability", "what may or must be / what is", -0.3)
        state.guarded = True


@fact
def _owed(profile: Profile) -> bool:
    """Whether the figure is of what is allowed, owed or wanted."""
    if profile.claim.structure in ("table", "code") or profile.source is None:
        return False
    before = profile.clause.words[0]
    found = _owing().search(before)
    if found is None or (found[0] == "may" and _MAY.search(before[: found.start()])):
        return False
    return found[0] not in _BIDDING or profile.dimension in _SIZES


_BIDDING = frozenset({"must", "shall", "should", "ought to"})  # what a court orders is paid and served
_SIZES = frozenset({"number", "length", "area", "mass", "volume", "percent", "mass per volume"})
_MAY = re.compile(r"(?:^|\d|,|\b(?:in|of|on|since|by|until|till|from|to|and|early|late|mid|this|last|next))[\s-]*$")


@cache
def _owing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load_table("circumstances")["owing"]) + r")\b")


@fact
def _limit(profile: Profile) -> bool:
    """Whether the figure is a limit, or may be one."""
    words = {word for part in profile.clause.words for word in _WORD.findall(part)}
    named = not words.isdisjoint(load_table("circumstances")["limits"])
    return named or profile.limits or profile.value is not profile.claim or "maximum" in profile.words


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
    for text in profile.clause.words:
        for match in _pattern().finditer(text):
            if text[: match.start()].endswith("according "):
                continue
            phrase = _phrase(profile, _sorts()[match[1]], text[match.end() : match.end() + _REACH])
            if phrase is not None:
                found.append(phrase)
        found += [Phrase("manner", word, (word,)) for word in _MANNER.findall(text) if word not in _plainly()]
    return tuple(found)


_MANNER = re.compile(r"\b[a-z]{3,}[^\W\daeiou]ly\b|\b[a-z]{4,}ely\b|\boutright\b")


@cache
def _plainly() -> frozenset[str]:
    return frozenset(load_table("circumstances")["plainly"])


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
        if word.endswith(("'s", "s'")):
            words.clear()  # the hall is of the summit, as its perimeter is
            continue
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
where(duty, lambda one: _owed(one))
