"""Cuts a unit of text into tokens that keep their place in the document.

A token's ``norm`` is its text folded for comparison: lower case, straight apostrophes, ASCII digits, soft hyphens
dropped. Masked spans (tags, footnote markers, URLs, emphasis marks) yield no tokens.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

import regex

from claimcheck.records import Span

__all__ = ["Token", "TokenKind", "split", "tokenise"]


class TokenKind(IntEnum):
    """The lexical class of a token."""

    WORD = 1
    NUMBER = 2
    SYMBOL = 3
    PUNCT = 4


class Token(NamedTuple):
    """One token: ``glued`` says that nothing, not even a space, stands between it and the token before."""

    text: str
    norm: str
    start: int
    end: int
    kind: TokenKind
    glued: bool


# A number keeps its grouping marks; which of them group and which are decimal is the numeral reader's business.
# Spaces group only before exactly three digits, and only if no longer run of digits stands on either side.
# The "v" of "v2.4" is a word of its own. A backslash (an escape) is no token.
_TOKEN = regex.compile(
    r"""
    ( \d{1,3}(?:[\u00a0\u2009\u202f\u2007\ ]\d{3})+(?![\d.,]*\d)(?:[.,]\d+)?
    | \d+(?:[.,·_'’]\d+)*
    | (?<![\w)\]])[.·]\d+ )
  | ( [vV](?=\d) | \p{L}(?:[\p{L}\p{M}\d_\u00ad]|['’](?=\p{L}))* )
  | ( [\p{Sc}%‰‱°′″±≈~≤≥<>=+×÷−\#§№½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞²³⁰¹⁴⁵⁶⁷⁸⁹*/&@^|µ] )
  | ( \.\.\. | [^\s\\] )
    """,
    regex.VERBOSE,
)
_new = tuple.__new__
_KINDS = (TokenKind.PUNCT, TokenKind.NUMBER, TokenKind.WORD, TokenKind.SYMBOL, TokenKind.PUNCT)


def _fold(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("’", "'").replace("−", "-")
    return text.lower()


def tokenise(text: str, span: Span, masks: Sequence[Span] = ()) -> list[Token]:
    """The tokens of ``text[span]`` outside ``masks`` (sorted, not overlapping); offsets are into ``text``."""
    tokens: list[Token] = []
    at = span.start
    for mask in masks:
        if mask.start > at:
            _run(text, at, mask.start, tokens)
        at = max(at, mask.end)
    if at < span.end:
        _run(text, at, span.end, tokens)
    return tokens


def split(text: str) -> list[Token]:
    """The tokens of a whole string."""
    return tokenise(text, Span(0, len(text)))


def _run(text: str, start: int, end: int, tokens: list[Token]) -> None:
    append = tokens.append
    last = -1
    for match in _TOKEN.finditer(text, start, end):
        first, final = match.span()
        surface = match.group()
        norm = surface.lower() if surface.isascii() else _fold(surface)
        append(_new(Token, (surface, norm, first, final, _KINDS[match.lastindex or 4], first == last)))
        last = final
