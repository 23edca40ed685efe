"""The text report: order of sections, marked quotations, widths, cutting, hostile characters."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import BERTHS, DOCUMENTS, FINDINGS, claim, sample
from rich.cells import cell_len

from claimcheck.records import Document, Finding, Kind, Relation, Severity, Skip, Span
from claimcheck.report import Report
from claimcheck.report.marked import carets, wrapped
from claimcheck.report.places import Quotation, quotation
from claimcheck.report.text import render


def test_sections_come_in_the_order_of_what_matters(report: Report) -> None:
    text = render(report)
    heads = ["Contradictions (2)", "Close calls", "Agreements (1)", "Different scope", "Summary", "Not read"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_a_contradiction_shows_both_ends_with_the_figure_marked(report: Report) -> None:
    lines = render(report).splitlines()
    at = lines.index("   │ Across both ports only nine berths were dredged between 2019 and 2022.")
    figure = lines[at].index("nine")
    assert lines[at + 1] == "   │" + " " * (figure - 4) + "^^^^"
    assert any(line.startswith("   docs/audit.txt:3:24  ") and "Court of Auditors" in line for line in lines)
    assert "   docs/harbour.md:3:28  Harbour works" in lines
    assert "   why      the part's least, 14, is above the whole's most, 9" in lines


def test_differences_name_the_scope_that_differs(report: Report) -> None:
    text = render(report)
    section = text[text.index("Different scope") : text.index("Summary")]
    assert "recipient Northport / Southport; 2016 / 2017" in section
    assert "docs/harbour.md:5:11" in section


def test_agreements_say_whether_the_sources_are_independent(report: Report) -> None:
    assert "3 documents but 2 voices: the same source, Port Authority" in render(report)


def test_the_summary_counts_documents_and_what_was_not_read(report: Report) -> None:
    text = render(report)
    assert "3 documents, 8 claims read" in text
    assert "docs/photo.png: a binary file" in text
    assert "1 numeral left out: a model name 1" in text
    assert text.rstrip().endswith("2 contradictions, 2 agreements, 1 difference of scope, 1 close call among them.")


def test_a_report_without_findings_is_short_and_clear() -> None:
    text = render(Report((DOCUMENTS[2],), (), ()))
    assert "Contradictions (" not in text
    assert "0 contradictions" in text


@pytest.mark.parametrize("width", [50, 60, 72, 100, 160])
def test_lines_fit_the_width(report: Report, width: int) -> None:
    for line in render(report, width=width).splitlines():
        assert cell_len(line) <= width or ":" in line.split()[-1], line


def test_plain_output_has_no_escape_sequences_and_colour_has(report: Report) -> None:
    assert "\x1b" not in render(report)
    assert "\x1b[" in render(report, color=True)


def test_ascii_output_is_ascii(report: Report) -> None:
    assert render(report, ascii_only=True).isascii()


def many(count: int, relation: Relation) -> Report:
    base = sample()
    findings = tuple(
        Finding("value-conflict", relation, Severity.NOTE, (attrs.evolve(BERTHS, core=f"thing {n}"),), f"m{n}.")
        for n in range(count)
    )
    return attrs.evolve(base, findings=findings)


@pytest.mark.parametrize(
    ("relation", "limit", "more"),
    [
        (Relation.CONTRADICTS, 40, "… and 3 more findings (--all)"),
        (Relation.AGREES, 12, "… and 3 more topics (--all)"),
        (Relation.DIFFERS, 12, "… and 3 more topics (--all)"),
    ],
)
def test_long_lists_are_cut_unless_all_is_asked_for(relation: Relation, limit: int, more: str) -> None:
    report = many(limit + 3, relation)
    assert more in render(report)
    assert "--all" not in render(report, everything=True)
    assert "more" not in render(many(limit, relation))


def test_many_places_of_one_finding_are_cut() -> None:
    base = sample()
    finding = attrs.evolve(FINDINGS[2], claims=(BERTHS,) * 9)
    text = render(attrs.evolve(base, findings=(finding,)))
    assert "… and 5 more places (--all)" in text


def test_control_characters_never_reach_the_terminal() -> None:
    evil = "\x1b]0;owned\x07 we have 7 \u202efrogs\u202c\r\n and \x9b31m more"
    document = Document("x\x1b[2J.md", evil, title="t\x1b[31m")
    one = claim(document, "7", evil, kind=Kind.COUNT, measure="fr\x1bog")
    finding = Finding("r", Relation.CONTRADICTS, Severity.ERROR, (one, one), "m\x1b[0m \r\n.")
    skips = (Skip("y\x1b[2J", "z\x1b"), Skip(document.id, "q\x1b", Span(0, 1)))
    text = render(Report((document,), (one,), (finding,), skips))
    assert all(c.isprintable() or c == "\n" for c in text)


@settings(deadline=None)
@given(
    st.text(alphabet="ab \u3042é-", max_size=80),
    st.text(alphabet="1 \u3042", min_size=1, max_size=20),
    st.text(alphabet="ab \u3042", max_size=80),
    st.integers(20, 60),
)
def test_wrapping_keeps_the_words_and_marks_the_whole_figure(before: str, figure: str, after: str, width: int) -> None:
    quote = Quotation(before, figure, after)
    lines = wrapped(quote, width)
    assert "".join(str(quote).split()) == "".join("".join(line for line, _, _ in lines).split())
    marked = "".join(line[first:last] for line, first, last in lines)
    assert "".join(marked.split()) == "".join(figure.split())
    for line, first, last in lines:
        assert cell_len(line) <= width or " " not in line.strip()
        assert cell_len(carets(line, first, last)) <= cell_len(line)


@settings(deadline=None)
@given(st.integers(12, 200))
def test_a_cut_quotation_keeps_the_figure_and_is_a_part_of_the_sentence(width: int) -> None:
    report = sample()
    for one in report.claims:
        whole, cut = quotation(report, one), quotation(report, one, width)
        assert cut.figure == whole.figure
        assert whole.before.endswith(cut.before.removeprefix("…").lstrip())
        assert whole.after.startswith(cut.after.removesuffix("…").rstrip())
        assert len(str(cut)) <= max(width, len(cut.figure) + 6)
