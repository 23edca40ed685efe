"""Judged pairs, gathered by the claims that they join until no pair of any of these is left to be judged."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define

from claimcheck.findings.pairs import Judged

__all__ = ["Gathering"]


@define
class _Group:
    """Claims that judged pairs join; ``waiting`` says how many of them have pairs left."""

    members: list[int]
    judged: list[Judged]
    waiting: int


class Gathering:
    """The groups that are not yet told of, by claim."""

    def __init__(self) -> None:
        self._held: dict[int, _Group] = {}

    def __contains__(self, claim: int) -> bool:
        """Whether the claim is in a group that is not yet told of."""
        return claim in self._held

    def add(self, one: Judged) -> None:
        """Take in a judged pair; neither of its claims may be at rest already."""
        group, other = self._group(one.first), self._group(one.second)
        if group is not other:
            if len(group.members) < len(other.members):
                group, other = other, group
            group.members += other.members
            group.judged += other.judged
            group.waiting += other.waiting
            for member in other.members:
                self._held[member] = group
        group.judged.append(one)

    def _group(self, claim: int) -> _Group:
        if claim not in self._held:
            self._held[claim] = _Group([claim], [], 1)
        return self._held[claim]

    def at_rest(self, claims: Iterable[int]) -> list[tuple[list[int], list[Judged]]]:
        """No pair of these claims is left; the groups of which that is now true of every claim are let go, and given
        with their judged pairs.
        """
        told = []
        for claim in claims:
            group = self._held.get(claim)
            if group is None:
                continue
            group.waiting -= 1
            if not group.waiting:
                told.append((group.members, group.judged))
                for member in group.members:
                    del self._held[member]
        return told

    def rest(self) -> list[Judged]:
        """The pairs of all groups that are still waiting."""
        groups = {id(group): group for group in self._held.values()}
        return [one for group in groups.values() for one in group.judged]
