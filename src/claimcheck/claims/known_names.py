"""Known names in a sentence: those that the lexicon or the document defines, and for what each of them stands."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.beside_names import homed, of_kind
from claimcheck.claims.names import Name, Names
from claimcheck.claims.places import is_locative, level_of, place_names, seats_of_blocs, seats_of_government
from claimcheck.claims.shapes import before_noun, fits_case, goes_on, plain, surface_of, word_table
from claimcheck.extract.tokens import Token
from claimcheck.lexicon import fold, load_table

__all__ = ["combined", "known_name"]

_GOVERNING = frozenset({"government", "administration"})
_TWICE = 2  # times that a text has a longer name, which is none of its title alone


def known_name(
    names: Names, tokens: Sequence[Token], i: int, taken: Sequence[bool], title_case: bool = False
) -> Name | None:
    """The longest known name that begins at a token, unless it is only the beginning of another body's name."""
    for length in names.lengths(tokens[i].norm):
        j = i + length
        if j > len(tokens) or any(taken[i:j]):
            continue
        surface = surface_of(tokens, i, j)
        canonical = names.canonical(surface)
        if canonical is None:
            continue
        if j == i + 1 and not fits_case(tokens[i].text, surface):
            continue
        adjective = not tokens[j - 1].norm.endswith("'s") and before_noun(tokens, j) and canonical in place_names()
        if j < len(tokens) and not (title_case and _ordinary(names, tokens, i, j)):
            itself = fold(surface) == fold(canonical)
            if itself and _continues(names, tokens, j, taken):
                return None
            if not itself and _house(names, tokens, j, taken):
                document = surface.isupper() and tokens[j].norm in load_table("grammar")["event_nouns"]
                if not document:
                    return None
        if adjective and tokens[j].norm in load_table("names")["anaphors"]["country"]:
            governed = seats_of_government().get(canonical, canonical)  # "the Kabul government"
            return Name(i, j, governed if tokens[j].norm in _GOVERNING else canonical, False, True, True)
        country = seats_of_government().get(canonical)
        if country is not None:
            level = level_of(tokens, i)
            if level:
                return Name(i, j, f"{level} of {canonical}", True, False, True, country)
            if is_locative(tokens, i, j) or homed(tokens, j):
                return Name(i, j, canonical, True, False, True, country)
            bloc = seats_of_blocs().get(canonical)
            if bloc is not None and not names.speaks_of(country):
                return Name(i, j, bloc, True, False, True)
            return Name(i, j, country, True, adjective, True)
        return Name(i, j, canonical, True, adjective, canonical in place_names())
    return None


def _ordinary(names: Names, tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether a word of a title after a known name has its capital from the title alone: "the Peruvian Puzzle"."""
    norm = tokens[j].norm
    if any(norm in word_table(nouns) for nouns in ("things", "bodies", "papers")) or not plain(tokens[j]):
        return False
    return names.text.count(f"{surface_of(tokens, i, j)} {tokens[j].text}") < _TWICE


def _continues(names: Names, tokens: Sequence[Token], j: int, taken: Sequence[bool]) -> bool:
    """Whether a longer name goes on after a known one: "Central Asia Barometer", "Islamic State-Khorasan"."""
    token = tokens[j]
    if token.text in "-–‑" and token.glued and j + 1 < len(tokens) and tokens[j + 1].glued:
        after = tokens[j + 1]
        return after.text[0].isupper() and not names.lengths(after.norm)
    if token.norm in word_table("particles") and j + 1 < len(tokens) and not taken[j]:
        return tokens[j + 1].text[:1].isupper()  # "Santiago do Cacém"
    return goes_on(tokens, j, taken)


def _house(names: Names, tokens: Sequence[Token], j: int, taken: Sequence[bool]) -> bool:
    """Whether a demonym begins an organisation's own name ("Ethiopian Airlines"), not an office's or that of letters
    before a noun ("Danish FSB officers").
    """
    return (
        goes_on(tokens, j, taken)
        and not of_kind(tokens[j].text)
        and tokens[j].norm not in word_table("offices")
        and not names.lengths(tokens[j].norm)
        and not (tokens[j].text.isupper() and len(tokens[j].text) > 1 and before_noun(tokens, j + 1))
        and not tokens[j].glued
    )


def combined(tokens: Sequence[Token], i: int) -> Name | None:
    """The country whose combining form stands before a hyphen: "Sino-Danish talks"."""
    country = load_table("names")["combining"].get(tokens[i].norm)
    if country and i + 1 < len(tokens) and tokens[i + 1].text in "-–‑" and tokens[i + 1].glued:
        return Name(i, i + 1, country, True, adjective=True, place=True)
    return None
