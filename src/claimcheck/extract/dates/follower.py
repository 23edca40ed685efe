"""What stands after a four-digit number: nothing, a word, a counted noun, a unit."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache

from claimcheck.extract.dates.reading import glued, is_number
from claimcheck.extract.dates.words import (
    COUNTED,
    DASHES,
    PLURAL_LIKE,
    UNCOUNTED,
    UNIT_WORDS,
    YEAR_AFTER_DASH,
    YEAR_NOUNS,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table

__all__ = ["Follower", "follower"]

_OR_SO = frozenset({"more", "less", "so", "fewer", "thereabouts"})


_UNIT_SIGNS = frozenset("%‰‱°′″+×÷^@±")


_IRREGULAR = ("ss", "us", "is", "'s")


class Follower(StrEnum):
    """What stands after a number that may be a year."""

    FREE = "free"
    WORD = "word"
    PLURAL = "plural"
    COUNTED = "counted"
    UNIT = "unit"


def follower(scan: Scan, last: int) -> Follower:
    """What the token after a four-digit number says of it."""
    if last >= len(scan.tokens):
        return Follower.FREE
    token = scan.tokens[last]
    norm = token.norm
    if token.glued:
        if norm in _UNIT_SIGNS or (norm == "/" and is_number(scan, last + 1)):
            return Follower.UNIT
        if token.kind in (TokenKind.WORD, TokenKind.NUMBER):
            return Follower.UNIT
        if norm in DASHES and glued(scan, last + 1):
            return Follower.WORD if scan.norm(last + 1) in YEAR_AFTER_DASH else Follower.UNIT
    if token.kind is TokenKind.SYMBOL:
        if norm in ("%", "‰", "°", "×", "±") or unicodedata.category(norm[:1]) == "Sc":
            return Follower.UNIT
        return Follower.FREE
    if token.kind is not TokenKind.WORD:
        return Follower.FREE
    if norm in UNIT_WORDS or (norm == "or" and scan.norm(last + 1) in _OR_SO):
        return Follower.UNIT
    if norm in COUNTED:
        return Follower.COUNTED
    if norm in UNCOUNTED or _tells(scan, last):
        return Follower.FREE
    if norm in PLURAL_LIKE or norm in YEAR_NOUNS:
        return Follower.WORD
    if token.text[:1].isupper() and norm.endswith("'s"):
        return Follower.FREE  # "the ten years to 2015 Zenith's shares"
    after = scan.norm(last + 1)
    if after in COUNTED and after not in UNCOUNTED:
        return Follower.COUNTED
    if token.text[:1].isupper():
        return Follower.WORD
    if len(norm) > 3 and norm.endswith("s") and not norm.endswith(_IRREGULAR):
        return Follower.PLURAL
    return Follower.WORD


@cache
def _past_forms() -> frozenset[str]:
    grammar = load_table("grammar")
    alike = set(grammar["nouns_too"]) | set(grammar["adjectives"])
    return frozenset(past for past, _ in grammar["irregular"].values()) - alike


@cache
def _closed() -> frozenset[str]:
    grammar = load_table("grammar")
    return frozenset(word for part in ("determiners", "prepositions", "adverbs") for word in grammar[part])


def _tells(scan: Scan, at: int) -> bool:
    """Whether a verb in the past stands there: "1453 lasted 83 days", "1215 saw the charter"; not "1453 armed men"."""
    norm = scan.norm(at)
    if norm in _past_forms():
        return True
    return len(norm) > 4 and norm.endswith("ed") and (is_number(scan, at + 1) or scan.norm(at + 1) in _closed())
