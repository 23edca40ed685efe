"""Baselines: the findings that a project knows of and keeps quiet until they change.

A JSON file to keep under version control. An entry is a finding's fingerprint, which is made of what the claims say, so
that moved lines and renamed files change nothing; and how many claims it joins, so that a further copy is reported.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from claimcheck.errors import ClaimcheckError
from claimcheck.records import Finding

__all__ = ["SCHEMA", "Baseline", "baseline_text"]

SCHEMA = "claimcheck-baseline/1"


@frozen
class Baseline:
    """The known findings: fingerprint → how many claims each may join."""

    known: Mapping[str, int] = field(factory=dict)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline in a file; raises ``ClaimcheckError`` where it is missing or malformed."""
        hint = f"`claimcheck check … --baseline {path} --update-baseline` writes one"
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8"
            raise ClaimcheckError(
                "baseline-unreadable", f"the baseline cannot be read: {reason}", path=str(path), hint=hint
            ) from None
        try:
            data = json.loads(text)
            if data["schema"] != SCHEMA:
                raise ValueError(f"its schema is {data['schema']!r}, not {SCHEMA!r}")
            return cls({_text(one["fingerprint"]): int(one["claims"]) for one in data["findings"]})
        except (ValueError, KeyError, TypeError) as error:
            detail = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise ClaimcheckError(
                "baseline-malformed", f"this is no baseline: {detail}", path=str(path), hint=hint
            ) from None

    def knows(self, finding: Finding) -> bool:
        """Whether the finding is in the baseline as it is."""
        return len(finding.claims) <= self.known.get(finding.fingerprint, 0)

    def gone(self, findings: Iterable[Finding]) -> int:
        """How many entries no finding has any more."""
        return len(set(self.known) - {finding.fingerprint for finding in findings})


def baseline_text(findings: Iterable[Finding], folder: Path) -> str:
    """A baseline of the findings, one entry a line and in a stable order, so that two branches merge well.

    Its files are named from ``folder``, so that it is the same wherever the command was started.
    """
    entries: dict[str, dict[str, Any]] = {}
    for finding in findings:
        entry = {
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "claims": len(finding.claims),
            "files": sorted({_from(folder, claim.document) for claim in finding.claims}),
            "message": " ".join(finding.message.split()),
        }
        old = entries.get(finding.fingerprint)
        if old is None or old["claims"] < entry["claims"]:
            entries[finding.fingerprint] = entry
    lines = [json.dumps(entries[name], ensure_ascii=False) for name in sorted(entries)]
    body = ",\n    ".join(lines)
    listed = f"[\n    {body}\n  ]" if lines else "[]"
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": {listed}\n}}\n'


def _from(folder: Path, id: str) -> str:
    try:
        return Path(os.path.relpath(id, folder)).as_posix()
    except ValueError:  # another drive on Windows
        return Path(id).as_posix()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no fingerprint")
    return value
