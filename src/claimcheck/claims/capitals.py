"""Runs of capitalised words: how far a name may reach, and which words of it only open the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.claims.grammar import grammar
from claimcheck.claims.shapes import bare, commands, plain, word_table
from claimcheck.extract.tokens import Token, TokenKind

__all__ = ["capital_run", "opening"]

# A name of more tokens than this is none.
_LONGEST = 40


def capital_run(tokens: Sequence[Token], i: int, taken: Sequence[bool], breaks: Callable[[int, int], bool]) -> int:
    """Where the run of capitals that begins at token ``i`` ends; ``breaks`` says that a word begins another name."""
    j = i
    last = i
    inside = word_table("inside")
    while j < len(tokens) and j - i < _LONGEST and not taken[j]:
        token = tokens[j]
        if token.kind is TokenKind.WORD and token.text[0].isupper() and bare(token.norm) not in word_table("never"):
            if j > i and breaks(j, last):
                break
            j += 1
            last = j
            if token.norm.endswith("'s") and tokens[i].norm not in {"st", "saint", "king", "queen"}:
                break
        elif token.kind is TokenKind.NUMBER and j > i and last == j and len(token.text) < 5:
            j += 1
            last = j
        elif token.text in "-–‑" and token.glued and j > i and j + 1 < len(tokens) and tokens[j + 1].glued:
            j += 1
            lower = tokens[j].text[:1].islower() and plain(tokens[i])
            if tokens[j].kind in {TokenKind.WORD, TokenKind.NUMBER} and not taken[j] and not lower:
                j += 1
                last = j
        elif token.text == "/" and token.glued and j > i and last == j and j + 1 < len(tokens):
            if not (tokens[j + 1].glued and tokens[j + 1].text[0].isupper()):
                break
            j += 2
            last = j
        elif token.text == "&" and j > i and j + 1 < len(tokens) and tokens[j + 1].text[:1].isupper():
            j += 1
        elif token.norm == "of" and j > i and j + 2 < len(tokens) and tokens[j + 1].norm == "the":
            if not tokens[j + 2].text[:1].isupper():
                break
            j += 2
        elif token.norm in inside and j > i and j + 1 < len(tokens) and tokens[j + 1].text[:1].isupper():
            if token.norm in {"in", "to", "for", "on", "and"}:
                break
            j += 1
        else:
            break
    return last


def opening(tokens: Sequence[Token], first: int, last: int, *, start: bool, title_case: bool) -> int:
    """Where a name in a run of capitals begins, after what opens the sentence, calls for an act or is a title."""
    if (
        (start or title_case)
        and plain(tokens[first], title_case)
        and (
            last - first == 1 or tokens[first].norm in grammar().closed or tokens[first + 1].norm in {"the", "a", "an"}
        )
    ):
        first += 1
    if start and last - first > 1 and commands(tokens[first].norm):
        first += 1
    while first < last and tokens[first].text[:1].islower():
        first += 1
    while first < last and (tokens[first].norm in word_table("titles") or tokens[first].norm in grammar().closed):
        if tokens[first].norm == "central" and first + 1 < last:
            break  # "the Central Bank": no title of a person.
        first += 1
    return first
