"""Parts that only an adjective tells: "40 buses (25 electric, 15 diesel-powered)", "12 are heated and 4 unheated".

The noun is that of the count before; each part has its own adjective, and never that of another.
"""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.phrases import Phrase, normalise, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["of_part"]

_LONGEST = 6  # tokens of what a part is told to be
_BETWEEN = 2  # tokens from one part to the next
_OF_PLACES = ("an", "ish", "ese", "ch", "ss", "i", "ek", "ic", "er", "ot", "se")
_ENDS = frozenset({".", ",", ";", ")", "]", ":", "—", "–", "!", "?"})
_WHOLES = frozenset({"(", "[", ":", "—", "–"})
_AND = frozenset({"and", "or", "but", "while", "whereas", "with", "plus"})

_TAKEN_UP = (["them"], ["these"], ["those"], ["which"], ["whom"])
_LEADS = frozenset({"(", "[", ",", ";", ":"}) | _AND


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("parts")[name])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load_table("parts")["compound_endings"])


def of_part(reading: Reading, mention: Mention) -> Measured | None:
    """The noun counted before with the adjective that tells the part; None where the figure has a noun of its own."""
    if mention.kind is not Kind.COUNT:
        return None
    own = _with_noun(reading, mention)
    if own is not None:
        return own
    at = mention.last
    of_them = reading.norms[at : at + 1] == ["of"] and reading.norms[at + 1 : at + 2][:1] in _TAKEN_UP
    at += 2 * of_them
    stated = reading.norms[at : at + 1] and reading.norms[at] in _words("being")
    lead = reading.norms[mention.first - 1] if mention.first else ""
    beside = not stated and (lead in {"(", "["} or _after_part(reading, mention))
    said = _described(reading, at + bool(stated), participles=beside, goes_on=bool(stated))
    if said is None or not (stated or of_them or lead in _LEADS):
        return None
    noun = _noun_before(reading, mention)
    if noun is None:
        return None
    made = _made(*noun, reading, said)
    if stated or of_them or "-" not in reading.tags[said.first : said.last]:
        return made
    told = made.label.split()[0]
    return evolve(made, measure=told, head=told)  # a compound says of itself which things they are, by any noun


def _after_part(reading: Reading, mention: Mention) -> bool:
    """Whether the count before is itself a part told by an adjective: "12 new and 28 refurbished"."""
    before = [one for one in reading.mentions if one.last <= mention.first and one.kind is mention.kind]
    said = _described(reading, before[-1].last) if before else None
    return said is not None and mention.first - said.last <= _BETWEEN


def _with_noun(reading: Reading, mention: Mention) -> Measured | None:
    """ "15 signals are scoring-active and 8 are report-only": the first part, which has the noun itself."""
    phrase = phrase_after(reading, mention.last)
    if phrase is None or phrase.first != mention.last or reading.tags[phrase.head] != "N":
        return None
    if reading.norms[phrase.last : phrase.last + 1] == [] or reading.norms[phrase.last] not in _words("being"):
        return None
    said = _described(reading, phrase.last + 1, goes_on=True)
    compound = said is not None and "-" in reading.tags[said.first : said.last]
    if said is None or not (compound or _goes_on(reading, mention, said.last)):
        return None
    return _made(reading, phrase, reading, said)


def _goes_on(reading: Reading, mention: Mention, at: int) -> bool:
    """Whether another part without a noun follows: "… and 8 are report-only", ", 4 unheated"."""
    for other in reading.mentions:
        if other.first < at or other.kind is not mention.kind:
            continue
        if other.first - at > _BETWEEN or any(
            reading.norms[k] not in {",", ";", *_AND} for k in range(at, other.first)
        ):
            return False
        stated = reading.norms[other.last : other.last + 1] and reading.norms[other.last] in _words("being")
        return _described(reading, other.last + bool(stated), goes_on=bool(stated)) is not None
    return False


def _described(reading: Reading, at: int, *, participles: bool = False, goes_on: bool = False) -> Phrase | None:
    """The adjective, or participle, that ends its clause at token ``at``: "electric", "report-only", "French".

    With ``goes_on`` a preposition may follow: "are report-only until May".
    """
    tokens, tags = reading.tokens, reading.tags
    first = at
    while first < len(tokens) and tags[first] == "M" and tokens[first].norm not in _words("adjectives"):
        first += 1
    last = first
    while last < len(tokens) and last - first < _LONGEST and tokens[last].norm not in _AND:
        if tags[last] not in "ANVGMZ-" and not (last > first and tags[last - 1] == "-"):
            break
        last += 1
    if last == first:
        return None
    if last < len(tokens) and tokens[last].text not in _ENDS and tokens[last].norm not in _AND:
        if not (goes_on and tags[last] in "PT"):
            return None
    end = last - 1
    compound = end - 2 >= first and tags[end - 1] == "-"
    if end - first > (2 if compound else 0):
        return None
    told = participles and tags[end] == "V" and tokens[end].norm.endswith("ed")
    if not told and not _adjective(reading, end, compound=compound):
        return None
    return Phrase(first, last, end)


def _adjective(reading: Reading, at: int, *, compound: bool) -> bool:
    word = reading.norms[at]
    if reading.tags[at] == "Z":
        return not compound and _demonym(reading, at)
    if word in grammar().adjectives or word in _words("adjectives"):
        return True
    if compound:
        return word in _words("compound_ends") or word.endswith(_endings()) or reading.tags[at] == "A"
    return reading.tags[at] == "A" or (word.startswith("un") and word.endswith("ed"))


def _demonym(reading: Reading, at: int) -> bool:
    """Whether a single word names people or things of a place: "Belgian"."""
    word = reading.norms[at]
    return any(
        name.known and name.last - name.first == 1 and (name.adjective or name.canonical.lower() != word)
        for name in reading.names_in(at, at + 1)
    ) and word.endswith(_OF_PLACES)


def _noun_before(reading: Reading, mention: Mention) -> tuple[Reading, Phrase] | None:
    """The noun of the nearest count before that has one, in the sentence or else in the one before."""
    counts = [one for one in reading.mentions if one.last <= mention.first and one.kind is mention.kind]
    for index, other in reversed(list(enumerate(counts))):
        gap = reading.norms[other.last : mention.first]
        found = _counted(reading, other, any_noun="(" in gap or "[" in gap)
        if found is not None:
            bracketed = "(" in gap or "[" in gap
            if not bracketed and index and _listed(reading, counts[index - 1], other, found):
                return None
            whole = any(reading.norms[k] in _WHOLES for k in range(found.last, mention.first))
            return reading, found if whole or _stated(reading, found) else _stripped(reading, found)
    before = reading.sentence_before()
    if before is None:
        return None
    for other in before.mentions:
        found = _counted(before, other) if other.kind is mention.kind else None
        if found is not None:
            return before, found
    return None


def _listed(reading: Reading, one: Mention, other: Mention, noun: Phrase) -> bool:
    """Whether two nouns are counted side by side ("80 villages and 12 towns"): of which a part is, nobody knows."""
    first = _counted(reading, one)
    if first is None or reading.norms[first.head] == reading.norms[noun.head]:
        return False
    return other.first - first.last <= _BETWEEN and reading.norms[other.first - 1] in {",", *_AND}


def _counted(reading: Reading, other: Mention, *, any_noun: bool = False) -> Phrase | None:
    """The plural, or any noun, that a count has for its noun, where it is no part told by an adjective itself."""
    if _described(reading, other.last) is not None:
        return None
    phrase = phrase_after(reading, other.last)
    if phrase is None or phrase.first != other.last or reading.tags[phrase.head] != "N":
        return None
    word = reading.norms[phrase.head]
    plural = lemma(word) != word or word in load_table("number_words")["people"]["words"]
    return phrase if plural or any_noun else None


def _stated(reading: Reading, phrase: Phrase) -> bool:
    """Whether a verb tells what those counted are: then what stands before the noun is of all of them."""
    return reading.tags[phrase.last : phrase.last + 1] in (["X"], ["V"]) or reading.norms[phrase.last :][:1] == [","]


def _stripped(reading: Reading, phrase: Phrase) -> Phrase:
    """The noun without the adjectives that tell the first part: "15 red buses and 8 blue"."""
    first = phrase.first
    while first < phrase.head and (reading.tags[first] in "A-" or reading.tags[first + 1] == "-"):
        first += 1
    return Phrase(first, phrase.last, phrase.head)


def _made(held: Reading, noun: Phrase, reading: Reading, said: Phrase) -> Measured:
    """The adjective and the noun as one measure, with the words as written."""
    told = reading.scan.document.text[reading.tokens[said.first].start : reading.tokens[said.head].end].lower()
    words = [held.norms[k] for k in range(noun.first, noun.last) if held.tags[k] in "NAZV"]
    bare = normalise(held, [noun])
    core = bare if reading.tags[said.head] == "Z" else f"{told} {bare}".strip()
    label = f"{told} {' '.join(words)}"
    return Measured(
        core, lemma(held.norms[noun.head]), why="the noun of the count before, and the adjective", label=label
    )
