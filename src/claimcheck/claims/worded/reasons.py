"""What somebody is arrested, fined or praised for: "for smuggling cigarettes", "on suspicion of bribing a clerk"."""

from __future__ import annotations

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import attached, phrase_words, word_set

__all__ = ["reason_of", "related_to"]

_FAR = 16  # tokens from a verb to what it is done for
_LINKS = frozenset({"for", "over"})
_GROUNDS = frozenset({"suspicion", "charge", "charges", "allegations", "grounds"})
_INSIDE = frozenset({"in", "of", "on", "to", "with", "against", "into"})


def reason_of(reading: Reading, verb: int | None) -> tuple[int, list[str]]:
    """Where it begins what a verb of charging or praising is done for, and its words; or ``-1``."""
    if verb is None or verb_lemma(reading.norms[verb]) not in word_set("charging"):
        return -1, []
    norms, tags = reading.norms, reading.tags
    accuses = verb_lemma(norms[verb]) in {"accuse", "suspect", "convict"}
    for k in range(verb + 1, min(verb + _FAR, len(tags) - 1)):
        if tags[k] in "VXC" and norms[k] not in {"and", "or"}:
            break
        if norms[k] == "on" and norms[k + 1] in _GROUNDS and norms[k + 2 : k + 3] == ["of"]:
            words = _deed(reading, k + 3)
            return (k, ["on", norms[k + 1], "of", *words]) if words else (-1, [])
        if norms[k] in _LINKS or (accuses and norms[k] == "of") or (k == verb + 1 and norms[k] == "with"):
            words = [] if reading.figure_at[k + 1] >= 0 else _deed(reading, k + 1)
            if words:
                return k, [norms[k], *words]
    return -1, []


def related_to(reading: Reading, at: int) -> list[str]:
    """A participle at a token that says to what a thing belongs, with that: "cases related to theft and fraud"."""
    norms, tags = reading.norms, reading.tags
    if at + _STATE < len(norms) and norms[at + 1] in word_set("states") and norms[at] in _IN and norms[at + 2] == "of":
        words = _deed(reading, at + _STATE, "NZ")  # "people in need of food aid"
        return [*norms[at : at + _STATE], *words] if words else []
    if at + 2 >= len(norms) or norms[at] not in word_set("relating") or tags[at + 1] not in "PT":
        return []
    words = _deed(reading, at + 2, "NZ")
    return [norms[at], norms[at + 1], *words] if words else []


_STATE = 3  # tokens of "in need of"
_IN = frozenset({"in", "at", "under", "on"})


def _deed(reading: Reading, at: int, heads: str = "N") -> list[str]:
    """A gerund with its object, or a noun phrase with what completes it."""
    tags, limit = reading.tags, len(reading.tags)
    while at < limit and tags[at] in "DM":
        at += 1
    if at >= limit:
        return []
    if tags[at] != "G":
        phrase = phrase_after(reading, at)
        near = phrase is not None and phrase.first == at and tags[phrase.head] in heads
        if phrase is None or not near:
            return []
        last, words = phrase.last, phrase_words(reading, phrase)
        if tags[last : last + 2] == ["C", "N"] and reading.norms[last] == "and" and tags[last + 2 : last + 3] in _ENDS:
            return [*words, "and", reading.norms[last + 1]]
        return [*words, *attached(reading, last, limit, links=_INSIDE)[0]]
    words, verb = [reading.norms[at]], at
    if tags[at + 1 : at + 3] == ["T", "V"]:
        verb = at + 2
        words += ["to", reading.norms[verb]]
    target = phrase_after(reading, verb + 1)
    if target is None or target.first - verb > _NEAR or "P" in tags[verb + 1 : target.first]:
        return [*words, *attached(reading, verb + 1, limit, links=_INSIDE)[0]]
    return [*words, *phrase_words(reading, target), *attached(reading, target.last, limit, links=_INSIDE)[0]]


_ENDS: tuple[list[str], ...] = ([], ["."], ["P"], ["U"])
_NEAR = 4  # tokens from a verb to its object
