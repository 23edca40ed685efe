"""The report as one HTML page that needs nothing else: no scripts, no fonts, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib import resources

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
from claimcheck.report.phrases import plural, spoken
from claimcheck.report.places import file_of, flat, link, quotation
from claimcheck.version import __version__

__all__ = ["render"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(report: Report) -> str:
    """The whole report, no list cut short."""
    plan = outline(report)
    sections = [
        (
            "contradictions",
            "Contradictions",
            len(plan.contradictions),
            _findings(report, plan.contradictions),
        ),
        ("close", CLOSE, len(plan.close), _findings(report, plan.close)),
        (
            "agreements",
            "Agreements",
            _total(plan.agreements),
            _topics(report, plan.agreements, Relation.AGREES),
        ),
        (
            "differences",
            "Different scope, no contradiction",
            _total(plan.differences),
            _topics(report, plan.differences, Relation.DIFFERS),
        ),
    ]
    shown = [one for one in sections if one[2]]
    read = f"{plural(len(report.documents), 'document')}, {plural(len(report.claims), 'claim')} read"
    links = "".join(f'<a class="{id}" href="#{id}"><b>{count:,}</b> {title}</a>' for id, title, count, _ in shown)
    body = "".join(
        f'<section id="{id}" class="{id}"><h2>{title} <small>{count:,}</small></h2>{content}</section>'
        for id, title, count, content in shown
    )
    verdict = "" if plan.contradictions or plan.close else '<p class="clean">No contradictions.</p>'
    style = resources.files("claimcheck.report").joinpath("page.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>claimcheck: {read}</title><style>\n{style}</style></head>\n<body>"
        f"<header><h1>claimcheck</h1><p>{read}</p><nav>{links}</nav></header>\n<main>{verdict}{body}"
        f"{_sources(plan)}{_unread(plan)}</main>\n<footer>claimcheck {__version__}</footer></body></html>\n"
    )


def _total(topics: Iterable[Topic]) -> int:
    return sum(len(one.findings) for one in topics)


def _text(text: str) -> str:
    return escape(flat(text))


def _findings(report: Report, findings: Iterable[Finding]) -> str:
    return "\n".join(_finding(report, finding) for finding in findings)


def _finding(report: Report, finding: Finding) -> str:
    quotes = "".join(_cited(report, claim) for claim in finding.claims)
    alike, unsure = (comparison_clauses(finding, one) for one in (Outcome.MATCH, Outcome.UNKNOWN))
    rows = "".join(
        f"<dt>{label}</dt><dd>{'; '.join(map(_text, texts))}</dd>"
        for label, texts in (("Why", verdict_clauses(finding)), ("Compared", alike), ("Unsure", unsure))
        if texts
    )
    rows += f"<dt>Rule</dt><dd><code>{_text(finding.rule)}</code>, {finding.severity.value}</dd>"
    head = f"<h3>{_text(finding.message)}</h3>"
    return f'<article class="{finding.severity.value}">{head}{quotes}<dl>{rows}</dl></article>'


def _cited(report: Report, claim: Claim) -> str:
    document = report.document(claim.document)
    known = ", ".join(_text(part) for part in (document.title, document.publisher, spoken(document.published)) if part)
    cite = f"<cite>{known}</cite>" if known else ""
    caption = f"<figcaption>{_place(report, claim)} {cite}</figcaption>"
    return f"<figure>{caption}<blockquote>{_quote(report, claim)}</blockquote></figure>"


def _place(report: Report, claim: Claim) -> str:
    return f"<code>{_text(link(report, claim))}</code>"


def _quote(report: Report, claim: Claim) -> str:
    quote = quotation(report, claim)
    return f"{escape(quote.before)}<mark>{escape(quote.figure)}</mark>{escape(quote.after)}"


def _topics(report: Report, topics: Iterable[Topic], relation: Relation) -> str:
    made = []
    for one in topics:
        parts = []
        for finding in one.findings:
            note = independence(finding) if relation is Relation.AGREES else "; ".join(divergence(finding))
            rows = "".join(
                f"<tr><td class=figure>{_text(claim.text)}</td><td>{_place(report, claim)}</td>"
                f"<td>{_quote(report, claim)}</td></tr>"
                for claim in finding.claims
            )
            parts.append(f"{f'<p>{_text(note)}</p>' if note else ''}<table>{rows}</table>")
        made.append(f"<article><h3>{_text(one.title)}</h3>{''.join(parts)}</article>")
    return "\n".join(made)


def _sources(plan: Outline) -> str:
    rows = "".join(
        f"<tr><td><code>{_text(file_of(one.document))}</code></td><td>{_text(one.document.title or '')}</td>"
        + "".join(f"<td class=number>{n:,}</td>" for n in (one.claims, one.contradicts, one.agrees, one.differs))
        + "</tr>"
        for one in plan.sources
    )
    heads = "<th>document<th>title<th>claims<th>contradicts<th>agrees<th>differs"
    return f"<section id=documents><h2>Documents</h2><table><tr>{heads}</tr>{rows}</table></section>"


def _unread(plan: Outline) -> str:
    files = "".join(f"<li><code>{_text(skip.document)}</code>: {_text(skip.reason)}</li>" for skip in plan.unread)
    reasons = "".join(f"<li>{_text(reason)}: {count:,}</li>" for reason, count in plan.left_out)
    parts = f"<h3>Files</h3><ul>{files}</ul>" if files else ""
    parts += f"<details><summary>Numerals left out, by reason</summary><ul>{reasons}</ul></details>" if reasons else ""
    return f"<section id=unread><h2>Not read</h2>{parts}</section>" if parts else ""
