"""Dates and periods: the event that they date, or the figure that they limit."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.model import Measured, from_phrase, main_verb, object_of, subject_of, verb_of
from claimcheck.claims.phrases import normalise, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["of_time"]


def of_time(reading: Reading, mention: Mention) -> Measured:
    """ "the 2016 bombing of the embassy", "in 2016 the embassy was bombed", "the EU strategy of 2007"."""
    return _attributive(reading, mention) or _clause(reading, mention) or _noun(reading, mention)


def _attributive(reading: Reading, mention: Mention) -> Measured | None:
    tokens, tags = reading.tokens, reading.tags
    at = mention.last
    if at >= len(tokens) or tags[at] not in "NAZ" or tokens[at].text == "-":
        return None
    if mention.first and not (tags[mention.first - 1] in "DAZNP" or tokens[mention.first - 1].norm.endswith("'s")):
        return None
    if mention.first and tags[mention.first - 1] == "P" and tags[at] == "Z":
        return None
    if tokens[mention.first].norm in {"since", "until", "between", "from", "by", "in"}:
        return None
    phrase = phrase_after(reading, at)
    if phrase is None:
        return None
    found = from_phrase(reading, phrase, "the noun after the date", keep_names=True)
    head = reading.tokens[phrase.head].norm
    return Measured(found.measure, found.head, verb_lemma(head) if head.endswith("ing") else lemma(head),
                    found.first, found.last, found.why)


def _clause(reading: Reading, mention: Mention) -> Measured | None:
    verb = main_verb(reading, mention)
    if verb is None:
        return None
    first, last = reading.clause(mention.first)
    event = verb_of(reading, verb) or reading.tokens[verb].norm
    subject = subject_of(reading, verb, first)
    target = object_of(reading, verb, last)
    if subject is None and target is None:
        return None
    words = normalise(reading, [subject], keep_names=True) if subject else ""
    if reading.tags[verb] in "VG":
        words = f"{words} {event}".strip()
    if target is not None and target.head < len(reading.tokens):
        words = f"{words} {normalise(reading, [target], keep_names=True)}".strip()
    anchor = subject or target
    assert anchor is not None
    head = lemma(reading.tokens[anchor.head].norm)
    return Measured(words, head, event if reading.tags[verb] in "VG" else "", anchor.first, verb + 1, "the clause's verb and its arguments")


def _noun(reading: Reading, mention: Mention) -> Measured:
    at = mention.first
    while at and (reading.tags[at - 1] in "PD." or reading.tokens[at - 1].text in "("):
        at -= 1
    phrase = phrase_before(reading, at) or phrase_after(reading, mention.last)
    if phrase is None:
        return Measured(why="nothing says what is dated", confidence=0.5)
    found = from_phrase(reading, phrase, "the noun beside the date", confidence=0.8, keep_names=True)
    return Measured(found.measure, found.head, "", found.first, found.last, found.why, 0.8)
