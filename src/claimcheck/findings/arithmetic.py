"""What must work out within one sentence: a change and its two ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from claimcheck.align import Profile
from claimcheck.compare.change import change, end_of
from claimcheck.compare.verdict import Verdict
from claimcheck.findings.select import Selection
from claimcheck.packs.model import Rule, Tolerance
from claimcheck.records import Claim, Relation

__all__ = ["Miscount", "end_as_numbers", "miscounts"]


@frozen
class Miscount:
    """Claims of one sentence that do not work out."""

    rule: Rule
    claims: tuple[Claim, ...]
    verdict: Verdict


def end_as_numbers(by: Claim, start: Claim) -> tuple[Decimal, Decimal] | None:
    """The ends of the interval in which a change ends, in the start's own unit."""
    if start.quantity is None or (start.quantity.unit not in (None, "percent") and len(start.quantity.unit) != 3):
        return None
    found = end_of(by, start, Tolerance())
    if found is None or found.low is None or found.high is None:
        return None
    return tuple(Decimal(end.numerator) / Decimal(end.denominator) for end in (found.low, found.high))  # type: ignore[return-value]


def miscounts(profiles: Sequence[Profile], selection: Selection) -> list[Miscount]:
    """All sentences with a change, a start and an end that do not fit."""
    sentences: dict[tuple[str, int], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for profile in profiles:
        claim = profile.claim
        if profile.dimension and claim.quantity is not None and claim.quantity.role and not profile.derived:
            sentences[claim.document, claim.sentence.start][claim.quantity.role].append(claim)
    found = []
    for roles in sentences.values():
        if any(len(roles.get(role, ())) != 1 for role in ("by", "from", "to")):
            continue
        by, start, end = roles["by"][0], roles["from"][0], roles["to"][0]
        rule = selection.rule("change", Relation.CONTRADICTS, by)
        if rule is None or min(one.confidence for one in (by, start, end)) < 0.6:
            continue
        verdict = change(by, start, end, rule.tolerance)
        if verdict is not None and verdict.relation is Relation.CONTRADICTS:
            found.append(Miscount(rule, (start, by, end), verdict))
    return found
