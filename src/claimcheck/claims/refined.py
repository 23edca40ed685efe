"""The names of a figure as a reader would give them, by what each does in the sentence.

Who is counted belongs to them ("40 Peruvian nurses"), who said it on a day does ("Ruiz said on Monday"); the town where
it was said does not, nor a faith. "Bilateral trade" is that of the two countries that the text is on.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from attrs import define, field

from claimcheck.claims.carried import of_persons, states
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.names import Name, Names
from claimcheck.claims.places import place_names, regions, seats_of_government
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.shapes import word_table
from claimcheck.claims.speakers import person_named
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["Stage"]

_RUN = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}(?!\$)\b")
_OFTEN = 3  # times that a text names each of the two countries that it is on
_NEARLY = 1.2
_AHEAD = 1.5  # times as often as any other country
_NOUNS = 4  # tokens from a figure to the noun that it counts
_PERSONAL = frozenset({"he", "she"})
_FORMER = frozenset({"then", "former", "late", "vice", "deputy"})
_DATING = frozenset({"since", "after", "before", "following", "until", "from", "with"})
_SETTING = frozenset({"during", "after", "before", "since", "despite", "amid", "following"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "throughout"})
_MANY = 3  # names that a reader would give
_RANK = Kind.RANK


@cache
def _faiths() -> frozenset[str]:
    return word_table("faiths")


@cache
def _speech() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["verbs"])


@cache
def _mutual() -> frozenset[str]:
    return word_table("mutual")


@define
class Stage:
    """The countries that a text plays in, and the country of each statesman whom it presents."""

    text: str
    names: Names
    _counted: Counter[str] | None = field(init=False, default=None)
    _last_person: tuple[str, int] = field(init=False, default=("", -1))
    _towns: dict[str, str] = field(init=False, factory=dict)
    _leaders: dict[str, str] | None = field(init=False, default=None)

    def refined(self, reading: Reading, mention: Mention, shown: tuple[str, ...]) -> tuple[str, ...]:
        """The names shown, with those of a sentence that its grammar adds and without those that it sets aside."""
        if mention.kind is _RANK:
            return shown
        found = [name for name in shown if name.lower() not in _faiths()]
        found = [*self._saying(reading, mention), *found] if mention.kind in TIMES else found
        found = [*self._selves(reading, mention), *found]
        found = self._dated(reading, mention, found)
        found = self._placed(reading, mention, found)
        found = _without(found, _undertakings(found) | _eras(reading, mention) | self._seats(reading, found))
        found = _without(found, self._parts(reading) | self._reckoners(reading, mention) | _fronted(reading, mention))
        if len({name for name in found if name in load_table("countries")}) <= 1:
            found = [*found, *_joined(reading, mention)]
        if mention.kind in TIMES or of_persons(reading, mention, spoken=False):
            found = [*self._person(reading, mention, found), *found]
        found = [*found, *self._led(found)]
        found = [*found, *self._around(found)]
        found = [*found, *self._counted_people(reading, mention), *self._partners(reading, mention, found)]
        return tuple(dict.fromkeys(found)) or shown

    def _counted_people(self, reading: Reading, mention: Mention) -> list[str]:
        """Whose people or things a figure counts: "40 Peruvian nurses", "2,000 Afghans"."""
        for name in reading.names:
            if not 0 <= name.first - mention.last <= _NOUNS or not name.place:
                continue
            gap = reading.tags[mention.last : name.first]
            if all(mark in "A-M" for mark in gap) and reading.norms[name.first - 1] not in {"and", "or"}:
                return [name.canonical]
        return []

    def _saying(self, reading: Reading, mention: Mention) -> list[str]:
        """Who says or tells something at a time: "Ana Ruiz told the board on Monday that …"."""
        first, last = reading.clause(mention.first)
        verb = next((k for k in range(first, last) if reading.tags[k] == "V"), -1)
        if verb < 0 or verb_lemma(reading.norms[verb]) not in _speech():
            return []
        if any(reading.tags[k] in "VX" or reading.norms[k] in {"that", "“", '"'} for k in range(verb + 1, mention.first)):
            return []
        before = (name for name in reading.names if first <= name.first < verb and not name.adjective)
        return [name.canonical for name in before if name.known or person_named(reading, name)]

    def _selves(self, reading: Reading, mention: Mention) -> list[str]:
        """Who says it of himself: "the World Bank said it had lent $4bn"."""
        first, _ = reading.clause(mention.first)
        norms, tags = reading.norms, reading.tags
        verb = next((k for k in range(mention.first - 1, 0, -1) if tags[k] == "V" and _says(reading, k)), -1)
        if verb < 0:
            return []
        at = verb + 1 + (norms[verb + 1 : verb + 2] == ["that"])
        if norms[at : at + 1] not in (["it"], ["they"]) or at > mention.first or "," in norms[at : mention.first]:
            return []
        subject = [name for name in reading.names if name.last <= verb]
        return [name.canonical for name in subject[-1:] if not any(mark in "VX" for mark in tags[name.last : verb])]

    def _dated(self, reading: Reading, mention: Mention, found: list[str]) -> list[str]:
        """The names of the clause that a date dates, where those found come from elsewhere: "in 2013, after much talk,
        Ana Ruiz went to Lima", "in 2009, when Lima burned".
        """
        if mention.kind not in TIMES or not reading.names:
            return found
        own = {name.canonical for name in reading.names} | {name.inside for name in reading.names}
        if not own.isdisjoint(found):
            return found
        behind = [name for name in reading.names if name.first >= mention.last]
        if not behind or "according" in reading.norms[mention.last : behind[0].first]:
            return found
        _, end = reading.clause(behind[0].first)
        told = [name.canonical for name in behind if name.first < end and not name.adjective][:_MANY]
        kept = [name for name in found if name in load_table("countries") and _taken_up(reading)]
        return [*kept, *told] if told else found

    def _seats(self, reading: Reading, found: list[str]) -> set[str]:
        """Capitals that stand for a government beside their country: "Beijing was not happy"."""
        acting = (name for name in reading.names if reading.tags[name.last : name.last + 1] in (["V"], ["X"]))
        seats = {name.canonical for name in acting if seats_of_government().get(name.canonical) in found}
        return {name for name in seats if name in found}

    def _around(self, found: list[str]) -> list[str]:
        """The country of a town that is named without one, as the text says elsewhere ("in Chaman, Pakistan")."""
        countries = load_table("countries")
        if len(found) >= _MANY or any(name in countries or name in regions() for name in found):
            return []
        return [home for name in found if (home := self._home_of_town(name))][:1]

    def _home_of_town(self, name: str) -> str:
        if name not in self._towns:
            after = re.search(rf"\b{re.escape(name)}(?:,| in) ([A-Z]\w+(?: [A-Z]\w+)?)", self.text)
            country = (self.names.canonical(after[1]) or self.names.canonical(after[1].split()[0])) if after else None
            self._towns[name] = country if country in load_table("countries") and country is not None else ""
        return self._towns[name]

    def _person(self, reading: Reading, mention: Mention, found: list[str]) -> list[str]:
        """The person of the sentence before whom "he" or "she" takes up, where no one of the sentence is one."""
        own = next((name.canonical for name in reading.names if self._is_person(name.canonical)), "")
        paragraph = reading.unit.paragraph
        if own:
            self._last_person = own, paragraph
            return []
        first, _ = reading.clause(mention.first)
        if not any(norm in _PERSONAL for norm in (reading.norms[0], *reading.norms[first : mention.first])):
            return []
        before = reading.sentence_before()
        named = [name.canonical for name in before.names if self._is_person(name.canonical)] if before else []
        if named:
            self._last_person = named[0], paragraph
        person, where = self._last_person
        return [person] if person and where == paragraph and person not in found else []

    def _is_person(self, name: str) -> bool:
        surname = name.split()[-1]
        return " " in name and not _placelike(name) and self.names.people.surnames.get(surname) == name

    def _led(self, found: list[str]) -> list[str]:
        """The country of a statesman who is among the names alone, as the text presents him: "Peruvian President …"."""
        if len(found) >= _MANY:
            return []
        led = []
        for name in found:
            if " " in name and not _placelike(name):
                led.append(self._country_of(name))
        return [country for country in dict.fromkeys(led) if country and country not in found]

    def _country_of(self, person: str) -> str:
        if self._leaders is None:
            self._leaders = {}
        if person not in self._leaders:
            self._leaders[person] = self._presented(person)
        return self._leaders[person]

    def _presented(self, person: str) -> str:
        """The country before the office that stands before a name: "Peru's Foreign Minister Ana Ruiz"."""
        for match in re.finditer(re.escape(person), self.text):
            words = self.text[max(0, match.start() - 60) : match.start()].split()
            at = len(words)
            while at and words[at - 1].lower().removeprefix("then-") in word_table("titles") | _FORMER:
                at -= 1
            if at < len(words) and at:
                country = self.names.canonical(words[at - 1].removesuffix("'s").removesuffix("’s")) or ""
                country = seats_of_government().get(country, country)
                if country in load_table("countries"):
                    return country
        return ""

    def _parts(self, reading: Reading) -> set[str]:
        """What only looks like a name of its own: an office of a country that is named, the rest of a body's name, a
        thing that two countries share.
        """
        found: set[str] = set()
        countries = load_table("countries")
        for one, other in pairwise(reading.names):
            between = reading.norms[one.last : other.first]
            if other.known or person_named(reading, other):
                continue
            words = {reading.norms[k].removesuffix("'s") for k in range(other.first, other.last)}
            between = [norm for k, norm in enumerate(between, one.last) if not reading.tokens[k].text[:1].isupper()]
            office = not words.isdisjoint(word_table("ministries"))
            if one.canonical in countries and not between and office:
                found.add(other.canonical)
            elif between == ["-"] and one.canonical in countries and other.canonical.split()[0] in countries:
                found.add(other.canonical)
            elif between in (["and"], [","]) and (one.canonical in found or _office(reading, one)):
                if not person_named(reading, other) and not other.place:
                    found.add(other.canonical)
        return found

    def _reckoners(self, reading: Reading, mention: Mention) -> set[str]:
        """Who only says or estimates what a figure tells of others: "The UN estimates that half the country …"."""
        if mention.kind in TIMES:
            return set()
        verb = next((k for k in range(mention.first - 1, 0, -1) if reading.tags[k] in "VX"), -1)
        if verb < 0 or reading.tags[verb] != "V":
            return set()
        if verb_lemma(reading.norms[verb]) not in word_table("counting") - {"put", "expect", "project"}:
            return set()
        subject = [name for name in reading.names if name.first < verb and not name.adjective]
        subject = [name for name in subject if reading.norms[name.last : name.last + 1] in ([","], [reading.norms[verb]])]
        return {subject[0].canonical} if subject and subject[0].canonical not in load_table("countries") else set()

    def _placed(self, reading: Reading, mention: Mention, found: list[str]) -> list[str]:
        """Names without the towns where people only meet and speak: their country is named or stands for them."""
        countries = load_table("countries")
        kept = list(found)
        for name in reading.names:
            if name.canonical not in kept or name.canonical in countries or not _locates(reading, name):
                continue
            home = name.inside or seats_of_government().get(name.canonical) or _apposed(reading, name)
            if home is None or not (_meeting(reading, name) or (len(found) > _MANY and home in found and mention.kind not in TIMES)):
                continue
            at = kept.index(name.canonical)
            kept[at : at + 1] = [] if home in kept else [home]
        return kept

    def _partners(self, reading: Reading, mention: Mention, found: list[str]) -> list[str]:
        """The two countries that a text is on, of what they have or do together: "bilateral trade", "both sides"."""
        pair = self.pair
        if not pair or (len(found) > 1 and set(pair) <= set(found)):
            return []
        first, last = reading.clause(mention.first)
        norms = reading.norms[first:last]
        if not _mutual().isdisjoint(norms):
            return list(pair)
        together = word_table("together")
        for k, norm in enumerate(norms[:-1]):
            if norm in {"two", "both"} and norms[k + 1] in together | {"countries", "capitals"}:
                return list(pair)
        if set(found) & set(pair) and not word_table("trading").isdisjoint(norms):
            others = {name for name in found if name in load_table("countries")} - set(pair)
            return [] if others else list(pair)
        return []

    @property
    def counted(self) -> Counter[str]:
        """How often the text names each country, by its people or its capital as well."""
        if self._counted is None:
            self._counted = _tally(self.text, self.names)
        return self._counted

    def home(self, titled: str | None, main: tuple[str, ...]) -> str | None:
        """The country that a text is on: that of its title, unless the text names another more often; where the title
        names bodies, that which the text names far more often than any other.
        """
        leading = self.counted.most_common(2)
        if titled is not None:
            outdone = leading and self.counted[titled] * _NEARLY < leading[0][1]
            return None if outdone and titled in load_table("countries") else titled
        if not main or not leading or leading[0][1] < _OFTEN or any(map(_placelike, main)):
            return None
        ahead = len(leading) < len(main) or leading[0][1] >= _AHEAD * leading[1][1]
        return leading[0][0] if ahead else None

    @property
    def pair(self) -> tuple[str, ...]:
        """The two countries that a text is on, if it names both often and no third one nearly so often."""
        leading = self.counted.most_common(3)
        if len(leading) < 2 or leading[1][1] < _OFTEN:
            return ()
        if len(leading) > 2 and leading[2][1] * 2 > leading[1][1]:
            return ()
        return leading[0][0], leading[1][0]


def _without(found: list[str], apart: set[str]) -> list[str]:
    """Names without those set apart, unless none is left."""
    return [name for name in found if name not in apart] or found


def _taken_up(reading: Reading) -> bool:
    """Whether a sentence tells of a country by a noun: "across the country"."""
    norms = reading.norms
    return any(norms[k] in states() and norms[k - 1] == "the" for k in range(1, len(norms)))


def _undertakings(found: list[str]) -> set[str]:
    """Plans, treaties and the like beside those who have them."""
    what = {name for name in found if " " in name and name.split()[-1].lower() in word_table("undertakings")}
    return what if len(found) - len(what) > 1 else set()


def _eras(reading: Reading, mention: Mention) -> set[str]:
    """Names of what only dates what is told: "since the collapse of the Soviet Union"."""
    found = set()
    for name in reading.names:
        at = name.first - 1 - (name.first > 0 and reading.tags[name.first - 1] == "D")
        if at < 1 or reading.norms[at] != "of" or reading.norms[at - 1] not in word_table("endings"):
            continue
        if not _DATING & set(reading.norms[max(at - 3, 0) : at - 1]):
            continue
        if mention.kind not in TIMES or reading.clause(mention.first) != reading.clause(at):
            found.add(name.canonical)
    return found


def _says(reading: Reading, at: int) -> bool:
    return verb_lemma(reading.norms[at]) in _speech()


def _office(reading: Reading, name: Name) -> bool:
    """Whether a name is a ministry's or the like, "of" something."""
    norms = reading.norms[name.first : name.last]
    return "of" in norms and norms[0] in word_table("ministries")


def _fronted(reading: Reading, mention: Mention) -> set[str]:
    """The names of what a sentence is set in before its subject, where the figure stands behind with names of its own:
    "During the Orland occupation, aid made up 40% of the Tervian economy".
    """
    if not reading.norms or reading.norms[0].strip("“\"") not in _SETTING or mention.kind in TIMES:
        return set()
    comma = next((k for k, norm in enumerate(reading.norms) if norm == ","), -1)
    if not 0 < comma < mention.first:
        return set()
    own = {name.canonical for name in reading.names if name.first > comma}
    own_inside = {name.inside for name in reading.names if name.first > comma and name.inside}
    before = {name.canonical for name in reading.names if name.last <= comma}
    return before - own - own_inside if own else set()


def _joined(reading: Reading, mention: Mention) -> list[str]:
    """Two countries that a hyphen joins in a figure's clause: "the Tervian-Orlandic border"."""
    first, last = reading.clause(mention.first)
    for one, other in pairwise(reading.names):
        if first <= one.first < last and reading.norms[one.last : other.first] in (["-"], ["–"]):
            if one.canonical in load_table("countries") and other.canonical in load_table("countries"):
                return [one.canonical, other.canonical]
    return []


def _placelike(name: str) -> bool:
    return name in place_names() or name in regions()


def _tally(text: str, names: Names) -> Counter[str]:
    counted: Counter[str] = Counter()
    known = load_table("countries")
    for run in _RUN.findall(text):
        words = run.split()
        at = 0
        while at < len(words):
            for end in range(len(words), at, -1):
                name = names.canonical(" ".join(words[at:end]).removesuffix("'s").removesuffix("’s"))
                name = seats_of_government().get(name, name) if name else None
                if name in known:
                    counted[name] += 1
                    at = end - 1
                    break
            at += 1
    return counted


def _locates(reading: Reading, name: Name) -> bool:
    """Whether a place's name says where something is."""
    at = name.first - 1
    while at > 0 and reading.tags[at] in "DA":
        at -= 1
    if name.adjective or at < 0 or reading.tokens[name.last - 1].norm.endswith(("'s", "s'")):
        return False
    return reading.norms[at] in _WHERE


def _meeting(reading: Reading, name: Name) -> bool:
    """Whether what takes place in a town is that people meet: "at talks in Lima", "In Lima, the board held a meeting"."""
    first, last = reading.clause(name.first)
    at = name.first - 1
    while at > first and reading.tags[at] in "DAP":
        at -= 1
    if lemma(reading.norms[at]) in word_table("meetings"):
        return True
    verb = next((k for k in range(name.last, last) if reading.tags[k] == "V"), -1)
    held = verb >= 0 and verb_lemma(reading.norms[verb]) in {"hold", "give"}
    return held and any(lemma(norm) in word_table("meetings") for norm in reading.norms[verb + 1 : verb + 6])


def _apposed(reading: Reading, name: Name) -> str | None:
    """The country behind a comma after a town's name: "in Chaman, Pakistan"."""
    if reading.norms[name.last : name.last + 1] != [","]:
        return None
    after = next((one for one in reading.names if one.first == name.last + 1), None)
    return after.canonical if after is not None and after.canonical in load_table("countries") else None
