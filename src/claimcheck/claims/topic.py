"""Whom a figure is shown to be about: beside the names of its context, what the document as a whole is about.

Claims are compared by the names of their context alone (``Claim.entities``); what a reader adds from the title, the
byline or the country that a text plays in is for display.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

import regex
from attrs import define, field

from claimcheck.claims.about import LISTED, About
from claimcheck.claims.asides import aside, common_tail, localities, shared
from claimcheck.claims.carried import completed, counters, listed, of_persons, states, staying
from claimcheck.claims.context import Context
from claimcheck.claims.fuller import bodies, groups, letters
from claimcheck.claims.homes import home_too
from claimcheck.claims.institutions import of_institution
from claimcheck.claims.issuers import ISSUED, issuer
from claimcheck.claims.names import Names
from claimcheck.claims.places import place_names, regions
from claimcheck.claims.playing import country_of
from claimcheck.claims.reading import Reading
from claimcheck.claims.refined import only_says, refined
from claimcheck.claims.shapes import common, word_table
from claimcheck.claims.stage import Stage
from claimcheck.claims.told_places import acting_state, region_of
from claimcheck.claims.worded.recalled import Recalled
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Document, Kind, Span
from claimcheck.segment.model import Cell, Unit

__all__ = ["PUBLISHED", "Topic"]

PUBLISHED = "publication date of the document"
"""What the date of a document's own dateline measures."""

_DATE, _AGE, _RANK, _COUNT = Kind.DATE, Kind.AGE, Kind.RANK, Kind.COUNT
_FAR = 20_000  # characters of a text in which its topic shows
_TAGS = regex.compile(r"<[^>]*>|[*`_]+(?=\b|$)|(?<=^)[*`_]+")
_BRACKETS = regex.compile(r"\s*\([^)]*\)")
_ROWS = 5  # rows of a table whose names a total is of


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
    """What one document is about: names of its title, the country that it is on, who published it."""

    document: Document
    names: Names
    context: Context
    recalled: Recalled = field(init=False, factory=Recalled)
    _main: tuple[str, ...] | None = field(init=False, default=None)
    _presented: frozenset[str] | None = field(init=False, default=None)
    _people: dict[str, bool] = field(init=False, factory=dict)
    _fuller: dict[str, tuple[str, ...]] | None = field(init=False, default=None)
    _rows: tuple[Span | None, dict[str, None]] = field(init=False, factory=lambda: (None, {}))
    _together: tuple[str, ...] = field(init=False, default=())
    _stage: Stage = field(init=False)
    _last: tuple[Unit, tuple[str, ...]] | None = field(init=False, default=None)
    _before: tuple[Unit, tuple[str, ...]] | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self._stage = Stage(self._head, self.names)

    def shown(self, reading: Reading, mention: Mention, about: About) -> tuple[str, ...]:
        """The names of a claim as a reader would give them."""
        if reading.unit.cell is not None:
            return self._in_full(self._of_cell(reading.unit, reading.unit.cell, about.entities))
        names = self._in_full(self._of_prose(reading, mention, about))
        names = refined(self._stage, reading, mention, self._unsaid(reading, mention, about, names))
        if self._last is None or self._last[0] is not reading.unit:
            self._together = listed(reading) or self._together
        stay = staying(reading, names) if mention.kind is not _RANK else ()
        if stay:
            if self._last is not None and self._last[0] is not reading.unit:
                self._before = self._last
            self._last = reading.unit, stay
        return names

    def _of_cell(self, unit: Unit, cell: Cell, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names of a table's figure: of its row, of all rows for a total, or else what the table is on."""
        if cell.header:
            bare = not any(char.isalpha() for char in unit.span.cover(self.document.text))
            return names or (self.main if bare else ())
        if self._rows[0] != unit.block.span:
            self._rows = unit.block.span, {}
        rows = self._rows[1]
        if cell.total and 1 < len(rows) <= _ROWS and set(names) <= set(self.main):
            return tuple(rows)
        label = next((name for name in names if name == _TAGS.sub("", cell.row_label).strip()), None)
        if label is None:
            return names or self.main
        if common(label) and self.names.canonical(label) is None:
            wider = tuple(name for name in names if name != label)
            return wider or names
        words = _BRACKETS.sub("", label).split()
        if len(words) > 1 and words[-1] in word_table("levels"):
            words.pop()
        named = self.names.canonical(" ".join(words)) or " ".join(words)
        rows.setdefault(named)
        return names if self.names.canonical(label) is not None else (named,)

    def _of_prose(self, reading: Reading, mention: Mention, about: About) -> tuple[str, ...]:
        names = about.entities
        if self.context.institution and of_institution(reading, mention):
            return (self.context.institution,)
        counting = counters(reading, mention) if about.own and self.main else set()
        if counting and counting >= set(names):
            region = region_of(reading, mention, self.main)
            before = self._going_on(reading, mention)
            return (region,) if region else self.main if set(before) <= counting else before
        if mention.kind is _AGE and reading.norms[mention.first - 1] == ",":
            aged = [name.canonical for name in reading.names if name.last == mention.first - 1 and not name.place]
            if aged:
                return tuple(aged)  # "Grace Mumbi, 38, of Kitui"
        if not about.own or set(names) <= set(self.main):
            names = self._taken_up(reading, mention) or names
        unsaid = not about.own or about.why.startswith("“the ")
        if unsaid and names == about.entities and (meant := self._meant(reading, mention)):
            names = meant
        elif not about.own and names == about.entities and set(names) <= set(self.context.subjects.main):
            names = self._going_on(reading, mention) or self.main or names
        elif not about.own and names == about.entities:
            names = self._going_on(reading, mention) or names
        if names and (not about.own or self._only_says(reading, mention)) and all(map(self._person, names)):
            names = names if of_persons(reading, mention, spoken=about.own) else self.main or names
        if not names:
            return self.main
        if about.own:
            names = tuple(dict.fromkeys((*about.taken_up, *names, *common_tail(reading, mention))))
            names = completed(reading, names)
            apart = aside(reading, mention)
            names = tuple(name for name in names if name not in apart) or self.main or names
            listed_places, country = localities(reading)
            if not listed_places.isdisjoint(names):
                rest = [name for name in names if name not in listed_places]
                names = tuple(dict.fromkeys((*rest, country)))
        if about.why == LISTED:
            names = tuple(dict.fromkeys((*names, *shared(reading, mention))))
        region = region_of(reading, mention, self.main) if about.own and self.main else None
        if region is not None and region not in names:
            names = (*names, region)
        if about.why == LISTED:
            return names
        home = self._home_of(reading, names, mention) or self._entered(reading, mention, names)
        home = home or acting_state(reading, mention, self._told(reading), self._together)
        return (*names, home) if home is not None and home not in names else names

    def _taken_up(self, reading: Reading, mention: Mention) -> tuple[str, ...]:
        """Those named together before whom a clause takes up by one noun: "the allies", "each member"."""
        if not self._together:
            return ()
        first, last = reading.clause(mention.first)
        norms = reading.norms
        for k in range(first, last - 1):
            if norms[k] not in _EACH:
                continue
            if norms[k + 1] in word_table("together") and norms[k + 2 : k + 3] != ["of"]:
                return self._together
            if self._as_many(reading, k + 1):
                return self._together
        return ()

    def _as_many(self, reading: Reading, at: int) -> bool:
        """Whether a numeral and a plural noun say as many as were named together: "all four groups"."""
        norms = reading.norms
        if norms[at] != _NUMERALS.get(len(self._together)) or at + 1 >= len(norms) or norms[at + 2 : at + 3] == ["of"]:
            return False
        figure = reading.figure_at[at]
        counted = figure < 0 or reading.mentions[figure].kind is _COUNT
        return counted and norms[at + 1].endswith("s")

    def _meant(self, reading: Reading, mention: Mention) -> tuple[str, ...]:
        """The country of the title that "the country" or "the state" is; the place of "the province of Orm" that "the
        province" is.
        """
        nouns = {
            reading.norms[k + 1].removesuffix("'s")
            for k in range(mention.first - 1)
            if reading.norms[k] == "the" and reading.tags[k + 2 : k + 3] not in (["N"], ["Z"], ["-"])
        }
        home = self._home or self._stage.home(None, self.context.subjects.main)
        if home is not None and nouns & states():
            return (home,)
        for noun in nouns & word_table("levels"):
            before = self._head[: mention.span.start]
            named = re.findall(rf"\b{noun} of ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)", before)
            if named:
                return (self.names.canonical(named[-1]) or named[-1],)
        return ()

    def _going_on(self, reading: Reading, mention: Mention) -> tuple[str, ...]:
        """The names of the figure before in the same paragraph, which a sentence without names goes on about, unless a
        sentence between them turns to somebody else.
        """
        if self._last is None:
            return ()
        unit, names = self._last
        if unit.paragraph != reading.unit.paragraph and (self.main or unit.block.section != reading.unit.block.section):
            return ()
        if of_persons(reading, mention, spoken=False) or all(map(self._person, names)):
            return ()
        return () if any(map(self.context.named_in, range(unit.index + 1, reading.unit.index))) else names

    @property
    def main(self) -> tuple[str, ...]:
        """What the title names, or what the noun of the title is called in the text ("The village that …")."""
        if self._main is None:
            titled = self.context.subjects.main
            if not titled or not (self.context.institution or all(map(self._told_on, titled))):
                played = country_of(self._head, self.names) if titled else ""
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
        return len(re.findall(rf"\b{re.escape(name)}\b", self._head)) > title.count(name)

    def published(self, reading: Reading, mention: Mention) -> bool:
        """Whether a date is that of the document's own dateline."""
        if mention.kind is not _DATE:
            return False
        where = dict(self.document.attributes).get("published_from")
        if where is None:
            return False
        start, _, end = where.partition(":")
        if mention.span.end <= int(start) or mention.span.start >= int(end):
            return False
        verbs = [k for k, mark in enumerate(reading.tags) if mark in "VX"]
        return all(reading.norms[k] in ISSUED or reading.tags[k] == "X" for k in verbs)

    def publisher(self, mention: Mention) -> tuple[str, ...]:
        """Who published the document, as the line of its date says, else what it is about."""
        if self.document.publisher:
            return (self.document.publisher,)
        found = issuer(self.document.text, mention.span.start, self.names)
        return (found,) if found else self.main

    def _called(self) -> tuple[str, ...]:
        """The name that the text introduces by the noun that its title begins with."""
        title = self.document.title or (self.document.sections[0].title if self.document.sections else "")
        words = title.split()
        if not words or words[0].lower() not in _ARTICLES:
            return ()
        for noun in [word for word in words[1:3] if word.isalpha() and word.islower() and len(word) >= _NOUN]:
            apposed = rf"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:,| is| was) (?:a|an|the) (?:[a-z-]+ ){{0,2}}{noun}\b"
            found = re.search(apposed, self._head)
            if found is not None:
                return (self.names.canonical(found[1]) or found[1],)
        return ()

    @property
    def _head(self) -> str:
        return self.document.text[:_FAR]

    @cached_property
    def _country(self) -> str | None:
        """The country that the text is on, by its title and by what it names most."""
        return self._stage.home(self._home, self.context.subjects.main)

    @cached_property
    def _home(self) -> str | None:
        """The country that the title names, or a place that the text has an adjective for as one has of a country."""
        main = self.context.subjects.main
        if len(main) != 1 or main != self.main:
            return None
        return main[0] if main[0] in load_table("countries") or self.names.has_people(main[0]) else None

    def _home_of(self, reading: Reading, names: tuple[str, ...], mention: Mention) -> str | None:
        """The country of the title, where a claim that names only others tells of it as well."""
        home = self._country if mention.kind is not _RANK else None
        return home if home is not None and home_too(reading, mention.first, names, home, self.names) else None

    def _entered(self, reading: Reading, mention: Mention, names: tuple[str, ...]) -> str | None:
        """The country of the title that "the country" after a figure is: "40 men entered the republic"."""
        home = self._home
        if home is None or home in names or states().isdisjoint(reading.scan.vocabulary):
            return None
        _, last = reading.clause(mention.first)
        norms = reading.norms
        closing = range(mention.last, min(last, len(norms)))
        found = any(norms[k] in states() and norms[k - 1] == "the" and norms[k + 1 : k + 2] != ["of"] for k in closing)
        return home if found else None

    def _unsaid(self, reading: Reading, mention: Mention, about: About, names: tuple[str, ...]) -> tuple[str, ...]:
        """The country of a text alone, where a sentence names and takes up nobody: "2 million people have fled"."""
        if about.own or not names or not _TAKING_UP.isdisjoint(reading.scan.vocabulary):
            return names
        home = self._country
        here = {name.canonical for name in reading.names}
        if home is None or not here.isdisjoint(names) or not any(mark in "VX" for mark in reading.tags):
            return names
        before = reading.sentence_before()
        return (home,) if home in names or (before is not None and only_says(before, names)) else names

    def _told(self, reading: Reading) -> tuple[Unit, tuple[str, ...]] | None:
        """The last unit before a reading's that told of somebody, and of whom."""
        return self._before if self._last is not None and self._last[0] is reading.unit else self._last

    def _in_full(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Names with the noun that the text never calls them without ("the San Blas cooperative"), and with the
        members of a group of countries in its stead: "the Baltic states" are three.
        """
        if self._fuller is None:
            self._fuller = {
                **bodies(self._head, self.names, self._person),
                **groups(self._head),
                **letters(self.document.text),
            }
        if self._fuller.keys().isdisjoint(names):
            return names
        return tuple(dict.fromkeys(one for name in names for one in self._fuller.get(name, (name,))))

    def _person(self, name: str) -> bool:
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
            head = self._head
            self._presented = frozenset(name for one in _presenting() for name in one.findall(head))
        return surname in self._presented

    def _only_says(self, reading: Reading, mention: Mention) -> bool:
        """Whether the pronoun of a sentence only says it: "Snow cannons, he says, need …"."""
        if reading.scan.vocabulary.isdisjoint(_SPEAKING):
            return False
        norms = reading.norms
        return any(norms[k] in {"he", "she"} and norms[k + 1] in word_table("saying") for k in range(len(norms) - 1))


_TAKING_UP = frozenset({"it", "its", "they", "their", "them", "he", "she", "his", "her", "both", "each", "we", "our"})
_NOUN = 4  # letters of a noun that a name is introduced by
_ARTICLES = frozenset({"the", "a", "an", "our", "this", "one"})


_SPEAKING = frozenset({"he", "she"})
_NUMERALS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_EACH = frozenset({"the", "each", "every", "both", "all", "these", "its"})
