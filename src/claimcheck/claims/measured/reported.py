"""People in a state that is only reported, and numbers that only complete what befell something else."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["IN_STATE", "completes", "said_to_be"]

IN_STATE = "the state after the number"


def said_to_be(reading: Reading, mention: Mention) -> Measured | None:
    """ "40 are feared drowned", "dozens reported dead and injured": people in a state that is only reported."""
    norms, at = reading.norms, mention.last
    while at < len(norms) and reading.tags[at] == "X":
        at += 1
    said = at + 1 < len(norms) and norms[at] in load_table("grammar")["feared"]
    if not said and (at > mention.last or norms[at : at + 1] != ["missing"]):
        return None
    at += said
    while norms[at : at + 1] in (["to"], ["be"], ["have"], ["been"]):
        at += 1
    word = norms[at] if at < len(norms) else ""
    harm = verb_lemma(word)
    if word not in load_table("grammar")["states"] and harm not in _befalling():
        return None
    if reading.tags[at + 1 : at + 2] in (["N"], ["Z"]):
        return None
    if word == "dead":
        return Measured("dead", "dead", "dead", at, at + 1, IN_STATE)
    return Measured(f"people {word}", "people", harm if harm in _befalling() else word, at, at + 1, IN_STATE)


def completes(reading: Reading, mention: Mention) -> bool:
    """Whether what is counted only completes the subject: "bridges in 40 towns were closed"."""
    k = mention.first - 1
    while k > 0 and reading.tags[k] in "DMA":
        k -= 1
    return k > 0 and reading.norms[k] in _PLACING and reading.tags[k - 1] in "NZ"


_PLACING = frozenset({"in", "on", "at", "to", "from", "with", "for", "between", "across", "near", "against"})


@cache
def _befalling() -> frozenset[str]:
    """Verbs whose objects are counted for what befalls them: "killed two teachers" counts teachers killed."""
    return frozenset(load_table("grammar")["befalling"])
