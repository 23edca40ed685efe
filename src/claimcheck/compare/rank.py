"""One position in one list: two different positions contradict, and no position lies beyond the list's end."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.compare.interval import interval
from claimcheck.compare.verdict import Verdict
from claimcheck.lexicon import load_table
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Relation

__all__ = ["rank"]


def rank(a: Claim, b: Claim, tolerance: Tolerance) -> Verdict | None:
    """Compare two ranks; "one of the top ten" is a range of positions, the oldest and the largest are two ranks."""
    if a.kind is not Kind.RANK or b.kind is not Kind.RANK:
        return None
    left, right = _quality(a), _quality(b)
    if left and right and left != right:
        return None
    first, second = interval(a, tolerance), interval(b, tolerance)
    if (first.low is None and first.high is None) or (second.low is None and second.high is None):
        return None
    shown = f"{a.text} / {b.text}"
    if not first.meets(second):
        return Verdict(Relation.CONTRADICTS, shown)
    return Verdict(Relation.AGREES, shown, 0.6)


_WORD = re.compile(r"[a-z]+")


def _quality(claim: Claim) -> str:
    """By what the rank is one: "age" for "second-oldest"; empty where its words do not say."""
    return next((name for word in _WORD.findall(claim.text.lower()) if (name := _qualities().get(word))), "")


@cache
def _qualities() -> dict[str, str]:
    return {word: name for name, words in load_table("ranks")["qualities"].items() for word in words}
