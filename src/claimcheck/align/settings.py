"""Settings: the description beside a value says what it is of as well as the setting's name does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.align.context import WORD
from claimcheck.align.sizes import far_apart
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.settings import description_of
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim, Document

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["HELD", "described", "description", "unnaming"]

HELD = 0.6
"""The share of a description's words, by weight, that the other side must say."""
_ENOUGH = 1.5  # what these must weigh, unless all are said, and the noun itself


def description(claim: Claim, document: Document | None, lexicon: Lexicon) -> Mapping[str, float]:
    """The words, with their weights, of what is said of the setting that the claim is the value of."""
    if document is None or claim.structure in ("code", "heading"):
        return {}
    said = description_of(document.text, claim.span.start, claim.span.end)
    words = [lexicon.synonym(verb_lemma(lemma(word))) for word in WORD.findall(fold(said))]
    return {word: 0.0 if word in unnaming() else weight(word) for word in words}


def described(a: Profile, b: Profile) -> bool:
    """Whether one side is a setting's value and the other says most of what the setting is said to be."""
    if not a.description and not b.description:
        return False
    for one, other in ((a, b), (b, a)):
        total = sum(one.description.values())
        if not total or other.description or _names_another(one, other):
            continue
        held = sum(heavy for word, heavy in one.description.items() if _says(other, word))
        plainly = held == total and other.head in one.description and not far_apart(a.claim, b.claim)
        if held >= HELD * total and (held >= _ENOUGH or plainly):
            return True
    return False


def _says(profile: Profile, word: str) -> bool:
    return word in profile.words or any(verb_lemma(one) == word for one in profile.words)


_NAME = re.compile(r"\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+")


def _names_another(one: Profile, other: Profile) -> bool:
    """Whether the other side's sentence names settings, and not this one."""
    if one.source is None or other.source is None:
        return False
    named = set(_NAME.findall(other.claim.sentence.cover(other.source.text)))
    start = one.source.text.rfind("\n", 0, one.claim.span.start)
    return bool(named) and not named & set(_NAME.findall(one.source.text[start : one.claim.span.start]))


@cache
def unnaming() -> frozenset[str]:
    """Words of a setting's name and description that say no more than that it is one: max, default, seconds."""
    return frozenset(load_table("documents")["settings"]["unnaming"])
