"""Names that one sentence leaves to the next: those put together, those that only count, those from elsewhere."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.names import Name
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.shapes import word_table
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["completed", "counters", "listed", "of_persons", "states", "staying"]


def listed(reading: Reading) -> tuple[str, ...]:
    """Several names that a sentence puts together, as "Orland, Tervia and Kelm"; the first such list."""
    chain: list[Name] = []
    for name in reading.names:
        between = reading.norms[chain[-1].last : name.first] if chain else []
        if chain and between and set(between) <= _JOINING:
            chain.append(name)
            if "and" in between:
                return tuple(dict.fromkeys(one.canonical for one in chain))
        else:
            chain = [name]
    return ()


_JOINING = frozenset({",", "and"})


def completed(reading: Reading, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names with the last of a list whose first two are among them, where a clause seems to begin with it: "with Orm,
    Kelm and the Torv Movement".
    """
    held = reading.names
    for a, b, c in zip(held, held[1:], held[2:], strict=False):
        comma = reading.norms[a.last : b.first] == [","]
        closing = [norm for norm in reading.norms[b.last : c.first] if norm not in {",", "the"}]
        if comma and closing == ["and"] and {a.canonical, b.canonical} <= set(names) and c.canonical not in names:
            return (*names, c.canonical)
    return names


def counters(reading: Reading, mention: Mention) -> set[str]:
    """The bodies of a clause that only count or report what it tells: "The Bureau counted 79 attacks"."""
    first, last = reading.clause(mention.first)
    start = mention.first
    if first and _hangs_on(reading, first) and not reading.names_in(first, last):
        start = first  # "…, in which 130 sailors were kidnapped"
        first, last = reading.clause(first - 1)
    verb = next((k for k in range(start - 1, first, -1) if reading.tags[k] == "V"), -1)
    if verb < 0 and mention.kind in TIMES:  # "In 2020 the Bureau counted 79 attacks"
        verb = next((k for k in range(mention.last, last) if reading.tags[k] == "V"), -1)
    if verb < 0 or verb_lemma(reading.norms[verb]) not in word_table("counting"):
        return set()
    return {name.canonical for name in reading.names if first <= name.first and name.last <= verb and not name.place}


def _hangs_on(reading: Reading, first: int) -> bool:
    """Whether a clause tells more of what the one before it counts: "of which", "in which", "whom"."""
    return any(norm in {"which", "whom", "whose", "who"} for norm in reading.norms[first : first + 3])


def staying(reading: Reading, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a sentence without those of whom it only says that somebody is from there, or that they host it."""
    from_there = {name.canonical for name in reading.names if _from(reading, name)} | _hosts(reading)
    return tuple(name for name in names if name not in from_there)


def _hosts(reading: Reading) -> set[str]:
    """Who only hosts what a sentence tells of, where it names others: "Chile and Peru host a summit for Bolivia"."""
    verb = next((k for k, mark in enumerate(reading.tags) if mark in "VG" and _hosting(reading, k)), -1)
    if verb < 0 or not any(name.first > verb for name in reading.names):
        return set()
    return {name.canonical for name in reading.names if name.last <= verb}


def _hosting(reading: Reading, at: int) -> bool:
    return verb_lemma(reading.norms[at]) in word_table("hosting")


def _from(reading: Reading, name: Name) -> bool:
    """Whether "from" stands before a name, or before its article."""
    at = name.first - 1
    return at >= 0 and reading.norms[at - (at > 0 and reading.tags[at] == "D")] == "from"


def of_persons(reading: Reading, mention: Mention, *, spoken: bool) -> bool:
    """Whether a sentence tells of a person by a pronoun: "He went there", "I have made 214 flights"."""
    first, last = reading.clause(mention.first)
    told = {"i", "my"} if spoken else {"i", "my", "he", "she", "his", "her"}
    return any(norm in told for norm in reading.norms[first:last])


@cache
def states() -> frozenset[str]:
    """Nouns that take up a country: the country, the government."""
    return frozenset(load_table("names")["anaphors"]["country"])
