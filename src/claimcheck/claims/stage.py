"""What a text as a whole tells of its names: its countries, its statesmen, its towns, the person told of last."""

from __future__ import annotations

import re
from collections import Counter

from attrs import define, field

from claimcheck.claims.names import Name, Names
from claimcheck.claims.places import place_names, regions, seats_of_government
from claimcheck.claims.playing import leading, pair_of, tally
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import word_table
from claimcheck.claims.speakers import person_named
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["Stage"]

_NEARLY = 1.2
_BEFORE = 60  # characters before a name in which an office stands
_PERSONAL = frozenset({"he", "she"})
_FORMER = frozenset({"then", "former", "late", "vice", "deputy"})
_MANY = 3  # names that a reader would give


@define
class Stage:
    """The countries that a text plays in, and the country of each statesman and town that it presents."""

    text: str
    names: Names
    _counted: Counter[str] | None = field(init=False, default=None)
    _last_person: tuple[str, int] = field(init=False, default=("", -1))
    _towns: dict[str, str] = field(init=False, factory=dict)
    _leaders: dict[str, str] = field(init=False, factory=dict)

    @property
    def counted(self) -> Counter[str]:
        """How often the text names each country, by its people or its capital as well."""
        if self._counted is None:
            self._counted = tally(self.text, self.names)
        return self._counted

    @property
    def pair(self) -> tuple[str, ...]:
        """The two countries that a text is on, or none."""
        return pair_of(self.counted)

    def home(self, titled: str | None, main: tuple[str, ...]) -> str | None:
        """The country that a text is on: that of its title, unless the text names another more often; where the title
        names bodies, that which the text names far more often than any other.
        """
        countries = load_table("countries")
        if titled is None:
            places = [name for name in main if _placelike(name)]
            if len(places) > 1 or not set(places) <= countries.keys():
                return None
            first = leading(self.counted)
            return first if first and (not places or places == [first]) else None
        if titled not in countries:
            return titled
        return titled if self.counted[titled] * _NEARLY >= max(self.counted.values(), default=0) else None

    def around(self, found: list[str]) -> list[str]:
        """The country of a town that is named without one, as the text says elsewhere ("in Chaman, Pakistan")."""
        countries = load_table("countries")
        if len(found) >= _MANY or any(name in countries or name in regions() for name in found):
            return []
        return [home for name in found if (home := self._home_of_town(name))][:1]

    def _home_of_town(self, name: str) -> str:
        if name not in self._towns:
            told = f"{name}, " in self.text or f"{name} in " in self.text
            pattern = rf"\b{re.escape(name)}(?:,| in) ([A-Z]\w+(?: [A-Z]\w+)?)"
            after = re.search(pattern, self.text) if told else None
            country = (self.names.canonical(after[1]) or self.names.canonical(after[1].split()[0])) if after else None
            self._towns[name] = country if country in load_table("countries") and country is not None else ""
        return self._towns[name]

    def person(self, reading: Reading, mention: Mention) -> list[str]:
        """The person of the sentence before whom "he" or "she" takes up, where no one of the sentence is one."""
        own = next((name.canonical for name in reading.names if self._is_person(reading, name)), "")
        paragraph = reading.unit.paragraph
        if own:
            self._last_person = own, paragraph
            return []
        first, _ = reading.clause(mention.first)
        if not any(norm in _PERSONAL for norm in (reading.norms[0], *reading.norms[first : mention.first])):
            return []
        before = reading.sentence_before()
        named = [name.canonical for name in before.names if self._is_person(before, name)] if before else []
        if named:
            self._last_person = named[0], paragraph
        person, where = self._last_person
        return [person] if person and where == paragraph else []

    def _is_person(self, reading: Reading, name: Name) -> bool:
        full = name.canonical
        if " " not in full or name.place or _placelike(full):
            return False
        return person_named(reading, name) or self.names.people.surnames.get(full.split()[-1]) == full

    def led(self, found: list[str]) -> list[str]:
        """The country of a statesman who is among the names alone, as the text presents him: "Peruvian President …"."""
        if len(found) >= _MANY:
            return []
        led = [self._country_of(name) for name in found if " " in name and not _placelike(name)]
        return [country for country in dict.fromkeys(led) if country and country not in found]

    def _country_of(self, person: str) -> str:
        if person not in self._leaders:
            self._leaders[person] = self._presented(person)
        return self._leaders[person]

    def _presented(self, person: str) -> str:
        """The country before the office that stands before a name: "Peru's Foreign Minister Ana Ruiz"."""
        for match in re.finditer(re.escape(person), self.text):
            words = self.text[max(0, match.start() - _BEFORE) : match.start()].split()
            at = len(words)
            while at and words[at - 1].lower().removeprefix("then-") in word_table("titles") | _FORMER:
                at -= 1
            if at < len(words) and at:
                country = self.names.canonical(words[at - 1].removesuffix("'s").removesuffix("’s")) or ""
                country = seats_of_government().get(country, country)
                if country in load_table("countries"):
                    return country
        return ""


def _placelike(name: str) -> bool:
    return name in place_names() or name in regions()
