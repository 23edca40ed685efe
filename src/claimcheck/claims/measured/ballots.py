"""Votes for and against: "voted 314 to 208 for the bill", "was passed by 314 votes to 208", "with 12 abstaining"."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.model import Measured, main_verb, object_of, subject_of
from claimcheck.claims.phrases import Phrase, normalise, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["of_ballot"]

_TO = frozenset({"to", "against"})
_CORES = {"for": "support vote", "against": "oppose vote", "abstain": "abstention"}
_NOUNS = {"for": "votes for", "against": "votes against", "abstain": "abstentions"}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("ballots")[key])


def of_ballot(reading: Reading, mention: Mention) -> Measured | None:
    """The votes for or against something, where two numbers stand against each other or a number says its side."""
    if _words("cues").isdisjoint(reading.scan.vocabulary):
        return None
    mention = next((one for one in reading.mentions if one.first == mention.first), mention)  # without its chain
    verb = main_verb(reading, mention)
    event = verb_lemma(reading.norms[verb]) if verb is not None else ""
    side, thing = _set_apart(reading, mention, verb, event) or _said(reading, mention) or ("", None)
    if not side:
        return None
    named = normalise(reading, [thing], keep_names=True) if thing is not None else ""
    label = f"{_NOUNS[side]} {named}" if named and side != "abstain" else _NOUNS[side].removesuffix(" for")
    if label == "votes":
        label = "votes in favour"
    about = normalise(reading, [thing]) if thing is not None and side != "abstain" else ""
    core = f"{about} {_CORES[side]}".strip()
    return Measured(core, core.split()[-1], "vote", why="its side of a vote", label=label)


def _set_apart(reading: Reading, mention: Mention, verb: int | None, event: str) -> tuple[str, Phrase | None] | None:
    """The side of a number that stands against another one, by the verb that tells how the vote went."""
    first = _pair(reading, mention)
    if first is None or verb is None or verb > mention.first:
        return None
    winning = first.first == mention.first
    last = mention.last if not winning else _partner(reading, mention)
    if event in _words("voting"):
        said = _aim(reading, last)
        return None if said is None else (said[0] if winning else _other(said[0]), said[1])
    if event not in _words("passing") | _words("failing"):
        return None
    thing = object_of(reading, verb, mention.first) or subject_of(reading, verb, reading.clause(verb)[0])
    if thing is not None and _words("voters") & set(reading.norms[thing.first : thing.last]):
        return None
    return ("for" if winning == (event in _words("passing")) else "against"), thing


def _other(side: str) -> str:
    return "against" if side == "for" else "for"


def _pair(reading: Reading, mention: Mention) -> Mention | None:
    """The first of the two numbers that stand against each other, of which the given one is one."""
    norms = reading.norms
    for other in reading.mentions:
        if other.kind is not mention.kind or other.first == mention.first:
            continue
        one, two = (mention, other) if mention.first < other.first else (other, mention)
        gap = norms[one.last : two.first]
        if gap and gap[-1] in _TO and (len(gap) == 1 or (len(gap) == _NOUN and gap[0] in _words("votes"))):
            return one
    return None


_NOUN = 2  # tokens of "votes to"


def _partner(reading: Reading, mention: Mention) -> int:
    """The token after the number that stands against a given one."""
    return next(one.last for one in reading.mentions if one.kind is mention.kind and one.first > mention.first)


def _aim(reading: Reading, at: int) -> tuple[str, Phrase | None] | None:
    """What so many voted for or against: "for the bill", "in favour of it", "to leave", "against"."""
    norms = reading.norms
    at += norms[at : at + 1] != [] and norms[at] in _words("votes")
    if norms[at : at + 1] == ["for"]:
        return "for", phrase_after(reading, at + 1)
    if norms[at : at + 2] in (["in", "favour"], ["in", "favor"]):
        return "for", phrase_after(reading, at + 3) if norms[at + 2 : at + 3] == ["of"] else None
    if norms[at : at + 1] == ["against"]:
        follows = reading.tags[at + 1 : at + 2]
        return "against", phrase_after(reading, at + 1) if follows in (["D"], ["N"], ["A"], ["Z"]) else None
    return ("for", None) if norms[at : at + 1] == ["to"] else None


def _said(reading: Reading, mention: Mention) -> tuple[str, Phrase | None] | None:
    """The side that stands right behind a number: "208 against", "208 voted against", "12 abstained"."""
    norms, at = reading.norms, mention.last
    if at >= len(norms):
        return None
    if verb_lemma(norms[at]) == "abstain":
        return "abstain", None
    voted = norms[at] in {"voted", "vote", "votes", "were", "voting"}
    found = _aim(reading, at + voted)
    if found is None or norms[at + voted] == "to" or (not voted and norms[at] == "for" and found[1] is not None):
        return None
    return found
