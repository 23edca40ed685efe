"""Counts: the noun phrase that a number counts."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.claims.grammar import lemma, participle, verb_lemma
from claimcheck.claims.measured.ballots import of_ballot
from claimcheck.claims.measured.capacities import of_capacity
from claimcheck.claims.measured.compounds import compounded
from claimcheck.claims.measured.graded import AT_POINTS, graded
from claimcheck.claims.measured.model import (
    NOTHING,
    Measured,
    ahead_of,
    earlier,
    from_phrase,
    held_of,
    labelled,
    listed,
    main_verb,
    object_of,
    set_at,
    subject_of,
    verb_of,
)
from claimcheck.claims.measured.parts import of_part
from claimcheck.claims.measured.reported import completes, said_to_be
from claimcheck.claims.measured.victims import victims
from claimcheck.claims.measured.wholes import SOME_OF_ALL, of_all
from claimcheck.claims.phrases import phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["SO_OFTEN", "of_count", "tally_of"]

SO_OFTEN = "what is done so often"
UNDERGONE = "what is done to those counted"

_STATING = frozenset({"be", "is", "are", "was", "were", "total", "number", "reach", "stand", "amount", "exceed", "hit"})

_WERE = (["are"], ["were"])
_NOBODY = (["nobody"], ["no", "one"], ["no-one"])

_DIVIDING = (["a"], ["an"], ["per"], ["each"], ["every"])
_DEICTIC = (["last"], ["this"], ["next"], ["that"], ["each"], ["every"])

_TAKEN_UP = frozenset({"them", "these", "those", "which", "whom", "that", "it"})


def of_count(reading: Reading, mention: Mention) -> Measured:
    """The thing counted: after the number, named before a colon, or the subject of "is", "totalled", "reached"."""
    verb = main_verb(reading, mention)
    event = _by_the_way(reading, mention) or verb_of(reading, verb)
    apart = compounded(reading, mention) or of_ballot(reading, mention) or of_capacity(reading, mention, verb)
    if apart is not None:
        return apart  # of which the clause's verb says nothing
    some = of_all(reading, mention)
    if some is not None:
        harmed = some.why == SOME_OF_ALL and some.event in _befalling()
        return evolve(some, measure=f"{some.measure} {participle(some.event)}") if harmed else some
    befallen = (
        _befallen(reading, mention)
        or victims(reading, mention)
        or said_to_be(reading, mention)
        or _number_of(reading, mention)
    )
    if befallen is not None:
        return befallen
    found = (
        graded(reading, mention)
        or _repeated(reading, mention)
        or _asked(reading, mention)
        or of_part(reading, mention)
        or _being(reading, mention)
        or _of_which(reading, mention)
        or tally_of(reading, mention)
        or _undergone(reading, mention)
        or _after(reading, mention)
        or _against(reading, mention)
        or labelled(reading, mention)
        or held_of(reading, mention)
        or set_at(reading, mention, verb)
        or _subject(reading, mention, verb)
        or listed(reading, mention)
        or (None if _gapped(reading, mention) else earlier(reading, mention))
        or (None if _gapped(reading, mention) else _drawn(reading, mention, verb))
    )
    if found is None:
        return NOTHING.of(event)
    told = found.head in _befallen_words() or found.why == AT_POINTS  # "59 deaths and 100 injured"
    told = told or reading.norms[mention.first - 1 : mention.first] == ["with"]  # "sank with 40 men aboard"
    if event in _befalling() and found.measure and verb is not None and not told and not completes(reading, mention):
        return evolve(found, measure=f"{found.measure} {participle(event)}", event=event)
    return found.of(found.event or event)


def _by_the_way(reading: Reading, mention: Mention) -> str:
    """The verb of what comes with what is told: "cancelled all flights, stranding 20,000 passengers"."""
    at = ahead_of(reading, mention.first)
    if at < 1 or reading.tags[at] != "G" or reading.tokens[at - 1].text != ",":
        return ""
    return verb_lemma(reading.norms[at])


def tally_of(reading: Reading, mention: Mention) -> Measured | None:
    """ "The death toll has risen to 36, and 129 people are hurt": the tally that comes to so many."""
    verb = mention.first - 1
    while verb > 0 and reading.tags[verb] in "PM":
        verb -= 1
    if verb < 1 or reading.tags[verb] not in "VX":
        return None
    if reading.tags[mention.last : mention.last + 1] not in (["."], ["C"]):
        return None
    subject = subject_of(reading, verb, reading.clause(verb)[0])
    if subject is None or lemma(reading.norms[subject.head]) not in load_table("ellipsis")["tallies"]:
        return None
    return from_phrase(reading, subject, "the tally that comes to so many")


def _undergone(reading: Reading, mention: Mention) -> Measured | None:
    """ "The evacuation of 5,000 people": those counted, and what is done to them."""
    at = mention.first - 1
    if at < 1 or reading.norms[at] != "of":
        return None
    verb = load_table("grammar")["undergone"].get(lemma(reading.norms[at - 1]))
    found = _after(reading, mention) if verb is not None else None
    if found is None or verb is None or not found.measure:
        return None
    return evolve(found, measure=f"{found.measure} {participle(verb)}", event=verb, why=UNDERGONE)


def _repeated(reading: Reading, mention: Mention) -> Measured | None:
    """ "The light blinks three times", "has won the race six times": what is done so often."""
    norms, tags, at = reading.norms, reading.tags, mention.last
    if norms[at : at + 1] != ["times"] or norms[at + 1 : at + 2] in _MULTIPLE:
        return None
    if tags[at + 1 : at + 2] in (["N"], ["Z"], ["A"], ["U"]):
        return None
    verb = next((k for k in range(mention.first - 1, reading.clause(mention.first)[0], -1) if tags[k] == "V"), None)
    if verb is None or mention.first - verb > _OWNER + 1:
        return None
    subject = subject_of(reading, verb, reading.clause(verb)[0])
    target = object_of(reading, verb, mention.first)
    thing = subject or target
    if thing is None:
        return None
    found = from_phrase(reading, thing, SO_OFTEN, confidence=0.8, keep_names=subject is None)
    event = verb_of(reading, verb)
    done = from_phrase(reading, target, "").measure if target is not None and subject is not None else ""
    return evolve(found, measure=f"{found.measure} {event} {done}".strip(), event=event)


_MULTIPLE = (["as"], ["more"], ["the"], ["that"], ["less"], ["over"], ["out"])


def _asked(reading: Reading, mention: Mention) -> Measured | None:
    """ "Thirteen: that is how many members opposed the bill": the noun of the clause that asks for the number."""
    norms = reading.norms
    for i in range(mention.last, min(mention.last + _NEAR_QUESTION, len(norms) - 2)):
        if norms[i] == "how" and norms[i + 1] == "many":
            phrase = phrase_after(reading, i + 2)
            if phrase is None:
                return None
            verb = next((k for k in range(phrase.last, len(norms)) if reading.tags[k] == "V"), None)
            found = from_phrase(reading, phrase, "the noun after “how many”")
            return evolve(found, event=verb_of(reading, verb))
        if norms[i] not in _CLEFT:
            return None
    return None


_NEAR_QUESTION = 5
_CLEFT = frozenset({":", ",", "-", "–", "—", "that", "this", "is", "was", "'s", "exactly", "just"})


def _befallen(reading: Reading, mention: Mention) -> Measured | None:
    """ "12 people were killed and 40 injured": the noun of the count before, and what befell these."""
    at = mention.last
    before = [other for other in reading.mentions if other.kind is mention.kind and other.last <= mention.first]
    nobody = reading.norms[mention.first : mention.last] in _NOBODY
    if (before or nobody) and reading.norms[at : at + 1] in (*_WERE, ["was"]):
        at += 1  # "Nobody died; 12 were hurt"
        while reading.tags[at : at + 1] == ["M"]:
            at += 1
    if at >= len(reading.tags) or reading.tags[at] != "V":
        return None
    event = verb_of(reading, at)
    if event not in _befalling() or (at + 1 < len(reading.tags) and reading.tags[at + 1] in "NAZD"):
        return None
    noun = _after(reading, before[-1]) if before else None
    if noun is None or noun.head in _befallen_words():
        noun = Measured("people", "people", why="the participle after the number", confidence=0.8)
    text = f"{noun.measure} {participle(event)}"
    return evolve(noun, measure=text, event=event, why="the participle after the number")


def _number_of(reading: Reading, mention: Mention) -> Measured | None:
    """ "put the number killed in the landslide at 57": people, and what befell them."""
    norms = reading.norms
    if not mention.first or norms[mention.first - 1] != "at":
        return None
    for at in range(mention.first - 2, max(mention.first - _PUT, 0), -1):
        if norms[at] == "number" and verb_lemma(norms[at + 1]) in _befalling():
            event = verb_lemma(norms[at + 1])
            return Measured(
                f"people {participle(event)}", "people", event, at, at + 2, "the number that is put so high"
            )
    return None


_PUT = 16  # tokens between "number" and the figure that it is put at


def _being(reading: Reading, mention: Mention) -> Measured | None:
    """ "58 people, of whom nine were apprentices": what so many of those counted are."""
    at = mention.last
    if mention.first < 2 or reading.norms[mention.first - 2] != "of":
        return None
    if reading.norms[mention.first - 1] not in {"whom", "which", "these", "those", "them"}:
        return None
    if reading.tags[at : at + 1] == ["V"] and verb_lemma(reading.norms[at]) not in _befalling():
        whole = phrase_before(reading, mention.first - 2 - (reading.norms[mention.first - 3] == ","))
        return from_phrase(reading, whole, "those of whom so many do it") if whole is not None else None
    if reading.norms[at : at + 1] not in _WERE:
        return None
    phrase = phrase_after(reading, at + 1)
    if phrase is None or phrase.first != at + 1 or reading.tags[phrase.head] != "N":
        return None
    return from_phrase(reading, phrase, "what so many of them are")


def _of_which(reading: Reading, mention: Mention) -> Measured | None:
    """ "the marked stations, of which there are 46": what the relative clause hangs on."""
    norms = reading.norms
    for at in range(max(mention.first - _NEAR_QUESTION, 1), mention.first - 2):
        if norms[at - 1 : at + 2] == ["of", "which", "there"]:
            phrase = phrase_before(reading, at - 1 - (norms[at - 2] == ","))
            return from_phrase(reading, phrase, "what “of which” stands for") if phrase is not None else None
    return None


@cache
def _befallen_words() -> frozenset[str]:
    """ "5 dead and 17 injured": words that count people by what befell them."""
    states = {"dead", "missing", "homeless", "death", "fatality", "injury", "casualty", "arrest"}
    return frozenset(states | {participle(verb) for verb in _befalling()})


@cache
def _befalling() -> frozenset[str]:
    """Verbs whose objects are counted for what befalls them: "killed two teachers" counts teachers killed."""
    return frozenset(load_table("grammar")["befalling"])


@cache
def _times() -> frozenset[str]:
    """Nouns of stretches of time that stand alone after a figure: last season, this year, every day."""
    calendar = load_table("calendar")
    return frozenset({*calendar["lengths"], *calendar["seasons"], "season", "term", "night", "morning", "evening"})


def _after(reading: Reading, mention: Mention) -> Measured | None:
    tokens, tags = reading.tokens, reading.tags
    at = mention.last
    if mention.quantity is not None and mention.quantity.per and reading.norms[at : at + 1] in _DIVIDING:
        return None  # "68 trains, 10 a day"
    if at < len(tokens) and tokens[at].text in "-–‑" and tokens[at].glued:
        at += 1
    if at + 1 < len(tokens) and tokens[at].norm == "of" and tokens[at + 1].norm in _TAKEN_UP:
        return _these(reading, at + 2) or earlier(reading, mention)
    if at < len(tokens) and tokens[at].norm == "of":
        start = at + 1
        while start < len(tokens) and tags[start] in "DU":
            start += 1
        whole = _whole(reading, mention, start)
        phrase = phrase_after(reading, start)
        if whole is not None and (phrase is None or phrase.last <= whole.first):
            return _after(reading, whole)
        if phrase is not None:
            return from_phrase(reading, phrase, "the phrase after “of”")
        return None
    if at < len(tokens) and (tags[at] in "PXVTCR.U" and tokens[at].text not in "\"“‘'"):
        if not (tags[at] == "V" and at + 1 < len(tokens) and tags[at + 1] == "N"):
            return None
    if reading.norms[at : at + 1] in _DEICTIC and at + 1 < len(tokens) and tokens[at + 1].norm in _times():
        return None  # "was 18,000 last season"
    phrase = phrase_after(reading, at)
    if phrase is not None and tokens[phrase.head].norm == "times" and phrase.head == phrase.first:
        return None
    return from_phrase(reading, phrase, "the noun after the number") if phrase else None


def _against(reading: Reading, mention: Mention) -> Measured | None:
    """ "by 29 votes to nine": the noun of the count that stands against it."""
    at = mention.first - 1
    if at < 1 or reading.norms[at] not in ("to", "against"):
        return None
    other = next((one for one in reading.mentions if one.kind is mention.kind and at - _SET <= one.last < at), None)
    phrase = phrase_after(reading, other.last) if other is not None else None
    if phrase is None or phrase.last != at:
        return None
    return from_phrase(reading, phrase, "the noun of the count that stands against it")


_SET = 4  # tokens of such a noun


def _these(reading: Reading, at: int) -> Measured | None:
    """ "62 people, seven of them women": what so many of those counted are, with no verb between."""
    phrase = phrase_after(reading, at) if at < len(reading.tags) and reading.tags[at] in "NA" else None
    if phrase is None or phrase.first != at or reading.tags[phrase.head] != "N":
        return None
    if reading.tags[phrase.last : phrase.last + 1] in (["V"], ["X"], ["M"]):
        return None
    return from_phrase(reading, phrase, "what so many of them are")


def _whole(reading: Reading, mention: Mention, start: int) -> Mention | None:
    """The number of all of which the figure counts some, after whose they are: "181 of the hospital's 340 servers"."""
    for other in reading.mentions:
        if start <= other.first <= start + _OWNER and other.kind is mention.kind:
            before = reading.norms[other.first - 1]
            return other if before.endswith(("'s", "s'", "’s", "s’")) else None
    return None


_OWNER = 5  # tokens that say whose they are


def _gapped(reading: Reading, mention: Mention) -> bool:
    """Whether the number repeats the count before it without the noun: "450 people in summer, and 300 in winter"."""
    before = [other for other in reading.mentions if other.kind is mention.kind and other.last <= mention.first]
    if not before or not mention.first:
        return False
    return reading.tokens[mention.first - 1].norm in {"and", "or", "but", ",", ";"}


def _drawn(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """ "the march drew 14,000": what the subject did so many times, or to so many."""
    if verb is None or verb > mention.first or reading.tags[verb] != "V":
        return None
    phrase = subject_of(reading, verb, reading.clause(mention.first)[0])
    if phrase is None:
        return None
    found = from_phrase(reading, phrase, "the verb and its subject", confidence=0.7)
    return evolve(found, measure=f"{found.measure} {verb_of(reading, verb)}".strip())


def _subject(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    if verb is None or verb > mention.first:
        return None
    word = verb_of(reading, verb) or reading.tokens[verb].norm
    if word not in _STATING or any(mark in "NZ" for mark in reading.tags[verb + 1 : mention.first]):
        return None
    phrase = subject_of(reading, verb, reading.clause(mention.first)[0])
    return from_phrase(reading, phrase, f"the subject of “{reading.tokens[verb].text}”") if phrase else None
