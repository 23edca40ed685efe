"""What those who are counted do, or what is done with them: predicates as participles."""

from __future__ import annotations

from claimcheck.claims.grammar import gerund, lemma, verb_lemma
from claimcheck.claims.measured import measured
from claimcheck.claims.measured.antecedents import participial
from claimcheck.claims.measured.model import main_verb, object_of, subject_of
from claimcheck.claims.phrases import Phrase, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import (
    PARTICLES,
    attached,
    joined,
    participle_of,
    passive,
    phrase_words,
    spelled,
    word_set,
)
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["agent_of", "antecedent", "being", "doing", "of_deed", "of_which", "predicate_of"]

_SHORT = 3  # words of an agent that a measure has room for
_REACH = 6  # tokens between a subject and its verb
_TIMES = frozenset({Kind.DATE, Kind.PERIOD})


def predicate_of(reading: Reading, at: int) -> int | None:
    """The verb of the subject that ends before token ``at``, stepping over its auxiliaries and one phrase of place."""
    tags = reading.tags
    k = at
    while (
        k < len(tags)
        and k < at + _REACH
        and not _having(reading, k)
        and (tags[k] in "XM" or (tags[k] in "PDZN" and _placing(reading, at, k)))
    ):
        k += 1
    return k if k < len(tags) and (tags[k] == "V" or _having(reading, k)) and k > at - 1 else None


def _having(reading: Reading, k: int) -> bool:
    """Whether a form of "have" has an object of its own: "had a connection"."""
    return reading.norms[k] in {"has", "have", "had"} and reading.tags[k + 1 : k + 2] in (["D"], ["N"])


def _placing(reading: Reading, at: int, k: int) -> bool:
    """Whether a token is of a phrase of place right after a subject: "81% of households in Suva had …"."""
    return reading.tags[at] == "P" and reading.norms[at] in {"in", "at", "on", "near"} and "V" not in reading.tags[at:k]


def doing(reading: Reading, verb: int) -> list[str]:
    """A predicate as a participle: "naming housing", "depending on lifts", "with connection", "covered by them"."""
    norms, tags = reading.norms, reading.tags
    base = "have" if _having(reading, verb) else verb_lemma(norms[verb])
    limit = reading.clause(verb)[1]
    if base in word_set("reporting"):
        inner = _reported(reading, verb)
        if inner is None:
            return []
        return [norms[inner], *phrase_words(reading, object_of(reading, inner, len(tags)))]
    target = None if passive(reading, verb) else object_of(reading, verb, limit)
    if target is not None and (target.first - verb > _SHORT or "P" in reading.tags[verb + 1 : target.first]):
        target = None
    if base == "have":
        return ["with", *phrase_words(reading, target)] if target is not None else []
    first = participle_of(reading, verb) if passive(reading, verb) or _reduced(reading, verb) else gerund(base)
    if target is None and tags[verb + 1 : verb + 2] == ["G"]:
        target = Phrase(verb + 1, verb + 2, verb + 1)  # "named housing"
        first = f"{first} {norms[verb + 1]}"
    elif target is None and tags[verb + 1 : verb + 3] == ["T", "V"]:
        first, verb = f"{first} to {norms[verb + 2]}", verb + 2
    at = target.last if target is not None else verb + 1
    while at < limit and reading.tokens[at].text in "\"”’'»":
        at += 1
    if target is None and verb + 1 < limit and norms[verb + 1] in PARTICLES and " " not in first:
        first, at = f"{first} {norms[verb + 1]}", verb + 2  # "ended up in the bin"
    if tags[at : at + 3] == ["P", "C", "P"]:
        at += 2  # "live in or near the town"
    more, _ = attached(reading, at, limit, links=_LINKS, most=2 if target is None else 1)
    return [first, *phrase_words(reading, target), *more]


def _reduced(reading: Reading, verb: int) -> bool:
    """Whether a participle right after its noun says what was done with it: "90% of girls vaccinated by 15"."""
    after = reading.norms[verb + 1 : verb + 2]
    ends = not after or after[0] in {"by", "and", "or", ",", ".", ";"}
    return ends and verb > 0 and reading.tags[verb - 1] in "NZ" and participial(reading.norms[verb])


_LINKS = frozenset(
    {"in", "on", "at", "to", "by", "as", "for", "from", "through", "near", "with", "into", "of", "against"}
)


def _reported(reading: Reading, verb: int) -> int | None:
    """The verb of the clause that a verb of saying introduces: "said that they had lost pasture"."""
    if reading.norms[verb + 1 : verb + 2] != ["that"]:
        return None
    return next((k for k in range(verb + 2, min(verb + _REACH + 2, len(reading.tags))) if reading.tags[k] == "V"), None)


def agent_of(reading: Reading, verb: int) -> list[str]:
    """Who does it, where a common noun says so: "by donors"."""
    subject = subject_of(reading, verb, reading.clause(verb)[0]) if not passive(reading, verb) else None
    if subject is None or reading.tags[subject.head] != "N" or subject.last > verb:
        return []
    words = phrase_words(reading, subject)
    return ["by", *words] if words and len(words) <= _SHORT else []


def of_which(reading: Reading, mention: Mention) -> str:
    """ "14 locomotives, of which nine are still in service", "repairs of £4m, of which the state paid a third"."""
    if _RELATIVE.isdisjoint(reading.scan.vocabulary):
        return ""
    from claimcheck.claims.worded import worded

    norms, tags = reading.norms, reading.tags
    at = mention.first
    hinge = next((k for k in range(at - 1, max(at - _FAR, 0), -1) if norms[k] in _RELATIVE), -1)
    if hinge < 2 or norms[hinge - 1] != "of" or reading.tokens[hinge - 2].text != ",":
        return ""
    before = [k for k, other in enumerate(reading.mentions) if other.last < hinge and other.kind not in _TIMES]
    whole = worded(reading, before[-1], measured(reading, before[-1]), None) if before else ""
    if not whole:
        phrase = phrase_before(reading, hinge - 2)
        whole = " ".join(spelled(reading, phrase.first, phrase.last)) if phrase is not None else ""
    verb = next((k for k in range(at - 1, hinge, -1) if tags[k] == "V"), None)
    if verb is not None:
        said = [participle_of(reading, verb), *agent_of(reading, verb)]
    else:
        said = being(reading, mention.last)
    lead = ["share", "of"] if mention.kind in {Kind.PERCENT, Kind.RATIO} else []
    return joined([*lead, *whole.split(), *said]) if whole and said else ""


_FAR = 8
_RELATIVE = frozenset({"which", "whom"})


def being(reading: Reading, at: int) -> list[str]:
    """What so many of them are or what was done with them: "are still in service", "had been paid out"."""
    tags, k = reading.tags, at
    while k < len(tags) and (tags[k] == "X" or reading.norms[k] in {"not", "now"}):
        k += 1
    if k == at:
        return []
    still = [reading.norms[k]] if k < len(tags) and reading.norms[k] == "still" else []
    k += len(still)
    if k < len(tags) and tags[k] == "V":
        return [*still, *doing(reading, k)]
    if k < len(tags) and tags[k] == "P":
        return [*still, *attached(reading, k, len(tags), links=_LINKS)[0]]
    return [*still, reading.norms[k]] if k < len(tags) and tags[k] == "A" else []


def of_deed(reading: Reading, mention: Mention, text: str) -> str:
    """What is done again and again, or for so long, as a noun: "inspection of turbines" for "turbines inspected"."""
    words = text.split()
    noun = load_table("wording")["deeds"].get(verb_lemma(words[-1])) if len(words) > 1 else None
    ends = words[-1].endswith("ed") if noun else False
    verb = main_verb(reading, mention) if ends else None
    if verb is not None and not passive(reading, verb):
        doer = subject_of(reading, verb, reading.clause(verb)[0])
        ends = doer is None or words[0] not in reading.norms[doer.first : doer.last]
    return joined([noun, "of", *words[:-1]]) if noun and ends else text


def antecedent(reading: Reading, at: int) -> list[str]:
    """What a pronoun stands for: the noun before its clause, or else the subject of the sentence before."""
    first = reading.clause(at)[0]
    inside = phrase_before(reading, first) if first else None
    if inside is not None and reading.tags[inside.head] == "N":
        return phrase_words(reading, inside)
    fronted = _fronted(reading, first, at)
    if fronted is not None:
        return phrase_words(reading, fronted)
    before = reading.sentence_before()
    main = next((k for k, mark in enumerate(before.tags) if mark in "VX"), None) if before is not None else None
    phrase = subject_of(before, main, 0) if before is not None and main is not None else None
    if before is None or phrase is None or main is None:
        return []
    if reading.norms[at] == "it" and _plural(before, phrase):
        # "The ministers signed the treaty. Peru ratified it": one thing is meant.
        other = object_of(before, main, len(before.tags))
        phrase = other if other is not None and not _plural(before, other) else phrase
    near = attached(before, phrase.last, len(before.tokens), links=_COMPLETING)[0]
    return [*phrase_words(before, phrase), *near]


def _fronted(reading: Reading, first: int, at: int) -> Phrase | None:
    """The subject of a clause put before the pronoun's: "Once the trains are back, they may run at 90 km/h"."""
    if reading.norms[first] not in load_table("wording")["fronting"] or reading.norms[at - 1] != ",":
        return None
    verb = next((k for k in range(first + 1, at) if reading.tags[k] in "VX"), None)
    subject = phrase_before(reading, verb, first + 1) if verb is not None else None
    if subject is None or subject.last != verb or reading.tags[subject.head] != "N":
        return None
    return subject if _plural(reading, subject) is (reading.norms[at] in {"they", "them", "their"}) else None


def _plural(reading: Reading, phrase: Phrase) -> bool:
    word = reading.norms[phrase.head]
    return reading.tags[phrase.head] == "N" and lemma(word) != word


_COMPLETING = frozenset({"of", "on", "for", "against"})
