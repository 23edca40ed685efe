"""Who issued a document and when, as the line of its date says."""

from __future__ import annotations

import regex

from claimcheck.claims.grammar import lemma
from claimcheck.claims.names import Names
from claimcheck.claims.places import place_names
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import given_names, known_word, word_table
from claimcheck.extract.scan import Mention
from claimcheck.records import Document, Kind

__all__ = ["PUBLISHED", "is_dateline", "publisher"]

PUBLISHED = "publication date of the document"
"""What the date of a document's own dateline measures."""

_ISSUED = frozenset({"published", "updated", "issued", "posted", "released", "dated"})  # verbs of its own date

_LINE = regex.compile(r"[*_`#>]+")
_BY = regex.compile(r"\b[Bb]y\b|[.,;|·–—]|\s--?\s")
_OPENING = 2  # characters before which there is no line
_MAGAZINE = 2  # words of a name that needs no "magazine"
_LONG = 7  # words of a publisher's name
_NUMBERED = (["No"], ["Nr"], ["Vol"], ["Issue"], ["Ref"])  # "No. 3/2023, 11 January 2023"


def is_dateline(document: Document, reading: Reading, mention: Mention) -> bool:
    """Whether a date is that of the document's own dateline."""
    if mention.kind is not Kind.DATE:
        return False
    where = dict(document.attributes).get("published_from")
    if where is None:
        return False
    start, _, end = where.partition(":")
    if mention.span.end <= int(start) or mention.span.start >= int(end):
        return False
    verbs = [k for k, mark in enumerate(reading.tags) if mark in "VX"]
    return all(reading.norms[k] in _ISSUED or reading.tags[k] == "X" for k in verbs)


def publisher(document: Document, mention: Mention, names: Names) -> tuple[str, ...]:
    """Who published a document, as the line of its date says; empty where it names nobody."""
    found = document.publisher or _issuer(document.text, mention.span.start, names)
    return (found,) if found else ()


def _issuer(text: str, at: int, names: Names) -> str:
    """The body that issued a text whose date stands at an offset: named in its line or the line before, or nothing."""
    start = text.rfind("\n", 0, at) + 1
    for line in (text[start:at], text[text.rfind("\n", 0, start - 1) + 1 : start - 1]):
        parts = [part.strip() for part in _BY.split(_LINE.sub(" ", line).strip()) if part.strip()]
        for number, part in enumerate(parts):
            name = _named(part.removeprefix("For ").strip(), names, alone=number == 0)
            if name:
                return name
        if start < _OPENING:
            break
    return ""


def _named(part: str, names: Names, *, alone: bool) -> str:
    """The body that a part of a dateline names, or the empty string; one word names it only ``alone``, in front."""
    place = part.rpartition(" in ")[0]
    words = (place if place and _personal(place) else part).split()
    told = " ".join(words)
    if words and words[-1].lower() in word_table("corporate") | {"as", "sa", "se", "oy"} and len(words) > 1:
        words.pop()
    if len(words) > _MAGAZINE and words[-1].islower():
        words.pop()  # "River & Coast magazine"
    if (
        not words
        or words in _NUMBERED
        or not words[0][:1].isupper()
        or len(words) > _LONG
        or _ISSUED & {word.lower() for word in words}
    ):
        return ""
    name = " ".join(words)
    label = lemma(words[0].lower()) in word_table("papers") or (len(words) == 1 and not alone)
    if label or any(char.isdigit() for char in name) or _personal(told) or _of_plural(words):
        return ""
    if name.isupper() and len(words) > 1:
        name = names.unshouted(name)
    return "" if names.canonical(name) in place_names() else names.canonical(name) or name


def _of_plural(words: list[str]) -> bool:
    """Whether a part tells of things, as "Floods in the Orm" does, and names no body."""
    plural = len(words) > 1 and words[0].endswith("s") and lemma(words[0].lower()) != words[0].lower()
    return plural and words[1] in {"in", "on", "of", "at"} and known_word(words[0].lower())


def _personal(name: str) -> bool:
    """Whether a byline's words look like somebody's name: two or three of them, none an ordinary word."""
    words = name.split()
    if len(words) in (2, 3) and words[0].lower() in given_names():
        return not any(word.lower() in word_table("corporate") | word_table("things") for word in words)
    return (
        len(words) in (2, 3)
        and all(word[:1].isupper() for word in words)
        and not any(
            known_word(word.lower()) or word.lower() in word_table("corporate") or word.isupper() for word in words
        )
    )
