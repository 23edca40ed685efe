"""Cuts a unit of text into tokens that keep their place in the document.

A token's ``norm`` is its text folded for comparison: lower case, straight apostrophes, ASCII digits, soft hyphens
dropped. Masked spans (tags, footnote markers, URLs, emphasis marks) yield no tokens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from claimcheck.lexicon import load_table
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
# Spaces group only before exactly three digits, only if no longer run of digits stands on either side, and not after
# a month ("May 5 200 people"); apostrophes group only before exactly three digits (6'2" is feet and inches). The "v" of
# "v2.4" is a word of its own, and so is the code of "EUR6m" and "Rs500".
# A backslash (an escape) is no token.
_LETTER = r"[^\W\d_²³¹¼-¾⁰-₉⅐-⅟①-⓿❶-➓]"
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983"
    "\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0d00-\u0d03"
    "\u0d3b-\u0d4d\u0e31-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_WORDLIKE = r"[^\W²³¹¼-¾⁰-₉⅐-⅟①-⓿❶-➓]"
_NOT_AFTER_MONTH = "".join(
    f"(?<!{name.title()} )" for names in load_table("calendar")["months"].values() for name in names
)
_CODES = "|".join(
    sorted(
        {
            sign
            for row in load_table("currencies")["unit"]
            for sign in row.get("prefix", ())
            if len(sign) > 1 and sign.isalpha() and sign.isascii() and sign[0].isupper()
        },
        key=lambda sign: (-len(sign), sign),
    )
)
_SYMBOLS = (
    r"$¢£¤¥֏؋߾߿৲৳৻૱௹฿៛₠-⃀꠸﷼﹩＄￠￡￥￦"
    r"%‰‱°′″±≈~≤≥<>=+×÷−#§№½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞²³⁰¹⁴⁵⁶⁷⁸⁹*/&@\^|µ"
)
# Most words are plain letters before a space or a mark that cannot go on with them: they are tried first. The space
# behind a token is passed over with it, and what is no token at all is a piece of its own: pieces leave no gap.
_PIECE = re.compile(
    rf"""
  (?: [A-Za-z]+(?=[ \n.,;:)?!"-])
  | (?=\d{{1,3}}[\u00a0\u2009\u202f\u2007\ ]\d{{3}}){_NOT_AFTER_MONTH.replace(" ", chr(92) + " ")}
        \d{{1,3}}(?:[\u00a0\u2009\u202f\u2007\ ]\d{{3}})+(?:[.,]\d\d?(?!\d))?(?![\d.,]*\d)
  | \d+(?:[.,·_]\d+|['’]\d{{3}}(?!\d))*
  | (?<![\w)\]])[.·]\d+
  | [vV](?=\d) | (?=[A-Z][A-Za-z]{{1,4}}\d)(?:{_CODES})(?=\d)
  | {_LETTER}{_WORDLIKE}*(?:(?:[{_MARKS}]+|['’](?={_LETTER})){_WORDLIKE}*)*
  | \.\.\. | [^\s\\\u00ad]
  )[ ]?
  | [\s\\\u00ad]+
    """,
    re.VERBOSE,
)
_WORD_START = re.compile(_LETTER)
_SYMBOL = re.compile(f"[{_SYMBOLS}]")
_ELLIPSIS = "..."
_NOTHING = "\u00ad\\"  # a soft hyphen or an escape does not part what it stands between
_LONGEST, _KEPT = 40, 50_000
_new = tuple.__new__


def _kind(surface: str) -> TokenKind:
    if surface[0].isdecimal() or (len(surface) > 1 and surface[0] in ".·" and surface != _ELLIPSIS):
        return TokenKind.NUMBER
    if _WORD_START.match(surface):
        return TokenKind.WORD
    return TokenKind.SYMBOL if _SYMBOL.match(surface) else TokenKind.PUNCT


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("’", "'").replace("−", "-")
    return text.lower()


class _Pieces(dict[str, tuple[str, str, TokenKind, int, int]]):
    """What each piece of text met so far is: its token's text, folded, and kind; how long token and piece are.

    White space and the marks that are no token have an empty text. A word has one string for all its places.
    """

    def __missing__(self, piece: str) -> tuple[str, str, TokenKind, int, int]:
        surface = piece.removesuffix(" ")
        if not surface or surface[0].isspace() or surface[0] in _NOTHING:
            return "", "", TokenKind.PUNCT, 0, len(piece)
        found = surface, _fold(surface), _kind(surface), len(surface), len(piece)
        if len(piece) < _LONGEST:
            if len(self) > _KEPT:
                self.clear()
            self[piece] = found
        return found


_pieces = _Pieces()


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
    append, new, known = tokens.append, _new, _pieces
    at, glued = start, False
    for piece in _PIECE.findall(text, start, end):
        surface, folded, kind, size, width = known[piece]
        if size:
            append(new(Token, (surface, folded, at, at + size, kind, glued)))
            glued = size == width
        else:
            glued = glued and width == 1 and piece in _NOTHING
        at += width
