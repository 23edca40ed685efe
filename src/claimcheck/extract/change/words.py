"""The words of change, from the lexicon's ``change_verbs`` table, in the shapes that the code asks for."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.lexicon import load_table

__all__ = ["WORDS", "Words", "words_of_change"]


@frozen
class Words:
    """The words of the table, by what they show."""

    verbs: dict[str, int]
    transitive: dict[str, int]
    nouns: dict[str, int]
    adverbs: dict[str, int]
    comparatives: dict[str, int]
    reach: frozenset[str]
    direct: frozenset[str]
    times: dict[str, Decimal]
    bare: frozenset[str]
    auxiliaries: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    between: frozenset[str]
    of: frozenset[str]
    small: frozenset[str]
    stops: frozenset[str]
    ago: frozenset[str]
    against: frozenset[str]
    levels: frozenset[str]
    composing: frozenset[str]
    putting: frozenset[str]
    past: frozenset[str]
    waters: frozenset[str]
    signs: frozenset[str]


@cache
def words_of_change() -> Words:
    """The table, read once."""
    data: dict[str, Any] = load_table("change_verbs")

    def both(key: str) -> dict[str, int]:
        return {word: sign for side, sign in (("up", 1), ("down", -1)) for word in data[side][key]}

    context = data["context"]
    verbs, transitive, adverbs = both("verbs"), both("transitive"), both("adverbs")
    return Words(
        verbs,
        transitive,
        both("nouns"),
        adverbs,
        both("comparatives"),
        frozenset(data["reach"]["verbs"]),
        frozenset(data["reach"]["direct"]),
        {word: Decimal(value) for word, value in data["times"].items()},
        frozenset(context["bare"]),
        frozenset(context["auxiliaries"]),
        frozenset(context["not_before"]),
        frozenset(context["not_after"]),
        frozenset(context["between"]),
        frozenset(context["of"]),
        frozenset(context["adverbs"]),
        frozenset(context["stops"]),
        frozenset(context["times_ago"]),
        frozenset(context["against"]),
        frozenset(context["levels"]),
        frozenset(context["composing"]),
        frozenset(context["putting"]),
        frozenset(data["moved"]["verbs"]),
        frozenset(data["moved"]["waters"]),
        frozenset((*verbs, *transitive, *adverbs, *data["reach"]["verbs"], *data["times"])),
    )


#: Words that make a unit of text worth scanning although it holds no number.
WORDS: frozenset[str] = frozenset(load_table("change_verbs")["times"])
