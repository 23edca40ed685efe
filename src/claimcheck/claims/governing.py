"""Whether a phrase of doubt or intent in a sentence governs a figure of it: "plans to", "will", "if", "did not"."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.modals import (
    advised,
    after_that,
    assented,
    leads_on,
    of_a_standard,
    permits,
    rule,
    shares_modal,
    wanted,
)
from claimcheck.claims.negation import beside
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Modifier, Status

__all__ = ["governs", "with_what_it_comes"]

# Words that deny all that follows, whichever verb they stand with; "not" and its kin deny their own verb only.
_DENIALS = frozenset({"untrue", "false", "myth", "nonsense", "no", "rejected", "it"})
# "A message may be up to 16 MB" permits; it does not suppose.
_BOUNDS = frozenset({Modifier.AT_MOST, Modifier.LESS_THAN, Modifier.AT_LEAST, Modifier.RANGE})
_BE = frozenset({"is", "are", "was", "were"})
_NEGATED, _REPORTED, _PLANNED = Status.NEGATED, Status.REPORTED, Status.PLANNED


@cache
def _speech() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_table("stance")["speech"].items()}


def with_what_it_comes(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """A clause, together with the one before it where it only tells what that comes with: ", with 120 rooms"."""
    opens = first + (reading.norms[first : first + 1] == [","])
    if (
        opens < 2
        or reading.norms[opens : opens + 1] != ["with"]
        or any(mark in "VXG" for mark in reading.tags[opens:last])
    ):
        return first, last
    return reading.clause(opens - 2)[0], last


def _goes_with(reading: Reading, last: int, mention: Mention) -> bool:
    """Whether a figure is of what comes with what is planned: "will open in May, with 120 rooms"."""
    at = next(
        (k for k in range(mention.first - 1, max(mention.first - _WITH, last) - 1, -1) if reading.tags[k] == "P"), -1
    )
    return at > 0 and reading.norms[at] == "with" and reading.norms[at - 1] == ","


_WITH = 3  # tokens from "with" to the figure


_GROUP = 5  # tokens of a verb's group
_RAISED = 12  # and where the subject of an infinitive stands in it: "expects this year's harvest to reach"


def _own_noun(reading: Reading, at: int, mention: Mention) -> bool:
    """Whether a word of intent is the very thing that is counted or measured: "40 requests", "requests above 8 MB", or
    what does something: "requests fail after 30 s".
    """
    if reading.tags[at + 1 : at + 2] == ["V"]:
        return True
    return at == mention.last or (at + 1 == mention.first and at in {0, reading.clause(at)[0]})


def _minds(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """Whether a figure counts those who mean to do something, as they are: "eight jurors wanted | to acquit"."""
    norms, tags = reading.norms, reading.tags
    if mention.kind in TIMES or norms[first] not in load_table("stance")["minding"]["verbs"]:
        return False
    if "to" not in norms[last - 1 : last + 1] or norms[first - 1] in _BE | {"been", "be"}:
        return False
    return not any(mark in "VX" for mark in tags[mention.last : first])


def governs(reading: Reading, status: Status, first: int, last: int, mention: Mention, verb: int | None) -> bool:
    """Whether a phrase of doubt or intent that stands in the clause governs the figure.

    Adverbs of report and a clause's opening "if" hold for all of it; what belongs to a verb ("plans to", "will",
    "did not") holds where it stands in the group of the verb that governs the figure, or right before the figure.
    """
    word = reading.tokens[first].norm
    if status is _PLANNED and last == first + 1 and reading.tags[first] == "N" and _own_noun(reading, first, mention):
        return False
    if mention.last <= first and _minds(reading, first, last, mention):
        return False
    if word == "may" and (reading.tags[first] != "X" or (first and reading.tokens[first].text == "May")):
        return False
    if word == "expected" and not _speech()["standards"].isdisjoint(reading.norms[last : last + 3]):
        return False  # "reached the expected standard"
    if word == "if" and assented(reading, first, mention):
        return False
    if status is _PLANNED and advised(reading, first, mention):
        return False
    if word == "due" and reading.tags[last - 1] == "P":
        return False  # "is due to 40 strikes"
    if word in {"if", "unless"} and rule(reading, first, mention):
        return False
    if word in {"may", "can"} and mention.quantity is not None and mention.quantity.modifier in _BOUNDS:
        return False
    if word == "may" and permits(reading, last, mention):
        return False
    if status is _REPORTED:
        return True
    if status in (Status.FORECAST, _PLANNED) and of_a_standard(reading, first, mention):
        return False
    if status is not _NEGATED and after_that(reading, last, mention):
        return False
    if word in {"want", "wants"} and (first + 1 == last) and not wanted(reading, first, mention):
        return False
    if status is _NEGATED and not {":", ";"}.isdisjoint(reading.norms[last : mention.first]):
        return False  # "You are not alone: 213 homes were flooded"
    if status is _NEGATED and "but" in reading.norms[last : mention.first]:
        return False  # "was not 18,000 but 12,000"
    if word in {"if", "suppose", "supposing", "assuming", "imagine", "unless"}:
        return first < mention.first
    if status is _NEGATED and beside(reading, first, last, mention):
        return False
    if status is _NEGATED and (word in _DENIALS or verb_lemma(word) == "deny"):
        return first < mention.first
    if verb is not None and last <= verb and shares_modal(reading, last, verb):
        return True
    if status in (Status.FORECAST, _PLANNED) and first < mention.first and _goes_with(reading, last, mention):
        return True
    reach = _RAISED if verb and reading.tags[verb - 1] == "T" else _GROUP
    if verb is not None and verb - reach <= first and last <= verb + 3:
        between = range(last, verb)
        joined = any(reading.tokens[k].norm in {"and", "or"} for k in between)
        return joined or not any(reading.tags[k] == "V" and not leads_on(reading, k) for k in between)
    return 0 <= mention.first - last <= 3
