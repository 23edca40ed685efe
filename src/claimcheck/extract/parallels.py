"""Figures that repeat the pattern of the one before them and leave its unit out.

"Pike, 320 kilos; bream, nearly 200", "half a cubic kilometre, against 2.1 in 2021", "83 days in Orl, 61 in Kelm", "81
years for women and 76 for men", "was once 100 kilometres away, is now less than 20", "they said a million hectares; a
study could confirm 500,000", "took 12 minutes, and the target is 15", "fell by 9 percent, and elsewhere by around 4",
"Orl made 450,000 tonnes and Kelm 340,000".
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.extract.numerals import Form
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table

if TYPE_CHECKING:
    from claimcheck.extract.amounts import Amount

__all__ = ["FAR", "parallel"]

#: The most tokens between two figures of one pattern.
FAR = 20
_NEAR = 10
_LABEL = 4
_ALIKE = 40  # times that one of two like figures may be the other
_CLOSING = frozenset({"and", "but", "or", "where", "while", "according"})
_JOINTS = frozenset({",", ";", "and", "but", "while"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("ellipsis")[key])


@cache
def _function() -> frozenset[str]:
    return frozenset(load_table("counting")["function"]["words"])


def parallel(scan: Scan, one: Amount, two: Amount) -> bool:
    """Whether ``two``, which has no unit, repeats the pattern in which ``one`` has its own."""
    if two.unit is not None or one.unit is None or one.hyphenated or not _closes(scan, two) or not _alike(one, two):
        return False
    gap = range(one.last, two.first)
    norms = [scan.norm(at) for at in gap]
    if "." in norms or "?" in norms or (one.low is None and one.high is None):
        return False
    near = len(gap) <= _NEAR
    if near and (_compared(scan, two, norms) or _labelled(scan, one, two, norms) or _again(scan, one, two, norms)):
        return True
    return (
        _placed(scan, two, gap)
        or _sorted(scan, two, norms)
        or _now(norms, scan, one)
        or _held(norms)
        or _gapped(scan, one, two, norms)
    )


def _closes(scan: Scan, amount: Amount) -> bool:
    """Whether no noun follows that the figure could count."""
    at = amount.last
    if at >= len(scan.tokens) or scan.taken[at]:
        return True
    token = scan.tokens[at]
    return (token.kind is TokenKind.PUNCT and token.text not in "-–/:") or token.norm in _function() | _words("adverbs")


def _alike(one: Amount, two: Amount) -> bool:
    """Whether two figures are of one order, so that they can be of one unit."""
    if two.form not in (Form.DIGITS, Form.WORDS, Form.FRACTION) or len(two.numerals) > 2 or one.unit is None:
        return False
    first, last = one.numerals[-1], two.numerals[-1]
    scale = Decimal(1) if last.scaled or last.value >= 1000 or not first.scaled else first.scale
    a, b = first.value, last.value * scale
    return a > 0 and b > 0 and max(a, b) <= min(a, b) * _ALIKE


def _compared(scan: Scan, two: Amount, norms: list[str]) -> bool:
    """Whether the second is what the first is compared with: "six months, up from three"."""
    pair = norms[-2:]
    if pair[-1:] == ["against"] or pair[-1:] == ["versus"]:
        return len(norms) <= 2 or norms[-2] == "," or scan.norm(two.last) in ("in", "for", "a", "the")
    return pair in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"], ["instead", "of"])


def _labelled(scan: Scan, one: Amount, two: Amount, norms: list[str]) -> bool:
    """Whether each has a label before its comma: "Pike-perch, 320 kilos; bream, nearly 200"."""
    comma = scan.norm(one.first - 1)
    if comma not in (",", ":") or norms[:1] not in ([";"], [","]) or norms[-1] != comma:
        return False
    label = norms[1:-1]
    words = scan.tokens[one.last + 1 : two.first - 1]
    return 0 < len(label) <= _LABEL and all(word.kind is TokenKind.WORD for word in words)


def _again(scan: Scan, one: Amount, two: Amount, norms: list[str]) -> bool:
    """Whether "by" leads to both: "has fallen by 99 percent, and elsewhere in Europe by around 90"."""
    return norms[-1:] == ["by"] == [scan.norm(one.first - 1)] and not _JOINTS.isdisjoint(norms[:3])


def _placed(scan: Scan, two: Amount, gap: range) -> bool:
    """Whether each is of a place of its own: "took 83 days to settle in Latvia, 61 in Lithuania and under 50 in …"."""
    if scan.norm(two.first - 1) not in (",", "and", "but") or scan.norm(two.last) not in ("in", "for", "at"):
        return False
    preposition = scan.norm(two.last)
    if not _named(scan, two.last + 1):
        return False
    at = two.last + 1
    while at < len(scan.tokens) and (scan.tokens[at].text[:1].isupper() or scan.norm(at) == "the"):
        at += 1
    if at < len(scan.tokens) and scan.tokens[at].kind is TokenKind.WORD and scan.norm(at) not in _CLOSING:
        return False  # "and 12 in Uganda died"
    return any(scan.norm(at) == preposition and _named(scan, at + 1) for at in gap)


def _sorted(scan: Scan, two: Amount, norms: list[str]) -> bool:
    """Whether each is of a sort, which the same preposition tells: "81 years for women and 76 for men"."""
    if len(norms) < _SORTED or norms[-1] not in ("and", ",", "but") or norms[0] not in _SORTING:
        return False
    return scan.norm(two.last) == norms[0] and all(norm.isalpha() for norm in norms[1:-2]) and len(norms) <= _NEAR


_SORTED = 3  # "for women and"
_SORTING = frozenset({"for", "by", "in", "on", "among", "with", "from", "to", "at"})


def _named(scan: Scan, at: int) -> bool:
    if scan.norm(at) == "the":
        at += 1
    return at < len(scan.tokens) and scan.tokens[at].text[:1].isupper() and not scan.taken[at]


def _now(norms: list[str], scan: Scan, one: Amount) -> bool:
    """Whether the first was so once and the second is now: "was once 100 kilometres away, is now less than 20"."""
    if norms[-1:] != ["now"] or norms[-2:-1] not in (["is"], ["are"], ["has"], ["have"]):
        return False
    before = [scan.norm(at) for at in range(max(one.first - 3, 0), one.first)]
    return not _words("once").isdisjoint(before)


def _held(norms: list[str]) -> bool:
    """Whether the second is the mark that the first is held against, or what others make of it: "and the target is
    15", "; the record now stands at 141", "; a study could confirm fewer than 500,000".
    """
    joints = [k for k, norm in enumerate(norms) if norm in _JOINTS]
    if not joints or len(norms) - joints[-1] > FAR:
        return False
    said = norms[joints[-1] + 1 :]
    if said[-1:] in (["is"], ["was"], ["at"]) and not _words("marks").isdisjoint(said[:4]):
        return True
    return norms[joints[-1]] in (";", "but") and bool(said) and said[-1] in _words("making")


def _gapped(scan: Scan, one: Amount, two: Amount, norms: list[str]) -> bool:
    """Whether the second is another's, whose verb is left out: "Turkey made 450,000 tonnes and Tunisia 340,000"."""
    if len(norms) < 2 or norms[-2] not in ("and", ";", "while") or not _named(scan, two.first - 1):
        return False
    at = two.last
    if at < len(scan.tokens) and scan.tokens[at].kind is not TokenKind.PUNCT:
        return False
    return two.numerals[-1].value >= 1000 and len(scan.tokens[two.first - 1].text) > 2
