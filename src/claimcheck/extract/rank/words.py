"""The words of ranks, from the lexicon's ``ranks`` table, in the shapes that the code asks for."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.extract.phrases import Phrases
from claimcheck.lexicon import load_table

__all__ = ["WORDS", "Words", "words_of_rank"]


@frozen
class Words:
    """The words of the table, by what they show."""

    verbs: Phrases
    moves: frozenset[str]
    weak: frozenset[str]
    links: frozenset[str]
    places: frozenset[str]
    racers: frozenset[str]
    idioms: Phrases
    rankings: frozenset[str]
    follow: frozenset[str]
    superlatives: frozenset[str]
    not_superlative: frozenset[str]
    top: frozenset[str]
    not_after_top: frozenset[str]
    words: Phrases
    values: dict[str, Decimal]
    signs: frozenset[str]
    before_sign: frozenset[str]
    rank: Phrases
    be: frozenset[str]
    most: frozenset[str]
    between: frozenset[str]
    sites: frozenset[str]
    clauses: frozenset[str]
    rankers: frozenset[str]
    records: frozenset[str]
    leaders: frozenset[str]
    joints: frozenset[str]
    groups: frozenset[str]
    several: frozenset[str]
    comparatives: frozenset[str]
    edges: frozenset[str]
    things: frozenset[str]
    rivals: frozenset[str]
    offices: frozenset[str]
    turns: frozenset[str]
    unbroken: frozenset[str]
    medals: dict[str, Decimal]
    medalling: dict[str, frozenset[str]]


@cache
def words_of_rank() -> Words:
    """The table, read once."""
    data: dict[str, Any] = load_table("ranks")
    verbs, idioms, words, rank = Phrases(backward=True), Phrases(backward=True), Phrases(), Phrases(backward=True)
    verbs.add_all(data["verbs"], "verb")
    idioms.add_all(data["idioms"], "idiom")
    rank.add_all(data["numbers"]["rank"], "rank")
    for phrase in data["words"]:
        words.add_all([phrase], phrase)
    leading = data["leading"]
    return Words(
        verbs,
        frozenset(data["moves"]),
        frozenset(data["weak"]),
        frozenset(data["links"]),
        frozenset(data["places"]),
        frozenset(data["racers"]),
        idioms,
        frozenset(data["rankings"]),
        frozenset(data["follow"]),
        frozenset(data["superlatives"]),
        frozenset(data["not_superlative"]),
        frozenset(data["top"]),
        frozenset(data["not_after_top"]),
        words,
        {phrase: Decimal(value) for phrase, value in data["words"].items()},
        frozenset(data["numbers"]["signs"]),
        frozenset(data["numbers"]["before"]),
        rank,
        frozenset(leading["be"]),
        frozenset(leading["most"]),
        frozenset(leading["between"]),
        frozenset(data["sites"]),
        frozenset(data["clauses"]),
        frozenset(data["rankers"]),
        frozenset(data["leading"]["records"]),
        frozenset(leading["leaders"]),
        frozenset(leading["joints"]),
        frozenset(leading["groups"]),
        frozenset(leading["several"]),
        frozenset(data["outdone"]["comparatives"]),
        frozenset(data["outdone"]["edges"]),
        frozenset(data["outdone"]["things"]),
        frozenset(data["outdone"]["rivals"]),
        frozenset(data["offices"]),
        frozenset(data["turns"]),
        frozenset(data["unbroken"]),
        {metal: Decimal(value) for metal, value in data["medals"].items()},
        {key: frozenset(values) for key, values in data["medalling"].items()},
    )


#: Words that make a unit of text worth scanning although it holds no number.
WORDS: frozenset[str] = frozenset(
    ("runner", "runners", "only", "any", *load_table("ranks")["medals"], *load_table("ranks")["leading"]["most"])
)
