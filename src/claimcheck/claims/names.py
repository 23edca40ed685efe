"""Names in a document: what its capitalised words call, and which of them call the same thing.

Known names (countries, organisations, aliases from rule packs) come from the lexicon; a document adds its own:
acronyms that it defines ("Shanghai Cooperation Organization (SCO)"), and surnames of people named in full before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex
from attrs import define, field, frozen

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.extract.tokens import Token, TokenKind, tokenise
from claimcheck.lexicon import Lexicon, fold, load_table
from claimcheck.records import Span

__all__ = ["Name", "Names"]

# "(SCO)", "(the “PLA”)": letters that the words before them may define.
_DEFINED = regex.compile(r"\((?:the\s+|or\s+)?[\"“'‘]?(\p{Lu}[\p{L}&-]{1,9})[\"”'’]?\)")
# "SCO (Shanghai …": letters that the words after them may define.
_EXPANDED = regex.compile(r"\b(\p{Lu}[\p{Lu}&]{1,9})\s*\((\p{Lu}[^()\n]{5,80})\)")
_LOOK_BACK = 120
_TRIES = 5


@frozen
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
def _words(table: str) -> frozenset[str]:
    return frozenset(load_table("names")[table]["words"])


@cache
def _places() -> frozenset[str]:
    found: set[str] = set(load_table("countries"))
    for entry in load_table("countries").values():
        found.update([*([entry["capital"]] if "capital" in entry else []), *entry.get("seats", [])])
    found.update(name for name, entry in load_table("organisations").items() if "Asia" in name or "part" in entry)
    return frozenset(found)


@cache
def _seats() -> dict[str, str]:
    """Capitals and other seats of government with the country that each governs."""
    found: dict[str, str] = {}
    for country, entry in load_table("countries").items():
        for city in (*([entry["capital"]] if "capital" in entry else []), *entry.get("seats", [])):
            found[city] = country
    return found


def _level(tokens: Sequence[Token], i: int) -> str:
    """The "canton" of "the canton of Bern": a place of another extent than the city, and no government."""
    if i >= 2 and tokens[i - 1].norm == "of" and tokens[i - 2].norm in _words("levels"):
        return tokens[i - 2].norm
    return ""


def _locative(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether a city's name says where something is, not which government acts."""
    if tokens[j - 1].norm.endswith(("'s", "s'")):
        return False
    k = i - 1
    while k >= 0 and tokens[k].norm in {
        "the",
        "central",
        "downtown",
        "northern",
        "southern",
        "eastern",
        "western",
    }:
        k -= 1
    before = tokens[k].norm if k >= 0 else ""
    after = tokens[j].norm if j < len(tokens) else ""
    if before in {
        "in",
        "near",
        "at",
        "around",
        "outside",
        "across",
        "into",
        "throughout",
        "through",
        "inside",
    }:
        return True
    if after in _words("of_cities"):
        return True
    return after in {
        "city",
        "airport",
        "hotel",
        "embassy",
        "station",
        "university",
        "metro",
        "suburb",
        "district",
        "region",
    }


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
        known = index.get(tokens[0].norm, ())
        if len(tokens) not in known:
            index[tokens[0].norm] = tuple(sorted((*known, len(tokens)), reverse=True))


@cache
def _known_word(word: str) -> bool:
    """Whether English has the word in lower case."""
    table = grammar()
    if word in table.closed or word in table.adverbs or word in table.adjectives or word in table.verb_forms:
        return True
    import simplemma

    return bool(simplemma.is_known(word, lang="en"))


def _lettered(tokens: Sequence[Token], i: int) -> bool:
    """Whether a single capital names one of several: "ward A", "zone C"."""
    if not i or not tokens[i].text.isupper() or tokens[i].text == "I" or tokens[i].glued:
        return False
    before = tokens[i - 1]
    if before.kind is not TokenKind.WORD or before.norm in grammar().closed or len(before.norm) < 3:
        return False
    return i + 1 >= len(tokens) or not (tokens[i + 1].text == "." and tokens[i + 1].glued and i + 2 < len(tokens))


def _commands(word: str) -> bool:
    """Whether a word that opens a sentence is a verb whose subject is left out: "Needs Python", "See Chapter 3"."""
    entry = grammar().verb_forms.get(word)
    return entry is not None and (entry[1] == "s" or word in _words("imperatives")) and word not in grammar().nouns_too


def _spells(name: str, letters: str) -> bool:
    """Whether an abbreviation's letters stand in a name in order, the first of both the same ("Pellworm": PWM)."""
    rest = iter(name.lower())
    return name[:1] == letters[:1] and all(letter in rest for letter in letters.lower())


def common(name: str) -> bool:
    """Whether a name consists of ordinary words only, so that it may be a title and no name."""
    return all(_known_word(word.lower()) for word in name.replace("-", " ").split() if word.isalpha())


def _initials(words: Sequence[str]) -> str:
    return "".join(part[0] for word in words for part in word.split("-") if part[:1].isupper())


@define
class Names:
    """The names of one document."""

    lexicon: Lexicon
    text: str = ""
    aliases: dict[str, str] = field(factory=dict)
    surnames: dict[str, str | None] = field(factory=dict)
    abbreviations: dict[str, str] = field(factory=dict)
    _first: dict[str, tuple[int, ...]] = field(init=False, factory=dict)

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Names:
        """Read the definitions that a document makes."""
        names = cls(lexicon, text)
        for match in _DEFINED.finditer(text):
            words = text[max(0, match.start() - _LOOK_BACK) : match.start()].split()
            names._define(words[-10:], match.group(1))
        for match in _EXPANDED.finditer(text):
            names._define(match.group(2).split(), match.group(1))
        names._first = dict(_index(lexicon))
        for alias in names.aliases:
            _enter(names._first, alias)
        return names

    def _define(self, words: list[str], letters: str) -> None:
        """Enter an abbreviation whose letters the words spell: of a name, or of common nouns."""
        capitals = [letter for letter in letters if letter.isupper()]
        for start in range(len(words)):
            tail = words[start:]
            if tail[0][:1].isupper() and _initials(tail) == "".join(capitals) and len(capitals) > 1:
                full = " ".join(tail)
                canonical = self.lexicon.canonical(full) or full
                if self.lexicon.canonical(letters) is None:
                    self.aliases.setdefault(fold(letters), canonical)
                self.aliases.setdefault(fold(full), canonical)
                return
        named = [word for word in words if word[:1].isupper()]
        if len(capitals) > 2 and len(named) > 1 and _spells("".join(named[-len(capitals) :]), letters):
            start = words.index(named[-min(len(named), len(capitals))])
            start += words[start].lower() in grammar().closed
            self.aliases.setdefault(fold(letters), " ".join(words[start:]))
            return
        short = letters.removesuffix("s").lower()
        tail = words[-len(short) :]
        if len(tail) == len(short) > 1 and all(w[:1] == c for w, c in zip(tail, short, strict=True)):
            self.abbreviations[short] = " ".join([*tail[:-1], lemma(tail[-1])])

    def _person(self, surname: str) -> str | None:
        """The full name of a person whom the text names by surname as well, or None."""
        if surname not in self.surnames:
            self.surnames[surname] = self._full_name(surname)
        return self.surnames[surname]

    def _full_name(self, surname: str) -> str | None:
        at = self.text.find(f" {surname}")
        for _ in range(_TRIES):
            if at < 0:
                return None
            words = self.text[max(0, at - 30) : at].split()
            given = words[-1] if words else ""
            if given[:1].isupper() and given[1:].islower() and given.isalpha():
                if not _known_word(given.lower()) and self.lexicon.canonical(given) is None:
                    return f"{given} {surname}"
            at = self.text.find(f" {surname}", at + 1)
        return None

    def canonical(self, surface: str) -> str | None:
        """The entity that a surface names in this document, or None where nothing defines it."""
        key = fold(surface)
        return self.aliases.get(key) or self.lexicon.aliases.get(key)

    def find(self, tokens: Sequence[Token], taken: Sequence[bool], *, title_case: bool = False) -> list[Name]:
        """The names among a unit's tokens; ``taken`` marks tokens of figures and dates."""
        found: list[Name] = []
        i = 0
        count = len(tokens)
        while i < count:
            token = tokens[i]
            if taken[i] or token.kind is not TokenKind.WORD:
                i += 1
                continue
            if len(token.text) == 1 and _lettered(tokens, i):
                found.append(Name(i - 1, i + 1, f"{tokens[i - 1].norm} {token.text}", False))
                i += 1
                continue
            if not token.text[0].isupper():
                combined = self._combining(token, tokens, i)
                if combined:
                    found.append(combined)
                i += 1
                continue
            if i and tokens[i - 1].norm == "ethnic":
                i += 1
                continue
            name = self._known(tokens, i, taken) or self._combining(token, tokens, i)
            if name is None:
                name = self._proper(tokens, i, taken, found, title_case)
            if name is None:
                i += 1
                continue
            found.append(name)
            i = name.last
        return found

    def _combining(self, token: Token, tokens: Sequence[Token], i: int) -> Name | None:
        country = load_table("names")["combining"].get(token.norm)
        if country and i + 1 < len(tokens) and tokens[i + 1].text in "-–‑" and tokens[i + 1].glued:
            return Name(i, i + 1, country, True, adjective=True, place=True)
        return None

    def _known(self, tokens: Sequence[Token], i: int, taken: Sequence[bool]) -> Name | None:
        bare = _bare(tokens[i].norm)
        for length in self._first.get(bare, ()):
            j = i + length
            if j > len(tokens) or any(taken[i:j]):
                continue
            surface = _join(tokens, i, j)
            canonical = self.canonical(surface)
            if canonical is None:
                continue
            if j == i + 1 and not _fits_case(tokens[i].text, surface):
                continue
            adjective = not tokens[j - 1].norm.endswith("'s") and _before_noun(tokens, j) and canonical in _places()
            if fold(surface) == fold(canonical) and j < len(tokens) and self._continues(tokens, j, taken):
                return None
            if fold(surface) != fold(canonical) and j < len(tokens) and self._house(tokens, j, taken):
                return None
            if adjective and tokens[j].norm in load_table("names")["anaphors"]["country"]:
                return Name(i, j, canonical, False, True, True)
            country = _seats().get(canonical)
            if country is not None:
                level = _level(tokens, i)
                if level:
                    return Name(i, j, f"{level} of {canonical}", True, False, True, country)
                if _locative(tokens, i, j):
                    return Name(i, j, canonical, True, False, True, country)
                return Name(i, j, country, True, adjective, True)
            return Name(i, j, canonical, True, adjective, canonical in _places())
        return None

    def _continues(self, tokens: Sequence[Token], j: int, taken: Sequence[bool]) -> bool:
        """Whether a longer name goes on after a known one: "Central Asia Barometer", "Islamic State-Khorasan"."""
        token = tokens[j]
        if token.text in "-–‑" and token.glued and j + 1 < len(tokens) and tokens[j + 1].glued:
            after = tokens[j + 1]
            return after.text[0].isupper() and _bare(after.norm) not in self._first
        return _goes_on(tokens, j, taken)

    def _house(self, tokens: Sequence[Token], j: int, taken: Sequence[bool]) -> bool:
        """Whether a demonym begins an organisation's own name ("Ethiopian Airlines"), not an office's."""
        return (
            _goes_on(tokens, j, taken)
            and tokens[j].norm not in _words("offices")
            and self._first.get(_bare(tokens[j].norm)) is None
            and not tokens[j].glued
        )

    def _extends(self, tokens: Sequence[Token], i: int, j: int) -> bool:
        """Whether the tokens before ``j`` are a known name that goes on: then it is not cut there again."""
        return self._first.get(_bare(tokens[j].norm)) is None

    def _proper(
        self, tokens: Sequence[Token], i: int, taken: Sequence[bool], found: Sequence[Name], title_case: bool
    ) -> Name | None:
        j = i
        last = i
        inside = _words("inside")
        while j < len(tokens) and not taken[j]:
            token = tokens[j]
            if token.kind is TokenKind.WORD and token.text[0].isupper() and _bare(token.norm) not in _words("never"):
                if j > i and last == j and not self._extends(tokens, i, j) and self._known(tokens, j, taken):
                    break
                j += 1
                last = j
                if token.norm.endswith("'s") and tokens[i].norm not in {"st", "saint", "king", "queen"}:
                    break
            elif token.kind is TokenKind.NUMBER and j > i and last == j and len(token.text) < 5:
                j += 1
                last = j
            elif token.text in "-–‑" and token.glued and j > i and j + 1 < len(tokens) and tokens[j + 1].glued:
                j += 1
                lower = tokens[j].text[:1].islower() and _plain(tokens[i])
                if tokens[j].kind in {TokenKind.WORD, TokenKind.NUMBER} and not taken[j] and not lower:
                    j += 1
                    last = j
            elif token.text == "/" and token.glued and j > i and last == j and j + 1 < len(tokens):
                if not (tokens[j + 1].glued and tokens[j + 1].text[0].isupper()):
                    break
                j += 2
                last = j
            elif token.text == "&" and j > i and j + 1 < len(tokens) and tokens[j + 1].text[:1].isupper():
                j += 1
            elif token.norm == "of" and j > i and j + 2 < len(tokens) and tokens[j + 1].norm == "the":
                if not tokens[j + 2].text[:1].isupper():
                    break
                j += 2
            elif token.norm in inside and j > i and j + 1 < len(tokens) and tokens[j + 1].text[:1].isupper():
                if token.norm in {"in", "to", "for", "on", "and"}:
                    break
                j += 1
            else:
                break
        if last == i:
            return None
        first = i
        start = _starts_sentence(tokens, i)
        if (
            (start or title_case)
            and _plain(tokens[first])
            and (
                last - first == 1
                or tokens[first].norm in grammar().closed
                or tokens[first + 1].norm in {"the", "a", "an"}
            )
        ):
            first += 1
        if start and last - first > 1 and _commands(tokens[first].norm):
            first += 1
        while first < last and tokens[first].text[:1].islower():
            first += 1
        while first < last and (tokens[first].norm in _words("titles") or tokens[first].norm in grammar().closed):
            first += 1
        if first >= last or tokens[first].kind is not TokenKind.WORD:
            return None
        if start and last < len(tokens) and tokens[last].text == ":":
            return None
        common = last - first == 1 and _plain(tokens[first])
        if common and found and found[-1].last == first and found[-1].known:
            return None
        if title_case and all(_plain(token) for token in tokens[first:last] if token.kind is TokenKind.WORD):
            return None
        surface = _bare(_join(tokens, first, last))
        lone = last - first == 1 and len(surface) > 2 and not surface.isupper()
        canonical = self.canonical(surface) or (self._person(surface) if lone else None)
        return Name(first, last, canonical or surface, canonical is not None)


def _bare(text: str) -> str:
    return text.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _join(tokens: Sequence[Token], first: int, last: int) -> str:
    parts: list[str] = []
    for k in range(first, last):
        if k > first and not tokens[k].glued:
            parts.append(" ")
        parts.append(tokens[k].text)
    return _bare("".join(parts).replace("’", "'").replace("‑", "-").replace("–", "-"))


def _goes_on(tokens: Sequence[Token], j: int, taken: Sequence[bool]) -> bool:
    token = tokens[j]
    return (
        not taken[j]
        and token.kind is TokenKind.WORD
        and token.text[0].isupper()
        and not tokens[j - 1].norm.endswith("'s")
        and token.norm not in _words("never")
        and token.norm not in _words("titles")
    )


def _fits_case(text: str, surface: str) -> bool:
    """Whether a one-word alias may be written so: "Who" is no WHO, "Us" no US."""
    if text.isupper() and len(text) > 1:
        return True
    return surface.lower() not in grammar().closed


def _before_noun(tokens: Sequence[Token], j: int) -> bool:
    if j >= len(tokens):
        return False
    token = tokens[j]
    return token.kind is TokenKind.WORD and token.text[0].islower() and token.norm not in grammar().closed


def _starts_sentence(tokens: Sequence[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].text in {'"', "“", "‘", "'", ":", "—", "•", "(", "*", "|", "."}


def _plain(token: Token) -> bool:
    """Whether a capitalised word may be an ordinary word at the start of a sentence."""
    return not (token.text.isupper() and len(token.text) > 1) and _known_word(token.norm.removesuffix("'s"))
