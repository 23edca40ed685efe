"""Percentage points without their "percentage": "by a quarter of a point", "a half-point rise"."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table

__all__ = ["point_at"]


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    table = load_table("shares")["points"]
    return frozenset(table["words"]), frozenset(table["cues"])


def point_at(scan: Scan, at: int) -> bool:
    """Whether "point" stands at token ``at`` where the sentence speaks of a rate or of per cent."""
    words, cues = _words()
    return scan.norm(at) in words and not scan.vocabulary.isdisjoint(cues)
