"""Words beside names and words that look like names: letters for nouns, models, eras, where somebody is from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.claims.shapes import known_word, plain, word_table
from claimcheck.extract.tokens import Token
from claimcheck.lexicon import load_table

__all__ = ["abbreviates", "holiday", "homed", "of_era", "of_kind", "of_money", "plural_letters", "several"]

_PLURAL = re.compile(r"[A-Z]{2,5}s")
_MODEL = re.compile(r"[A-Z]{1,4}-?\d{2,4}[A-Z]?")
_HOMED = frozenset({"based", "born", "bred", "educated", "raised", "trained", "made", "registered", "listed"})
_ERAS = frozenset({"post", "pre", "ex"})


@cache
def _holidays() -> dict[str, list[list[str]]]:
    """The words of holidays by their first one, the longest first."""
    names = {name for entry in load_table("calendar")["holidays"] for name in entry["names"]} | _MORE
    found: dict[str, list[list[str]]] = {}
    for words in sorted((name.split() for name in names), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


_MORE = {"easter", "easter sunday", "easter monday", "good friday", "new year", "new year's", "christmas", "whitsun"}


def holiday(tokens: Sequence[Token], i: int) -> int:
    """Where a holiday that begins at a token ends ("New Year's Day"), or the token itself."""
    for words in _holidays().get(tokens[i].norm, ()):
        if [token.norm for token in tokens[i : i + len(words)]] == words:
            after = tokens[i + len(words) : i + len(words) + 1]
            return i if after and after[0].text[:1].isupper() and not after[0].norm.endswith("s") else i + len(words)
    return i


def of_kind(word: str) -> bool:
    """Whether a capitalised word after a demonym says what is of that country: "Norwegian NGOs", "a Danish MR300"."""
    return bool(_PLURAL.fullmatch(word) or _MODEL.fullmatch(word))


def homed(tokens: Sequence[Token], j: int) -> bool:
    """Whether a hyphen joins to a city that somebody is from there: "a Paris-born singer"."""
    return (
        [token.text for token in tokens[j : j + 1]] == ["-"]
        and tokens[j + 1 : j + 2] != []
        and (tokens[j + 1].norm in _HOMED)
    )


def of_era(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name only dates what is spoken of: "post-Soviet republics"."""
    return i > 1 and tokens[i].glued and tokens[i - 1].text in "-–‑" and tokens[i - 2].norm in _ERAS


def of_money(tokens: Sequence[Token], i: int) -> bool:
    """Whether letters belong to the currency's sign behind them: the "US" of "US$$31 billion"."""
    after = tokens[i + 1 : i + 2]
    return bool(after) and after[0].glued and after[0].text[0] in "$£¥€" and tokens[i].text.isupper()


def several(token: Token) -> bool:
    """Whether a word is a common noun in the plural."""
    return (
        token.norm.endswith("s") and len(token.norm) > 3 and known_word(token.norm) and lemma(token.norm) != token.norm
    )


def plural_letters(word: str) -> bool:
    """Whether letters are in the plural: "MPs", "NGOs"."""
    return bool(_PLURAL.fullmatch(word))


def abbreviates(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word in capitals only abbreviates a common noun: "EBIT rose", "the EBITDA of Orm", "GPS Receiver"."""
    if i >= len(tokens) or not tokens[i].text.isupper() or tokens[i].norm not in word_table("letters"):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not after.text[:1].isupper():
        return after is None or not (after.text == "&" or (after.text in "-–‑" and after.glued))
    return plain(after) and after.norm not in word_table("corporate") and after.norm not in word_table("bodies")
