"""What is said on a date: "report by doctors on lake shrinking", "new sheds announced"."""

from __future__ import annotations

from claimcheck.claims.grammar import gerund, participle, verb_lemma
from claimcheck.claims.measured.eventful import occasional
from claimcheck.claims.measured.model import object_of
from claimcheck.claims.measured.statements import statement
from claimcheck.claims.phrases import Phrase, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import PARTICLES, attached, joined, passive, phrase_words, word_set
from claimcheck.lexicon import load_table

__all__ = ["of_saying"]

_THAT_WITHIN = 6  # tokens from a verb of saying to its "that"
_BRIEF = 4  # words of who says it that a measure has room for
_SUBJECT = 5  # words of what is told of


def of_saying(reading: Reading, verb: int, speaker: list[str], form: str) -> str:
    """What a verb of saying says, with the words of who says it; empty where it says nothing by a clause."""
    table = load_table("occasions")
    base = verb_lemma(reading.norms[verb])
    if base not in table["sayings"] and base not in table["promising"]:
        return ""
    at = _that(reading, verb)
    found = statement(reading, at) if at >= 0 else None
    if found is None:
        return ""
    subject, inner = found
    if base in table["promising"]:
        again = 2 * (reading.tags[inner + 1 : inner + 3] == ["C", "V"])
        target = object_of(reading, inner + again, len(reading.tags))
        thing = _with_links(reading, target)
        return joined([*thing, form]) if thing else ""
    told = _told(reading, subject, inner)
    if not told or base not in table["sayings"]:
        return ""
    if reading.norms[verb].endswith("ing"):
        return joined(told)  # "is finding that the deal brings trouble"
    by = ["by", *speaker] if 0 < len(speaker) <= _BRIEF else []
    return joined([table["sayings"][base], *by, "on", *told])


def _that(reading: Reading, verb: int) -> int:
    """Where what is said begins: behind "that", or right behind the verb where a clause does; or -1."""
    norms, tags = reading.norms, reading.tags
    for k in range(verb + 1, min(verb + 1 + _THAT_WITHIN, len(tags))):
        if norms[k] == "that" and tags[k] == "C":
            return k + 1
        if tags[k] not in "PDNZU":
            break
    at = reading.clause(verb)[1]
    dated = all(mark in "PDU" for mark in tags[verb + 1 : at])  # "said on Monday it will close"
    dated = dated and verb_lemma(norms[verb]) in occasional("bare")
    return at if dated and tags[at : at + 1] not in ([], ["."]) else -1


def _told(reading: Reading, subject: Phrase | None, verb: int) -> list[str]:
    """A statement as a noun and a participle: "lake shrinking", "bridge closed", "mayor in touch with firm"."""
    tags, limit = reading.tags, len(reading.tags)
    who = phrase_words(reading, subject)
    if subject is not None and len(who) < _SUBJECT:
        who += attached(reading, subject.last, verb, links=word_set("near"))[0]
    links = word_set("near") | word_set("far")
    if tags[verb] == "X":
        having = reading.norms[verb] in {"has", "have", "had"}
        held = phrase_words(reading, object_of(reading, verb, limit)) if having else []
        if held:
            return [*who, "having", *held]
        at = verb + 1
        while at < limit and tags[at] in "XM":
            at += 1
        state = attached(reading, at, limit, links=links, most=2)[0]
        being = [] if who else ["being"]
        return [*who, *being, *(state or phrase_words(reading, phrase_after(reading, at)))]
    base = verb_lemma(reading.norms[verb])
    if passive(reading, verb):
        return [*(who or ["being"]), participle(base), *attached(reading, verb + 1, limit, links=links)[0]]
    if reading.norms[verb + 1 : verb + 2] and reading.norms[verb + 1] in PARTICLES and tags[verb + 1] in "PM":
        more = attached(reading, verb + 2, limit, links=links)[0]
        return [*who, gerund(base), reading.norms[verb + 1], *more]
    target = object_of(reading, verb, limit)
    near = target is not None and "P" not in tags[verb + 1 : target.first]
    more = phrase_words(reading, target) if near else attached(reading, verb + 1, limit, links=links)[0]
    return [*who, gerund(base), *more] if who or near else []


def _with_links(reading: Reading, phrase: Phrase | None) -> list[str]:
    if phrase is None:
        return []
    return [
        *phrase_words(reading, phrase),
        *attached(reading, phrase.last, len(reading.tags), links=word_set("near"))[0],
    ]
