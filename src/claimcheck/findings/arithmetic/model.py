"""What the checks of arithmetic share: their outcome, and the claims of each sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from claimcheck.align import Profile
from claimcheck.compare.verdict import Verdict
from claimcheck.packs.model import Rule
from claimcheck.records import Claim, Status

__all__ = ["Miscount", "plausible", "sentences", "told", "value"]

_LEAST = 0.5  # confidence below which a figure may not be what it seems
_TOLD = frozenset({Status.ASSERTED, Status.REPORTED})


@frozen
class Miscount:
    """Claims that do not work out; the last is the one that the others should make."""

    rule: Rule
    claims: tuple[Claim, ...]
    verdict: Verdict


def sentences(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """The profiles of each sentence, in reading order; figures that were worked out are left aside."""
    groups: dict[tuple[str, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        if not profile.derived:
            groups[profile.claim.document, profile.claim.sentence.start].append(profile)
    return [sorted(group, key=lambda profile: profile.claim.span) for group in groups.values()]


def told(claims: Iterable[Claim]) -> bool:
    """Whether all figures are stated as they are, and surely figures."""
    return all(claim.status in _TOLD and claim.confidence >= _LEAST for claim in claims)


def value(claim: Claim) -> Decimal | None:
    """The one number that a claim gives, None where it gives none or several."""
    quantity = claim.quantity
    return quantity.low if quantity is not None and quantity.low == quantity.high else None


def plausible(parts: Sequence[Claim], total: Claim) -> bool:
    """Whether a sum comes so near to its total that it looks like a slip, rather than figures of different things."""
    values = [value(one) for one in parts]
    stated = value(total)
    if stated is None or None in values or stated <= 0:
        return False
    return abs(sum((one for one in values if one is not None), Decimal(0)) - stated) * 4 <= stated
