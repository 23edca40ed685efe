"""Claims as flat rows, one column a field: what ``extract`` prints as a table or CSV."""

from __future__ import annotations

from typing import Any

from claimcheck.records import Claim
from claimcheck.report.json import digits
from claimcheck.report.model import Report
from claimcheck.report.phrases import time_words
from claimcheck.report.places import file_of

__all__ = ["COLUMNS", "row"]

COLUMNS = (
    "path",
    "line",
    "column",
    "page",
    "kind",
    "text",
    "low",
    "high",
    "unit",
    "modifier",
    "precision",
    "per",
    "out_of",
    "direction",
    "role",
    "version",
    "measure",
    "core",
    "head",
    "about",
    "roles",
    "from",
    "to",
    "granularity",
    "when_modifier",
    "relative",
    "place",
    "attribution",
    "status",
    "scope",
    "event",
    "terms",
    "section",
    "structure",
    "confidence",
    "notes",
    "start",
    "end",
    "sentence_start",
    "sentence_end",
    "document",
    "fingerprint",
)


def row(report: Report, claim: Claim) -> dict[str, Any]:
    """All fields of a claim by the names in ``COLUMNS``; lists joined by "; ", empty where unknown."""
    document = report.document(claim.document)
    place = document.locate(claim.span)
    quantity, when = claim.quantity, claim.when
    found: dict[str, Any] = dict.fromkeys(COLUMNS, "")
    found |= {
        "path": file_of(document),
        "line": place.line,
        "column": place.column,
        "page": place.page,
        "kind": claim.kind.value,
        "text": claim.text,
        "measure": claim.measure,
        "core": claim.core,
        "head": claim.head,
        "about": "; ".join(claim.about),
        "roles": "; ".join(f"{name}: {role}" for name, role in claim.roles),
        "place": claim.place,
        "attribution": claim.attribution,
        "status": claim.status.value,
        "scope": "; ".join(claim.scope),
        "event": claim.event,
        "terms": "; ".join(claim.terms),
        "section": claim.section,
        "structure": claim.structure,
        "confidence": claim.confidence,
        "notes": "; ".join(claim.notes),
        "start": claim.span.start,
        "end": claim.span.end,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "document": claim.document,
        "fingerprint": claim.fingerprint,
    }
    if quantity is not None:
        found |= {
            "low": None if quantity.low is None else digits(quantity.low),
            "high": None if quantity.high is None else digits(quantity.high),
            "unit": quantity.unit,
            "modifier": quantity.modifier.value,
            "precision": None if quantity.precision is None else digits(quantity.precision),
            "per": quantity.per,
            "out_of": None if quantity.out_of is None else digits(quantity.out_of),
            "direction": quantity.direction,
            "role": quantity.role,
            "version": quantity.version,
        }
    if when is not None:
        found |= {
            "from": when.start,
            "to": when.end,
            "granularity": when.granularity.value,
            "when_modifier": when.modifier.value,
            "relative": when.relative,
        }
    return {name: "" if value is None else value for name, value in found.items()}


def value_words(claim: Claim) -> str:
    """The figure as read, short: bounds and unit, or the time."""
    quantity = claim.quantity
    if quantity is None:
        return time_words(claim.when)
    if quantity.version is not None:
        return quantity.version
    low = None if quantity.low is None else f"{quantity.low.normalize():,f}"
    high = None if quantity.high is None else f"{quantity.high.normalize():,f}"
    if low == high:
        bounds = low or ""
    elif low is None:
        bounds = f"<= {high}"
    elif high is None:
        bounds = f">= {low}"
    else:
        bounds = f"{low}-{high}"
    return " ".join(part for part in (bounds, quantity.unit, f"per {quantity.per}" if quantity.per else "") if part)
