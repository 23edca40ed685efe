"""Cities as ends of a way or as what a distance is from: "trains from Paris to Lyon", "40 km north of Madrid"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.shapes import word_table
from claimcheck.extract.tokens import Token

__all__ = ["on_the_way"]

_ENDS = frozenset({"from", "to", "between", "and", "via", "towards"})
_MOST = 6  # tokens between a way and its ends


def on_the_way(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands before a city's name makes it the end of a way, or a point that something is so far from."""
    before = tokens[i - 1].norm if i else ""
    if before == "of":
        return i > 1 and tokens[i - 2].norm in word_table("compass")
    if before not in _ENDS:
        return False
    for k in range(i - 2, max(i - _MOST, -1), -1):
        norm = tokens[k].norm
        if lemma(norm) in word_table("ways") or verb_lemma(norm) in word_table("travelling"):
            return before != "and" or any(token.norm == "between" for token in tokens[k + 1 : i])
        if norm not in _ENDS and not tokens[k].text[0].isupper():
            return before == "from" and (norm in {"away", "far"} or lemma(norm) in word_table("lengths"))
    return False
