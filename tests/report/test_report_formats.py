"""The formats for machines and pages: what each must hold, and that hostile text stays text."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from xml.etree import ElementTree

import attrs
import pytest
from markdown_it import MarkdownIt
from report_samples import BERTHS, FINDINGS, claim, sample

from claimcheck.records import Document, Finding, Kind, Relation, Severity, Skip
from claimcheck.report import Report, html, junit, lint, markdown, sarif, table
from claimcheck.report import csv as claims_csv
from claimcheck.report import github as annotations
from claimcheck.report import jsonl as lines_of_json
from claimcheck.report.columns import COLUMNS
from claimcheck.report.faults import gravest

EVIL = "a <script>alert(1)</script> | `x` *y* [z](javascript:1) 7 frogs & \x00\x1b ]]> %0A::error::, \ud800 =1"


def hostile() -> Report:
    """A report whose every text is an attack on some format."""
    document = Document("d<b>|`*.md", EVIL, title="<i>t</i>", publisher="p|q")
    one = claim(document, "7", EVIL, kind=Kind.COUNT, measure="=cmd|' /C calc'!A0", attribution="<u>")
    finding = Finding("r-1", Relation.CONTRADICTS, Severity.ERROR, (one, one), EVIL)
    agreement = Finding("r-1", Relation.AGREES, Severity.NOTE, (one, one), EVIL)
    return Report((document,), (one,), (finding, agreement), (Skip("e\n<b>:,", EVIL, code="x"),))


def test_sarif_places_both_ends_with_rule_and_fingerprint(report: Report) -> None:
    log = json.loads(sarif.render(report))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    results = run["results"]
    assert [one["ruleId"] for one in results] == ["part-whole", "value-conflict"]
    assert [one["level"] for one in results] == ["error", "warning"]
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in results)
    first = results[0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "docs/harbour.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 28,
        "endLine": 3,
        "endColumn": 30,
        "snippet": {"text": "14"},
    }
    (other,) = first["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "docs/audit.txt"
    assert f"]({other['id']})" in first["message"]["text"]
    assert first["partialFingerprints"] == {"claimcheck/v1": "cc-part"}
    assert run["tool"]["driver"]["rules"][0]["help"]["text"] == "A part can be no more than its whole."


def test_sarif_tells_what_was_not_read(report: Report) -> None:
    (invocation,) = json.loads(sarif.render(report))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "a binary file" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    clean = json.loads(sarif.render(attrs.evolve(report, skipped=())))["runs"][0]["invocations"][0]
    assert clean["executionSuccessful"] is True


def test_sarif_paths_are_valid_uris() -> None:
    uri = json.loads(sarif.render(hostile()))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert uri["artifactLocation"]["uri"] == "d%3Cb%3E%7C%60%2A.md"


def test_annotations_are_one_line_each_with_escaped_values(report: Report) -> None:
    first, second, third = annotations.render(report).splitlines()
    assert first.startswith("::error file=docs/harbour.md,line=3,col=28,endColumn=29,title=claimcheck%3A part-whole::")
    assert "%0Adocs/audit.txt:3:24: Across both ports" in first
    assert second.startswith("::warning ")
    assert "20%25" in second
    assert third == "::error file=docs/photo.png::not read: a binary file"


def test_annotations_cannot_be_forged() -> None:
    lines = annotations.render(hostile()).splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error file=") for line in lines)
    assert "e%0A<b>%3A%2C" in lines[1]


def test_junit_counts_what_it_holds(report: Report) -> None:
    suite = ElementTree.fromstring(junit.render(report)).find("testsuite")
    assert suite is not None
    cases = suite.findall("testcase")
    assert int(suite.get("tests", "")) == len(cases)
    assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure")) == 1
    assert int(suite.get("errors", "")) == len(suite.findall("testcase/error")) == 1


@pytest.mark.parametrize(("threshold", "failures"), [("error", 1), ("warning", 2), ("note", 2)])
def test_junit_fails_what_the_gate_fails(report: Report, threshold: str, failures: int) -> None:
    root = ElementTree.fromstring(junit.render(report, fail_on=Severity(threshold)))
    assert len(root.findall(".//failure")) == failures


def test_agreements_never_fail_a_gate(report: Report) -> None:
    only = attrs.evolve(report, findings=FINDINGS[2:])
    assert not gravest(only, Severity.NOTE)
    assert gravest(report, Severity.ERROR)
    assert json.loads(sarif.render(only))["runs"][0]["results"] == []


def test_xml_stays_well_formed_whatever_the_text() -> None:
    text = junit.render(hostile())
    root = ElementTree.fromstring(text)
    assert "<script>" in (root.findtext(".//failure") or "")


def test_lint_lines_are_greppable(report: Report) -> None:
    lines = lint.render(report).splitlines()
    assert lines[0].startswith("docs/harbour.md:3:28: error: A part exceeds its whole")
    assert lines[0].endswith("[part-whole]")
    assert lines[1] == "    docs/harbour.md:3:28: The port authority dredged 14 berths in 2021."
    assert lines[-1] == "2 contradictions (1 error and 1 warning) among 8 claims in 3 documents."
    assert "\x1b" not in lint.render(hostile())


def test_lint_says_when_all_is_well() -> None:
    assert lint.render(Report((), (), ())) == "No contradictions among 0 claims in 0 documents.\n"


def test_markdown_quotes_with_the_figure_in_bold(report: Report) -> None:
    text = markdown.render(report)
    assert "  > Across both ports only **nine** berths were dredged between 2019 and 2022." in text
    assert "- `docs/audit.txt:3:24` (Audit of the harbour programme, Court of Auditors, 2022-05-03)" in text
    assert "<summary>Agreements (1)</summary>" in text


def test_markdown_stays_text_whatever_the_text() -> None:
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown.render(hostile()))
    assert "<script" not in page
    assert "javascript" not in "".join(part for part in page.split('"') if part.startswith("javascript"))
    assert "<i>" not in page
    assert "&lt;script&gt;" in page


class _Page(HTMLParser):
    """Collects a page's tags and texts, and refuses one that is not nested well."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "th"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def test_html_is_well_nested_and_marks_figures(report: Report) -> None:
    page = _Page()
    page.feed(html.render(report))
    assert page.open == []
    contradictions, close = ["14", "nine", "about 20%", "nine"], ["about 20%", "16-18%"]
    agreements, differences = ["14", "Fourteen", "14"], ["$15 million", "$14.5 million"]
    assert page.marked == [*contradictions, *close, *agreements, *differences]


def test_html_fetches_nothing_and_runs_nothing() -> None:
    text = html.render(hostile())
    page = _Page()
    page.feed(text)
    assert not {"script", "link", "img", "iframe", "i", "u", "b"} & (set(page.tags) - {"b"})
    assert page.tags.count("b") == text.count("<a ")
    assert "http:" not in text
    assert "https:" not in text


def test_csv_has_a_row_a_claim_and_no_formulas(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(claims_csv.render(report))))
    assert len(rows) == len(report.claims)
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["low"] == "14"
    assert rows[3]["from"] == "2019-01-01"
    (evil,) = csv.DictReader(io.StringIO(claims_csv.render(hostile())))
    assert evil["measure"].startswith("'=")


def test_csv_keeps_negative_numbers_numbers() -> None:
    base = sample()
    quantity = attrs.evolve(BERTHS.quantity, low=-5)  # type: ignore[arg-type]
    quantity = attrs.evolve(quantity, low=quantity.high * -1)
    text = claims_csv.render(attrs.evolve(base, claims=(attrs.evolve(BERTHS, quantity=quantity),)))
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["low"] == "-14"


def test_json_lines_hold_every_claim(report: Report) -> None:
    records = [json.loads(line) for line in lines_of_json.render(report).splitlines()]
    assert [one["text"] for one in records] == [one.text for one in report.claims]
    assert records[5]["attribution"] == "port authority"


def test_the_table_never_cuts_a_place(report: Report) -> None:
    for width in (60, 100, 200):
        text = table.render(report, width=width)
        for one in report.claims:
            place = report.place(one)
            assert f"{one.document}:{place.line}:{place.column}" in text
