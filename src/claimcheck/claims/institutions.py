"""The body whose report a document is, as its title says: "Orm Harbour Board: Annual Report 2022".

Such a text says "the Board" and "we" of it, and what it leaves unsaid is of it as well.
"""

from __future__ import annotations

import re

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import word_table
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["institution", "landmark_of", "of_institution"]

_PARTS = re.compile(r"\s*[:|–—]\s*|\s+-\s+")
_LANDMARK = 2  # words of a lake's name
_LONGEST = 9  # words of such a name
_QUOTES = frozenset('"“”„«»')
_OURS = frozenset({"we", "our", "us"})


def institution(title: str) -> str:
    """The body that a title gives beside the kind of its paper, or the empty string."""
    parts = _PARTS.split(title.strip())
    if len(parts) == 1:
        words = title.split()
        while words and _of_paper(words[-1]):
            words.pop()
        return _body(words) if len(words) < len(title.split()) else ""
    bodies = [_body(part.split()) for part in parts]
    papers = [all(map(_of_paper, part.split())) for part in parts]
    named = [body for body, paper in zip(bodies, papers, strict=True) if body and not paper]
    return named[0] if len(named) == 1 and any(papers) else ""


def _of_paper(word: str) -> bool:
    """Whether a word of a title says what paper it is and of what time: "Annual", "Report", "2022"."""
    plain = word.strip(".,()").lower()
    return lemma(plain) in word_table("papers") or plain in _periods() or any(char.isdigit() for char in plain)


def _periods() -> frozenset[str]:
    return frozenset(load_table("names")["papers"]["periods"])


def _body(words: list[str]) -> str:
    """A name of capitalised words that ends in, or begins with, the noun of a body."""
    if words and words[0].lower() == "the":
        words = words[1:]
    if not 1 < len(words) <= _LONGEST:
        return ""
    if not all(word[:1].isupper() or word.lower() in grammar().prepositions | {"and", "the", "&"} for word in words):
        return ""
    return " ".join(words) if {words[-1].lower(), words[0].lower()} & word_table("bodies") else ""


def landmark_of(name: str) -> tuple[str, str]:
    """The lake or river that a body's name begins with, with its noun: "Lake Orm" of "Lake Orm Council"."""
    words = name.split()
    if len(words) > _LANDMARK and words[0].lower() in load_table("names")["papers"]["landmarks"]:
        return " ".join(words[:2]), words[0].lower()
    return "", ""


def of_institution(reading: Reading, mention: Mention) -> bool:
    """Whether a sentence that nobody is quoted with says "we" or "our" of those whose text it is, in the clause of a
    figure.
    """
    norms = reading.norms
    first, last = reading.clause(mention.first)
    return not _OURS.isdisjoint(norms[first:last]) and _QUOTES.isdisjoint(reading.scan.vocabulary)
