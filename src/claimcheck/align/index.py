"""An inverted index of claims by what they are about: which others share a key with one, and what these weigh together.

Weights are whole numbers, so that sums do not depend on the order in which they are made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import chain, combinations

from claimcheck.align.crowds import crowded

__all__ = ["Index", "Keys"]

Keys = Mapping[str, int]
"""The keys of a claim, with their weights."""

_Posted = tuple[int, Mapping[int, list[int]]]
"""The weight of a key, and the claims that have the key, by what it weighs there."""


class Index:
    """Claims by key, and by two keys where one alone would find too many.

    A key that more than ``longest`` claims have is long: it finds no partners by itself, only together with another
    long one that not too many have beside it, or those of nearly the same place in ``order`` where too many have both.
    Beside a key that isn't long it counts in full.
    """

    def __init__(
        self, keys: Mapping[int, Keys], longest: int, enough: int, order: Callable[[int], float] = float
    ) -> None:
        self._enough = enough
        posted: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, held in keys.items():
            for key, weight in held.items():
                posted[key][weight].append(at)
        often = {key: sum(map(len, found.values())) for key, found in posted.items()}
        self._posted = {key: posted[key] for key, count in often.items() if 1 < count <= longest}
        number = {key: at for at, key in enumerate(key for key, count in often.items() if count > longest)}
        del posted, often
        self._short: dict[int, list[_Posted]] = {}
        self._long: dict[int, dict[int, int]] = {}
        shared: dict[tuple[str, int], _Posted] = {}  # for a new one for each claim takes much room
        for at, held in keys.items():
            self._short[at] = [
                shared.setdefault((key, weight), (weight, self._posted[key]))
                for key, weight in held.items()
                if key in self._posted
            ]
            self._long[at] = {number[key]: weight for key, weight in held.items() if key in number}
        self._members: list[dict[int, set[int]]] = [{} for _ in number]
        for at, long in self._long.items():
            for one, weight in long.items():
                self._members[one].setdefault(weight, set()).add(at)
        crowds: dict[tuple[int, int], int] = {}
        self._doubles = self._two(longest, crowds)
        self._near = crowded(self._long, crowds, order) if crowds else {}

    def _two(self, longest: int, crowds: dict[tuple[int, int], int]) -> dict[tuple[int, int], list[int]]:
        """The claims that have two long keys, by these; where there are too many, ``crowds`` is told how many."""
        made: dict[tuple[int, int], list[int]] = {}
        for first, members in enumerate(self._members):
            beside: dict[int, list[int]] = defaultdict(list)
            for at in chain(*members.values()):
                for second in self._long[at]:
                    if second > first:
                        beside[second].append(at)
            for second, both in beside.items():
                if len(both) > longest:
                    crowds[first, second] = len(both)
                elif len(both) > 1:
                    made[first, second] = both
        return made

    def totals(self, at: int) -> dict[int, int]:
        """The claims that share enough with this one, with what their shared keys weigh together.

        A key weighs what it does where it weighs more.
        """
        found: dict[int, int] = {}
        get = found.get
        for weight, posted in self._short[at]:
            for there, others in posted.items():
                most = weight if weight > there else there
                for other in others:
                    found[other] = get(other, 0) + most
        found.pop(at, None)
        if self._long[at]:
            self._add_long(at, found)
        enough = self._enough
        return {other: total for other, total in found.items() if total >= enough}

    def _add_long(self, at: int, found: dict[int, int]) -> None:
        """Add what long keys weigh: beside a short one all of them, else those that few enough have two by two."""
        held, members = self._long[at], self._members
        by_two: dict[int, int] = {}
        get = by_two.get
        for key, others in self._by_two(at).items():
            others.difference_update(found)
            weight = held[key]
            for other in others:
                by_two[other] = get(other, 0) + weight
            for there, some in members[key].items():
                if there > weight:
                    for other in others & some:
                        by_two[other] += there - weight
        by_two.pop(at, None)
        for other in self._near.get(at, ()):
            if other not in found:
                theirs = self._long[other]
                both = held.keys() & theirs.keys()
                by_two[other] = sum(max(held[key], theirs[key]) for key in both)
        known = set(found)
        for key, weight in held.items():
            for there, some in members[key].items():
                most = weight if weight > there else there
                for other in known & some:
                    found[other] += most
        found |= by_two

    def _by_two(self, at: int) -> dict[int, set[int]]:
        """Long key → the claims that share it together with another one that few enough have beside it."""
        found: dict[int, set[int]] = {}
        for two in combinations(sorted(self._long[at]), 2):
            if two in self._doubles:
                for key in two:
                    found.setdefault(key, set()).update(self._doubles[two])
        return found
