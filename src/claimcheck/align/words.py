"""Tables of words that exclude one another, turned round for lookup: lemma → dimension and value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from claimcheck.lexicon import load_table

__all__ = ["anyone", "contrasts", "generic_events", "people", "scopes", "values_of"]


def _inverted(name: str) -> dict[str, list[tuple[str, str]]]:
    made: dict[str, list[tuple[str, str]]] = {}
    for dimension, values in load_table(name).get("dimension", {}).items():
        for value, words in values.items():
            for word in (value, *words):
                entry = (dimension, value)
                if entry not in made.setdefault(word, []):
                    made[word].append(entry)
    return made


@cache
def contrasts() -> Mapping[str, list[tuple[str, str]]]:
    """Lemma → (dimension, value) pairs of contrasts.toml."""
    return _inverted("contrasts")


@cache
def scopes() -> Mapping[str, list[tuple[str, str]]]:
    """Scope word → (dimension, value) pairs of scope.toml."""
    return _inverted("scope")


@cache
def people() -> tuple[frozenset[str], frozenset[str]]:
    """Generic and specific nouns for people."""
    table = load_table("people")
    return frozenset(table["generic"]), frozenset(table["specific"])


@cache
def anyone() -> frozenset[str]:
    """Of the generic nouns for people those that name no role."""
    return frozenset(load_table("people")["anyone"])


@cache
def generic_events() -> frozenset[str]:
    """Verbs that say nothing of what happened to what is counted."""
    return frozenset(load_table("events")["generic"])


def values_of(words: Iterable[str], table: Mapping[str, list[tuple[str, str]]]) -> dict[str, set[str]]:
    """Dimension → the values that the words have in it."""
    found: dict[str, set[str]] = {}
    for word in words:
        for dimension, value in table.get(word, ()):
            found.setdefault(dimension, set()).add(value)
    return found
