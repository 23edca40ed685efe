"""Feet and inches in marks: 6'2", 5' 11"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.scan import Scan
from claimcheck.records import Kind, Quantity

__all__ = ["take_feet_and_inches"]

_INCHES = frozenset({'"', "”", "″"})
_FOOT = 12  # inches


def take_feet_and_inches(scan: Scan) -> None:
    """Take 6'2" and 5' 11": a number, an apostrophe and a number below twelve before a sign of inches, glued."""
    for at in scan.numbers:
        feet, inches = scan.norm(at), scan.norm(at + 2)
        if (
            scan.norm(at + 1) != "'"
            or not scan.tokens[at + 1].glued
            or not scan.free(at, min(at + 3, len(scan.tokens)))
        ):
            continue
        last = at + 4 if scan.norm(at + 3) in _INCHES else at + 5
        marked = last == at + 4 or (scan.norm(at + 3) == "'" and scan.norm(at + 4) == "'")
        if marked and feet.isdecimal() and inches.isdecimal() and int(inches) < _FOOT and scan.tokens[at + 3].glued:
            value = Decimal(int(feet) * _FOOT + int(inches))
            scan.take(Kind.MEASURE, at, last, quantity=Quantity(value, value, "inch"), core=at)
