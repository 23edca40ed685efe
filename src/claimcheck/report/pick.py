"""Claims picked by their place or their fingerprint."""

from __future__ import annotations

import os
import re

from claimcheck.records import Claim, Place, Span
from claimcheck.report.model import Report
from claimcheck.report.places import file_of

__all__ = ["at_place", "with_fingerprint"]

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")


def at_place(report: Report, place: str) -> list[Claim] | None:
    """The claims at ``FILE:LINE`` or ``FILE:LINE:COLUMN``; None where the text is no place.

    A claim that covers the column is at it; where none does, the one that begins next after it on the line, else the
    last before it.
    """
    match = _PLACE.fullmatch(place)
    if match is None:
        return None
    file = os.path.normpath(match["file"])
    line = int(match["line"])
    found = []
    for claim in report.claims:
        document = report.document(claim.document)
        if file not in (os.path.normpath(file_of(document)), os.path.normpath(document.id)):
            continue
        first = document.locate(claim.span)
        last = document.locate(Span(claim.span.end, claim.span.end))
        if first.line <= line <= last.line:
            found.append((claim, first, last))
    if match["column"] is None or not found:
        return [claim for claim, _, _ in found]
    here = Place(line, int(match["column"]))
    covering = [claim for claim, first, last in found if _key(first) <= _key(here) < _key(last)]
    if covering:
        return covering
    after = [claim for claim, first, _ in found if _key(first) > _key(here)]
    return after[:1] or [found[-1][0]]


def _key(place: Place) -> tuple[int, int]:
    return place.line, place.column


def with_fingerprint(report: Report, prefix: str) -> list[Claim]:
    """The claims whose fingerprint begins with the digits given."""
    wanted = prefix.lower()
    return [claim for claim in report.claims if claim.fingerprint.startswith(wanted)]
