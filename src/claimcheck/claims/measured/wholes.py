"""All of them in front and some behind a comma: "Of the 87 lawmakers present, 59 backed it", "Of 40 ships, 12 sank"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.phrases import Phrase, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["SOME_OF_ALL", "of_all", "verb_of_some"]

SOME_OF_ALL = "those of all of whom the sentence opens with"
_OPENING = frozenset({"of", "among"})
_FAR = 12  # tokens from all of them to the comma


def of_all(reading: Reading, mention: Mention) -> Measured | None:
    """The noun that a sentence opens with, for the number of all of them and for that of some."""
    found = _opening(reading, mention)
    if found is None:
        return None
    whole, noun = found
    made = from_phrase(reading, noun, "the noun after the number")
    if mention.first == whole.first:
        return made if _some(reading, whole, noun) else None  # what some did, not all did
    verb = verb_of_some(reading, mention)
    return evolve(made, why=SOME_OF_ALL, event=verb_lemma(reading.norms[verb])) if verb > 0 else None


def verb_of_some(reading: Reading, mention: Mention) -> int:
    """The verb of those right behind their number: "12 sank", "40 have since left"; -1 where a noun follows."""
    at = mention.last
    while at < len(reading.tags) and reading.tags[at] in "XM":
        at += 1
    return at if at < len(reading.tags) and reading.tags[at] == "V" else -1


def _opening(reading: Reading, mention: Mention) -> tuple[Mention, Phrase] | None:
    """The number of all with its noun, where the sentence opens with it and the given number is of all or some."""
    first = reading.clause(0)[0]
    first += reading.norms[first : first + 2] == ["out", "of"]
    if not reading.norms or reading.norms[first] not in _OPENING or mention.kind is not Kind.COUNT:
        return None
    whole = next((one for one in reading.mentions if one.kind is Kind.COUNT and one.first <= first + 2), None)
    if whole is None or any(reading.tags[k] not in "D" for k in range(first + 1, whole.first)):
        return None
    noun = phrase_after(reading, whole.last)
    if noun is None or noun.first != whole.last or reading.tags[noun.head] != "N":
        return None
    if mention.first != whole.first and not _behind(reading, noun, mention):
        return None
    return whole, noun


def _behind(reading: Reading, noun: Phrase, mention: Mention) -> bool:
    """Whether a number stands right behind the comma after those of whom the sentence opens with."""
    at = mention.first - 1
    while at > noun.last and reading.tags[at] in "MD":
        at -= 1
    if at < noun.last or at - noun.last > _FAR or reading.tokens[at].text != ",":
        return False
    return not any(reading.tags[k] in "VX." for k in range(noun.last, at))


def _some(reading: Reading, whole: Mention, noun: Phrase) -> bool:
    return any(
        one.kind is Kind.COUNT
        and one.first > whole.first
        and _behind(reading, noun, one)
        and verb_of_some(reading, one) > 0
        for one in reading.mentions
    )
