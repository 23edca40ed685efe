"""Blocks: the claims that pairs join, directly or by others; each is judged by itself, and nothing of it is kept.

No pair has claims of two blocks, and what is found on a pair depends on the pairs of its own two claims alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

__all__ = ["Blocks"]

Pair = tuple[int, int]


class Blocks:
    """Pairs of positions, parted into blocks; kept as bare numbers, since there are several for each claim."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._first, self._second = array("L"), array("L")
        for first, second in pairs:
            self._first.append(first)
            self._second.append(second)
        self._held = self._parted()

    def pairs(self) -> Iterator[Pair]:
        """All pairs, in the order in which they came."""
        return zip(self._first, self._second, strict=True)

    def __getitem__(self, number: int) -> list[Pair]:
        """The pairs of one block, in the order in which they came."""
        return [(self._first[at], self._second[at]) for at in self._held[number]]

    @property
    def sizes(self) -> list[int]:
        """How many pairs each block has; the blocks come in the order of their first pairs."""
        return list(map(len, self._held))

    def _parted(self) -> list[array[int]]:
        leader = array("L", range(1 + max(self._second, default=0)))
        for first, second in self.pairs():
            one, other = _lead(leader, first), _lead(leader, second)
            if one != other:
                leader[max(one, other)] = min(one, other)
        held: dict[int, array[int]] = {}
        for at, first in enumerate(self._first):
            held.setdefault(_lead(leader, first), array("L")).append(at)
        return list(held.values())


def _lead(leader: array[int], one: int) -> int:
    """The first claim of a block, as far as it is known; ways to it are halved as they are gone."""
    while (above := leader[one]) != one:
        leader[one] = one = leader[above]
    return one
