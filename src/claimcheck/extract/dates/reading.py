"""Small readings shared by the date readers: day numbers, ordinals, counts of units, fixed phrases."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.dates.words import (
    CARDINALS,
    ORDINAL_SUFFIXES,
    ORDINALS,
    TENS,
    VAGUE_COUNTS,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind

__all__ = [
    "capitalised",
    "count_before",
    "digits",
    "glued",
    "is_number",
    "matches",
    "matches_before",
    "ordinal_at",
    "touches",
    "wording",
]


def digits(norm: str) -> int | None:
    """The value of one to four ASCII digits, or None."""
    return int(norm) if 0 < len(norm) <= 4 and norm.isascii() and norm.isdigit() else None


def is_number(scan: Scan, at: int) -> bool:
    """Whether there is a number token at ``at``."""
    return 0 <= at < len(scan.tokens) and scan.tokens[at].kind is TokenKind.NUMBER


def glued(scan: Scan, at: int) -> bool:
    """Whether token ``at`` exists and touches the one before."""
    return 0 < at < len(scan.tokens) and scan.tokens[at].glued


_OPENERS = frozenset("([{'\"“”‘«„*|_,;:—=>~≈•")


def touches(scan: Scan, at: int) -> bool:
    """Whether something other than an opening mark touches token ``at`` from the left."""
    return glued(scan, at) and scan.norm(at - 1) not in _OPENERS


def capitalised(scan: Scan, at: int) -> bool:
    """Whether token ``at`` is a word that begins with a capital."""
    return 0 <= at < len(scan.tokens) and scan.tokens[at].text[:1].isupper()


def wording(scan: Scan, first: int, last: int) -> str:
    """The folded words of a stretch of tokens, with the spaces they were written with."""
    parts: list[str] = []
    for at in range(first, last):
        if parts and not scan.tokens[at].glued:
            parts.append(" ")
        parts.append(scan.tokens[at].norm)
    return "".join(parts)


def matches(scan: Scan, at: int, words: Sequence[str]) -> bool:
    """Whether free tokens from ``at`` on are these words."""
    last = at + len(words)
    return at >= 0 and scan.norms[at:last] == list(words) and scan.free(at, last)


def matches_before(scan: Scan, end: int, words: Sequence[str]) -> bool:
    """Whether the free tokens that end before ``end`` are these words."""
    return matches(scan, end - len(words), words)


def ordinal_at(scan: Scan, at: int) -> tuple[int, int] | None:
    """An ordinal from 1 to 99 in digits or words that begins at ``at``: its value and the token after it."""
    norm = scan.norm(at)
    if is_number(scan, at):
        value = digits(norm)
        if value is not None and value < 100 and glued(scan, at + 1) and scan.norm(at + 1) in ORDINAL_SUFFIXES:
            return value, at + 2
        return None
    if norm in TENS:
        after = at + 2 if scan.norm(at + 1) in ("-", "‐", "‑") else at + 1
        ones = ORDINALS.get(scan.norm(after), 0)
        return (TENS[norm] + ones, after + 1) if 0 < ones < 10 else None
    found = ORDINALS.get(norm)
    return None if found is None or found > 99 else (found, at + 1)


def _number_before(scan: Scan, end: int) -> tuple[int, int | None] | None:
    """A plain count that ends before ``end``: its first token and its value (None for a vague word)."""
    at = end - 1
    norm = scan.norm(at)
    if is_number(scan, at):
        value = digits(norm)
        return None if value is None else (at, value)
    if norm in VAGUE_COUNTS:
        return (at - 1 if scan.norm(at - 1) == "a" else at), None
    if norm in CARDINALS or norm in TENS:
        ones = CARDINALS.get(norm, 0)
        if norm in TENS:
            return at, TENS[norm]
        tens = at - 2 if scan.norm(at - 1) in ("-", "‐", "‑") else at - 1
        if 0 < ones < 10 and norm not in ("a", "an") and scan.norm(tens) in TENS:
            return tens, TENS[scan.norm(tens)] + ones
        if norm in ("hundred", "dozen"):
            times = CARDINALS.get(scan.norm(at - 1), 0)
            return (at - 1, times * ones) if 0 < times < 20 else (at, ones)
        if norm in ("couple", "pair"):
            return (at - 1 if scan.norm(at - 1) == "a" else at), ones
        return at, ones
    return None


def count_before(scan: Scan, end: int) -> tuple[int, int | None] | None:
    """The count that ends before token ``end``: "two", "25", "a couple of", "several"; its first token and value.

    The value is None where the word is vague. Returns None where no count stands there.
    """
    if scan.norm(end - 1) == "of" and scan.norm(end - 2) in ("couple", "pair"):
        end -= 1
    found = _number_before(scan, end)
    if found is not None and scan.norm(found[0]) in ("a", "an") and scan.norm(found[0] - 1) in ("half", "of", "and"):
        return None  # "half a century", "a quarter of a century"
    return found if found is not None and found[0] >= 0 and scan.free(found[0], end) else None
