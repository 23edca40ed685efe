"""The words of segmentation, from the lexicon's ``segmentation.toml``, in the shapes that the code asks for."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.lexicon import load_table

__all__ = ["months", "pattern_of", "words"]


def _table() -> dict[str, Any]:
    return load_table("segmentation")


@cache
def words(section: str, key: str) -> frozenset[str]:
    """The set of words under ``section.key``."""
    return frozenset(_table()[section][key])


@cache
def months() -> dict[str, int]:
    """The months' names and short names, lower case, with their numbers."""
    return dict(_table()["months"])


@cache
def pattern_of(section: str, key: str) -> str:
    """An alternation of the words under ``section.key``, the longest first, for use in a regular expression."""
    import re

    return "|".join(re.escape(word) for word in sorted(_table()[section][key], key=len, reverse=True))
