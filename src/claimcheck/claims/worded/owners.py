"""Of what a bare property is, and what so many things have or are: "budget of plant", "people without doctor"."""

from __future__ import annotations

from claimcheck.claims.grammar import gerund, grammar, lemma, verb_lemma
from claimcheck.claims.measured.eventful import is_event
from claimcheck.claims.measured.model import Measured, main_verb, object_of, subject_of
from claimcheck.claims.phrases import Phrase, phrase_after, phrase_before
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.worded.doing import doing
from claimcheck.claims.worded.surface import attached, demonym, joined, passive, phrase_words, surface_of, word_set
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["owned", "with_effect", "with_event", "with_owner", "with_state"]

_HAVING = frozenset({"with", "having"})
_HAVE = frozenset({"have", "has", "had"})
_BE = frozenset({"is", "are", "was", "were"})


def with_owner(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """ "a plant with a budget of €4m": budget of plant; "a hospital with 351 beds": beds in hospital; "95%, against a
    target of 96%": target of what the clause is about.
    """
    if what.first < 0 or not text or mention.kind in TIMES:
        return text
    start = min(what.first, mention.first)
    k = start - 1
    while k > 0 and reading.tags[k] in "DM":
        k -= 1
    if k < 1:
        return text
    bare = [word for word in text.split() if word not in word_set("made")]
    if reading.norms[k] in _HAVING:
        end = k - (reading.norms[k - 1] == ",")
        owner = phrase_before(reading, end)
        if owner is None or owner.last != end or _dealing(reading, owner):
            return text
        if reading.tags[owner.first - 1 : owner.first] == ["P"] and owner.last - owner.first == 1:
            return text  # "puts to sea with a crew of 180"
        if reading.tags[owner.head] != "N":
            return _of_body(reading, mention, owner, text)
        last = _words(reading, what)
        link = "in" if mention.kind is Kind.COUNT and what.first >= mention.last else "of"
        return joined([*(last or bare), link, *phrase_words(reading, owner)])
    if len(bare) == 1 and bare[0] in word_set("standards") and reading.norms[k] in {"against", "with", "than"}:
        verb = main_verb(reading, mention)
        subject = subject_of(reading, verb, reading.clause(mention.first)[0]) if verb is not None else None
        named = phrase_words(reading, subject)
        return joined([*bare, "of", *named]) if named and named != bare else text
    return text


def owned(reading: Reading, mention: Mention, what: Measured, words: list[str]) -> list[str]:
    """A counted noun with how far it is what it is and the place among whose things it is that: "Peru's three most
    fertile valleys" are the most fertile Peruvian ones.
    """
    norms = reading.norms
    degree = norms[what.first - 1] if what.first > mention.last else ""
    degree = degree if degree in _DEGREES else ""
    first = norms[what.first]
    best = first in _BEST or (first.endswith("est") and len(first) > _SHORTEST and first not in word_set("like_most"))
    if not degree and not (best and what.last - what.first > 1):
        return words
    owner = next((name for name in reading.names if name.last == mention.first), None)
    if owner is not None and norms[mention.first - 1].endswith(("'s", "s'")):
        whose = demonym(owner.canonical) or (surface_of(reading, owner) if owner.place else "")
        words = [*words[:-1], whose, words[-1]] if whose and whose not in words else words
    return [degree, *words] if degree else words


_DEGREES = frozenset({"most", "least"})
_SHORTEST = 5  # letters of a superlative
_BEST = frozenset({"best", "worst", "top"})


def _of_body(reading: Reading, mention: Mention, owner: Phrase, text: str) -> str:
    """What a named body has, between commas: "Nordbank, with over 300 branches, …": nordbank branches."""
    name = next((name for name in reading.names if name.last == owner.last), None)
    if name is None or name.place or mention.kind is not Kind.COUNT or reading.norms[owner.last] != ",":
        return text
    return joined([surface_of(reading, name), *text.split()])


def _dealing(reading: Reading, owner: Phrase) -> bool:
    """Whether "with" after a noun names a party to it or says how, not what it has: "contracts with 12 suppliers"."""
    word = lemma(reading.norms[owner.head])
    event = word in load_table("grammar")["event_nouns"] or word in word_set("dealings")
    return event or word in word_set("empty") or word.endswith("est")


def _words(reading: Reading, what: Measured) -> list[str]:
    phrase = phrase_after(reading, what.first)
    return phrase_words(reading, phrase) if phrase is not None and phrase.last <= what.last else []


def with_state(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """ "people have no doctor": people without doctor; "orders were open", "turbines were back": their state."""
    if what.first < mention.last or not text or mention.kind is not Kind.COUNT:
        return text
    norms, tags = reading.norms, reading.tags
    at = _past_apposition(reading, what.last)
    if at >= len(norms):
        return text
    if norms[at] in _HAVE:
        none = norms[at + 1 : at + 2] == ["no"]
        never = norms[at + 1 : at + 2] == ["never"] and norms[at + 2 : at + 3] == ["had"]
        phrase = phrase_after(reading, at + (3 if never else 1))
        if not (none or never) or phrase is None or tags[phrase.head] != "N":
            return text
        return joined([*text.split(), "without", *phrase_words(reading, phrase)])
    if norms[at] in _BE and at + 1 < len(norms):
        after = at + 1 + (norms[at + 1] in {"still", "now", "not"})
        if tags[after : after + 1] == ["A"] and tags[after + 1 : after + 2] not in (["N"], ["Z"], ["A"]):
            return joined([*text.split(), norms[after]])
        if norms[after : after + 1] in (["back"], ["away"], ["out"]) and norms[after + 1 : after + 2] != ["of"]:
            return joined([*text.split(), norms[after]])
        if tags[after : after + 1] == ["P"] and norms[after] in {"in", "on", "under", "at", "out"}:
            more, _ = attached(reading, after, len(tags), links=frozenset({"in", "on", "under", "at"}))
            return joined([*text.split(), *more])
    return text


def with_effect(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """ "The law takes effect on 1 January": when a law does so is not when there is one."""
    verb = main_verb(reading, mention) if text and what.verb < 0 else None
    if verb is None or verb_lemma(reading.norms[verb]) != "take" or reading.norms[verb + 1 : verb + 2] != ["effect"]:
        return text
    return text if "effect" in text.split() else joined([*text.split(), reading.norms[verb], "effect"])


def _past_apposition(reading: Reading, at: int) -> int:
    """The token after what commas put beside a noun: "some 148,000 people, about one in five, have"."""
    if reading.norms[at : at + 1] != [","]:
        return at
    close = next((k for k in range(at + 1, min(at + _SHORT, len(reading.norms))) if reading.norms[k] == ","), at)
    return close + 1 if close > at and not any(mark in "VX" for mark in reading.tags[at:close]) else at


_SHORT = 8


def with_event(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """What those counted die of, do by a clause of their own, or take part in: "deaths", "laboratories reading tests",
    "ships in exercise", "regions with trial".
    """
    if what.first < mention.last or not text or mention.kind is not Kind.COUNT:
        return text
    words = text.split()
    if words[-1] in {"died", "dying"}:
        where = len(words) > _FEW and words[1] in grammar().prepositions  # "people on board died"
        people = words[:-1] if where else [word for word in words[:-1] if word != "people"]
        return joined(["deaths", *(["of", *people] if people else [])])
    if len(words) > _FEW:
        return text
    at = what.last
    if reading.norms[at : at + 1] in (["who"], ["that"]):
        verb = next((k for k in range(at + 1, len(reading.tags)) if reading.tags[k] not in "XM"), -1)
        told = doing(reading, verb) if verb > 0 and reading.tags[verb] == "V" else []
        return joined([*words, *told]) if told else text
    return joined([*words, *(_going(reading, mention, at) or _taken_part(reading, mention))])


_FEW = 2


def _going(reading: Reading, mention: Mention, verb: int) -> list[str]:
    """Where those counted come or go: "people coming to museum", "cars passing through tunnel"."""
    if verb + 1 >= len(reading.tags) or reading.tags[verb] != "V" or reading.norms[verb + 1] not in _TOWARDS:
        return []
    base = verb_lemma(reading.norms[verb])
    opens = reading.tags[mention.first - 1 : mention.first] != ["P"]
    if base not in {"come", "go", "pass", "run"} or passive(reading, verb) or not opens:
        return []
    more, _ = attached(reading, verb + 1, len(reading.tags), links=_TOWARDS)
    return [gerund(base), *more] if more else []


_TOWARDS = frozenset({"to", "through", "into", "across", "over"})


def _taken_part(reading: Reading, mention: Mention) -> list[str]:
    """The event that brings so many things together, or what is done in so many places."""
    verb = main_verb(reading, mention)
    if verb is None or verb > mention.first or reading.tags[verb] != "V":
        return []
    between = reading.tags[verb + 1 : mention.first]
    if verb_lemma(reading.norms[verb]) in word_set("gathering") and set(between) <= set("MDUNAC.-"):
        subject = subject_of(reading, verb, reading.clause(mention.first)[0])
        event = subject is not None and is_event(reading.norms[subject.head])
        return ["in", *phrase_words(reading, subject)] if event else []
    if reading.norms[mention.first - 1] != "in" or passive(reading, verb):
        return []
    target = object_of(reading, verb, mention.first)
    if target is None or reading.tags[target.head] != "N" or target.last != mention.first - 1:
        return []
    if lemma(reading.norms[target.head]) in word_set("empty"):
        return []
    return ["with", *phrase_words(reading, target)]
