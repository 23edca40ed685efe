"""Scorecards: how much each sign speaks for a finding, a contradiction or an agreement, or against it.

A card adds up weights of evidence, as record linkage does it since Fellegi and Sunter (1969): each sign adds its weight
times its value, in natural logarithms of odds, and a pair is reported whose sum reaches the card's ``needed``. The
weights stand in the lexicon, in ``scorecards.toml`` and ``agreement_card.toml``; ``benchmarks/scorecards.py`` and
``benchmarks/agreements.py`` work them out from labelled pairs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from claimcheck.findings.signs import Signs
from claimcheck.lexicon import load_table

__all__ = ["WORDING", "Scorecard", "Weighed", "scorecard"]

WORDING = "wording"
"""The sign that the sum on the card for short texts is on the card for documents."""

_TOLD = 3  # signs that an explanation names, for and against
_WORTH_TELLING = 0.3


@frozen
class Weighed:
    """The sum on a scorecard, less what is needed, and which signs it comes from."""

    sum: float
    explanation: str


@frozen
class Scorecard:
    """The ``weights`` of signs, what is there without any (``base``), and the sum that is ``needed``."""

    base: float
    needed: float
    weights: Mapping[str, float] = field(factory=dict)

    def weigh(self, signs: Signs) -> float:
        """The sum: what the signs say, in natural logarithms of odds, less what is needed."""
        weights = self.weights
        said = [weights[sign] * value for sign, value in signs.items() if value and sign in weights]
        return self.base - self.needed + sum(said)

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
        return f"{told}; against: {', '.join(against)}" if against else told


@cache
def scorecard(name: str) -> Scorecard:
    """The card of that name: of contradictions ``texts`` for two short texts and ``documents`` for those of many
    figures, and ``agreements``.
    """
    table = load_table("agreement_card" if name == "agreements" else "scorecards")[name]
    return Scorecard(table["base"], table["needed"], table["weights"])
