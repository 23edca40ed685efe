"""Dates and periods: the clause whose event they date."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.antecedents import participial
from claimcheck.claims.measured.eventful import disasters, is_event, occasional
from claimcheck.claims.measured.leading import leading_to
from claimcheck.claims.measured.model import Measured, main_verb, object_of, subject_of, verb_of
from claimcheck.claims.measured.statements import statement
from claimcheck.claims.phrases import Phrase, normalise, of_phrase, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["FIRST_DONE", "having_done", "of_clause", "told_by"]

FIRST_DONE = "what is done first"
_HAPPENING = frozenset({"occur", "happen", "take", "erupt", "begin", "start", "come"})


_OPENING = frozenset({"begin", "start"})
_NEAR = 3  # tokens from such a verb to its object


def of_clause(reading: Reading, mention: Mention) -> Measured | None:
    """What the clause of a date tells: its subject, its verb, and what that is done to."""
    going_on = _going_on(reading, mention)
    if going_on is not None:
        return going_on
    told = _fronted(reading, mention)
    if told is not None:
        return told
    verb = _adjacent(reading, mention)
    relative = reading.norms[mention.last : mention.last + 1] in (["which"], ["who"])
    if verb is None and not relative and list(reading.tags[mention.last : mention.last + 2]) == ["R", "V"]:
        verb = mention.last + 1  # "… and on 27 June it reached the sea"
    if verb is None:
        verb = main_verb(reading, mention)
    if verb is None:
        return _far_behind(reading, mention)
    first, last = reading.clause(mention.first)
    return told_by(reading, mention, verb, subject_of(reading, verb, first), last)


def _far_behind(reading: Reading, mention: Mention) -> Measured | None:
    """What a subject does of which commas say much before: "In 2019 the union, a body of all lines, but not of those in
    Peru, held a meeting".
    """
    norms, tags = reading.norms, reading.tags
    _, last = reading.clause(mention.first)
    subject = phrase_after(reading, mention.last + (norms[mention.last : mention.last + 1] == [","]))
    if mention.first > _NEAR or subject is None or norms[last : last + 1] not in (["but"], ["and"], [","]):
        return None
    verb = next((k for k in range(last, min(last + _FAR, len(tags))) if tags[k] in "VX;"), len(tags) - 1)
    if tags[verb] != "V" or norms[verb - 1] != "," or subject.first - mention.last > _NEAR:
        return None
    return told_by(reading, mention, verb, subject, reading.clause(verb)[1])


_FAR = 24  # tokens of what commas say of a subject


def _fronted(reading: Reading, mention: Mention) -> Measured | None:
    """What a statement behind its date tells, where an aside or a clause stands between them: "In 1998, while the
    tunnel was being dug, the city opened a tram line".
    """
    tags = reading.tags
    first = k = reading.clause(mention.first)[0]
    opens = all(mark in "PDMUC." for mark in tags[first : mention.first])
    if not opens:
        k = mention.first - 1
        while k > first and tags[k] in "PDM":
            k -= 1
        aside = reading.norms[mention.last : mention.last + 1] == [","]
        if tags[k] != "C" and not (reading.norms[k] == "," and tags[first] == "C" and not aside):
            return None
    found = statement(reading, mention.last)
    if found is None or verb_lemma(reading.norms[found[1]]) in load_table("grammar")["amounting"]:
        return None
    same = found[1] == main_verb(reading, mention)
    if opens and (same or not _parted(reading, mention.last, found[1])):
        return None
    subject, verb = found
    return told_by(reading, mention, verb, subject, reading.clause(verb)[1])


def _parted(reading: Reading, at: int, verb: int) -> bool:
    """Whether more than a subject stands between a date and a verb."""
    at += reading.norms[at] == ","
    while verb > at and reading.tags[verb - 1] in "XM":
        verb -= 1
    between = reading.tags[at:verb]
    return any(mark in "VXG" for mark in between) or any(word in ",([" for word in reading.norms[at:verb])


def told_by(reading: Reading, mention: Mention, verb: int, subject: Phrase | None, last: int) -> Measured | None:
    """What a verb and its arguments tell of a date."""
    verb = leading_to(reading, verb, last)
    finite = reading.tags[verb] in "VG"
    event = verb_of(reading, verb) or reading.tokens[verb].norm
    words = [normalise(reading, [subject], keep_names=True)] if subject else []
    if finite:
        words.append(event)
    light = _scheduled(reading, mention, event, subject) or _light(reading, mention, verb, event, subject, last)
    if light is not None:
        return light
    if (dated := _took_place(reading, verb, subject, last)) is not None:
        return dated
    main = verb
    verb, target = _to_infinitive(reading, verb, last, words)
    if target is None:
        joined = reading.tags[verb + 1 : verb + 3] == ["C", "V"]  # "kidnapped and killed two teachers"
        particle = reading.norms[verb + 1 : verb + 2] in (["out"], ["up"], ["down"])
        particle = particle and verb_lemma(reading.norms[verb]) not in occasional("going")
        particle = particle and reading.tags[verb + 2 : verb + 3] in (["D"], ["N"], ["A"], ["Z"])
        target = object_of(reading, verb + 2 * joined + particle, last)
    if subject is None and mention.last <= verb and event in occasional("seeming"):
        return Measured("", "", event, why="the verb of the date itself", confidence=0.5)
    if subject is None and target is None:
        return _with_event(reading, verb, last) or _of_pronoun(reading, verb, event)
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


def _took_place(reading: Reading, verb: int, subject: Phrase | None, last: int) -> Measured | None:
    """The event whose noun a date is said to be that of: "the opening of the museum was in 2016"."""
    if (
        subject is None
        or reading.norms[verb] not in {"was", "is"}
        or reading.tags[verb + 1 : verb + 2] not in (["P"], ["U"])
    ):
        return None
    noun = lemma(reading.norms[subject.head])
    if (
        not is_event(noun)
        or reading.tags[subject.head] != "N"
        or any(mark in "VNZA" for mark in reading.tags[verb + 1 : last])
    ):
        return None
    text = normalise(reading, [subject, of_phrase(reading, subject)], keep_names=True)
    event = verb_lemma(noun) if noun.endswith("ing") else noun
    return Measured(text, noun, event, subject.first, subject.last, "the event that the date is said to be of")


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


def having_done(reading: Reading, mention: Mention) -> Measured | None:
    """What a fronted gerund says that the subject did first: "After closing the mine in 2014, the firm moved"."""
    tags, norms = reading.tags, reading.norms
    if norms[mention.last : mention.last + 1] != [","]:
        return None
    first = reading.clause(mention.first)[0]
    while first < mention.first and tags[first] in "CM.":
        first += 1
    if norms[first] not in _FRONTING or tags[first + 1] != "G":
        return None
    gerund = first + 1
    target = object_of(reading, gerund, mention.first)
    if target is None or any(mark in "VXG" for mark in tags[gerund + 1 : mention.first]):
        return None
    subject = phrase_after(reading, mention.last + 1)
    event = verb_of(reading, gerund)
    words = [normalise(reading, [one], keep_names=True) for one in (subject, target) if one is not None]
    text = " ".join([*words[:-1], event, words[-1]])
    head = lemma(norms[(subject or target).head])
    return Measured(text, head, event, gerund, target.last, FIRST_DONE, verb=gerund, subject=subject, target=target)


_FRONTING = frozenset({"after", "before", "since", "by", "on", "upon", "while", "when", "in"})


def _adjacent(reading: Reading, mention: Mention) -> int | None:
    """The verb right before a date: the date is its own, whatever verb follows ("the deal agreed in May ended")."""
    k = mention.first - 1
    while k > 0 and reading.tags[k] in "PDM":
        k -= 1
    if k > 0 and reading.tags[k] == "V":
        return k
    while k > 0 and reading.tags[k] in "NZADP-":
        k -= 1
    by_whom = k > 0 and reading.tags[k] == "V" and reading.norms[k + 1] == "by" and participial(reading.norms[k])
    return k if by_whom and reading.tags[k - 1] in "NZ" else None  # "a law passed by the council in May bans"


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


def _of_pronoun(reading: Reading, verb: int, event: str) -> Measured | None:
    """What somebody does whom only a pronoun names: "you will hear from us by May", "it started in May"."""
    k = verb - 1
    while k > 0 and reading.tags[k] in "XM":
        k -= 1
    if reading.tags[verb] != "V" or k < 0 or reading.tags[k] != "R":
        return None
    return Measured("", "", event, why="the verb of a pronoun", confidence=0.5)


def _light(
    reading: Reading, mention: Mention, verb: int, event: str, subject: Phrase | None, last: int
) -> Measured | None:
    """Verbs that only say that something happened ("held an exercise", "took place"): the noun is the event."""
    tokens = reading.tokens
    if event not in load_table("grammar")["light_verbs"]:
        giving = verb_lemma(reading.norms[verb]) in occasional("giving")
        given = object_of(reading, verb, last) if giving else None
        if (
            given is None
            or tokens[given.head].norm == "birth"
            or not is_event(tokens[given.head].norm)
            or given.first - verb > _NEAR
        ):
            return None
        text, head = normalise(reading, [given], keep_names=True), lemma(tokens[given.head].norm)
        return Measured(text, head, head, given.first, given.last, "what the verb says happened")
    if event == "come" and (subject is None or not is_event(tokens[subject.head].norm) or verb + 1 < mention.first - 1):
        return None  # "the troops came in May", "the law came into force in May"
    at = verb
    while at + 1 < last and tokens[at + 1].norm in {"out", "part", "place", "in", "on"}:
        at += 1
    target = object_of(reading, at, last)
    why = "what the verb says happened"
    happening = event in _HAPPENING and (event != "take" or tokens[verb + 1 : verb + 2][0].norm == "place")
    if event in _OPENING and target is not None and target.first - verb <= _NEAR and "P" not in reading.tags[verb:at]:
        happening = False  # "the firm started a joint venture"
    taking_part = event in {"take", "participate"} and at > verb and "in" in reading.norms[verb + 1 : at + 1]
    if taking_part and target is not None and reading.tags[target.head] == "N":
        text = normalise(reading, [target, of_phrase(reading, target)], keep_names=True)
        head = lemma(tokens[target.head].norm)
        return Measured(text, head, head, target.first, target.last, "what the subject takes part in")
    for phrase in (target, subject) if not happening else (subject,):
        erupting = event == "erupt"  # "fighting erupted", but a volcano is no event
        if phrase is not None and phrase is subject and target is not None and not happening:
            if lemma(tokens[phrase.head].norm) in disasters():
                continue  # "the cyclone made landfall"
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
