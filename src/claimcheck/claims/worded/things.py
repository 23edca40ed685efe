"""Counts, sums, lengths: the noun with what hangs on it and what befell it."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma, participle, verb_lemma
from claimcheck.claims.measured.model import BEFORE, BESIDE, Measured, main_verb
from claimcheck.claims.measured.reported import IN_STATE
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.befallen import done_to
from claimcheck.claims.worded.owners import owned
from claimcheck.claims.worded.reasons import reason_of, related_to
from claimcheck.claims.worded.surface import (
    attached,
    joined,
    participle_of,
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
_COUNT, _MONEY = Kind.COUNT, Kind.MONEY
_ENOUGH = 2
_PARTIES = frozenset({"with", "between"})
# How many words a noun may have that takes a further phrase.
ROOM = 3


def of_thing(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "63 passengers killed off Lombok", "12 functions for parsing dates"."""
    core = what.measure.split()
    if not _COMPOSED.isdisjoint(core):
        return respelled(reading, what.measure, mention.first)
    noun = spelled(reading, what.first, what.last)
    known = {lemma(part) for word in noun for part in (word, word.rpartition("-")[2])} - {"of"}
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
    if mention.kind is _COUNT and what.first >= mention.last:
        words = owned(reading, mention, what, words)
    limit = _limit(reading, mention)
    listed = _list_end(reading, mention, what) if mention.kind is _COUNT else -1
    if mention.kind is _MONEY:
        return joined([*words, *_completed(reading, mention, what)])
    at = what.last
    if at <= mention.first and all(reading.tags[k] in "PM" for k in range(at, mention.first)):
        at = mention.last
    said = reading.tags[mention.last : mention.last + 1] == ["P"] and reading.norms[mention.last] != "of"
    if what.why in (BEFORE, BESIDE) and said:
        at = mention.last  # "300 men from Peru, 200 from Chile"
    if mention.kind is _COUNT and what.last > mention.first and (related := related_to(reading, what.last)):
        return joined([*words, *related])
    if mention.kind is _COUNT and what.last > mention.first and (busy := _busy(reading, what.last)):
        return joined([*words, *busy])
    verb = main_verb(reading, mention) if mention.kind is _COUNT else None
    reason, why = reason_of(reading, verb) if verb is not None else (-1, [])
    limit = reason if reason >= at else limit
    border = mention.kind is Kind.MEASURE and lemma(noun[-1] if noun else "") in _BORDERS
    near, at = attached(reading, at, limit, links=word_set("near"), skip=_NOBODY if border else _PARTIES)
    if len(words) <= ROOM and not why:
        words += near
    if what.why == IN_STATE:  # "40 are feared dead off Kos"
        return joined(
            [
                *(words if noun == ["dead"] else what.measure.split()),
                *attached(reading, what.last, limit, links=word_set("far"))[0],
            ]
        )
    done, rest = done_to(reading, mention, what, at, limit)
    if why and verb is not None:
        words = spelled(reading, what.first, reason) if what.first < reason < what.last else words
        return joined([*words, participle_of(reading, verb), *why])
    if listed > 0:
        done, rest = [], attached(reading, listed, len(reading.tokens), links=word_set("far"))[0]
        return joined([*words, *rest])
    words += done or [word if word.endswith("ed") else participle(verb_lemma(word)) for word in tail]
    if len(words) < _ENOUGH + bool(done):
        words += rest
    return joined(words)


def _busy(reading: Reading, at: int) -> list[str]:
    """What those before a token do by an -ing form with its object: "83 pupils learning Spanish"."""
    if reading.tags[at : at + 1] != ["G"]:
        return []
    verb = verb_lemma(reading.norms[at])
    if silent(verb) and verb not in word_set("busy"):
        return []
    phrase = phrase_after(reading, at + 1)
    near = phrase is not None and phrase.first - at <= 2 and reading.tags[phrase.head] in "NZ"
    return [reading.norms[at], *spelled(reading, phrase.first, phrase.last)] if near and phrase is not None else []


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
        more, _ = attached(reading, what.last, mention.first, links=_COMPLETING, skip=_TOLD_APART)
    if not more and mention.kind is Kind.MONEY:
        more = _purpose(reading, mention, what)
    inside = reading.norms[mention.core : mention.last]
    per = lemma(inside[-1]) if "per" in inside[-2:-1] else ""
    return [*more, *(["per", per] if per and per not in _TIMED else [])]


_NOBODY: frozenset[str] = frozenset()
_BORDERS = frozenset({"border", "frontier", "boundary"})
_TOLD_APART = frozenset({"in", "between"})
_COMPLETING = (word_set("near") - {"with", "without", "per", "under"}) | {"at", "since"}
_TIMED = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "night", "season", "quarter", "annum"})


def _purpose(reading: Reading, mention: Mention, what: Measured) -> list[str]:
    """What money is for: "a loan to Ghana for rural electrification", "a contract with X to build a bridge"."""
    tokens, tags = reading.tokens, reading.tags
    if what.measure == "debt" and what.event == "owe":
        return _creditor(reading, mention)
    start = max(what.last, mention.last)
    limit = reading.clause(mention.first)[1]
    if tokens[start : start + 1] and tokens[start].text == "(":  # "loans of $4m (€3m) from the bank"
        start = next((k + 1 for k in range(start, min(start + _BRACKET, limit)) if tokens[k].text == ")"), start)
    links = word_set("purpose") | {"in"} if what.head == "investment" else word_set("purpose")
    if what.head in load_table("transfers")["give"]["nouns"]:
        links |= {"to"}
    most = 1 + ("to" in links)
    words, at = attached(reading, start, limit, links=links, most=most, skip=frozenset({"with", "to", "from"}))
    if not words and (giver := _giver(reading, mention, start)):
        return giver
    if words or at >= limit:
        return words
    if tags[at] == "T" and at + 2 < limit:
        k = at + 2
        while k < limit and (tags[k] in "DAUNZG-M" or tokens[k].norm == "of"):
            k += 1
        inside = spelled(reading, at + 2, k)
        averts = verb_lemma(tokens[at + 1].norm) in word_set("averting")
        return [*(["to", tokens[at + 1].norm] if averts else ["for"]), *inside] if inside else []
    return []


_BRACKET = 9  # tokens of the same sum in another currency


def _giver(reading: Reading, mention: Mention, at: int) -> list[str]:
    """Which body a received sum is from: "got a grant of €40,000 from the Orm Trust"."""
    verb = main_verb(reading, mention) if reading.norms[at : at + 1] == ["from"] else None
    if verb is None or verb_lemma(reading.norms[verb]) not in word_set("receiving"):
        return []
    first = at + 1 + (reading.tags[at + 1 : at + 2] == ["D"])
    name = next((one for one in reading.names if one.first == first), None)
    if name is None or name.place or reading.tags[name.last : name.last + 1] in (["N"], ["A"]):
        return []
    if reading.tags[name.last : name.last + 2] == ["T", "V"]:
        return _purpose(reading, mention, Measured(first=name.last, last=name.last))
    return ["from", *spelled(reading, name.first, name.last)]


def _creditor(reading: Reading, mention: Mention) -> list[str]:
    """To whom a debt is owed: "owes $4m to Peru", "owes Peru $4m"."""
    owed = next((k for k in range(mention.last, len(reading.norms) - 1) if reading.norms[k] == "owed"), -1)
    if owed > 0 and reading.norms[owed + 1] == "to" and reading.tags[owed - 1] in "XM":
        last = reading.clause(owed)[1]
        return attached(reading, owed + 1, last, links=_PARTIES | {"to", "in"})[0]
    to = mention.last < len(reading.tokens) and reading.tokens[mention.last].norm == "to"
    near = mention.last + 1 if to else mention.first
    for name in reading.names:
        if (name.first == near) if to else (name.last == near):
            return ["to", *spelled(reading, name.first, name.last)]
    return []
