"""Counts bound to a noun that says what has so many: "a 200-bed hospital", "the nine-member board"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["compounded"]

_BOUND = "the noun bound to the figure"
_HYPHENS = "-–‑"
_PLURALS = {"man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet"}
_MANY = frozenset({"strong"})


def compounded(reading: Reading, mention: Mention) -> Measured | None:
    """The beds of a 200-bed hospital, the strength of a 300-strong crowd."""
    tokens, at = reading.tokens, mention.last
    if at + 2 >= len(tokens) or tokens[at].text not in _HYPHENS or not tokens[at].glued or not tokens[at + 1].glued:
        return None
    noun = tokens[at + 1].norm
    strong = noun in _MANY
    named = reading.tags[at + 1] in "NA" and not _says_how(noun)
    if not strong and (not named or lemma(noun) != noun or not noun.isalpha()):
        return None
    phrase = phrase_after(reading, at + 2)
    if phrase is None or phrase.first != at + 2 or reading.tags[phrase.head] != "N":
        return None
    thing = from_phrase(reading, phrase, "")
    if strong:
        return evolve(thing, why=_BOUND, first=-1, label=f"strength of {thing.measure}")
    label = f"{_plural(noun)} of {thing.measure}"
    return Measured(noun, noun, why=_BOUND, label=label)


def _says_how(noun: str) -> bool:
    """Whether a word only says how the thing is: "two-sided", "three-legged"."""
    return noun in grammar().adjectives or (len(noun) > _SHORT and noun.endswith(("ed", "ing")))


_SHORT = 4  # letters of "bed" and "king"


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
