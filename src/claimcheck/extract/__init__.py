"""Stage three: how figures and dates are written. Units of text in, mentions out."""

from __future__ import annotations

from claimcheck.extract.scan import Conventions, Left, Mention, Scan
from claimcheck.records import Document
from claimcheck.segment.model import Segments, Unit

__all__ = ["Conventions", "Left", "Mention", "Scan"]
