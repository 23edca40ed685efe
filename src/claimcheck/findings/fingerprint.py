"""Fingerprints of findings: of the rule and the normalised claims alone.

No line, no offset and no document's hash goes in, so that a finding keeps its fingerprint while the files around it
change, and a figure that is written another way ("7,000", "seven thousand") keeps it too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from claimcheck.records import Claim, Finding, Quantity, TimeSpan

__all__ = ["SHORT", "fingerprint", "matching", "near", "normalised"]

SHORT = 8
"""How many digits of a fingerprint people are shown: enough to tell the findings of one run apart."""


def normalised(claim: Claim) -> str:
    """What a claim says, as one line: kind, thing, entities, scope, time and value in their plainest form."""
    parts = [
        claim.kind.value,
        claim.core,
        ";".join(sorted(claim.entities)),
        ";".join(sorted(claim.scope)),
        _time(claim.when),
        _quantity(claim.quantity),
    ]
    return "|".join(parts)


def _quantity(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    ends = [str(end.normalize()) if end is not None else "" for end in (quantity.low, quantity.high)]
    return ",".join([*ends, quantity.unit or "", quantity.modifier.value, quantity.per or "", quantity.version or ""])


def _time(when: TimeSpan | None) -> str:
    if when is None:
        return ""
    return f"{when.start or ''}..{when.end or ''}"


def fingerprint(rule: str, claims: Iterable[Claim]) -> str:
    """16 hexadecimal digits; the order of the claims and repeats of one statement don't matter."""
    lines = [rule, *sorted({normalised(claim) for claim in claims})]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def matching(findings: Iterable[Finding], prefix: str) -> list[Finding]:
    """The findings whose fingerprint begins with the digits given, each fingerprint once."""
    wanted = prefix.lower()
    found = {one.fingerprint: one for one in findings if wanted and one.fingerprint.startswith(wanted)}
    return list(found.values())


def near(findings: Sequence[Finding], prefix: str, most: int = 3) -> list[Finding]:
    """Findings whose fingerprints look like the digits given, the nearest first."""
    wanted = prefix.lower()
    by_start = {one.fingerprint[: len(wanted)]: one for one in reversed(findings)}
    return [by_start[start] for start in get_close_matches(wanted, by_start, most)]
