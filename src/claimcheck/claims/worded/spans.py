"""How long something takes, in words: "training of successor", "time from infection to cancer"."""

from __future__ import annotations

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.claims.measured.eventful import is_event
from claimcheck.claims.measured.gerunds import undertaken
from claimcheck.claims.measured.model import main_verb, object_of, subject_of
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.doing import antecedent
from claimcheck.claims.worded.punished import punished
from claimcheck.claims.worded.surface import PARTICLES, attached, joined, participle_of, phrase_words, silent, word_set
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["of_span"]

_TAKING = frozenset({"take", "need", "require"})
_FAR = 6  # tokens from a length of time to what it is needed for


def of_span(reading: Reading, mention: Mention, text: str) -> str:
    """What takes a time: a gerund with its object, what is to be done, or the way from one thing to another."""
    if mention.kind is Kind.DURATION and punished(reading, mention):
        return "prison sentence"
    if mention.kind is Kind.DURATION and (apart := _apart(reading, mention, text) or _since_last(reading, mention)):
        return apart
    verb = main_verb(reading, mention) if mention.kind is Kind.DURATION else None
    if verb is not None and verb < mention.first and verb_lemma(reading.norms[verb]) in word_set("lasting"):
        lasting = text == verb_lemma(reading.norms[verb]) and reading.norms[verb - 1] in {"it", "they"}
        return joined(["duration", "of", *thing]) if lasting and (thing := antecedent(reading, verb - 1)) else text
    if verb is None or verb > mention.first or verb_lemma(reading.norms[verb]) not in _TAKING:
        return text
    deed = undertaken(reading, verb)
    if deed is not None:
        thing = phrase_words(reading, deed[1])
        return joined([reading.norms[deed[0]], *(["of", *thing] if thing else [])])
    first = reading.clause(verb)[0]
    while first < verb and reading.tags[first] in "CMD.":
        first += 1
    subject = verb - 1
    while subject > first and reading.tags[subject] in "XM":
        subject -= 1
    if reading.norms[subject] != "it":
        return _for_it(reading, mention, verb) or text
    return _to_do(reading, mention, verb) or _way(reading, first, subject) or text


def _apart(reading: Reading, mention: Mention, text: str) -> str:
    """What lies apart: "95 minutes before the crest", "a year after the flood", "30 years since the mill shut"."""
    norms, tags, at = reading.norms, reading.tags, mention.last
    link = norms[at] if at < len(norms) else ""
    if link not in _LINKS or (mention.first and norms[mention.first - 1] in _WITHIN):
        return ""
    if tags[at + 1 : at + 3] == ["R", "V"]:  # "30 years since they shed the yoke"
        thing = phrase_words(reading, object_of(reading, at + 2, len(tags)))
        main = main_verb(reading, mention) if not thing else None
        who = phrase_words(reading, subject_of(reading, main, reading.clause(main)[0])) if main is not None else []
        told = [*thing, participle_of(reading, at + 2)] if thing else [*who, norms[at + 2]]
        return joined(["time", "before" if link == "before" else "since", *told])
    phrase = phrase_after(reading, at + 1)
    if phrase is None or tags[phrase.head] not in "NZ" or phrase.first - at > _OWNED:
        return ""
    words = phrase_words(reading, phrase)
    verb = phrase.last
    while verb < len(tags) and tags[verb] == "X":
        verb += 1
    if tags[verb : verb + 1] == ["V"]:
        words = [*words, norms[verb], *attached(reading, verb + 1, len(tags), links=frozenset({"for", "to", "on"}))[0]]
    else:
        more = attached(reading, phrase.last, len(tags), links=frozenset({"of", "in"}))[0]
        words += more if len(words) + len(more) <= _LONG else []
    if not words or len(words) > _LONG:
        return ""
    said = [word for word in text.split() if word not in _EMPTY]
    said = said[:-1] if said[-1:] and said[-1] in _COMING else said
    few = 1 if said and is_event(said[-1]) else _FEWEST
    if link == "since" or not few <= len(said) <= _LONG or set(said) <= set(words):
        return joined(["time", "before" if link == "before" else "since", *words])
    if link == "before":
        said, words = words, said
    return joined(["time", "from", *words, "to", *said])


_LINKS = frozenset({"after", "before", "since"})
_WITHIN = frozenset({"within", "for", "until", "every"})
_FEWEST = 2  # words of an event
_OWNED = 3  # tokens from "after" to its noun
_LONG = 6
_COMING = frozenset({"came", "comes", "followed", "happened", "occurred", "took", "begun", "began"})
_EMPTY = frozenset({"it", "this", "that"})


def _since_last(reading: Reading, mention: Mention) -> str:
    """ "the first such meeting of the boards in 40 years": time since last meeting of boards."""
    norms, at = reading.norms, mention.first - 1
    if at < 1 or norms[at] not in _WHILE or "first" not in reading.scan.vocabulary:
        return ""
    first = reading.clause(at)[0]
    k = next((k for k in range(at - 1, max(first, at - _BACK) - 1, -1) if norms[k] == "first"), -1)
    if k < 1 or norms[k - 1] in {"at", "for"} or any(mark in "VX" for mark in reading.tags[k:at]):
        return ""
    last = k + 1 + (norms[k + 1] in {"such", "ever", "major", "new"})
    if norms[last] == "by":
        verb = next((i for i in range(k, first, -1) if reading.tags[i] == "X"), -1)
        thing = phrase_words(reading, subject_of(reading, verb, first)) if verb > 0 else []
        return joined(["time", "since", "last", *thing, *attached(reading, last, at, links=_BY)[0]]) if thing else ""
    phrase = phrase_after(reading, last, at)
    if phrase is None or reading.tags[phrase.head] != "N" or phrase.first > last + 1:
        return ""
    more = attached(reading, phrase.last, at, links=_BY | {"of", "in", "for", "on", "to", "between"})[0]
    return joined(["time", "since", "last", *phrase_words(reading, phrase), *more])


_WHILE = frozenset({"in", "for"})
_BY = frozenset({"by"})
_BACK = 16  # tokens from a length of time to what is the first in it


def _to_do(reading: Reading, mention: Mention, verb: int) -> str:
    """ "It takes an ambulance 41 minutes to reach a patient": time for ambulance to reach patient."""
    tags = reading.tags
    at = next((k for k in range(mention.last, min(mention.last + _FAR, len(tags) - 1)) if tags[k] == "T"), -1)
    if at < 0 or tags[at + 1] != "V":
        return ""
    who = phrase_after(reading, verb + 1, mention.first)
    told = ["for", *phrase_words(reading, who)] if who is not None else []
    target = object_of(reading, at + 1, len(tags))
    average = ["average"] if "average" in reading.norms[mention.first - 2 : at] else []
    whom = not told and not {*reading.norms[verb + 1 : mention.first]} <= _WHOM
    way = at + 2 + (tags[at + 2 : at + 3] == ["M"])
    back = reading.norms[at + 2 : way] if reading.norms[at + 2] in PARTICLES else []
    more = phrase_words(reading, target) or [*back, *attached(reading, way, len(tags), links=_LED, most=2)[0]]
    return "" if whom else joined([*average, "time", *told, "to", reading.norms[at + 1], *more])


_WHOM = frozenset({"her", "him", "them", "us", "me", "you", "it", "about", "some", "only", "just", "nearly", "almost"})
_LED = frozenset({"back", "to", "from", "in", "on", "into"})


def _for_it(reading: Reading, mention: Mention, verb: int) -> str:
    """ "A complaint takes 83 days to settle": time to settle complaint."""
    tags, at = reading.tags, mention.last
    base = grammar().verb_forms.get(reading.norms[at + 1], ("", ""))[1] if at + 1 < len(tags) else ""
    bare = (
        base == "base"
        and not silent(reading.norms[at + 1])
        and reading.norms[at] == "to"
        and tags[at + 2 : at + 3] in ([], ["."], ["P"])
    )
    if tags[at : at + 2] != ["T", "V"] and not bare:
        return ""
    thing = phrase_words(reading, subject_of(reading, verb, reading.clause(verb)[0]))
    return joined(["time", "to", reading.norms[at + 1], *thing]) if thing else ""


def _way(reading: Reading, first: int, last: int) -> str:
    """ "From Orm to Belt it takes two hours": time from orm to belt."""
    if reading.norms[first] != "from":
        return ""
    words, _ = attached(reading, first, last, links=frozenset({"from", "to"}), most=2)
    return joined(["time", *words]) if "to" in words else ""
