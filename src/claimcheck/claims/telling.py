"""Whom each figure is shown to be about, as a text tells them one after another.

To the names of its context a reader adds those that the figures before it leave to it, and what the document as a whole
is about.
"""

from __future__ import annotations

import re

import regex
from attrs import define, field

from claimcheck.claims.about import LISTED, About
from claimcheck.claims.asides import aside, common_tail, localities, shared
from claimcheck.claims.carried import completed, counters, listed, of_persons, states, staying
from claimcheck.claims.homes import home_too
from claimcheck.claims.institutions import of_institution
from claimcheck.claims.reading import Reading
from claimcheck.claims.refined import only_says, refined
from claimcheck.claims.shapes import common, word_table
from claimcheck.claims.told_places import acting_state, region_of
from claimcheck.claims.topic import Topic
from claimcheck.claims.worded.recalled import Recalled
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind, Span
from claimcheck.segment.model import Cell, Unit

__all__ = ["Telling"]

_AGE, _RANK, _COUNT = Kind.AGE, Kind.RANK, Kind.COUNT
_TAGS = regex.compile(r"<[^>]*>|[*`_]+(?=\b|$)|(?<=^)[*`_]+")
_BRACKETS = regex.compile(r"\s*\([^)]*\)")
_ROWS = 5  # rows of a table whose names a total is of
_TAKING_UP = frozenset({"it", "its", "they", "their", "them", "he", "she", "his", "her", "both", "each", "we", "our"})
_SPEAKING = frozenset({"he", "she"})
_NUMERALS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_EACH = frozenset({"the", "each", "every", "both", "all", "these", "its"})


@define
class Telling:
    """What the figures read so far leave to the next: the thing measured, and the names of which they told."""

    topic: Topic
    recalled: Recalled = field(init=False, factory=Recalled)
    _rows: tuple[Span | None, dict[str, None]] = field(init=False, factory=lambda: (None, {}))
    _together: tuple[str, ...] = field(init=False, default=())
    _last: tuple[Unit, tuple[str, ...]] | None = field(init=False, default=None)
    _before: tuple[Unit, tuple[str, ...]] | None = field(init=False, default=None)

    def shown(self, reading: Reading, mention: Mention, about: About) -> tuple[str, ...]:
        """The names of a claim as a reader would give them."""
        if reading.unit.cell is not None:
            return self.topic.in_full(self._of_cell(reading.unit, reading.unit.cell, about.entities))
        names = self.topic.in_full(self._of_prose(reading, mention, about))
        names = refined(self.topic.stage, reading, mention, self._unsaid(reading, mention, about, names))
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
            bare = not any(char.isalpha() for char in unit.span.cover(self.topic.document.text))
            return names or (self.topic.main if bare else ())
        if self._rows[0] != unit.block.span:
            self._rows = unit.block.span, {}
        rows = self._rows[1]
        if cell.total and 1 < len(rows) <= _ROWS and set(names) <= set(self.topic.main):
            return tuple(rows)
        label = next((name for name in names if name == _TAGS.sub("", cell.row_label).strip()), None)
        if label is None:
            return names or self.topic.main
        if common(label) and self.topic.names.canonical(label) is None:
            wider = tuple(name for name in names if name != label)
            return wider or names
        words = _BRACKETS.sub("", label).split()
        if len(words) > 1 and words[-1] in word_table("levels"):
            words.pop()
        named = self.topic.names.canonical(" ".join(words)) or " ".join(words)
        rows.setdefault(named)
        return names if self.topic.names.canonical(label) is not None else (named,)

    def _of_prose(self, reading: Reading, mention: Mention, about: About) -> tuple[str, ...]:
        names = about.entities
        if self.topic.context.institution and of_institution(reading, mention):
            return (self.topic.context.institution,)
        counting = counters(reading, mention) if about.own and self.topic.main else set()
        if counting and counting >= set(names):
            region = region_of(reading, mention, self.topic.main)
            before = self._going_on(reading, mention)
            return (region,) if region else self.topic.main if set(before) <= counting else before
        if mention.kind is _AGE and reading.norms[mention.first - 1] == ",":
            aged = [name.canonical for name in reading.names if name.last == mention.first - 1 and not name.place]
            if aged:
                return tuple(aged)  # "Grace Mumbi, 38, of Kitui"
        if not about.own or set(names) <= set(self.topic.main):
            names = self._taken_up(reading, mention) or names
        unsaid = not about.own or about.why.startswith("“the ")
        if unsaid and names == about.entities and (meant := self._meant(reading, mention)):
            names = meant
        elif not about.own and names == about.entities and set(names) <= set(self.topic.titled):
            names = self._going_on(reading, mention) or self.topic.main or names
        elif not about.own and names == about.entities:
            names = self._going_on(reading, mention) or names
        if names and (not about.own or self._only_says(reading, mention)) and all(map(self.topic.person, names)):
            names = names if of_persons(reading, mention, spoken=about.own) else self.topic.main or names
        if not names:
            return self.topic.main
        if about.own:
            names = tuple(dict.fromkeys((*about.taken_up, *names, *common_tail(reading, mention))))
            names = completed(reading, names)
            apart = aside(reading, mention)
            names = tuple(name for name in names if name not in apart) or self.topic.main or names
            listed_places, country = localities(reading)
            if not listed_places.isdisjoint(names):
                rest = [name for name in names if name not in listed_places]
                names = tuple(dict.fromkeys((*rest, country)))
        if about.why == LISTED:
            names = tuple(dict.fromkeys((*names, *shared(reading, mention))))
        region = region_of(reading, mention, self.topic.main) if about.own and self.topic.main else None
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
        home = self.topic.home or self.topic.stage.home(None, self.topic.titled)
        if home is not None and nouns & states():
            return (home,)
        for noun in nouns & word_table("levels"):
            before = self.topic.head[: mention.span.start]
            named = re.findall(rf"\b{noun} of ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)", before)
            if named:
                return (self.topic.names.canonical(named[-1]) or named[-1],)
        return ()

    def _going_on(self, reading: Reading, mention: Mention) -> tuple[str, ...]:
        """The names of the figure before in the same paragraph, which a sentence without names goes on about, unless a
        sentence between them turns to somebody else.
        """
        if self._last is None:
            return ()
        unit, names = self._last
        if unit.paragraph != reading.unit.paragraph and (
            self.topic.main or unit.block.section != reading.unit.block.section
        ):
            return ()
        if of_persons(reading, mention, spoken=False) or all(map(self.topic.person, names)):
            return ()
        return () if any(map(self.topic.context.named_in, range(unit.index + 1, reading.unit.index))) else names

    def _home_of(self, reading: Reading, names: tuple[str, ...], mention: Mention) -> str | None:
        """The country of the title, where a claim that names only others tells of it as well."""
        home = self.topic.country if mention.kind is not _RANK else None
        return home if home is not None and home_too(reading, mention.first, names, home, self.topic.names) else None

    def _entered(self, reading: Reading, mention: Mention, names: tuple[str, ...]) -> str | None:
        """The country of the title that "the country" after a figure is: "40 men entered the republic"."""
        home = self.topic.home
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
        home = self.topic.country
        here = {name.canonical for name in reading.names}
        if home is None or not here.isdisjoint(names) or not any(mark in "VX" for mark in reading.tags):
            return names
        before = reading.sentence_before()
        return (home,) if home in names or (before is not None and only_says(before, names)) else names

    def _told(self, reading: Reading) -> tuple[Unit, tuple[str, ...]] | None:
        """The last unit before a reading's that told of somebody, and of whom."""
        return self._before if self._last is not None and self._last[0] is reading.unit else self._last

    def _only_says(self, reading: Reading, mention: Mention) -> bool:
        """Whether the pronoun of a sentence only says it: "Snow cannons, he says, need …"."""
        if reading.scan.vocabulary.isdisjoint(_SPEAKING):
            return False
        norms = reading.norms
        return any(norms[k] in {"he", "she"} and norms[k + 1] in word_table("saying") for k in range(len(norms) - 1))
