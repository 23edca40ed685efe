"""The words that show that a numeral is no quantity, from the lexicon's ``noise`` table."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.extract.phrases import Phrases
from claimcheck.lexicon import load_table

__all__ = ["Found", "Words", "words_of_noise"]

Found = tuple[int, int, str] | None


@frozen
class Words:
    """The words of the table, by what they show."""

    strict: frozenset[str]
    loose: frozenset[str]
    law: frozenset[str]
    capital: frozenset[str]
    nouns: frozenset[str]
    quantifiers: frozenset[str]
    places: frozenset[str]
    spells: frozenset[str]
    prepositions: frozenset[str]
    modals: frozenset[str]
    third_person: frozenset[str]
    not_named: frozenset[str]
    signs: frozenset[str]
    shortened: frozenset[str]
    registers: frozenset[str]
    series: frozenset[str]
    statistics: frozenset[str]
    intervals: frozenset[str]
    books: frozenset[str]
    chunks: frozenset[str]
    lower_names: frozenset[str]
    not_names: frozenset[str]
    phrases: Phrases
    numbered: frozenset[str]
    street_after: frozenset[str]
    street_before: frozenset[str]
    street_endings: tuple[str, ...]
    states: frozenset[str]
    scores: frozenset[str]
    telephones: frozenset[str]
    issues: frozenset[str]
    status_codes: frozenset[str]
    status_before: frozenset[str]
    year_before: frozenset[str]
    year_after: frozenset[str]
    function: frozenset[str]
    months: frozenset[str]
    suffixes: frozenset[str]


@cache
def words_of_noise() -> Words:
    """The table, read once."""
    data: dict[str, Any] = load_table("noise")
    phrases = Phrases()
    phrases.add_all(data["phrases"]["words"], "a set phrase")
    labels, addresses = data["labels"], data["addresses"]
    return Words(
        frozenset(labels["strict"]),
        frozenset(labels["loose"]),
        frozenset(labels["law"]),
        frozenset(labels["capital"]),
        frozenset(labels["nouns"]),
        frozenset(labels["quantifiers"]),
        frozenset(labels["places"]),
        frozenset(labels["spells"]),
        frozenset(labels["prepositions"]),
        frozenset(labels["modals"]),
        frozenset(labels["third_person"]),
        frozenset(data["products"]["not_named"]),
        frozenset(labels["number_signs"]),
        frozenset((*labels["number_signs"], *labels["shortened"])),
        frozenset(labels["registers"]),
        frozenset(data["series"]["names"]),
        frozenset(data["series"]["statistics"]),
        frozenset(data["series"]["intervals"]),
        frozenset(data["series"]["books"]),
        frozenset(data["chunks"]["names"]),
        frozenset(data["chunks"]["lower_names"]),
        frozenset(data["chunks"]["not_names"]),
        phrases,
        frozenset(data["numbered"]["nouns"]),
        frozenset(addresses["after"]),
        frozenset(addresses["before"]),
        tuple(addresses["endings"]),
        frozenset(addresses["states"]),
        frozenset(data["scores"]["words"]),
        frozenset(data["telephones"]["words"]),
        frozenset(data["issues"]["before"]),
        frozenset(data["status"]["codes"]),
        frozenset(data["status"]["before"]),
        frozenset(data["year_names"]["before"]),
        frozenset(data["year_names"]["after"]),
        frozenset(data["function"]["words"]),
        frozenset(data["calendar"]["words"]),
        frozenset(labels["suffixes"]),
    )
