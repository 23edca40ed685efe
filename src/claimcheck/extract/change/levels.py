"""Nouns of change that name no change, and those that stand apart from their figure.

"A leap of 8.31 metres" is how far somebody leapt and "a net loss of €4 million" what a firm lost; in "the increase was
12 percent" the noun is the subject and the figure its predicate.
"""

from __future__ import annotations

from functools import cache

from claimcheck.extract.amounts import Amount
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.noise.words import words_of_noise
from claimcheck.extract.scan import Scan
from claimcheck.extract.units import UnitClass
from claimcheck.lexicon import load_table

__all__ = ["is_level", "named_before"]

_LENGTHS = frozenset({"meter", "centimeter", "millimeter", "kilometer", "foot", "inch", "yard", "mile"})
_ABOUT = frozenset({"in", "on", "since"})
_REACH = 4  # words between a noun of change and its verb


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("change_verbs")["named"][name])


def is_level(scan: Scan, amount: Amount, noun: int) -> bool:
    """Whether the noun before "of" is what the figure measures: "a drop of 40 metres", "a net loss of"."""
    unit, word = amount.unit, scan.norm(noun)
    if unit is None:
        return False
    if unit.cls is UnitClass.MEASURE and word in _words("moves") and unit.unit in _LENGTHS:
        return scan.vocabulary.isdisjoint(words_of_change().waters) and not _about(scan, amount.last)
    if word in _words("results") and not _about(scan, amount.last):
        return unit.cls is UnitClass.MONEY or scan.norm(amount.last) == "of"
    return False


def _about(scan: Scan, at: int) -> bool:
    """Whether what a change is of follows ("a loss of €4m in sales"), and not only when it was ("in 2012")."""
    if scan.norm(at) not in _ABOUT:
        return False
    after = scan.norm(at + 2) if scan.norm(at + 1) in ("the", "its", "their", "that", "this") else scan.norm(at + 1)
    return not (after[:4].isdecimal() or after in _times())


@cache
def _times() -> frozenset[str]:
    calendar = load_table("calendar")
    ordinals = {"first", "second", "third", "fourth", "last", "previous", "past", "same"}
    return frozenset({*calendar["lengths"], *calendar["seasons"], *ordinals, *words_of_noise().months})


def named_before(scan: Scan, at: int) -> int:
    """The direction of a noun of change of which a figure at ``at`` is said: "the cut, which was of 2%"."""
    words = words_of_change()
    if scan.norm(at - 1) in ("of", "to"):
        at -= 1
    while scan.norm(at - 1) in words.small:
        at -= 1
    if scan.norm(at - 1) not in _words("verbs"):
        return 0
    here = at - 2
    while scan.norm(here) in _words("before"):
        here -= 1
    noun = scan.norm(here)
    if noun not in words.nouns or noun in _words("results") or noun in _words("not_subjects"):
        return 0
    holder = scan.norm(here - 1)
    return words.nouns[noun] if holder in _words("holders") or holder.endswith(("'s", "s'")) else 0
