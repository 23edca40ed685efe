"""Names that only their capitals tell: how far they go, and what has capitals without being a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.beside_names import of_kind, plural_letters, several
from claimcheck.claims.capitals import capital_run, of_place, opening
from claimcheck.claims.jobs import presents
from claimcheck.claims.known_names import combined, known_name
from claimcheck.claims.names import Name, Names
from claimcheck.claims.shapes import bare, before_noun, known_word, plain, starts_sentence, surface_of, word_table
from claimcheck.extract.noise.words import words_of_noise
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table

__all__ = ["DEFINITE", "proper_name"]

DEFINITE = frozenset({"the", "our", "this"})
_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
_ANSWERED = re.compile(r"[QA]\d{1,2}")


def proper_name(
    names: Names, tokens: Sequence[Token], i: int, taken: Sequence[bool], found: Sequence[Name], title_case: bool
) -> Name | None:
    """The name whose capitals begin at a token, after those ``found`` before it in the unit."""
    if len(tokens[i].text) == 1 and tokens[i].glued and i and tokens[i - 1].kind is _NUMBER:
        return None  # the "K" of "10K"
    if _ANSWERED.fullmatch(tokens[i].text) and i + 1 < len(tokens) and tokens[i + 1].text in ".:)":
        return None  # "Q1. How much is there?"

    def breaks(j: int, last: int) -> bool:
        if combined(tokens, j) or names.capitals.marked(tokens, j):
            return True
        if j == i + 1 and tokens[i].norm in word_table("national"):
            return False  # "Statistics Portugal"
        if last == j and presents(tokens, i, j):
            return True
        return last == j and known_name(names, tokens, j, taken) is not None

    if plural_letters(tokens[i].text):
        return None  # "MPs", "NGOs": what there are many of
    last = capital_run(tokens, i, taken, breaks)
    if last == i:
        return None
    if last == i + 2 and tokens[i + 1].kind is _NUMBER and tokens[i].norm in words_of_noise().strict:
        return None  # "Article 71" names a place in a text
    last = _whole_office(names, tokens, i, last)
    start = starts_sentence(tokens, i)
    first = opening(names.capitals, tokens, i, last, start=start, title_case=title_case)
    if start and last - first > 2 and tokens[first + 1].norm == "of" and several(tokens[first]):
        return None  # "Ferries of Kellet Line: 73"
    if title_case or start:
        first, last = names.capitals.trimmed(tokens, first, last, title_case)
    if first >= last or tokens[first].kind is not _WORD:
        return None
    if last < len(tokens) and tokens[last].text == ":" and names.capitals.labels(tokens, first, last):
        return None
    common = last - first == 1 and (plain(tokens[first]) or of_kind(tokens[first].text))
    if common and found and found[-1].last == first and found[-1].known:
        return None
    if common and tokens[first].norm in word_table("offices"):
        return None
    if last - first == 1 and first and tokens[first - 1].norm in DEFINITE and not tokens[first].text.isupper():
        noun = bare(tokens[first].norm)
        if (
            noun in word_table("things")
            or noun in word_table("bodies")
            or noun in load_table("names")["anaphors"]["any"]
        ):
            return None  # "the Group", "the Company": a noun that takes up a name
    ordinary = (plain(token, title_case) for token in tokens[first:last] if token.kind is _WORD)
    if title_case and not of_place(tokens, first, last) and all(ordinary):
        return None
    if last - first > 2 and tokens[last - 1].norm in word_table("legal"):
        surface = bare(surface_of(tokens, first, last - 1))
    else:
        surface = bare(surface_of(tokens, first, last))
    lone = last - first == 1 and len(surface) > 1 and not surface.isupper()
    canonical = names.canonical(surface) or (names.people.person(surface) if lone else None)
    home = names.people.homeland(surface) if lone and canonical is None else None
    if home is not None:
        return Name(first, last, home, False, adjective=before_noun(tokens, last), place=True)
    return Name(first, last, canonical or surface, canonical is not None)


def _whole_office(names: Names, tokens: Sequence[Token], i: int, last: int) -> int:
    """Where an office's name ends that goes on with "and": "Ministry of Trade and Industry"."""
    norms = [token.norm for token in tokens[i:last]]
    if "of" not in norms[1:3] or norms[0] not in word_table("ministries") or last + 1 >= len(tokens):
        return last
    after = tokens[last + 1]
    if tokens[last].norm != "and" or not after.text[:1].isupper() or names.lengths(after.norm):
        return last
    end = last + 2
    while (
        end < len(tokens)
        and tokens[end].text[:1].isupper()
        and tokens[end].kind is _WORD
        and tokens[end].glued is False
    ):
        end += 1
    return end if known_word(after.norm) else last
