"""By how much two things differ: "€10 million more than planned", "won by 1,200 votes", "a majority of 1,200".

Such a figure keeps its kind, but it is no amount of the thing: it gets the role ``by`` and the direction.
"""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention, Scan
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["assign_margins"]

_KINDS = frozenset((Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION))
_NOUNS = 3  # words between a figure and its comparative, or between that and "than"
_SUBJECT = 18  # words of a subject before its copula: "the margin of victory for the mayor of Ostrow was"
_REACH = 8  # words between a verb of contest and "by"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("change_verbs")["margin"][name])


@cache
def _signs() -> frozenset[str]:
    compared = frozenset(words_of_change().comparatives) | _words("comparatives")
    return compared.union({"than"}, *(_words(name) for name in ("over", "under", "ahead", "contests", "nouns")))


@cache
def _votes() -> frozenset[str]:
    """Words without which a margin in per cent is one of profit."""
    return _words("contests") | _words("voting")


def assign_margins(scan: Scan) -> None:
    """Give the figures that say by how much one thing differs from another their role and direction."""
    if not scan.mentions or scan.vocabulary.isdisjoint(_signs()):
        return
    inside = {at for mention in scan.mentions for at in range(mention.first, mention.last)}
    for index, mention in enumerate(scan.mentions):
        quantity = mention.quantity
        if quantity is None or quantity.role or mention.kind not in _KINDS:
            continue
        direction = _than(scan, mention, inside) or _contested(scan, mention) or _named(scan, mention)
        if direction:
            scan.mentions[index] = evolve(mention, quantity=evolve(quantity, role="by", direction=direction))


def _than(scan: Scan, mention: Mention, inside: set[int]) -> int:
    """The direction of "1,200 more votes than", "10 km longer than", "€10 million over budget"."""
    words = words_of_change()
    for at in range(mention.last, mention.last + 1 + (mention.kind is Kind.COUNT)):
        norm = scan.norm(at)
        if at in inside or not norm:
            return 0
        if norm in _words("ahead") and scan.norm(at + 1) in ("of", "the", ""):
            return int(scan.norm(mention.first - 1) != "with")  # "left with six coaches behind the engine"
        if norm in _words("over") or norm in _words("under"):
            beyond = scan.norm(at + 1)
            beyond = scan.norm(at + 2) if beyond in _words("articles") else beyond
            held = mention.kind is not Kind.COUNT and beyond in _words("levels")  # ships lie over a target
            return (1 if norm in _words("over") else -1) if held else 0
        direction = words.comparatives.get(norm) or (1 if norm in _words("comparatives") else 0)
        if direction:
            alone = at == mention.last and norm in words.comparatives and _alone(scan, mention, at + 1)
            return direction if alone or _before_than(scan, at + 1, inside) else 0
        if not norm[0].isalpha() or norm in words.stops:
            return 0
    return 0


def _alone(scan: Scan, mention: Mention, at: int) -> bool:
    """Whether the clause ends, or goes on with a small word, after a comparative: "will take ten minutes less once"."""
    norm = scan.norm(at)
    if mention.kind is Kind.COUNT or (mention.kind is Kind.MEASURE and scan.norm(at - 1) in ("more", "less")):
        return False  # what comes on top of a measure is a measure itself: "then a gallon more"
    return not norm or norm in _words("ends") or not norm[0].isalnum()


def _before_than(scan: Scan, at: int, inside: set[int]) -> bool:
    """Whether "than" follows a comparative, with no more than its noun between: "more votes than"."""
    for here in range(at, at + 1 + _NOUNS):
        norm = scan.norm(here)
        if here in inside or not norm[:1].isalpha():
            return False
        if norm == "than":
            return True
    return False


def _contested(scan: Scan, mention: Mention) -> int:
    """Whether "by" of a verb of contest stands before a figure: "beat her rival by 1,200 votes"."""
    at = mention.first - 1
    while scan.norm(at) in words_of_change().small - {"by"}:
        at -= 1  # "by just 48 votes"
    if scan.norm(mention.last) == "to" or scan.norm(mention.last + 1) == "to":
        return 0  # "defeated by 314 votes to 208"
    return int(scan.norm(at) == "by" and _led_by(scan, at, _words("contests"), _REACH, (",", ".")))


def _named(scan: Scan, mention: Mention) -> int:
    """Whether a noun for a margin holds a figure: "a majority of 1,200 votes", "the margin of victory was …"."""
    at = mention.first - 1
    if scan.norm(at) == "of":
        margin = scan.norm(at - 1) in _words("nouns") and scan.norm(at - 2) not in _words("profits")
        earned = mention.kind is Kind.PERCENT and scan.norm(at - 1) == "margin" and scan.vocabulary.isdisjoint(_votes())
        return int(
            margin and mention.base is None and not earned
        )  # "a majority of 60% of the votes", "an operating margin of 7%"
    return int(scan.norm(at) in _words("copulas") and _led_by(scan, at, _words("nouns"), _SUBJECT, (".",)))


def _led_by(scan: Scan, at: int, heads: frozenset[str], reach: int, ends: tuple[str, ...]) -> bool:
    """Whether one of ``heads`` stands up to ``reach`` words before ``at``, with no end of a clause between."""
    stops = words_of_change().stops
    for back in range(at - 1, max(-1, at - 1 - reach), -1):
        norm = scan.norm(back)
        if norm in heads:
            return scan.norm(back - 1) not in _words("profits")
        if norm in stops or norm in ends:
            return False
    return False
