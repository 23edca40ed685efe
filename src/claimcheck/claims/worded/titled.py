"""Persons in measures: they are called by their names, without the office that stands before them."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.jobs import courtesies, job_words, offices
from claimcheck.claims.names import Name
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import word_table

__all__ = ["ranked"]


def ranked(reading: Reading, name: Name, first: int) -> range:
    """The tokens from ``first`` on that say what a person is called by whose name follows: "the French minister of
    energy Luc Ferrand" leaves "luc ferrand".
    """
    norms, tags = reading.norms, reading.tags
    if norms[name.first - 1] not in _offices():
        return range(0)
    start = name.first - 1
    while start > first and (norms[start - 1] in _kinds() or _of_country(reading, start - 1) or tags[start - 1] == "-"):
        start -= 1
    return range(start, name.first)


def _of_country(reading: Reading, at: int) -> bool:
    """Whether a token is of a country whose office is told: "Peru's president", "the Chinese ambassador"."""
    return any(name.place and name.first <= at < name.last for name in reading.names)


@cache
def _offices() -> frozenset[str]:
    """What may stand right before a person's name; a queen is called so."""
    return offices() | courtesies() | {"counterpart", "officer", "star"}


@cache
def _kinds() -> frozenset[str]:
    """What tells an office apart from others: "deputy foreign minister"."""
    return _offices() | job_words() | word_table("titles") | {"then", "late", "ex"}
