"""What a participle tells of the noun before it, on a date: "the treaty signed between Chile and Peru in 1929 has"."""

from __future__ import annotations

from claimcheck.claims.measured.antecedents import told_behind
from claimcheck.claims.measured.deeds import told_by
from claimcheck.claims.measured.model import Measured, subject_of
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["reduced"]


def reduced(reading: Reading, mention: Mention) -> Measured | None:
    """The event of a reduced relative clause that a date ends."""
    verb = told_behind(reading, mention)
    if not verb:
        return None
    return told_by(reading, mention, verb, subject_of(reading, verb, reading.clause(verb)[0]), mention.last)
