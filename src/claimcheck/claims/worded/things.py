"""Counts, sums, lengths: the noun with what hangs on it and what befell it."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import gerund, grammar, lemma, participle, verb_lemma
from claimcheck.claims.measured.model import Measured, main_verb, object_of, subject_of
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import (
    attached,
    befell,
    joined,
    participle_of,
    passive,
    phrase_words,
    respelled,
    silent,
    spelled,
    word_set,
)
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["of_thing"]

_COMPOSED = frozenset({"on", "for", "in", "to", "as", "by"})
_ENOUGH = 2
_PARTIES = frozenset({"with", "between"})
# How many words a noun may have that takes a further phrase.
ROOM = 3


def of_thing(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "63 passengers killed off Lombok", "12 functions for parsing dates"."""
    if _COMPOSED & set(what.measure.split()):
        return respelled(reading, what.measure, mention.first)
    noun = spelled(reading, what.first, what.last)
    known = {lemma(part) for word in noun for part in (word, word.rpartition("-")[2])} - {"of"}
    core = what.measure.split()
    if len(noun) > 1 and silent(verb_lemma(noun[-1])) and what.last == mention.first:
        noun.pop()  # "output averages 40 barrels": a verb that looks like a noun.
    lead = core[: next((k for k, word in enumerate(core) if word.rpartition("-")[2] in known), len(core))]
    if len(lead) == len(core):
        text = respelled(reading, what.measure, mention.first)
        return joined([text, *_completed(reading, mention, what)]) if mention.kind in _OF_AMOUNTS else text
    tail = [word for word in core[len(lead) :] if word.rpartition("-")[2] not in known and word != "of"]
    if tail and (verb_lemma(tail[-1]) != what.event or silent(what.event)):
        tail = []
    words = [*lead, *_deaths(noun)]
    limit = _limit(reading, mention)
    listed = _list_end(reading, mention, what) if mention.kind is Kind.COUNT else -1
    if mention.kind is Kind.MONEY:
        return joined([*words, *_completed(reading, mention, what)])
    at = what.last
    if at <= mention.first and all(reading.tags[k] in "PM" for k in range(at, mention.first)):
        at = mention.last
    near, at = attached(reading, at, limit, links=word_set("near"), skip=_PARTIES)
    if len(words) <= ROOM:
        words += near
    done, rest = _done(reading, mention, what, at, limit)
    if listed > 0:
        done, rest = [], attached(reading, listed, len(reading.tokens), links=word_set("far"))[0]
        return joined([*words, *rest])
    words += done or [word if word.endswith("ed") else participle(verb_lemma(word)) for word in tail]
    if len(words) < _ENOUGH + bool(done):
        words += rest
    return joined(words)


def _list_end(reading: Reading, mention: Mention, what: Measured) -> int:
    """Where a list of counts with a place for all of them ends ("two depots, a dock and four cranes on the quay")."""
    at, last = what.last, -1
    tokens = reading.tokens
    members = [other for other in reading.mentions if other.kind is mention.kind]
    for other in members:
        if (
            other.first >= at
            and other.first - at <= 2
            and all(tokens[k].norm in {",", "and", "or"} for k in range(at, other.first))
        ):
            phrase = phrase_after(reading, other.last)
            if phrase is None:
                break
            at = last = phrase.last
    if last < 0:
        before = [other for other in members if other.last <= mention.first]
        phrase = phrase_after(reading, before[-1].last) if before else None
        gap = range(phrase.last, mention.first) if phrase is not None else range(0)
        if phrase is not None and 0 < len(gap) <= 2 and all(tokens[k].norm in {",", "and", "or"} for k in gap):
            last = what.last
    link = tokens[last].norm if 0 < last < len(tokens) else ""
    return last if link in _PLACES else -1


_PLACES = frozenset({"on", "in", "at", "near", "along", "across", "around", "outside", "off"})


def _deaths(noun: list[str]) -> list[str]:
    """ "left 300 dead and 40 missing": deaths, people missing."""
    return ["deaths"] if noun == ["dead"] else ["people", *noun] if len(noun) == 1 and noun[0] in _STATES else noun


_STATES = frozenset({"homeless", "missing", "injured", "wounded"})


def _limit(reading: Reading, mention: Mention) -> int:
    """Where the figure's clause ends, or the next figure of its kind begins."""
    last = reading.clause(mention.first)[1]
    later = [other.first for other in reading.mentions if other.first > mention.last and other.kind is mention.kind]
    return min([last, *later])


_OF_AMOUNTS = frozenset({Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.DURATION, Kind.CHANGE, Kind.AGE})


def _completed(reading: Reading, mention: Mention, what: Measured) -> list[str]:
    """What completes the noun of an amount: before the figure ("spending on health in Peru came to €4"), its purpose
    after it, and for each of what it is ("per inhabitant").
    """
    more: list[str] = []
    if 0 < what.last <= mention.first:
        more, _ = attached(reading, what.last, mention.first, links=_COMPLETING, skip=frozenset({"in"}))
    if not more and mention.kind is Kind.MONEY:
        more = _purpose(reading, mention, what)
    inside = reading.norms[mention.core : mention.last]
    per = lemma(inside[-1]) if "per" in inside[-2:-1] else ""
    return [*more, *(["per", per] if per and per not in _TIMED else [])]


_COMPLETING = (word_set("near") - {"with", "without", "per", "under"}) | {"at", "since"}
_TIMED = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "night", "season", "quarter", "annum"})


def _purpose(reading: Reading, mention: Mention, what: Measured) -> list[str]:
    """What money is for: "a loan to Ghana for rural electrification", "a contract with X to build a bridge"."""
    tokens, tags = reading.tokens, reading.tags
    if what.measure == "debt" and what.event == "owe":
        return _creditor(reading, mention)
    start = max(what.last, mention.last)
    limit = reading.clause(mention.first)[1]
    words, at = attached(reading, start, limit, links=word_set("purpose"), skip=frozenset({"with", "to", "from"}))
    if words or at >= limit:
        return words
    if tags[at] == "T" and at + 2 < limit:
        k = at + 2
        while k < limit and (tags[k] in "DAUNZG-M" or tokens[k].norm == "of"):
            k += 1
        inside = spelled(reading, at + 2, k)
        return ["for", *inside] if inside else []
    return []


def _creditor(reading: Reading, mention: Mention) -> list[str]:
    """To whom a debt is owed: "owes $4m to Peru", "owes Peru $4m"."""
    to = mention.last < len(reading.tokens) and reading.tokens[mention.last].norm == "to"
    near = mention.last + 1 if to else mention.first
    for name in reading.names:
        if (name.first == near) if to else (name.last == near):
            return ["to", *spelled(reading, name.first, name.last)]
    return []


def _done(reading: Reading, mention: Mention, what: Measured, at: int, limit: int) -> tuple[list[str], list[str]]:
    """What the clause's verb does to the thing, and what follows: where it happens, to what end."""
    tokens, tags = reading.tokens, reading.tags
    far = word_set("far")
    verb = main_verb(reading, mention)
    rest = attached(reading, at, limit, links=far)[0]
    doing = mention.first - 1
    while doing > 0 and tags[doing] in "MD":
        doing -= 1
    if what.first >= mention.last and doing >= 0 and tags[doing] == "G" and befell(reading, doing):
        # "…, arresting 40 people": what is done to them.
        return [participle_of(reading, doing)], rest
    if verb is not None and verb_lemma(tokens[verb].norm) in word_set("resulting") and what.first >= mention.last:
        return _cause(reading, verb), rest
    if (verb is None or verb == 0) and (told := _told_to(reading, mention, what)):
        return ["to", "be", told], rest
    if verb is None or tags[verb] != "V":
        return [], rest
    if verb < what.first:
        if any(tags[k] in "VP" for k in range(verb + 1, min(what.first, mention.first))) or _attributive(
            reading, mention
        ):
            return [], rest
        done = [participle_of(reading, verb)] if befell(reading, verb) else []
        done = (
            ["to", "be", *done]
            if done
            and verb_lemma(tokens[verb].norm) not in _GETTING
            and mention.kind is Kind.COUNT
            and _intended(reading, verb)
            else done
        )
        return done + (_cause(reading, verb) or (_agent(reading, mention, verb) if done else [])), rest
    if verb < at:
        return [], rest
    if reading.norms[mention.first - 1 : mention.first] == ["of"] and tags[mention.first - 2 : mention.first - 1] == [
        "N"
    ]:
        asked = load_table("wording")["asked"].get(reading.norms[mention.first - 2])
        return [asked] if asked else [], rest
    if any(tags[k] in "NZ" for k in range(at, verb)) or reading.clause(verb) != reading.clause(mention.first):
        return [], [] if befell(reading, verb) else rest
    target = None if passive(reading, verb) else object_of(reading, verb, len(tags))
    subject = mention.kind is Kind.COUNT and _heads_clause(reading, mention, what)
    spreading = _spent_on(reading, verb) if subject else []
    if spreading:
        return spreading, []
    if target is not None and target.first - verb <= _CLOSE and subject and _telling(reading, verb):
        return [gerund(verb_lemma(tokens[verb].norm)), *phrase_words(reading, target)], []
    if not befell(reading, verb):
        return [], rest
    if passive(reading, verb):
        done = ["to", "be", participle_of(reading, verb)] if _ahead(reading, verb) else [participle_of(reading, verb)]
    elif target is not None:
        return [], rest
    elif subject and (tokens[verb].norm.endswith("ing") or tokens[verb].norm == verb_lemma(tokens[verb].norm)):
        done = [gerund(verb_lemma(tokens[verb].norm))]
    else:
        done = [tokens[verb].norm]
    return done, attached(reading, verb + 1 + (len(done[0].split()) > 1), len(tags), links=far | word_set("near"))[0]


def _told_to(reading: Reading, mention: Mention, what: Measured) -> str:
    """What somebody is told to do with so many things: "Train 400 nurses in 2025"."""
    base, form = grammar().verb_forms.get(reading.norms[0], ("", ""))
    if mention.kind is not Kind.COUNT or mention.first != 1 or what.first < mention.last or reading.norms[0] != base:
        return ""
    return participle(base) if form != "past" and not {"V", "X"} & set(reading.tags[1:]) else ""


def _heads_clause(reading: Reading, mention: Mention, what: Measured) -> bool:
    """Whether things that are counted are the subject themselves, not what something is of, nor part of a name."""
    k = mention.first - 1
    while k >= 0 and reading.tags[k] in "DMA":
        k -= 1
    named = what.head.islower() and what.first >= mention.last
    return named and (k < 0 or reading.tags[k] not in "PNZ") and (mention.quantity is None or not mention.quantity.per)


def _spent_on(reading: Reading, verb: int) -> list[str]:
    """What several spend a time doing: "twelve lorries spend three days spreading the snow"."""
    if verb_lemma(reading.norms[verb]) != "spend":
        return []
    k = verb + 1
    while k < len(reading.tags) and reading.tags[k] in "UMD":
        k += 1
    if k == verb + 1 or k >= len(reading.tags) or reading.tags[k] != "G":
        return []
    return [reading.norms[k], *phrase_words(reading, object_of(reading, k, len(reading.tags)))]


def _agent(reading: Reading, mention: Mention, verb: int) -> list[str]:
    """Who did it, where a common noun says so: "jobs created by firms"."""
    if mention.kind is not Kind.COUNT or passive(reading, verb) or verb_lemma(reading.norms[verb]) in harmful():
        return []
    subject = subject_of(reading, verb, reading.clause(verb)[0])
    if subject is None or reading.tags[subject.head] != "N" or subject.last > verb:
        return []
    words = phrase_words(reading, subject)
    return ["by", *words] if words and len(words) <= _SHORT else []


_SHORT = 3  # words of an agent that a measure has room for
_GETTING = frozenset({"receive", "get", "obtain", "have", "be"})
_CLOSE = 3  # tokens from a verb to its object's first noun


def _telling(reading: Reading, verb: int) -> bool:
    """Whether what a verb does to its object tells which things are counted: "owners sharing a vessel"."""
    base = verb_lemma(reading.tokens[verb].norm)
    return befell(reading, verb) or base in word_set("telling")


def _ahead(reading: Reading, verb: int) -> bool:
    """Whether a passive is of what is still to come: "will be coated", "are to be merged"."""
    before = reading.norms[max(0, verb - 4) : verb]
    return "be" in before and not {"will", "to", "shall", "would"}.isdisjoint(before)


def _intended(reading: Reading, verb: int) -> bool:
    """Whether somebody is only about to do it: "will connect 40 villages", "expects to hire 40 people"."""
    before = reading.norms[max(0, verb - 2) : verb]
    if "will" in before[-1:] or (before[-1:] and reading.tags[verb - 1] == "M" and before[0] == "will"):
        return True
    return before[-1:] == ["to"] and len(before) > 1 and verb_lemma(before[0]) in word_set("intending")


def _attributive(reading: Reading, mention: Mention) -> bool:
    """Whether a figure only says how long or old a thing is ("the 18-kilometre tunnel")."""
    tokens = reading.tokens
    return mention.kind is not Kind.COUNT and mention.first > 0 and tokens[mention.first - 1].norm in {"a", "an", "the"}


def _cause(reading: Reading, verb: int) -> list[str]:
    """The event that did it: "the ferry disaster off Lombok killed …": in ferry disaster off lombok."""
    base = verb_lemma(reading.tokens[verb].norm)
    if passive(reading, verb) or (base not in harmful() and base not in word_set("resulting")):
        return []
    subject = subject_of(reading, verb, reading.clause(verb)[0])
    if subject is None:
        return []
    head = lemma(reading.tokens[subject.head].norm)
    if head not in load_table("grammar")["event_nouns"] and head not in word_set("disasters"):
        return []
    more, _ = attached(reading, subject.last, verb, links=word_set("near") | word_set("far"))
    return ["in", *phrase_words(reading, subject), *more]


@cache
def harmful() -> frozenset[str]:
    """Verbs by which an event is told with those whom it befell."""
    return frozenset({*load_table("grammar")["befalling"], *word_set("harming")})
