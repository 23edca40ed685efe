"""The country that a text plays in, as the names in it show where its title does not."""

from __future__ import annotations

import re
from collections import Counter

from claimcheck.claims.names import Names
from claimcheck.claims.places import seats_of_government
from claimcheck.lexicon import load_table

__all__ = ["country_of"]

_RUN = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}(?!\$)\b")
_OFTEN = 3  # times that a text names the country that it plays in
_AHEAD = 1.5  # times as often as any other country


def country_of(text: str, names: Names) -> str:
    """The country that a text names, by its people or its capital as well, far more often than any other; or ""."""
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
    leading = counted.most_common(2)
    if not leading or leading[0][1] < _OFTEN or (len(leading) > 1 and leading[0][1] < _AHEAD * leading[1][1]):
        return ""
    return leading[0][0]
