"""Which figure of a document is the only one that it gives of a noun and another document does not.

Where two texts tell one story, readers take the one figure of votes here and the one figure of votes there for those of
one ballot, whatever else the two sentences say. Figures that both texts have are paired off first: of "27 votes to 9"
and "29 to nine" the 27 and the 29 are left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from claimcheck.align import Profile
from claimcheck.align.sizes import size
from claimcheck.records import Span

__all__ = ["Sole"]

_Noun = tuple[str, str]
"""A dimension, and a noun; the empty one for figures that do not say what they are of."""

_KEPT = 256  # documents whose figures are kept


class Sole:
    """The figures of a document by dimension and noun, looked up when they are first asked for."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """``profiles`` in the order of their position; those that were worked out come after all others."""
        self._profiles = profiles
        added = (at for at, one in enumerate(profiles) if one.derived or one.exchanged)
        self._given = next(added, len(profiles))
        self._held: dict[int, dict[_Noun, set[object]]] = {}
        self._counted: dict[str, dict[tuple[Span, str], list[Profile]]] = {}

    def __call__(self, a: Profile, b: Profile) -> bool:
        """Whether each is all that is left of its noun in its document without the figures that both documents have."""
        if a.head != b.head or a.document == b.document or a.nameless or a.derived or b.derived:
            return False
        first, second = self._figures(a), self._figures(b)
        left, right = first.get(_noun(a), set()), second.get(_noun(b), set())
        bare = first.get((a.dimension, ""), set()) | second.get((b.dimension, ""), set())
        common = left & right | bare
        return left - common == {_value(a)} and right - common == {_value(b)}

    def given(self, a: Profile, b: Profile) -> bool:
        """Whether one sentence counts as the other does beside what it counts otherwise: "six departures from Monday to
        Friday and four on Sundays".
        """
        if not a.dimension.startswith("number") or a.head != b.head:
            return False
        return any(
            beside is not one and _value(beside) == _value(other)
            for one, other in ((a, b), (b, a))
            for beside in self._counts(one.claim.document).get((one.claim.sentence, one.head), ())
        )

    def _counts(self, document: str) -> Mapping[tuple[Span, str], Sequence[Profile]]:
        """The counts that a document gives, by their sentence and noun."""
        found = self._counted.get(document)
        if found is None:
            found = defaultdict(list)
            at = bisect_left(self._profiles, document, hi=self._given, key=lambda one: one.claim.document)
            for one in islice(self._profiles, at, self._given):
                if one.claim.document != document:
                    break
                if one.dimension.startswith("number"):
                    found[one.claim.sentence, one.head].append(one)
            if len(self._counted) >= _KEPT:
                self._counted.clear()
            self._counted[document] = found
        return found

    def _figures(self, profile: Profile) -> dict[_Noun, set[object]]:
        found = self._held.get(profile.document)
        if found is None:
            found = defaultdict(set)
            for one in (profile, *self._around(profile)):
                if one.dimension:
                    found[_noun(one)].add(_value(one))
            if len(self._held) >= _KEPT:
                self._held.clear()
            self._held[profile.document] = found
        return found

    def _around(self, profile: Profile) -> Iterator[Profile]:
        """The other claims of its document; for a figure that was worked out, those that the text itself gives."""
        profiles, at = self._profiles, profile.index
        if at >= self._given:
            at = bisect_left(profiles, _place(profile), hi=self._given, key=_place)
            yield from profiles[at : at + 1]
        for step in (-1, 1):
            beside = at + step
            while 0 <= beside < self._given and profiles[beside].document == profile.document:
                yield profiles[beside]
                beside += step


def _place(profile: Profile) -> tuple[int, int]:
    return profile.document, profile.claim.span.start


def _noun(profile: Profile) -> _Noun:
    return profile.dimension, "" if profile.nameless else profile.head


def _value(profile: Profile) -> object:
    if profile.value.quantity is None:
        when = profile.claim.when
        return None if when is None else (when.start, when.end)
    return size(profile.value)
