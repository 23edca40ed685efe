"""Which pairs of claims are worth comparing: an inverted index over what they are about, never all pairs.

A pair is a candidate when the keys that both have weigh enough together. A key that very many claims have finds no
partners by itself, only together with a second key, so the work for one claim never grows with the corpus: it is
bounded by the keys of a claim and by ``_LONGEST``. Weights are whole numbers here, so that sums do not depend on the
order in which they are made.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import Any

from claimcheck.align.links import Links
from claimcheck.align.profile import Profile
from claimcheck.align.topics import KEYS

__all__ = ["candidates"]

_FEWEST = 1.0  # a key weighs at least this
_UNIT = 1_000_000  # a weight of 1, as a whole number
_ENOUGH = 1_800_000  # what a pair's shared keys must weigh together
_MOST = 64  # candidates of one claim
_LONGEST = 64  # claims that one key may pair off
_STOCK = 2.0  # the key of a project's count of something
_KEYS = 12  # keys of one claim, the weightiest first
_PARTNER = 32  # bits of a claim's position

Keys = dict[str, int]
"""The keys of a claim, with their weights."""


def _keys(profile: Profile) -> Keys:
    heavy = {word: value for word, value in profile.words.items() if value >= _FEWEST}
    if profile.head:
        heavy[profile.head] = max(heavy.get(profile.head, 0.0), _FEWEST)
    for word, value in (*profile.ambient.items(), *islice(profile.topic.items(), KEYS)):
        if value >= _FEWEST / 2 and word not in heavy:
            heavy[word] = value
    if profile.stock:
        heavy[f"{profile.project} {profile.stock}"] = _STOCK
    if len(heavy) > _KEYS:
        heavy = dict(sorted(heavy.items(), key=lambda item: (-item[1], item[0]))[:_KEYS])
    keys = {word: round(value * _UNIT) for word, value in heavy.items()}
    if profile.figure:
        keys[profile.figure] = _ENOUGH
    return keys


def _any(first: int, second: int) -> bool:
    return True


def candidates(profiles: Sequence[Profile], worth: Callable[[int, int], bool] = _any) -> Iterator[tuple[int, int]]:
    """Pairs of positions in ``profiles``, the smaller first, in rising order.

    Of each claim no more than the ``_MOST`` that share most with it, and those that it is among the ``_MOST`` of; of
    these the pairs that are linked and of which ``worth`` says that they count at all.
    """
    members: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        if profile.dimension:
            members[profile.dimension].append(at)
    chosen: dict[int, list[int]] = {}
    for group in members.values():
        if len(group) > 1:
            _Index(profiles, group).pair_off(chosen, worth)
    for at in sorted(chosen):
        for other in sorted(chosen.pop(at)):
            yield at, other


class _Index:
    """The claims of one dimension by key, and by two keys where one alone would find too many."""

    def __init__(self, profiles: Sequence[Profile], group: Sequence[int]) -> None:
        self._links = Links(profiles, group)
        self._keys = {at: _keys(profiles[at]) for at in group}
        self._figure = {at: profiles[at].figure for at in group if profiles[at].figure}
        posted: dict[str, list[int]] = defaultdict(list)
        for at, held in self._keys.items():
            for key in held:
                posted[key].append(at)
        self._posted: dict[Any, list[int]] = {key: found for key, found in posted.items() if 1 < len(found) <= _LONGEST}
        self._long = {key for key, found in posted.items() if len(found) > _LONGEST}
        if self._long:
            self._double()

    def _double(self) -> None:
        """File claims under each two long keys that they have, where those that have both are not too many."""
        doubles = {at: self._doubles(held) for at, held in self._keys.items()}
        count: Counter[tuple[str, str]] = Counter()
        for found in doubles.values():
            count.update(found)
        fit = {two for two, times in count.items() if 1 < times <= _LONGEST}
        del count
        made: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, found in doubles.items():
            for two in fit.intersection(found):
                made[two].append(at)
        self._posted |= made

    def _doubles(self, held: Keys) -> list[tuple[str, str]]:
        return list(combinations(sorted(self._long.intersection(held)), 2))

    def pair_off(self, chosen: dict[int, list[int]], worth: Callable[[int, int], bool]) -> None:
        """Add to ``chosen`` each claim's later partners that share enough."""
        keys = self._keys
        crowded: dict[int, int] = {}  # claim with too many partners → the last that is one of its best
        for at in keys:
            partners = self._partners(at)
            if len(partners) > _MOST and len(found := self._ranked(at, partners)) > _MOST:
                crowded[at] = heapq.nsmallest(_MOST, found)[-1]
        for at, held in keys.items():
            last = crowded.get(at)
            found = []
            for other in self._linked(at, [other for other in self._partners(at) if other > at]):
                total = self._shared(held, keys[other])
                if total < _ENOUGH:
                    continue
                if last is not None and _rank(total, other) > last:
                    if other in crowded and _rank(total, at) > crowded[other]:
                        continue
                if worth(at, other):
                    found.append(other)
            if found:
                chosen[at] = found

    def _linked(self, at: int, others: Sequence[int]) -> Iterable[int]:
        """Those that may measure one thing with this claim, and those of two texts that have its very figure."""
        figure = self._figure.get(at)
        linked = self._links.of(at, others)
        if figure is None:
            return linked
        return dict.fromkeys([*linked, *(other for other in others if self._figure.get(other) == figure)])

    def _partners(self, at: int) -> set[int]:
        """The claims that share a key with this one, itself among them."""
        held, posted = self._keys[at], self._posted
        return set().union(*[posted[key] for key in (*held, *self._doubles(held)) if key in posted])

    def _shared(self, held: Keys, theirs: Keys) -> int:
        """What the keys that two claims share weigh together; long ones count in fit pairs, or beside a short one."""
        shared = held.keys() & theirs.keys()
        if len(shared) > 2 and shared <= self._long:
            shared = {key for two in combinations(sorted(shared), 2) if two in self._posted for key in two}
        total = 0
        for key in shared:
            here, there = held[key], theirs[key]
            total += here if here > there else there
        return total

    def _ranked(self, at: int, partners: set[int]) -> list[int]:
        held, keys = self._keys[at], self._keys
        totals = [(self._shared(held, keys[other]), other) for other in partners if other != at]
        return [_rank(total, other) for total, other in totals if total >= _ENOUGH]


def _rank(total: int, other: int) -> int:
    """A partner and what it shares as one number, the least for the best."""
    return -total << _PARTNER | other
