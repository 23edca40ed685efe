"""Which claims may measure one thing at all, told from their nouns before any two claims are compared.

Counts and shares of things that no test of ``same_thing`` can join are parted here, by sets of nouns. What is linked
may still be parted by those tests; what is not linked would be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.align.frames import kin, roots
from claimcheck.align.nouns import sums
from claimcheck.align.profile import Profile
from claimcheck.align.same_thing import PLAIN
from claimcheck.align.words import people

__all__ = ["Links"]

_DWELLERS = frozenset({"population"})  # "a population of 4,000", "4,000 people live there"
_ANY = ""  # stands for the noun of a claim that may go with any other


class Links:
    """The links between the claims of one dimension, at these positions in ``profiles``."""

    def __init__(self, profiles: Sequence[Profile], group: Sequence[int]) -> None:
        self._parted = profiles[group[0]].dimension in PLAIN
        if not self._parted:
            return
        self._profiles = profiles
        self._noun = {at: _noun(profiles[at]) for at in group}
        self._alike: dict[str, frozenset[str]] = {}
        self._by_root: dict[str, list[str]] = defaultdict(list)
        nouns = set(self._noun.values()) - {_ANY}
        for noun in nouns:
            for root in roots(noun):
                self._by_root[root].append(noun)
        self._naming: dict[str, set[int]] = defaultdict(set)
        for at in group:
            named = nouns.intersection(profiles[at].words)
            for noun in named.union(self._befallen(profiles[at])):
                self._naming[noun].add(at)

    def of(self, at: int, others: Iterable[int]) -> Iterable[int]:
        """Those of ``others`` that the claim at this position may measure one thing with."""
        if not self._parted or (noun := self._noun[at]) == _ANY:
            return others
        one, nouns, naming = self._profiles[at], self._noun, self._naming[noun]
        known = {noun, _ANY, *one.words, *self._like(noun), *self._befallen(one)}
        return [other for other in others if nouns[other] in known or other in naming]

    def _like(self, noun: str) -> frozenset[str]:
        """The nouns that stand for the same thing as this one: people of all sorts, sums of money, kin."""
        found = self._alike.get(noun)
        if found is None:
            generic, specific = people()
            found = self._kin(noun)
            for some, others in (
                (generic, generic | specific),
                (specific, generic),
                (sums(), sums()),
                (_DWELLERS, generic),
                (generic, _DWELLERS),
            ):
                if noun in some:
                    found |= others
            self._alike[noun] = found
        return found

    def _kin(self, word: str) -> frozenset[str]:
        near = {noun for root in roots(word) for noun in self._by_root.get(root, ())}
        return frozenset(noun for noun in near if kin(word, noun))

    def _befallen(self, profile: Profile) -> frozenset[str]:
        """The nouns for people whom the same befell as those that the claim counts: people rescued, survivors."""
        if profile.event and profile.head in people()[0]:
            return self._kin(profile.event)
        return frozenset()


def _noun(profile: Profile) -> str:
    if (
        "_" in profile.head
        or profile.description
        or profile.nameless
        or (profile.head == profile.event and profile.modifiers)
    ):
        return _ANY
    return profile.head
