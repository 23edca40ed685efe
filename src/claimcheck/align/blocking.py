"""Which pairs of claims are worth comparing: an inverted index over what they are about, never all pairs.

A pair is a candidate when the keys that both have weigh enough together. A key that very many claims have is split by
each claim's other keys, so a list never grows with the square of the corpus; since a candidate needs more than one
key anyway, next to nothing is lost by it.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.align.profile import Profile

__all__ = ["candidates"]

_FEWEST = 1.0  # a key weighs at least this
_ENOUGH = 1.8  # what a pair's shared keys must weigh together
_MOST = 64  # candidates of one claim
_LONGEST = 64  # claims that one key may pair off
_KEYS = 12  # keys of one claim, the weightiest first


def _keys(profile: Profile) -> list[tuple[str, float]]:
    heavy = {word: value for word, value in profile.words.items() if value >= _FEWEST}
    if profile.head:
        heavy[profile.head] = max(heavy.get(profile.head, 0.0), _FEWEST)
    for word, value in profile.ambient.items():
        if value >= _FEWEST / 2 and word not in heavy:
            heavy[word] = value
    return sorted(heavy.items(), key=lambda item: (-item[1], item[0]))[:_KEYS]


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in ``profiles``, the smaller first, in rising order."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    keys: dict[int, list[tuple[str, float]]] = {}
    for at, profile in enumerate(profiles):
        if not profile.dimension:
            continue
        keys[at] = _keys(profile)
        for word, _ in keys[at]:
            index[profile.dimension, word].append(at)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    weights = {at: dict(found) for at, found in keys.items()}
    for (dimension, word), members in index.items():
        if len(members) <= _LONGEST:
            _pair_off(members, word, weights, shared)
        else:
            _split(dimension, word, members, keys, weights, shared)
    yield from sorted(_fittest(shared))


def _fittest(shared: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    """The pairs that share enough, of each claim no more than the ``_MOST`` that share most."""
    by_claim: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, total in shared.items():
        if total >= _ENOUGH:
            by_claim[pair[0]].append((-total, pair))
            by_claim[pair[1]].append((-total, pair))
    return {pair for found in by_claim.values() for _, pair in heapq.nsmallest(_MOST, found)}


def _pair_off(
    members: Sequence[int],
    word: str,
    weights: dict[int, dict[str, float]],
    shared: dict[tuple[int, int], float],
) -> None:
    for place, first in enumerate(members):
        for second in members[place + 1 :]:
            shared[first, second] += max(weights[first][word], weights[second][word])


def _split(
    dimension: str,
    word: str,
    members: Sequence[int],
    keys: dict[int, list[tuple[str, float]]],
    weights: dict[int, dict[str, float]],
    shared: dict[tuple[int, int], float],
) -> None:
    """Pair off the members of an over-long list that share a second key as well."""
    inner: dict[str, list[int]] = defaultdict(list)
    for at in members:
        for other, _ in keys[at]:
            if other != word:
                inner[other].append(at)
    done: set[tuple[int, int]] = set()
    for other in sorted(inner, key=lambda name: (len(inner[name]), name)):
        group = inner[other]
        if not 1 < len(group) <= _LONGEST:
            continue
        for place, first in enumerate(group):
            for second in group[place + 1 :]:
                if (first, second) not in done:
                    done.add((first, second))
                    shared[first, second] += max(weights[first][word], weights[second][word])
