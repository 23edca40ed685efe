"""The country or the two countries that a text plays in, as the names in it show."""

from __future__ import annotations

import re
from collections import Counter

from claimcheck.claims.names import Names
from claimcheck.claims.places import seats_of_government
from claimcheck.lexicon import load_table

__all__ = ["country_of", "leading", "pair_of", "tally"]

_RUN = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}(?!\$)\b")
_OFTEN = 3  # times that a text names a country that it plays in
_AHEAD = 1.5  # times as often as any other country


def tally(text: str, names: Names) -> Counter[str]:
    """How often a text names each country, by its people or its capital as well."""
    counted: Counter[str] = Counter()
    known = load_table("countries")
    for run in _RUN.findall(text):
        words = run.split()
        at = 0
        while at < len(words):
            for end in range(len(words), at, -1):
                name = names.canonical(" ".join(words[at:end]).removesuffix("'s").removesuffix("’s"))
                name = seats_of_government().get(name, name) if name else None
                if name in known:
                    counted[name] += 1
                    at = end - 1
                    break
            at += 1
    return counted


def country_of(text: str, names: Names) -> str:
    """The country that a text names, by its people or its capital as well, far more often than any other; or ""."""
    return leading(tally(text, names))


def leading(counted: Counter[str]) -> str:
    """The country that is named far more often than any other; or ""."""
    first = counted.most_common(2)
    if not first or first[0][1] < _OFTEN or (len(first) > 1 and first[0][1] < _AHEAD * first[1][1]):
        return ""
    return first[0][0]


def pair_of(counted: Counter[str]) -> tuple[str, ...]:
    """The two countries that a text is on, if it names both often and no third one nearly so often."""
    first = counted.most_common(3)
    if len(first) < 2 or first[1][1] < _OFTEN or (len(first) > 2 and first[2][1] * 2 > first[1][1]):
        return ()
    return first[0][0], first[1][0]
