"""Events that are named once for several dates: "a visit to Oslo by the mayor in May and her deputy in June"."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.chains import chain_before
from claimcheck.claims.measured.eventful import is_event
from claimcheck.claims.measured.model import Measured, subject_of, verb_of
from claimcheck.claims.phrases import Phrase, normalise, phrase_before
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.scan import Mention

__all__ = ["gapped"]

_LAST = 2  # phrases that an event and its last complement are at least


def gapped(reading: Reading, mention: Mention) -> Measured | None:
    """The event of the date before, with what "and" puts in the place of its last complement."""
    found = _beside(reading, mention)
    if found is None:
        return None
    own, before = found
    while (earlier := _beside(reading, before)) is not None:
        before = earlier[1]
    chain = chain_before(reading, _unlinked(reading, before.first))
    if len(chain) == 1:
        return _object(reading, chain[0], own)
    if len(chain) < _LAST or not is_event(reading.norms[chain[-1].head]):
        return None
    top, inmost = chain[-1], chain[0]
    link = inmost.first - 1
    while reading.tags[link] == "D":
        link -= 1
    first = normalise(reading, [Phrase(top.first, link, top.head)], keep_names=True, keep_links=True)
    text = f"{first} {reading.norms[link]} {normalise(reading, [own], keep_names=True)}"
    head = lemma(reading.norms[top.head])
    event = verb_lemma(head) if head.endswith("ing") else head
    return Measured(text, head, event, why="the event of the date before", confidence=0.9)


def _beside(reading: Reading, mention: Mention) -> tuple[Phrase, Mention] | None:
    """The bare noun phrase before a date that "and" or a comma joins to the date before, and that date."""
    at = _unlinked(reading, mention.first)
    own = phrase_before(reading, at)
    if own is None or own.last != at or at == mention.first:
        return None
    k = own.first
    while k and reading.tags[k - 1] == "D":
        k -= 1
    k -= reading.norms[k - 1] in {"and", "or"}
    k -= reading.norms[k - 1] == ","
    if k < 1 or reading.norms[k] not in {"and", "or", ","} or reading.figure_at[k - 1] < 0:
        return None
    before = reading.mentions[reading.figure_at[k - 1]]
    return (own, before) if before.kind in TIMES and before.last == k else None


def _object(reading: Reading, first: Phrase, own: Phrase) -> Measured | None:
    """ "Opened a mill in 2010 and a mine in 2012", "Rome held the games in 1960 and Munich in 1972"."""
    verb = first.first - 1
    while verb > 0 and reading.tags[verb] == "D":
        verb -= 1
    if reading.tags[verb] != "V" or reading.tags[first.head] not in "NZ":
        return None
    subject, target = subject_of(reading, verb, reading.clause(verb)[0]), own
    if reading.tags[own.head] != reading.tags[first.head]:
        if reading.tags[own.head] != "Z" or subject is None or reading.tags[subject.head] != "Z":
            return None
        subject, target = own, first
    event = verb_of(reading, verb)
    words = [normalise(reading, [one], keep_names=True) for one in (subject, target) if one is not None]
    text = " ".join([*words[:-1], event, words[-1]])
    head = lemma(reading.norms[(subject or target).head])
    why = "the verb of the date before"
    return Measured(text, head, event, verb, target.last, why, 0.9, verb=verb, subject=subject, target=target)


def _unlinked(reading: Reading, at: int) -> int:
    """The token before which what stands at a token is linked by a preposition."""
    while at and reading.tags[at - 1] in "PD":
        at -= 1
    return at
