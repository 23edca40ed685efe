"""The standard that a figure is compared with: where a sentence tells of it, and when a figure's time is not its own.

"The mill pays 900 crowns, twice what it paid in 2018": the year is that of the standard alone. "It had 40 looms in 1960
and has nine now": what holds now does not take the year of what held then.
"""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import grammar
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["of_the_standard", "of_then", "present_at", "verb_in_past"]

_ENDS = frozenset({",", ";", ":", ".", ")", "—", "–"})
_LONGEST = 16
_NEAR = 3


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("standards")[key])


@cache
def _openers() -> frozenset[str]:
    table = load_table("standards")
    keys = ("than", "against", "what", "moves")
    return frozenset(word for key in keys for word in table[key]).union(table["with_partner"])


def of_the_standard(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a time belongs to what a figure is compared with: "twice what it paid in 2018", "up from 120th in 2019".

    A figure within the standard itself may have it: "against 2.1 in the same period of 2021".
    """
    if reading.norms[candidate.last - 1] in _words("reckoned"):
        first, last = reading.clause(candidate.first)
        if not first <= figure.first < last:
            return True  # "as far as 212 miles, whereas ten years earlier …"
    if _openers().isdisjoint(reading.scan.vocabulary):
        return False
    for at in range(candidate.first, max(candidate.first - _LONGEST, -1), -1):
        if at < candidate.first and reading.tokens[at].text in _ENDS:
            return False
        if reading.norms[at] in _openers() and _opens(reading, at, candidate):
            return figure.last <= at or figure.first >= candidate.last
    return False


def _opens(reading: Reading, at: int, candidate: Mention) -> bool:
    """Whether the standard of a comparison that holds a time begins at a token."""
    norms, figures = reading.norms, reading.figure_at
    norm = norms[at]
    following = norms[at + 1] if at + 1 < len(norms) else ""
    if norm in _words("than"):
        own = figures[at] >= 0 and reading.mentions[figures[at]] is not candidate
        if own or (at and norms[at - 1] in _words("no_standard_before_than")):
            return False
        return at >= candidate.first or not (_measured(reading, at + 1) or _ends_before(reading, at, candidate))
    if norm in load_table("standards")["with_partner"]:
        return following in load_table("standards")["with_partner"][norm]
    if norm in _words("against"):
        if not any(figures[k] >= 0 for k in range(at + 1, min(at + _NEAR, len(figures)))):
            return False
        return norms[at - 1 : at] == [","] or _words("contests").isdisjoint(norms[:at])
    if norm in _words("what"):
        return at > 0 and norms[at - 1] in _words("multiples")
    return following in _words("from")


def _measured(reading: Reading, at: int) -> bool:
    """Whether a figure that is no time, or a verb, follows "than": "longer than 10 metres", "more than doubled"."""
    if at >= len(reading.tags):
        return True
    found = reading.figure_at[at]
    return reading.tags[at] == "V" or (found >= 0 and reading.mentions[found].kind not in TIMES)


def _ends_before(reading: Reading, at: int, candidate: Mention) -> bool:
    """Whether the sentence's verb parts "than" and a time: "boats larger than the ferry were lost in 2018"."""
    first, _ = reading.clause(at)
    if any(mark in "VX" for mark in reading.tags[first:at]):
        return False
    return any(mark in "VX" for mark in reading.tags[at + 1 : candidate.first])


def present_at(reading: Reading, figure: Mention) -> bool:
    """Whether a figure is said to hold now: "has some 37,000 now", "today there are eleven"."""
    vocabulary = reading.scan.vocabulary
    if _words("now").isdisjoint(vocabulary) and "present" not in vocabulary:
        return False
    first, last = reading.clause(figure.first)
    return any(_now(reading, at) and _with(reading, figure, at) for at in range(first, last))


def _now(reading: Reading, at: int) -> bool:
    norm, before = reading.norms[at], reading.norms[at - 1] if at else ""
    if norm == "present":
        return before == "at"
    if reading.figure_at[at - 1] >= 0 and reading.mentions[reading.figure_at[at - 1]].kind is Kind.DURATION:
        return False  # "closed for ten years now"
    return norm in _words("now") and before not in _words("not_now") and reading.figure_at[at] < 0


def _with(reading: Reading, figure: Mention, at: int) -> bool:
    """Whether "now" at a token is said of the verb that has the figure: no other verb in the past is nearer to it."""
    low, high = (figure.last, at) if figure.last <= at else (at + 1, figure.first)
    verbs = [k for k in range(low, high) if reading.tags[k] in "VX"]
    if any(reading.norms[k] in {"and", "but"} for k in range(low, high)) and len(verbs) > 0:
        return False
    around = range(max(at - _NEAR, 0), min(at + _NEAR + 1, len(reading.tags)))
    return not any(_past(reading, k) and k not in range(low, high) for k in around if reading.tags[k] == "X")


def _past(reading: Reading, at: int) -> bool:
    """Whether a finite verb that is not passive stands in the past."""
    norm = reading.norms[at]
    if reading.tags[at] == "X":
        return norm in {"was", "were", "had", "did"}
    return grammar().verb_forms.get(norm, ("", ""))[1] == "past"


def verb_in_past(reading: Reading, figure: Mention) -> bool:
    """Whether the verb that has a figure, the last before it in its clause or else the first after it, is past.

    Not where an auxiliary of the present goes with it: "prices have dropped to €4 now".
    """
    first, last = reading.clause(figure.first)
    before = [k for k in range(first, figure.first) if reading.tags[k] in "VX"]
    after = [k for k in range(figure.last, last) if reading.tags[k] in "VX"]
    found = before[-1:] or after[:1]
    if not found or not _past(reading, found[0]):
        return False
    return all(_past(reading, k) for k in (*before, *after) if reading.tags[k] == "X")


def of_then(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a figure holds now and a time is of what held then: "in 1990 there was one", said in another clause, or
    before the verb of what holds now: "has fallen since 2014 and is now almost 40".
    """
    first, last = reading.clause(figure.first)
    if not first <= candidate.first < last:
        return present_at(reading, figure)
    if not _NEAR <= candidate.first < candidate.last <= figure.first:
        return False
    verbs = [k for k in range(candidate.last, figure.first) if reading.tags[k] in "VX"]
    return bool(verbs) and not any(_past(reading, k) for k in verbs) and present_at(reading, figure)
