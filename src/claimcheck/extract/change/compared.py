"""A figure against an earlier one of the same thing: "12% higher than in 2018", "5% up on last year".

Without "than", it is against what was before where a verb says that it came to be so: "the share closed 4% higher".
"""

from __future__ import annotations

import re

from claimcheck.extract.amounts import Amount
from claimcheck.extract.change.words import Words, words_of_change
from claimcheck.extract.numerals import Form
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["compared"]

_SHARES = (UnitClass.PERCENT, UnitClass.POINTS)
_REACH = 7
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_MANY = frozenset({"more", "fewer"})
_AMOUNTS = frozenset({"more", "less"})
_BELOW = frozenset({"below", "above"})


def compared(scan: Scan, amount: Amount) -> int:
    """The direction of a difference from an earlier time, or 0: "a third more than in 2018", "3% below its 2019 level".

    A comparison of two things ("12% higher than the old bridge") is no change.
    """
    words = words_of_change()
    at, word = amount.last, scan.norm(amount.last)
    share = amount.unit is not None and amount.unit.cls in _SHARES
    if not share and not (amount.form is Form.FRACTION and amount.unit is None):
        return 0
    if word in words.adverbs and scan.norm(at + 1) in words.against:
        return words.adverbs[word] if _earlier(scan, at + 2, words) else 0
    direction = words.comparatives.get(word, 0)
    if not direction:
        return 0
    if word in _BELOW:
        return direction if _earlier(scan, at + 1, words) else 0
    for here in range(at + 1, min(at + _REACH, len(scan.tokens))):
        if scan.norm(here) == "than":
            return direction if _earlier(scan, here + 1, words) else 0
    if share and word in _MANY and _counted(scan, at + 1):
        return direction
    return direction if share and _became(scan, amount, words) else 0


def _became(scan: Scan, amount: Amount, words: Words) -> bool:
    """Whether a verb tells that it came to be so, or has to be paid: "closed 4% higher", "pay 19% more for gas"."""
    table = load_table("change_verbs")["became"]
    if scan.norm(amount.last + 1) in table["aside"]:
        return False
    at = amount.first
    while scan.norm(at - 1) in words.small or scan.norm(at - 1) in table["between"]:
        at -= 1
    known = table["paying"] if scan.norm(amount.last) in _AMOUNTS else table["verbs"]
    return scan.norm(at - 1) in known


def _counted(scan: Scan, at: int) -> bool:
    """Whether things of which there are so many more follow: "saw 6% more passengers", "sold 12% fewer new cars"."""
    for here in range(at, min(at + 3, len(scan.tokens))):
        token = scan.tokens[here]
        if token.kind is not TokenKind.WORD or token.norm in ("than", "and", "or", "of", "on", "in", "for", "to"):
            return False
        if token.norm.endswith("s") and not token.norm.endswith(("ss", "us")):
            return True
    return False


def _earlier(scan: Scan, at: int, words: Words) -> bool:
    """Whether what begins at ``at`` is a time, or a level of one, with nothing else named before it."""
    times = [m for m in scan.mentions if m.kind in (Kind.DATE, Kind.PERIOD) and at <= m.first < at + _REACH]
    for here in range(at, min(at + _REACH, len(scan.tokens))):
        if any(time.first <= here < time.last for time in times):
            return True
        norm = scan.norm(here)
        if norm in words.ago or (scan.tokens[here].kind is TokenKind.NUMBER and _YEAR.fullmatch(norm)):
            return True
        if norm not in words.levels:
            return False
    return False
