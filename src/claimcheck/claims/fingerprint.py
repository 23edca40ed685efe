"""A claim's fingerprint: what it says, not where it stands."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import lru_cache

from claimcheck.records import Kind, TimeSpan

__all__ = ["fingerprint"]


@lru_cache(4096)
def _between(start: dt.date | None, end: dt.date | None) -> str:
    return f"{start}..{end}"


def fingerprint(
    document: str, kind: Kind, text: str, core: str, about: tuple[str, ...], when: TimeSpan | None, ordinal: int = 0
) -> str:
    """Sixteen hexadecimal digits of what a claim says; ``ordinal`` tells equal claims of one document apart."""
    parts = (
        document,
        kind,
        " ".join(text.split()).lower(),
        core,
        "|".join(about),
        _between(when.start, when.end) if when else "",
        str(ordinal),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
