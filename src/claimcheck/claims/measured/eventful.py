"""Nouns that name an event: what happens at a time, begins and ends."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table

__all__ = ["disasters", "is_event", "occasional"]


@cache
def occasional(name: str) -> frozenset[str]:
    """A list of ``lexicon/occasions.toml``."""
    return frozenset(load_table("occasions")[name])


def is_event(noun: str) -> bool:
    """Whether a noun names an event, a decision or a document of a date."""
    word = lemma(noun)
    table = load_table("grammar")
    if word in table["event_nouns"] or word in occasional("events") or word in disasters():
        return True
    return len(word) > 6 and word.endswith(("tion", "sion", "ment")) and word not in table["no_events"]


@cache
def disasters() -> frozenset[str]:
    """Nouns of what strikes people and things: cyclone, collision."""
    return frozenset(load_table("wording")["disasters"])
