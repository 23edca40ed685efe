"""Definite nouns that take up a thing told of before: "the loan" after "a loan for trams" is the loan for trams."""

from __future__ import annotations

from itertools import takewhile

from attrs import define, field

from claimcheck.claims.grammar import grammar, lemma, verb_form
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.worded.cells import Columns
from claimcheck.claims.worded.surface import word_set
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["Recalled"]

_FIGURES = frozenset({"figure", "number", "total", "tally", "count"})
_TAKING_UP = frozenset({"this", "that", "it"})
_DEFINITE = frozenset({"the", "this", "that"})
_LINKS = frozenset({"of", "for", "to", "on"})
_MOST = 4  # words of a phrase that is worth recalling
_KEPT = 400
_ALIKE = frozenset({Kind.MEASURE, Kind.PERCENT})
_PAST = frozenset({"past", "participle"})
_BARE = "events"
_LEFT = frozenset({"remaining", "outstanding", "other", "missing", "full", "pending"})
_FAR = 20  # paragraphs back to what happened at a time that is spoken of again
_NEAR = 2  # paragraphs back to a figure that another goes on from


@define
class Recalled:
    """The fuller names of things by their nouns, as the measures of one document gave them so far."""

    _phrases: dict[str, str] = field(init=False, factory=dict)
    _units: dict[str, tuple[int, str]] = field(init=False, factory=dict)
    _counted: tuple[int, str, str] = field(init=False, default=(-2, "", ""))
    _told: tuple[int, int, str] = field(init=False, default=(-2, -1, ""))
    _last: tuple[int, str] = field(init=False, default=(-9, ""))
    _sum: tuple[int, str] = field(init=False, default=(-9, ""))
    _events: dict[str, tuple[int, str]] = field(init=False, factory=dict)
    _columns: Columns = field(init=False, factory=Columns)

    def _alike(self, reading: Reading, mention: Mention, text: str) -> str:
        """What the last figure with the same unit measured, for one whose sentence does not say: "Now it is 40 t"."""
        quantity = mention.quantity
        unit = str(quantity.unit) if quantity is not None and quantity.unit else ""
        if mention.kind not in _ALIKE or not unit or quantity is None or quantity.role:
            return text
        if text and not _unsaid(reading, text):
            self._units[unit] = reading.unit.paragraph, text
            return text
        if reading.norms[mention.last : mention.last + 1] == ["of"]:
            self._units.pop(unit, None)  # it is of something else
        paragraph, known = self._units.get(unit, (-_NEAR - 1, ""))
        return known if known and reading.unit.paragraph - paragraph <= _NEAR else text

    def _remaining(self, reading: Reading, mention: Mention, text: str) -> str:
        """What the last sum was for, where only the rest of it is told of: "The remaining $12 million is to come"."""
        if mention.kind is not Kind.MONEY:
            return text
        k = mention.first - 1
        weak = len(text.split()) < 2 and k > 0 and reading.norms[k] in _LEFT and reading.norms[k - 1] == "the"
        paragraph, known = self._sum
        if weak and known and reading.unit.paragraph - paragraph <= _NEAR:
            return known
        if text and not weak:
            self._sum = reading.unit.paragraph, text
        return text

    def _repeated(self, reading: Reading, mention: Mention, text: str) -> str:
        """What the last number counted, in the sentence or the one before, for one with no noun at all."""
        timed = mention.kind in TIMES and text in _FIGURES
        if mention.kind is not Kind.COUNT and not timed:
            return text
        if text and not (text in _FIGURES and _definite(reading, text)):
            self._counted = reading.unit.index, " ".join(takewhile(_names_thing, text.split())), text
            return text
        at, known, whole = self._counted
        known = whole if text in _FIGURES else known
        return known if reading.unit.index - at < _NEAR else text

    def _continued(self, reading: Reading, mention: Mention, text: str) -> str:
        """What the text told of before it was broken off, for a time in a rest without a verb: "then again in 2018"."""
        if text:
            self._last = reading.unit.index, text
            return text
        at, known = self._last
        rest = mention.kind in TIMES and reading.tokens[0].text[:1].islower() and {"V", "X"}.isdisjoint(reading.tags)
        return known if rest and 0 < reading.unit.index - at <= _NEAR else text

    def _moved(self, reading: Reading, mention: Mention, text: str) -> str:
        """What the figure before told of, where a sentence says only by how much that changed, or since when: "This was
        20% more than in 2018".
        """
        quantity = mention.quantity
        moved = mention.kind is Kind.CHANGE or (quantity is not None and quantity.role == "by")
        words = text.split()
        timed = mention.kind in TIMES
        bare = not words or (len(words) <= 1 + timed and lemma(words[0]) in words_of_change().nouns)
        if not bare or not (moved or timed):
            thing = text.partition(" in ")[2] if moved else text
            if thing and not timed:
                self._told = reading.unit.index, reading.unit.paragraph, thing
            return text
        at, paragraph, known = self._told
        if not known or reading.unit.index - at not in {0, 1} or paragraph != reading.unit.paragraph:
            return text
        if reading.norms[0] not in _TAKING_UP or reading.tags[1] not in "XVM":
            return text
        if timed or quantity is None:
            return known
        plain = "decrease" if (quantity.direction or 1) < 0 else "increase"
        return f"{text or plain} in {known}"

    def _happened(self, reading: Reading, mention: Mention, text: str) -> str:
        """What a time was told of before, where its sentence says no more than that something happened then."""
        known_at, known = self._events.get(" ".join(reading.norms[mention.first : mention.last]), (-_FAR - 1, ""))
        return known if known and reading.unit.paragraph - known_at <= _FAR else text

    def note(self, reading: Reading, mention: Mention, text: str, what: Measured) -> None:
        """Remember what a measure calls its thing, where it says more than the bare noun; of a time, its event."""
        words = text.split()
        if mention.kind in TIMES and what.verb < 0 and what.head == what.event and text != _BARE:
            if mention.last - mention.first > 1 and what.event and len(self._events) < _KEPT:
                self._events[" ".join(reading.norms[mention.first : mention.last])] = reading.unit.paragraph, text
        if len(words) < 2 or reading.unit.cell is not None or len(self._phrases) > _KEPT:
            return
        at = next((k for k, word in enumerate(words) if word == what.head and lemma(word) == word), -1)
        if at < 0 or words[at] in word_set("empty"):
            return
        start = at
        while start and words[start - 1] not in grammar().prepositions:
            start -= 1
        last = at + 1
        if words[last : last + 1] and words[last] in _LINKS:
            last += 1
            while last < len(words) and words[last] not in grammar().prepositions and not words[last].endswith("ed"):
                last += 1
        phrase = words[start:last]
        if 1 < len(phrase) <= _MOST:
            self._phrases[words[at]] = " ".join(phrase)

    def filled(self, reading: Reading, mention: Mention, text: str) -> str:
        """A measure with its bare definite noun put as fully as it was told of before."""
        if reading.unit.cell is not None:
            return self._columns.completed(reading.unit.cell, mention, text)
        if text == _BARE and mention.kind in TIMES:
            return self._happened(reading, mention, text)
        text = self._continued(reading, mention, text)
        text = self._moved(reading, mention, text)
        text = self._remaining(reading, mention, text)
        text = self._repeated(reading, mention, self._alike(reading, mention, text))
        if not self._phrases or not text:
            return text
        words = text.split()
        for k, word in enumerate(words):
            phrase = self._phrases.get(word)
            if phrase is None or (k and words[k - 1] not in grammar().prepositions):
                continue
            if words[k + 1 : k + 2] and words[k + 1] in _LINKS:
                continue
            if _definite(reading, word) and not (set(phrase.split()) - {word} - grammar().prepositions) & set(words):
                return " ".join([*words[:k], phrase, *words[k + 1 :]])
        return text


def _names_thing(word: str) -> bool:
    """Whether a word of a measure says what is counted, not where or what befell it: "girls | fainted at school"."""
    verb = verb_form(word)
    return word not in grammar().prepositions and (verb is None or verb[1] not in _PAST)


def _unsaid(reading: Reading, text: str) -> bool:
    """Whether a measure says nothing but whose figure it is."""
    named = {reading.norms[k].removesuffix("'s") for name in reading.names for k in range(name.first, name.last)}
    return all(word in named for word in text.split())


def _definite(reading: Reading, word: str) -> bool:
    """Whether a sentence has a noun right after "the", with nothing else that says which one is meant."""
    norms = reading.norms
    return any(
        norms[k] == word
        and norms[k - 1] in _DEFINITE
        and norms[k + 1 : k + 2] not in (["of"], ["for"], ["which"])
        and reading.tags[k + 1 : k + 2] not in (["N"], ["Z"], ["-"])
        for k in range(1, len(norms))
    )
