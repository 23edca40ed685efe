"""Ranks that a comparison gives: "only two ports are busier than", "second only to", "no port is busier"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.number_words import SMALL
from claimcheck.extract.rank.words import words_of_rank
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Kind, Quantity

__all__ = ["take_outdone"]

_REACH = 14  # tokens from "only" to its "than"
_NEAR = 4  # tokens from a comparative to "than any"
_NOTES = ("a comparison with all others is read as a rank",)


def take_outdone(scan: Scan, at: int) -> None:
    """Take the rank that begins with "only", "no" or "second", or has its "any" at token ``at``."""
    word = scan.norm(at)
    if word == "only":
        _only(scan, at)
    elif word == "no":
        _none(scan, at)
    elif word == "second" and scan.norm(at + 1) == "only" and scan.norm(at + 2) == "to" and scan.free(at, at + 3):
        _take(scan, at, at + 3, at, Decimal(2), None)
    elif word == "any" and scan.norm(at - 1) == "than":
        _any(scan, at)


def _only(scan: Scan, at: int) -> None:
    """Only one bank is larger than Lenz; of all ports only Almada and Setra handle more containers than Vigo."""
    than = _than(scan, at)
    if than is None or not scan.free(at, than + 1):
        return
    words, norm = words_of_rank(), scan.norm(at + 1)
    number = SMALL.get(norm)
    if number is None and norm.isdecimal() and len(norm) < 3:
        number = Decimal(norm)
    base = None
    if number is not None:
        last = at + 2
        while last < than and scan.tokens[last].kind is TokenKind.WORD and scan.norm(last) not in words.edges:
            last += 1
        if last == than or last == at + 2:
            return  # "only two more than last year"
        base = (at + 2, last)
    else:
        number = _names(scan, at + 1, than)
    if number:
        _take(scan, at, than + 1, at + 1, number + 1, base)


def _none(scan: Scan, at: int) -> None:
    """No emergency department in the state is busier than that of Lenz: it is the first of them."""
    than = _than(scan, at)
    words = words_of_rank()
    if than is None or not scan.free(at, than + 1) or (at and scan.tokens[at - 1].kind is TokenKind.WORD):
        return
    last = at + 1
    while last < than and scan.tokens[last].kind is TokenKind.WORD and scan.norm(last) not in words.edges:
        last += 1
    if at + 1 < last < than and scan.norm(last) not in words.comparatives and scan.norm(than - 1) in words.comparatives:
        _take(scan, at, than + 1, at, Decimal(1), (at + 1, last))


def _than(scan: Scan, at: int) -> int | None:
    """The "than" of the comparative that follows "only" in its clause, with a name or pronoun after it."""
    words, compares = words_of_rank(), False
    for here in range(at + 2, min(at + _REACH, len(scan.tokens))):
        norm = scan.norm(here)
        if norm in (";", ".", ":", "(", ")") or scan.tokens[here].kind is TokenKind.NUMBER:
            return None
        if norm == "than":
            return here if compares and _thing(scan, here + 1) else None
        compares = compares or norm in words.comparatives
    return None


def _thing(scan: Scan, at: int) -> bool:
    """Whether a thing follows "than": no figure, no time ("than in 2010", "than before")."""
    if at >= len(scan.tokens) or scan.tokens[at].kind is not TokenKind.WORD:
        return False
    norm = scan.norm(at)
    return norm in words_of_rank().things or (scan.tokens[at].text[:1].isupper() and not scan.taken[at])


def _names(scan: Scan, at: int, end: int) -> Decimal | None:
    """How many names stand between "only" and the verb: one for each run of capitals."""
    count, inside = 0, False
    for here in range(at, end):
        token = scan.tokens[here]
        if token.text[:1].isupper() or (inside and token.norm == "'s"):
            count, inside = count + (not inside), True
        elif token.norm in ("and", ","):
            inside = False
        elif token.norm != "the":
            break
    return Decimal(count) if count else None


def _any(scan: Scan, at: int) -> None:
    """More tonnage than any rival; deeper than any other lake in the country."""
    words = words_of_rank()
    after = scan.norm(at + 1)
    if after not in words.rivals:
        return
    first = at - 2
    while first >= 0 and at - first <= _NEAR and scan.norm(first) not in words.comparatives:
        first -= 1
    if first < 0 or at - first > _NEAR or not scan.free(first, at + 2):
        return
    if scan.norm(first) in ("more", "fewer", "less") and first == at - 2:
        return  # "he, more than any other, …"
    if any(scan.norm(back) in ("no", "not", "n't", "never", "nor") for back in range(max(first - 4, 0), first)):
        return
    _take(scan, first, at + 2, first, Decimal(1), None)


def _take(scan: Scan, first: int, last: int, core: int, value: Decimal, base: tuple[int, int] | None) -> None:
    quantity = Quantity(value, value, precision=Decimal(1))
    scan.take(Kind.RANK, first, last, quantity=quantity, core=core, base=base, confidence=0.8, notes=_NOTES)
