"""Verbs that only lead to another: "continued to mine", "started painting", "went to Bergen and presented"."""

from __future__ import annotations

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.eventful import occasional
from claimcheck.claims.reading import Reading

__all__ = ["leading_to"]


def leading_to(reading: Reading, verb: int, last: int) -> int:
    """The verb of what is done where another only leads to it: "continued to mine", "went to Bergen and presented"."""
    tags, norms = reading.tags, reading.norms
    base = verb_lemma(norms[verb])
    if tags[verb] != "V" or norms[verb - 1] in _BE:
        return verb
    if base in occasional("aspectual") and tags[verb + 1 : verb + 3] == ["T", "V"]:
        return verb + 2
    if base in occasional("aspectual") and tags[verb + 1 : verb + 2] == ["G"]:
        return verb + 1  # "started painting the hull"
    if base not in occasional("going") or tags[verb + 1 : verb + 2] not in (["P"], ["."]) or norms[verb + 1] == "on":
        return verb
    for k in range(verb + 1, min(verb + _WAY, last)):
        if norms[k] == "and" or (norms[k] == "," and norms[k + 1 : k + 2] == ["and"]):
            at = k + 1 + (norms[k] == ",")
            at += tags[at : at + 1] == ["M"]
            return at if tags[at : at + 1] == ["V"] else verb
        if tags[k] not in "PDNZMA[]":
            if norms[k] not in "[]()":
                break
    return verb


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_WAY = 10  # tokens from a verb of going to what is done there
