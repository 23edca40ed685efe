"""Names in a document: what its capitalised words call, and which of them call the same thing.

Known names (countries, organisations, aliases from rule packs) come from the lexicon; a document adds its own:
acronyms that it defines ("Shanghai Cooperation Organization (SCO)"), and surnames of people named in full before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import define, field

from claimcheck.claims.beside_names import (
    abbreviates,
    holiday,
    homed,
    of_era,
    of_kind,
    of_money,
    plural_letters,
    several,
)
from claimcheck.claims.capitals import Capitals, capital_run, of_place, opening
from claimcheck.claims.definitions import Definitions
from claimcheck.claims.jobs import only_job, presents
from claimcheck.claims.persons import People
from claimcheck.claims.places import is_locative, level_of, place_names, seats_of_blocs, seats_of_government, state_of
from claimcheck.claims.shapes import (
    bare,
    before_noun,
    fits_case,
    goes_on,
    known_word,
    lettered,
    plain,
    starts_sentence,
    surface_of,
    word_table,
)
from claimcheck.claims.shouted import Shouted, all_shouted, titled
from claimcheck.extract.noise.words import words_of_noise
from claimcheck.extract.tokens import Token, TokenKind, tokenise
from claimcheck.lexicon import Lexicon, fold, load_table
from claimcheck.records import Span

__all__ = ["Name", "Names"]

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
_ANSWERED = re.compile(r"[QA]\d{1,2}")


@define  # made for every figure, so not frozen, which costs thrice the time; never changed all the same
class Name:
    """A name in a unit: tokens ``first`` up to ``last``; ``known`` where the lexicon or the document defines it.

    ``adjective`` says that it stands before a noun as a demonym does ("Chinese troops"), ``place`` that it is a
    country, city or region. A seat of government stands for its country ("Beijing provided aid") unless it is where
    something is ("in Beijing"); then ``canonical`` is the city and ``inside`` the country.
    """

    first: int
    last: int
    canonical: str
    known: bool
    adjective: bool = False
    place: bool = False
    inside: str | None = None


@cache
def _index(lexicon: Lexicon) -> dict[str, tuple[int, ...]]:
    """For the first token of each alias, how many tokens such aliases have, the longest first."""
    index: dict[str, tuple[int, ...]] = {}
    for alias in lexicon.aliases:
        _enter(index, alias)
    return index


def _enter(index: dict[str, tuple[int, ...]], alias: str) -> None:
    tokens = tokenise(alias, Span(0, len(alias)))
    if tokens:
        first = bare(tokens[0].norm)
        known = index.get(first, ())
        if len(tokens) not in known:
            index[first] = tuple(sorted((*known, len(tokens)), reverse=True))


_TWICE = 2  # times that a text has a longer name, which is none of its title alone
_DEFINITE = frozenset({"the", "our", "this"})


@define
class Names:
    """The names of one document."""

    lexicon: Lexicon
    text: str = ""
    aliases: dict[str, str] = field(factory=dict)
    abbreviations: dict[str, str] = field(factory=dict)
    _first: dict[str, tuple[int, ...]] = field(init=False, factory=dict)
    _spoken_of: dict[str, bool] = field(init=False, factory=dict)
    _named: dict[str, str] = field(init=False, factory=dict)
    capitals: Capitals = field(init=False)
    people: People = field(init=False)
    _shouted: Shouted = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.capitals = Capitals(self.text)
        self.people = People(self.text, self.lexicon)
        self._shouted = Shouted(self.text, self._called, self.capitals.proper)

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Names:
        """Read the definitions that a document makes."""
        found = Definitions.of(text, lexicon)
        names = cls(lexicon, text, found.aliases, abbreviations=found.abbreviations)
        names._first = dict(_index(lexicon)) if names.aliases else _index(lexicon)
        for alias in names.aliases:
            _enter(names._first, alias)
        return names

    def has_people(self, place: str) -> bool:
        """Whether the text uses an adjective of a place: then it is one that has people, as a country has."""
        return self.people.of_place(place)

    def canonical(self, surface: str) -> str | None:
        """The entity that a surface names in this document, or None where nothing defines it."""
        found = self._named.get(surface)
        if found is None:
            key = fold(surface)
            found = self.aliases.get(key) or self.lexicon.aliases.get(key) or state_of(surface, self.lexicon)
            self._named[surface] = found
        return found or None

    def find(self, tokens: Sequence[Token], taken: Sequence[bool], *, title_case: bool = False) -> list[Name]:
        """The names among a unit's tokens; ``taken`` marks tokens of figures and dates."""
        if title_case and all_shouted(tokens):
            return [
                Name(first, last, self._governing(tokens, first, last, name), known, place=name in place_names())
                for first, last, name, known in self._shouted.find(tokens, taken)
            ]
        found: list[Name] = []
        combining = load_table("names")["combining"]
        resume = 0
        for i in [i for i, token in enumerate(tokens) if token.text[0].isupper() or token.norm in combining]:
            token = tokens[i]
            if i < resume or taken[i] or token.kind is not _WORD:
                continue
            if len(token.text) == 1 and lettered(tokens, i):
                found.append(Name(i - 1, i + 1, f"{tokens[i - 1].norm} {token.text}", False))
                continue
            if not token.text[0].isupper():
                if combined := self._combining(token, tokens, i):
                    found.append(combined)
                continue
            if (i and (tokens[i - 1].norm == "ethnic" or of_era(tokens, i))) or of_money(tokens, i):
                continue
            if self._abbreviates(tokens, i) or (token.norm in _DEFINITE and self._abbreviates(tokens, i + 1)):
                continue
            resume = max(only_job(tokens, i), holiday(tokens, i))
            if i < resume:
                continue
            name = self._known(tokens, i, taken, title_case) or self._combining(token, tokens, i)
            if name is None:
                name = self._proper(tokens, i, taken, found, title_case)
            if name is not None:
                end = holiday(tokens, name.first)
                resume = max(name.last, end)
                if end < name.last:
                    found.append(name)
        return found

    def _called(self, surface: str) -> str | None:
        """Whom a surface names that the lexicon or the text knows, or a person of that surname."""
        return self.canonical(surface) or (None if " " in surface else self.people.person(surface))

    def unshouted(self, surface: str) -> str:
        """A body's name in capitals as the text writes it, or as a name is written."""
        return self._shouted.written(surface) or titled(surface)

    def _governing(self, tokens: Sequence[Token], first: int, last: int, name: str) -> str:
        """The country for which a capital in a headline stands."""
        country = seats_of_government().get(name)
        return name if country is None or is_locative(tokens, first, last) else country

    def _abbreviates(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a word only abbreviates a common noun ("EBIT"), and nothing known by these letters."""
        return abbreviates(tokens, i) and self.canonical(tokens[i].text) is None

    def _combining(self, token: Token, tokens: Sequence[Token], i: int) -> Name | None:
        country = load_table("names")["combining"].get(token.norm)
        if country and i + 1 < len(tokens) and tokens[i + 1].text in "-–‑" and tokens[i + 1].glued:
            return Name(i, i + 1, country, True, adjective=True, place=True)
        return None

    def _known(self, tokens: Sequence[Token], i: int, taken: Sequence[bool], title_case: bool = False) -> Name | None:
        word = bare(tokens[i].norm)
        for length in self._first.get(word, ()):
            j = i + length
            if j > len(tokens) or any(taken[i:j]):
                continue
            surface = surface_of(tokens, i, j)
            canonical = self.canonical(surface)
            if canonical is None:
                continue
            if j == i + 1 and not fits_case(tokens[i].text, surface):
                continue
            adjective = not tokens[j - 1].norm.endswith("'s") and before_noun(tokens, j) and canonical in place_names()
            if j < len(tokens) and not (title_case and self._ordinary(tokens, i, j)):
                itself = fold(surface) == fold(canonical)
                if itself and self._continues(tokens, j, taken):
                    return None
                if not itself and self._house(tokens, j, taken):
                    document = surface.isupper() and tokens[j].norm in load_table("grammar")["event_nouns"]
                    if not document:
                        return None
            if adjective and tokens[j].norm in load_table("names")["anaphors"]["country"]:
                return Name(i, j, canonical, False, True, True)
            country = seats_of_government().get(canonical)
            if country is not None:
                level = level_of(tokens, i)
                if level:
                    return Name(i, j, f"{level} of {canonical}", True, False, True, country)
                if is_locative(tokens, i, j) or homed(tokens, j):
                    return Name(i, j, canonical, True, False, True, country)
                bloc = seats_of_blocs().get(canonical)
                if bloc is not None and not self._speaks_of(country):
                    return Name(i, j, bloc, True, False, True)
                return Name(i, j, country, True, adjective, True)
            return Name(i, j, canonical, True, adjective, canonical in place_names())
        return None

    def _ordinary(self, tokens: Sequence[Token], i: int, j: int) -> bool:
        """Whether a word of a title after a known name has its capital from the title alone: "the Peruvian Puzzle"."""
        norm = tokens[j].norm
        if any(norm in word_table(nouns) for nouns in ("things", "bodies", "papers")) or not plain(tokens[j]):
            return False
        return self.text.count(f"{surface_of(tokens, i, j)} {tokens[j].text}") < _TWICE

    def _speaks_of(self, country: str) -> bool:
        """Whether the text names a country or its people."""
        if country not in self._spoken_of:
            people = load_table("countries").get(country, {}).get("people", [])
            self._spoken_of[country] = any(word in self.text for word in (country, *people))
        return self._spoken_of[country]

    def _continues(self, tokens: Sequence[Token], j: int, taken: Sequence[bool]) -> bool:
        """Whether a longer name goes on after a known one: "Central Asia Barometer", "Islamic State-Khorasan"."""
        token = tokens[j]
        if token.text in "-–‑" and token.glued and j + 1 < len(tokens) and tokens[j + 1].glued:
            after = tokens[j + 1]
            return after.text[0].isupper() and bare(after.norm) not in self._first
        if token.norm in word_table("particles") and j + 1 < len(tokens) and not taken[j]:
            return tokens[j + 1].text[:1].isupper()  # "Santiago do Cacém"
        return goes_on(tokens, j, taken)

    def _house(self, tokens: Sequence[Token], j: int, taken: Sequence[bool]) -> bool:
        """Whether a demonym begins an organisation's own name ("Ethiopian Airlines"), not an office's."""
        return (
            goes_on(tokens, j, taken)
            and not of_kind(tokens[j].text)
            and tokens[j].norm not in word_table("offices")
            and self._first.get(bare(tokens[j].norm)) is None
            and not tokens[j].glued
        )

    def _whole_office(self, tokens: Sequence[Token], i: int, last: int) -> int:
        """Where an office's name ends that goes on with "and": "Ministry of Trade and Industry"."""
        norms = [token.norm for token in tokens[i:last]]
        if "of" not in norms[1:3] or norms[0] not in word_table("ministries") or last + 1 >= len(tokens):
            return last
        after = tokens[last + 1]
        if tokens[last].norm != "and" or not after.text[:1].isupper() or self._first.get(bare(after.norm)) is not None:
            return last
        end = last + 2
        while (
            end < len(tokens)
            and tokens[end].text[:1].isupper()
            and tokens[end].kind is _WORD
            and tokens[end].glued is False
        ):
            end += 1
        return end if known_word(after.norm) else last

    def _extends(self, tokens: Sequence[Token], i: int, j: int) -> bool:
        """Whether the tokens before ``j`` are a known name that goes on: then it is not cut there again."""
        return self._first.get(bare(tokens[j].norm)) is None

    def _proper(
        self, tokens: Sequence[Token], i: int, taken: Sequence[bool], found: Sequence[Name], title_case: bool
    ) -> Name | None:
        if len(tokens[i].text) == 1 and tokens[i].glued and i and tokens[i - 1].kind is _NUMBER:
            return None  # the "K" of "10K"

        if _ANSWERED.fullmatch(tokens[i].text) and i + 1 < len(tokens) and tokens[i + 1].text in ".:)":
            return None  # "Q1. How much is there?"

        def breaks(j: int, last: int) -> bool:
            if self._combining(tokens[j], tokens, j) or self.capitals.marked(tokens, j):
                return True
            if j == i + 1 and tokens[i].norm in word_table("national"):
                return False  # "Statistics Portugal"
            if last == j and presents(tokens, i, j):
                return True
            return last == j and not self._extends(tokens, i, j) and self._known(tokens, j, taken) is not None

        if plural_letters(tokens[i].text):
            return None  # "MPs", "NGOs": what there are many of
        last = capital_run(tokens, i, taken, breaks)
        if last == i:
            return None
        if last == i + 2 and tokens[i + 1].kind is _NUMBER and tokens[i].norm in words_of_noise().strict:
            return None  # "Article 71" names a place in a text
        last = self._whole_office(tokens, i, last)
        start = starts_sentence(tokens, i)
        first = opening(tokens, i, last, start=start, title_case=title_case)
        if start and last - first > 2 and tokens[first + 1].norm == "of" and several(tokens[first]):
            return None  # "Ferries of Kellet Line: 73"
        if title_case or start:
            first, last = self.capitals.trimmed(tokens, first, last, title_case)
        if first >= last or tokens[first].kind is not _WORD:
            return None
        if last < len(tokens) and tokens[last].text == ":" and self.capitals.labels(tokens, first, last):
            return None
        common = last - first == 1 and (plain(tokens[first]) or of_kind(tokens[first].text))
        if common and found and found[-1].last == first and found[-1].known:
            return None
        if common and tokens[first].norm in word_table("offices"):
            return None
        if last - first == 1 and first and tokens[first - 1].norm in _DEFINITE and not tokens[first].text.isupper():
            noun = bare(tokens[first].norm)
            if (
                noun in word_table("things")
                or noun in word_table("bodies")
                or noun in load_table("names")["anaphors"]["any"]
            ):
                return None  # "the Group", "the Company": a noun that takes up a name
        ordinary = (plain(token, title_case) for token in tokens[first:last] if token.kind is _WORD)
        if title_case and not of_place(tokens, first, last) and all(ordinary):
            return None
        if last - first > 2 and tokens[last - 1].norm in word_table("legal"):
            surface = bare(surface_of(tokens, first, last - 1))
        else:
            surface = bare(surface_of(tokens, first, last))
        lone = last - first == 1 and len(surface) > 1 and not surface.isupper()
        canonical = self.canonical(surface) or (self.people.person(surface) if lone else None)
        home = self.people.homeland(surface) if lone and canonical is None else None
        if home is not None:
            return Name(first, last, home, False, adjective=before_noun(tokens, last), place=True)
        return Name(first, last, canonical or surface, canonical is not None)
