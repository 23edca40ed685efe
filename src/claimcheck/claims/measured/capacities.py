"""How many something has room for: "seats for 180 people", "the café seats 40", "the hall can hold 400 guests"."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.model import Measured, subject_of
from claimcheck.claims.phrases import Phrase, normalise, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["of_capacity"]

_ABLE = frozenset({"can", "could"})
_AT = frozenset({"in", "on", "at", "aboard"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("wording")["capacity"][key])


def of_capacity(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """The capacity of what has the seats, or seats so many."""
    before = mention.first - 1
    if mention.kind is not Kind.COUNT or before < 1:
        return None
    if verb is None:  # an auxiliary that is the only verb: "has seats for"
        first = reading.clause(mention.first)[0]
        verb = next((k for k in range(before, first - 1, -1) if reading.tags[k] in "VX"), None)
    if verb is None or verb >= mention.first:
        return None
    base = verb_lemma(reading.norms[verb])
    owner: Phrase | None = None
    if reading.norms[before] == "for" and lemma(reading.norms[before - 1]) in _words("places"):
        if base not in _words("light") and reading.tags[verb] != "X":
            return None
        owner = subject_of(reading, verb, reading.clause(verb)[0])
        if (
            owner is None
            or reading.norms[owner.head] == "there"
            or lemma(reading.norms[owner.head]) in _words("places")
        ):
            owner = _where(reading, mention)
    elif base in _words("verbs") or (
        base in _words("able") and _ABLE.intersection(reading.norms[max(verb - 2, 0) : verb])
    ):
        if any(mark not in "MDU" for mark in reading.tags[verb + 1 : mention.first]):
            return None
        owner = subject_of(reading, verb, reading.clause(verb)[0])
    else:
        return None
    if owner is None or reading.tags[owner.head] not in "NZ":
        return None
    core = f"capacity of {normalise(reading, [owner], keep_names=reading.tags[owner.head] == 'Z')}"
    things = _things(reading, mention)
    label = f"{core} for {reading.norms[things.head]}" if things is not None else core
    core = f"{lemma(reading.norms[things.head])} {core}" if things is not None else core
    return Measured(core, "capacity", why="how many there is room for", confidence=0.9, label=label)


def _things(reading: Reading, mention: Mention) -> Phrase | None:
    """What there is room for where that is no people: tents, cars."""
    inside = phrase_after(reading, mention.last)
    if inside is None or inside.first != mention.last or reading.tags[inside.head] != "N":
        return None
    noun = lemma(reading.norms[inside.head])
    table = load_table("people")
    return None if noun in {*table["generic"], *table["specific"], *table["bearers"]} else inside


def _where(reading: Reading, mention: Mention) -> Phrase | None:
    """The place that is named behind those for whom there is room: "room for 40 guests in the café"."""
    inside = phrase_after(reading, mention.last)
    at = inside.last if inside is not None and inside.first == mention.last else mention.last
    return phrase_after(reading, at + 1) if reading.norms[at : at + 1] and reading.norms[at] in _AT else None
