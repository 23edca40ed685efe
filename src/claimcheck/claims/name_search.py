"""The names among the tokens of a unit, from left to right: known ones, those of capitals, those in a headline."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.beside_names import abbreviates, holiday, of_era, of_money
from claimcheck.claims.jobs import only_job
from claimcheck.claims.known_names import combined, known_name
from claimcheck.claims.names import Name, Names
from claimcheck.claims.places import is_locative, place_names, seats_of_government
from claimcheck.claims.proper_names import DEFINITE, proper_name
from claimcheck.claims.quarters import quarter
from claimcheck.claims.shapes import capital, lettered
from claimcheck.claims.shouted import all_shouted
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table

__all__ = ["find_names"]


def find_names(names: Names, tokens: Sequence[Token], taken: Sequence[bool], *, title_case: bool = False) -> list[Name]:
    """The names among a unit's tokens; ``taken`` marks tokens of figures and dates."""
    if title_case and all_shouted(tokens):
        return [
            Name(first, last, _governing(tokens, first, last, name), known, place=name in place_names())
            for first, last, name, known in names.shouted.find(tokens, taken)
        ]
    found: list[Name] = []
    combining = load_table("names")["combining"]
    resume = 0
    for i in [i for i, token in enumerate(tokens) if capital(token.text) or token.norm in combining]:
        token = tokens[i]
        if i < resume or taken[i] or token.kind is not TokenKind.WORD:
            continue
        if len(token.text) == 1 and lettered(tokens, i):
            found.append(Name(i - 1, i + 1, f"{tokens[i - 1].norm} {token.text}", False))
            continue
        if not capital(token.text):
            if country := combined(tokens, i):
                found.append(country)
            continue
        if (i and (tokens[i - 1].norm == "ethnic" or of_era(tokens, i))) or of_money(tokens, i):
            continue
        if _abbreviates(names, tokens, i) or (token.norm in DEFINITE and _abbreviates(names, tokens, i + 1)):
            continue
        resume = max(only_job(tokens, i), holiday(tokens, i))
        if i < resume:
            continue
        name = known_name(names, tokens, i, taken, title_case) or combined(tokens, i)
        name = name or quarter(names, tokens, i, taken)
        if name is None:
            name = proper_name(names, tokens, i, taken, found, title_case)
        if name is not None:
            end = holiday(tokens, name.first)
            resume = max(name.last, end)
            if end < name.last:
                found.append(name)
    return found


def _governing(tokens: Sequence[Token], first: int, last: int, name: str) -> str:
    """The country for which a capital in a headline stands."""
    country = seats_of_government().get(name)
    return name if country is None or is_locative(tokens, first, last) else country


def _abbreviates(names: Names, tokens: Sequence[Token], i: int) -> bool:
    """Whether a word only abbreviates a common noun ("EBIT"), and nothing known by these letters."""
    return abbreviates(tokens, i) and names.canonical(tokens[i].text) is None
