"""Pairs that could not be joined to a group, folded into one that tells of the same conflict already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from claimcheck.findings.pairs import Judged
from claimcheck.records import Relation

__all__ = ["folded"]

Told = tuple[list[int], list[Judged]]
"""Claims, and the judged pairs of them."""


def folded(
    told: list[Told], split: Sequence[Judged], tells_both: Callable[[Sequence[int], Judged], bool]
) -> list[Told]:
    """The groups, and the pairs that could not be joined, each to be told by itself.

    A conflict with a member of a group that tells of the same two figures already is told there; ``tells_both`` says
    whether claims give both figures of a pair.
    """
    holding: dict[int, list[int]] = defaultdict(list)
    for at, (members, pairs) in enumerate(told):
        if any(one.relation is Relation.CONTRADICTS for one in pairs):
            for member in members:
                holding[member].append(at)
    for one in sorted(split, key=lambda one: (-one.found.score, one.first, one.second)):
        ends = (one.first, one.second)
        if one.relation is not Relation.CONTRADICTS:
            told.append(([*ends], [one]))
            continue
        at = next((at for end in ends for at in holding[end] if tells_both(told[at][0], one)), len(told))
        if at == len(told):
            told.append(([*ends], [one]))
        else:
            members, pairs = told[at]
            members[:] = sorted({*members, *ends})
            pairs.append(one)
        for end in ends:
            if at not in holding[end]:
                holding[end].append(at)
    return told
