"""What a relative pronoun stands for: "the strike at the mill, which began in May"."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import participle, verb_lemma
from claimcheck.claims.jobs import job_nouns
from claimcheck.claims.measured.eventful import is_event
from claimcheck.claims.phrases import Phrase, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["antecedent", "participial", "told_behind"]

_REACH = 5  # tokens from the pronoun to its verb
_FAR = 14  # tokens from a participle to its date
_STEPS = 5  # phrases that hang on one another


def antecedent(reading: Reading, at: int) -> Phrase | None:
    """What a relative pronoun stands for: the noun before it, or the noun that a name there hangs on; of a verb that
    says when something begins or ends, the event that the nouns there hang on.
    """
    found = _named(reading, at)
    return found if found is None else _eventful(reading, at, found) or found


def _eventful(reading: Reading, at: int, found: Phrase) -> Phrase | None:
    """The event on which a phrase hangs, where the relative clause tells its course: "a drill on the border that began
    in May", "talks held in the city with Peru that ended in June".
    """
    tags, norms = reading.tags, reading.norms
    verb = next((k for k in range(at + 1, min(at + _REACH, len(tags))) if tags[k] == "V"), None)
    if verb is None or verb_lemma(norms[verb]) not in _courses() or is_event(norms[found.head]):
        return None
    for _ in range(_STEPS):
        k = found.first - 1
        while k > 0 and tags[k] == "D":
            k -= 1
        if k < 1 or tags[k] != "P":
            return None
        held = tags[k - 1] == "V" and participial(norms[k - 1])
        wider = phrase_before(reading, k - held)
        if wider is None or wider.last != k - held:
            return None
        found = wider
        if is_event(norms[found.head]):
            return found
    return None


@cache
def _courses() -> frozenset[str]:
    """Verbs by which events begin, go on and end."""
    return frozenset(load_table("events")["courses"])


def participial(norm: str) -> bool:
    """Whether a verb's form can be a past participle."""
    base = verb_lemma(norm)
    return (norm != base and norm.endswith("ed")) or participle(base) == norm


def _named(reading: Reading, at: int) -> Phrase | None:
    """What a relative pronoun stands for: the noun before it, or the noun that a name there hangs on."""
    found, norms = phrase_before(reading, at), reading.norms
    while found is not None and found.first > 1:
        k = found.first - 1
        while k > 0 and reading.tags[k] == "D":
            k -= 1
        if reading.tags[k] != "P":
            break
        led = (
            norms[k] == "of"
            and norms[at] == "who"
            and norms[k - 1] in job_nouns()
            and norms[found.head] not in job_nouns()
        )
        if reading.tags[found.head] != "Z" and norms[found.first - 1] != "per" and not led:
            break
        wider = phrase_before(reading, k)
        if wider is None or (wider.last != k and reading.tokens[wider.last].text not in "(["):
            break
        found = wider
    return found


def told_behind(reading: Reading, mention: Mention) -> int:
    """The participle behind a noun from which nothing but phrases with prepositions lead to a date, where the verb of
    the sentence comes right after; 0 without one.
    """
    tags = reading.tags
    if mention.last >= len(tags) or tags[mention.last] not in "VX":
        return 0
    k = mention.first - 1
    while k > max(mention.first - _FAR, 1) and tags[k] in "NZADPC-":
        k -= 1
    hanging = k > 0 and tags[k] == "V" and tags[k + 1] == "P" and tags[k - 1] in "NZ" and participial(reading.norms[k])
    return k if hanging else 0
