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
from claimcheck.align.triggers import says
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold

__all__ = ["Phrase", "circumstances", "phrases_of"]


@frozen
class Phrase:
    """A phrase with a preposition: which sort of circumstance that names, its noun, and all its content words.

    A happening is a circumstance that two texts may name by two of its sides: the flood, the storm. With what
    something is so ("with a warm cache") says little by itself, but of two sorts of one thing it tells.
    """

    sort: str
    noun: str
    words: tuple[str, ...]
    happening: bool = False


_ELSEWHERE = frozenset({"date", "rank", "version", "identifier"})  # what other tests read the circumstances of


def circumstances(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    """Where each side names a circumstance of one sort that the other knows nothing of, the figures may be of two."""
    if a.document == b.document or a.dimension in _ELSEWHERE or a.worked or b.worked:
        return
    left, right = phrases_of(a), phrases_of(b)
    for one in left:
        for other in right:
            alike = one.sort == other.sort != "with" and not (one.happening and other.happening)
            apart = alike and not _knows(b, one, lexicon) and not _knows(a, other, lexicon)
            if apart or _two_sorts(one, other, a, b, lexicon):
                state.unknown("circumstance", f"{' '.join(one.words)} / {' '.join(other.words)}", -0.3)
                state.guarded = True
                return
    for phrases, side in ((left, b), (right, a)):
        for phrase in phrases:
            if phrase.sort == "origin" and a.dimension.startswith("money") and not _knows(side, phrase, lexicon):
                state.unknown("circumstance", f"only one is from {phrase.noun}", -0.3)
                state.reserved = True
                return
            if (word := _superlative(phrase, side, lexicon)) is not None:
                state.unknown("circumstance", f"only one says {word} {phrase.noun}", -0.3)
                state.guarded = True
                return


def _two_sorts(one: Phrase, other: Phrase, a: Profile, b: Profile, lexicon: Lexicon) -> bool:
    """Whether the two phrases are of two sorts of one thing: a cold cache, a warm cache; friendly fire, enemy fire."""
    if one.noun != other.noun:
        return False
    left, right = one.words[:-1], other.words[:-1]
    if not left or not right or not set(left).isdisjoint(right):
        return False
    return not any(_has(b, word, lexicon) for word in left) and not any(_has(a, word, lexicon) for word in right)


def _superlative(phrase: Phrase, other: Profile, lexicon: Lexicon) -> str | None:
    """The superlative by which a phrase picks one of many, where the other side says none: "on her longest flight"."""
    if phrase.sort not in ("place", "goal", "when"):
        return None
    word = next((word for word in phrase.words[:-1] if _SUPERLATIVE.fullmatch(word)), None)
    return None if word is None or _SUPERLATIVE.search(other.spoken) or _said(other, word, lexicon) else word


_SUPERLATIVE = re.compile(
    r"\b(?!(?:west|forest|interest|harvest|request|honest|modest|guest|latest|tempest|arrest|protest|contest|priest|"
    r"conquest|chest|digest|manifest|invest|suggest|northwest|southwest)\b)[a-z]{3,}est\b|\b(?:best|worst)\b"
)


def _knows(other: Profile, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the other side has the noun of a phrase, or one for the same, or one of its other words as it is."""
    return _said(other, phrase.noun, lexicon) or any(_has(other, word, lexicon) for word in phrase.words)


def _has(other: Profile, word: str, lexicon: Lexicon) -> bool:
    """Whether the other side has the word itself."""
    word = lexicon.synonym(word)
    return word in other.words or word in other.ambient or f" {word} " in other.spoken


def _said(other: Profile, word: str, lexicon: Lexicon) -> bool:
    word = lexicon.synonym(word)
    if _has(other, word, lexicon):
        return True
    return kin_of(word, other.words, other.roots) is not None or bool(stem(word) and stem(word) in other.stems)


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
def phrases_of(profile: Profile) -> tuple[Phrase, ...]:
    """The phrases of a claim's clause that name a circumstance."""
    if profile.claim.structure in ("table", "code", "heading") or profile.source is None:
        return ()
    found = []
    for clause in profile.clause.words:
        text = _SOME_OF_THEM.split(clause, maxsplit=1)[0] if says(profile, _THEM) else clause
        for match in _pattern().finditer(text):
            if text[: match.start()].endswith("according "):
                continue
            phrase = _phrase(profile, _sorts()[match[1]], text[match.end() : match.end() + _REACH])
            if phrase is not None:
                found.append(phrase)
        if says(profile, _STRETCHES):
            found += [Phrase("window", word, (word,)) for word in _WINDOW.findall(text)]
        if "ly" in text or "outright" in text:
            found += [Phrase("manner", word, (word,)) for word in _MANNER.findall(text) if word not in _plainly()]
    being = _being(profile, profile.clause.words[1]) if says(profile, _BE) else None
    return tuple(found) if being is None else (*found, being)


def _being(profile: Profile, text: str) -> Phrase | None:
    """What so many of them are, by an adjective, a noun or a participle."""
    found = _BEING.match(text)
    if found is None:
        return None
    word = _WORD.match(text, found.end())
    if word is not None and profile.claim.event and verb_lemma(word[0]) == profile.claim.event:
        return Phrase("being", profile.event, (profile.event,), True)
    return _phrase(profile, "being", text[found.end() : found.end() + _REACH])


# What so many of them are: "seven of the nine planets are rocky".
_BEING = re.compile(r"[^,;:]{0,80}?\b(?:is|are|was|were) (?:all |both |mostly |mainly |now |still )?(?=[a-z])")
_WINDOW = re.compile(r"\b(?:in|within|over|for) (?:an?|one|the whole|the) (hour|minute|day|week|month|season|year)\b")
_STRETCHES = frozenset({"hour", "minute", "day", "week", "month", "season", "year"})
_BE = frozenset({"is", "are", "was", "were"})
_MANNER = re.compile(r"\b[a-z]{3,}[^\W\daeiou]ly\b|\b[a-z]{4,}ely\b|\boutright\b")


@cache
def _plainly() -> frozenset[str]:
    return frozenset(load_table("circumstances")["plainly"])


# What is said of some of the things that were counted: "175 wells in Chad, most of them within a day's walk of …".
_SOME_OF_THEM = re.compile(r"\W (?:\w+ )?\w+ of (?:them|which|whom)\b")
_THEM = frozenset({"them", "which", "whom"})
_REACH = 60  # characters of a phrase that are read


def _phrase(profile: Profile, sort: str, text: str) -> Phrase | None:
    words: list[str] = []
    for word in _WORD.findall(text)[: _LONG + 2]:
        if not words and (word in _DETERMINERS or (sort == "cause" and word in grammar().pronouns)):
            continue
        if word == "of" and words == ["whole"]:
            words.clear()  # in the whole of Africa
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
    if noun in day_words() or noun in _vague() or weight(noun) <= 0:
        return None
    if profile.source is not None and words[-1] not in profile.claim.sentence.cover(profile.source.text):
        return None  # it is written with a capital: a name
    plain = [lemma(word.removesuffix("'s")) for word in words]
    if any(word in profile.name_words or fold(word) in profile.name_words for word in (*words, *plain)):
        return None  # what bears a name is compared by its name
    if noun in (profile.head, profile.event) or verb_lemma(words[0]) == profile.event:
        return None
    words = [word for word in dict.fromkeys(plain) if weight(word) > 0]
    return Phrase(sort, noun, tuple(words), noun in happenings())


_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "that"})


@cache
def _vague() -> frozenset[str]:
    table = load_table("circumstances")
    calendar = load_table("events")["calendar"]
    return frozenset((*table["vague"], *calendar))


where(circumstances, phrases_of)
