"""Stage three: how figures and dates are written. Units of text in, mentions out."""

from __future__ import annotations

import regex

from claimcheck.extract import count, money, noise, percent, ratio
from claimcheck.extract.amounts import read_amounts
from claimcheck.extract.conventions import conventions
from claimcheck.extract.numerals import STARTS
from claimcheck.extract.scan import Conventions, Left, Mention, Scan
from claimcheck.records import Document
from claimcheck.segment.model import Unit

__all__ = ["Conventions", "Left", "Mention", "Scan", "conventions", "scan_unit"]

def scan_unit(document: Document, unit: Unit, settled: Conventions) -> Scan | None:
    """Find every figure and date in a unit of text; None where it holds nothing that could be one."""
    scan = Scan.of(document, unit, settled)
    noise.find(scan)
    noise.find_codes(scan)
    amounts = read_amounts(scan)
    for extractor in (money, percent, ratio, count):
        extractor.find(scan, amounts)
    scan.finish()
    return scan
