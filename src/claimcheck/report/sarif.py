"""Contradictions as SARIF 2.1.0 (OASIS standard, 27 March 2020), for code scanning and editors.

Each result is placed at the first claim; the other claims are its ``relatedLocations``. Columns count
Unicode code points. Paths are relative to where the command was started, under the base ``%SRCROOT%``.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from claimcheck.records import Severity
from claimcheck.report.faults import End, Fault, faults
from claimcheck.report.model import Report, RuleNote
from claimcheck.report.rules import GATE_RULES
from claimcheck.version import __version__

__all__ = ["render"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_FINGERPRINT = "claimcheck/v1"


def render(report: Report) -> str:
    """The report as a SARIF log with one run."""
    found = faults(report)
    used = sorted({fault.finding.rule for fault in found})
    notes = {note.id: note for note in report.rules}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "claimcheck",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(notes.get(id, RuleNote(id)), found) for id in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": not report.unread,
                        "toolExecutionNotifications": [
                            {
                                "level": "error",
                                "message": {"text": f"not read: {skip.reason}"},
                                "locations": [{"physicalLocation": {"artifactLocation": _artifact(skip.document)}}],
                            }
                            for skip in report.unread
                        ],
                    }
                ],
                "results": [_result(fault, used) for fault in found],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(note: RuleNote, found: list[Fault]) -> dict[str, Any]:
    level = next(_LEVELS[fault.finding.severity] for fault in found if fault.finding.rule == note.id)
    text = note.help or note.title or note.id
    more = "" if note.id in GATE_RULES else f"\n\n`claimcheck rules show {note.id}`"
    rule: dict[str, Any] = {
        "id": note.id,
        "name": "".join(part.capitalize() for part in note.id.split("-")),
        "shortDescription": {"text": note.title or note.id},
        "fullDescription": {"text": text},
        "help": {
            "text": text,
            "markdown": f"**{note.title or note.id}.** {text}{more}",
        },
        "defaultConfiguration": {"level": level},
    }
    return rule


def _result(fault: Fault, used: list[str]) -> dict[str, Any]:
    told = [fault.message, *(f"{text[:1].upper()}{text[1:]}." for text in fault.why)]
    links = [f"[{_bracketed(end.quote)}]({number}) at {end.place}." for number, end in enumerate(fault.ends[1:], 1)]
    return {
        "ruleId": fault.finding.rule,
        "ruleIndex": used.index(fault.finding.rule),
        "kind": "fail",
        "level": _LEVELS[fault.finding.severity],
        "message": {"text": " ".join([*map(_bracketed, told), *links])},
        "locations": [_location(fault.ends[0])],
        "relatedLocations": [
            {"id": number, **_location(end), "message": {"text": end.quote}}
            for number, end in enumerate(fault.ends[1:], 1)
        ],
        "partialFingerprints": {_FINGERPRINT: fault.finding.fingerprint},
    }


def _location(end: End) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(end.path),
            "region": {
                "startLine": end.first.line,
                "startColumn": end.first.column,
                "endLine": end.last.line,
                "endColumn": end.last.column,
                "snippet": {"text": end.claim.text},
            },
        }
    }


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path.replace("\\", "/"), errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}


def _bracketed(text: str) -> str:
    """Text in which no bracket is taken for a link (SARIF 3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
