"""What a change is of that a noun tells: "a rise of 15% in passengers" is of passengers, as "passengers rose" is."""

from __future__ import annotations

from collections.abc import Sequence
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
    """The lemmas of the noun phrase that changes, its head last: "glass price" of "a fall in the price of glass"; empty
    where no noun tells the change.
    """
    if claim.kind is not Kind.CHANGE or claim.head not in _nouns() or not claim.measure:
        return ""
    words = fold(claim.measure).split()
    at = next((k for k, word in enumerate(words) if word in _IN and k and lemma(words[k - 1]) == claim.head), 0)
    if not at:
        return ""
    end = _end(words, at + 1)
    of = words[end + 1 : _end(words, end + 1)] if words[end : end + 1] == ["of"] else []
    return " ".join(lemma(word) for word in [*of, *words[at + 1 : end]])


def _end(words: Sequence[str], start: int) -> int:
    """Where the noun phrase that begins at ``start`` ends."""
    return next((k for k in range(start, len(words)) if words[k] in _BEHIND), len(words))
