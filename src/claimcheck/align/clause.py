"""What the sentence around a figure says beside the figure: restrictions, conditions, the tense, how far it reaches.

Read only for claims that are compared at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.align.weights import weight
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Document, Kind

__all__ = ["Clause", "read_clause"]

_WORD = re.compile(r"[^\W_][\w'’-]*|[,;:()—–.]")
_BREAK = re.compile(r"[;:—]|\s[-–]\s|,\s+(?:and|but|while|whereas|which|who|where|of which)\s|\n\n")
_LONG = 600  # characters of a sentence that are read
_FRONT = 9  # words that an opening phrase may have
_PHRASE = 4  # content words taken from one restricting phrase


@frozen
class Clause:
    """What was found; words are lemmas.

    ``restrictions`` narrow the thing that is counted, ``conditions`` name days and times of day on which something is
    regularly so, ``mentions`` all that are named, ``labels`` are
    numbered or lettered things (ward A), ``qualified`` each word with the noun after it (left bank), ``running`` says that the clause tells of a present or just completed state,
    ``able`` that it tells what could be, ``lifetime`` that the figure has come together since something began,
    ``margin`` that it is a distance from a mark, ``state`` that it tells of a plain present state, ``unknown_verb``
    that a verb stands in it which the claim does not give.
    """

    restrictions: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    labels: frozenset[tuple[str, str]] = frozenset()
    qualified: frozenset[tuple[str, str]] = frozenset()
    running: bool = False
    able: bool = False
    lifetime: bool = False
    margin: bool = False
    state: bool = False
    role: str = ""
    row: frozenset[str] = frozenset()
    unknown_verb: bool = False


@cache
def _table() -> dict[str, Any]:
    return load_table("restrictions")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_table()[name])


@cache
def _conditions() -> dict[str, str]:
    return {word: name for name, words in _table()["condition"].items() for word in words}


@cache
def _margin() -> frozenset[str]:
    return frozenset(_table()["margin"]["words"])


@cache
def _closed() -> frozenset[str]:
    grammar = load_table("grammar")
    return frozenset(
        word
        for key in ("prepositions", "conjunctions", "pronouns", "auxiliaries", "determiners")
        for word in grammar[key]
    )


@cache
def _pasts() -> dict[str, str]:
    return {forms[0]: verb for verb, forms in load_table("grammar")["irregular"].items()}


@cache
def _happenings() -> frozenset[str]:
    return frozenset(load_table("grammar")["event_nouns"])


def read_clause(claim: Claim, document: Document | None) -> Clause:
    """Read the sentence of a claim; nothing is found where the text is not at hand or is no prose."""
    if document is None or claim.structure == "code":
        return Clause()
    if claim.structure == "table":
        return Clause(row=frozenset(_row(claim, document.text)))
    sentence, start, end = _sentence(claim, document.text)
    if not sentence.strip():
        return Clause()
    first, last = _bounds(sentence, start, end)
    around = sentence[first:last]
    tokens = [(match[0], fold(match[0]), match.start() + first) for match in _WORD.finditer(around)]
    norms = [norm for _, norm, _ in tokens]
    running, state = _tense(norms, claim)
    return Clause(
        frozenset(_restrictions(tokens, claim, start, end, first == 0)),
        frozenset(_times_of_day(norms, running)),
        frozenset(
            _conditions()[norm.removesuffix("'s")] for norm in norms if norm.removesuffix("'s") in _conditions()
        ),
        frozenset(_labels(around, start - first, end - first)),
        frozenset(_qualified(norms)),
        running,
        _is_able(norms, claim),
        any(phrase in fold(around) + " " for phrase in _table()["lifetime"]["phrases"]),
        _is_margin(sentence[end:]),
        state,
        _role(claim, sentence[:start], sentence[end:]) if claim.kind is Kind.VERSION else "",
        unknown_verb=not claim.event and _odd_verb(norms),
    )


def _row(claim: Claim, text: str) -> set[str]:
    """The content words of a table row's first cell, where the figure stands in another one."""
    start = text.rfind("\n", 0, claim.span.start) + 1
    end = text.find("\n", claim.span.end)
    line = text[start : end if end >= 0 else len(text)][:_LONG]
    mark = "|" if "|" in line else "\t" if "\t" in line else ";" if ";" in line else ","
    cells = line.strip().strip(mark).split(mark)
    at = line.find(cells[0])
    if len(cells) < 2 or start + at <= claim.span.start < start + at + len(cells[0]):
        return set()
    return {lemma(word) for word in _NAME.findall(fold(cells[0])) if weight(lemma(word)) > 0}


_NAME = re.compile(r"[^\W\d_][^\W_'’]*")


def _sentence(claim: Claim, text: str) -> tuple[str, int, int]:
    low, high = claim.sentence.start, claim.sentence.end
    if claim.span.end - low > _LONG:
        low = claim.span.start - _LONG // 2
    high = min(high, claim.span.end + _LONG // 2)
    return text[low:high], claim.span.start - low, claim.span.end - low


def _bounds(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the figure."""
    first, last = 0, len(sentence)
    for found in _BREAK.finditer(sentence):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def _times_of_day(norms: Sequence[str], running: bool) -> set[str]:
    """Days and times of day on which something is regularly so: "on Sundays", "at night", "every Friday"."""
    found = set()
    for place, norm in enumerate(norms):
        name = _conditions().get(norm)
        if name is None:
            continue
        before = norms[place - 1] if place else ""
        regular = norm.endswith("s") or before in ("every", "each") or (before in ("at", "by") and name == "night")
        if regular or (running and before in ("in", "on", "the", "to", "from")):
            found.add(name)
    return found


def _is_able(norms: Sequence[str], claim: Claim) -> bool:
    """Whether the verb of the figure stands under "can", "able to" or "capable of"."""
    words = _set("able")
    for place, norm in enumerate(norms):
        if norm in words and any(verb_lemma(one) == claim.event or one == claim.event for one in norms[place + 1 : place + 4]):
            return bool(claim.event)
    return "capacity" in claim.measure.split()


def _tense(norms: Sequence[str], claim: Claim) -> tuple[bool, bool]:
    """Whether the clause tells of a present or just completed state, and whether of a plain present one."""
    words = set(norms)
    if words & {"was", "were", "had", "did"}:
        return False, False
    for place, norm in enumerate(norms):
        verb = _pasts().get(norm) or (verb_lemma(norm) if norm.endswith("ed") else "")
        if not verb or verb == norm or verb not in (claim.event, ""):
            continue
        before = norms[max(place - 3, 0) : place]
        if not {"has", "have", "is", "are", "be", "been", "being"} & set(before):
            return False, False
    perfect = any(
        norm in ("has", "have") and any(_participle(one) for one in norms[place + 1 : place + 4])
        for place, norm in enumerate(norms)
    )
    progressive = any(
        norm in ("is", "are") and any(one.endswith("ing") for one in norms[place + 1 : place + 3])
        for place, norm in enumerate(norms)
    )
    return True, not perfect and not progressive and not words & _set("at_present")


def _participle(norm: str) -> bool:
    return norm.endswith("ed") or norm in _participles()


@cache
def _participles() -> frozenset[str]:
    return frozenset(forms[1] for forms in load_table("grammar")["irregular"].values()) | {"been", "had", "done"}


def _role(claim: Claim, before: str, after: str) -> str:
    """What a version is said to be: one that is needed, the current one, a tested one, or one at which a thing happened."""
    ahead = [match[0].lower() for match in _WORD.finditer(before)]
    behind = [match[0].lower() for match in _WORD.finditer(after)][:4]
    text = claim.text
    table = _table()["version"]
    near = ahead[-6:]
    if set(ahead) & set(table["happening"]) or (len(ahead) < 3 and ahead[:1] == ["in"]):
        return "event"
    if text.endswith("+") or text[:1] in "><=≥~^" or set(behind[:3]) & set(table["after"]) or set(text.lower().split()) & set(table["after"]):
        return "needed"
    if set(near) & set(table["event"]):
        return "event"
    if set(ahead) & set(table["needed"]):
        return "needed"
    if set(ahead) & set(table["tested"]):
        return "tested"
    if set(near) & set(table["current"]) or set(behind) & set(table["current"]):
        return "current"
    return ""


def _odd_verb(norms: Sequence[str]) -> bool:
    """Whether the clause has a finite verb that is on no list: "upheld", or a form in -ed that governs no figure."""
    words = set(norms)
    if words & {"is", "are", "was", "were", "has", "have", "had", "be"}:
        return False
    return any(norm in _pasts() or norm.endswith(("ed", "held", "ought", "took")) for norm in norms[1:])


def _is_margin(after: str) -> bool:
    """Whether the figure is a distance from a mark: "2 metres above the mark", "4 seats short of"."""
    words = [match[0].lower() for match in _WORD.finditer(after[:60])][:5]
    if not words:
        return False
    if words[0] in _margin() and "sea" not in words[:4]:
        return words[0] in ("above", "below", "short", "beyond", "ahead", "behind") or words[1:2] == ["than"]
    marks = ("above", "below", "short", "ahead", "behind")
    return len(words) > 1 and words[0].isalpha() and words[1] in marks and "sea" not in words


_LABEL = re.compile(
    r"\b([A-Za-z][a-z]{2,}) (?:no\.? )?([A-Z]|[IVX]{1,4}|\d{1,3}[a-z]?)\b(?![-'’.,]?\w|\s?%|\s(?:per cent|percent|million|billion))"
)


@cache
def _labelled() -> frozenset[str]:
    """Nouns that a number or a letter names."""
    return _set("labelled")


def _labels(around: str, start: int, end: int) -> list[tuple[str, str]]:
    """Numbered and lettered things; a figure before a noun counts it ("of the trial 12 patients")."""
    found = []
    for match in _LABEL.finditer(around):
        noun, label = match[1].lower(), match[2].lower()
        if noun not in _labelled() or (match.start(2) < end and start < match.end(2)):
            continue
        after = _WORD.search(around, match.end())
        if label.isdigit() and after is not None and after[0].islower() and after[0] not in _closed():
            if lemma(after[0]) != verb_lemma(after[0]) or not after[0].endswith("s"):
                continue
        found.append((noun, label))
    return found


def _qualified(norms: Sequence[str]) -> list[tuple[str, str]]:
    """Each word with the noun after it: left bank, old houses."""
    return [(one, lemma(other)) for one, other in zip(norms, norms[1:], strict=False) if other[:1].isalpha()]


Words = Sequence[tuple[str, str, int]]


def _restrictions(tokens: Words, claim: Claim, start: int, end: int, whole: bool) -> set[str]:
    """The content words of phrases that narrow what is counted."""
    heads = {claim.head, *claim.measure.split()[-1:]} - {""}
    found: set[str] = set()
    verb = next((place for place, (_, norm, _) in enumerate(tokens) if _finite(norm, claim)), len(tokens))
    found |= _opening(tokens, claim, start) if whole else set()
    tokens = [token for token in tokens if not start <= token[2] < end]
    for place, (_, norm, at) in enumerate(tokens):
        if heads and lemma(norm) in heads and norm not in _closed():
            found |= _following(tokens, place + 1, claim, _set("after_noun"))
        elif place < min(verb, 8) and norm in _set("in_subject") and place and at < start:
            found |= _phrase(tokens, place + 1, norm)
    found |= _following([token for token in tokens if token[2] >= end], 0, claim, _set("after_figure"))
    found |= _owners(tokens, claim, start)
    return {word for word in found if word not in heads and weight(word) > 0}


def _finite(norm: str, claim: Claim) -> bool:
    if norm in ("is", "are", "was", "were", "has", "have", "had", "will", "can"):
        return True
    return bool(claim.event) and (verb_lemma(norm) == claim.event or _pasts().get(norm) == claim.event)


def _opening(tokens: Words, claim: Claim, start: int) -> set[str]:
    """What frames the sentence: "In the north the company employs", "Of the lakes, 14 are open to bathers"."""
    if not tokens or tokens[0][1] not in _set("fronted") or tokens[0][2] >= start:
        return set()
    comma = next((place for place, token in enumerate(tokens[:_FRONT]) if token[0] == ","), -1)
    if comma < 0:
        place = 1
        while place < 4 and place < len(tokens) and tokens[place][0][:1].isupper():
            place += 1
        return _content(tokens[1:place]) if place > 1 else set()
    if tokens[comma][2] > start:
        return set()
    if tokens[0][1] == "of":
        after = [token for token in tokens[comma:] if token[2] > start]
        return _content(after[: _PHRASE + 2])
    return _content(tokens[1:comma])


def _following(tokens: Words, place: int, claim: Claim, table: frozenset[str]) -> set[str]:
    """What narrows a noun from behind: a phrase with a preposition, a clause with "who", a participle."""
    found: set[str] = set()
    for _ in range(2):
        if place >= len(tokens):
            break
        norm = tokens[place][1]
        if norm in _set("relative"):
            found |= _content(tokens[place + 1 : place + 1 + _PHRASE + 2])
            break
        if norm in table:
            phrase = _phrase(tokens, place + 1, norm)
            found |= phrase
            place = _end_of_phrase(tokens, place + 1)
            continue
        if norm.endswith("ed") and claim.event and verb_lemma(norm) not in (claim.event, norm) and _closes(tokens, place):
            found.add(verb_lemma(norm))
        break
    return found


def _closes(tokens: Words, place: int) -> bool:
    """Whether a participle ends its phrase or goes on with a preposition; else it may be the finite verb."""
    return place + 1 == len(tokens) or tokens[place + 1][1] in (",", ".", "in", "by", "at", "on", "with", "for", "before")


def _phrase(tokens: Words, place: int, preposition: str) -> set[str]:
    """The content words of a noun phrase, unless it names a time or a happening."""
    stop = _end_of_phrase(tokens, place)
    inside = tokens[place:stop]
    words = _content(inside)
    if any(any(mark.isdigit() for mark in norm) or norm in _numerals() for _, norm, _ in inside):
        return set()
    last = next((norm for _, norm, _ in reversed(inside) if norm not in _closed()), "")
    if preposition in ("in", "on", "at", "by", "with", "for", "from", "to", "of", "near", "around") and (
        lemma(last) in _happenings() or last in _conditions()
    ):
        return set()
    if preposition in ("by", "on", "to", "of", "around", "near") and (
        len(inside) > 1 and inside[0][1] in ("the", "a", "an", "his", "her", "its", "their")
    ):
        return set()
    if preposition in ("by", "to", "of", "on", "near", "around", "with") and last and not last.endswith("s"):
        return set()
    return words


def _end_of_phrase(tokens: Words, place: int) -> int:
    first = place
    while place < len(tokens) and place - first < _PHRASE + 1:
        norm = tokens[place][1]
        determiner = norm in ("the", "a", "an", "all", "its", "their", "his", "her", "this")
        if (norm in _closed() and not determiner) or not norm[:1].isalnum():
            break
        if place > first and (norm in _pasts() or norm.endswith("ed")):
            break
        place += 1
    return place


def _content(tokens: Words) -> set[str]:
    return {
        lemma(norm)
        for _, norm, _ in tokens
        if norm not in _closed()
        and norm[:1].isalpha()
        and weight(lemma(norm)) > 0
        and norm not in _timely()
        and norm not in _light()
    }


@cache
def _numerals() -> frozenset[str]:
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen")
    return frozenset((*words, "hundred", "thousand", "million", "billion", "fifteen", "twenty", "thirty", "forty", "fifty"))


@cache
def _light() -> frozenset[str]:
    return frozenset(load_table("events")["light"])


@cache
def _timely() -> frozenset[str]:
    return frozenset(load_table("events")["calendar"]) | frozenset(_conditions())


def _owners(tokens: Words, claim: Claim, start: int) -> set[str]:
    """What belongs to a named thing: the children's ward of Lorca hospital is a part of the hospital."""
    found: set[str] = set()
    measure = {*claim.measure.split(), claim.head, claim.event}
    for place in range(1, len(tokens) - 1):
        surface, norm, at = tokens[place]
        if at >= start:
            break
        if norm != "of" or not any(token[0][:1].isupper() for token in tokens[place + 1 : place + 4]):
            continue
        owner = lemma(tokens[place - 1][1])
        people = load_table("people")
        if owner in people["generic"] or owner in people["specific"]:
            continue
        if owner not in measure and owner not in _set("selves") and owner not in _closed():
            found.add(owner)
    return found
