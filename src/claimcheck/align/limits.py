"""Whether a claim sets a limit, and which: what may be, what is refused, what a maximum is."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from claimcheck.align.context import WORD
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Claim, Document, Kind, Modifier, Quantity

__all__ = ["bound_words", "denies", "forbids", "limit_of"]


def forbids(claim: Claim, document: Document) -> bool:
    """Whether the negation forbids more, and so sets a limit: "must not weigh more than 15 kg"."""
    quantity = claim.quantity
    if quantity is None or quantity.modifier not in (Modifier.MORE_THAN, Modifier.LESS_THAN):
        return False
    words = set(WORD.findall(document.text[claim.sentence.start : claim.span.start].lower()))
    return bool(words & {"not", "cannot", "never", "no", "none", "nobody", "neither"}) and bool(
        words & {"must", "may", "can", "cannot", "shall", "should"}
    )


_NONE = re.compile(r"\b(?:no|none|never|nobody|nothing|neither|not (?:a|one|a single))\b", re.IGNORECASE)


def denies(claim: Claim, document: Document) -> bool:
    """Whether nothing goes beyond the bound: "no party won more than 30%", "never less than five million"."""
    quantity = claim.quantity
    if quantity is None or quantity.modifier not in (Modifier.MORE_THAN, Modifier.LESS_THAN):
        return False
    before = document.text[claim.sentence.start : claim.span.start]
    return _NONE.search(re.split(r"[,;:—]", before)[-1]) is not None


def _turned(claim: Claim, quantity: Quantity) -> Claim:
    end = quantity.high if quantity.high is not None else quantity.low
    if quantity.modifier is Modifier.MORE_THAN:
        return evolve(claim, quantity=evolve(quantity, low=None, high=end, modifier=Modifier.AT_MOST))
    return evolve(claim, quantity=evolve(quantity, low=end, high=None, modifier=Modifier.AT_LEAST))


_BOUNDS = {
    Modifier.AT_MOST: Modifier.AT_MOST,
    Modifier.LESS_THAN: Modifier.AT_MOST,
    Modifier.AT_LEAST: Modifier.AT_LEAST,
    Modifier.MORE_THAN: Modifier.AT_LEAST,
    Modifier.RANGE: Modifier.RANGE,
}


_MOST, _LEAST = frozenset({"maximum", "max"}), frozenset({"minimum", "min"})
_BOUND_WORDS = {
    Modifier.AT_MOST: _MOST,
    Modifier.LESS_THAN: _MOST,
    Modifier.AT_LEAST: _LEAST,
    Modifier.MORE_THAN: _LEAST,
}


def bound_words(claim: Claim) -> frozenset[str]:
    """What a figure says by its bound: "up to 2,048 fields" is of the maximum of fields."""
    return _BOUND_WORDS.get(claim.quantity.modifier, frozenset()) if claim.quantity is not None else frozenset()


def limit_of(claim: Claim, document: Document | None) -> tuple[bool, Claim]:
    """Whether a claim sets a limit, and the claim with the limit as its bound.

    What lies "above 8 MB" and is refused makes 8 MB the most; an exact figure called a maximum is one as well.
    """
    quantity = claim.quantity
    if quantity is None or document is None or claim.kind is Kind.RANK:
        return False, claim
    if claim.kind is Kind.DURATION and quantity.modifier is Modifier.EXACT and _cut_off(claim, document):
        return True, evolve(claim, quantity=evolve(quantity, low=None, modifier=Modifier.AT_MOST))
    words = _words(claim, document)
    forbidden = forbids(claim, document)
    refused = forbidden or bool(words & _table("refusing")) or _left_without(claim, document)
    if not forbidden and denies(claim, document):
        return False, _turned(claim, quantity)
    if not refused and not _rules(claim, document, words):
        return False, claim
    bound = _BOUNDS.get(quantity.modifier)
    if bound is None and quantity.modifier is Modifier.EXACT:
        bound = _named_bound(claim, document, words, refused)
    if bound is None:
        return False, claim
    end = quantity.high if quantity.high is not None else quantity.low
    if refused and bound is not Modifier.RANGE:
        bound = Modifier.AT_MOST if bound is Modifier.AT_LEAST else Modifier.AT_LEAST
    if bound is Modifier.RANGE:
        return True, claim
    low, high = (None, end) if bound is Modifier.AT_MOST else (end, None)
    return True, evolve(claim, quantity=evolve(quantity, low=low, high=high, modifier=bound))


def _cut_off(claim: Claim, document: Document) -> bool:
    """Whether something is ended after so long, each time: "a build is stopped after 60 minutes"."""
    before = document.text[claim.sentence.start : claim.span.start].lower()
    found = _ENDED.search(before)
    return found is not None and found[1] in _table("cut_off")


_ENDED = re.compile(r"\b(?:is|are|gets?) (?:automatically )?([a-z]+(?: off| out)?) after\s$")


def _words(claim: Claim, document: Document) -> set[str]:
    words = set(WORD.findall(claim.sentence.cover(document.text).lower()))
    if claim.structure == "table":
        words |= {"maximum" if word == "max" else "minimum" if word == "min" else word for word in claim.core.split()}
    return words


def _rules(claim: Claim, document: Document, words: set[str]) -> bool:
    """Whether the sentence tells what may be or has to be, what a thing holds, or the most that there is."""
    assert claim.quantity is not None
    ahead = document.text[claim.sentence.start : claim.span.start].split()
    attributive = bool(ahead) and ahead[-1].lower() == "with"
    roomy = claim.quantity.modifier is Modifier.AT_MOST and bool(words & _table("room"))
    let_in = bool(words & _PRESENT) and bool(words & _table("let_in"))
    answers = claim.span.start - claim.sentence.start <= _MARKS and _answers_may(claim, document)
    if _LINE.search(document.text[claim.sentence.start : claim.span.start].lower()):
        return True
    if attributive or roomy or let_in or answers or _suffices(claim, document) or words & _table("limiting"):
        return True
    return _farthest(claim, document) is not None


def _farthest(claim: Claim, document: Document) -> str | None:
    """The superlative of the last that may be: "the longest video you can post is 90 seconds"."""
    found = _FARTHEST.search(document.text[claim.sentence.start : claim.span.start].lower())
    return None if found is None else found[1]


_FARTHEST = re.compile(
    r"\b(most|least|(?!latest|test|best|west)[a-z]{3,}est)\b[^.,;:!?]{1,50}\b(?:can|may|could|allowed|permitted|accepted)\b"
    r"[^.,;:!?]{0,40}\b(?:is|are|was|measures?|weighs?|lasts?)\s$"
)


def _answers_may(claim: Claim, document: Document) -> bool:
    """Whether a figure answers what may be: "How many loggers can I run? Up to 25"."""
    before = document.text[max(claim.span.start - _ASKED, 0) : claim.span.start]
    asked = _QUESTION.search(before) if "?" in before else None
    return asked is not None and not _MAY.isdisjoint(asked[1].lower().split())


def _suffices(claim: Claim, document: Document) -> bool:
    """Whether a figure is said to be enough: "two partners are sufficient"."""
    after = document.text[claim.span.end : claim.sentence.end]
    found = _ENOUGH.search(after) if any(word in after for word in _SUFFICING) else None
    return found is not None and not _NONE.search(document.text[claim.sentence.start : claim.span.end])


_MARKS, _ASKED = 3, 160  # characters of markup before an answer, and before it in which its question ends
_QUESTION = re.compile(r"([^.?!\n]{8,150})\?[\s*_]*\Z")
_MAY = frozenset({"can", "may", "could", "must", "need"})
_ENOUGH = re.compile(
    r"^[^.;:!?]{0,80}\b(?:is|are|will be) (?:sufficient|enough)\b|^[^.;:!?,]{0,60}\b(?:suffices?|will do)\b"
)
_SUFFICING = ("enough", "suffic", "will do")  # one of them is in every match
_PRESENT = frozenset({"is", "are", "be"})


def _named_bound(claim: Claim, document: Document, words: set[str], refused: bool) -> Modifier | None:
    """The bound that a plain figure is by the words around it: the ceiling is 8, may keep two, the shortest allowed."""
    if words & _table("allowing"):
        lead = set(WORD.findall(document.text[claim.sentence.start : claim.span.start].lower()))
        return Modifier.AT_LEAST if lead & _table("lowest") else Modifier.AT_MOST
    if refused:
        return None
    if _suffices(claim, document):
        return Modifier.AT_LEAST
    named = words if claim.structure == "table" else {*claim.scope, *claim.core.split()}
    if "maximum" in named:
        return Modifier.AT_MOST
    if "minimum" in named:
        return Modifier.AT_LEAST
    before = document.text[claim.sentence.start : claim.span.start].lower()
    called = _CALLED.search(before)
    if called is not None:
        return Modifier.AT_LEAST if called[1] in _table("floors") else Modifier.AT_MOST
    if _LINE.search(before):
        return Modifier.AT_MOST
    if (word := _farthest(claim, document)) is not None:
        return Modifier.AT_LEAST if word in _table("lowest") else Modifier.AT_MOST
    granted = _GRANTED.search(before)
    return Modifier.AT_MOST if granted is not None and lemma(granted[1]) in _table("granted") else None


_LINE = re.compile(r"\b(?:draws? the line|sets? the (?:bar|limit|ceiling)|(?:is|are) capped|maxes out) at\s$")
# "The daily limit for trout is": the noun of the limit, what it is of, and the verb before the figure.
_CALLED = re.compile(
    r"\b(limit|cap|ceiling|threshold|floor|quota|minimum|maximum)s?\b(?: (?:for|of|on|in|at)\b[^,.;:]{1,60})?"
    r" (?:is|are|stands at|at|of|to)(?: set at| now| currently| just| only)?\s$"
)
_GRANTED = re.compile(r"\b(?:may|can) (?:each )?([a-z]+)\s(?:only |just )?$")


def _left_without(claim: Claim, document: Document) -> bool:
    """Whether those beyond the bound get nothing: "parties with less than 5 percent get no seats"."""
    quantity = claim.quantity
    if quantity is None or quantity.modifier not in (Modifier.MORE_THAN, Modifier.LESS_THAN):
        return False
    return _WITHOUT.match(document.text, claim.span.end, claim.sentence.end) is not None


_WITHOUT = re.compile(
    r"[^,.;:]{0,40}\b(?:(?:get|receive|win|earn|obtain)s? (?:no|nothing)"
    r"|(?:is|are) (?:not|shut out|turned away|left (?:out|without)))\b"
)


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_table("events")[name])
