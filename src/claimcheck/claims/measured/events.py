"""Dates and periods: the event that they date, or the figure that they limit."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.arguments import participial
from claimcheck.claims.measured.clefts import cleft
from claimcheck.claims.measured.model import Measured, from_phrase, main_verb, object_of, subject_of, verb_of
from claimcheck.claims.phrases import Phrase, normalise, of_phrase, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["of_time"]


# What follows these is a span that the clause holds over, no date that a noun is of.
_OPEN = frozenset({"until", "till", "since"})
_FEWEST = 2  # tokens before a participle in brackets: a noun and the bracket
_HAPPENING = frozenset({"occur", "happen", "take", "erupt", "begin", "start"})


def of_time(reading: Reading, mention: Mention) -> Measured:
    """ "the 2016 bombing of the embassy", "in 2016 the embassy was bombed", "the EU strategy of 2007"."""
    return (
        cleft(reading, mention)
        or _bracketed(reading, mention)
        or _attributive(reading, mention)
        or _nominal(reading, mention)
        or _clause(reading, mention)
        or _noun(reading, mention)
    )


def _bracketed(reading: Reading, mention: Mention) -> Measured | None:
    """A participle that a bracket puts after its noun: "the Hallin bridge (opened 1911)", "Anna Velde (born 1970)"."""
    tokens, tags = reading.tokens, reading.tags
    verb = mention.first - 1
    while verb > 0 and tags[verb] in "PDM":
        verb -= 1
    if verb < _FEWEST or tokens[verb - 1].text != "(" or not (tags[verb] == "V" and participial(tokens[verb].norm)):
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


def _attributive(reading: Reading, mention: Mention) -> Measured | None:
    tokens, tags = reading.tokens, reading.tags
    at = mention.last
    if at >= len(tokens) or tags[at] not in "NAZ" or tokens[at].text == "-":
        return None
    before = tokens[mention.first - 1] if mention.first else None
    phrase = phrase_after(reading, at)
    if before is not None and not (tags[mention.first - 1] in "DAZNP" or before.norm.endswith("'s")):
        if before.text not in {"–", "—", "(", ":"} or phrase is None or not is_event(tokens[phrase.head].norm):
            return None
    if mention.first and tags[mention.first - 1] == "P" and tags[at] == "Z":
        return None
    if tokens[mention.first].norm in {"since", "until", "between", "from", "by", "in"}:
        return None
    if phrase is None:
        return None
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
    if at == mention.first and tags[at - 1 : at] != ["N"]:
        return None
    if at and tokens[at - 1].norm in {"period", "year", "years"} and tags[at - 2 : at - 1] == ["D"]:
        # "the strategy for the period 2014-20"
        at -= 1
        while at and tags[at - 1] in "PD":
            at -= 1
    first, last = reading.clause(mention.first)
    if at > 1 and tokens[at].norm == "of" and tokens[at - 1].norm in load_table("grammar")["stretches"]:
        # "over the course of the past decade": no noun that the date completes, but a part of the date.
        return None
    if tokens[mention.first].norm in _OPEN and any(mark in "VX" for mark in tags[first : mention.first]):
        return None
    chain = _chain_before(reading, at)
    if not chain:
        return None
    top = chain[-1]
    subject = not any(mark in "VX" for mark in tags[first : top.first]) and any(
        mark in "VX" for mark in tags[mention.last : min(last, mention.last + 4)]
    )
    if not subject and not bracket and not (mention.first and tokens[mention.first - 1].norm == "of"):
        events = [phrase for phrase in chain if is_event(tokens[phrase.head].norm)]
        if not events:
            return None
        top = events[-1]
    whole = Phrase(top.first, chain[0].last, top.head)
    text = normalise(reading, [whole], keep_names=True, keep_links=True)
    head = lemma(tokens[top.head].norm)
    event = verb_lemma(head) if head.endswith("ing") else head
    return Measured(text, head, event, top.first, whole.last, "the noun phrase that the date completes")


def _chain_before(reading: Reading, at: int) -> list[Phrase]:
    """The noun phrase before a token and those that it hangs on by prepositions, inmost first."""
    chain: list[Phrase] = []
    while at > 0 and len(chain) < 5:
        phrase = phrase_before(reading, at)
        if phrase is None or phrase.last != at or phrase.first >= at:
            break
        chain.append(phrase)
        phrase = chain[-1] = _coordinated(reading, phrase)
        k = phrase.first
        while k and reading.tags[k - 1] in "DG":
            k -= 1
        if not k or reading.tags[k - 1] != "P" or reading.tokens[k - 1].norm in {"since", "until", "than", "after"}:
            break
        at = k - 1
    return chain


def _coordinated(reading: Reading, phrase: Phrase) -> Phrase:
    """A phrase with what "and" joins to it before it: "the war between Peru and Chile"."""
    tokens, tags = reading.tokens, reading.tags
    k = phrase.first - 1
    while k > 0 and tags[k] in "D":
        k -= 1
    if k < 2 or tokens[k].norm not in {"and", "or"} or tags[k - 1] not in "NZ":
        return phrase
    before = phrase_before(reading, k)
    if before is None or before.last != k or tags[before.first - 1 : before.first] not in (["P"], ["D"]):
        return phrase
    return Phrase(before.first, phrase.last, phrase.head)


def is_event(noun: str) -> bool:
    """Whether a noun names an event, a decision or a document of a date."""
    word = lemma(noun)
    return word in load_table("grammar")["event_nouns"] or (len(word) > 6 and word.endswith(("tion", "sion", "ment")))


def _clause(reading: Reading, mention: Mention) -> Measured | None:
    going_on = _going_on(reading, mention)
    if going_on is not None:
        return going_on
    verb = _adjacent(reading, mention)
    if verb is None and list(reading.tags[mention.last : mention.last + 2]) == ["R", "V"]:
        verb = mention.last + 1  # "… and on 27 June it reached the sea"
    if verb is None:
        verb = main_verb(reading, mention)
    if verb is None:
        return None
    first, last = reading.clause(mention.first)
    finite = reading.tags[verb] in "VG"
    event = verb_of(reading, verb) or reading.tokens[verb].norm
    subject = subject_of(reading, verb, first)
    words = [normalise(reading, [subject], keep_names=True)] if subject else []
    if finite:
        words.append(event)
    light = _scheduled(reading, mention, event, subject) or _light(reading, verb, event, subject, last)
    if light is not None:
        return light
    main = verb
    verb, target = _to_infinitive(reading, verb, last, words)
    if target is None:
        target = object_of(reading, verb, last)
    if subject is None and target is None:
        return _with_event(reading, verb, last)
    if target is not None:
        words.append(normalise(reading, [target, of_phrase(reading, target)], keep_names=True))
    anchor = subject or target
    assert anchor is not None
    head = lemma(reading.tokens[anchor.head].norm)
    text = " ".join(word for word in words if word)
    why = "the clause's verb and its arguments"
    first = min(anchor.first, verb)
    return Measured(
        text, head, event if finite else "", first, verb + 1, why, verb=main, subject=subject, target=target
    )


def _scheduled(reading: Reading, mention: Mention, event: str, subject: Phrase | None) -> Measured | None:
    """What is to be on a day for which it is set: "the first day of the trial has been set for 21 September"."""
    table = load_table("events")
    if subject is None or event not in table["scheduling"] or reading.norms[mention.first - 1] != "for":
        return None
    whole = of_phrase(reading, subject)
    opening = lemma(reading.tokens[subject.head].norm) in table["openings"]
    thing = whole if opening and whole is not None else subject
    head = lemma(reading.tokens[thing.head].norm)
    text = normalise(reading, [subject, whole], keep_names=True)
    return Measured(text, head, head, subject.first, subject.last, "what is set for the day", subject=subject)


def _going_on(reading: Reading, mention: Mention) -> Measured | None:
    """What the subject goes on doing over a time: "the bank has grown, lending to farmers since 1990"."""
    tags, tokens = reading.tags, reading.tokens
    first = reading.clause(mention.first)[0]
    k = mention.first - 1
    while k > first and tags[k] not in "VXG." and reading.figure_at[k] < 0:
        k -= 1
    if k < first + 2 or tags[k] != "G" or tokens[k - 1].text != ",":
        return None
    main = next((i for i in range(first, k) if tags[i] in "VX"), None)
    subject = subject_of(reading, main, first) if main is not None else None
    if subject is None:
        return None
    event = verb_of(reading, k)
    target = object_of(reading, k, mention.first)
    words = [normalise(reading, [subject], keep_names=True), event]
    if target is not None:
        words.append(normalise(reading, [target, of_phrase(reading, target)], keep_names=True))
    head = lemma(tokens[subject.head].norm)
    why = "what the subject goes on doing"
    return Measured(" ".join(words), head, event, subject.first, k + 1, why, verb=k, subject=subject, target=target)


def _adjacent(reading: Reading, mention: Mention) -> int | None:
    """The verb right before a date: the date is its own, whatever verb follows ("the deal agreed in May ended")."""
    k = mention.first - 1
    while k > 0 and reading.tags[k] in "PDM":
        k -= 1
    return k if k > 0 and reading.tags[k] == "V" else None


def _with_event(reading: Reading, verb: int, last: int) -> Measured | None:
    """The event that a phrase after the verb names: "this was reaffirmed with an exercise"."""
    for i in range(verb + 1, min(verb + 4, last)):
        if reading.tags[i] == "P":
            phrase = phrase_after(reading, i + 1, last)
            if phrase is not None and is_event(reading.tokens[phrase.head].norm):
                head = lemma(reading.tokens[phrase.head].norm)
                text = normalise(reading, [phrase, of_phrase(reading, phrase)], keep_names=True)
                return Measured(text, head, head, phrase.first, phrase.last, "the event after the verb", 0.9)
    return None


def _light(reading: Reading, verb: int, event: str, subject: Phrase | None, last: int) -> Measured | None:
    """Verbs that only say that something happened ("held an exercise", "took place"): the noun is the event."""
    if event not in load_table("grammar")["light_verbs"]:
        return None
    tokens = reading.tokens
    at = verb
    while at + 1 < last and tokens[at + 1].norm in {"out", "part", "place", "in", "on"}:
        at += 1
    target = object_of(reading, at, last)
    why = "what the verb says happened"
    happening = event in _HAPPENING and (event != "take" or tokens[verb + 1 : verb + 2][0].norm == "place")
    for phrase in (target, subject) if not happening else (subject,):
        erupting = event == "erupt"  # "fighting erupted", but a volcano is no event
        if phrase is not None and ((happening and not erupting) or is_event(tokens[phrase.head].norm)):
            text = normalise(reading, [phrase, of_phrase(reading, phrase)], keep_names=True)
            head = lemma(tokens[phrase.head].norm)
            return Measured(
                text, head, verb_lemma(head) if head.endswith("ing") else head, phrase.first, phrase.last, why
            )
    return None


def _to_infinitive(reading: Reading, verb: int, last: int, words: list[str]) -> tuple[int, Phrase | None]:
    """ "agreed to carry out drills": the infinitive and its object; "announced that X would …": the clause's verb."""
    tags = reading.tags
    if verb + 2 < last and tags[verb + 1] == "T" and tags[verb + 2] == "V":
        words.append(verb_lemma(reading.tokens[verb + 2].norm))
        following = verb + 3
        while following < last and tags[following] in "PM" and reading.tokens[following].norm in {"out", "up", "off"}:
            following += 1
        return verb + 2, phrase_after(reading, following, last)
    if verb + 1 < last and reading.tokens[verb + 1].norm == "that":
        for i in range(verb + 2, last):
            if tags[i] == "V":
                inner = subject_of(reading, i, verb + 2)
                if inner is not None:
                    words.append(normalise(reading, [inner], keep_names=True))
                words.append(verb_lemma(reading.tokens[i].norm))
                return i, object_of(reading, i, last)
    return verb, None


def _noun(reading: Reading, mention: Mention) -> Measured:
    at = mention.first
    while at and (reading.tags[at - 1] in "PD." or reading.tokens[at - 1].text in "("):
        at -= 1
    chain = _chain_before(reading, at)
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
