"""Claims that so many others are like that no key tells them apart: each is set beside those of nearly its own figure.

Where a hundred documents tell one fact, every key of it finds too many claims, and so do any two together. Then the
claims that share two keys are put in the order of their figures and each is paired with a few before and behind it: the
same figures lie side by side, and one that is another has them for neighbours. This is the sorted neighbourhood of
record linkage; the work for a claim does not grow with the crowd.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations

__all__ = ["crowded"]

_CROWDS = 2  # in which a claim stands at most: those of the fewest claims
_NEAR = 3  # neighbours on each side

Two = tuple[int, int]


def crowded(
    held: Mapping[int, Mapping[int, int]], sizes: Mapping[Two, int], order: Callable[[int], float]
) -> Mapping[int, Sequence[int]]:
    """The neighbours of each claim; ``held`` are its keys, ``sizes`` how many have two keys of which too many do."""
    crowds: dict[Two, list[int]] = defaultdict(list)
    for at, keys in held.items():
        found = [(sizes[two], two) for two in combinations(sorted(keys), 2) if two in sizes]
        for _, two in nsmallest(_CROWDS, found):
            crowds[two].append(at)
    near: dict[int, list[int]] = {}
    for members in crowds.values():
        line = sorted(members, key=lambda at: (order(at), at))
        for place, at in enumerate(line):
            near.setdefault(at, []).extend((*line[max(place - _NEAR, 0) : place], *line[place + 1 : place + 1 + _NEAR]))
    return near
