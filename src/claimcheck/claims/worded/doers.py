"""Of what somebody did: whether the entities tell who it was, and what it was done to."""

from __future__ import annotations

from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.measured.eventful import occasional
from claimcheck.claims.measured.model import object_of, subject_of
from claimcheck.claims.phrases import Phrase, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import attached, participle_of, phrase_words, spelled, word_set
from claimcheck.claims.worded.things import ROOM
from claimcheck.claims.worded.titled import ranked
from claimcheck.extract.scan import Mention

__all__ = ["appointed", "begun_doing", "in_office", "is_name", "only_named", "that_of", "with_phrases"]


def that_of(reading: Reading, mention: Mention) -> list[str]:
    """What "that of 1997" is of: "A flood of this size is rare, whereas that of 1997 was smaller"."""
    at = mention.first - 2
    if at < 1 or reading.norms[at] not in {"that", "those"} or reading.norms[at + 1] != "of":
        return []
    verb = next((k for k in range(at) if reading.tags[k] in "VX"), None)
    subject = subject_of(reading, verb, 0) if verb is not None else None
    common = subject is not None and reading.tags[subject.head] == "N" and subject.last <= at
    return spelled(reading, subject.first, subject.head + 1) if common and subject is not None else []


def in_office(reading: Reading, subject: Phrase, event: str) -> bool:
    """Whether somebody whose task it is did it, who need not be told: "police detained a man"."""
    return event in occasional("dealing") and lemma(reading.norms[subject.head]) in occasional("acting")


def begun_doing(reading: Reading, verb: int) -> list[str]:
    """ "We started doing the work on the film": work on film started."""
    norms, at = reading.norms, verb if reading.norms[verb] == "doing" else verb + 1
    if norms[at : at + 1] != ["doing"] or verb_lemma(norms[at - 1]) not in occasional("aspectual") | {"stop", "finish"}:
        return []
    work = with_phrases(reading, object_of(reading, at, len(norms)), len(norms), word_set("near"))
    return [*work, participle_of(reading, at - 1)] if work else []


def appointed(reading: Reading, target: Phrase) -> tuple[list[str], list[str]] | None:
    """Who is elected or named, and what: "elected Anna Pell ombudsman", "named Ana Ruiz its president"."""
    name = next((one for one in reading.names if target.first <= one.first < target.last and not one.place), None)
    if name is None:
        return None
    at = name.last
    while at < len(reading.tags) and (reading.tags[at] == "D" or reading.norms[at] in {"as", "to", "be"}):
        at += 1
    phrase = phrase_after(reading, at)
    if phrase is None or phrase.first != at or reading.tags[phrase.head] != "N":
        return None
    more, _ = attached(reading, phrase.last, len(reading.tokens), links=frozenset({"of", "for"}))
    return spelled(reading, name.first, name.last), [*phrase_words(reading, phrase), *more]


def only_named(reading: Reading, subject: Phrase) -> bool:
    """Whether a subject is nothing but a name, which the entities tell, and the office of whose it is."""
    if is_name(reading, subject):
        return True
    inside = reading.names_in(subject.first, subject.last)
    last = inside[-1] if inside else None
    return (
        last is not None and last.last == subject.last and ranked(reading, last, subject.first).start == subject.first
    )


def is_name(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun phrase is a name and nothing else."""
    held = [k for k in range(phrase.first, phrase.last) if reading.tokens[k].norm not in grammar().closed]
    return all(reading.tags[k] in "Z-" for k in held)


def with_phrases(reading: Reading, phrase: Phrase | None, limit: int, links: frozenset[str]) -> list[str]:
    """The words of a noun phrase and, where it is short, of the phrase that completes it."""
    if phrase is None:
        return []
    words = phrase_words(reading, phrase)
    if lemma(reading.norms[phrase.head]) in word_set("within"):
        links |= {"in"}
    more, _ = attached(reading, phrase.last, limit, links=links, most=1)
    return [*words, *more] if len(words) <= ROOM else words
