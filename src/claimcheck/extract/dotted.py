"""Dots that group thousands: "312.500 €", "45.230 sheets, 12.875 maps"; only what is measured has three decimals."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.number_words import GROUPS, SCALES, TABLE
from claimcheck.extract.scales import PEOPLE, is_counted_plural
from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table

__all__ = ["grouped_in", "is_sum", "is_things"]

_ABBREVIATED = frozenset({*TABLE["abbreviations"], *TABLE["letters"], *SCALES, *GROUPS})
_SCALED = _ABBREVIATED | {word + "s" for word in (*SCALES, *GROUPS)}
_RATED = frozenset({"per", "a", "an", "each", "/", "apiece", "for", "against", "to"})
_TIMES = frozenset({"month", "year", "week", "night", "day", "semester", "term", "person", "head"})
_SURE = 6  # digits with the dot, of which two or three stand before it: nobody counts money in thousandths
# Signs beside which a dot is mostly the decimal one, as in the countries of that money.
_POINTED = frozenset({"$", "£", "us$", "usd", "gbp", "dollar", "dollars", "pound", "pounds"})
_DOTTED = re.compile(
    r"(?P<sign>[€₺] ?)?(?<![\d.,])(?P<number>[1-9]\d{0,2}\.\d{3})(?![\d.,]?\d)"
    r"(?: (?P<word>[^\W\d_]+)| ?(?P<after>[€₺]))?(?P<per>(?: [^\W\d_]+)? per\b| ?/)?"
)
_MEAN = re.compile(r"\b(?:averag(?:e|es|ed|ing)|mean|index|factor|scores?|rate) (?:of |is |was |to )?$")
_NEAR = 20  # characters


def grouped_in(text: str) -> bool:
    """Whether a text groups thousands by dots: two of its numbers can be nothing else, or count things in the plural.

    Not where one number shows that dots are decimal.
    """
    found = 0
    for match in _DOTTED.finditer(text) if "." in text else ():
        number, word = match["number"], (match["word"] or "").lower()
        if match["per"] or word in _SCALED or _MEAN.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        sum_ = match["sign"] or match["after"] or word in _money() or (match["word"] or "") in _codes()
        if (sum_ and (len(number) >= _SURE or number.endswith("0"))) or word in PEOPLE or is_things(word):
            found += 1
    return found >= _SEVERAL


_SEVERAL = 2


def is_things(word: str) -> bool:
    """Whether a word is the plural of things that nobody counts in thousandths, as those of a score or a weight are."""
    return is_counted_plural(word) and word not in _IN_THOUSANDTHS


_IN_THOUSANDTHS = frozenset(TABLE["in_thousandths"]["words"])


def is_sum(scan: Scan, at: int, text: str, money: bool) -> bool:
    """Whether the dot of "312.500" at ``at`` groups, since it is a sum of money and no price by unit or rate."""
    last = at + 1
    sign = scan.norm(at - 1) if money else scan.norm(last)
    if not money:
        if sign not in _money() and scan.tokens[min(last, len(scan.tokens) - 1)].text not in _codes():
            return False
        last += 1
    if (
        (scan.norm(last) in _RATED and scan.norm(last + 1) not in _TIMES)
        or scan.norm(last) in _SCALED
        or scan.norm(at + 1) in _SCALED
    ):
        return False
    if sign in _POINTED and not text.endswith("0"):
        return False
    if len(text) >= _SURE:
        return True
    return text.endswith("0") and sign not in _POINTED and (not money or scan.conventions.decimal_comma is not False)


@cache
def _money() -> frozenset[str]:
    """Words and signs after a number that make it a sum."""
    found = {"€", "$", "£", "¥", "₹", "₺", "zł", "kr", "kč", "ft"}
    for row in load_table("currencies")["unit"]:
        if "factor" not in row:
            loose = row.get("contextual", ())
            found |= {form for word in row.get("words", ()) if word not in loose for form in _forms(word.lower())}
    return frozenset(found)


def _forms(word: str) -> tuple[str, ...]:
    return (word, word + "s") if " " not in word else ()


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["unit"] for row in load_table("currencies")["unit"])
