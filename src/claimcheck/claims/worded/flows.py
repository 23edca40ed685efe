"""Exports and imports with whence and where they go: "copper exports from peru to chile"."""

from __future__ import annotations

from claimcheck.claims.flows import both_ways, flow_of
from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.measured.reckoned import AMOUNT_OF
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import joined, spelled

__all__ = ["of_flow"]


def of_flow(reading: Reading, what: Measured) -> str:
    """A flow in words where both sides are known, or the one that a verb has; else the empty string."""
    if both_ways(reading, what):
        return _bilateral(reading, what)
    flow = flow_of(reading, what)
    if flow is None:
        return ""
    by_verb = what.why == AMOUNT_OF
    giver, recipient = flow.giver, flow.recipient
    if not by_verb and (giver is None or recipient is None):
        return ""
    if by_verb:
        noun = [f"{verb_lemma(reading.norms[flow.at])}s"]
    else:
        noun = spelled(reading, flow.first, flow.at + 1)
    words = [*noun, *(["from", giver.canonical.lower()] if giver else [])]
    return joined([*words, *(["to", recipient.canonical.lower()] if recipient else [])])


def _bilateral(reading: Reading, what: Measured) -> str:
    """ "The total import and export of goods between Peru and Chile": bilateral trade in goods."""
    norms, at, stuff = reading.norms, what.last, what.first
    while stuff < at and norms[stuff] != "of":
        stuff += 1
    sides = [name for name in reading.names if name.place and at < name.first < at + _PAIR]
    named = norms[at : at + 1] == ["between"] and len(sides) > 1
    goods = spelled(reading, stuff + 1, at) if stuff + 1 < at else []
    return joined(["bilateral", "trade", *(["in", *goods] if goods else [])]) if named else ""


_PAIR = 6  # tokens that "between" and two names take
