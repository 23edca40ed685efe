"""Two runs of one measurement: where two places give several large figures of one thing and none of them is the same.

"1,118 files, 4,554 functions" here and "664 files, 3,902 functions" there were counted on two occasions. Were one of
the figures a slip, the others would agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.align import Profile

__all__ = ["Place", "other_runs", "run_of"]

Place = tuple[int, int]
_LARGE = 100  # figures below it are seldom measured by a machine


def other_runs(profiles: Sequence[Profile], pairs: Iterable[tuple[int, int]]) -> frozenset[frozenset[Place]]:
    """The pairs of lines, in two documents, that give large figures of two or more things and never the same one."""
    heads: dict[frozenset[Place], set[str]] = defaultdict(set)
    alike: set[frozenset[Place]] = set()
    for first, second in pairs:
        a, b = profiles[first], profiles[second]
        if a.document == b.document or not a.head or a.head != b.head:
            continue
        one, other = _large(a), _large(b)
        if one is None or other is None:
            continue
        places = frozenset((_place(a), _place(b)))
        if one == other:
            alike.add(places)
        else:
            heads[places].add(a.head)
    return frozenset(places for places, found in heads.items() if len(found) > 1 and places not in alike)


def run_of(a: Profile, b: Profile) -> frozenset[Place]:
    """The two lines on which two claims stand."""
    return frozenset((_place(a), _place(b)))


def _place(profile: Profile) -> Place:
    text = profile.source.text if profile.source is not None else ""
    return profile.document, text.rfind("\n", 0, profile.claim.span.start)


def _large(profile: Profile) -> int | None:
    quantity = profile.claim.quantity
    if profile.dimension != "number" or quantity is None or quantity.low is None or quantity.low != quantity.high:
        return None
    return int(quantity.low) if quantity.low >= _LARGE else None
