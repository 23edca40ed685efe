"""Whether a claim is asserted at all: not supposed, denied, asked, rumoured, or only a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from claimcheck.align.context import WORD
from claimcheck.align.limits import denies, forbids
from claimcheck.align.tables import word_set
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Claim, Document, Kind, Status

__all__ = ["silent"]

_SILENT = frozenset({Status.HYPOTHETICAL, Status.NEGATED})


_SWITCHING = 4  # words after a 0 among which it is told what it stands for


# What is either on or off, by its row: "| `TRACE` | `0` | Set to `1` to print each step |", and by what it is set to.
_SET_TO = re.compile(r"\bset (?:it |this )?to `?$", re.IGNORECASE)
_DESCRIBED = re.compile(r"[^|\n]*\|[^|\n]*\bset (?:it )?to `?(?:1|0|true|false|yes|no|on|off)\b", re.IGNORECASE)
_BEFORE, _LONG = 20, 200  # characters


def _is_switch(claim: Claim, document: Document) -> bool:
    """Whether a 0 or a 1 only tells how something is turned off or on: "`0` disables the limit", "0 = off"."""
    quantity = claim.quantity
    if quantity is None or quantity.low != quantity.high or quantity.low not in (0, 1) or quantity.unit == "percent":
        return False
    text, at = document.text, claim.span
    if claim.structure == "table" and _DESCRIBED.match(text, at.end, at.end + _LONG):
        return True
    if _SET_TO.search(text[max(at.start - _BEFORE, 0) : at.start]):
        return True
    if quantity.low:
        return False
    after = WORD.findall(text[at.end : at.end + 40].lower())[:_SWITCHING]
    return not set(after).isdisjoint(load_table("events")["switching"])


def silent(claim: Claim, document: Document | None) -> bool:
    """Whether a claim is not asserted: supposed or denied. What is permitted ("may have up to five") is asserted."""
    if document is not None and _is_label(claim, document):
        return True
    if document is not None and (_is_switch(claim, document) or _is_rumour(claim, document)):
        return True
    if document is not None and (_is_former(claim, document) or _is_unreal(claim, document) or _asks(claim, document)):
        return True
    if document is not None and claim.kind is Kind.MEASURE and _names_a_race(claim, document):
        return True
    if document is not None and claim.kind is Kind.AGE and _only_tells_whom(claim, document):
        return True
    if document is not None and claim.kind is Kind.DURATION and _looks_back(claim, document):
        return True
    if claim.status is Status.NEGATED and document is not None:
        if forbids(claim, document) or denies(claim, document):
            return False
    if claim.status is not Status.HYPOTHETICAL or document is None:
        return claim.status in _SILENT
    before = document.text[claim.sentence.start : claim.span.start]
    clause = set(WORD.findall(re.split(r"[;:—]", before)[-1].lower()))
    table = load_table("events")
    return bool(clause & set(table["supposing"])) or not _permits(claim, document, table)


_RACE = re.compile(r"\d[\d,.]*(?:\s(?:metres|meters|miles|yards|kilometres|kilometers)|\s?(?:m|km))")


def _names_a_race(claim: Claim, document: Document) -> bool:
    """Whether a distance is the name of a race: "second in the 1,500 metres"."""
    before = document.text[max(claim.span.start - _LEAD, claim.sentence.start) : claim.span.start].lower()
    return before.endswith(("in the ", "won the ", "wins the ", "over the ")) and bool(_RACE.fullmatch(claim.text))


_LEAD = 12  # characters before a figure


def _only_tells_whom(claim: Claim, document: Document) -> bool:
    """Whether an open age says of which people another figure is: "81% of people over 65"."""
    quantity = claim.quantity
    if quantity is None or (quantity.low is not None and quantity.high is not None):
        return False
    return word_set("ruled").isdisjoint(WORD.findall(claim.sentence.cover(document.text).lower()))


_EXTREME = re.compile(
    r"\b(?:first|last|only|[a-z]{3,}est|worst|best|most|least)\b"
    r"(?:(?!\b(?:was|were|is|are|has|had|took|takes)\b)[^,.;:]){0,45}\b(?:in|for)\s(?:the\s)?(?:past\s|last\s)?$",
    re.IGNORECASE,
)


_WINDOW = re.compile(
    r"\b(?:in|during|over|after) (?:the|its|their) (?:first|last|past|next|coming|previous|opening|final)\s$",
    re.IGNORECASE,
)


def _looks_back(claim: Claim, document: Document) -> bool:
    """Whether a length of time only says among which years something is extreme, or when a figure is counted: "the
    heaviest loss in two years", "in the first four weeks 8,550 people travelled".
    """
    start, end = claim.sentence.start, claim.span.start
    return any(pattern.search(document.text, start, end) is not None for pattern in (_EXTREME, _WINDOW))


_UNREAL = re.compile(r"\W*(?:Had|Were|Should)\b[^.;]*,[^.;]*\b(?:would|could|might)\b")


# "Somebody on Facebook claims that 3,000 people were evacuated", "rumour has it that".
_RUMOUR = re.compile(
    r"\b(?:some(?:body|one)|anonymous \w+|rumou?rs?|gossip|the internet|social media)\b[^.;:]{0,40}?"
    r"\b(?:claim(?:s|ed)?|say(?:s|ing)?|said|has it|had it|insist(?:s|ed)?|posted|wrote|went round|goes)\b",
    re.IGNORECASE,
)


def _is_rumour(claim: Claim, document: Document) -> bool:
    """Whether nobody whom one could name says so."""
    return _RUMOUR.search(document.text, claim.sentence.start, claim.span.start) is not None


def _is_unreal(claim: Claim, document: Document) -> bool:
    """Whether the sentence tells of what would have been: "Had the threshold been 3%, they would have won 11 seats"."""
    return _UNREAL.match(claim.sentence.cover(document.text)) is not None


_FORMER_BEFORE = re.compile(
    r"(?:\((?:it )?(?:was|were|from|previously|formerly)|\b(?:up|down) from)[\s~*]*$", re.IGNORECASE
)
_FORMER_AFTER = re.compile(r"[\w\s*~%+]{0,12}(?:→|->|=>|➜)[\s*~]*\d")


def _asks(claim: Claim, document: Document) -> bool:
    """Whether the sentence is a question, which asserts nothing."""
    return document.text[claim.sentence.start : claim.sentence.end].rstrip("*_\"'”’) \n").endswith("?")


def _is_former(claim: Claim, document: Document) -> bool:
    """Whether the figure is the one of before: "(was 12)", "10 → 17"."""
    before = document.text[max(claim.span.start - 24, claim.sentence.start) : claim.span.start]
    if claim.kind in (Kind.DATE, Kind.PERIOD, Kind.CHANGE):
        return False
    if claim.when is not None and claim.quantity is not None and claim.quantity.role == "from":
        return False  # "down from 80 the year before": the start of a change, of its own time
    return bool(_FORMER_BEFORE.search(before) or _FORMER_AFTER.match(document.text, claim.span.end))


_BEFORE_LABEL = re.compile(r"([A-Za-z]+) (?:no\.? |number )?$")
_AFTER_LABEL = re.compile(r"\W*([A-Za-z]+)?")
_PRODUCT = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?:[A-Z][\w-]* ?)+ $")


def _is_label(claim: Claim, document: Document) -> bool:
    """Whether a bare number names rather than counts: situation report 6, exit code 1, the Lumo 40 lamp."""
    if claim.kind is not Kind.COUNT or not claim.text.isdigit() or claim.structure == "table":
        return False
    before, after = (
        document.text[max(claim.span.start - 40, 0) : claim.span.start],
        document.text[claim.span.end :][:30],
    )
    next_word = _AFTER_LABEL.match(after)
    word = (next_word[1] or "") if next_word else ""
    table = load_table("restrictions")
    ahead = _BEFORE_LABEL.search(before)
    if ahead is not None and ahead[1].lower() in table["labelled"]:
        return not word[:1].islower() or after[:1] in ".,:;)" or word in table["after_label"] or word in _closed()
    if ahead is not None and _names(claim, document, ahead[1], before[: ahead.start()], word):
        return True
    product = _PRODUCT.search(before.rstrip() + " ")
    return product is not None and word[:1].islower() and not word.endswith("s") and word == claim.head


_SMALL = 3  # digits of a number that tells things of one name apart
_STARTS = re.compile(r"(?:^|[.!?:;|>\n])[\s#*_>-]*(?:\w+\s){0,2}$")


_RESULT = re.compile(r"\b([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*) \d{1,3}(?=[,;.)\n]| and\b| \(|$)")
_RESULTS = 3  # names with a number each that make a list of results


def _in_results(sentence: str) -> bool:
    """Whether name after name has a number of its own: "Labour 20, Liberals 14 and Greens 3"."""
    return len(set(_RESULT.findall(sentence))) >= _RESULTS


def _names(claim: Claim, document: Document, noun: str, lead: str, after: str) -> bool:
    """Whether a small number right after a singular noun tells one thing from its like: Header 2, member ID 27."""
    if len(claim.text) > _SMALL or noun.lower() in _properties() or noun.lower() in _closed():
        return False
    if noun.lower().endswith("s") or (claim.head and lemma(noun.lower()) != claim.head):
        return False
    if _in_results(claim.sentence.cover(document.text)):
        return False
    if after[:1].islower() and after not in _closed() and after not in load_table("restrictions")["after_label"]:
        return after in _auxiliaries()
    if not claim.head and noun.lower() != "id":  # then the word may be a verb: "Sold 45", "it reached 45"
        return noun.isupper() or (noun[0].isupper() and _STARTS.search(lead) is None)
    return noun[0].isupper() or _STARTS.search(lead) is not None or noun.lower() == "id"


@cache
def _properties() -> frozenset[str]:
    return frozenset(load_table("restrictions")["properties"]) | frozenset(load_table("gate")["frames"])


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(load_table("grammar")["auxiliaries"])


@cache
def _closed() -> frozenset[str]:
    grammar = load_table("grammar")
    return frozenset(word for key in ("prepositions", "conjunctions", "auxiliaries") for word in grammar[key])


def _permits(claim: Claim, document: Document, table: Mapping[str, Any]) -> bool:
    words = set(WORD.findall(claim.sentence.cover(document.text).lower()))
    return bool(words & set(table["permitting"]))
