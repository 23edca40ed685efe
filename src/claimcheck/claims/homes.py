"""Whether a claim in a text on one country is of that country too where its sentence names only others.

"Norway pays for two boats", "the World Bank lent $60m", "a bridge over the Orm": in a study of Kelmia all of these tell
of Kelmia. "Norway has two ports" and "wages in Norway" tell of Norway alone.
"""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.names import Name, Names
from claimcheck.claims.places import regions
from claimcheck.claims.reading import Reading
from claimcheck.lexicon import fold, load_table

__all__ = ["home_too"]

_TAKING_UP = frozenset({"it", "its", "they", "their", "itself"})
_STEM = 4  # letters that a country and its adjective share at least


def home_too(reading: Reading, at: int, shown: tuple[str, ...], home: str, names: Names) -> bool:
    """Whether the claim at token ``at``, which the text shows to be about ``shown``, is of ``home`` as well."""
    first, last = reading.clause(at)
    if any(name.canonical == home for name in reading.names if first <= name.first < last):
        return False
    if any(_of(one, home) for one in shown):
        return False
    real = home in load_table("countries")
    others = {
        one
        for one in shown
        if one in load_table("countries") or one in regions() or (not real and names.has_people(one))
    }
    named = [name for name in reading.names if name.canonical in others]
    if others and not named:  # "It began there in 2016", of a country of the sentence before
        return _TAKING_UP.isdisjoint(reading.norms[first:last])
    return all(_turned_to(reading, at, name) for name in named)


def _of(name: str, home: str) -> bool:
    """Whether a name says itself that it is of a country: "Kelmian Railways"."""
    people = load_table("countries").get(home, {}).get("people", [])
    stem = home[:-1] if len(home) > _STEM else home
    return any(word.startswith((stem, *people)) for word in name.split())


def _turned_to(reading: Reading, at: int, name: Name) -> bool:
    """Whether another country has to do with what is told, and is not what is told of: it acts, it is whose things or
    people they are, or a preposition that doesn't say where ties it to the rest.
    """
    before = name.first - 1
    while before >= 0 and reading.tags[before] in "DA":
        before -= 1
    if fold(reading.tokens[name.first].text) != fold(name.canonical.split()[0]):
        return not set(load_table("names")["asides"]["classes"]) & set(reading.norms[name.last : name.last + 2])
    if before >= 0 and reading.tags[before] == "P":
        return reading.norms[before] not in load_table("names")["homes"]["where"]
    first, last = min(reading.clause(at), reading.clause(name.first))
    verbs = {verb_lemma(reading.norms[k]) for k in range(max(first, name.last), last) if reading.tags[k] in "VG"}
    return not verbs.isdisjoint(_acting())


@cache
def _acting() -> frozenset[str]:
    """Verbs of what one country does for or to another."""
    table = load_table("names")
    return frozenset(
        [*table["homes"]["acting"], *table["governing"]["words"], *load_table("transfers")["give"]["verbs"]]
    )
