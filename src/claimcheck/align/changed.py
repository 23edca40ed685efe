"""What a change is of that a noun tells: "a rise of 15% in passengers" is of passengers, as "passengers rose" is."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Kind

__all__ = ["changed_thing"]

_IN = frozenset({"in", "of"})
_BEHIND = frozenset({"of", "in", "for", "by", "from", "per", "at", "on", "to", "with"})


@cache
def _nouns() -> frozenset[str]:
    table = load_table("change_verbs")
    return frozenset(lemma(noun) for way in ("up", "down") for noun in table[way]["nouns"])


def changed_thing(claim: Claim) -> str:
    """The lemmas of the noun phrase that changes, its head last; empty where no noun tells the change."""
    if claim.kind is not Kind.CHANGE or claim.head not in _nouns() or not claim.measure:
        return ""
    words = fold(claim.measure).split()
    at = next((k for k, word in enumerate(words) if word in _IN and k and lemma(words[k - 1]) == claim.head), 0)
    if not at:
        return ""
    end = next((k for k in range(at + 1, len(words)) if words[k] in _BEHIND), len(words))
    return " ".join(lemma(word) for word in words[at + 1 : end])
