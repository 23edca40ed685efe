"""The order in which pairs are judged: document by document, those that have most to do with each other in a row.

What is found on a pair depends on the pairs of the same two documents alone. So these are judged together and let go.
The documents come as a maximum spanning tree takes them in (Prim's algorithm; a pair of documents weighs as much as it
has pairs of claims): those of one subject follow each other, what is read of a claim is at hand while it is needed, and
few claims wait for pairs that are still to come.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import accumulate

__all__ = ["Agenda", "Pair"]

Pair = tuple[int, int]


class Agenda:
    """Pairs of claims, parted by the documents in which these stand; kept as bare numbers, several for each claim."""

    def __init__(self, pairs: Iterable[Pair], document: Sequence[int]) -> None:
        """``document`` gives the number of each claim's document."""
        self._first, self._second = array("I"), array("I")
        for first, second in pairs:
            self._first.append(first)
            self._second.append(second)
        self._document = document
        self._turn = _turns(Counter(map(self._apart, self._first, self._second)))
        self._later: list[array[int]] = [array("I") for _ in self._turn]
        for at, (first, second) in enumerate(zip(self._first, self._second, strict=True)):
            self._later[max(self._turn[document[first]], self._turn[document[second]])].append(at)

    def __len__(self) -> int:
        """How many documents have pairs; each has its turn when those of these that came before it are known."""
        return len(self._later)

    def _apart(self, first: int, second: int) -> Pair:
        one, other = self._document[first], self._document[second]
        return (one, other) if one < other else (other, one)

    def turn(self, number: int) -> Iterator[list[Pair]]:
        """The pairs of one document with itself and with each document before it, each pair of documents by itself and
        in order.
        """
        held: dict[Pair, list[Pair]] = defaultdict(list)
        for at in self._later[number]:
            first, second = self._first[at], self._second[at]
            held[self._apart(first, second)].append((first, second))
        yield from map(sorted, held.values())

    def left(self) -> array[int]:
        """How many pairs each claim is in, by its position."""
        counts = array("I", bytes(array("I").itemsize * len(self._document)))
        for members in (self._first, self._second):
            for one in members:
                counts[one] += 1
        return counts

    def parts(self, count: int) -> list[range]:
        """The turns in so many stretches of about as many pairs each, and how many these are."""
        reached = list(accumulate(map(len, self._later)))
        if not reached:
            return []
        share = reached[-1] / count
        made: list[range] = []
        start = 0
        for at, total in enumerate(reached, 1):
            if total >= share * (len(made) + 1) or at == len(reached):
                made.append(range(start, at))
                start = at
        return made


def _turns(weights: Mapping[Pair, int]) -> dict[int, int]:
    """The place of each document in the order."""
    beside: dict[int, list[tuple[int, int]]] = {}
    for (one, other), weight in weights.items():
        beside.setdefault(one, []).append((-weight, other))
        beside.setdefault(other, []).append((-weight, one))
    turns: dict[int, int] = {}
    for start in sorted(beside):
        edges = [(0, start)]
        while edges:
            _, at = heappop(edges)
            if at not in turns:
                turns[at] = len(turns)
                for edge in beside.pop(at):
                    if edge[1] not in turns:
                        heappush(edges, edge)
    return turns
