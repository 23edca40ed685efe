"""The entities that a sentence may leave unsaid: those of the sentence before it, of its heading, of the title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from attrs import define, field

from claimcheck.claims.capitals import CODE
from claimcheck.claims.grammar import lemma
from claimcheck.claims.institutions import institution, landmark_of
from claimcheck.claims.name_search import find_names
from claimcheck.claims.names import Name, Names
from claimcheck.claims.places import place_names
from claimcheck.claims.reading import Reading, read_unit
from claimcheck.claims.shapes import common, known_word, word_table
from claimcheck.claims.speakers import affiliations, topic_of
from claimcheck.claims.subjects import Subjects
from claimcheck.extract.scan import Conventions, Scan
from claimcheck.extract.tokens import tokenise
from claimcheck.lexicon import load_table
from claimcheck.records import Document, Span
from claimcheck.segment.model import Block, BlockKind, Segments, Unit

__all__ = ["Context"]

_UNSETTLED = Conventions()
_HEADING, _PROSE = BlockKind.HEADING, BlockKind.PROSE
# Characters of a line that may be the beginning of a sentence.
_LINE = 40
# Characters of a headline.
_HEADLINE = 120
_BACK = 3
# So many units of a text are looked through for names that it introduces.
_EARLY = 20
_INTRODUCING = re.compile(
    r"[A-Z][\w-]+(?:,| is| was|:| –| \() (?:a|an|the|one)\b|\b(?:[Tt]he|an?|[Oo]ur) (?:[a-z-]+ ){1,4}[A-Z]"
    r"|\b[A-Z]\w+ [A-Z]\w+|\b[Tt]he [A-Z][\w-]+ [a-z]+"
)
# How far from a title, in characters, its name is looked for; and how many units are remembered.
_NEAR = 200_000
_REMEMBERED = 64

_Topics = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@define
class Context:
    """Looks back for entities, only as far as needed, and remembers what each unit and heading named."""

    segments: Segments
    names: Names
    subjects: Subjects = field(init=False, factory=Subjects)
    institution: str = field(init=False, default="")
    _bodies: dict[str, str] = field(init=False, factory=dict)
    _units: dict[int, _Topics] = field(init=False, factory=dict)
    _learned: int = field(init=False, default=0)
    _recent: dict[int, Reading] = field(init=False, factory=dict)
    _captions: dict[str, tuple[str, ...]] = field(init=False, factory=dict)
    _sections: dict[int, tuple[str, ...]] = field(init=False, factory=dict)
    _places: dict[str, list[int]] = field(init=False, factory=dict)
    _title: tuple[str, list[Name]] = field(init=False, factory=lambda: ("", []))
    _plain: dict[int, Reading] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        document = self.segments.document
        title = document.title or _first_heading(document) or _headline(document.text)
        if title:
            reading = titled(title, self.names)
            self._title = title, reading.names
            body = institution(title)
            self.institution = self.names.unshouted(body) if body.isupper() and " " in body else body
            self.subjects.main = self._titled(title, 0)
            self.subjects.learn(reading)
            self.subjects.enter(self.institution)
            self.subjects.enter(*landmark_of(self.institution))

    def note(self, reading: Reading) -> None:
        """Learn what a unit introduces and what the sentence after it may take up.

        Sentences without figures are not read on the way: of the first ones those are that may introduce a name.
        """
        units, index = self.segments.units, reading.unit.index
        for at in range(self._learned, min(index, _EARLY)):
            if units[at].cell is None and _INTRODUCING.search(units[at].span.cover(self.segments.document.text)):
                self.subjects.learn(self._read(units[at]))
                self._bodies.update(affiliations(self._read(units[at])))
        self._learned = max(self._learned, index + 1)
        self.subjects.learn(reading)
        self._bodies.update(affiliations(reading))
        reading.stand_ins = self.subjects.stand_ins(reading)
        self._recent[reading.unit.index] = reading
        if len(self._recent) > _BACK + 1:
            del self._recent[next(iter(self._recent))]

    def asker(self, unit: Unit) -> Callable[[str], tuple[str, ...]]:
        """A function that looks back from ``unit`` for what an anaphor takes up; "" where nothing is said at all."""
        return lambda anaphor: self.of(unit, anaphor)

    def of(self, unit: Unit, anaphor: str = "") -> tuple[str, ...]:
        """The entity that "the hospital" names by its noun; else the subject of the nearest sentence before ``unit``
        in its paragraph; else what its heading or the title names.
        """
        units = self.segments.units
        if unit.block.kind is _HEADING or (unit.cell is not None and unit.cell.header):
            return ()
        if unit.cell is not None and unit.cell.caption:
            found = self._captions.get(unit.cell.caption)
            if found is None:
                found = self._captions[unit.cell.caption] = self._titled(unit.cell.caption, unit.span.start)
            return found or self._heading(unit.block.section)
        noun = anaphor.split()[-1].lower() if anaphor.lower().startswith("the ") else ""
        if noun:
            named = self._by_noun(noun, unit.span.start)
            if named:
                return named
        word = anaphor.lower()
        kind = 1 if word in {"he", "she", "his", "her"} else 2 if noun or word in {"it", "its"} else 0
        paragraph = unit.paragraph
        for at in range(unit.index - 1, max(-1, unit.index - 1 - _BACK), -1):
            before = units[at]
            cut = before.paragraph != paragraph
            if cut and not self._goes_on(units[at + 1], before):
                break
            paragraph = before.paragraph
            found = self._topic_of(before)[kind] or (self._all_of(before) if cut else ())
            if noun in _firms():
                found = tuple(name for name in found if name not in place_names())
            if found:
                return found
        return self._heading(unit.block.section)

    def _goes_on(self, unit: Unit, before: Unit) -> bool:
        """Whether a unit is the rest of a sentence that a page's foot cut: it begins in the middle of one."""
        if unit.block.kind is not _PROSE or before.block.kind is not _PROSE:
            return False
        text = self.segments.document.text
        opening = text[unit.span.start : unit.span.start + 1]
        rest = opening.islower() or opening.isdigit()
        end = text[before.span.end - 1 : before.span.end]
        return rest and before.span.end - before.span.start > _LINE and (end.isalpha() or end == ",")

    def _all_of(self, unit: Unit) -> tuple[str, ...]:
        """All that a unit names."""
        return tuple(dict.fromkeys(name.canonical for name in self._read(unit).subjects()))

    def _by_noun(self, noun: str, before: int) -> tuple[str, ...]:
        """The last name before an offset that holds a noun ("Karlsund Hospital" for "the hospital")."""
        text = self.segments.document.text
        places = self._places_of(noun.capitalize())
        last = bisect_left(places, before)
        for at in reversed(places[max(0, last - _BACK) : last]):
            start = max(at - 60, 0)
            start = max(text.rfind("\n", start, at), start)
            tokens = tokenise(text, Span(start, min(at + 60, len(text))))
            for name in find_names(self.names, tokens, [False] * len(tokens)):
                if tokens[name.first].start <= at < tokens[name.last - 1].end and name.last - name.first > 1:
                    return (name.canonical,)
        return ()

    def _places_of(self, word: str) -> list[int]:
        """Where a word stands in the text, found out once."""
        places = self._places.get(word)
        if places is None:
            text = self.segments.document.text
            places = self._places[word] = []
            at = text.find(word)
            while at >= 0:
                places.append(at)
                at = text.find(word, at + len(word))
        return places

    def reader(self, unit: Unit) -> Callable[[], Reading | None]:
        """A function that reads the sentence before ``unit`` in its paragraph, or what a page cut off from it."""

        def read() -> Reading | None:
            if unit.index == 0:
                return None
            before = self.segments.units[unit.index - 1]
            if before.paragraph != unit.paragraph and not self._goes_on(unit, before):
                return None
            return self._recent.get(before.index) or self._read(before)

        return read

    def above(self, unit: Unit) -> Callable[[], Reading | None]:
        """A function that reads the heading right above ``unit``."""

        def read() -> Reading | None:
            before = self.segments.units[unit.index - 1] if unit.index else None
            if before is None or before.block.kind is not BlockKind.HEADING:
                return None
            return self._read(before)

        return read

    def named_in(self, index: int) -> tuple[str, ...]:
        """Whom the unit of that number is about."""
        return self._topic_of(self.segments.units[index])[0]

    def _topic_of(self, unit: Unit) -> _Topics:
        """Whom a sentence is about; the same with people who only have their say; and with no people at all."""
        found = self._units.get(unit.index)
        return self._remember(self._recent.get(unit.index) or self._read(unit)) if found is None else found

    def _read(self, unit: Unit) -> Reading:
        """The reading of a unit without its figures; the last few are kept."""
        found = self._plain.get(unit.index)
        if found is None:
            found = read_unit(Scan.of(self.segments.document, unit, _UNSETTLED), self.names)
            self._plain[unit.index] = found
            if len(self._plain) > _EARLY:
                del self._plain[next(iter(self._plain))]
        return found

    def _remember(self, reading: Reading) -> _Topics:
        if len(self._units) > _REMEMBERED:
            for old in [index for index in self._units if index < reading.unit.index - _BACK]:
                del self._units[old]
        self._bodies.update(affiliations(reading))
        bodies = [self._bodies[name.canonical] for name in reading.names if name.canonical in self._bodies]
        things = topic_of(reading, things=True) or tuple(bodies[:1])
        found = self._units[reading.unit.index] = topic_of(reading), topic_of(reading, people=True), things
        return found

    def _heading(self, section: int) -> tuple[str, ...]:
        found = self._sections.get(section)
        if found is None:
            sections = self.segments.document.sections
            held = sections[section] if 0 <= section < len(sections) else None
            found = self._titled(held.title, held.span.start) if held is not None else ()
            found = self._sections[section] = found or self.subjects.main
        return found

    def _titled(self, title: str, at: int) -> tuple[str, ...]:
        """Known entities of a title that stands at ``at``, else a proper name in it that the text near uses as well."""
        if self.institution and title == self._title[0]:
            return (self.institution,)
        found = self._title[1] if title == self._title[0] else titled(title, self.names).names
        found = [name for name in found if _told_about(title, name)] or found
        known = tuple(dict.fromkeys(name.canonical for name in found if name.known))
        if known:
            return known[:2]
        owners = tuple(owner for name in found if (owner := self._owner(name.canonical)))
        if owners:
            return owners[:1]
        return tuple(n.canonical for n in found if self._called(n.canonical, at))[:1]

    def _owner(self, name: str) -> str:
        """The place that a title's common noun is of: "Economy of Georgia" is on Georgia, the Bank of Georgia not."""
        noun, of, place = name.partition(" of ")
        word = lemma(noun.lower())
        if (
            not of
            or not known_word(noun.lower())
            or word in word_table("bodies") | word_table("realms") | word_table("waters")
        ):
            return ""
        return self.names.canonical(place.removeprefix("the ")) or ""

    def _called(self, name: str, at: int) -> bool:
        """Whether a title's words are a name: strange to English, or written with capitals in sentences too."""
        words = name.split()
        if all(lemma(word.lower()) in word_table("papers") for word in words):
            return False  # "Changelog"
        if not common(name) or CODE.search(name):
            return True
        if words[1:2] == ["of"] and words[0].lower() in word_table("realms") | word_table("waters"):
            return True  # "the Gulf of Guinea"
        if self.names.capitals.proper(name):
            return True
        text = self.segments.document.text
        return " " in name and text.count(name, max(0, at - _NEAR), at + _NEAR) > 1


@cache
def _firms() -> frozenset[str]:
    """Nouns that take up a body and no place."""
    return frozenset(load_table("names")["anaphors"]["any"]) - {"city", "town", "project", "programme", "program"}


def _told_about(title: str, name: Name) -> bool:
    """Whether a title says what it tells about: "Orm Council: your questions about the Tarn bridge"."""
    return re.search(rf"(?i)\babout (?:the |an? )?{re.escape(name.canonical)}\b", title) is not None


def _first_heading(document: Document) -> str | None:
    """The heading that a text begins with, where no other is of its level or a higher one."""
    first, *others = document.sections or (None,)
    if first is None or (first.level > 1 and (first.span.start > _LINE or any(o.level <= first.level for o in others))):
        return None
    return first.title


def _headline(text: str) -> str | None:
    """The first line of a text, where it is in capitals throughout and the text is not."""
    line, _, rest = text.lstrip().partition("\n")
    plain = line.strip("#*_ \r")
    return plain if plain.isupper() and " " in plain and len(plain) <= _HEADLINE and not rest.isupper() else None


def titled(title: str, names: Names) -> Reading:
    """A title read by itself, as a heading."""
    document = Document.from_text(title)
    span = Span(0, len(title))
    return read_unit(Scan.of(document, Unit(span, Block(BlockKind.HEADING, span), 0, -1), _UNSETTLED), names)
