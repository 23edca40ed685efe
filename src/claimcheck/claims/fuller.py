"""What stands for a name that is shown: the name with its noun, the members of a group, letters."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimcheck.claims.names import Names
from claimcheck.claims.places import place_names
from claimcheck.claims.shapes import word_table
from claimcheck.lexicon import load_table

__all__ = ["bodies", "groups", "letters"]

_THE_NAME = re.compile(r"\b[Tt]he ([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*) ([a-z]+)\b")


def groups(text: str) -> dict[str, tuple[str, ...]]:
    """The groups of countries that a text speaks of, with their members."""
    nouns = "|".join(load_table("names")["anaphors"]["country"])
    return {
        name: tuple(members)
        for name, members in load_table("names")["groups"].items()
        if name in text and re.search(rf"\b{re.escape(name)} (?:{nouns}|countrie)s\b", text)
    }


def letters(text: str) -> dict[str, tuple[str, ...]]:
    """The organisations that a text calls by their letters more often than by name, where those are what all say."""
    return {
        name: (entry["known_as"],)
        for name, entry in load_table("organisations").items()
        if "known_as" in entry
        and (times := text.count(entry["known_as"]))
        and times > len(re.findall(rf"{re.escape(name)}\b(?!-)", text))
    }


def bodies(text: str, names: Names, person: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """The names that a text never has without one noun of a body after them, with it; none that ``person`` says are
    people's.
    """
    after: dict[str, list[str]] = {}
    for match in _THE_NAME.finditer(text):
        after.setdefault(match[1], []).append(match[2])
    return {
        name: (f"{name} {nouns[0]}",)
        for name, nouns in after.items()
        if nouns[0] in word_table("bodies")
        and len(set(nouns)) == 1
        and text.count(name) == len(nouns)
        and names.canonical(name) is None
        and name not in place_names()
        and not person(name)
    }
