"""What a question asks for, of which the sentence after it gives only the figure."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.claims.measured.arguments import object_of
from claimcheck.claims.measured.model import Measured, from_phrase, verb_of
from claimcheck.claims.phrases import Phrase, normalise, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["asked"]

_WHY = "the question before"
_ADVERBS = frozenset({"often", "frequently", "soon", "quickly"})
_FITTING = {
    "often": {Kind.FREQUENCY, Kind.COUNT},
    "frequently": {Kind.FREQUENCY, Kind.COUNT},
}


def asked(before: Reading, kind: Kind) -> Measured | None:
    """What a question asks for, if a figure of the kind can be its answer."""
    norms = before.norms
    dimensions: Mapping[str, str] = load_table("ellipsis")["dimensions"]
    timely = kind in {Kind.DATE, Kind.PERIOD}
    for at, norm in enumerate(norms):
        following = norms[at + 1] if at + 1 < len(norms) else ""
        if norm == "when" and timely:
            return _done(before, at + 1)
        if norm == "how" and following in _ADVERBS:
            return _done(before, at + 2) if kind in _FITTING.get(following, {Kind.DURATION}) else None
        if timely or kind is Kind.FREQUENCY:
            if timely and norm in {"what", "which"}:
                return _named(before, at + 1)
            continue
        if norm == "how" and following in {"much", "many"}:
            return _how_much(before, at + 2)
        if norm == "how" and following in dimensions:
            return _taken(before, at + 2) or _extent(before, at, dimensions[following])
        if norm in {"what", "which"}:
            return _price(before, at + 1) or _named(before, at + 1)
    return None


def _named(before: Reading, at: int) -> Measured | None:
    phrase = phrase_after(before, at + (before.tags[at : at + 1] == ["X"]))
    if phrase is None or before.tags[phrase.head] != "N":
        return None
    return _spelled(before, phrase, from_phrase(before, phrase, _WHY, confidence=0.8))


def _extent(before: Reading, at: int, dimension: str) -> Measured | None:
    """ "How long does the memory last?": duration of memory."""
    verb = next((k for k in range(at + 2, len(before.tags)) if before.tags[k] == "V"), None)
    start = at + 3 if verb is None or verb > at + 2 else at + 2
    phrase = phrase_after(before, start, (_base(before, start) if verb is None else None))
    if phrase is None:
        return None
    thing = from_phrase(before, phrase, _WHY, confidence=0.8)
    spelled = _spelled(before, phrase, thing).label
    return evolve(thing, measure=f"{dimension} of {thing.measure}", head=dimension, label=f"{dimension} of {spelled}")


def _taken(before: Reading, at: int) -> Measured | None:
    """ "How long does it take to reach the summit?": what takes so long."""
    norms, tags = before.norms, before.tags
    verb = next((k for k in range(at, len(tags)) if tags[k] == "V" and verb_lemma(norms[k]) == "take"), None)
    if verb is None or verb + 2 >= len(tags) or tags[verb + 1] != "T" or tags[verb + 2] != "V":
        return None
    done = verb_of(before, verb + 2)
    target = object_of(before, verb + 2, len(tags))
    text = f"{done} {normalise(before, [target], keep_names=True) if target else ''}".strip()
    return Measured(text, done, done, why=_WHY, confidence=0.8, label=f"time to {text}")


def _done(before: Reading, at: int) -> Measured | None:
    """ "How often is the tank cleaned?", "When does the museum open?": what is done or happens."""
    norms, tags = before.norms, before.tags
    helped = tags[at : at + 1] == ["X"]
    at += helped
    verb = next((k for k in range(at, len(tags)) if tags[k] == "V"), None) or _base(before, at) if helped else None
    if verb is None or verb <= at:
        return None
    event = verb_of(before, verb) or verb_lemma(norms[verb])
    subject = phrase_after(before, at, verb) if tags[at] != "R" else None
    target = object_of(before, verb, len(tags))
    if target is not None and (target.first - verb > _NEAR or "P" in tags[verb + 1 : target.first]):
        target = None
    thing = target if target is not None and subject is None else subject
    if thing is None:
        return Measured(event, event, event, why=_WHY, confidence=0.8)
    found = from_phrase(before, thing, _WHY, confidence=0.8)
    words = _spelled(before, thing, found).label
    more = f" {normalise(before, [target], keep_names=True)}" if target is not None and thing is subject else ""
    said = norms[verb] if not more and tags[at - 1] == "X" and norms[at - 1] in _PASSIVE else event
    return evolve(found, measure=f"{found.measure} {event}{more}", event=event, label=f"{words} {said}{more}")


def _base(before: Reading, at: int) -> int | None:
    """The verb that may be a noun, after an auxiliary and its subject: "do the buses run", "should I change"."""
    forms = grammar().verb_forms
    for k in range(at + 1, len(before.norms) - 1):
        word, tag = before.norms[k], before.tags[k - 1]
        if tag == "R" or (forms.get(word, ("", ""))[0] == word and tag in "NZM"):
            return k
    return None


_NEAR = 2
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been"})


def _price(before: Reading, at: int) -> Measured | None:
    """ "What does a repair cost?": its cost."""
    norms, tags = before.norms, before.tags
    end = next((k for k in range(len(norms) - 1, at, -1) if norms[k] == "cost"), None)
    if end is None or tags[at : at + 1] != ["X"] or norms[at] not in {"does", "do", "did", "will", "would"}:
        return None
    phrase = phrase_after(before, at + 1, end)
    if phrase is None or tags[phrase.head] != "N" or phrase.last != end:
        return None
    thing = from_phrase(before, phrase, _WHY, confidence=0.8)
    return evolve(thing, measure=f"cost of {thing.measure}", head="cost")


def _how_much(before: Reading, at: int) -> Measured | None:
    """ "How much money is there?": money; "How much does the visit cost?": the cost of the visit."""
    tokens, tags = before.tokens, before.tags
    if at < len(tags) and tags[at] in "NA":
        phrase = phrase_after(before, at)
        if phrase is None:
            return None
        return _spelled(before, phrase, from_phrase(before, phrase, _WHY, confidence=0.8))
    nouns = load_table("transfers")["noun_of"]
    verb = next((k for k in range(len(tags) - 1, at, -1) if verb_lemma(tokens[k].norm) in nouns), None)
    noun = nouns[verb_lemma(tokens[verb].norm)] if verb is not None else None
    phrase = phrase_after(before, at + 1, verb)
    if noun is None or phrase is None or tags[phrase.head] != "N":
        return None
    thing = from_phrase(before, phrase, _WHY, confidence=0.8)
    return evolve(thing, measure=f"{noun} of {thing.measure}", head=str(noun))


def _spelled(before: Reading, phrase: Phrase, found: Measured) -> Measured:
    """The same with its words as the question writes them."""
    plain = [before.norms[k] for k in range(phrase.first, phrase.last) if before.tags[k] in "NAG"]
    return evolve(found, label=" ".join(plain)) if len(plain) == len(found.measure.split()) else found
