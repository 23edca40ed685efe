"""Lengths that are the way to somewhere: "40 km north of Paris", "12 miles from the camp", "31 km off the coast"."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.claims.measured.dimensions import after_both
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.phrases import Phrase, normalise, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import word_table
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import dimension
from claimcheck.records import Kind

__all__ = ["FROM", "distant", "endpoint"]

FROM = frozenset({"from", "off"})
"""Words right behind a length that make it a distance."""


@cache
def _apart() -> frozenset[str]:
    return frozenset(load_table("wording")["apart"]) - {"above", "below", "down"}


def _beyond_bearing(reading: Reading, at: int) -> int:
    """The token after the "of" of a bearing that begins at a token, or -1 where none does."""
    norms, tags = reading.norms, reading.tags
    at += 2 * (norms[at : at + 2] == ["to", "the"])
    if at + 1 >= len(norms) or norms[at] not in word_table("compass"):
        return -1
    at += 1
    while norms[at : at + 1] != [] and (tags[at] == "-" or norms[at] in word_table("compass")):
        at += 1
    return at + 1 if norms[at : at + 1] == ["of"] else -1


def endpoint(reading: Reading, mention: Mention) -> Phrase | None:
    """What a length is the distance from; None for the length of a thing or of the way from one place to another."""
    quantity = mention.quantity
    if mention.kind is not Kind.MEASURE or quantity is None or quantity.role or quantity.per:
        return None
    if quantity.unit is None or dimension(quantity.unit) != "length":
        return None
    norms, at = reading.norms, after_both(reading, mention)
    start = _beyond_bearing(reading, at)
    if start < 0 and at < len(norms) and norms[at] in FROM:
        start = at + 1
    elif start < 0 and at < len(norms) and norms[at] in _apart() and norms[at + 1 : at + 2] == ["from"]:
        start = at + 2
    other = phrase_after(reading, start) if start > 0 else None
    if other is None or other.first - start > 1 or norms[other.last : other.last + 1] == ["to"]:
        return None
    return other


def distant(reading: Reading, mention: Mention, found: Measured) -> Measured:
    """A measure of what lies so far from something, with both ends; any other as it is."""
    other = endpoint(reading, mention)
    if other is None or not found.measure:
        return found
    thing = [word for word in found.measure.removeprefix("distance of ").split() if word != found.event]
    core = ["distance", *(["of", *thing] if thing else []), "from", normalise(reading, [other], keep_names=True)]
    return evolve(found, measure=" ".join(core), head="distance")
