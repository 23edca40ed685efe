"""Who a text names: people by their surnames, and places by the adjectives made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from claimcheck.claims.shapes import (
    given_names,
    known_word,
    word_table,
)
from claimcheck.lexicon import Lexicon

__all__ = ["People"]

# A word in capitals behind a space: it may be a surname.
_CAPITALISED = re.compile(r" ([^\W\d_a-z]\w*(?:['’](?!s\b)\w+)*)")
# A word in capitals that begins a line.
_OPENING = re.compile(r"\n([^\W\d_a-z]\w+)")
# A word in capitals behind another.
_FOLLOWING = re.compile(r" ([A-Z][a-z]+)")
_TRIES = 5
# How the name of a place becomes an adjective: Karvelia, Karvelian; Orvo, Orvese.
_PEOPLES = (
    ("an", "a"),
    ("ian", ""),
    ("ian", "y"),
    ("an", ""),
    ("an", "o"),
    ("ese", ""),
    ("ese", "a"),
    ("ese", "o"),
    ("ish", ""),
    ("i", ""),
)
_SHORTEST = 4
_AGED = re.compile(r"(?:'s|’s)?, \d{1,2},|, who\b")


@define
class People:
    """The people and peoples of one text."""

    text: str
    lexicon: Lexicon
    surnames: dict[str, str | None] = field(init=False, factory=dict)
    _places: dict[str, list[int]] | None = field(init=False, default=None)
    _openers: frozenset[str] | None = field(init=False, default=None)

    def person(self, surname: str) -> str | None:
        """The full name of a person whom the text names by surname as well, or None."""
        if surname not in self.surnames:
            self.surnames[surname] = self._full_name(surname)
        return self.surnames[surname]

    def of_place(self, place: str) -> bool:
        """Whether the text uses an adjective of a place: then it is one that has people, as a country has."""
        for ending, added in _PEOPLES:
            if place.endswith(added) and self._named(place[: len(place) - len(added)] + ending):
                return True
        return False

    def homeland(self, surface: str) -> str | None:
        """The place that the text names and whose people or things it calls so: "Karvelian" of Karvelia, or None."""
        for ending, added in _PEOPLES:
            base = surface.removesuffix(ending) + added
            if surface.endswith(ending) and len(base) >= _SHORTEST and self._named(base):
                return base
        return None

    def _named(self, word: str) -> bool:
        """Whether the text has a capitalised word, be it at the start of a line."""
        if self._openers is None:
            self._openers = frozenset(_OPENING.findall(self.text))
        return word in self._capitalised() or word in self._openers

    def _full_name(self, surname: str) -> str | None:
        for at in self._capitalised().get(surname, ()):
            words = self.text[max(0, at - 30) : at].split()
            given = words[-1] if words else ""
            if given[:1].isupper() and given[1:].islower() and given.isalpha():
                if given.lower() in word_table("titles"):
                    continue
                ordinary = known_word(given.lower()) and given.lower() not in given_names()
                ordinary = ordinary and not self._presented(words[:-1], at + 1 + len(surname))
                if not ordinary and self.lexicon.canonical(given) is None:
                    return f"{given} {surname}"
        return self._family_first(surname)

    def _family_first(self, family: str) -> str | None:
        """The full name of somebody whose family's name stands first: "President Li" of "Li Wen", or None."""
        if family.lower() in given_names() or not any(self._titled(at) for at in self._capitalised().get(family, ())):
            return None
        given = {word for word in self._behind(family) if not known_word(word.lower())}
        given = {word for word in given if self.lexicon.canonical(word) is None}
        return f"{family} {given.pop()}" if len(given) == 1 else None

    def _behind(self, family: str) -> Iterator[str]:
        """The words with capitals that follow one."""
        at = self.text.find(family)
        while at >= 0:
            end = at + len(family)
            inside = at > 0 and (self.text[at - 1].isalnum() or self.text[at - 1] == "_")
            match = None if inside else _FOLLOWING.match(self.text, end)
            if match is not None:
                yield match[1]
            at = self.text.find(family, match.end() if match is not None else at + 1)

    def _titled(self, at: int) -> bool:
        """Whether a rank stands before the word at an offset."""
        words = self.text[max(0, at - 30) : at].split()
        return bool(words) and words[-1].lower() in word_table("titles")

    def _presented(self, before: list[str], end: int) -> bool:
        """Whether a text presents somebody: "says Mark Holm", "Captain Moses Roe", "Grace Mumbi, 38, …"."""
        last = before[-1].lower().strip('"“”,') if before else ""
        return last in word_table("titles") or last in word_table("saying") or bool(_AGED.match(self.text, end))

    def _capitalised(self) -> dict[str, list[int]]:
        """Where each capitalised word stands behind a space: its first few places."""
        if self._places is None:
            known: dict[str, list[int]] = {}
            self._places = known
            for match in _CAPITALISED.finditer(self.text):
                word = match[1]
                places = known.get(word)
                if places is None:
                    known[word] = [match.start()]
                elif len(places) < _TRIES:
                    places.append(match.start())
        return self._places
