"""Years that are no dates: inside a name, in an author-year citation."""

from __future__ import annotations

from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number
from claimcheck.extract.dates.words import (
    COUNT_MODIFIERS,
    DASHES,
    DETERMINERS,
    DOCUMENT_WORDS,
    NUMBERING,
    PARTS,
    UNCOUNTED,
    YEAR_BEFORE_DASH,
    YEAR_STRONG,
    YEAR_WEAK,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind

__all__ = ["citation", "inside_name"]


_LONGEST_CITATION = 40


def inside_name(scan: Scan, first: int, last: int) -> bool:
    """Whether the year belongs to a name: "Agenda 2030", "Horizon-2020", "Companies Act 2006"."""
    at = first - 1
    year = digits(scan.norm(first)) or 0
    if at < 0 or not scan.free(at, first) or not 1800 <= year <= 2100:
        return False
    if scan.norm(at) in DASHES:
        return (
            glued(scan, first)
            and glued(scan, at)
            and scan.tokens[at - 1].kind is TokenKind.WORD
            and capitalised(scan, at - 1)
            and scan.norm(at - 1) not in YEAR_BEFORE_DASH
            and scan.norm(at - 1) not in PARTS
        )
    token = scan.tokens[at]
    if token.kind is not TokenKind.WORD or not token.text[:1].isupper() or glued(scan, first):
        return False
    norm = token.norm
    if norm.endswith("'s"):
        return False
    if norm in YEAR_STRONG or norm in YEAR_WEAK or norm in UNCOUNTED or norm in PARTS or norm in DETERMINERS:
        return False
    if norm in DOCUMENT_WORDS or (norm in NUMBERING and norm not in ("act", "law", "bill", "order", "code")):
        return False
    if at == 0 and norm in COUNT_MODIFIERS:
        return False
    return follower(scan, last) not in (Follower.UNIT, Follower.COUNTED)


def citation(scan: Scan, first: int, last: int) -> bool:
    """Whether the year is that of an author-year citation: "(Orlov and Haas, 2019)", "(Lindqvist 2016: 44)"."""
    if scan.norm(last) not in (")", ";", ":", ",") or first < 2:
        return False
    at = first - 1
    if scan.norm(at) == "(":
        return scan.norm(at - 1) == "al" or (scan.norm(at - 1) == "." and scan.norm(at - 2) == "al")
    if scan.norm(at) == ",":
        at -= 1
    words = 0
    for index in range(at, max(at - _LONGEST_CITATION, -1), -1):
        norm = scan.norm(index)
        if norm == "(":
            return words > 0
        if norm in ("and", "&", "et", "al", ".", ",", ";", ":") or (words and is_number(scan, index)):
            continue
        if not capitalised(scan, index) or scan.tokens[index].kind is not TokenKind.WORD:
            return False
        words += 1
    return False
