"""The words of versions, from the lexicon's ``versions`` table, in the shapes that the code asks for."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.extract.phrases import Phrases
from claimcheck.lexicon import load_table

__all__ = ["Words", "words_of_versions"]


@frozen
class Words:
    """The words of the table, by what they show."""

    names: Phrases
    fillers: frozenset[str]
    after: frozenset[str]
    not_before: frozenset[str]
    context: frozenset[str]
    before: Phrases
    trailing: Phrases
    newer: Phrases
    former: frozenset[str]
    former_after: frozenset[str]


@cache
def words_of_versions() -> Words:
    """The table, read once."""
    data: dict[str, Any] = load_table("versions")
    names = Phrases(backward=True)
    for sort, key in (
        ("dotted", "dotted_keywords"),
        ("standard", "dotted_products"),
        ("ambiguous", "ambiguous"),
        ("keyword", "keywords"),
        ("product", "products"),
    ):
        names.add_all(data[key], sort)
    before, trailing, newer = Phrases(backward=True), Phrases(), Phrases()
    newer.add_all(data["newer"], "at_least")
    for modifier, phrases in data["before"].items():
        before.add_all(phrases, modifier)
    for modifier, phrases in data["trailing"].items():
        trailing.add_all(phrases, modifier)
    return Words(
        names,
        frozenset(data["fillers"]),
        frozenset(data["after"]),
        frozenset(data["not_before"]),
        frozenset(data["context"]),
        before,
        trailing,
        newer,
        frozenset(data["former"]["before"]),
        frozenset(data["former"]["after"]),
    )
