"""A claim's fingerprint: what it says, not where it stands."""

from __future__ import annotations

import hashlib

from claimcheck.records import Claim

__all__ = ["fingerprint"]


def fingerprint(claim: Claim, ordinal: int = 0) -> str:
    """Sixteen hexadecimal digits of the normalised claim; ``ordinal`` tells equal claims of one document apart."""
    when = claim.when
    parts = (
        claim.document,
        claim.kind.value,
        " ".join(claim.text.split()).lower(),
        claim.core,
        "|".join(claim.about),
        f"{when.start}..{when.end}" if when else "",
        str(ordinal),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
