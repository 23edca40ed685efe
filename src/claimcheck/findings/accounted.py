"""Figures that the other text's own figures come to: no conflict, though one of those is another number.

"1,600 manuscripts, three quarters of them in Persian" beside "the 1,200 Persian manuscripts"; "took €410,000 at the
gate and got €190,000 from sponsors" beside "an income of €600,000".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from claimcheck.align import Profile
from claimcheck.align.sizes import size

__all__ = ["Accounted"]

_MOST = 5  # figures of a sentence that are added up
_LEAST = 10  # a smaller sum is one by chance
_SUMMED = ("money", "length", "mass", "volume", "area", "time", "energy", "power")

_Place = tuple[int, int, str]


class Accounted:
    """Knows what each sentence's figures come to, worked out or added up."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._given: dict[_Place, list[Profile]] = defaultdict(list)
        self._derived: dict[_Place, list[Profile]] = defaultdict(list)
        for one in profiles:
            if one.dimension and one.dimension != "date":
                (self._derived if one.derived else self._given)[_place(one)].append(one)

    def __call__(self, a: Profile, b: Profile) -> bool:
        """Whether one of two figures is what the other's sentence comes to in another way."""
        if a.document == b.document or a.dimension == "date":
            return False
        return self._comes_to(a, b) or self._comes_to(b, a)

    def _comes_to(self, one: Profile, other: Profile) -> bool:
        if one.derived or other.derived:
            return False
        wanted = _exact(other)
        if wanted is None or wanted < _LEAST:
            return False
        place = _place(one)
        if any(_holds(found, other) for found in self._derived.get(place, ())):
            return True
        given = self._given[place]
        if not one.dimension.startswith(_SUMMED) or not 1 < len(given) <= _MOST:
            return False
        return wanted in _sums(one, given)


def _sums(one: Profile, given: Iterable[Profile]) -> Iterator[Fraction | int]:
    """What a figure comes to with others of its sentence."""
    own = _exact(one)
    among = (other for other in given if other is not one and not _two_extents(one, other))
    others = [found for found in map(_exact, among) if found is not None]
    if own is None:
        return
    for many in range(1, len(others) + 1):
        for some in combinations(others, many):
            yield own + sum(some)


def _two_extents(one: Profile, other: Profile) -> bool:
    """Whether the two measure a thing in two directions: length and width come to nothing together."""
    return one.head != other.head and {one.head, other.head} <= _EXTENTS


_EXTENTS = frozenset({"length", "width", "breadth", "height", "depth", "thickness", "diameter", "distance", "altitude"})


def _holds(found: Profile, other: Profile) -> bool:
    """Whether a figure worked out takes in the other one, and little else: three quarters of 1,600, and 1,200."""
    meant, given = found.value.quantity, other.value.quantity
    if meant is None or given is None or meant.unit != given.unit:
        return False
    low, high = meant.low, meant.high
    if low is None or high is None or given.low is None:
        return False
    return low <= given.low <= high <= _LITTLE * low


_LITTLE = Decimal("1.1")


def _exact(profile: Profile) -> Fraction | int | None:
    quantity = profile.value.quantity
    return size(profile.value) if quantity is not None and quantity.low == quantity.high else None


def _place(profile: Profile) -> _Place:
    return profile.document, profile.claim.sentence.start, profile.dimension
