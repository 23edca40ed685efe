"""Names in a document: what its capitalised words call, and which of them call the same thing.

Known names (countries, organisations, aliases from rule packs) come from the lexicon; a document adds its own:
acronyms that it defines ("Shanghai Cooperation Organization (SCO)"), and surnames of people named in full before.
"""

from __future__ import annotations

from functools import cache

from attrs import define, field

from claimcheck.claims.capitals import Capitals
from claimcheck.claims.definitions import Definitions
from claimcheck.claims.persons import People
from claimcheck.claims.places import state_of
from claimcheck.claims.shapes import bare
from claimcheck.claims.shouted import Shouted, titled
from claimcheck.extract.tokens import tokenise
from claimcheck.lexicon import Lexicon, fold, load_table
from claimcheck.records import Span

__all__ = ["Name", "Names"]


@define  # made for every figure, so not frozen, which costs thrice the time; never changed all the same
class Name:
    """A name in a unit: tokens ``first`` up to ``last``; ``known`` where the lexicon or the document defines it.

    ``adjective`` says that it stands before a noun as a demonym does ("Chinese troops"), ``place`` that it is a
    country, city or region. A seat of government stands for its country ("Beijing provided aid") unless it is where
    something is ("in Beijing"); then ``canonical`` is the city and ``inside`` the country.
    """

    first: int
    last: int
    canonical: str
    known: bool
    adjective: bool = False
    place: bool = False
    inside: str | None = None


@cache
def _index(lexicon: Lexicon) -> dict[str, tuple[int, ...]]:
    """For the first token of each alias, how many tokens such aliases have, the longest first."""
    index: dict[str, tuple[int, ...]] = {}
    for alias in lexicon.aliases:
        _enter(index, alias)
    return index


def _enter(index: dict[str, tuple[int, ...]], alias: str) -> None:
    tokens = tokenise(alias, Span(0, len(alias)))
    if tokens:
        first = bare(tokens[0].norm)
        known = index.get(first, ())
        if len(tokens) not in known:
            index[first] = tuple(sorted((*known, len(tokens)), reverse=True))


@define
class Names:
    """The names of one document."""

    lexicon: Lexicon
    text: str = ""
    aliases: dict[str, str] = field(factory=dict)
    abbreviations: dict[str, str] = field(factory=dict)
    _first: dict[str, tuple[int, ...]] = field(init=False, factory=dict)
    _spoken_of: dict[str, bool] = field(init=False, factory=dict)
    _named: dict[str, str] = field(init=False, factory=dict)
    capitals: Capitals = field(init=False)
    people: People = field(init=False)
    shouted: Shouted = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.capitals = Capitals(self.text)
        self.people = People(self.text, self.lexicon)
        self.shouted = Shouted(self.text, self._called, self.capitals.proper)

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Names:
        """Read the definitions that a document makes."""
        found = Definitions.of(text, lexicon)
        names = cls(lexicon, text, found.aliases, abbreviations=found.abbreviations)
        names._first = dict(_index(lexicon)) if names.aliases else _index(lexicon)
        for alias in names.aliases:
            _enter(names._first, alias)
        return names

    def has_people(self, place: str) -> bool:
        """Whether the text uses an adjective of a place: then it is one that has people, as a country has."""
        return self.people.of_place(place)

    def canonical(self, surface: str) -> str | None:
        """The entity that a surface names in this document, or None where nothing defines it."""
        found = self._named.get(surface)
        if found is None:
            key = fold(surface)
            found = self.aliases.get(key) or self.lexicon.aliases.get(key) or state_of(surface, self.lexicon)
            self._named[surface] = found
        return found or None

    def _called(self, surface: str) -> str | None:
        """Whom a surface names that the lexicon or the text knows, or a person of that surname."""
        return self.canonical(surface) or (None if " " in surface else self.people.person(surface))

    def unshouted(self, surface: str) -> str:
        """A body's name in capitals as the text writes it, or as a name is written."""
        return self.shouted.written(surface) or titled(surface)

    def speaks_of(self, country: str) -> bool:
        """Whether the text names a country or its people."""
        if country not in self._spoken_of:
            people = load_table("countries").get(country, {}).get("people", [])
            self._spoken_of[country] = any(word in self.text for word in (country, *people))
        return self._spoken_of[country]

    def lengths(self, word: str) -> tuple[int, ...]:
        """How many tokens the known names have that begin with a word, the longest first."""
        return self._first.get(bare(word), ())
