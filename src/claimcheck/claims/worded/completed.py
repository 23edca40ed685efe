"""What a pronoun or a rate adds to a measure: "its cost" is that of the bridge, "40 a year" are so many per year."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.model import Measured, main_verb, subject_of
from claimcheck.claims.phrases import Phrase, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.doing import antecedent
from claimcheck.claims.worded.surface import attached, joined, phrase_words
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["with_denominator", "with_pronouns", "with_rate"]

_OWNING = frozenset({"its", "their"})
_LINKS = frozenset({"for", "on", "of", "to", "into"})
_PRONOUNS = frozenset({"it", "them", "this", "these"})
_PLURAL = frozenset({"them", "these"})
_PER = frozenset({"year", "month", "week", "day", "hour"})
_RATED = frozenset({"annual", "annually", "yearly", "monthly", "weekly", "daily", "hourly", "per"})


def with_pronouns(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """A bare noun with what "its" before it or "for it" after the figure stands for."""
    words = text.split()
    if not words or what.first < 0 or what.verb >= 0 or len(words) > _SHORT or " of " in text:
        return text
    k = min(what.first, len(reading.norms) - 1)
    while k > 0 and reading.tags[k - 1] in "A":
        k -= 1
    if k and reading.norms[k - 1] in _OWNING:
        owner = _common(_owner(reading, k - 1), words)
        return joined([*words, "of", *owner]) if owner else text
    at = mention.last
    if reading.norms[at : at + 1] and reading.norms[at] in _LINKS and reading.norms[at + 1 : at + 2]:
        if reading.norms[at + 1] in _PRONOUNS and reading.tags[at + 1] in "RD":
            thing = _common(
                _object_before(reading, mention, reading.norms[at + 1]) or antecedent(reading, at + 1), words
            )
            return joined([*words, reading.norms[at], *thing]) if thing else text
    return text


_SHORT = 3


def _owner(reading: Reading, at: int) -> list[str]:
    """Whose "its" is: the subject's of a clause before it in the sentence, else that of the sentence before."""
    first, _ = reading.clause(at)
    near = next((k for k in range(at - 1, first, -1) if reading.tags[k] == "V"), None)
    while near is not None and near > first and reading.tags[near - 1] in "XM":
        near -= 1
    before_verb = phrase_before(reading, near, first) if near is not None else None
    if before_verb is not None and before_verb.last == near and reading.tags[before_verb.head] == "N":
        return _noun(reading, before_verb)
    for floor in (first, 0):
        verb = next((k for k in range(floor, at) if reading.tags[k] in "VX"), None)
        found = subject_of(reading, verb, floor) if verb is not None else None
        if found is not None:
            return _noun(reading, found)
    before = reading.sentence_before()
    verb = next((k for k, mark in enumerate(before.tags) if mark in "VX"), None) if before is not None else None
    found = subject_of(before, verb, 0) if before is not None and verb is not None else None
    return _noun(before, found) if before is not None and found is not None else []


def _object_before(reading: Reading, mention: Mention, pronoun: str) -> list[str]:
    """The nearest common noun before the verb of a figure: "built the cables and has spent $4 million on them"."""
    verb = main_verb(reading, mention)
    for k in range(verb or 0, 0, -1):
        found = phrase_before(reading, k)
        if found is None or found.last != k or reading.tags[found.head] != "N":
            continue
        word = reading.norms[found.head]
        if (lemma(word) != word) is (pronoun in _PLURAL):
            return phrase_words(reading, found)
    return []


def _noun(reading: Reading, phrase: Phrase) -> list[str]:
    """The words of a common noun with its "of", "on" or "for"."""
    if reading.tags[phrase.head] != "N":
        return []
    near, _ = attached(reading, phrase.last, len(reading.tokens), links=_COMPLETING)
    return [*phrase_words(reading, phrase), *near]


_COMPLETING = frozenset({"of", "on", "for", "over"})


def _common(words: list[str], own: list[str]) -> list[str]:
    """The words of an antecedent that is no longer than a short phrase and says something new."""
    return words if words and not set(words) & set(own) else []


def with_denominator(reading: Reading, what: Measured, text: str) -> str:
    """A noun with what it is per: "earnings per share", "output per worker"."""
    at = what.last
    if what.verb >= 0 or at < 1 or reading.norms[at : at + 1] != ["per"] or not text or "per" in text.split():
        return text
    phrase = phrase_after(reading, at + 1)
    if phrase is None or phrase.first != at + 1 or reading.tags[phrase.head] != "N":
        return text
    return joined([*text.split(), "per", *phrase_words(reading, phrase)])


def with_rate(mention: Mention, text: str) -> str:
    """A measure with the time that a figure is for: "mines per year"."""
    quantity = mention.quantity
    if quantity is None or mention.kind not in _KINDS or str(quantity.per) not in _PER or not text:
        return text
    return text if _RATED & set(text.split()) else f"{text} per {quantity.per}"


_KINDS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.DURATION, Kind.MONEY})
