"""Words that narrow what a figure counts beyond its noun: "doctors who speak Danish", "unemployment among the young".

Two figures with the same noun measure the same thing only where neither is narrowed by words that the other lacks.
"""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured import Measured
from claimcheck.claims.measured.model import main_verb, subject_of
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["restrictions_of"]

_REACH = 10


@cache
def _links() -> tuple[frozenset[str], frozenset[str]]:
    """Prepositions that always narrow ("among"), and those that narrow before a bare plural ("at airports")."""
    table = load_table("grammar")["narrowing"]
    return frozenset(table["always"]), frozenset(table["before_plural"])


def restrictions_of(reading: Reading, mention: Mention, what: Measured) -> tuple[str, ...]:
    """Lemmas of what narrows the figure: after its noun, in the subject that has it, in what is said of it."""
    if reading.unit.cell is not None or mention.kind in {Kind.DATE, Kind.PERIOD}:
        return ()
    found: dict[str, None] = {}
    end = max(mention.last, what.last)
    _after(reading, end, found)
    _subject(reading, mention, what, found)
    _predicate(reading, mention, end, found)
    own = set(what.measure.split())
    return tuple(word for word in found if word not in own)


def _named(reading: Reading, at: int) -> bool:
    """Whether a token belongs to a name, or is the noun beside one that says what it names ("Lorca hospital")."""
    return reading.tags[at] == "Z" or (at > 0 and reading.tags[at - 1] == "Z")


def _words(reading: Reading, first: int, last: int, found: dict[str, None]) -> None:
    for k in range(first, min(last, len(reading.tokens))):
        if reading.tags[k] in "NAVG" and not _named(reading, k):
            word = reading.tokens[k].norm
            found[verb_lemma(word) if reading.tags[k] in "VG" else lemma(word)] = None


def _after(reading: Reading, at: int, found: dict[str, None]) -> None:
    """What hangs on the noun: "among couples", "at airports", "who speak Danish"."""
    always, before_plural = _links()
    tags, tokens = reading.tags, reading.tokens
    if at >= len(tokens):
        return
    word = tokens[at].norm
    follows = tags[at + 1] if at + 1 < len(tags) else "."
    relative = word in {"who", "whose", "that"} and follows in "VXM"
    plural = word in before_plural and follows in "NA" and _bare_plural(reading, at + 1)
    if not (word in always or relative or plural):
        return
    last = at + 1
    while last < len(tokens) and last < at + _REACH and tokens[last].text not in ",.;:()" and tags[last] != "U":
        if not relative and tags[last] in "VXC":
            break
        last += 1
    _words(reading, at + 1, last, found)


def _bare_plural(reading: Reading, at: int) -> bool:
    while at < len(reading.tags) and reading.tags[at] == "A":
        at += 1
    if at >= len(reading.tags) or reading.tags[at] != "N":
        return False
    word = reading.tokens[at].norm
    return lemma(word) != word


def _subject(reading: Reading, mention: Mention, what: Measured, found: dict[str, None]) -> None:
    """Whose figure it is, where that is a common noun: "the children's ward of the hospital has 40 beds"."""
    verb = main_verb(reading, mention)
    if verb is None or verb > mention.first:
        return
    phrase = subject_of(reading, verb, reading.clause(mention.first)[0])
    if phrase is None or phrase.last > mention.first or what.first == phrase.first:
        return
    _words(reading, phrase.first, phrase.last, found)
    _after(reading, phrase.last, found)


def _predicate(reading: Reading, mention: Mention, at: int, found: dict[str, None]) -> None:
    """What is said of those counted, where it singles them out: "nine islands are inhabited"."""
    tags = reading.tags
    first = reading.clause(mention.first)[0]
    if any(mark in "VX" for mark in tags[first : mention.first]):
        return
    for i in range(at, min(at + _REACH, len(tags))):
        if tags[i] == "X" and i + 1 < len(tags) and tags[i + 1] in "AV" and reading.tokens[i].norm in {"is", "are"}:
            _words(reading, i + 1, i + 2, found)
            return
        if tags[i] in "V.":
            return
