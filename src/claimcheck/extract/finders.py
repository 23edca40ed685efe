"""The finders of all kinds of expression, in their order."""

from __future__ import annotations

from claimcheck.extract import (
    age,
    change,
    clock,
    count,
    dates,
    duration,
    frequency,
    identifier,
    measure,
    money,
    noise,
    percent,
    rank,
    ratio,
    told_times,
    version,
    zero,
)
from claimcheck.extract.amounts import read_amounts
from claimcheck.extract.candidates import may_hold_figures
from claimcheck.extract.scan import Conventions, Scan
from claimcheck.records import Document
from claimcheck.segment.model import Unit

__all__ = ["scan_unit"]

# What stands by itself is taken before figures are read; then each kind takes its own, the most particular first.
_BEFORE_AMOUNTS = (clock.find, noise.find, dates.find, version.find, identifier.find, noise.find_codes)
_FROM_AMOUNTS = (
    change.find,
    rank.find,
    age.find,
    frequency.find,
    duration.find,
    money.find,
    percent.find,
    ratio.find,
    measure.find,
    count.find,
    zero.find,
)


def scan_unit(document: Document, unit: Unit, settled: Conventions) -> Scan | None:
    """Find every figure and date in a unit of text; None where it holds nothing that could be one.

    ``settled`` is what ``conventions`` found for the document that the unit is part of. The scan keeps the tokens, the
    mentions in order of position, and the numerals that were left out with the reason.
    """
    if not may_hold_figures(document.text, unit.span):
        return None
    scan = Scan.of(document, unit, settled)
    for find in _BEFORE_AMOUNTS:
        find(scan)
    amounts = read_amounts(scan)
    for find_among in _FROM_AMOUNTS:
        find_among(scan, amounts)
    told_times.find(scan)
    change.assign(scan)
    change.assign_margins(scan)
    scan.finish()
    return scan
