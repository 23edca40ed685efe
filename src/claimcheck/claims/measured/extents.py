"""Lengths, masses, durations, ages, changes, versions: what has the extent."""

from __future__ import annotations

from attrs import evolve

from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.measured.bearings import distant, endpoint
from claimcheck.claims.measured.dimensions import (
    DIMENSION_NOUNS,
    DIMENSIONS,
    after_both,
    dimension_at,
    dimensioned,
)
from claimcheck.claims.measured.eventful import occasional
from claimcheck.claims.measured.events import of_time
from claimcheck.claims.measured.gerunds import undertaken
from claimcheck.claims.measured.model import (
    NOTHING,
    Measured,
    apposed,
    from_phrase,
    labelled,
    main_verb,
    object_of,
    outermost,
    set_at,
    subject_of,
    verb_of,
)
from claimcheck.claims.phrases import Phrase, normalise, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["FILLED", "JOURNEY", "of_extent"]

# Verbs by which a thing simply has its extent; others name what is done ("produced 44 GWh").
_EXTENDING = frozenset(
    [
        "be",
        "have",
        "weigh",
        "measure",
        "stretch",
        "run",
        "span",
        "reach",
        "hit",
        "top",
        "stand",
        "cover",
        "last",
        "rise",
        "extend",
        "hold",
        "total",
        "average",
        "number",
        "lie",
    ]
)
_ADVERBIAL = frozenset({"for", "over", "in", "during", "within", "after", "throughout"})
# What an adverbial duration begins with: it tells how long the clause's event goes on.
_SPANNING = frozenset({"the", "for", "over", "past", "last", "throughout", "a", "after"})


def _to_do(reading: Reading, mention: Mention, event: str) -> Measured | None:
    """ "You have 21 days to appeal", "six weeks in which to lodge an appeal": the time in which to do it."""
    tags, norms = reading.tags, reading.norms
    at = mention.last
    at += 2 * (norms[at : at + 2] in (["in", "which"], ["within", "which"]))
    if mention.kind is not Kind.DURATION or event not in _GRANTING or norms[at : at + 1] != ["to"]:
        return None
    if at + 1 >= len(tags) or grammar().verb_forms.get(norms[at + 1], ("", ""))[1] != "base":
        return None
    done = verb_of(reading, at + 1)
    target = object_of(reading, at + 1, len(tags))
    noun = reading.tokens[target.head].norm if target is not None else ""
    light = done in {"lodge", "make", "file", "enter", "bring", "submit", "give", "put"} and bool(noun)
    head = lemma(noun) if light else done
    named = normalise(reading, [target], keep_names=True) if target else ""
    text = named if light else f"{done} {named}".strip()
    return Measured(text, head, head, at, target.last if target else at + 2, "what there is time to do")


def _journey(reading: Reading, mention: Mention, verb: int) -> Measured | None:
    """ "The bus takes 55 minutes from Orm to Belt", "it takes an hour from here to the coast": the journey."""
    norms, at = reading.norms, mention.last
    start = phrase_after(reading, at + 1) if norms[at : at + 1] == ["from"] else None
    if mention.kind is not Kind.DURATION or start is None or norms[start.last : start.last + 1] != ["to"]:
        return None
    last = phrase_after(reading, start.last + 1)
    if last is None:
        return None
    k = verb - 1
    while k > 0 and reading.tags[k] in "XM":
        k -= 1
    subject = subject_of(reading, verb, reading.clause(verb)[0]) if norms[k] not in {"it", "this"} else None
    who = from_phrase(reading, subject, "").measure if subject is not None and subject.last <= verb else ""
    text = who if lemma(who.split()[-1] if who else "") in load_table("wording")["journeys"] else f"{who} journey"
    return Measured(text.strip(), text.split()[-1], "take", at, last.last, JOURNEY)


FILLED = "what its subject lives through for so long"
JOURNEY = "the way that takes the time"
_TAKING = frozenset({"take", "last", "need", "require"})
_GRANTING = frozenset({"have", "give", "get", "allow", "be", "grant", "leave", ""})


def _task(reading: Reading, mention: Mention, event: str) -> Measured | None:
    """ "It takes three hours to cross the lake": how long the crossing takes."""
    tags = reading.tags
    at = mention.last
    if (set_time := _to_do(reading, mention, event)) is not None:
        return set_time
    if event not in _TAKING:
        return None
    verb = main_verb(reading, mention)
    deed = undertaken(reading, verb) if verb is not None and verb < mention.first else None
    if deed is not None and mention.kind is Kind.DURATION:
        done, last = verb_lemma(reading.norms[deed[0]]), deed[1].last if deed[1] is not None else deed[0] + 1
        text = f"{done} {normalise(reading, [deed[1]], keep_names=True)}".strip()
        return Measured(text, done, done, deed[0], last, "what takes the time")
    if verb is not None and verb < mention.first and (way := _journey(reading, mention, verb)) is not None:
        return way
    if event != "take" or at + 1 >= len(tags) or tags[at] != "T" or tags[at + 1] != "V":
        return None
    done = verb_of(reading, at + 1)
    target = object_of(reading, at + 1, len(tags))
    text = f"{done} {normalise(reading, [target], keep_names=True) if target else ''}".strip()
    return Measured(text, done, done, at, target.last if target else at + 2, "what takes the time")


def _spell(reading: Reading, mention: Mention) -> Measured | None:
    """ "Resigned after thirty years in office", "spent three years in exile": the time in office, in exile."""
    norms, at = reading.norms, mention.last
    if norms[at : at + 1] != ["in"] or norms[at + 1 : at + 2] == [] or mention.first == 0:
        return None
    noun = norms[at + 1]
    if noun not in load_table("elapsed")["spells"] or norms[mention.first - 1] not in BEHIND_ONE:
        return None
    return Measured(f"time in {noun}", noun, "", at, at + 2, FILLED)


BEHIND_ONE = frozenset({"after", "spent", "spend", "spends", "spending", "during"})


def of_extent(reading: Reading, mention: Mention) -> Measured:
    """What has an extent; of a distance both its ends."""
    return distant(reading, mention, _of_extent(reading, mention))


def _of_extent(reading: Reading, mention: Mention) -> Measured:
    """The noun after it ("51-kilometre stretch", "2,000 hectares of land"), before "of" ("a mass of 5 kg"), or the
    subject of its clause ("the lake is 40 km long").
    """
    tokens, tags = reading.tokens, reading.tags
    before = mention.first
    adverbial = before > 0 and tokens[before - 1].norm in _ADVERBIAL
    if mention.kind is Kind.DURATION and (lasting := _spell(reading, mention) or _filled(reading, mention)) is not None:
        return lasting
    if mention.kind is Kind.DURATION and (adverbial or tokens[before].norm in _SPANNING):
        return of_time(reading, mention)
    verb = main_verb(reading, mention)
    event = verb_of(reading, verb)
    task = _task(reading, mention, event) or _spent(reading, mention, event) or _endured(reading, mention)
    if task is not None:
        return task
    at = after_both(reading, mention)
    if at < len(tokens) and tokens[at].text in "-–‑" and tokens[at].glued:
        at += 1
    dimension = dimension_at(reading, at)
    if dimension and tokens[at - 1].text in "-–‑" and tags[at + 1 : at + 2] in (["N"], ["A"]):
        phrase = phrase_after(reading, at + 1)  # "a 2,000-kilometre-long border"
        if phrase is not None and tags[phrase.head] == "N":
            thing = from_phrase(reading, phrase, "the noun after the figure")
            return evolve(thing, measure=f"{dimension} of {thing.measure}", head=dimension, event=event)
    if dimension and (together := _with_other(reading, mention, dimension)) is not None:
        return together
    if at < len(tokens) and tokens[at].norm == "of":
        at += 1
    lies = endpoint(reading, mention) is not None
    if at < len(tokens) and not dimension and not lies and tags[at] in "NAG-DZ":
        phrase = phrase_after(reading, at)
        if phrase is not None and tokens[phrase.head].norm not in words_of_change().comparatives:
            if (held := _property_of(reading, mention, phrase)) is not None:
                return held.of(event)
            return from_phrase(reading, phrase, "the noun after the figure").of(event)
    if dimension and before > 1 and tokens[before - 1].text == ",":
        noun = outermost(reading, phrase_before(reading, before - 1))
        if noun is not None:
            tall = from_phrase(reading, noun, "the noun before the comma", confidence=0.9)
            return evolve(tall, measure=f"{dimension} of {tall.measure}", head=dimension, event=event)
    beside = labelled(reading, mention) or set_at(reading, mention, verb) or apposed(reading, mention)
    if beside is not None:
        return beside.of(event)
    if before and tokens[before - 1].norm in {"of", ":", "=", "at", "to", "by"}:
        phrase = phrase_before(reading, before - 1)
        if phrase is not None and phrase.last >= before - 2 and tags[phrase.head] == "N":
            found = from_phrase(reading, phrase, "the noun before the figure")
            several = _several_with(reading, phrase)
            text = f"{found.measure} of {several}" if several and " of " not in found.measure else found.measure
            return dimensioned(evolve(found, measure=text, event=event), dimension)
    if verb is not None and verb < before:
        target = object_of(reading, verb, before)
        subject = subject_of(reading, verb, reading.clause(before)[0])
        for phrase, why in ((target, "the object of the verb"), (subject, "the subject of the verb")):
            if phrase is not None and tags[phrase.head] in "NZ":
                found = from_phrase(reading, phrase, why, confidence=0.9, keep_names=tags[phrase.head] == "Z")
                text = f"{dimension} of {found.measure}" if dimension and found.measure else found.measure
                placed = bool(before) and tokens[before - 1].norm == "at"
                if phrase is subject and not dimension and event == "hold" and _to_the_brim(reading, mention, verb):
                    return evolve(found, measure=f"capacity of {found.measure}", head="capacity", event=event)
                if phrase is subject and not dimension and not placed and event and event not in _EXTENDING:
                    return evolve(found, measure=f"{text} {event}".strip(), head=event, event=event)
                return evolve(found, measure=text, head=dimension or found.head, event=event)
    multiplied = mention.quantity is not None and mention.quantity.role == "times"  # then the figure is the verb
    phrase = subject_of(reading, mention.core, reading.clause(before)[0]) if multiplied else None
    phrase = phrase or phrase_before(reading, before)
    if phrase is not None:
        return dimensioned(from_phrase(reading, phrase, "the noun before the figure", confidence=0.8), dimension).of(
            event
        )
    told = "weight" if event == "weigh" else dimension  # "she is 1.80 metres tall"
    if told:
        return Measured(told, told, event, why="the dimension", confidence=0.8)
    if event:
        return Measured(event, lemma(event), event, why="the verb", confidence=0.7)
    return NOTHING


def _with_other(reading: Reading, mention: Mention, dimension: str) -> Measured | None:
    """ "A runway, 2,400 m in length and 45 m wide": the second extent is that of the first one's thing."""
    before = next((one for one in reversed(reading.mentions) if one.last <= mention.first), None)
    if before is None or before.kind is not mention.kind or not 0 < mention.first - before.last <= _TOGETHER:
        return None
    gap = reading.norms[before.last : mention.first]
    if gap[-1] not in {"and", ","} or not all(norm in _GAP for norm in gap):
        return None
    found = of_extent(reading, before)
    thing = found.measure.removeprefix(f"{found.head} of ")
    return evolve(found, measure=f"{dimension} of {thing}", head=dimension) if thing != found.measure else None


_TOGETHER = 5  # tokens between two extents of one thing
_GAP = frozenset({*DIMENSIONS, *DIMENSION_NOUNS, "in", "and", ","})


def _spent(reading: Reading, mention: Mention, event: str) -> Measured | None:
    """ "The firm spent two years painting the bridge": what the time is spent with."""
    at = mention.last
    if event not in occasional("spending") or reading.tags[at : at + 1] != ["G"]:
        return None
    done = verb_of(reading, at)
    target = object_of(reading, at, reading.clause(at)[1])
    named = normalise(reading, [target], keep_names=True) if target else ""
    last = target.last if target else at + 1
    return Measured(f"{done} {named}".strip(), done, done, at, last, "what takes the time", verb=at, target=target)


def _endured(reading: Reading, mention: Mention) -> Measured | None:
    """ "It was a hard six months for the miners": how the time is for somebody."""
    at, how = mention.last, mention.first - 1
    described = reading.tags[how] == "A" or reading.norms[how] in grammar().adjectives
    if how < 1 or not described or reading.norms[at : at + 1] != ["for"]:
        return None
    first = reading.clause(how)[0]
    whom = phrase_after(reading, at + 1)
    if whom is None or not {"be", "is", "was", "been", "'s"} & set(reading.norms[first:how]):
        return None
    text = f"{reading.norms[how]} period for {normalise(reading, [whom], keep_names=True)}"
    label = f"{reading.norms[how]} period for {' '.join(reading.norms[whom.first : whom.last])}"
    return Measured(text, "period", "", why="how the time is for somebody", confidence=0.9, label=label)


def _filled(reading: Reading, mention: Mention) -> Measured | None:
    """ "After two days of rain", "in six years of war": what went on for so long."""
    at = mention.last
    opening = {reading.norms[mention.first], *reading.norms[max(mention.first - 1, 0) : mention.first]}
    if reading.norms[at : at + 1] != ["of"] or opening.isdisjoint(_THROUGH) or "within" in opening:
        return None
    if reading.tags[at + 1 : at + 2] == ["G"] and reading.tags[at + 2 : at + 3] in (["P"], ["."], ["C"], []):
        doing = reading.norms[at + 1]  # "in three days of fighting along the border"
        return Measured(doing, doing, "", at + 1, at + 2, FILLED)
    phrase = phrase_after(reading, at + 1)
    if phrase is None or phrase.first != at + 1 or reading.tags[phrase.head] != "N":
        return None
    found = from_phrase(reading, phrase, "what goes on for so long")
    last = phrase.last + (reading.norms[phrase.last : phrase.last + 1] == [","])
    whose = phrase_after(reading, last) if found.head in load_table("wording")["conditions"] else None
    if whose is None or whose.first - last > 1:
        return found
    owner = from_phrase(reading, whose, "", keep_names=True).measure
    return evolve(found, measure=f"{found.measure} of {owner}", why=FILLED) if owner else found


_THROUGH = frozenset({"after", "during", "in", "over", "for", "despite", "following", "through", "throughout"})


def _to_the_brim(reading: Reading, mention: Mention, verb: int) -> bool:
    """Whether a thing holds so much at the most: "can hold 40 litres", "holds 78 million cubic metres when full"."""
    after = reading.norms[mention.last : mention.last + 2]
    return reading.norms[verb - 1] in {"can", "could", "may"} or after == ["when", "full"]


def _property_of(reading: Reading, mention: Mention, stuff: Phrase) -> Measured | None:
    """ "a capacity of 1.2 million tonnes of steel": the noun before "of" is what has the extent, not the stuff."""
    before = mention.first - 1
    if mention.kind is not Kind.MEASURE or before < 1 or reading.tokens[before].norm != "of":
        return None
    phrase = phrase_before(reading, before)
    if phrase is None or phrase.last != before or reading.tags[phrase.head] != "N":
        return None
    noun = lemma(reading.tokens[phrase.head].norm)
    peak = _PEAKS & set(reading.norms[phrase.first : phrase.last])
    if noun in _AMOUNTING or (peak and (noun in _LEVELS or noun in _PEAKS)):
        return None
    found = from_phrase(reading, phrase, "the noun before the figure")
    of = normalise(reading, [stuff])
    return evolve(found, measure=f"{found.measure} of {of}" if of else found.measure)


_PEAKS = frozenset({"record", "high", "low", "peak"})
_LEVELS = frozenset({"level", "volume"})
_AMOUNTING = frozenset({"total", "sum", "amount", "quantity", "maximum", "minimum", "average", "excess", "rate"})


def _several_with(reading: Reading, phrase: Phrase) -> str:
    """Of what several things an extent is that they have: "11 tunnels with a total length of 23 km"."""
    tokens = reading.tokens
    at = phrase.first - 1
    while at > 0 and reading.tags[at] == "D":
        at -= 1
    if at < 1 or tokens[at].norm not in {"with", "having"}:
        return ""
    before = phrase_before(reading, at)
    if before is None or before.last != at or reading.tags[before.head] != "N":
        return ""
    noun = tokens[before.head].norm
    return lemma(noun) if lemma(noun) != noun else ""
