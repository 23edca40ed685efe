"""Dates and periods: the event that they date, or the figure that they limit."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.antecedents import participial
from claimcheck.claims.measured.arguments import subject_of
from claimcheck.claims.measured.chains import chain_before
from claimcheck.claims.measured.clefts import cleft
from claimcheck.claims.measured.deeds import having_done, of_clause
from claimcheck.claims.measured.eventful import is_event
from claimcheck.claims.measured.gapped import gapped
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.measured.occasions import happened, occasion
from claimcheck.claims.measured.reduced import reduced
from claimcheck.claims.measured.statements import statement
from claimcheck.claims.phrases import Phrase, normalise, phrase_after, phrase_before
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.verb_forms import BE
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["of_time"]


# What follows these is a span that the clause holds over, no date that a noun is of.
_OPEN = frozenset({"until", "till", "since"})
_COMPARING = 8  # tokens from "was" to "than"
_FEWEST = 2  # tokens before a participle in brackets: a noun and the bracket


def of_time(reading: Reading, mention: Mention) -> Measured:
    """ "the 2016 bombing of the embassy", "in 2016 the embassy was bombed", "the EU strategy of 2007"."""
    return (
        cleft(reading, mention)
        or _compared_with(reading, mention)
        or happened(reading, mention)
        or _bracketed(reading, mention)
        or _attributive(reading, mention)
        or having_done(reading, mention)
        or occasion(reading, mention)
        or gapped(reading, mention)
        or _in_state(reading, mention)
        or reduced(reading, mention)
        or _nominal(reading, mention)
        or of_clause(reading, mention)
        or _noun(reading, mention)
    )


def _compared_with(reading: Reading, mention: Mention) -> Measured | None:
    """What a change is measured against: "exports grew by 9%, compared with 2013", "exports were lower than in 2013"
    date exports as well.
    """
    from claimcheck.claims.measured import measured

    at = mention.first - 1
    if at > 1 and reading.norms[at] in {"in", "during"} and reading.norms[at - 1] == "than":
        being = next((k for k in range(at - 2, max(at - _COMPARING, 0), -1) if reading.tags[k] in "VX"), 0)
        compared = being and reading.norms[being] in BE and "U" not in reading.tags[being:at]
        subject = subject_of(reading, being, reading.clause(being)[0]) if compared else None
        return from_phrase(reading, subject, "what is compared", keep_names=True) if subject is not None else None
    if at < 1 or reading.norms[at] not in {"with", "to"} or reading.norms[at - 1] != "compared":
        return None
    figures = [k for k, other in enumerate(reading.mentions) if other.last <= at and other.kind not in TIMES]
    found = measured(reading, figures[-1]) if figures else None
    return found.of("") if found is not None and found.measure else None


def _bracketed(reading: Reading, mention: Mention) -> Measured | None:
    """A participle that a bracket puts after its noun: "the Hallin bridge (opened 1911)", "Anna Velde (born 1970)"."""
    tokens, tags = reading.tokens, reading.tags
    verb = mention.first - 1
    while verb > 0 and tags[verb] in "PDM":
        verb -= 1
    if verb < _FEWEST or tokens[verb - 1].text not in "(,":
        return None
    form = (tags[verb] == "V" or tokens[verb].norm == "set") and participial(tokens[verb].norm)
    if not form or not (tokens[verb - 1].text == "(" or _set_off(reading, mention, verb)):
        return None
    subject = phrase_before(reading, verb - 1)
    if subject is None:
        return None
    event = verb_lemma(tokens[verb].norm)
    text = f"{normalise(reading, [subject], keep_names=True)} {event}"
    head = lemma(tokens[subject.head].norm)
    return Measured(
        text, head, event, subject.first, verb + 1, "the participle in brackets", verb=verb, subject=subject
    )


def _set_off(reading: Reading, mention: Mention, verb: int) -> bool:
    """Whether commas set a participle and its date off behind its noun: "above the old record, set on 2 May 1997"."""
    tags, tokens = reading.tags, reading.tokens
    follows = tags[mention.last] if mention.last < len(tags) else "."
    if tokens[verb - 1].text != "," or tags[verb - 2] != "N" or follows not in ".PS":
        return False
    done = verb_lemma(tokens[verb].norm)
    return done not in load_table("wording")["nominals"] and {"V", "X"} & set(tags[: verb - 1]) != set()


def _attributive(reading: Reading, mention: Mention) -> Measured | None:
    tokens, tags = reading.tokens, reading.tags
    at = mention.last
    if at >= len(tokens) or tags[at] not in "NAZ" or tokens[at].text == "-":
        return None
    if (
        _deictic(reading, mention)
        or tokens[mention.first].norm in {"earlier", "later"}
        or (tokens[at].norm in _ADVERBIAL and tags[at + 1 : at + 2] in (["V"], ["X"]))
    ):
        return None  # "the collapse last year cut off the valley", "in 1879 first showed"
    before = tokens[mention.first - 1] if mention.first else None
    phrase = phrase_after(reading, at)
    if phrase is not None and before is not None and tags[mention.first - 1] == "P":
        subject = _subject_behind(reading, phrase)
        phrase = phrase_after(reading, at, subject) if subject is not None else phrase
        if _fronted(reading, mention, phrase):
            return None  # "in 2010 researchers in Lima found"
    if before is not None and not (tags[mention.first - 1] in "DAZNP" or before.norm.endswith("'s")):
        if before.text not in {"–", "—", "(", ":"} or phrase is None or not is_event(tokens[phrase.head].norm):
            return None
    owned = tokens[mention.last - 1].norm.endswith(("'s", "s'", "’s"))  # "this year's Annual Review"
    if mention.first and tags[mention.first - 1] == "P" and tags[at] == "Z" and not owned:
        return None
    if tokens[mention.first].norm in {"since", "until", "between", "from", "by", "in"}:
        return None
    if phrase is None or tags[phrase.last : phrase.last + 1] == ["D"]:
        return None  # "the convention of 1936 limits the stay": a verb that looks like a noun
    found = from_phrase(reading, phrase, "the noun after the date", keep_names=True)
    head = reading.tokens[phrase.head].norm
    object_ = _complement(reading, found.last) if is_event(head) else None
    text = f"{found.measure} {object_}" if object_ else found.measure
    return Measured(
        text,
        found.head,
        verb_lemma(head) if head.endswith("ing") else lemma(head),
        found.first,
        found.last,
        found.why,
    )


def _fronted(reading: Reading, mention: Mention, phrase: Phrase | None) -> bool:
    """Whether a plural or a name behind a bare date that opens its clause is the subject of a verb, not an event."""
    first = reading.clause(mention.first)[0]
    if phrase is None or mention.first - first > 1 or is_event(reading.norms[phrase.head]):
        return False
    found = statement(reading, mention.last)
    if found is None or found[0] is None or reading.tags[found[1]] != "V":
        return False
    return found[0].head == phrase.head


_ADVERBIAL = frozenset({"first", "last", "both", "alone", "most", "all"})
_SHIFTED = frozenset({"earlier", "later", "early", "late"})
_DEICTIC = frozenset({"last", "this", "next"})


def _deictic(reading: Reading, mention: Mention) -> bool:
    """Whether a date is one that stands without a preposition and before no noun: "last year", "this August"."""
    norms = reading.norms
    return norms[mention.first] in _DEICTIC and not norms[mention.last - 1].endswith(("'s", "s'", "’s"))


def _subject_behind(reading: Reading, phrase: Phrase) -> int | None:
    """Where in a phrase before a verb its subject begins: "after Monday's strike Nordbahn cancelled forty trains"."""
    tags, tokens = reading.tags, reading.tokens
    if tags[phrase.last : phrase.last + 1] not in (["V"], ["X"]):
        return None
    inside = (at for at in range(phrase.first + 1, phrase.last) if tags[at] in "NZ" and tags[at - 1] == "N")
    return next((at for at in inside if tokens[at].text[:1].isupper() and tokens[at - 1].text[:1].islower()), None)


def _in_state(reading: Reading, mention: Mention) -> Measured | None:
    """What stays as it is since a day: "the ban that had been in force since May was lifted"."""
    tags, norms = reading.tags, reading.norms
    if norms[mention.first] != "since":
        return None
    table = load_table("events")["phrasal"]
    first = reading.clause(mention.first)[0]
    noun = next((k for k in range(mention.first - 1, first, -1) if norms[k] in table["states"] or tags[k] in "VX"), 0)
    verb = noun - 1 - (tags[noun - 1] == "D")
    if not noun or tags[noun] != "N" or norms[verb] not in {"in", "on"}:
        return None
    verb -= 1
    while verb > first and tags[verb] == "M":
        verb -= 1
    if norms[verb] not in {"been", "is", "are", "was", "were"}:
        return None
    subject = subject_of(reading, verb, first)
    if subject is None:
        return None
    head = lemma(reading.tokens[subject.head].norm)
    text = f"{normalise(reading, [subject], keep_names=True)} {norms[verb + 1]} {norms[noun]}"
    event = str(table["same"].get(norms[noun], norms[noun]))
    return Measured(text, head, event, subject.first, noun + 1, "the state that lasts", subject=subject)


def _complement(reading: Reading, at: int) -> str | None:
    """What an event is directed at: "attack on the embassy", "talks between X and Y"."""
    if at >= len(reading.tokens) or reading.tokens[at].norm not in {"on", "against", "between", "over", "with"}:
        return None
    phrase = phrase_after(reading, at + 1)
    if phrase is None:
        return None
    return f"{reading.tokens[at].norm} {normalise(reading, [phrase], keep_names=True)}"


def _nominal(reading: Reading, mention: Mention) -> Measured | None:
    """A noun phrase that the date completes: "Russia's invasion of Ukraine in February sent …", "the strategy of
    2007", "an agreement on trafficking (2004)".
    """
    tags, tokens = reading.tags, reading.tokens
    at = mention.first
    bracket = at > 0 and tokens[at - 1].text == "("
    while at and (tags[at - 1] in "PD" or tokens[at - 1].text == "("):
        at -= 1
    adverbial = _deictic(reading, mention) or tokens[mention.first].norm in _SHIFTED
    deictic = at == mention.first and tags[at - 1 : at] == ["Z"] and adverbial
    if at == mention.first and tags[at - 1 : at] != ["N"] and not deictic:
        return None
    if at and tokens[at - 1].norm in {"period", "year", "years"} and tags[at - 2 : at - 1] == ["D"]:
        # "the strategy for the period 2014-20"
        at -= 1
        while at and tags[at - 1] in "PD":
            at -= 1
    first, last = reading.clause(mention.first)
    if _up_to_now(reading, mention, first):
        return None
    if at > 1 and tokens[at].norm == "of" and tokens[at - 1].norm in load_table("grammar")["stretches"]:
        # "over the course of the past decade": no noun that the date completes, but a part of the date.
        return None
    if mention.first and tokens[mention.first - 1].norm == "to" and "V" in tags[mention.last : last]:
        return None  # "from the rescue to 2014"
    if tokens[mention.first].norm in _OPEN and any(mark in "VX" for mark in tags[first : mention.first]):
        return None
    chain = chain_before(reading, at)
    if not chain:
        return None
    top = chain[-1]
    if top.first and tokens[top.first - 1 - (tags[top.first - 1] == "D")].norm == "as" and not bracket:
        return None  # "was shot as a warning in May"
    k = top.first - 1
    while k > 0 and tags[k] == "D":
        k -= 1
    fronted = k == first and tags[k] == "P" and not is_event(tokens[top.head].norm)
    subject = not any(mark in "VX" for mark in tags[first : top.first]) and any(
        mark in "VX" for mark in tags[mention.last : min(last, mention.last + 4)]
    )
    if subject and fronted and "," in reading.norms[mention.last : mention.last + 1]:
        return None  # "In Peru in April, the police revealed …"
    if subject and _acting(reading, mention, top):
        return None
    if not subject and not bracket and not (mention.first and tokens[mention.first - 1].norm == "of"):
        events = [phrase for phrase in chain if is_event(tokens[phrase.head].norm)]
        if not events or _befallen(reading, events[-1], first):
            return None
        top = events[-1]
    whole = Phrase(top.first, chain[0].last, top.head)
    text = normalise(reading, [whole], keep_names=True, keep_links=True)
    head = lemma(tokens[top.head].norm)
    event = verb_lemma(head) if head.endswith("ing") else head
    return Measured(text, head, event, top.first, whole.last, "the noun phrase that the date completes")


def _befallen(reading: Reading, phrase: Phrase, first: int) -> bool:
    """Whether an event is the object of what was done to it on the date: "cancelled 140 flights on Monday"."""
    verb = phrase.first - 1
    while verb > first and reading.tags[verb] in "DUM":
        verb -= 1
    if verb < first or reading.tags[verb] != "V":
        return False
    return verb_lemma(reading.norms[verb]) in load_table("grammar")["befalling"]


def _up_to_now(reading: Reading, mention: Mention, first: int) -> bool:
    """Whether a stretch up to now belongs to a clause of what has been done: "has lent to firms in trouble in the past
    ten years".
    """
    stretch = set(reading.norms[mention.first : mention.last])
    if {"past", "last"}.isdisjoint(stretch) or stretch.isdisjoint({"years", "decades", "months", "weeks", "days"}):
        return False
    return any(
        reading.norms[k] in {"has", "have"} and "V" in reading.tags[k + 1 : k + 4] for k in range(first, mention.first)
    )


def _acting(reading: Reading, mention: Mention, top: Phrase) -> bool:
    """Whether a phrase before a date and a verb names who does it: "Police in 2019 arrested 40 dealers"."""
    if mention.first and reading.norms[mention.first - 1] == "of":
        return False  # "the convention of 1936 limits the stay": the year is the convention's
    at = mention.last
    while reading.tags[at : at + 1] == ["M"]:
        at += 1
    if reading.tags[at : at + 1] != ["V"]:
        return False
    stating = verb_lemma(reading.norms[at]) in load_table("grammar")["amounting"]
    return (reading.tags[top.head] == "Z" and not stating) or lemma(reading.norms[top.head]) in _agents()


@cache
def _agents() -> frozenset[str]:
    """Nouns of people and bodies, which do things."""
    people = load_table("people")
    bodies = load_table("events")["agents"]
    return frozenset({*people["generic"], *people["specific"], *people["bearers"], *bodies})


def _noun(reading: Reading, mention: Mention) -> Measured:
    at = mention.first
    while at and (reading.tags[at - 1] in "PD." or reading.tokens[at - 1].text in "("):
        at -= 1
    chain = chain_before(reading, at)
    if len(chain) > 1:
        top = chain[-1]
        whole = Phrase(top.first, chain[0].last, top.head)
        text = normalise(reading, [whole], keep_names=True, keep_links=True)
        head = lemma(reading.tokens[top.head].norm)
        return Measured(text, head, "", top.first, whole.last, "the nouns beside the date", 0.8)
    phrase = phrase_before(reading, at) or phrase_after(reading, mention.last)
    if phrase is None:
        return Measured(why="nothing says what is dated", confidence=0.5)
    found = from_phrase(reading, phrase, "the noun beside the date", confidence=0.8, keep_names=True)
    return Measured(found.measure, found.head, "", found.first, found.last, found.why, 0.8)
