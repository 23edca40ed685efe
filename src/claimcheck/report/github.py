"""Contradictions as GitHub workflow commands, which become annotations on the files of a pull request."""

from __future__ import annotations

from claimcheck.records import Severity
from claimcheck.report.faults import Fault, faults
from claimcheck.report.model import Report

__all__ = ["render"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """One annotation a contradiction, at its first end; the others are told in its text.

    One and not one an end, because GitHub shows only the first ten of a step.
    """
    lines = [_annotation(fault) for fault in faults(report)]
    lines += [f"::error file={_property(one.document)}::{_data(f'not read: {one.reason}')}" for one in report.unread]
    return "".join(f"{line}\n" for line in lines)


def _annotation(fault: Fault) -> str:
    end = fault.ends[0]
    properties = {"file": end.path, "line": end.first.line}
    if end.first.line == end.last.line:  # columns are allowed on one line only
        properties |= {"col": end.first.column, "endColumn": max(end.last.column - 1, end.first.column)}
    else:
        properties["endLine"] = end.last.line
    properties["title"] = f"claimcheck: {fault.finding.rule}"
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join([fault.message, *(f"{other.place}: {other.quote}" for other in fault.ends), *fault.why])
    return f"::{_COMMANDS[fault.finding.severity]} {told}::{_data(text)}"


def _data(text: str) -> str:
    """Text escaped as the runner's parser asks."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
