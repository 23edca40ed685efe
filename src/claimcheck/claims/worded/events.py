"""Dates and periods: the event with its verb and what it happened to."""

from __future__ import annotations

from claimcheck.claims.grammar import gerund, grammar, verb_lemma
from claimcheck.claims.measured import measured
from claimcheck.claims.measured.antecedents import participial
from claimcheck.claims.measured.deeds import FIRST_DONE
from claimcheck.claims.measured.eventful import occasional
from claimcheck.claims.measured.model import Measured, object_of
from claimcheck.claims.measured.occasions import PICTURED
from claimcheck.claims.phrases import phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.doers import (
    appointed,
    begun_doing,
    in_office,
    is_name,
    only_named,
    that_of,
    with_phrases,
)
from claimcheck.claims.worded.doing import antecedent
from claimcheck.claims.worded.reasons import reason_of
from claimcheck.claims.worded.sayings import of_saying
from claimcheck.claims.worded.surface import (
    attached,
    befell,
    joined,
    participle_of,
    particle,
    passive,
    phrase_words,
    respelled,
    spelled,
    word_set,
)
from claimcheck.claims.worded.things import of_thing
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind
from claimcheck.segment.model import BlockKind

__all__ = ["of_event"]

_THERE = frozenset({"in", "at"})
_AIMED = frozenset({"on", "for", "with", "against", "to", "over"})
_CLAUSE = frozenset({"in", "into", "at", "near", "off", "to", "around", "from", "for", "on", "as", "with", "against"})


def of_event(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "chinese embassy bombed", "agreement on fishing quotas signed", "visit to nairobi"."""
    title = _titled(reading, mention)
    if title:
        return joined(title)
    if same := that_of(reading, mention):
        return joined(same)
    if what.verb >= 0:
        return _clause(reading, mention, what)
    if what.event and what.event in what.measure.split()[-1:] and what.head != what.event:
        return of_thing(reading, mention, what)
    return _noun(reading, mention, what)


def _titled(reading: Reading, mention: Mention) -> list[str]:
    """What a date in brackets is the date of ("the agreement on piracy (2004)"), or a heading that a date closes."""
    tokens, tags = reading.tokens, reading.tags
    at = mention.first - 1
    heading = (reading.title or reading.unit.block.kind is BlockKind.HEADING) and mention.last >= len(tokens) - 1
    bracket = at > 0 and tokens[at].text == "(" and tokens[mention.last : mention.last + 1][0:1] != []
    if at < 1 or not (heading or (bracket and tokens[mention.last].text == ")")):
        return []
    start, comma = at, at
    while (
        start and tokens[start - 1].text not in {":", ";", ".", "(", ")"} and (heading or tags[start - 1] not in "VX")
    ):
        start -= 1
        if tokens[start].text == "," and comma == at:
            comma = start
    if start and tags[start - 1] in "VX" and not heading:
        return []
    listed = start and tokens[start - 1].text in {")", ":", ";"}
    return spelled(reading, start if listed or heading else comma if comma < at else start, at)


def _noun(reading: Reading, mention: Mention, what: Measured) -> str:
    """An event that a noun names, with what it is directed at and where, before the date or after it."""
    links = word_set("near") | word_set("far")
    words = spelled(reading, what.first, min(what.last, len(reading.tokens)))
    if not words:
        return respelled(reading, what.measure, mention.first)
    at = what.last
    if what.why == PICTURED and at < mention.first:
        there = attached(reading, at, mention.first, links=_THERE, most=2)[0]
        return joined([*words, *(there or _place(reading, mention.first))])
    if at <= mention.first:
        more, at = attached(reading, at, mention.first, links=links, most=2, skip=frozenset({"between"}))
        words += more
    verb = what.first - 1
    while verb > 0 and reading.tags[verb] in "D":
        verb -= 1
    if what.last <= mention.first and verb >= 0 and reading.tags[verb] == "V" and _done(reading, verb):
        # "updated its strategy in 2019": what was done to the event's noun.
        return joined([*words, participle_of(reading, verb)])
    by = reading.tokens[at : at + 2]
    if len(by) == 2 and by[1].norm == "by" and reading.tags[at] == "V":
        # "the survey conducted by the chamber in 2016"
        agent, _ = attached(reading, at + 1, len(reading.tokens), links=frozenset({"by"}))
        return joined([*words, *agent])
    if what.head in word_set("aiming") and (goal := _goal(reading, max(at, mention.last))):
        return joined([*words, *goal])
    governed = not {"V", "X"}.isdisjoint(reading.tags[: mention.first])
    behind = at > mention.last and reading.tags[at : at + 2] == ["V", "P"]
    levied = governed and behind and participial(reading.norms[at])
    at += levied  # "the 2014 sanctions levied against Peru"
    bracket = mention.last < len(reading.tokens) and reading.tokens[mention.last].text in ")]"
    after = mention.last if at <= mention.last and not bracket else at
    if any(mark in "VX" for mark in reading.tags[what.last : mention.first]):
        links -= {"with", "after"}  # "the fair opens in May with a speech"
    more, _ = attached(reading, after, len(reading.tokens), links=links, most=1)
    return joined([*words, *more])


def _place(reading: Reading, at: int) -> list[str]:
    """The phrase of place right before a date: "signing papers in Oslo in May"."""
    k = at
    while k and reading.tags[k - 1] in "P.":
        k -= 1
    phrase = phrase_before(reading, k)
    link = phrase.first - 1 if phrase is not None else 0
    return attached(reading, link, k, links=_THERE)[0] if phrase is not None and phrase.last == k else []


def _goal(reading: Reading, at: int) -> list[str]:
    """What an attempt, a plan or a decision is to do: "an attempt by the governor to dissolve the council"."""
    tags = reading.tags
    if reading.norms[at : at + 1] == ["by"]:
        agent = phrase_after(reading, at + 1)
        at = agent.last if agent is not None else at
    if tags[at : at + 2] != ["T", "V"]:
        return []
    target = object_of(reading, at + 1, len(tags))
    near = target is not None and target.first - at <= _SEEK // 2 and "P" not in tags[at + 1 : target.first]
    more = [] if near else attached(reading, at + 2, len(tags), links=_CLAUSE)[0]
    return ["to", reading.norms[at + 1], *(phrase_words(reading, target) if near else more)]


def _done(reading: Reading, verb: int) -> bool:
    """Whether a verb does something to its object, rather than only say that the event happened."""
    return befell(reading, verb) and verb_lemma(reading.tokens[verb].norm) not in load_table("grammar")["light_verbs"]


def _clause(reading: Reading, mention: Mention, what: Measured) -> str:
    """What happened: the subject and the verb, or, of what somebody did to a thing, the thing and a participle."""
    links = word_set("near")
    verb, subject, target = what.verb, what.subject, what.target
    tokens, tags = reading.tokens, reading.tags
    if tags[verb] not in "VG":
        return _state(reading, mention, what)
    if what.why == FIRST_DONE:
        return joined([*with_phrases(reading, target, len(tokens), links), participle_of(reading, verb)])
    if verb and tokens[verb - 1].text == "," and what.event in word_set("picturing") and subject is not None:
        return joined(with_phrases(reading, subject, verb, links | word_set("far")))
    if begun := begun_doing(reading, verb):
        return joined(begun)
    form = participle_of(reading, verb) if passive(reading, verb) else tokens[verb].norm
    reason, why = reason_of(reading, verb)
    if reason >= 0:
        links -= {"for", "on", "with"}
    subject_words = with_phrases(reading, subject, verb, links)
    target_words = with_phrases(reading, target, len(tokens), links | (_THERE if mention.last <= verb else set()))
    infinitive = [
        tokens[k].norm
        for k in range(verb + 1, min(verb + 3, len(tags)))
        if tags[k] == "V" and tags[k - 1] == "T" and befell(reading, k)
    ]
    at = verb + 1
    while at < len(tokens) and (
        tags[at] in "DM" or tokens[at].norm == "another" or (at == verb + 1 and particle(reading, at))
    ):
        at += 1
    figure = reading.figure_at[at] if at < len(tokens) else -1
    if figure >= 0 and reading.mentions[figure].kind not in {Kind.DATE, Kind.PERIOD, Kind.CHANGE, Kind.DURATION}:
        # "returned 1.7 kg of soil in May": the date is that of what the figure tells.
        thing = measured(reading, figure)
        named = all(mark == "Z" for mark in tags[thing.first : thing.last])  # "340 hectares of Ilha Verde"
        if thing.measure and thing.first > verb and not named:
            return of_thing(reading, reading.mentions[figure], thing)
    said = of_saying(reading, verb, subject_words, form)
    if said:
        return said
    taken = _pronoun(reading, verb) if target is None and not passive(reading, verb) else []
    if taken:
        return joined([*taken, participle_of(reading, verb)])
    if target is not None and not infinitive and what.event in word_set("bare"):
        return joined([*subject_words, *target_words])
    if target is not None:
        # A country that did it is told by the entities; anybody else belongs to the event.
        places = [name for name in reading.names if name.known and name.place]
        country = subject is None or (
            is_name(reading, subject) and any(subject.first <= name.first < subject.last for name in places)
        )
        if subject is not None and in_office(reading, subject, what.event):
            return joined([*target_words, participle_of(reading, verb), *why])
        if what.event in word_set("appointing") and (office := appointed(reading, target)):
            return joined([*office[0], participle_of(reading, verb), *office[1]])
        if (
            subject is not None
            and what.event in word_set("founding")
            and not infinitive
            and only_named(reading, subject)
        ):
            return joined([*target_words, form if " " in form else participle_of(reading, verb)])
        noun = _nominal(reading, verb) if subject is not None and is_name(reading, subject) else ""
        if noun and country and not infinitive and is_name(reading, target):
            return joined([noun, "of", *target_words])
        if country and not infinitive and not is_name(reading, target):
            return joined([*target_words, participle_of(reading, verb), *why])
        if verb > 1 and tags[verb - 1] == "T" and verb_lemma(tokens[verb - 2].norm) in occasional("aspectual"):
            form = gerund(what.event)
        phrasal = tokens[verb + 1].norm if target.first > verb + 1 and " " not in form else ""
        form = f"{form} {phrasal}" if phrasal in {"out", "up", "down"} else form  # "handed down judgment"
        return joined([*subject_words, form, *infinitive, *target_words, *why])
    if " " in form:
        form = form.split()[0]
    with_verb = [tokens[verb + 1].norm] if particle(reading, verb + 1) else []
    airing = what.event in occasional("airing")
    if airing and with_verb == ["back"] and tags[verb + 2 : verb + 4] == ["P", "U"]:
        with_verb = []  # "ran back in May"
    start = verb + 1 + len(with_verb)
    passed = False
    if start < mention.last and all(tags[k] in "PDMU" for k in range(start, mention.first)):
        start, passed = mention.last, True  # "agreed in May on rules"
    follows, _ = attached(reading, start, len(tokens), links=_AIMED if passed else _CLAUSE, most=1)
    follows = why or follows
    noun = "" if _verbal(reading, mention.last) else _nominal(reading, verb)
    if noun and not with_verb and not infinitive and subject is not None:
        whose = [] if follows and is_name(reading, subject) else ["of", *subject_words]
        return joined([noun, *whose, *follows])
    if (
        verb
        and not infinitive
        and tags[verb - 1] == "X"
        and tokens[verb].norm == what.event
        and tokens[verb - 1].norm in grammar().modals
    ):
        form = gerund(what.event)  # "would fail"
    return joined([*subject_words, form, *with_verb, *infinitive, *follows])


def _verbal(reading: Reading, at: int) -> bool:
    """Whether a verb goes on after a date, so that the one before it is a participle: "the deal agreed in May
    ended".
    """
    if at >= len(reading.tokens):
        return False
    return reading.tags[at] in "VX" or grammar().verb_forms.get(reading.norms[at], ("", ""))[1] in {"past", "s"}


def _pronoun(reading: Reading, verb: int) -> list[str]:
    """What "it" or "them" after a verb stands for: "Floods closed it for 43 days" after a sentence on a bridge."""
    at = verb + 1
    if reading.norms[at : at + 1] not in (["it"], ["them"]) or reading.tags[at + 1 : at + 2] == ["V"]:
        return []
    return antecedent(reading, at)


def _nominal(reading: Reading, verb: int) -> str:
    """The noun of what a verb tells that its subject does, or the empty string."""
    noun = load_table("wording")["nominals"].get(verb_lemma(reading.norms[verb]), "")
    return "" if passive(reading, verb) else str(noun)


_SEEK = 10  # tokens from an attempt to what it is to do


def _state(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "Botswana has been Africa's largest producer": what something is, and for how long."""
    words = [*phrase_words(reading, what.subject), *phrase_words(reading, what.target)]
    last = what.target.last if what.target is not None else what.subject.last if what.subject is not None else 0
    more, _ = attached(reading, last, mention.first, links=word_set("near") | word_set("far"))
    if not more and what.target is None and what.verb < mention.first:
        more = _being(reading, what.verb + 1, mention)
    return joined([*words, *more])


def _being(reading: Reading, at: int, mention: Mention) -> list[str]:
    """ "are on guard at the airport", "was in direct contact in May with the bank": where or how something is."""
    while at < mention.first and reading.tags[at] in "XM":
        at += 1
    links = word_set("near") | word_set("far")
    words, _ = attached(reading, at, mention.first, links=links, most=2)
    more, _ = attached(reading, mention.last, len(reading.tokens), links=_AIMED) if words else ([], 0)
    return [*words, *more]
