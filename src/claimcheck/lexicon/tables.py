"""Reads the TOML tables of the lexicon and keeps each in memory once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed contents of ``name``.toml in the lexicon; do not change what is returned.

    Raises FileNotFoundError where there is no such table and ``tomllib.TOMLDecodeError`` where it is malformed: both
    are faults of the installation, not of a user's input.
    """
    source = resources.files("claimcheck.lexicon").joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
