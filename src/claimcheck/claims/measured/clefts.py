"""Sentences turned round to put a date first: "It was in October 2017 that the programme started"."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.model import Measured, object_of, verb_of
from claimcheck.claims.measured.statements import statement
from claimcheck.claims.phrases import Phrase, normalise, of_phrase, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["cleft"]


def cleft(reading: Reading, mention: Mention) -> Measured | None:
    """ "It was in October 2017 that the programme started": the event of the clause after "that"; "What we saw in May
    was a collapse of prices": what was seen; "In May there was a surge in prices": what there was.
    """
    return _that(reading, mention) or _what(reading, mention) or _there(reading, mention)


_BE = frozenset({"is", "was", "are", "were"})
_BEFORE = 6  # tokens from "it" to such a date: "it is only now, two years on, that"
_AHEAD = 3  # tokens from such a date to the verb that says what it was


def _what(reading: Reading, mention: Mention) -> Measured | None:
    norms, tags = reading.norms, reading.tags
    be = next((k for k in range(mention.last, min(mention.last + _AHEAD, len(norms))) if norms[k] in _BE), None)
    if be is None or "what" not in norms[: mention.first] or norms[be - 1] == "there":
        return None
    start = max(k for k in range(mention.first) if norms[k] == "what")
    verbs = [k for k in range(start + 1, mention.first) if tags[k] == "V"]
    if len(verbs) != 1 or any(mark in "C." for mark in tags[start + 1 : be]):
        return None
    phrase = phrase_after(reading, be + 1)
    if phrase is None or tags[phrase.head] != "N":
        return None
    if phrase.first == be + 1 == phrase.head and lemma(norms[phrase.head]) == norms[phrase.head]:
        return None  # "what we saw in May was grim"
    text = normalise(reading, [phrase, of_phrase(reading, phrase)], keep_names=True)
    head = lemma(reading.tokens[phrase.head].norm)
    return Measured(text, head, head, phrase.first, phrase.last, "what the clause with “what” stands for")


def _there(reading: Reading, mention: Mention) -> Measured | None:
    norms, tags = reading.norms, reading.tags
    at = mention.last + (norms[mention.last : mention.last + 1] == [","])
    first = reading.clause(mention.first)[0]
    if norms[at : at + 1] != ["there"] or not {"V", "X"}.isdisjoint(tags[first : mention.first]):
        return None  # "when the war ended last year, there was talk"
    be = at + 1
    while tags[be : be + 1] in (["X"], ["M"]):
        be += 1
    phrase = phrase_after(reading, be)
    if be == at + 1 or phrase is None or phrase.first > be + 1 or tags[phrase.head] != "N":
        return None
    last = phrase.last
    while norms[last : last + 1] in (["in"], ["of"], ["on"], ["against"], ["between"], ["over"], ["at"]):
        inner = phrase_after(reading, last + 1)
        if inner is None or inner.first > last + 2:
            break
        last = inner.last
    text = normalise(reading, [Phrase(phrase.first, last, phrase.head)], keep_names=True, keep_links=True)
    head = lemma(norms[phrase.head])
    return Measured(text, head, head, phrase.first, last, "what there was")


def _that(reading: Reading, mention: Mention) -> Measured | None:
    norms = reading.norms
    first = max(mention.first - _BEFORE, 0)
    at = mention.last + (norms[mention.last : mention.last + 1] == [","])
    if norms[at : at + 1] != ["that"] or "it" not in norms[first : mention.first]:
        return None
    found = statement(reading, at + 1)
    if found is None or found[0] is None:
        return None
    subject, verb = found
    assert subject is not None
    event = verb_of(reading, verb)
    target = object_of(reading, verb, reading.clause(verb)[1])
    words = [normalise(reading, [subject], keep_names=True), event]
    if target is not None:
        words.append(normalise(reading, [target, of_phrase(reading, target)], keep_names=True))
    head = lemma(reading.tokens[subject.head].norm)
    why = "the clause after “that”"
    text = " ".join(words)
    return Measured(text, head, event, subject.first, verb + 1, why, verb=verb, subject=subject, target=target)
