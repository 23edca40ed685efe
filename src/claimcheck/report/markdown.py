"""The report as Markdown, for a pull-request comment or a page: sections in the order of the outline."""

from __future__ import annotations

import re

from claimcheck.records import Claim, Finding, Outcome, Relation
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
from claimcheck.report.phrases import plural
from claimcheck.report.places import file_of, flat, link, quotation

__all__ = ["code", "escaped", "render"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$@])")
_LIMIT = 20
_QUOTE = 300
_CELL = 120


def render(report: Report, *, everything: bool = False) -> str:
    """The report in GitHub-flavoured Markdown; ``everything`` cuts no list short."""
    plan = outline(report)
    limit = None if everything else _LIMIT
    lines = ["# claimcheck", "", _verdict(report), ""]
    lines += _findings(report, "Contradictions", plan.contradictions, limit)
    lines += _findings(report, CLOSE, plan.close, limit)
    lines += _topics(report, "Agreements", plan.agreements, limit, Relation.AGREES)
    lines += _topics(report, "Different scope, no contradiction", plan.differences, limit, Relation.DIFFERS)
    lines += _sources(plan)
    lines += _unread(plan)
    return "\n".join(lines).rstrip() + "\n"


def _verdict(report: Report) -> str:
    counts = report.counts()
    read = f"{plural(len(report.claims), 'claim')} in {plural(len(report.documents), 'document')}"
    found = [
        plural(counts[Relation.CONTRADICTS], "contradiction"),
        plural(counts[Relation.AGREES], "agreement"),
        plural(counts[Relation.DIFFERS], "difference") + " of scope",
    ]
    return f"**{found[0]}**, {found[1]}, {found[2]} among {read}."


def _findings(report: Report, title: str, findings: tuple[Finding, ...], limit: int | None) -> list[str]:
    if not findings:
        return []
    lines = [f"## {title} ({len(findings)})", ""]
    for finding in findings[:limit]:
        lines += [f"### {escaped(finding.message)}", ""]
        for claim in finding.claims:
            lines += [
                f"- {code(link(report, claim))}{_source(report, claim)}",
                f"  > {_quoted(report, claim)}",
                "",
            ]
        why = verdict_clauses(finding)
        alike, unsure = (comparison_clauses(finding, one) for one in (Outcome.MATCH, Outcome.UNKNOWN))
        for label, texts in (("Why", why), ("Compared", alike), ("Unsure", unsure)):
            if texts:
                lines += [f"{label}: {escaped('; '.join(texts))}.", ""]
        lines += [f"Rule {code(finding.rule)}, {finding.severity.value}.", ""]
    return [*lines, *_more(len(findings), limit, "finding")]


def _topics(report: Report, title: str, topics: tuple[Topic, ...], limit: int | None, relation: Relation) -> list[str]:
    if not topics:
        return []
    count = sum(len(one.findings) for one in topics)
    lines = ["<details>", f"<summary>{title} ({count})</summary>", ""]
    for one in topics[:limit]:
        lines += [f"#### {escaped(one.title)}", ""]
        for finding in one.findings[:limit]:
            note = independence(finding) if relation is Relation.AGREES else "; ".join(divergence(finding))
            lines += [f"{escaped(note)}", ""] if note else []
            lines += ["| figure | where | quotation |", "| --- | --- | --- |"]
            lines += [_row(report, claim) for claim in finding.claims[:limit]]
            lines += ["", *_more(len(finding.claims), limit, "place")]
        lines += _more(len(one.findings), limit, "finding")
    return [*lines, *_more(len(topics), limit, "topic"), "</details>", ""]


def _row(report: Report, claim: Claim) -> str:
    quote = escaped(str(quotation(report, claim, _CELL)))
    return f"| {escaped(claim.text)} | {code(link(report, claim), cell=True)} | {quote} |"


def _sources(plan: Outline) -> list[str]:
    if not plan.sources:
        return []
    lines = [
        "## Documents",
        "",
        "| document | claims | contradicts | agrees | differs |",
        "| --- | --: | --: | --: | --: |",
    ]
    for one in plan.sources:
        numbers = " | ".join(f"{n:,}" for n in (one.claims, one.contradicts, one.agrees, one.differs))
        lines.append(f"| {code(file_of(one.document), cell=True)} | {numbers} |")
    return [*lines, ""]


def _unread(plan: Outline) -> list[str]:
    lines: list[str] = []
    if plan.unread:
        lines += ["## Not read", ""]
        lines += [f"- {code(skip.document)}: {escaped(skip.reason)}" for skip in plan.unread]
        lines += [""]
    if plan.left_out:
        listed = ", ".join(f"{escaped(reason)} {count:,}" for reason, count in plan.left_out)
        lines += [f"{plural(sum(count for _, count in plan.left_out), 'numeral')} left out: {listed}.", ""]
    return lines


def _source(report: Report, claim: Claim) -> str:
    document = report.document(claim.document)
    known = [document.title, document.publisher, document.published and document.published.isoformat()]
    told = ", ".join(escaped(part) for part in known if part)
    return f" ({told})" if told else ""


def _quoted(report: Report, claim: Claim) -> str:
    quote = quotation(report, claim, _QUOTE)
    return f"{escaped(quote.before, trim=False)}**{escaped(quote.figure)}**{escaped(quote.after, trim=False)}"


def _more(count: int, limit: int | None, noun: str) -> list[str]:
    return [f"… and {plural(count - limit, f'more {noun}')}.", ""] if limit is not None and count > limit else []


def escaped(text: str, *, trim: bool = True) -> str:
    """Text on one line in which nothing is markup, a mention or a formula."""
    lead = " " if not trim and text[:1] == " " else ""
    tail = " " if not trim and text[-1:] == " " and text.strip() else ""
    return lead + _SPECIAL.sub(r"\\\1", flat(text)) + tail


def code(text: str, *, cell: bool = False) -> str:
    """Text as a code span, fenced by more backticks than it holds; in a table cell its bars are escaped."""
    shown = flat(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown.replace('|', chr(92) + '|') if cell else shown}{pad}{fence}"
