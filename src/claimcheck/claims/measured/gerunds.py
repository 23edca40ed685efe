"""What somebody does as the subject of a clause: "Renewing the tunnel has a budget of £43m" is its renewal's."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.measured.arguments import object_of, subject_of
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.phrases import Phrase, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["OWNED", "TO_DO", "Deed", "deed_noun", "had", "undertaken"]

OWNED = "the property and what has it"
TO_DO = "what the subject is to do"
Deed = tuple[int, Phrase | None]
"""The token of a gerund and what is done to."""

_HAVE = frozenset({"has", "have", "had"})


def undertaken(reading: Reading, verb: int) -> Deed | None:
    """The gerund that is the subject of a verb, with its object: "Painting the bridge takes …"."""
    tags = reading.tags
    first = reading.clause(verb)[0]
    while first < verb and tags[first] in "CM.":
        first += 1
    end = verb
    while end > first and tags[end - 1] in "XM":
        end -= 1
    if first >= end or tags[first] != "G" or any(mark in "VXG" for mark in tags[first + 1 : end]):
        return None
    if not _PAUSES.isdisjoint(reading.norms[first:end]):
        return None
    if tags[first + 1] == "P":
        return first, None
    target = object_of(reading, first, end)
    if target is None:
        return (first, None) if first + 1 == end else None
    bare = target.first == first + 1 and tags[target.head] == "N"
    return None if bare and not _agrees(reading, target, end) else (first, target)


def _agrees(reading: Reading, target: Phrase, at: int) -> bool:
    """Whether a verb is singular after a bare plural, so that its subject is the gerund: "Painting bridges takes"."""
    word, said = reading.norms[target.head], reading.norms[at]
    return lemma(word) != word and (said in {"has", "is", "was"} or grammar().verb_forms.get(said, ("", ""))[1] == "s")


def deed_noun(reading: Reading, at: int) -> str:
    """The noun of what a gerund does, "renewal" of "renewing"; empty where making it is all that it says."""
    base = verb_lemma(reading.norms[at])
    table = load_table("wording")
    return "" if base in table["making"] else str(table["deeds"].get(base, reading.norms[at]))


def had(reading: Reading, mention: Mention, found: Measured) -> Measured:
    """The owner of a bare property that its clause says is had: "The dam has a height of 40 m": height of dam."""
    norms, tags = reading.norms, reading.tags
    if not found.measure or " of " in found.measure or not 1 < found.first < found.last < mention.first:
        return found
    if any(norm not in _LINKS and tag != "M" for norm, tag in _between(reading, found.last, mention.first)):
        return found
    verb = found.first - 1
    while verb > 0 and tags[verb] in "DA":
        verb -= 1
    if norms[mention.first - 1] not in _LINKS or lemma(found.head) not in _owned():
        return found
    if norms[verb] == "at":
        return _owned_at(reading, verb, found)
    if norms[verb] not in _HAVE and verb_lemma(norms[verb]) not in _REACHING:
        return found
    deed = undertaken(reading, verb)
    if deed is not None:
        noun = deed_noun(reading, deed[0])
        target = from_phrase(reading, deed[1], "").measure if deed[1] is not None else ""
        text = " of ".join(part for part in (found.measure, noun, target) if part)
        return evolve(found, measure=text, why=OWNED)
    subject = subject_of(reading, verb, reading.clause(verb)[0])
    if subject is None or subject.last > verb or tags[subject.head] != "N":
        return found
    owner = from_phrase(reading, subject, "").measure
    return evolve(found, measure=f"{found.measure} of {owner}", why=OWNED) if owner else found


def _owned_at(reading: Reading, at: int, found: Measured) -> Measured:
    """The owner of a bare property that a clause tells by the way: "built the dam at a cost of €4m": cost of dam;
    "struck at a depth of 18 km": depth of what did.
    """
    owner = phrase_before(reading, at)
    if owner is None or owner.last != at or reading.tags[owner.head] != "N":
        first = reading.clause(at)[0]
        verb = next((k for k in range(at - 1, first, -1) if reading.tags[k] in "VX"), None)
        owner = subject_of(reading, verb, first) if verb is not None else None
        if owner is None or reading.tags[owner.head] != "N":
            return found
    what = from_phrase(reading, owner, "").measure
    return evolve(found, measure=f"{found.measure} of {what}", why=OWNED) if what else found


_REACHING = frozenset({"reach", "attain", "achieve"})
_PAUSES = frozenset({",", ";", ":", "–", "—"})
_LINKS = frozenset({"of", "up", "to", "at", "least", "about"})


def _between(reading: Reading, first: int, last: int) -> list[tuple[str, str]]:
    return list(zip(reading.norms[first:last], reading.tags[first:last], strict=True))


@cache
def _owned() -> frozenset[str]:
    table = load_table("wording")
    return frozenset({*table["properties"], *table["owned"]})
