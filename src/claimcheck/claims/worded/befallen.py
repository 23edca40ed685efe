"""What befalls those who are counted, and what is done with them."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import gerund, grammar, lemma, participle, verb_lemma
from claimcheck.claims.measured.counts import UNDERGONE
from claimcheck.claims.measured.model import Measured, main_verb, object_of, subject_of
from claimcheck.claims.measured.reported import completes
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import (
    PARTICLES,
    attached,
    befell,
    participle_of,
    passive,
    phrase_words,
    word_set,
)
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["attributive", "done_to", "harmful"]


def done_to(reading: Reading, mention: Mention, what: Measured, at: int, limit: int) -> tuple[list[str], list[str]]:
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
    if what.why == UNDERGONE:
        return [participle(what.event)], rest  # "led to the evacuation of 5,000 people"
    if verb is not None and verb_lemma(tokens[verb].norm) in word_set("resulting") and what.first >= mention.last:
        return _cause(reading, verb), rest
    if (verb is None or verb == 0) and (told := _told_to(reading, mention, what)):
        return ["to", "be", told], rest
    if verb is None or tags[verb] != "V":
        return [], rest
    if verb < what.first:
        if any(tags[k] in "VP" for k in range(verb + 1, min(what.first, _outset(reading, mention)))) or attributive(
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
    told_apart = any(tags[k] in "NZ" for k in range(at, verb)) and not _aside(reading, at, verb)
    if told_apart or reading.clause(verb) != reading.clause(mention.first):
        return [], [] if befell(reading, verb) else rest
    if tags[verb - 1] in "XM" and completes(reading, mention):
        return [], []
    target = None if passive(reading, verb) else object_of(reading, verb, len(tags))
    subject = mention.kind is Kind.COUNT and _heads_clause(reading, mention, what)
    spreading = _spent_on(reading, verb) if subject else []
    if spreading:
        return spreading, []
    if target is not None and target.first - verb <= _CLOSE and subject and _telling(reading, verb):
        return [gerund(verb_lemma(tokens[verb].norm)), *phrase_words(reading, target)], []
    if not befell(reading, verb):
        return [], rest
    if what.event in _states() and what.event != verb_lemma(tokens[verb].norm):
        return [what.event], []  # "are confirmed dead"
    if passive(reading, verb):
        done = ["to", "be", participle_of(reading, verb)] if _ahead(reading, verb) else [participle_of(reading, verb)]
    elif target is not None:
        return [], rest
    elif subject and (tokens[verb].norm.endswith("ing") or tokens[verb].norm == verb_lemma(tokens[verb].norm)):
        done = [gerund(verb_lemma(tokens[verb].norm))]
    else:
        done = [tokens[verb].norm]
    follows = reading.norms[verb + 1 : verb + 2]
    stranded = follows == ["against"] and tags[verb + 2 : verb + 3] in ([], ["."])  # "voted against"
    if follows and (stranded or follows[0] in PARTICLES) and reading.figure_at[verb + 1] < 0 and " " not in done[-1]:
        done = [*done[:-1], f"{done[-1]} {follows[0]}"]  # "turned up"
    return done, attached(reading, verb + 1 + (len(done[0].split()) > 1), len(tags), links=far | word_set("near"))[0]


def _aside(reading: Reading, at: int, verb: int) -> bool:
    """Whether two commas enclose all that stands between those counted and their verb: "people, mostly women, fled"."""
    last = verb - 1
    while last > at and reading.tags[last] in "XM":
        last -= 1
    enclosed = reading.norms[at] == reading.norms[last] == "," and at < last <= at + _LONGEST
    return enclosed and not any(reading.tags[k] in "VXG" for k in range(at, last))


_LONGEST = 9  # tokens of such an aside


def _outset(reading: Reading, mention: Mention) -> int:
    """The token with which an amount begins, with its noun that says how high it is: "a record level of 4 tonnes"."""
    at = mention.first - 1
    k = at - 1
    while at > 0 and reading.norms[at] == "of" and k >= 0 and reading.tags[k] in "NA":
        if reading.norms[k] in _PEAKS:
            return k
        k -= 1
    return mention.first


_PEAKS = frozenset({"record", "high", "low", "peak", "total"})


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


def attributive(reading: Reading, mention: Mention) -> bool:
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
def _states() -> frozenset[str]:
    """States that one is confirmed or found to be in: dead, missing."""
    return frozenset(load_table("grammar")["states"])


@cache
def harmful() -> frozenset[str]:
    """Verbs by which an event is told with those whom it befell."""
    return frozenset({*load_table("grammar")["befalling"], *word_set("harming")})
