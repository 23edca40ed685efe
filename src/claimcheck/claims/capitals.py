"""Runs of capitalised words: how far a name may reach, and which words of it only open the sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from string import ascii_lowercase

from attrs import define, field

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.jobs import after_job, person_of
from claimcheck.claims.places import place_names
from claimcheck.claims.shapes import (
    bare,
    capital,
    commands,
    given_names,
    lettered,
    plain,
    starts_sentence,
    surface_of,
    word_table,
)
from claimcheck.extract.noise.elided import elides
from claimcheck.extract.noise.words import words_of_noise
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table
from claimcheck.lexicon.wordlist import is_name

__all__ = ["Capitals", "capital_run", "of_place", "opening"]

# What a call, a law or a type is numbered by: "SEA-2023-04".
CODE = re.compile(r"\b[A-Z]{2,}\w*[-/]\d")
# Capitalised words inside a sentence, or at its start within a paragraph; words in lower case.
_RUN = re.compile(r" (?<=[a-z,;.] )([^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)*)")
_ALONE = re.compile(r"\b[a-z][a-z'’-]*[,;]? ([A-Z][a-z]+)(?:'s)?\b(?! [A-Z])")
_LOWER = re.compile(r"\b[a-z][a-z-]+\b")
_SMALL = frozenset(f"{ascii_lowercase}-")
_QUARTERS = frozenset({"northern", "southern", "eastern", "western"})
_EMPHASIS = frozenset("*_`|")

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
# A name of more tokens than this is none.
_LONGEST = 40
_INITIALS = 4  # tokens of initials and given names before a surname


def capital_run(tokens: Sequence[Token], i: int, taken: Sequence[bool], breaks: Callable[[int, int], bool]) -> int:
    """Where the run of capitals that begins at token ``i`` ends; ``breaks`` says that a word begins another name."""
    j = i
    last = i
    inside = word_table("inside")
    while j < len(tokens) and j - i < _LONGEST and not taken[j]:
        token = tokens[j]
        if j == i and token.norm in _QUARTERS and _quartered(tokens, i):
            j += 1
        elif token.kind is _WORD and capital(token.text) and not _no_part(tokens, i, j):
            if j > i and breaks(j, last):
                break
            j += 1
            last = j
            if token.norm.endswith("'s") and tokens[i].norm not in {"st", "saint", "king", "queen"}:
                break
        elif token.kind is _NUMBER and j > i and last == j and len(token.text) < 5:
            if _scored(tokens, j) or elides(tokens, j):
                break
            j += 1
            last = j
        elif token.text == "." and token.glued and initial(tokens, i, j):
            j += 1
        elif token.text in "-–‑" and token.glued and j > i and j + 1 < len(tokens) and tokens[j + 1].glued:
            if tokens[j + 1].norm in word_table("suffixed"):
                break  # "an Orm-based firm"
            j += 1
            lower = tokens[j].text[:1].islower() and plain(tokens[i])
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
        elif token.norm == "of" and j > i and _of_a_state(tokens, i, j):
            break
        elif token.norm == "of" and j > i and j + 2 < len(tokens) and tokens[j + 1].norm == "the":
            person = any(token.norm in given_names() for token in tokens[max(i, j - 2) : j])
            if not tokens[j + 2].text[:1].isupper() or person:
                break  # "Inspector Marta Ruiz of the Guardia Civil"
            j += 2
        elif last == j and (purpose := _purpose(tokens, i, j, taken)):
            j += purpose
        elif token.norm in inside and j > i and j + 1 < len(tokens) and tokens[j + 1].text[:1].isupper():
            if token.norm in {"in", "to", "for", "on", "and"} or (token.norm == "the" and not _epithet(tokens[j + 1])):
                break
            if token.norm == "of" and person_of(tokens, i, j):
                break
            j += 1
        else:
            break
    return last


def _no_part(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a word is part of no name, though it has a capital: months ("in Peru May was dry", but "Theresa May")."""
    if bare(tokens[at].norm) not in word_table("never"):
        return False
    surname = at > first and tokens[at].norm in _SURNAMES and tokens[at - 1].norm in given_names()
    return not surname or (at + 1 < len(tokens) and tokens[at + 1].kind is _NUMBER)


_SURNAMES = frozenset({"may", "march", "august", "friday"})


def _purpose(tokens: Sequence[Token], first: int, at: int, taken: Sequence[bool]) -> int:
    """How many words lead from a body to its purpose: "Institute | for the | Deep Sea", "Centre for Law | and | Peace";
    0 where none do.
    """
    norm = tokens[at].norm
    if norm not in _LEADING or at == first or at + 2 > len(tokens) - 1:
        return 0
    body = tokens[at - 1].norm
    if norm == "and":
        led = any(token.norm == "for" for token in tokens[first + 1 : at])
        both = plain(tokens[at - 1]) and plain(tokens[at + 1]) and tokens[at + 1].text[:1].isupper()
        return int(led and both)
    if body not in word_table("purposeful") or (norm == "on" and body not in load_table("names")["purposeful"]["on"]):
        return 0
    words = 1 + (tokens[at + 1].norm == "the")
    named = tokens[at + words]
    return words if named.text[:1].isupper() and named.kind is _WORD and not taken[at + words] else 0


_LEADING = frozenset({"for", "on", "and"})


def _of_a_state(tokens: Sequence[Token], first: int, of: int) -> bool:
    """Whether "of" says whose a ministry or parliament is, which is a name of its own: "the Ministry of Health | of
    Kenya", "of the Republic of Kenya".
    """
    if tokens[first].norm not in _offices_of_state():
        return False
    at = of + 1 + (tokens[of + 1].norm == "the" if of + 1 < len(tokens) else 0)
    words = [token.text for token in tokens[at : at + 2]]
    if words[:1] and words[0].lower() in _STATES and at > of + 1:
        return True
    return bool(words) and (words[0] in _countries() or " ".join(words) in _countries())


_STATES = frozenset({"republic", "kingdom", "federation", "state", "states", "union", "commonwealth"})


@cache
def _countries() -> frozenset[str]:
    return frozenset(load_table("countries"))


@cache
def _offices_of_state() -> frozenset[str]:
    return frozenset(load_table("names")["state_bodies"]["words"])


def _quartered(tokens: Sequence[Token], i: int) -> bool:
    """Whether a quarter of the compass inside a sentence begins a name: "the Northern Alliance", not "Northern Orm"."""
    if starts_sentence(tokens, i) or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    named = after.kind is _WORD and after.text[:1].isupper() and not after.text.isupper()
    return named and plain(after) and bare(after.text) not in place_names()


def initial(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether the full stop at token ``j`` is one of an initial before a name: "G. Salvi", "the S. Orvia School"."""
    before = tokens[j - 1]
    if len(before.text) != 1 or not before.text.isupper() or j + 1 >= len(tokens) or j - i > _INITIALS:
        return False
    ahead = tokens[j - 2]
    given = j - 1 == i or ahead.norm in given_names() or ahead.norm in grammar().closed or not plain(ahead)
    if not given or (j - 1 == i and lettered(tokens, i)):
        return False  # "They have a plan B. Orvia has none"
    after = tokens[j + 1]
    return after.kind is _WORD and after.text[:1].isupper() and after.norm not in grammar().closed


def _epithet(token: Token) -> bool:
    """Whether a word with "the" before it is part of a person's name: Catherine the Great."""
    return token.norm in word_table("epithets")


def _scored(tokens: Sequence[Token], j: int) -> bool:
    """Whether a number is the first of a score: "beat Hexton Town 3-1"."""
    if j + 2 >= len(tokens) or tokens[j + 1].text not in "-–‑:" or not tokens[j + 1].glued:
        return False
    other = tokens[j + 2]
    return other.kind is TokenKind.NUMBER and other.glued and len(other.text) < 4 and len(tokens[j].text) < 4


def opening(
    capitals: Capitals, tokens: Sequence[Token], first: int, last: int, *, start: bool, title_case: bool
) -> int:
    """Where a name in a run of capitals begins, after what opens the sentence, calls for an act or is a title."""
    if (
        (start or title_case)
        and plain(tokens[first], title_case)
        and (title_case or last - first > 1 or not (capitals.named(tokens[first]) or _numbered(tokens, first)))
        and (
            last - first == 1 or tokens[first].norm in grammar().closed or tokens[first + 1].norm in {"the", "a", "an"}
        )
    ):
        first += 1
    if start and last - first > 1 and tokens[first].norm in _CONNECTING:
        first += 1
    if start and last - first > 1 and commands(tokens[first].norm):
        first += 1
    job = after_job(tokens, first, last)
    if job > first:
        return job
    if start and last - first > 2 and tokens[first].norm in word_table("occupations"):
        first += 1
    while first < last and not capital(tokens[first].text) and tokens[first].text[0].islower():
        first += 1
    while first < last and (tokens[first].norm in word_table("titles") or tokens[first].norm in grammar().closed):
        if tokens[first].norm == "central" and first + 1 < last:
            break  # "the Central Bank": no title of a person.
        if (
            last - first > 2
            and tokens[first].norm in _eponyms()
            and bare(tokens[last - 1].norm) in word_table("things")
        ):
            break  # "Prince Albert Hospital"
        first += 1
    return first


def _numbered(tokens: Sequence[Token], at: int) -> bool:
    """Whether a version and a verb make a name of a word: "Python 3.12 requires", not "Version 2.0 is"."""
    if at + 2 >= len(tokens) or tokens[at].norm in words_of_noise().strict or tokens[at].norm in _NUMBERED:
        return False
    number, verb = tokens[at + 1], tokens[at + 2].norm
    form = grammar().verb_forms.get(verb, ("", "base"))[1]
    acts = verb in grammar().auxiliaries or form in {"s", "past"}
    return number.kind is _NUMBER and "." in number.text and number.text[-1].isdigit() and acts


_NUMBERED = frozenset({"version", "release", "level", "stage", "phase", "step", "update", "patch", "build", "item"})


_CONNECTING = frozenset(
    {
        "then",
        "now",
        "soon",
        "later",
        "meanwhile",
        "afterwards",
        "eventually",
        "finally",
        "lately",
        "recently",
        "instead",
    }
)


@cache
def _eponyms() -> frozenset[str]:
    return frozenset(load_table("names")["titles"]["named_after"])


@define
class Capitals:
    """How one text uses capitals."""

    text: str
    _runs: Counter[str] | None = field(init=False, default=None)
    _inside: frozenset[str] | None = field(init=False, default=None)

    def proper(self, surface: str) -> bool:
        """Whether the text writes ordinary words with capitals inside a sentence, and oftener than without."""
        if self._runs is None:
            self._runs = Counter(_RUN.findall(self.text))
        times = self._runs[surface]
        word = surface.lower()
        if not times or not _LOWER.fullmatch(word):
            return times > 0
        return times > self._lower(word, times)

    def named(self, token: Token) -> bool:
        """Whether a word that opens a sentence is a name wherever it is written ("Boeing sold", not "Muslims prayed"),
        or wherever this text writes it.
        """
        word = token.text.removesuffix("'s").removesuffix("’s")
        norm = word.lower()
        if norm in grammar().closed or word.isupper():
            return False
        return (not norm.endswith("s") and is_name(norm)) or self.alone(word)

    def alone(self, word: str) -> bool:
        """Whether an ordinary word has a capital by itself in the middle of a sentence, and nowhere none."""
        if self._inside is None:
            self._inside = frozenset(_ALONE.findall(self.text))
        return word in self._inside and not self._lower(word.lower(), 1)

    def _lower(self, word: str, most: int) -> int:
        """How often the text has a word in lower case that is no part of a longer one, counted up to ``most``."""
        count, at = 0, self.text.find(word)
        while at >= 0 and count < most:
            first = at
            while first and self.text[first - 1] in _SMALL:
                first -= 1
            found = next((match for match in _LOWER.finditer(self.text, first) if match.end() > at), None)
            count += found is not None and found.start() == at and found[0] == word
            at = self.text.find(word, at + 1)
        return count

    def marked(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether marks of emphasis part a word from the one before it: "**Employees** Kellet had …"."""
        start, end = tokens[j - 1].end, tokens[j].start
        return end - start > 2 and not _EMPHASIS.isdisjoint(self.text[start:end])

    def trimmed(self, tokens: Sequence[Token], first: int, last: int, title_case: bool) -> tuple[int, int]:
        """What of a run of capitals is a name, where capitals say little: as much as the text writes elsewhere, or
        what is left without the ordinary words at its ends.
        """
        whole = surface_of(tokens, first, last) if last > first else ""
        if last - first < 2 or self.proper(whole):
            return first, last
        ordinary = [plain(token, title_case) for token in tokens[first:last]]
        if not title_case:
            if ordinary[0] and CODE.match(surface_of(tokens, first + 1, last)):
                return first + 1, last  # "Call SEA-2023-04"
            if ordinary[0] and _done_to(tokens, first, last):
                return first + 2, last  # "Construction of Hall 7"
            if not ordinary[0] or not _no_noun(tokens[first].norm):
                return first, last
            if all(token.kind is TokenKind.NUMBER for token in tokens[first + 1 : last]):
                return last, last  # "Barely 45 of them", "Allow 15 minutes"
            stays = ordinary[1] and tokens[first].norm not in word_table("openers")
            return (first if stays else first + 1), last
        if all(ordinary) or not any(ordinary):
            return first, last
        while ordinary and ordinary[0] and not of_place(tokens, first, last):
            first, ordinary = first + 1, ordinary[1:]
        while last > first + 1 and (last - first > 3 or _no_surname(tokens[last - 1])) and ordinary[-1]:
            last, ordinary = last - 1, ordinary[:-1]
        return first, last

    def labels(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a run of ordinary words before a colon is the label of what follows: "Total Operating Costs: €4m"."""
        while first and tokens[first - 1].text[:1].isupper() and not starts_sentence(tokens, first):
            first -= 1
        if not starts_sentence(tokens, first) or not all(plain(token) for token in tokens[first:last]):
            return False
        return last - first < 2 or not self.proper(surface_of(tokens, first, last))


def of_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name begins with a common noun and "of": the Gulf of Guinea, the University of Oulu."""
    noun = tokens[first].norm
    return (
        first + 2 < last
        and tokens[first + 1].norm == "of"
        and (noun in word_table("things") or noun in word_table("realms"))
    )


def _done_to(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what opens a sentence is an ordinary word for what is done to a thing, and the thing follows "of"."""
    noun = tokens[first].norm
    return (
        first + 2 < last
        and tokens[first + 1].norm == "of"
        and noun.endswith(_DOING)
        and noun not in load_table("grammar")["no_events"]
        and not any(noun in word_table(table) for table in ("things", "bodies", "realms", "named_deeds"))
    )


_DOING = ("tion", "sion", "ment", "ance", "ing")


def _no_noun(word: str) -> bool:
    """Whether a word that opens a sentence modifies or calls for an act, so that it begins no name."""
    table = grammar()
    verb = word in table.verb_forms and word not in table.nouns_too
    return (
        verb
        or word in word_table("openers")
        or word in table.adjectives
        or word in table.adverbs
        or (word.endswith("ly") and len(word) > 4)
    )


def _no_surname(token: Token) -> bool:
    """Whether a title's last word is of the title, not of the name before it: "Orvia Report", "VELKA STATUS"."""
    word = lemma(token.norm)
    return word in word_table("papers") or word in load_table("grammar")["event_nouns"] or token.text.isupper()
