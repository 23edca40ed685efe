"""Whose an age is: of "the age of the yew is put at 400 years" and of "the abbey dates back 900 years"."""

from __future__ import annotations

import re

from attrs import evolve

from claimcheck.claims.measured.extents import of_extent
from claimcheck.claims.measured.model import Measured, from_phrase, main_verb, subject_of
from claimcheck.claims.phrases import phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["of_age"]

_BOUNDS = frozenset({"between", "over", "under", "above", "below", "older", "younger"})
_AGE_OF = re.compile(r"(?:estimated |probable |likely |true |exact |real )?age of (.+)")


def of_age(reading: Reading, mention: Mention) -> Measured:
    """What is so old: the owner of the age that the sentence names, else what has the extent."""
    if mention.first and reading.norms[mention.first - 1] == "back":
        verb = main_verb(reading, mention)
        subject = subject_of(reading, verb, reading.clause(mention.first)[0]) if verb is not None else None
        if subject is not None:
            return from_phrase(reading, subject, "what dates back", confidence=0.9)
    if mention.first > 1 and reading.norms[mention.first - 2 : mention.first] == [",", "aged"]:
        phrase = phrase_before(reading, mention.first - 2)
        if phrase is not None and phrase.last == mention.first - 2 and reading.tags[phrase.head] == "N":
            return from_phrase(reading, phrase, "who is so old", confidence=0.9)
    if mention.first and reading.tags[mention.first - 1] == "N" and reading.norms[mention.first] in _BOUNDS:
        phrase = phrase_before(reading, mention.first)
        if phrase is not None and phrase.last == mention.first:
            return from_phrase(reading, phrase, "the people before the figure", confidence=0.9)
    found = of_extent(reading, mention)
    owner = _AGE_OF.fullmatch(found.measure)
    if owner is None or found.head != "age":
        return found
    return evolve(found, measure=owner[1], head=owner[1].split()[-1], why="whose age it is")
