"""Speeds, temperatures and noise: the property of what moves, is kept or sounds so, named or not."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.model import Measured, from_phrase, main_verb, object_of, subject_of, verb_of
from claimcheck.claims.phrases import Phrase, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import dimension
from claimcheck.records import Kind

__all__ = ["STATE_OF", "UNIT_SAYS", "of_state"]

UNIT_SAYS = "the unit"
STATE_OF = "what is in the state"

_AT = frozenset({"at", "to", "of", "with"})
_BARE = 3  # tokens before a figure that may only say how it is bounded: "at up to"


@cache
def _properties() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """The property by the dimension of a figure, nouns that are properties, verbs that bring something into a state."""
    table = load_table("wording")
    return dict(table["state_of"]), frozenset(table["properties"]), frozenset(table["keeping"])


def of_state(reading: Reading, mention: Mention, found: Measured) -> Measured:
    """ "Trains pass the tunnel at 90 km/h": the speed of trains, whatever stands nearest; else ``found``."""
    unit = mention.quantity.unit if mention.kind is Kind.MEASURE and mention.quantity is not None else None
    if unit is None or mention.quantity is None or mention.quantity.per or reading.unit.cell is not None:
        return found
    nouns, properties, _ = _properties()
    noun = nouns.get(dimension(unit) or "")
    if noun is None or mention.quantity.role == "by" or reading.norms[mention.first - 1 : mention.first] == ["for"]:
        return found
    if _modifies(reading, mention.last):
        return found
    if any(lemma(word) in properties for word in found.measure.split()) or "label" in found.why:
        return found
    thing = _thing(reading, mention, noun)
    if thing is None:
        empty = not found.measure or found.why == "the verb" or found.first < 0
        pronoun = _pronoun(reading, mention)
        return Measured(noun, noun, found.event, why=UNIT_SAYS, confidence=0.7) if empty or pronoun else found
    what = from_phrase(reading, thing, STATE_OF, confidence=0.9)
    text = f"{noun} of {what.measure}" if what.measure else noun
    event = verb_of(reading, main_verb(reading, mention)) or found.event
    return Measured(text, noun, event, what.first, what.last, what.why, 0.9)


def _modifies(reading: Reading, at: int) -> bool:
    """Whether a figure stands before its noun: "a 30 km/h zone"."""
    at += reading.tags[at : at + 1] == ["-"]
    return at < len(reading.tags) and reading.tags[at] in "NA"


def _pronoun(reading: Reading, mention: Mention) -> bool:
    """Whether only a pronoun names what is in the state."""
    verb = main_verb(reading, mention)
    k = verb - 1 if verb is not None and verb < mention.first else -1
    while k >= 0 and reading.tags[k] in "XMTVA":
        k -= 1
    return k >= 0 and reading.tags[k] == "R"


def _thing(reading: Reading, mention: Mention, noun: str) -> Phrase | None:
    """What moves: the subject; what is kept so: the object of a verb of keeping; or the noun right before "at"."""
    verb = main_verb(reading, mention)
    at = mention.first
    while at and mention.first - at < _BARE and (reading.tags[at - 1] in "M" or reading.norms[at - 1] in _AT):
        at -= 1
    if verb is None or verb > mention.first:
        beside = phrase_before(reading, at)
        linked = reading.norms[at] in _AT and beside is not None and beside.last == at
        return beside if linked and beside is not None and reading.tags[beside.head] == "N" else None
    if noun != "speed" and verb_of(reading, verb) in _properties()[2]:
        target = object_of(reading, verb, mention.first)
        if target is not None and reading.tags[target.head] == "N" and "P" not in reading.tags[verb : target.first]:
            return target
    subject = subject_of(reading, verb, reading.clause(mention.first)[0])
    if subject is None or subject.last > verb or reading.tags[subject.head] not in "NZ":
        return None
    return subject
