"""A change and its two ends, within one sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.align import Profile
from claimcheck.claims.grammar import verb_lemma
from claimcheck.compare.change import change, end_of
from claimcheck.findings.arithmetic.model import Miscount
from claimcheck.findings.select import Selection
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Document, Relation

__all__ = ["end_as_numbers", "misfits"]


def end_as_numbers(by: Claim, start: Claim) -> tuple[Decimal, Decimal] | None:
    """The ends of the interval in which a change ends, in the start's own unit."""
    if start.quantity is None or by.quantity is None:
        return None
    if start.quantity.unit not in (None, "percent") and len(start.quantity.unit) != 3:
        if by.quantity.unit not in (None, "percent") or (by.quantity.role != "times" and by.quantity.unit is None):
            return None
        start = evolve(start, quantity=evolve(start.quantity, unit=None))  # a factor is the same in every unit
    found = end_of(by, start, Tolerance())
    if found is None or found.low is None or found.high is None:
        return None
    return tuple(Decimal(end.numerator) / Decimal(end.denominator) for end in (found.low, found.high))  # type: ignore[return-value]


def misfits(groups: Sequence[Sequence[Profile]], selection: Selection) -> list[Miscount]:
    """All sentences with a change, a start and an end that do not fit."""
    found = []
    for group in groups:
        roles: dict[str, list[Claim]] = defaultdict(list)
        for profile in group:
            claim = profile.claim
            if profile.dimension and claim.quantity is not None and claim.quantity.role:
                roles[claim.quantity.role].append(claim)
        if any(len(roles.get(role, ())) != 1 for role in ("by", "from", "to")):
            continue
        by, start, end = roles["by"][0], roles["from"][0], roles["to"][0]
        if _of_another(by, end, selection.documents.get(by.document)):
            continue
        rule = selection.rule("change", Relation.CONTRADICTS, by)
        if rule is None or min(one.confidence for one in (by, start, end)) < 0.6:
            continue
        verdict = change(by, start, end, rule.tolerance)
        if verdict is not None and verdict.relation is Relation.CONTRADICTS:
            found.append(Miscount(rule, (start, by, end), verdict))
    return found


def _of_another(by: Claim, end: Claim, document: Document | None) -> bool:
    """Whether a verb and its object stand between the ends and the change: "going from 2 to 4 cut replies by 17%"."""
    if document is None or by.span.start < end.span.end or not by.event:
        return False
    between = document.text[end.span.end : by.span.start].lower()
    words = _WORD.findall(between)
    at = next((at for at, word in enumerate(words) if verb_lemma(word) == by.event), -1)
    return at >= 0 and "," not in between and any(word != "by" for word in words[at + 1 :])


_WORD = re.compile(r"[^\W\d_]+")
