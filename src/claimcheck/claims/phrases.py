"""Noun phrases around a figure: read forwards, backwards, and turned into a normalised measure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import define

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.reading import Reading
from claimcheck.extract.numerals import PEOPLE
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["Phrase", "anaphors", "normalise", "phrase_after", "phrase_before"]

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
_INSIDE = "ANZG-"
_LONGEST = 14
_CONTAINERS = frozenset(
    {"number", "amount", "total", "sum", "count", "figure", "pair", "kind", "type", "sort", "lot", "quantity"}
)


@define  # made for every figure, so not frozen, which costs thrice the time; never changed all the same
class Phrase:
    """A noun phrase: tokens ``first`` up to ``last``; ``head`` is the index of its head noun."""

    first: int
    last: int
    head: int


def phrase_after(reading: Reading, at: int, limit: int | None = None) -> Phrase | None:
    """The noun phrase that begins at token ``at`` (determiners skipped), with an "of" phrase that completes it."""
    tags, tokens = reading.tags, reading.tokens
    end = min(len(tokens), at + _LONGEST, limit if limit is not None else len(tokens))
    i = at
    while i < end and (tags[i] in "DM" or tokens[i].text in "\"“‘'«" or _label_number(reading, i)):
        i += 1
    first = i
    head = -1
    alternatives = False
    while i < end:
        if tags[i] in "NZ" or (tags[i] == "A" and head < 0):
            # "exercises or training events": the first of the alternatives is the head.
            head = head if alternatives else i
        elif not _inside(reading, i, first, end, head):
            break
        alternatives = alternatives or (tokens[i].norm == "or" and head >= 0) or _parties(reading, i, first, end)
        i += 1
    if head < 0:
        return None
    last = i if alternatives else head + 1
    return Phrase(first, last, head)


def _label_number(reading: Reading, i: int) -> bool:
    """A numeral that was left out as part of a name ("the 9th Brigade")."""
    if reading.figure_at[i] >= 0:
        return False
    token = reading.tokens[i]
    if token.kind is _NUMBER:
        return True
    return token.glued and token.norm in {"st", "nd", "rd", "th"} and i > 0


def _inside(reading: Reading, i: int, first: int, end: int, head: int) -> bool:
    """Whether a token that is no noun belongs inside the phrase: a hyphen, a participle, a quotation mark, "and"."""
    tags, token = reading.tags, reading.tokens[i]
    follows = tags[i + 1] if i + 1 < end else "."
    if tags[i] in "A-" or (token.norm == "such" and follows in "NA"):
        return True
    if tags[i] == "G":
        return follows == "N" and not (head >= 0 and _several(reading, head))
    if tags[i] == "M" and i > first:  # "Orsa's seasonally adjusted rate"
        owned = reading.tokens[i - 1].norm.endswith(("'s", "s'"))
        return owned and follows == "A" and i + 2 < end and tags[i + 2] in "NA"
    if tags[i] == "V":
        return follows in "NA" and head < 0
    if token.text in "\"”’'»“‘":
        return head >= 0 and follows in "NA"
    if tags[i - 1] == "Z" and follows in "ZC" and i > first and token.text in _JOINING:
        return _peoples(reading, i, end) or _parties(reading, i, first, end)
    if token.text == ",":
        return head < 0 and i > first and follows in "AN"
    # "Peruvian domestic and foreign affairs": what "and" joins to an adjective modifies what is to come.
    open_head = -1 if tags[i - 1 : i] == ["A"] and i > first else head
    return token.norm in {"and", "or", "&", "/"} and _coordinates(reading, i, end, open_head)


def _parties(reading: Reading, i: int, first: int, end: int) -> bool:
    """Whether a comma or conjunction joins names of which the phrase is a list: "Peru, Chile and Bolivia signed"."""
    tokens, tags = reading.tokens, reading.tags
    if tokens[i].text not in _JOINING or tags[i - 1] != "Z" or i <= first:
        return False
    joined = False
    k = i
    while k + 1 < end and tokens[k].text in _JOINING:
        link = k + (tokens[k + 1].text in _JOINING)  # ", and"
        joined = joined or tokens[link].text != ","
        k = link + 1
        if k >= end or tags[k] != "Z":
            return False
        while k < end and tags[k] == "Z":
            k += 1
    if not joined or (k < len(tags) and tags[k] in "NA-"):
        return False
    return not (first and tags[first - 1] in "VP" and k < len(tags) and tags[k] in "VX")


def _peoples(reading: Reading, i: int, end: int) -> bool:
    """Whether a comma or conjunction joins adjectives of countries: "Peruvian, Chilean and Bolivian troops"."""
    if reading.tokens[i].text not in _JOINING:
        return False
    starts = {name.first: name for name in reading.names if name.place}
    before = next((name for name in starts.values() if name.last == i), None)
    word = reading.norms[i - 1]
    if before is None or word == before.canonical.lower() or (_of_people(word) and not word.endswith("ss")):
        return False  # "Russians and Uzbek troops"
    while i + 1 < end and reading.tokens[i].norm in _JOINING:
        i += 1 + (reading.tokens[i + 1].norm in _JOINING)  # ", and"
        name = starts.get(i)
        if name is None or reading.norms[name.last - 1] == name.canonical.lower():
            return False
        i = name.last
    return i < end and reading.tags[i] in "NA"


_JOINING = frozenset({",", "and", "or", "&", "/"})


def _several(reading: Reading, head: int) -> bool:
    """Whether a noun is a plural, after which a participle tells what they do: "300 men | seeking work"."""
    norm = reading.norms[head]
    return norm in PEOPLE or (norm.endswith("s") and not norm.endswith("'s") and lemma(norm) != norm)


def _coordinates(reading: Reading, i: int, end: int, head: int) -> bool:
    """Whether "and" joins modifiers inside the phrase ("guns and ammunition depots", "drills or training events")."""
    tags = reading.tags
    if i + 1 >= end or tags[i + 1] not in "NA":
        return False
    j = i + 1
    nouns = 0
    while j < end and tags[j] in "NA-":
        nouns += tags[j] == "N"
        j += 1
    if head < 0:
        return nouns >= 1
    if tags[i - 1] == "N" and {lemma(reading.norms[i - 1]), lemma(reading.norms[i + 1])} == _BOTH_WAYS:
        return True  # "total imports and exports"
    # A lone adjective or noun before it and two nouns after it: modifiers of one head.
    return nouns >= 2 and (j >= end or tags[j] not in "VX")


_BOTH_WAYS = {"import", "export"}


def of_phrase(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The noun phrase after "of" that completes one whose head alone says little."""
    tokens = reading.tokens
    if phrase.last < len(tokens) and tokens[phrase.last].norm == "of":
        return phrase_after(reading, phrase.last + 1)
    return None


def phrase_before(reading: Reading, at: int, floor: int = 0) -> Phrase | None:
    """The noun phrase that ends right before token ``at``."""
    tags, tokens = reading.tags, reading.tokens
    i = at
    if i > floor and tokens[i - 1].text in ")]":
        opening = next((k for k in range(i - 1, floor - 1, -1) if tokens[k].text in "(["), None)
        i = opening if opening is not None else i
    while i > floor and ((tokens[i - 1].text in "\"”’'»,:(–—-" and tags[i - 1] != "-") or tags[i - 1] == "M"):
        i -= 1
    last = i
    while i > floor and tags[i - 1] in _INSIDE:
        i -= 1
    while i < last and tags[i] in "-G":
        i += 1
    heads = [k for k in range(i, last) if tags[k] in "NZ"]
    if not heads:
        return None
    return Phrase(i, heads[-1] + 1, heads[-1])


def normalise(
    reading: Reading, phrases: Sequence[Phrase | None], *, keep_names: bool = False, keep_links: bool = False
) -> str:
    """The measure that phrases spell: lemmas in order, without determiners, figures and, usually, known names.

    ``keep_links`` keeps prepositions, for phrases that reach over several of them.
    """
    words: list[str] = []
    determiners, known = grammar().determiners, set[int]()
    if not keep_names:
        for name in reading.names:
            compound = name.first > 0 and reading.tags[name.first - 1] == "-"
            if not compound:
                known.update(range(name.first, name.last))
    for number, phrase in enumerate(phrases):
        if phrase is None:
            continue
        part: list[str] = []
        joined = False
        for k in range(phrase.first, phrase.last):
            token, mark = reading.tokens[k], reading.tags[k]
            norm = token.norm
            if k in known and not (k == phrase.head > phrase.first and not number and _of_people(norm)):
                joined = False
                continue
            if mark == "-":
                joined = bool(part)
                continue
            if bound_to_count(reading, k):
                joined = False
                continue
            if keep_links and mark == "P" and part:
                part.append(norm)
                joined = False
                continue
            if token.kind is not _WORD or mark in "DUPCRM":
                if mark == "U" and part and joined:
                    joined = False
                continue
            if norm in determiners or (norm.endswith("'s") and norm[:-2] in anaphors()):
                continue
            word = reading.expand(norm) or (lemma(norm) if mark in "NZ" else norm)
            if joined:
                part[-1] = f"{part[-1]}-{word}"
            else:
                part.append(word)
            joined = False
        if part and number and words:
            words.append("of")
        words.extend(part)
    return " ".join(words)


def bound_to_count(reading: Reading, k: int) -> bool:
    """Whether a hyphen binds a word to a number, as what there is so much of: "bed" in "the 200-bed hospital"."""
    if k < _BOUND or reading.tags[k - 1] != "-" or not reading.tokens[k].glued:
        return False
    at = reading.figure_at[k - 2]
    return at >= 0 and reading.mentions[at].kind is Kind.COUNT


_BOUND = 2  # tokens before such a word


def _of_people(norm: str) -> bool:
    """Whether the word of a name is a plural: "the Peruvians"."""
    return norm.endswith("s") and not norm.endswith("'s")


@cache
def anaphors() -> frozenset[str]:
    """Nouns that take up an entity named before; as possessives they say whose, not what ("the region's arms")."""
    return frozenset(word for words in load_table("names")["anaphors"].values() for word in words)


def contains_little(word: str) -> bool:
    """Whether a head noun says too little by itself ("number", "member") and needs its "of" phrase."""
    return word in _CONTAINERS
