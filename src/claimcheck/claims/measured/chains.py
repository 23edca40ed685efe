"""Noun phrases that hang on one another by prepositions: "the signing of a treaty in Rome"."""

from __future__ import annotations

from claimcheck.claims.phrases import Phrase, phrase_before
from claimcheck.claims.reading import Reading

__all__ = ["chain_before"]


def chain_before(reading: Reading, at: int) -> list[Phrase]:
    """The noun phrase before a token and those that it hangs on by prepositions, inmost first."""
    chain: list[Phrase] = []
    while at > 0 and len(chain) < 5:
        phrase = phrase_before(reading, at)
        if phrase is None or phrase.last != at or phrase.first >= at:
            break
        chain.append(phrase)
        phrase = chain[-1] = _coordinated(reading, phrase)
        k = phrase.first
        while k and reading.tags[k - 1] in "DG":
            k -= 1
        if (
            not k
            or reading.tags[k - 1] != "P"
            or reading.tokens[k - 1].norm in {"since", "until", "than", "after", "as"}
        ):
            break
        at = k - 1
    return chain


def _coordinated(reading: Reading, phrase: Phrase) -> Phrase:
    """A phrase with what "and" joins to it before it: "the war between Peru and Chile"."""
    tokens, tags = reading.tokens, reading.tags
    k = phrase.first - 1
    while k > 0 and tags[k] in "D":
        k -= 1
    if k < 2 or tokens[k].norm not in {"and", "or"} or tags[k - 1] not in "NZ":
        return phrase
    before = phrase_before(reading, k)
    if before is None or before.last != k or tags[before.first - 1 : before.first] not in (["P"], ["D"]):
        return phrase
    return Phrase(before.first, phrase.last, phrase.head)
