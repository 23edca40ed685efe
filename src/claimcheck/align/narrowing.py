"""The phrases of a sentence that narrow what is counted: among the young, from abroad, who speak Danish."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.align.tables import closed_words, day_words, happenings, numerals, past_forms, table, word_set
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Claim

__all__ = ["Words", "narrowing"]

_FRONT = 9  # words that an opening phrase may have
_PHRASE = 4  # content words taken from one restricting phrase

Words = Sequence[tuple[str, str, int]]  # surface, folded form, place in the clause


def narrowing(tokens: Words, claim: Claim, start: int, end: int, whole: bool) -> set[str]:
    """The content words of phrases that narrow what is counted."""
    heads = {claim.head, *claim.core.split()[-1:]} - {""}
    found: set[str] = set()
    subject: set[str] = set()
    verb = next((place for place, (_, norm, _) in enumerate(tokens) if _finite(norm, claim)), len(tokens))
    found |= _opening(tokens, claim, start) if whole else set()
    tokens = [token for token in tokens if not start <= token[2] < end]
    in_subject = word_set("in_subject")
    for place, (_, norm, at) in enumerate(tokens):
        if heads and lemma(norm) in heads and norm not in closed_words():
            found |= _following(tokens, place + 1, claim, word_set("after_noun"))
        elif 0 < place < min(verb, 8) and norm in in_subject and at < start and _nounlike(tokens[place - 1]):
            subject |= _phrase(tokens, place + 1, norm, claim.event)
    found |= _following([token for token in tokens if token[2] >= end], 0, claim, word_set("after_figure"))
    found |= _owners(tokens, claim, start)
    return {word for word in (found - heads) | subject if weight(word) > 0 or word in word_set("outside")}


def _nounlike(token: tuple[str, str, int]) -> bool:
    return token[1] not in closed_words() and token[1][:1].isalpha()


def _finite(norm: str, claim: Claim) -> bool:
    if norm in ("is", "are", "was", "were", "has", "have", "had", "will", "can"):
        return True
    return bool(claim.event) and (verb_lemma(norm) == claim.event or past_forms().get(norm) == claim.event)


def _opening(tokens: Words, claim: Claim, start: int) -> set[str]:
    """What frames the sentence: "In the north the company employs", "Of the lakes, 14 are open to bathers"."""
    if not tokens or tokens[0][1] not in word_set("fronted") or tokens[0][2] >= start:
        return set()
    comma = next((place for place, token in enumerate(tokens[:_FRONT]) if token[0] == ","), -1)
    if comma < 0:
        place = 1
        while place < 4 and place < len(tokens) and tokens[place][0][:1].isupper():
            place += 1
        return _content(tokens[1:place]) if place > 1 else set()
    if tokens[comma][2] > start:
        return set()
    if tokens[0][1] != "of" and any(lemma(norm) in _sources() for _, norm, _ in tokens[1:comma]):
        return set()  # "In the grid operator's statistics for 2019, …" says whose figure it is
    if tokens[0][1] == "of":
        after = [token for token in tokens[comma:] if token[2] > start]
        return _content(after[: _PHRASE + 2])
    return _content(tokens[1:comma])


def _following(tokens: Words, place: int, claim: Claim, opening: frozenset[str]) -> set[str]:
    """What narrows a noun from behind: a phrase with a preposition, a clause with "who", a participle."""
    found: set[str] = set()
    for _ in range(2):
        if place >= len(tokens):
            break
        norm = tokens[place][1]
        if norm in word_set("relative"):
            found |= _relative(tokens, place + 1, claim)
            break
        if norm in opening:
            found |= _phrase(tokens, place + 1, norm, claim.event)
            opening = word_set("after_noun")
            place = _end_of_phrase(tokens, place + 1, claim.event)
            continue
        other_verb = norm.endswith("ed") and verb_lemma(norm) not in (claim.event, norm)
        if other_verb and _closes(tokens, place):
            found.add(verb_lemma(norm))
        break
    return found


def _relative(tokens: Words, place: int, claim: Claim) -> set[str]:
    """The content words of a clause with "who", without the figure's own verb and the happening it was in."""
    inside = tokens[place : place + _PHRASE + 2]
    stop = next((at for at, (_, norm, _) in enumerate(inside) if at and norm in ("in", "during", "at", "by")), None)
    if stop is not None and any(lemma(norm) in happenings() for _, norm, _ in inside[stop:]):
        inside = inside[:stop]
    return _content([token for token in inside if not claim.event or verb_lemma(token[1]) != claim.event])


def _closes(tokens: Words, place: int) -> bool:
    """Whether a participle ends its phrase or goes on with a preposition; else it may be the finite verb."""
    return place + 1 == len(tokens) or tokens[place + 1][1] in (
        ",",
        ".",
        "in",
        "by",
        "at",
        "on",
        "with",
        "for",
        "before",
    )


def _phrase(tokens: Words, place: int, preposition: str, event: str) -> set[str]:
    """The content words of a noun phrase, unless it names a time or a happening."""
    stop = _end_of_phrase(tokens, place, event)
    inside = [token for at, token in enumerate(tokens[place:stop], place) if not _introduces(tokens, at)]
    words = _content(inside)
    if preposition in ("over", "under", "aged", "above", "below") and inside and inside[0][1][:1].isdigit():
        return {f"{preposition}-{inside[0][1]}"}
    ages = {norm for _, norm, _ in inside if _AGES.fullmatch(norm)}
    if ages:
        return ages  # "among under-25s"
    if any(any(mark.isdigit() for mark in norm) or norm in numerals() for _, norm, _ in inside):
        return set()
    last = next((norm for _, norm, _ in reversed(inside) if norm not in closed_words()), "")
    if preposition in ("in", "on", "at", "by", "with", "for", "from", "to", "of", "near", "around") and (
        lemma(last) in happenings() or last in day_words()
    ):
        return set()
    if preposition in ("by", "on", "to", "of", "around", "near") and (
        len(inside) > 1 and inside[0][1] in ("the", "a", "an", "his", "her", "its", "their")
    ):
        return set()
    if preposition in ("by", "to", "of", "on", "near", "around", "with") and last and not last.endswith("s"):
        return set()
    return words


_AGES = re.compile(r"(?:under|over)-?\d\ds?|\d\d-?(?:to-?)?\d\d-year-olds?|\d\d-year-olds?")


def _introduces(tokens: Words, at: int) -> bool:
    """Whether a noun only says who a name is: "the toolmaker Reiss"."""
    if at + 1 >= len(tokens) or at < 1:
        return False
    plain, named = tokens[at][0][:1].islower(), tokens[at + 1][0][:1].isupper()
    return plain and named and tokens[at - 1][1] == "the"


def _end_of_phrase(tokens: Words, place: int, event: str) -> int:
    """Where a noun phrase ends: before a closed word, a mark, a participle or the verb of the figure."""
    first = place
    while place < len(tokens) and place - first < _PHRASE + 1:
        norm = tokens[place][1]
        determiner = norm in ("the", "a", "an", "all", "its", "their", "his", "her", "this")
        if (norm in closed_words() and not determiner) or not norm[:1].isalnum():
            break
        if place > first and (norm in past_forms() or norm.endswith("ed") or (event and verb_lemma(norm) == event)):
            break
        place += 1
    return place


def _content(tokens: Words) -> set[str]:
    return {
        lemma(norm)
        for _, norm, _ in tokens
        if norm not in closed_words()
        and norm[:1].isalpha()
        and (weight(lemma(norm)) > 0 or norm in word_set("outside"))
        and norm not in _timely()
        and norm not in _light()
        and norm not in word_set("describing")
        and not _grading(norm)
    }


@cache
def _quarters() -> frozenset[str]:
    """Words that make a part of a town: old, upper, inner."""
    return frozenset(word for pair in table()["pairs"] for word in pair)


def _grading(norm: str) -> bool:
    """Whether a word only says how an adjective holds: "seasonally adjusted"."""
    return norm.endswith("ally") and len(norm) > _ADVERB


_ADVERB = 6  # letters that "rally" and "tally" have not


@cache
def _sources() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["nouns"])


@cache
def _light() -> frozenset[str]:
    return frozenset(load_table("events")["light"])


@cache
def _timely() -> frozenset[str]:
    return frozenset(load_table("events")["calendar"]) | frozenset(day_words())


def _owners(tokens: Words, claim: Claim, start: int) -> set[str]:
    """What belongs to a named thing: the children's ward of Lorca hospital is a part of the hospital."""
    found: set[str] = set()
    measure = {*claim.core.split(), claim.head, claim.event}
    for place in range(1, len(tokens) - 1):
        _, norm, at = tokens[place]
        if at >= start:
            break
        if norm != "of" or not any(token[0][:1].isupper() for token in tokens[place + 1 : place + 4]):
            continue
        owner = lemma(tokens[place - 1][1])
        people = load_table("people")
        if owner in people["generic"] or owner in people["specific"]:
            continue
        if owner in happenings() or owner in word_set("properties") or owner in table()["property"]["words"]:
            continue
        if owner in word_set("towns") and place > 1 and tokens[place - 2][1] in _quarters():
            found.add(owner)  # the old town of Lomm
        if owner not in measure and owner not in word_set("selves") and owner not in closed_words():
            found.add(owner)
    return found
