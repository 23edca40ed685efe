"""What a document as a whole settles about notation: decimal marks, currencies, the order of day and month."""

from __future__ import annotations

from claimcheck.extract.scan import Conventions
from claimcheck.segment.model import Segments

__all__ = ["conventions"]


def conventions(segments: Segments) -> Conventions:
    return Conventions(anchor=segments.document.published)
