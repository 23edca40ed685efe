"""The report for a terminal: sections in the order of the outline, plain text where colour is not wanted."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TypeVar

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from claimcheck.findings.fingerprint import SHORT
from claimcheck.records import Claim, Finding, Outcome, Relation, Severity
from claimcheck.report.marked import carets, wrapped
from claimcheck.report.model import Report
from claimcheck.report.outline import (
    CLOSE,
    Outline,
    Topic,
    comparison_clauses,
    divergence,
    independence,
    outline,
    verdict_clauses,
)
from claimcheck.report.phrases import plural, spoken
from claimcheck.report.places import file_of, flat, link, quotation, visible

__all__ = ["PLAIN_WIDTH", "render"]

PLAIN_WIDTH = 100
_LIMITS = {"findings": 40, "topics": 12, "places": 4, "reasons": 8, "sources": 30, "unread": 12}
_QUOTE = 40
_MARGIN = "  "
_STYLES = {Relation.CONTRADICTS: "red", Relation.AGREES: "green", Relation.DIFFERS: "cyan"}
_ASCII = str.maketrans({"─": "-", "│": "|", "…": "..."})
_SEVERITY = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def render(
    report: Report,
    *,
    width: int = PLAIN_WIDTH,
    color: bool = False,
    ascii_only: bool = False,
    everything: bool = False,
) -> str:
    """The report in lines no wider than ``width``, places excepted; ``everything`` cuts no list short.

    Without colour the figures are set off by carets on a line beneath.
    """
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    _Writer(report, console, everything).all(outline(report))
    text = out.getvalue()
    return text.translate(_ASCII).encode("ascii", "replace").decode() if ascii_only else text


_T = TypeVar("_T")


class _Writer:
    """Prints one report, section by section."""

    def __init__(self, report: Report, console: Console, everything: bool) -> None:
        self.report = report
        self.console = console
        self.everything = everything
        self.width = max(console.width, 50)

    def all(self, plan: Outline) -> None:
        """Every section that has something to say."""
        report = self.report
        self._line(
            ("claimcheck", "bold"),
            (
                f"  {plural(len(report.documents), 'document')}, {plural(len(report.claims), 'claim')} read",
                "dim",
            ),
        )
        if plan.contradictions:
            self._section("Contradictions", len(plan.contradictions), "red")
            self._findings(plan.contradictions)
        if plan.close:
            self._section(CLOSE, len(plan.close), "yellow")
            self._findings(plan.close)
        if plan.agreements:
            self._section("Agreements", sum(len(one.findings) for one in plan.agreements), "green")
            self._topics(plan.agreements, Relation.AGREES)
        if plan.differences:
            self._section("Different scope, no contradiction", sum(len(t.findings) for t in plan.differences), "cyan")
            self._topics(plan.differences, Relation.DIFFERS)
        self._summary(plan)

    # -- sections

    def _section(self, title: str, count: int | None = None, style: str = "") -> None:
        head = f"{title} " if count is None else f"{title} ({count:,}) "
        self._line()
        self._line((head, f"bold {style}"), ("─" * (self.width - cell_len(head)), f"dim {style}"))

    def _findings(self, findings: Sequence[Finding]) -> None:
        shown = self._cut(findings, "findings")
        for number, finding in enumerate(shown, 1):
            self._line()
            self._finding(number, finding)
        self._more(len(findings) - len(shown), "finding")

    def _finding(self, number: int, finding: Finding) -> None:
        lead = f"{number}. "
        indent = " " * len(lead)
        self._paragraph(flat(finding.message), lead, "bold", first_style=f"bold {_STYLES[finding.relation]}")
        shown = self._cut(finding.claims, "places")
        for claim in shown:
            self._line()
            self._cited(claim, indent)
        self._more(len(finding.claims) - len(shown), "place", indent)
        self._line()
        why = verdict_clauses(finding)
        alike, unsure = (comparison_clauses(finding, one) for one in (Outcome.MATCH, Outcome.UNKNOWN))
        for label, texts in (("why", why), ("compared", alike), ("unsure", unsure)):
            if texts:
                self._paragraph(flat("; ".join(self._cut(texts, "reasons"))), f"{indent}{label:9}", "", "dim")
        self._line(
            (f"{indent}{'rule':9}", "dim"),
            (finding.rule, ""),
            (", ", "dim"),
            (finding.severity.value, _SEVERITY[finding.severity]),
            (f", {finding.fingerprint[:SHORT]}", "dim"),
        )

    def _cited(self, claim: Claim, indent: str) -> None:
        """Where a claim stands, who says it, and its sentence with the figure set off."""
        document = self.report.document(claim.document)
        about = [document.title, document.publisher, spoken(document.published)]
        known = ", ".join(flat(part) for part in about if part)
        place = link(self.report, claim)
        room = self.width - len(indent) - cell_len(place) - 2
        self._line((indent, ""), (place, "bold cyan"), (f"  {known}" if cell_len(known) <= room else "", "dim"))
        if cell_len(known) > room:
            self._paragraph(known, indent, "dim")
        lead = f"{indent}│ "
        room = max(self.width - len(lead), 20)
        for line, first, last in wrapped(quotation(self.report, claim, room * 3), room):
            self._line((lead, "dim"), (line[:first], ""), (line[first:last], "bold yellow"), (line[last:], ""))
            if first < last and self.console.color_system is None:
                self._line((f"{lead}{carets(line, first, last)}", ""))

    def _topics(self, topics: Sequence[Topic], relation: Relation) -> None:
        shown = self._cut(topics, "topics")
        for one in shown:
            findings = self._cut(one.findings, "places")
            self._line()
            self._paragraph(flat(one.title), "", f"bold {_STYLES[relation]}")
            for finding in findings:
                note = independence(finding) if relation is Relation.AGREES else "; ".join(divergence(finding))
                told = "  ".join(part for part in (flat(note), f"[{finding.fingerprint[:SHORT]}]") if part)
                self._paragraph(told, _MARGIN, "dim" if relation is Relation.AGREES else "")
                self._places(finding.claims)
            self._more(len(one.findings) - len(findings), "finding", _MARGIN)
        self._more(len(topics) - len(shown), "topic")

    def _places(self, claims: Sequence[Claim]) -> None:
        """One line a claim: figure, place, and as much of the sentence as fits."""
        shown = self._cut(claims, "places")
        rows = [(_clip(flat(claim.text), 28), link(self.report, claim), claim) for claim in shown]
        figures = max(cell_len(figure) for figure, _, _ in rows)
        places = max(cell_len(place) for _, place, _ in rows)
        room = self.width - len(_MARGIN) * 4 - figures - places
        for figure, place, claim in rows:
            cells = [(_MARGIN * 2, ""), (set_cell_size(figure, figures), "bold"), (_MARGIN, "")]
            if room >= _QUOTE:
                quote = _clip(str(quotation(self.report, claim, room)), room)
                self._line(*cells, (set_cell_size(place, places), "cyan"), (f"{_MARGIN}{quote}", "dim"))
                continue
            self._line(*cells, (place, "cyan"))
            beneath = self.width - len(_MARGIN) * 3 - figures
            if beneath >= _QUOTE:
                quote = _clip(str(quotation(self.report, claim, beneath)), beneath)
                self._line((" " * (len(_MARGIN) * 3 + figures) + quote, "dim"))
        self._more(len(claims) - len(shown), "place", _MARGIN * 2)

    def _summary(self, plan: Outline) -> None:
        self._section("Summary")
        self._sources(plan)
        if plan.unread:
            self._line()
            self._line(("Not read", "bold yellow"))
            shown = self._cut(plan.unread, "unread")
            for skip in shown:
                self._paragraph(f"{flat(skip.document)}: {flat(skip.reason)}", _MARGIN, "")
            self._more(len(plan.unread) - len(shown), "file", _MARGIN)
        if plan.left_out:
            total = sum(count for _, count in plan.left_out)
            reasons = self._cut(plan.left_out, "reasons")
            listed = ", ".join(f"{flat(reason)} {count:,}" for reason, count in reasons)
            rest = len(plan.left_out) - len(reasons)
            more = f", and {plural(rest, 'more reason')} (--all)" if rest else ""
            self._line()
            self._paragraph(f"{plural(total, 'numeral')} left out: {listed}{more}", "", "dim")
        self._line()
        self._verdict(plan)

    def _sources(self, plan: Outline) -> None:
        heads = ("claims", "contradicts", "agrees", "differs")
        shown = self._cut(plan.sources, "sources")
        if not shown:
            return
        names = [visible(file_of(source.document)) for source in shown]
        tail = sum(len(head) + 2 for head in heads)
        first = min(max([len("document"), *map(cell_len, names)]), max(self.width - tail, 12))
        self._line((set_cell_size("document", first), "dim"), *((f"  {head}", "dim") for head in heads))
        for name, source in zip(names, shown, strict=True):
            counts = (source.claims, source.contradicts, source.agrees, source.differs)
            styles = ("", "red" if source.contradicts else "dim", "green" if source.agrees else "dim", "dim")
            cells = [(f"  {n:>{len(h)},}", s) for n, h, s in zip(counts, heads, styles, strict=True)]
            self._line((set_cell_size(_clip(name, first), first), ""), *cells)
        self._more(len(plan.sources) - len(shown), "document")

    def _verdict(self, plan: Outline) -> None:
        counts = self.report.counts()
        parts = [
            plural(counts[Relation.CONTRADICTS], "contradiction"),
            plural(counts[Relation.AGREES], "agreement"),
            plural(counts[Relation.DIFFERS], "difference") + " of scope",
        ]
        if plan.close:
            parts.append(plural(len(plan.close), "close call") + " among them")
        style = "bold red" if counts[Relation.CONTRADICTS] else "bold green"
        self._paragraph(", ".join(parts) + ".", "", style)

    # -- lines

    def _cut(self, items: Sequence[_T], what: str) -> Sequence[_T]:
        limit = _LIMITS[what]
        return items if self.everything or len(items) <= limit else items[:limit]

    def _more(self, rest: int, noun: str, indent: str = "") -> None:
        if rest > 0:
            self._line((f"{indent}… and {plural(rest, f'more {noun}')} (--all)", "dim"))

    def _paragraph(self, text: str, lead: str, style: str, first_style: str = "") -> None:
        """Text broken at words, later lines indented as far as the lead of the first."""
        words = Text(text, style)
        lines = words.wrap(self.console, max(self.width - cell_len(lead), 20))
        for number, line in enumerate(lines):
            line.rstrip()
            self._line((lead if not number else " " * cell_len(lead), first_style), line)

    def _line(self, *parts: tuple[str, str] | Text) -> None:
        text = Text.assemble(*parts, no_wrap=True, overflow="ignore", end="\n")
        text.rstrip()
        self.console.print(text, soft_wrap=True)


def _clip(text: str, width: int) -> str:
    """Text cut to a width in cells, with an ellipsis where anything was cut."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"
