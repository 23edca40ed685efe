"""Ages that words further away show: "between the ages of 6 and 11", "the youngest of whom is 31"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.extract.amounts import Amount
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Modifier

__all__ = ["two_ages", "youngest"]


def two_ages(scan: Scan, amounts: list[Amount], index: int) -> Amount | None:
    """The whole of "between the ages of 6 and 11", at its first number."""
    low, high = amounts[index], amounts[index + 1] if index + 1 < len(amounts) else None
    if high is None or high.unit is not None or low.low is None or high.high is None or low.low >= high.high:
        return None
    if [scan.norm(at) for at in range(low.last, high.first)] != ["and"] or not scan.free(low.first, high.last):
        return None
    before = [scan.norm(at) for at in range(max(low.first - 4, 0), low.first)]
    if "between" not in before or before[-1] not in ("of", "ages"):
        return None
    return evolve(low, last=high.last, end=high.end, high=high.high, modifier=Modifier.RANGE)


def youngest(scan: Scan, amount: Amount, superlatives: frozenset[str], ends: frozenset[str]) -> bool:
    """Whether the number says how old somebody is: "the youngest of whom is 31"."""
    if scan.norm(amount.first - 1) not in ("is", "was", "are", "were", "just", "only") or amount.low is None:
        return False
    after = scan.tokens[amount.last] if amount.last < len(scan.tokens) else None
    if after is not None and after.kind is TokenKind.WORD and after.norm not in ends | {"when", "but", "while", "then"}:
        return False
    for back in range(amount.first - 2, max(amount.first - 8, -1), -1):
        norm = scan.norm(back)
        if norm in superlatives:
            return True
        if norm in (",", ";", "."):
            return False
    return False
