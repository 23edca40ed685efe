"""Shares of a vote that only the talk of an election tells: "the Greens won 14%", "polls put the Liberals at 24%"."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.model import Measured, main_verb
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["of_vote"]

_NEAR = 4  # tokens from the verb to its share: "won just 14%", "gave the left 14%"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("shares")["elections"][key])


def of_vote(reading: Reading, mention: Mention, event: str) -> Measured | None:
    """The share of the vote that somebody wins, where the sentence or the one before it tells of an election."""
    at = mention.last
    if mention.kind is not Kind.PERCENT or reading.norms[at : at + 1] == ["of"] or event not in _words("winning"):
        return None
    if reading.tags[at : at + 1] in (["N"], ["A"], ["G"], ["V"]):
        return None  # "took 14% less", "won 60% approval"
    verb = main_verb(reading, mention)
    polled = verb is not None and verb_lemma(reading.norms[verb]) in _words("polling")
    if polled and (verb is None or _words("polls").isdisjoint(reading.norms[:verb])):
        return None
    if not polled and not _told_of(reading):
        return None
    near = verb is not None and 0 < mention.first - verb <= _NEAR
    gapped = mention.first > 0 and reading.tags[mention.first - 1] == "Z"
    return (
        Measured("share of vote", "vote", event, why="the share of a vote", confidence=0.9) if near or gapped else None
    )


def _told_of(reading: Reading) -> bool:
    """Whether a sentence or the one before it tells of an election."""
    if not _words("cues").isdisjoint(reading.scan.vocabulary):
        return True
    before = reading.sentence_before()
    return before is not None and not _words("cues").isdisjoint(before.scan.vocabulary)
