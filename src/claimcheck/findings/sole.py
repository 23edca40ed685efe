"""Which figure of a document is the only one that it gives of a noun and another document does not.

Where two texts tell one story, readers take the one figure of votes here and the one figure of votes there for those of
one ballot, whatever else the two sentences say. Figures that both texts have are paired off first: of "27 votes to 9"
and "29 to nine" the 27 and the 29 are left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.align import Profile
from claimcheck.align.sizes import size
from claimcheck.records import Span

__all__ = ["Sole"]

_Key = tuple[int, str, str]


class Sole:
    """The figures of each document by dimension and noun, those without a noun beside them."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._held: dict[_Key, set[object]] = defaultdict(set)
        self._beside: dict[tuple[int, Span, str], set[object]] = defaultdict(set)
        for profile in profiles:
            if not profile.dimension:
                continue
            if profile.story is not None:
                self._held[_key(profile)].add(_value(profile))
            if profile.dimension.startswith("number"):
                self._beside[_place(profile)].add(_value(profile))

    def __call__(self, a: Profile, b: Profile) -> bool:
        """Whether each is all that is left of its noun in its document without the figures that both documents have."""
        if a.head != b.head or a.document == b.document or a.nameless:
            return False
        first, second = _key(a), _key(b)
        left, right = self._held.get(first, set()), self._held.get(second, set())
        common = left & right | self._bare(first) | self._bare(second)
        return left - common == {_value(a)} and right - common == {_value(b)}

    def given(self, a: Profile, b: Profile) -> bool:
        """Whether one sentence counts as the other does beside what it counts otherwise: "six departures from Monday to
        Friday and four on Sundays".
        """
        if not a.dimension.startswith("number") or a.head != b.head:
            return False
        return any(_value(other) in self._beside.get(_place(one), ()) for one, other in ((a, b), (b, a)))

    def _bare(self, key: _Key) -> set[object]:
        return self._held.get((key[0], key[1], ""), set())


def _key(profile: Profile) -> _Key:
    return profile.document, profile.dimension, "" if profile.nameless else profile.head


def _place(profile: Profile) -> tuple[int, Span, str]:
    return profile.document, profile.claim.sentence, profile.head


def _value(profile: Profile) -> object:
    if profile.value.quantity is None:
        when = profile.claim.when
        return None if when is None else (when.start, when.end)
    return size(profile.value)
