"""What the ways of finding a measure yield, and the readings of a clause that they share."""

from __future__ import annotations

from attrs import frozen

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.phrases import (
    Phrase,
    contains_little,
    normalise,
    of_phrase,
    phrase_after,
    phrase_before,
)
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["NOTHING", "Measured", "earlier", "from_phrase", "main_verb", "object_of", "subject_of"]


@frozen
class Measured:
    """A measure with its head noun; ``event`` is the lemma of the verb that governs it, ``first``/``last`` its tokens.

    ``why`` says in a few words where it stood; ``confidence`` is below 1 where that is a guess.
    """

    measure: str = ""
    head: str = ""
    event: str = ""
    first: int = -1
    last: int = -1
    why: str = ""
    confidence: float = 1.0


NOTHING = Measured(why="nothing says what is measured", confidence=0.5)


def from_phrase(
    reading: Reading, phrase: Phrase, why: str, *, confidence: float = 1.0, keep_names: bool = False
) -> Measured:
    """A measure made of a noun phrase and, where its head says too little, of the "of" phrase after it."""
    head = lemma(reading.tokens[phrase.head].norm)
    tail = of_phrase(reading, phrase)
    text = normalise(reading, [phrase, tail], keep_names=keep_names)
    if tail is not None and contains_little(head):
        head = lemma(reading.tokens[tail.head].norm)
        text = normalise(reading, [tail], keep_names=keep_names) or text
    if not text:
        text = normalise(reading, [phrase, tail], keep_names=True)
    last = tail.last if tail is not None else phrase.last
    return Measured(text, head, "", phrase.first, last, why, confidence)


def main_verb(reading: Reading, mention: Mention) -> int | None:
    """The verb of the mention's clause: the nearest before it, else the first after it."""
    first, last = reading.clause(mention.first)
    verb = None
    for i in range(mention.first - 1, first - 1, -1):
        if reading.tags[i] == "V" or (verb is None and reading.tags[i] == "G" and reading.tags[i - 1 : i] == ["X"]):
            verb = i
            break
        if reading.tags[i] == "X" and verb is None:
            verb = i
            break
    if verb is None or reading.tags[verb] == "X":
        for i in range(mention.last, last):
            if reading.tags[i] == "V":
                return i
            if reading.tags[i] == "C":
                break
    return verb


def subject_of(reading: Reading, verb: int, floor: int) -> Phrase | None:
    """The noun phrase before a verb's auxiliaries; relative pronouns are followed to the phrase before them."""
    i = verb
    while i > floor and reading.tags[i - 1] in "XMVT":
        i -= 1
    while i > 0 and (reading.tokens[i - 1].norm in {"which", "that", "who"} or reading.tokens[i - 1].text == ","):
        i -= 1
        floor = 0
    found = phrase_before(reading, i, floor)
    if found is None:
        return None
    # Step over "of", "in", "on" … phrases to the head that the verb agrees with.
    while found.first - 1 > floor:
        k = found.first - 1
        while k > floor and reading.tags[k] in "DM":
            k -= 1
        if reading.tags[k] != "P" or reading.tokens[k].norm in {"than", "since", "until", "by"}:
            break
        wider = phrase_before(reading, k, floor)
        if wider is None or wider.last != k:
            break
        found = wider
    return found


def object_of(reading: Reading, verb: int, ceiling: int) -> Phrase | None:
    """The noun phrase right after a verb."""
    i = verb + 1
    while i < ceiling and reading.tags[i] in "M":
        i += 1
    return phrase_after(reading, i, ceiling)


def earlier(reading: Reading, mention: Mention) -> Measured | None:
    """The nearest counted phrase before an elliptical figure: "exercises …, including three since 2015"."""
    best: Phrase | None = None
    i = mention.first
    while i > 0 and best is None:
        phrase = phrase_before(reading, i)
        if phrase is None:
            i -= 1
            continue
        word = reading.tokens[phrase.head].norm
        if reading.tags[phrase.head] == "N" and lemma(word) != word:
            best = phrase
        i = phrase.first
        if i == 0:
            break
    return from_phrase(reading, best, "the plural named before", confidence=0.8) if best else None


def verb_of(reading: Reading, verb: int | None) -> str:
    """The lemma of a verb token, or the empty string."""
    return verb_lemma(reading.tokens[verb].norm) if verb is not None and reading.tags[verb] in "VG" else ""
