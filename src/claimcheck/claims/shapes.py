"""What the look of a word and its neighbours tells about names: capitals, sentence starts, offices, titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.claims.grammar import grammar
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table
from claimcheck.lexicon.remember import remembered
from claimcheck.lexicon.wordlist import is_word

_BRANDED = re.compile(r"[ie][A-Z][a-z]{2,}(?:'s)?")


@cache
def word_table(table: str) -> frozenset[str]:
    """The words of one table of ``lexicon/names.toml``."""
    return frozenset(load_table("names")[table]["words"])


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case."""
    return frozenset(load_table("given_names")["words"])


@cache
def known_word(word: str) -> bool:
    """Whether English has the word in lower case."""
    table = grammar()
    if word in table.closed or word in table.adverbs or word in table.adjectives or word in table.verb_forms:
        return True
    return is_word(word) or _derived(word)


def _derived(word: str) -> bool:
    """Whether a rare word is made of a common one: ridership, briskness."""
    if word.endswith("ship"):
        return len(word) > _STEM and is_word(word[:-4])
    return word.endswith("ness") and (word[:-4] in grammar().adjectives or f"{word[:-5]}y" in grammar().adjectives)


_STEM = 7  # letters of the shortest such word less one


def lettered(tokens: Sequence[Token], i: int) -> bool:
    """Whether a single capital names one of several: "ward A", "zone C"."""
    if not i or not tokens[i].text.isupper() or tokens[i].text == "I" or tokens[i].glued:
        return False
    before = tokens[i - 1]
    if before.kind is not TokenKind.WORD or before.norm in grammar().closed or len(before.norm) < 3:
        return False
    return i + 1 >= len(tokens) or not (tokens[i + 1].text == "." and tokens[i + 1].glued and i + 2 < len(tokens))


def commands(word: str) -> bool:
    """Whether a word that opens a sentence is a verb whose subject is left out: "Needs Python", "See Chapter 3"."""
    entry = grammar().verb_forms.get(word)
    return (
        entry is not None and (entry[1] == "s" or word in word_table("imperatives")) and word not in grammar().nouns_too
    )


def common(name: str) -> bool:
    """Whether a name consists of ordinary words only, so that it may be a title and no name."""
    return all(known_word(word.lower()) for word in name.replace("-", " ").split() if word.isalpha())


@remembered
def bare(text: str) -> str:
    """A name without a possessive ending."""
    return text.removesuffix("'s").removesuffix("’s").rstrip("'’")


def surface_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The name that tokens spell, with straight apostrophes and hyphens, without a possessive ending."""
    parts: list[str] = [tokens[first].text]
    for k in range(first + 1, last):
        if not tokens[k].glued:
            parts.append(" ")
        parts.append(tokens[k].text)
    return bare("".join(parts).replace("’", "'").replace("‑", "-").replace("–", "-"))


def capital(text: str) -> bool:
    """Whether a word is written as names are: with a capital, or as "iPhone" and "eBay" are."""
    return text[0].isupper() or (text[0] in "ie" and _BRANDED.fullmatch(text) is not None)


def goes_on(tokens: Sequence[Token], j: int, taken: Sequence[bool]) -> bool:
    """Whether a name goes on with token ``j``."""
    token = tokens[j]
    return (
        not taken[j]
        and token.kind is TokenKind.WORD
        and token.text[0].isupper()
        and not tokens[j - 1].norm.endswith("'s")
        and token.norm not in word_table("never")
        and token.norm not in word_table("titles")
    )


def fits_case(text: str, surface: str) -> bool:
    """Whether a one-word alias may be written so: "Who" is no WHO, "Us" no US."""
    if text.isupper() and len(text) > 1:
        return True
    return surface.lower() not in grammar().closed


def before_noun(tokens: Sequence[Token], j: int) -> bool:
    """Whether a common noun follows, so that a demonym before it is an adjective."""
    if j >= len(tokens):
        return False
    token = tokens[j]
    return token.kind is TokenKind.WORD and token.text[0].islower() and token.norm not in grammar().closed


_BEFORE_SENTENCE = frozenset({'"', "“", "‘", "'", ":", "—", "•", "(", "*", "|", "."})


def starts_sentence(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token begins its sentence, or a quotation or label in it."""
    return i == 0 or tokens[i - 1].text in _BEFORE_SENTENCE


def plain(token: Token, shouted: bool = False) -> bool:
    """Whether a capitalised word may be an ordinary word at the start of a sentence; ``shouted`` if in capitals too."""
    if token.text.isupper() and len(token.text) > 1 and not (shouted and len(token.text) > 3):
        return False
    return known_word(token.norm.removesuffix("'s"))


def title_cased(tokens: Sequence[Token]) -> bool:
    """Whether most words of a text are capitalised, or all of them shouted, so that capitals make no name."""
    words = [token for token in tokens if token.text[:1].isalpha() and len(token.text) > 3]
    capitals = sum(token.text[0].isupper() for token in words)
    if len(words) > 2:
        return capitals > 0.7 * len(words)
    if len(words) == 1 and not known_word(words[0].norm):
        return False
    return len(words) > 0 and all(token.text.isupper() for token in words)
