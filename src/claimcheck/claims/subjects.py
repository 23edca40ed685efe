"""What a text introduces by name, and the common nouns that stand for it afterwards.

"AQUILA-2, a satellite that …", "the ferry Lodur", "Karlsund Hospital", "Kellet is a maker of …": from then on "the
satellite", "the ferry", "the hospital", "the maker" name the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import define, field, frozen

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.names import Name
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import known_word, word_table
from claimcheck.extract.tokens import Token
from claimcheck.lexicon import load_table

__all__ = ["Subjects", "introductions"]

_BE = frozenset({"is", "was", "are", "were"})
_DEFINITE = frozenset({"the", "this", "these", "our", "both"})
_BACK = 6
# A noun keeps no more names than this.
_MOST = 40


@frozen
class _Introduced:
    name: str
    paragraph: int
    modifiers: frozenset[str]


@define
class Subjects:
    """The names of one document by the nouns that introduced them, in reading order."""

    main: tuple[str, ...] = ()
    _nouns: dict[str, list[_Introduced]] = field(init=False, factory=dict)

    def learn(self, reading: Reading) -> None:
        """Enter what a unit introduces."""
        for name, noun, modifiers in introductions(reading):
            held = self._nouns.setdefault(noun, [])
            if len(held) < _MOST and not (held and held[-1].name == name):
                held.append(_Introduced(name, reading.unit.paragraph, modifiers))

    def enter(self, name: str, noun: str = "") -> None:
        """Enter a body that the whole text is of, by the noun of its name or by another."""
        words = [word.lower() for word in name.split()]
        nouns = [noun] if noun else [word for word in (words[:1] + words[-1:]) if word in word_table("bodies")]
        for one in nouns:
            self._nouns.setdefault(one, []).insert(0, _Introduced(name, -1, frozenset()))

    def stand_ins(self, reading: Reading) -> list[Name]:
        """The definite noun phrases of a unit that take up a name introduced before: "the ferry", "this hospital's"."""
        if not self._nouns or _DEFINITE.isdisjoint(reading.scan.vocabulary):
            return []
        found = []
        tokens, tags = reading.tokens, reading.tags
        for i, token in enumerate(tokens[:-1]):
            if tags[i] != "D" or token.norm not in _DEFINITE:
                continue
            at = i + 1
            while at < len(tags) and _modifies(reading, at) and at - i < _BACK:
                at += 1
            if at >= len(tags) or tags[at] not in "NA":
                continue
            noun = lemma(tokens[at].norm)
            if noun not in self._nouns or not _whole(reading, at):
                continue
            own = frozenset(lemma(other.norm) for other in tokens[i + 1 : at] if other.text[:1].isalpha())
            name = self._named(noun, own, reading.unit.paragraph)
            if name is not None:
                found.append(Name(i, at + 1, name, True))
        return found

    def _named(self, noun: str, modifiers: frozenset[str], paragraph: int) -> str | None:
        fitting = [entry for entry in self._nouns[noun] if modifiers <= entry.modifiers]
        if not fitting:
            return None
        main = next((entry.name for entry in fitting if entry.name in self.main), None)
        if noun in _vague():
            return main  # "the country", "the region": of any that was mentioned
        if fitting[-1].paragraph == paragraph:
            return fitting[-1].name
        return main or fitting[-1].name


def _modifies(reading: Reading, at: int) -> bool:
    tags = reading.tags
    possessive = reading.norms[at].endswith(("'s", "s'"))
    return tags[at] in "AN-" and not possessive and at + 1 < len(tags) and tags[at + 1] in "AN-"


def _whole(reading: Reading, at: int) -> bool:
    """Whether a noun phrase ends with a token, so that no name and no "of" says which one is meant."""
    if at + 1 >= len(reading.tokens):
        return True
    if reading.tokens[at].norm.endswith("'s"):
        return True
    return reading.tags[at + 1] not in "NZA-" and reading.tokens[at + 1].norm != "of"


@cache
def _vague() -> frozenset[str]:
    anaphors = load_table("names")["anaphors"]
    return frozenset([*anaphors["country"], *anaphors["region"]])


@cache
def _unfit() -> frozenset[str]:
    return (
        word_table("papers")
        | word_table("titles")
        | {"one", "name", "part", "member", "example", "type", "model", "kind"}
    )


def introductions(reading: Reading) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Names that a unit introduces, each with a noun for it and the words that modify the noun."""
    if reading.unit.cell is not None:
        return
    for name in reading.names:
        if name.adjective:
            continue
        for first, head in _nouns_for(reading, name):
            noun = lemma(reading.tokens[head].norm)
            if noun in _unfit() or reading.tags[head] not in "NA":
                continue
            words = reading.tokens[first:head]
            yield name.canonical, noun, frozenset(lemma(word.norm) for word in words if word.text[:1].isalpha())
        inner = "" if name.place else _inner(reading.tokens[name.first : name.last])
        if inner:
            yield name.canonical, inner, frozenset()


def _nouns_for(reading: Reading, name: Name) -> Iterator[tuple[int, int]]:
    tokens, tags = reading.tokens, reading.tags
    at = name.last
    word = tokens[at].norm if at < len(tokens) else ""
    # "Kellet is a maker of pumps", "Kellet, a maker of pumps, …", "Kellet: a maker of pumps"
    if word in _BE and not any(mark in "VXP" for mark in tags[: name.first]):
        yield from _described(reading, at + 1)
    elif word in {",", "(", "–", "—"} or (word == ":" and reading.unit.block.kind == "heading"):
        yield from _described(reading, at + 1, closed=True)
    elif at < len(tags) and tags[at] == "N" and name.first and tags[name.first - 1] == "D" and not name.place:
        if tokens[name.first - 1].norm == "the" and not tokens[at - 1].norm.endswith("'s"):
            phrase = phrase_after(reading, at)
            event = phrase is not None and lemma(tokens[phrase.head].norm) in load_table("grammar")["event_nouns"]
            if (
                phrase is not None
                and not event
                and phrase.first == at
                and tags[phrase.head] == "N"
                and _whole(reading, phrase.head)
            ):
                yield phrase.first, phrase.head
    # "the ferry Lodur", "Offshore wind farm Skarvoy"
    k = name.first
    if not k or tags[k - 1] != "N" or name.known or not tokens[k - 1].text.islower():
        return
    while k and tags[k - 1] in "AN-" and name.first - k < _BACK:
        k -= 1
    opens = k == 0 or (tags[k - 1] == "D" and tokens[k - 1].norm in {"the", "a", "an", "our", "its", "this"})
    noun = lemma(tokens[name.first - 1].norm)
    if opens or (tags[k - 1] == "P" and noun in word_table("things")):  # "questions on call SEA-2023-04"
        yield k, name.first - 1


def _described(reading: Reading, at: int, *, closed: bool = False) -> Iterator[tuple[int, int]]:
    """The noun phrase of an apposition or a definition that begins at a token."""
    tokens, tags = reading.tokens, reading.tags
    if at >= len(tokens) or tokens[at].norm not in {"a", "an", "the", "one"}:
        return
    going_on = next((k for k in range(at + 2, len(tags)) if tags[k] in "GV" and tags[k - 1] in "NZ"), None)
    phrase = phrase_after(reading, at + 1, going_on)
    if phrase is None or tags[phrase.head] != "N" or "U" in tags[phrase.last : phrase.last + 2]:
        return
    following = tokens[phrase.last].norm if phrase.last < len(tokens) else "."
    if closed and following in {"and", "or"}:
        return
    yield phrase.first, phrase.head


def _inner(tokens: list[Token]) -> str:
    """The common noun that a name of several words ends in: "Karlsund Hospital", "River Tamsel"."""
    words = [token for token in tokens if token.text[:1].isalpha()] if len(tokens) > 1 else []
    if len(words) < 2 or not all(word.text[:1].isupper() for word in words):
        return ""
    for word in (words[-1], words[0]):
        noun = lemma(word.norm)
        if noun in word_table("things") and known_word(noun) and noun not in grammar().closed:
            return noun
    return ""
