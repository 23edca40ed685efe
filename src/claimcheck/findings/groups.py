"""Groups, not pairs: twenty documents that say 22 and one that says 23 make one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

__all__ = ["components"]

_CHECKED = 24  # members of a group that a newcomer is held against


def components(edges: Sequence[tuple[float, int, int]], clash: Callable[[int, int], bool]) -> list[list[int]]:
    """Join what the edges join, the strongest first, but never two groups with members whose scopes clash."""
    leader: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for _, first, second in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        for one in (first, second):
            if one not in leader:
                leader[one] = one
                members[one] = [one]
        left, right = leader[first], leader[second]
        if left == right:
            continue
        if _clashes(members[left], members[right], (first, second), clash):
            continue
        if len(members[left]) < len(members[right]):
            left, right = right, left
        for one in members[right]:
            leader[one] = left
        members[left].extend(members.pop(right))
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _clashes(
    left: Iterable[int], right: Iterable[int], edge: tuple[int, int], clash: Callable[[int, int], bool]
) -> bool:
    some = sorted(left)[:_CHECKED]
    others = sorted(right)[:_CHECKED]
    return any((one, other) != edge and clash(one, other) for one in some for other in others)


def clusters(members: Sequence[int], meets: Callable[[int, int], bool]) -> list[list[int]]:
    """Split a group by value: each member goes to the first cluster all of whose members it meets."""
    found: list[list[int]] = []
    for one in members:
        for cluster in found:
            if all(meets(one, other) for other in cluster[:_CHECKED]):
                cluster.append(one)
                break
        else:
            found.append([one])
    return sorted(found, key=lambda cluster: (-len(cluster), cluster))


def by(items: Iterable[int], key: Callable[[int], str]) -> dict[str, list[int]]:
    """Items gathered under their keys, in order of first appearance."""
    made: dict[str, list[int]] = defaultdict(list)
    for item in items:
        made[key(item)].append(item)
    return dict(made)
