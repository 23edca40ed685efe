"""Which pairs of claims are worth comparing: an inverted index over what they are about, never all pairs.

A pair is a candidate when the keys that both have weigh enough together. A key that very many claims have finds no
partners by itself, only together with a second key, so the work for one claim never grows with the corpus: it is
bounded by the keys of a claim and by ``_LONGEST``. Weights are whole numbers here, so that sums do not depend on the
order in which they are made.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from claimcheck.align.profile import Profile

__all__ = ["candidates"]

_FEWEST = 1.0  # a key weighs at least this
_UNIT = 1_000_000  # a weight of 1, as a whole number
_ENOUGH = 1_800_000  # what a pair's shared keys must weigh together
_MOST = 64  # candidates of one claim
_LONGEST = 64  # claims that one key may pair off
_KEYS = 12  # keys of one claim, the weightiest first
_HELD = 4 * _MOST  # candidates of one claim that are held before the best are picked out
_PARTNER = 32  # bits of a claim's position

Keys = dict[int, int]
"""The keys of a claim: number of the key → weight."""


def _keys(profile: Profile) -> list[tuple[str, float]]:
    heavy = {word: value for word, value in profile.words.items() if value >= _FEWEST}
    if profile.head:
        heavy[profile.head] = max(heavy.get(profile.head, 0.0), _FEWEST)
    for word, value in profile.ambient.items():
        if value >= _FEWEST / 2 and word not in heavy:
            heavy[word] = value
    return sorted(heavy.items(), key=lambda item: (-item[1], item[0]))[:_KEYS]


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in ``profiles``, the smaller first, in rising order.

    Of each claim no more than the ``_MOST`` that share most with it, and those that it is among the ``_MOST`` of.
    """
    members: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        if profile.dimension:
            members[profile.dimension].append(at)
    best: dict[int, array[int]] = {}
    for group in members.values():
        if len(group) > 1:
            _Index(profiles, group).pair_off(best)
    del members
    yield from _fittest(best)


def _fittest(best: Mapping[int, array[int]]) -> Iterator[tuple[int, int]]:
    """The pairs that either side holds among its best, each once, in rising order."""
    chosen: dict[int, set[int]] = defaultdict(set)
    for at in sorted(best):
        for one in heapq.nsmallest(_MOST, best[at]):
            other = one & ((1 << _PARTNER) - 1)
            chosen[min(at, other)].add(max(at, other))
    for at in sorted(chosen):
        for other in sorted(chosen.pop(at)):
            yield at, other


class _Index:
    """The claims of one dimension by key, and by two keys where one alone would find too many."""

    def __init__(self, profiles: Sequence[Profile], group: Sequence[int]) -> None:
        number: dict[str, int] = {}
        self._keys: dict[int, Keys] = {}
        posted: dict[int, list[int]] = defaultdict(list)
        for at in group:
            held = {number.setdefault(word, len(number)): round(heavy * _UNIT) for word, heavy in _keys(profiles[at])}
            self._keys[at] = held
            for key in held:
                posted[key].append(at)
        self._short = {key: found for key, found in posted.items() if 1 < len(found) <= _LONGEST}
        self._long = {key for key, found in posted.items() if len(found) > _LONGEST}
        self._double = self._doubles() if self._long else {}

    def _doubles(self) -> dict[tuple[int, int], list[int]]:
        """Two long keys → the claims that have both, where they are neither one nor too many."""
        long = self._long
        of_claim = {at: sorted(long.intersection(held)) for at, held in self._keys.items()}
        count: Counter[tuple[int, int]] = Counter()
        for keys in of_claim.values():
            count.update(combinations(keys, 2))
        fit = {two for two, times in count.items() if 1 < times <= _LONGEST}
        del count
        made: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at, keys in of_claim.items():
            for two in combinations(keys, 2):
                if two in fit:
                    made[two].append(at)
        return made

    def pair_off(self, best: dict[int, array[int]]) -> None:
        """Add to ``best`` each claim's partners that share enough, the most first when they are sorted."""
        for at, held in self._keys.items():
            for other, total in self._partners(at, held).items():
                if total >= _ENOUGH:
                    _hold(best, at, other, total)
                    _hold(best, other, at, total)

    def _partners(self, at: int, held: Keys) -> dict[int, int]:
        """The later claims that share a key with this one, with the weight of all the keys that count."""
        keys, total = self._keys, dict[int, int]()
        for key, heavy in held.items():
            for other in self._short.get(key, ()):
                if other > at:
                    there = keys[other][key]
                    total[other] = total.get(other, 0) + (heavy if heavy > there else there)
        long = [(key, heavy) for key, heavy in held.items() if key in self._long]
        if not long:
            return total
        for other in total:  # beside a shared short key every shared long one counts
            theirs = keys[other]
            for key, heavy in long:
                if key in theirs:
                    there = theirs[key]
                    total[other] += heavy if heavy > there else there
        counted: dict[int, set[int]] = defaultdict(set)
        for two in combinations(sorted(key for key, _ in long), 2):
            for other in self._double.get(two, ()):
                if other > at and other not in total:
                    counted[other].update(two)
        for other, shared in counted.items():
            theirs = keys[other]
            total[other] = sum(max(held[key], theirs[key]) for key in shared)
        return total


def _hold(best: dict[int, array[int]], at: int, other: int, total: int) -> None:
    found = best.get(at)
    if found is None:
        found = best[at] = array("q")
    found.append(-total << _PARTNER | other)
    if len(found) >= _HELD:
        best[at] = array("q", heapq.nsmallest(_MOST, found))
