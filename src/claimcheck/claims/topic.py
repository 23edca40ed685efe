"""What a document as a whole is about: what its title names, the country that it is on, who its people are.

Claims are compared by the names of their context alone (``Claim.entities``); what a reader adds from the title or the
country that a text plays in is for display.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from attrs import define, field

from claimcheck.claims.context import Context
from claimcheck.claims.fuller import bodies, groups, letters
from claimcheck.claims.names import Names
from claimcheck.claims.places import place_names, regions
from claimcheck.claims.playing import country_of
from claimcheck.claims.shapes import word_table
from claimcheck.claims.stage import Stage
from claimcheck.lexicon import load_table
from claimcheck.records import Document

__all__ = ["Topic"]

_FAR = 20_000  # characters of a text in which its topic shows
_NOUN = 4  # letters of a noun that a name is introduced by
_ARTICLES = frozenset({"the", "a", "an", "our", "this", "one"})


@cache
def _presenting() -> tuple[re.Pattern[str], ...]:
    """Ways in which a text shows that a name is somebody's: who speaks, has an age, or is told of with "who"."""
    saying = "|".join(sorted(word_table("saying")))
    name = r"([A-Z][\w'’-]+)"
    return (
        re.compile(rf"\b(?:{saying}) (?:[A-Z]\w+ )?{name}"),
        re.compile(rf"{name}(?:, [^,.]{{1,60}},)? (?:{saying})\b"),
        re.compile(rf"{name}, (?:\d\d,|who\b)"),
    )


@define
class Topic:
    """What one document is about."""

    document: Document
    names: Names
    context: Context
    stage: Stage = field(init=False)
    _main: tuple[str, ...] | None = field(init=False, default=None)
    _presented: frozenset[str] | None = field(init=False, default=None)
    _people: dict[str, bool] = field(init=False, factory=dict)
    _fuller: dict[str, tuple[str, ...]] | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self.stage = Stage(self.head, self.names)

    @property
    def head(self) -> str:
        """The text as far as its topic shows."""
        return self.document.text[:_FAR]

    @property
    def titled(self) -> tuple[str, ...]:
        """The names of the title."""
        return self.context.subjects.main

    @property
    def main(self) -> tuple[str, ...]:
        """What the title names, or what the noun of the title is called in the text ("The village that …")."""
        if self._main is None:
            titled = self.titled
            if not titled or not (self.context.institution or all(map(self._told_on, titled))):
                played = country_of(self.head, self.names) if titled else ""
                titled = self._called() or ((played,) if played else titled)
            self._main = titled
        return self._main

    def _told_on(self, name: str) -> bool:
        """Whether a text goes on about a name of its title: it doesn't of whom the title only addresses ("what the
        route tells Europe").
        """
        if name not in regions():
            return True
        title = self.document.title or ""
        return len(re.findall(rf"\b{re.escape(name)}\b", self.head)) > title.count(name)

    def _called(self) -> tuple[str, ...]:
        """The name that the text introduces by the noun that its title begins with."""
        title = self.document.title or (self.document.sections[0].title if self.document.sections else "")
        words = title.split()
        if not words or words[0].lower() not in _ARTICLES:
            return ()
        for noun in [word for word in words[1:3] if word.isalpha() and word.islower() and len(word) >= _NOUN]:
            apposed = rf"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:,| is| was) (?:a|an|the) (?:[a-z-]+ ){{0,2}}{noun}\b"
            found = re.search(apposed, self.head)
            if found is not None:
                return (self.names.canonical(found[1]) or found[1],)
        return ()

    @cached_property
    def country(self) -> str | None:
        """The country that the text is on, by its title and by what it names most."""
        return self.stage.home(self.home, self.titled)

    @cached_property
    def home(self) -> str | None:
        """The country that the title names, or a place that the text has an adjective for as one has of a country."""
        main = self.titled
        if len(main) != 1 or main != self.main:
            return None
        return main[0] if main[0] in load_table("countries") or self.names.has_people(main[0]) else None

    def in_full(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Names with the noun that the text never calls them without ("the San Blas cooperative"), and with the
        members of a group of countries in its stead: "the Baltic states" are three.
        """
        if self._fuller is None:
            self._fuller = {
                **bodies(self.head, self.names, self.person),
                **groups(self.head),
                **letters(self.document.text),
            }
        if self._fuller.keys().isdisjoint(names):
            return names
        return tuple(dict.fromkeys(one for name in names for one in self._fuller.get(name, (name,))))

    def person(self, name: str) -> bool:
        """Whether a name is that of somebody who speaks, has an age or is called by surname alone."""
        found = self._people.get(name)
        if found is None:
            found = self._people[name] = self._is_person(name)
        return found

    def _is_person(self, name: str) -> bool:
        if self.names.canonical(name) is not None or name in place_names():
            return False
        surname = name.split()[-1]
        if self.names.people.surnames.get(surname):
            return True
        if self._presented is None:
            head = self.head
            self._presented = frozenset(name for one in _presenting() for name in one.findall(head))
        return surname in self._presented
