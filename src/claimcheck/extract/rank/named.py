"""Ranks that words alone give: "finished runners-up", "is the city's largest employer", "took bronze"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.rank.words import words_of_rank
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Kind, Quantity

__all__ = ["take_named"]


def take_named(scan: Scan, at: int) -> None:
    """Take "finished runners-up", "is the city's largest employer"."""
    words, tokens = words_of_rank(), scan.tokens
    if tokens[at].norm in words.medals:
        _take_medal(scan, at)
        return
    found = words.words.match(tokens, at)
    if found is not None:
        phrase, last = found
        if scan.norm(at - 1) in ("the", "of") or not scan.free(at, last):
            return
        value = words.values[phrase]
        scan.take(Kind.RANK, at, last, quantity=Quantity(value, value, precision=Decimal(1)), core=at, confidence=0.8)
        return
    if tokens[at].norm not in words.most or at + 1 >= len(tokens) or tokens[at + 1].kind is not TokenKind.WORD:
        return
    if tokens[at + 1].norm in words.records:
        return  # "their lowest since 2016"
    if _is_one(scan, at):
        _first(scan, at, 0.7)
    elif _leads(scan, at):
        _first(scan, at, 0.6)


def _is_one(scan: Scan, at: int) -> bool:
    """Whether something is said to be the superlative at ``at``: "is the city's largest employer"."""
    words, tokens = words_of_rank(), scan.tokens
    here, owner = at - 1, ""
    while here >= 0 and at - here <= 6:
        norm = tokens[here].norm
        if norm in words.be:
            break
        if norm in ("the", "its", "their") or norm.endswith("'s"):
            owner = owner or norm
        elif norm not in words.between and not (tokens[here].text[:1].isupper() or scan.norm(here + 1).endswith("'s")):
            return False
        here -= 1
    else:
        return False
    if here < 0 or not owner or scan.norm(at - 1) in ("one", "of"):
        return False
    if owner != "the":
        return True
    return any(scan.norm(i) in ("in", "of", "on", "among") for i in range(at + 2, min(at + 6, len(tokens))))


def _first(scan: Scan, at: int, confidence: float) -> None:
    scan.take(
        Kind.RANK,
        at,
        at + 1,
        quantity=Quantity(Decimal(1), Decimal(1), precision=Decimal(1)),
        core=at,
        confidence=confidence,
        notes=("a superlative is read as the first rank",),
    )


def _leads(scan: Scan, at: int) -> bool:
    """Whether a superlative leads a group that is named: "the country's longest tunnel", "the oldest mill in Kess"."""
    words, tokens = words_of_rank(), scan.tokens
    if tokens[at].norm not in words.leaders:
        return False
    last = at + 1
    while last < len(tokens) and tokens[last].kind is TokenKind.WORD and tokens[last].norm not in words.joints:
        last += 1
    noun = scan.norm(last - 1)
    if last == at + 1 or last > at + 5 or (noun.endswith("s") and not noun.endswith("ss")):
        return False  # "the largest of them", "the largest farms"
    owner = at - 1
    if scan.norm(owner) == "'s":
        owner -= 1
    if owner < at - 1 or scan.norm(owner).endswith("'s"):
        held = scan.norm(owner).removesuffix("'s") in words.groups or tokens[owner].text[:1].isupper()
    else:
        placed = scan.norm(last) in ("in", "of", "on") and last + 1 < len(tokens)
        named = placed and (tokens[last + 1].text[:1].isupper() or scan.norm(last + 2) in words.groups)
        held = scan.norm(owner) == "the" and named
    return held and words.several.isdisjoint(scan.norm(back) for back in range(max(owner - 3, 0), owner))


def _take_medal(scan: Scan, at: int) -> None:
    """Take "took bronze in the relay", "won the silver medal": the metal is the rank."""
    words = words_of_rank()
    said, metal = words.medalling, scan.norm(at)
    before = at - 1
    while before >= 0 and scan.norm(before) in said["between"] and at - before <= 3:
        before -= 1
    if scan.norm(before) not in said["verbs"]:
        return
    last = at + 2 if scan.norm(at + 1) == "medal" else at + 1
    after = scan.tokens[last] if last < len(scan.tokens) else None
    if after is not None and after.kind is TokenKind.WORD and after.norm not in said["follow"]:
        return
    others = scan.vocabulary & (words.medals.keys() - {metal})
    if last == at + 1 and metal != "bronze" and not others and scan.vocabulary.isdisjoint(said["cues"]):
        return
    value = words.medals[metal]
    scan.take(Kind.RANK, at, last, quantity=Quantity(value, value, precision=Decimal(1)), core=at, confidence=0.7)
