"""The words of restrictions.toml and of the closed classes, as alignment looks them up."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from claimcheck.lexicon import load_table

__all__ = [
    "WORDS",
    "closed_words",
    "day_words",
    "happenings",
    "incidents",
    "margin_words",
    "numerals",
    "past_forms",
    "table",
    "word_set",
]

WORDS = re.compile(r"[^\W_][\w'’-]*|[,;:()—–.]")


@cache
def table() -> dict[str, Any]:
    """The whole of restrictions.toml."""
    return load_table("restrictions")


@cache
def word_set(name: str) -> frozenset[str]:
    """One of its lists, for lookup."""
    return frozenset(table()[name])


@cache
def day_words() -> dict[str, str]:
    """Words for days and times of day, with the condition that each names."""
    return {word: name for name, words in table()["condition"].items() for word in words}


@cache
def margin_words() -> frozenset[str]:
    """Words that make a figure a distance from a mark."""
    return frozenset(table()["margin"]["words"])


@cache
def closed_words() -> frozenset[str]:
    """Words of the closed classes, which narrow nothing by themselves."""
    grammar = load_table("grammar")
    return frozenset(
        word
        for key in ("prepositions", "conjunctions", "pronouns", "auxiliaries", "determiners")
        for word in grammar[key]
    )


@cache
def past_forms() -> dict[str, str]:
    """Irregular past forms, with their verbs."""
    return {forms[0]: verb for verb, forms in load_table("grammar")["irregular"].items()}


@cache
def happenings() -> frozenset[str]:
    """Nouns for what happened: a phrase with one of them narrows nothing."""
    return incidents() | word_set("settings")


@cache
def incidents() -> frozenset[str]:
    """Nouns for what happened to somebody or something, of which the figures come in day by day."""
    return frozenset(load_table("grammar")["event_nouns"]) | word_set("happenings")


@cache
def numerals() -> frozenset[str]:
    """Number words, which name nothing."""
    return word_set("numerals")
