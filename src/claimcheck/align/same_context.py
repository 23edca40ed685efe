"""How much two sentences share: words by weight, those of titles and passages, other telling figures."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.align.frames import kin, kin_keys, roots
from claimcheck.align.profile import Profile
from claimcheck.align.state import State

__all__ = ["anchors", "context"]


def context(a: Profile, b: Profile, state: State) -> None:
    """Shared words, by weight; words of titles count half and at most as much as one rare word."""
    poor, rich = (a, b) if len(a.words) <= len(b.words) else (b, a)
    small, large = poor.words, rich.words
    around_a, around_b = a.ambient, b.ambient
    common = {word: max(heavy, large[word]) for word, heavy in small.items() if word in large}
    akin = _akin(poor, rich, common)
    direct = sum(common.values()) + akin
    ambient = _beside(a.words, around_b, common) + _beside(b.words, around_a, common)
    both = 0.0
    if not around_a.keys().isdisjoint(around_b):
        for word, heavy in around_a.items():
            if word in around_b:
                both += heavy
                if both >= _MOST_TITLED:
                    break
    ambient = min(ambient, _MOST_AMBIENT)
    state.context = direct + ambient + min(both, _MOST_TITLED)
    poorer = min(a.total, b.total)
    state.coverage = min(1.0, (direct + ambient) / poorer) if poorer else 0.0
    richer = max(a.total, b.total)
    state.mutual = direct / richer if richer else 0.0
    state.score += state.context
    if a.topic and b.topic:
        state.topical = _topical(a, b, common)
    if (shown := anchors(a, b)) and direct:
        state.context += _ANCHOR
        state.match("anchor", f"both sentences also give {', '.join(sorted(shown))}", _ANCHOR)
    if common:
        telling = sorted(common, key=lambda word: (-common[word], word))[:4] if len(common) > 1 else common
        state.match("context", "both mention " + ", ".join(telling))
    else:
        state.unknown("context", "no telling word is shared")


def anchors(a: Profile, b: Profile) -> list[str]:
    """Other telling figures that the two sentences have in common: they are likely of one statement."""
    if a.document == b.document or a.beside.isdisjoint(b.beside):
        return []
    return [figure.removeprefix("=") for figure in a.beside & b.beside]


_MOST_AMBIENT, _MOST_TITLED = 4.0, 2.0  # what words of the other's surroundings count at most, and of both
_ANCHOR = 2.0
_MOST_TOPICAL = 2.0


def _topical(a: Profile, b: Profile, common: Mapping[str, float]) -> float:
    """The weight of the names that run through both documents and that the two sentences do not share by themselves."""
    total = 0.0
    for name, heavy in a.topic.items():
        if name not in common and (name in b.topic or name in b.words):
            total += heavy
    for name, heavy in b.topic.items():
        if name not in common and name in a.words and name not in a.topic:
            total += heavy
    return min(_MOST_TOPICAL, total)


_AKIN = 0.5  # what a word of the same frame counts of the word itself


def _akin(one: Profile, other: Profile, common: Mapping[str, float]) -> float:
    """The weight of words of ``one`` that the other side says in other words, each word paired off once."""
    known, by_kin, words = other.roots, other.by_kin, other.words
    taken: set[str] = set()
    total = 0.0
    for word, heavy in one.words.items():
        if word in common or roots(word).isdisjoint(known):
            continue
        near = {
            there
            for key in kin_keys(word)
            for there in by_kin.get(key, ())
            if there not in common and there not in taken and kin(word, there)
        }
        if near:
            found = next(there for there in words if there in near)
            total += _AKIN * min(heavy, words[found])
            taken.add(found)
    return total


def _beside(words: Mapping[str, float], ambient: Mapping[str, float], common: Mapping[str, float]) -> float:
    """The weight of words that only the other side's titles and passage share."""
    if words.keys().isdisjoint(ambient):
        return 0.0
    total = 0.0
    for word, heavy in words.items():
        if word in ambient and word not in common:
            there = ambient[word]
            total += heavy if heavy < there else there
            if total >= _MOST_AMBIENT:
                break
    return total
