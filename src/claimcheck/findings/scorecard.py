"""Scorecards: how much each sign speaks for a contradiction, or against it.

A card adds up weights of evidence, as record linkage does it since Fellegi and Sunter (1969): each sign adds its weight
times its value, in natural logarithms of odds, and a pair is reported whose sum reaches the card's ``needed``. The
weights stand in ``lexicon/scorecards.toml``; ``benchmarks/scorecards.py`` works them out from labelled pairs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from attrs import field, frozen

from claimcheck.findings.signs import Signs
from claimcheck.lexicon import load_table

__all__ = ["WORDING", "Scorecard", "in_reach", "scorecard"]

WORDING = "wording"
"""The sign that the sum on the card for short texts is on the card for documents."""

_TOLD = 3  # signs that an explanation names, for and against
_WORTH_TELLING = 0.3


@frozen(slots=False)
class Scorecard:
    """The ``weights`` of signs, what is there without any (``base``), and the sum that is ``needed``."""

    base: float
    needed: float
    weights: Mapping[str, float] = field(factory=dict)

    def weigh(self, signs: Signs) -> float:
        """The sum: what the signs say, in natural logarithms of odds, less what is needed."""
        weights = self.weights
        return self.base - self.needed + sum(weights.get(sign, 0.0) * value for sign, value in signs.items())

    def explained(self, signs: Signs) -> str:
        """Which signs spoke most for the verdict, and which against it, in words."""
        parts = sorted(
            (
                (self.weights.get(sign, 0.0) * value, sign)
                for sign, value in signs.items()
                if abs(self.weights.get(sign, 0.0) * value) >= _WORTH_TELLING
            ),
            key=lambda part: (-abs(part[0]), part[1]),
        )
        spoken = [f"{sign} {worth:+.1f}" for worth, sign in parts if worth > 0][:_TOLD]
        against = [f"{sign} {worth:+.1f}" for worth, sign in parts if worth < 0][:_TOLD]
        told = "for it: " + (", ".join(spoken) or "nothing much")
        return f"{told}; against it: {', '.join(against)}" if against else told

    def at_most(self, known: Signs) -> float:
        """The most that the sum can be where only some signs are known yet: all others as favourable as they can be."""
        weights = self.weights
        return self._highest + sum((weights.get(sign, 0.0) * value for sign, value in known.items()), 0.0)

    @cached_property
    def _highest(self) -> float:
        """The sum of what speaks for a contradiction, without the signs that are known from the start."""
        favourable = (worth * _MOST.get(sign, 1.0) for sign, worth in self.weights.items() if worth > 0)
        early = sum(
            worth * _MOST.get(sign, 1.0) for sign, worth in self.weights.items() if worth > 0 and sign in _EARLY
        )
        return self.base - self.needed + sum(favourable) - early


_EARLY = frozenset({"coverage", "mutual", "context", "thing"})
_MOST = {"pairs": 12.0, "topical": 2.0, "unsettled": 12.0}  # how large a sign can be that is no part of one


def in_reach(known: Signs) -> bool:
    """Whether any card may come to what it needs, with what the first tests have found."""
    highest = scorecard("texts").at_most(known)
    if highest >= 0:
        return True
    worth = scorecard("documents").weights.get(WORDING, 0.0)
    return scorecard("documents").at_most(known) + worth * highest >= 0


@cache
def scorecard(name: str) -> Scorecard:
    """The card of that name: ``texts`` for two short texts, ``documents`` for those of many figures."""
    table = load_table("scorecards")[name]
    return Scorecard(table["base"], table["needed"], table["weights"])
