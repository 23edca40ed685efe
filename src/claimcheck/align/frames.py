"""Which words speak of one kind of happening or property: rescue and survivor, expire and valid."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from claimcheck.lexicon import load_table

__all__ = ["derived_in", "frames_of", "kin", "kin_of", "opposite", "roots"]

_ROOT = 4  # letters of a verb that its noun shares: emit, emission
_ENDINGS = (
    "ion",
    "ation",
    "ition",
    "ment",
    "er",
    "or",
    "ee",
    "ance",
    "ence",
    "ing",
    "ist",
    "ship",
    "age",
    "ative",
    "ive",
    *("out", "off", "over", "down", "up", "back", "in", "away"),  # walk, walkout; break, break-in
)
_SILENT = ("al", "ure", "able")  # only after a verb in -e: arrive, arrival
_MANY = 9  # a word in so many frames says nothing by itself


@cache
def _frames() -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for name, words in load_table("frames")["frames"].items():
        for word in words:
            made.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in made.items()}


def frames_of(word: str) -> frozenset[str]:
    """The frames in which a lemma stands."""
    return _frames().get(word, frozenset())


@lru_cache(1 << 16)
def roots(word: str) -> frozenset[str]:
    """What the word has in common with all that are kin to it: they share one of these at least."""
    return frames_of(word) | {word[: _ROOT - 1]}


@lru_cache(1 << 17)
def kin(a: str, b: str) -> bool:
    """Whether two lemmas are of one frame, or one is derived from the other: germinate, germination."""
    if a == b:
        return True
    if opposite(a, b):
        return False
    first, second = frames_of(a), frames_of(b)
    if first and second:
        if first & second and min(len(first), len(second)) < _MANY:
            return True
    return _derived_from(a, b)


@cache
def _opposites() -> frozenset[frozenset[str]]:
    """Pairs of one frame that say the contrary."""
    return frozenset(frozenset(pair) for pair in load_table("frames")["opposites"])


def opposite(a: str, b: str) -> bool:
    """Whether two lemmas say the contrary of each other: hire, dismiss."""
    return frozenset((a, b)) in _opposites()


def _derived_from(a: str, b: str) -> bool:
    """Whether one lemma is made of the other: germinate, germination."""
    short, long = sorted((a.replace("-", ""), b.replace("-", "")), key=len)
    if len(short) < _ROOT or not (short.isalpha() and long.isalpha()):
        return False
    silent = short.endswith("e")
    root = short[:-1] if silent or short.endswith("y") else short
    if not long.startswith(root):
        return short.endswith("it") and long == short[:-1] + "ssion"
    ending = long[len(root) :]
    return ending in _ENDINGS or (silent and ending in _SILENT) or ending in (root[-1] + "er", root[-1] + "ing")


def kin_of(word: str, words: Iterable[str], known: frozenset[str]) -> str | None:
    """The first of ``words``, in order, that is kin to ``word``; ``known`` holds at least their roots."""
    if roots(word).isdisjoint(known):
        return None
    return next((other for other in words if kin(word, other)), None)


def derived_in(word: str, words: Iterable[str], known: frozenset[str]) -> bool:
    """Whether ``word`` is made of one of ``words``, or one of it; ``known`` holds at least their roots."""
    return word[: _ROOT - 1] in known and any(_derived_from(word, other) for other in words)
