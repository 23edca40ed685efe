"""Parts of a unit told after it: "a mile and a half", "two litres and a quarter", "a mile and three quarters"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.extract.number_words import NUMBER_WORDS, is_hyphen
from claimcheck.extract.scan import Scan
from claimcheck.extract.unit_index import UnitClass, indexes

__all__ = ["completes_unit", "ends_unit", "part_after"]

_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_COUNTED = frozenset(
    {"a", "an", "the", "another", "full", "whole", "mere", "good", "square", "cubic", "nautical", "sea"}
)
_OPENING = frozenset({"dozen", "million", "hundred", "thousand", "a", "an", "hour", "day", "year", "times", "-"})
_SHARES = frozenset({UnitClass.PERCENT, UnitClass.POINTS})


def part_after(scan: Scan, at: int) -> tuple[Decimal, int] | None:
    """What "and a half" at ``at``, right after a unit, adds to it, and the token after it."""
    if scan.norm(at) != "and" or not scan.free(at, at + 3):
        return None
    word = scan.norm(at + 1)
    if word == "a" and scan.norm(at + 2) in _PARTS:
        value, last = _PARTS[scan.norm(at + 2)], at + 3
    elif word == "three":
        last = at + 4 if is_hyphen(scan, at + 2) else at + 3
        if scan.norm(last - 1) != "quarters":
            return None
        value = Decimal("0.75")
    else:
        return None
    return None if scan.norm(last) in _OPENING else (value, last)


def completes_unit(scan: Scan, at: int) -> bool:
    """Whether the part at ``at`` goes on with a unit before "and", and is no share of what follows it."""
    if scan.norm(at - 1) != "and" or scan.norm(at - 2) not in _unit_words():
        return False
    before = scan.norm(at - 3)
    return before in _COUNTED or before in NUMBER_WORDS or before[:1].isdigit()


def ends_unit(word: str) -> bool:
    """Whether a unit of measure, time or money can end with a word."""
    return word in _unit_words()


@cache
def _unit_words() -> frozenset[str]:
    """The words with which a unit of measure, time or money can end."""
    return frozenset(
        pieces[-1] for rows in indexes()[2].values() for pieces, _, entry in rows if entry.cls not in _SHARES
    )
