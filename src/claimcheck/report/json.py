"""The report as JSON, and back again without loss. ``docs/schema.md`` describes the schema."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import cattrs

from claimcheck.errors import ClaimcheckError
from claimcheck.records import Claim, Document, Finding, Reason, Relation, Severity, Skip
from claimcheck.report.model import Report, RuleNote
from claimcheck.report.places import file_of
from claimcheck.version import __version__

__all__ = ["SCHEMA", "claim_record", "digits", "dumps", "loads", "plain", "render"]

SCHEMA = "claimcheck-report/1"


@cache
def converter() -> cattrs.Converter:
    """Records to plain data and back: numbers as strings that keep every digit, dates as ISO 8601."""
    attrs.resolve_types(Document, localns={"Path": Path})
    made = cattrs.Converter(detailed_validation=False)
    made.register_unstructure_hook(Decimal, digits)
    made.register_structure_hook(Decimal, _decimal)
    made.register_unstructure_hook(dt.date, dt.date.isoformat)
    made.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
    made.register_unstructure_hook_func(lambda kind: isinstance(kind, type) and issubclass(kind, Path), Path.as_posix)
    made.register_structure_hook(Path, lambda value, _: Path(value))
    return made


def digits(value: Decimal) -> str:
    """A number in plain digits (14500000, not 1.45E+7) unless that would take more than forty of them."""
    return format(value, "f") if value.is_finite() and abs(value.adjusted()) <= 40 else str(value)


def _decimal(value: Any, _: object) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{value!r} is no decimal number") from None


def plain(record: object) -> dict[str, Any]:
    """Any record of the report as plain data, every field kept."""
    data: dict[str, Any] = converter().unstructure(record)
    return data


def claim_record(report: Report, claim: Claim) -> dict[str, Any]:
    """A claim as plain data, with its path, line, column and the sentence to quote before its own fields."""
    document = report.document(claim.document)
    place = document.locate(claim.span)
    return {
        "path": file_of(document),
        "line": place.line,
        "column": place.column,
        "page": place.page,
        "quote": report.sentence(claim).cover(document.text),
        **plain(claim),
    }


def dumps(report: Report, *, indent: int | None = None) -> str:
    """The report as one JSON object; the same report gives the same bytes."""
    return json.dumps(_data(report), indent=indent, ensure_ascii=False, allow_nan=False)


def render(report: Report) -> str:
    """The report as a JSON file: indented, with a line end."""
    return dumps(report, indent=2) + "\n"


def _data(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "version": __version__,
        "summary": {
            "documents": len(report.documents),
            "claims": len(report.claims),
            **{relation.value: count for relation, count in report.counts().items()},
            "skipped": len(report.skipped),
        },
        "documents": [{**plain(one), "path": _path(one)} for one in report.documents],
        "rules": [plain(rule) for rule in report.rules],
        "findings": [_finding(report, finding) for finding in report.findings],
        "claims": [claim_record(report, claim) for claim in report.claims],
        "skipped": [_skip(report, skip) for skip in report.skipped],
    }


def _path(document: Document) -> str | None:
    return file_of(document) if document.path is not None else None


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "relation": finding.relation.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "reasons": [plain(reason) for reason in finding.reasons],
        "fingerprint": finding.fingerprint,
        "claims": [claim_record(report, claim) for claim in finding.claims],
    }


def _skip(report: Report, skip: Skip) -> dict[str, Any]:
    document = report.find(skip.document)
    record: dict[str, Any] = {"path": file_of(document, skip.document), **plain(skip)}
    if document is not None and skip.span is not None:
        place = document.locate(skip.span)
        record |= {"line": place.line, "column": place.column, "text": skip.span.cover(document.text)}
    return record


def loads(text: str) -> Report:
    """The report that ``dumps`` wrote, with equal records.

    Raises ``ClaimcheckError`` where the text is not JSON, follows another schema, or lacks a field.
    """
    try:
        data = json.loads(text)
        schema = data["schema"]
    except (ValueError, KeyError, TypeError) as error:
        raise _malformed("this is no claimcheck report", error) from None
    if schema != SCHEMA:
        raise ClaimcheckError(
            "report-schema",
            f"the report follows the schema {schema!r}; this version of claimcheck reads {SCHEMA!r}",
            hint="write it again with this version",
        )
    make = converter().structure
    try:
        return Report(
            documents=tuple(make(one, Document) for one in data["documents"]),
            claims=tuple(make(one, Claim) for one in data["claims"]),
            findings=tuple(_load_finding(one) for one in data["findings"]),
            skipped=tuple(make(one, Skip) for one in data["skipped"]),
            rules=tuple(make(one, RuleNote) for one in data.get("rules", ())),
        )
    except (cattrs.BaseValidationError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _malformed("the report lacks a field or has one of the wrong kind", error) from None


def _load_finding(data: dict[str, Any]) -> Finding:
    make = converter().structure
    return Finding(
        rule=data["rule"],
        relation=Relation(data["relation"]),
        severity=Severity(data["severity"]),
        claims=tuple(make(claim, Claim) for claim in data["claims"]),
        message=data["message"],
        reasons=tuple(make(reason, Reason) for reason in data["reasons"]),
        fingerprint=data["fingerprint"],
    )


def _malformed(message: str, error: Exception) -> ClaimcheckError:
    detail = f"{type(error).__name__}: {error}"
    return ClaimcheckError("report-malformed", f"{message}: {detail}", hint="write it again with --format json")
