"""How words of doubt and intent reach a figure: along modals and infinitives, past what has been, not into rules."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = [
    "advised",
    "after_that",
    "assented",
    "leads_on",
    "of_a_standard",
    "permits",
    "rule",
    "shares_modal",
    "wanted",
]

# Of these, what is recommended is how things are done: a dose, an interval, a size.
_DONE_SO = frozenset({Kind.DURATION, Kind.MEASURE, Kind.VERSION, Kind.FREQUENCY})


@cache
def _assent() -> frozenset[str]:
    return frozenset(load_table("stance")["assent"]["verbs"])


def leads_on(reading: Reading, at: int) -> bool:
    """Whether a participle only leads to the verb after it: "will be allowed to pass"."""
    return reading.norms[at + 1 : at + 2] == ["to"] and reading.tags[at - 1] in "XM"


def after_that(reading: Reading, last: int, mention: Mention) -> bool:
    """Whether a figure is of what has been before: "will not rise again, after an increase of 3% last year"."""
    between = range(last, mention.first)
    at = next((k for k in between if reading.norms[k] in {"after", "following"} and reading.norms[k - 1] == ","), None)
    return at is not None and not any(mark in "VXC" for mark in reading.tags[at + 1 : mention.first])


def of_a_standard(reading: Reading, first: int, mention: Mention) -> bool:
    """Whether what was foreseen is what a figure is compared with: "was 1% above what we had forecast"."""
    if first and reading.norms[first - 1] == "as":
        return True  # "as expected, it sold 40 cars"
    return not {"than", "what"}.isdisjoint(reading.norms[max(mention.last, first - _STANDARD) : first])


_STANDARD = 5  # words between "than" or "what" and a word of foreseeing


def wanted(reading: Reading, first: int, mention: Mention) -> bool:
    """Whether somebody wants a figure or what it counts to come about: "we want a margin of 10%"."""
    before = reading.norms[first - 1] if first else ""
    if mention.first <= first or before in {"you", "users", "who", "that", "if", "to"}:
        return False
    return not any(mark in "VXS" for mark in reading.tags[first + 1 : mention.first])


def shares_modal(reading: Reading, last: int, verb: int) -> bool:
    """Whether a bare verb hangs on an earlier modal by "and": "will be 130 m long and carry 600"."""
    entry = grammar().verb_forms.get(reading.tokens[verb].norm)
    if entry is None or entry[1] != "base" or reading.tags[last - 1] != "X" or verb - last > 12:
        return False
    return verb > 0 and reading.tokens[verb - 1].norm in {"and", "or"} and "X" not in reading.tags[last : verb - 1][1:]


def permits(reading: Reading, at: int, mention: Mention) -> bool:
    """Whether "may" states a rule: "may not exceed 15 pages", "may have 10 more"; "may have killed 10" supposes."""
    norms = reading.norms
    at += norms[at : at + 1] == ["not"]
    if "exceed" in norms[at : at + 1]:
        return True
    return norms[at : at + 1] == ["have"] and "V" not in reading.tags[at + 1 : mention.first]


def rule(reading: Reading, at: int, mention: Mention) -> bool:
    """Whether a condition only says when a rule holds: "If you are served a notice, you have six weeks", "Unless you
    set it, the pool is 32 wide".
    """
    norms = reading.norms
    comma = next((k for k in range(at, mention.first) if reading.tokens[k].text == ","), None)
    if comma is None:
        return False
    return norms[comma + 1 : comma + 2] == ["you"] if norms[at] == "if" else norms[at + 1 : at + 2] == ["you"]


def assented(reading: Reading, at: int, mention: Mention) -> bool:
    """Whether a condition is only the assent that a plan needs: "If the council agrees, the tram will cost €4m"."""
    norms = reading.norms
    comma = next((k for k in range(at, mention.first) if norms[k] == ","), None)
    if comma is None or _assent().isdisjoint(verb_lemma(norm) for norm in norms[at + 1 : comma]):
        return False
    return not {"will", "shall", "'ll"}.isdisjoint(norms[comma : mention.first])


def advised(reading: Reading, at: int, mention: Mention) -> bool:
    """Whether a figure is what is recommended to be done so, and no proposal: "the recommended dose is 40 mg"."""
    norm = reading.norms[at]
    if verb_lemma(norm) != "recommend" or mention.kind not in _DONE_SO:
        return False
    if mention.kind is Kind.FREQUENCY or (mention.quantity is not None and mention.quantity.per):
        return True
    before = reading.tags[at - 1] if at else ""
    return norm == "recommended" and (before in "DA" or reading.norms[at - 1] in {"is", "are", "as"})
