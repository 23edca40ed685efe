"""Numbered and lettered things: ward A, phase 2, the sixth stage."""

from __future__ import annotations

import re

from claimcheck.align.tables import WORDS, closed_words, word_set
from claimcheck.claims.grammar import lemma, verb_lemma

__all__ = ["labels"]

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DIGITS = {word: str(at + 1) for words in (_NUMBERS, _NTH) for at, word in enumerate(words)}
_LABEL = re.compile(
    rf"\b([A-Za-z][a-z]{{2,}}) (?:no\.? )?([A-Z]|[IVX]{{1,4}}|\d{{1,3}}[a-z]?|{'|'.join(_NUMBERS)})\b"
    r"(?![-'’.,]?\w|\s?%|\s(?:per cent|percent|million|billion))"
)
_ORDINAL = re.compile(rf"\b({'|'.join(_NTH)}|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)? ([a-z]{{3,}})\b", re.IGNORECASE)
_LETTERS = 2  # of a letter or Roman numeral; a longer label is a number word or a numeral


def labels(around: str, start: int, end: int) -> list[tuple[str, str]]:
    """Numbered and lettered things; a figure before a noun counts it ("of the trial 12 patients")."""
    found = []
    for match in _LABEL.finditer(around):
        noun, label = match[1].lower(), match[2].lower()
        if noun not in word_set("labelled") or (match.start(2) < end and start < match.end(2)):
            continue
        after = WORDS.search(around, match.end())
        if (
            (label.isdigit() or (label.isalpha() and len(label) > _LETTERS))
            and not (match[1][0].isupper() and match.start())
            and after is not None
            and after[0].islower()
            and not around[match.end() :].lstrip()[:1].isdigit()
            and after[0] not in closed_words()
        ):
            if lemma(after[0]) != verb_lemma(after[0]) or not after[0].endswith("s"):
                continue
        found.append((noun, _DIGITS.get(label, label)))
    for match in _ORDINAL.finditer(around):
        noun, label = match[2].lower(), match[1].lower()
        if noun in word_set("in_order") and not (match.start() < end and start < match.end()):
            found.append((noun, _DIGITS.get(label, label)))
    return found
