"""Figures that a verb only states: "the output came to 2.6 million tonnes", "the yield worked out at 5.4 tonnes"."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.arguments import subject_of
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["stated"]

_KINDS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.DURATION, Kind.MONEY, Kind.AGE})
_WITHIN = 6  # tokens from the verb to its figure


@cache
def _links() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that follow each such verb: come to, work out at, add up to."""
    table = load_table("grammar")["amounting"]
    return {verb: tuple(tuple(link.split()) for link in links) for verb, links in table.items()}


@cache
def _trading() -> frozenset[str]:
    return frozenset(load_table("grammar")["trading"]["nouns"])


def stated(reading: Reading, mention: Mention, found: Measured) -> Measured:
    """``found``, or where the figure's verb only states how much its subject is, that subject, with the verb "amount".

    What follows a count is still what it counts: "the loss came to 480,000 fish".
    """
    if mention.kind not in _KINDS:
        return found
    for verb in range(mention.first - 1, max(mention.first - 1 - _WITHIN, -1), -1):
        if reading.norms[verb] in load_table("grammar")["unchanging"]["words"]:
            continue  # "remains unchanged at"
        if reading.tags[verb] == "V" or reading.tags[verb] == "G":
            break
    else:
        return found
    between = tuple(
        norm
        for at, norm in enumerate(reading.norms[verb + 1 : mention.first], verb + 1)
        if reading.tags[at] not in "MU" and norm not in load_table("grammar")["unchanging"]["words"]
    )
    if between[:1] == ("the",) and between[1:2] and between[1] in _trading():
        between = between[-1:]  # "closed the session in Lenz at 640 cents"
    if between not in _links().get(verb_lemma(reading.norms[verb]), ()):
        return found
    if mention.kind is Kind.COUNT and found.first >= mention.last:
        return evolve(found, event="amount")
    subject = subject_of(reading, verb, reading.clause(verb)[0])
    if subject is None or reading.tags[subject.head] != "N":
        return found
    return evolve(
        from_phrase(reading, subject, "the subject of a verb that says how much", confidence=0.9), event="amount"
    )
