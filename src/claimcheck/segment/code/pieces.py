"""The stretches of a block of code that are to be read."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.records import Span

__all__ = ["DIGIT", "LIST", "WORDY", "Piece", "trim"]

WORDY = re.compile(r"[^\W\d_]{2}")
DIGIT = re.compile(r"\d")
LIST = re.compile(r"\s*(?:[-+*•●✓✔✗]|\d{1,3}[.)])\s+")


class Piece(NamedTuple):
    """A stretch of a code block to read, what it is a remark on, marks inside it, and which piece it belongs with."""

    start: int
    end: int
    label: str
    masks: tuple[Span, ...]
    group: int


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the blanks at its ends."""
    while start < end and text[start] in " \t\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0":
        end -= 1
    return start, end
