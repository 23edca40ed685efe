"""How much a shared word says, from a fixed background list."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load_table
from claimcheck.lexicon.remember import remembered

__all__ = ["AMBIENT", "NAME", "PASSAGE", "RARE", "weight"]

RARE = 1.8
NAME = 2.5
AMBIENT = 0.5  # factor for words that only a section's title gives
PASSAGE = 0.7  # the same for words of the sentences just before


@cache
def _table() -> dict[str, float]:
    words = load_table("common_words")
    grammar = load_table("grammar")
    made: dict[str, float] = {}
    for key, value in (("some", 1.0), ("slight", 0.5), ("none", 0.0)):
        made.update((word, value) for word in words[key])
    for key in ("determiners", "prepositions", "conjunctions", "pronouns", "auxiliaries", "adverbs"):
        made.update((word, 0.0) for word in grammar.get(key, ()))
    return made


@remembered
def weight(word: str) -> float:
    """The weight of a lemma: 0 for closed classes, 0.5 and 1 for common words, ``RARE`` otherwise; digits weigh 0.

    A phrase weighs as much as its verb.
    """
    word = word.partition(" ")[0]
    if not any(map(str.isalpha, word)):
        return 0.0
    return _table().get(word, RARE if len(word) > 1 else 0.0)
