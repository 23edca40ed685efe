"""What verbs of speech make of what they govern: what somebody was asked to do, what was said and taken back."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["asked_for", "may_ask", "said_then", "taken_back", "wished_for"]

_PHRASE = 8  # words of the noun phrase between a verb and what it is asked to do
_OBJECT = 4  # words between a verb that takes back and the noun for what was said


@cache
def _table() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_table("stance")["speech"].items()}


def may_ask(reading: Reading) -> bool:
    """Whether a unit holds a verb of asking at all."""
    return not _table()["asking"].isdisjoint(reading.verbs)


def asked_for(reading: Reading, verb: int | None) -> str:
    """The verb of asking that the figure's verb hangs on: "asked the court to jail him", "wants him jailed"."""
    if verb is None or not may_ask(reading):
        return ""
    norms, tags = reading.norms, reading.tags
    at = verb - 1
    while at > 0 and tags[at] in "XM":
        at -= 1
    to = next((k for k in (at, at + 1) if 0 <= k < verb and norms[k] == "to"), None)
    bare = to is None and norms[verb - 1] == "be"  # "urged that he be jailed"
    done = to is None and not bare and tags[verb] == "V" and tags[verb - 1] != "X"
    start = to if to is not None else at + 1
    for k in range(start - 1, max(start - _PHRASE, 0) - 1, -1):
        lemma = verb_lemma(norms[k])
        if (
            lemma in _table()["asking"]
            and tags[k] in "VGN"
            and (to is not None or bare or lemma in _table()["wishing"])
        ):
            return norms[k] if tags[k] != "N" or to is not None else ""
        if tags[k] in "VX,;" or norms[k] in {"because", "after", "when", "while", "who", "which"}:
            return ""
        if done and k == start - 1 and tags[k] not in "NZAPD":
            return ""
    return ""


def wished_for(reading: Reading, verb: int | None, figure: int) -> str:
    """The verb of wishing whose object is to be changed to the figure: "wants the speed limit cut to 20 mph"."""
    if verb is None or not verb < figure <= verb + 2 * _PHRASE:
        return ""
    if verb_lemma(reading.norms[verb]) not in _table()["wishing"] or "to" in reading.norms[verb + 1 : verb + 2]:
        return ""
    return reading.norms[verb]


def taken_back(reading: Reading, before: int) -> str:
    """The verb with which somebody takes back or disputes what the figure's clause says: "withdrew its claim that"."""
    table = _table()
    if table["taking_back"].isdisjoint(reading.verbs):
        return ""
    norms, tags = reading.norms, reading.tags
    for i in range(min(before, len(norms))):
        if verb_lemma(norms[i]) not in table["taking_back"] or tags[i] not in "VGN":
            continue
        if i and norms[i - 1] in {"not", "never", "n't", "didn't", "hasn't"}:
            continue
        for k in range(i + 1, min(i + 1 + _OBJECT, before)):
            said = norms[k] in table["said"] or verb_lemma(norms[k]) in table["saying"]
            if said and norms[k + 1 : k + 2] and norms[k + 1] in {"that", "of", "in", "by"}:
                return norms[i]
            if k == i + 1 and norms[k] == "that" and tags[k + 1 : k + 2] != ["V"]:
                return norms[i]
    return ""


def said_then(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a time is that at which somebody spoke of what is to come: "said on Monday it will cut 40 jobs"."""
    first, last = reading.clause(figure.first)
    if first <= candidate.first < last or _COMING.isdisjoint(reading.norms[first:last]):
        return False
    for at in range(candidate.first - 1, max(candidate.first - 1 - _OBJECT, -1), -1):
        if reading.tags[at] in "VG":
            return verb_lemma(reading.norms[at]) in _sayers()
        if reading.tags[at] not in "PNZDMRAU":
            return False
    return False


_COMING = frozenset({"will", "would", "shall", "'ll", "going"})


@cache
def _sayers() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["verbs"])
