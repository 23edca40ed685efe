"""The words around a claim: of the measured thing, of the titles above it, of the sentences before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from claimcheck.align.weights import AMBIENT, PASSAGE, weight
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.lexicon.remember import remembered
from claimcheck.records import Claim, Document

__all__ = [
    "AVERAGED",
    "NAME_WORD",
    "WORD",
    "ends_with_head",
    "measure_words",
    "narrows",
    "passage_words",
    "stem",
    "telling",
    "title_words",
]

NAME_WORD = re.compile(r"[^\W\d_][^\W_'’]*")
"""A word without figures and marks."""

AVERAGED = frozenset({"average", "averaged", "median"})


@cache
def _light() -> frozenset[str]:
    return frozenset(load_table("events")["light"])


def narrows(word: str) -> bool:
    """Whether a word before the noun makes a narrower thing of it."""
    return weight(word) > 0 and word not in _light()


def telling(title: str) -> set[str]:
    """The words of a title that say something, as lemmas."""
    return {lemma(word) for word in NAME_WORD.findall(fold(title)) if weight(lemma(word)) > 0}


def measure_words(text: str, lexicon: Lexicon) -> list[str]:
    """The canonical words of a measured thing: phrases of two words first (guard post: border post), then words."""
    words = fold(text).split()
    if any(word.startswith("ex-") for word in words):  # "ex-treasurer": former treasurer
        words = [part for word in words for part in (["former", word[3:]] if word.startswith("ex-") else [word])]
    made: list[str] = []
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        if at + 1 < len(words) and lexicon.synonym(pair) != pair:
            made += lexicon.synonym(pair).split()
            at += 2
        else:
            made.append(lexicon.synonym(words[at]))
            at += 1
    return made


def ends_with_head(claim: Claim) -> bool:
    """Whether the measured thing ends with its head noun, as it does unless "of …" follows it."""
    return not claim.head or claim.core.split()[-1:] == [claim.head]


@lru_cache(512)
def title_words(titles: tuple[str, ...], lexicon: Lexicon) -> Mapping[str, float]:
    """The words of section titles, at the weight that titles have; claims of one section share them."""
    made: dict[str, float] = {}
    for title in titles:
        folded = "".join(mark if mark.isalnum() or mark in "-'" else " " for mark in fold(title))
        for word in folded.split():
            if (heavy := weight(word)) > 0:
                made[lexicon.synonym(word)] = heavy * AMBIENT
            if word.endswith("s") and len(word) > 3 and weight(word[:-1]) > 0:
                made[lexicon.synonym(word[:-1])] = weight(word[:-1]) * AMBIENT
    return made


WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BEFORE = 400


def passage_words(document: Document, claim: Claim, lexicon: Lexicon) -> Mapping[str, float]:
    """The words of the paragraph up to the claim's sentence; they count less than the sentence's own."""
    text, at = document.text, claim.sentence.start
    if claim.structure == "table":
        return _row_words(text, claim, lexicon)
    gap = text.rfind("\n\n", max(at - _BEFORE, 0), at)
    low = gap + 2 if gap >= 0 else max(at - _BEFORE, 0)
    return _weighed(text[low:at], lexicon)


@lru_cache(512)
def _weighed(text: str, lexicon: Lexicon) -> Mapping[str, float]:
    """The words of a passage or row, by weight; the claims of one sentence or row share them."""
    return {plain: heavy for plain, heavy in map(_beside(lexicon), WORD.findall(text)) if heavy > 0}


@lru_cache(8)
def _beside(lexicon: Lexicon) -> Callable[[str], tuple[str, float]]:
    """What gives a word of a passage in its canonical form, with its weight there."""

    def beside(word: str) -> tuple[str, float]:
        plain = lexicon.synonym(lemma(fold(word)))
        return plain, weight(plain) * PASSAGE

    return remembered(beside)


def _row_words(text: str, claim: Claim, lexicon: Lexicon) -> Mapping[str, float]:
    """The words of a table row's other cells: what a setting means, what a line item is."""
    start = text.rfind("\n", 0, claim.span.start) + 1
    end = text.find("\n", claim.span.end)
    return _weighed(text[start : end if end >= 0 else len(text)][: 2 * _BEFORE], lexicon)


_DEMONYM = ("ians", "ian", "ans", "ese", "ish", "an", "n", "i", "s")


@remembered
def stem(name: str) -> str:
    """What a place and its people have in common: Zarania, Zaranian; empty for words too short to tell."""
    if len(name) < 4:
        return ""
    for end in _DEMONYM:
        if name.endswith(end) and len(name) - len(end) >= 3:
            name = name[: -len(end)]
            break
    return name.rstrip("aeiouy")
