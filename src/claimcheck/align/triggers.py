"""The words of a clause, read once for all tests: where none of a pattern's words stands, it is not searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimcheck.align.facts import fact, some

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["says", "triggers"]

_RUN = re.compile(r"\w+")


@fact
def _runs(profile: Profile) -> frozenset[str]:
    """The runs of letters and digits of the folded clause, on both sides of the figure."""
    before, after = profile.clause.words
    return some((*_RUN.findall(before), *_RUN.findall(after)))


def says(profile: Profile, words: frozenset[str]) -> bool:
    """Whether the clause has one of the words, each a run of letters and digits."""
    return not words.isdisjoint(_runs(profile))


def triggers(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase its longest run of letters and digits: a text without any of these has none of the phrases."""
    return frozenset(max(_RUN.findall(phrase), key=len) for phrase in phrases)
