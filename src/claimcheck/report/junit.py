"""Contradictions as JUnit XML: a test case each, and a passing one for each document without any."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from claimcheck.records import Severity
from claimcheck.report.faults import Fault, faults
from claimcheck.report.model import Report, at_or_above
from claimcheck.report.places import file_of

__all__ = ["render"]

# What XML 1.0 allows no document to hold (section 2.2).
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, *, fail_on: Severity = Severity.ERROR) -> str:
    """The report as one test suite; what is below the threshold passes and says so in its output."""
    found = faults(report)
    failing = [fault for fault in found if at_or_above(fault.finding.severity, fail_on)]
    named = {fault.ends[0].path for fault in found}
    clean = [path for document in report.documents if (path := file_of(document)) not in named]
    suite = ElementTree.Element(
        "testsuite",
        name="claimcheck",
        tests=str(len(found) + len(clean) + len(report.unread)),
        failures=str(len(failing)),
        errors=str(len(report.unread)),
        skipped="0",
    )
    for fault in found:
        case = _case(suite, fault.ends[0].path, f"{fault.ends[0].place} {fault.finding.rule}")
        if fault in failing:
            failure = ElementTree.SubElement(case, "failure", message=_legal(fault.message), type=fault.finding.rule)
            failure.text = _legal(_told(fault))
        else:
            ElementTree.SubElement(case, "system-out").text = _legal(_told(fault))
    for path in clean:
        _case(suite, path, "no contradictions")
    for skip in report.unread:
        case = _case(suite, skip.document, "could be read")
        ElementTree.SubElement(case, "error", message=_legal(skip.reason), type=skip.code or "unread")
    root = ElementTree.Element("testsuites", name="claimcheck")
    root.append(suite)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _case(suite: ElementTree.Element, path: str, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(suite, "testcase", classname=_legal(path), name=_legal(name), time="0")


def _told(fault: Fault) -> str:
    ends = [f"{end.place}: {end.quote}" for end in fault.ends]
    return "\n".join([f"{fault.finding.severity.value}: {fault.message}", *ends, *fault.why])


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
