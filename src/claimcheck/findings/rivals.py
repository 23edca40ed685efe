"""The best match of a claim in each document: what scores much less there is of something else.

Comparisons that can be reported are made already. The others only matter as rivals of those: they are made when one
of those is about to be reported and they could outdo it, by the most that the tests left over may add.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.align import Comparison, Profile, Scope, begin, compare, headroom
from claimcheck.lexicon.model import Lexicon

__all__ = ["Compared", "Pair", "Rivals", "Spare", "equal"]

Pair = tuple[int, int]
Compared = dict[Pair, Comparison]
Spare = Mapping[Pair, float | None]
"""Pairs that no verdict can come of, with the most that each may score where that is known."""


class Rivals:
    """The scores that claims reach in documents, and which figures a document holds too (twins)."""

    def __init__(self, profiles: Sequence[Profile], compared: Compared, spare: Spare, lexicon: Lexicon) -> None:
        self._profiles = profiles
        self._lexicon = lexicon
        self._late: dict[Pair, Comparison | float] = {pair: most for pair, most in spare.items() if most is not None}
        made = [(pair, found) for pair, found in compared.items() if found.scope is not Scope.DIFFERS]
        self.twins = self._twins(made, profiles)
        self._best = self._highest((*pair, found.score) for pair, found in made)
        self._free = self._highest((*pair, found.score) for pair, found in made if self._untaken(*pair))
        self._spare = self._waiting(compared, spare)

    def _twins(self, made: Iterable[tuple[Pair, Comparison]], profiles: Sequence[Profile]) -> Mapping[Pair, set[int]]:
        """Claim and document → the claims in that document that give the very same figure for the same thing."""
        found: dict[Pair, set[int]] = defaultdict(set)
        for (first, second), one in made:
            if one.thing > 0 and equal(profiles[first], profiles[second]):
                found[first, profiles[second].document].add(second)
                found[second, profiles[first].document].add(first)
        return dict(found)

    def _untaken(self, first: int, second: int) -> bool:
        """Whether neither claim has a twin in the other's document; else the two are no rivals of others there."""
        there, here = self._profiles[second].document, self._profiles[first].document
        return (first, there) not in self.twins and (second, here) not in self.twins

    def _highest(self, scores: Iterable[tuple[int, int, float]]) -> dict[Pair, float]:
        best: dict[Pair, float] = {}
        for first, second, score in scores:
            for key in ((first, self._profiles[second].document), (second, self._profiles[first].document)):
                if score > best.get(key, float("-inf")):
                    best[key] = score
        return best

    def _waiting(self, compared: Compared, spare: Spare) -> dict[Pair, list[int]]:
        """Claim and document → the claims of it that may yet be rivals there, where one is needed at all."""
        profiles = self._profiles
        waiting: dict[Pair, list[int]] = {}
        for first, second in compared:
            waiting[first, profiles[second].document] = []
            waiting[second, profiles[first].document] = []
        for first, second in spare:
            for here, there in ((first, second), (second, first)):
                queue = waiting.get((here, profiles[there].document))
                if queue is not None:
                    queue.append(there)
        return {key: queue for key, queue in waiting.items() if queue}

    def near(self, first: int, second: int, score: float, room: float, *, free: bool = False) -> bool:
        """Whether each claim is about the best match that the other has in its document.

        ``free`` leaves out rivals that have their own twins there.
        """
        for here, there in ((first, second), (second, first)):
            key = (here, self._profiles[there].document)
            if (self._free if free else self._best).get(key, float("-inf")) - room > score:
                return False
            for rival in self._spare.get(key, ()):
                if free and not self._untaken(here, rival):
                    continue
                if self._outdoes(here, rival, score, room):
                    return False
        return True

    def _outdoes(self, here: int, there: int, score: float, room: float) -> bool:
        """Whether a spare pair scores so much more; it is compared no further than it takes to know."""
        pair = (here, there) if here < there else (there, here)
        found = self._late.get(pair)
        a, b = self._profiles[pair[0]], self._profiles[pair[1]]
        if found is None:
            found = self._late[pair] = begin(a, b).score + headroom(a, b)
        if isinstance(found, float):
            if found - room <= score:
                return False
            found = self._late[pair] = compare(a, b, self._lexicon)
        return found.scope is not Scope.DIFFERS and found.score - room > score


def equal(a: Profile, b: Profile) -> bool:
    """Whether both figures are written with the same value; no tolerance has a part in it."""
    one, other = a.claim.quantity, b.claim.quantity
    if one is None or other is None or one.unit != other.unit:
        return False
    if one.direction * other.direction < 0:
        return False
    return one.low == other.low and one.high == other.high and one.version == other.version
