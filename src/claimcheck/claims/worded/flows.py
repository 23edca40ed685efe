"""Exports and imports with whence and where they go: "copper exports from peru to chile"."""

from __future__ import annotations

from claimcheck.claims.flows import flow_of
from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.measured.reckoned import AMOUNT_OF
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import joined, spelled

__all__ = ["of_flow"]


def of_flow(reading: Reading, what: Measured) -> str:
    """A flow in words where both sides are known, or the one that a verb has; else the empty string."""
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
