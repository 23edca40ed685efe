"""Stage five: comparators, pure functions from two claims to a verdict, one a file."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.compare.limit import limit
from claimcheck.compare.part_whole import part_whole
from claimcheck.compare.rank import rank
from claimcheck.compare.same_date import same_date
from claimcheck.compare.same_value import same_value
from claimcheck.compare.update import update
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim

__all__ = ["COMPARATORS", "Comparator", "Verdict"]

Comparator = Callable[[Claim, Claim, Tolerance], Verdict | None]

# By the name that a rule gives. Those of two claims in one scope are symmetric; ``part-whole`` takes the part first,
# ``update`` the earlier claim.
COMPARATORS: dict[str, Comparator] = {
    "same-value": same_value,
    "same-date": same_date,
    "part-whole": part_whole,
    "rank": rank,
    "limit": limit,
    "update": update,
}
