"""What must work out within one sentence, list or table: changes and their ends, parts and totals."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align import Profile
from claimcheck.findings.arithmetic.changes import end_as_numbers, misfits
from claimcheck.findings.arithmetic.lists import list_sums
from claimcheck.findings.arithmetic.model import Miscount, sentences
from claimcheck.findings.arithmetic.ranks import misranked, order_faults
from claimcheck.findings.arithmetic.shares import misshared
from claimcheck.findings.arithmetic.spans import misdated
from claimcheck.findings.arithmetic.sums import sentence_sums
from claimcheck.findings.arithmetic.tables import table_sums
from claimcheck.findings.select import Selection

__all__ = ["Miscount", "end_as_numbers", "miscounts"]


def miscounts(profiles: Sequence[Profile], selection: Selection) -> list[Miscount]:
    """All that does not work out, each set of claims once."""
    groups = sentences(profiles)
    found = [
        *misfits(groups, selection),
        *sentence_sums(groups, selection),
        *list_sums(profiles, selection),
        *table_sums(profiles, selection),
        *misdated(groups, selection),
        *misshared(groups, selection),
        *misranked(groups, selection),
        *order_faults(profiles, selection),
    ]
    told: dict[tuple[str, frozenset[int]], Miscount] = {}
    for one in found:
        key = (one.claims[0].document, frozenset(claim.span.start for claim in one.claims))
        told.setdefault(key, one)
    return list(told.values())
