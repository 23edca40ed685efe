"""Years in words: nineteen ninety-nine, nineteen hundred and five, two thousand and eighteen, twenty twenty."""

from __future__ import annotations

from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.words import CARDINALS, TENS, YEAR_STRONG
from claimcheck.extract.scan import Scan

__all__ = ["CENTURY_WORDS", "spelled_year", "year_in_words"]

_HYPHENS = frozenset("-‐‑")
_CENTURIES = range(11, 20)
#: The words with which a year in words begins.
CENTURY_WORDS = frozenset({*(word for word, value in CARDINALS.items() if value in _CENTURIES), "twenty", "two"})


def _below_hundred(scan: Scan, at: int) -> tuple[int, int] | None:
    """A number from 1 to 99 in words at ``at``, and the token after it."""
    word = scan.norm(at)
    if word in TENS:
        after = at + 2 if scan.norm(at + 1) in _HYPHENS else at + 1
        ones = CARDINALS.get(scan.norm(after), 0) if scan.norm(after) not in ("a", "an") else 0
        return (TENS[word] + ones, after + 1) if 0 < ones < 10 else (TENS[word], at + 1)
    value = CARDINALS.get(word, 0)
    return (value, at + 1) if 0 < value < 20 and word not in ("a", "an", "dozen", "couple", "pair") else None


def year_in_words(scan: Scan, at: int) -> tuple[int, int] | None:
    """The year that begins with the word at ``at``, whatever stands around it, and the token after it."""
    word, here = scan.norm(at), at + 1
    if word == "two":
        if scan.norm(here) != "thousand":
            return None
        here += 2 if scan.norm(here + 1) == "and" else 1
        rest = _below_hundred(scan, here)
        return None if rest is None else (2000 + rest[0], rest[1])
    century = TENS.get(word) or CARDINALS.get(word, 0)
    if century not in _CENTURIES and century != 20:
        return None
    here += scan.norm(here) in _HYPHENS
    if scan.norm(here) == "hundred" and century != 20:
        here += 2 if scan.norm(here + 1) == "and" else 1
        rest = _below_hundred(scan, here)
        return None if rest is None else (century * 100 + rest[0], rest[1])
    if scan.norm(here) in ("oh", "o"):
        rest = _below_hundred(scan, here + 1)
        return (century * 100 + rest[0], rest[1]) if rest is not None and rest[0] < 10 else None
    rest = _below_hundred(scan, here)
    return (century * 100 + rest[0], rest[1]) if rest is not None and rest[0] >= 10 else None


def spelled_year(scan: Scan, at: int) -> tuple[int, int] | None:
    """The year in words at ``at`` where the word before it shows one and nothing follows that it could count."""
    if scan.norm(at - 1) not in YEAR_STRONG or scan.norm(at - 1) in ("early", "mid", "late"):
        return None
    found = year_in_words(scan, at)
    if found is None or not scan.free(at, found[1]) or follower(scan, found[1]) is not Follower.FREE:
        return None
    return found
