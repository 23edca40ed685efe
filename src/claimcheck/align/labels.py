"""Numbered and lettered things: ward A, phase 2."""

from __future__ import annotations

import re

from claimcheck.align.tables import WORDS, closed_words, word_set
from claimcheck.claims.grammar import lemma, verb_lemma

__all__ = ["labels"]

_LABEL = re.compile(
    r"\b([A-Za-z][a-z]{2,}) (?:no\.? )?([A-Z]|[IVX]{1,4}|\d{1,3}[a-z]?)\b"
    r"(?![-'’.,]?\w|\s?%|\s(?:per cent|percent|million|billion))"
)


def labels(around: str, start: int, end: int) -> list[tuple[str, str]]:
    """Numbered and lettered things; a figure before a noun counts it ("of the trial 12 patients")."""
    found = []
    for match in _LABEL.finditer(around):
        noun, label = match[1].lower(), match[2].lower()
        if noun not in word_set("labelled") or (match.start(2) < end and start < match.end(2)):
            continue
        after = WORDS.search(around, match.end())
        if (
            label.isdigit()
            and not (match[1][0].isupper() and match.start())
            and after is not None
            and after[0].islower()
            and after[0] not in closed_words()
        ):
            if lemma(after[0]) != verb_lemma(after[0]) or not after[0].endswith("s"):
                continue
        found.append((noun, label))
    return found
