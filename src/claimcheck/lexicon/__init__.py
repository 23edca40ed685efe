"""Data, not code: the words that claimcheck knows, in TOML files of one documented format each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.lexicon.model import Lexicon, fold

__all__ = ["Lexicon", "default", "fold", "load_table"]


@cache
def load_table(name: str) -> dict[str, Any]:
    """The contents of a lexicon file, by its name without the suffix; read once, never to be changed in place."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def default() -> Lexicon:
    """The lexicon that ships with claimcheck: countries, organisations and regions, general synonyms."""
    aliases: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for name, entry in load_table("countries").items():
        people = entry.get("people", [])
        cities = [*([entry["capital"]] if "capital" in entry else []), *entry.get("seats", [])]
        plurals = [word + "s" for word in people if not word.endswith(("ese", "ish", "ch", "ss", "men", "man"))]
        aliases[name] = [*entry.get("also", []), *people, *plurals]
        parts.setdefault(name, []).extend(cities)
        for city in cities:
            aliases.setdefault(city, [])
        if "region" in entry:
            parts.setdefault(entry["region"], []).append(name)
    for name, entry in load_table("organisations").items():
        aliases[name] = entry.get("also", [])
        for whole in entry.get("part", []):
            parts.setdefault(whole, []).append(name)
    synonyms = load_table("synonyms") if (files(__name__) / "synonyms.toml").is_file() else {}
    return Lexicon().extended(aliases=aliases, synonyms=synonyms.get("synonyms", {}), parts=parts)
