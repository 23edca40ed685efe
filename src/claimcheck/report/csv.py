"""Claims as CSV: one row a claim, one column a field, a header row first."""

from __future__ import annotations

import csv
import io
import re

from claimcheck.report.columns import COLUMNS, row
from claimcheck.report.model import Report

__all__ = ["render"]

_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?(E[-+]?[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report) -> str:
    """The claims as CSV (RFC 4180 with plain line ends).

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for claim in report.claims:
        writer.writerow({name: _inert(value) for name, value in row(report, claim).items()})
    return out.getvalue()


def _inert(value: object) -> object:
    if not isinstance(value, str) or not value.startswith(_FORMULA) or _NUMBER.fullmatch(value):
        return value
    return f"'{value}"
