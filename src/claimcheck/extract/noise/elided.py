"""Numbers behind names that leave out a verb and a noun: "Boeing delivered 157 planes, Airbus 566 and Embraer 81"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table

__all__ = ["elides"]

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
_JOINING = frozenset({",", ";", "and", "the", "while"})
_ENDS = frozenset({".", ",", ";", "and"})
_TOLD = 3  # words of a verb between a name and its number: "has", "was to receive"


def elides(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number behind a name is what the name has of the things that the sentence's first name has."""
    first = at
    while first > 0 and tokens[first - 1].kind is _WORD and tokens[first - 1].text[0].isupper():
        first -= 1
    after = tokens[at + 1].norm if at + 1 < len(tokens) else "."
    if first == at or after not in _ENDS:
        return False
    k = first - 1
    while k > 0 and tokens[k].norm in _JOINING:
        k -= 1
    if k == first - 1 or (tokens[k + 1].norm == after == "and"):
        return False  # "Apollo 8 and Apollo 11 and"
    if tokens[k].kind is _NUMBER and k and tokens[k - 1].text[0].isupper():
        return elides(tokens, k)
    return tokens[k].text.islower() and _opens(tokens, k)


def _opens(tokens: Sequence[Token], last: int) -> bool:
    """Whether a sentence opens with a name, a verb and a number of things that are told of up to a token."""
    k = 1 if tokens[0].norm == "the" else 0
    start = k
    while k < last and tokens[k].kind is _WORD and tokens[k].text[0].isupper():
        k += 1
    verb = k
    while k < last and tokens[k].kind is _WORD and tokens[k].norm not in _closed() and k - verb < _TOLD:
        k += 1
    return start < verb < k and tokens[k].kind is _NUMBER and tokens[k + 1].text.islower()


def _closed() -> frozenset[str]:
    return frozenset(load_table("grammar")["prepositions"])
