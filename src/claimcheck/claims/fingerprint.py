"""A claim's fingerprint: what it says, not where it stands."""

from __future__ import annotations

import hashlib

from claimcheck.records import Kind, TimeSpan

__all__ = ["fingerprint"]


def fingerprint(
    document: str, kind: Kind, text: str, core: str, about: tuple[str, ...], when: TimeSpan | None, ordinal: int = 0
) -> str:
    """Sixteen hexadecimal digits of what a claim says; ``ordinal`` tells equal claims of one document apart."""
    parts = (
        document,
        kind.value,
        " ".join(text.split()).lower(),
        core,
        "|".join(about),
        f"{when.start}..{when.end}" if when else "",
        str(ordinal),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
