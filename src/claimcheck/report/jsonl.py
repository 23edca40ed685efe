"""Claims as JSON Lines: one claim a line, with every field of the record and its place."""

from __future__ import annotations

import json

from claimcheck.report.json import claim_record
from claimcheck.report.model import Report

__all__ = ["render"]


def render(report: Report) -> str:
    """One JSON object a line, in the order of the claims."""
    return "".join(f"{json.dumps(claim_record(report, claim), ensure_ascii=False)}\n" for claim in report.claims)
