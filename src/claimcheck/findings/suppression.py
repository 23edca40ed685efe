"""Suppression comments: findings that a document itself asks to be kept quiet, each with its reason.

In Markdown and HTML a comment (``<!-- claimcheck: ignore rule-id: reason -->``), in other text a line of its own or the
end of a line after ``#``, ``//`` or ``%``. What stands in a block of code or between back quotes is an example.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from claimcheck.findings.figures import same
from claimcheck.findings.fingerprint import fingerprint
from claimcheck.records import Claim, Document, Finding, Kind, Outcome, Reason, Relation, Severity, Span

__all__ = ["BAD_SUPPRESSION", "UNUSED_SUPPRESSION", "Suppressions"]

UNUSED_SUPPRESSION = "unused-suppression"
BAD_SUPPRESSION = "bad-suppression"
ALL = "all"

_HTML = re.compile(r"<!--\s*claimcheck:(?P<body>.*?)-->", re.DOTALL)
_LINE = re.compile(r"^(?P<lead>.*?(?:#|//|%|;|--)\s*|\s*)claimcheck:(?P<body>\s*ignore[^\n]*)$", re.MULTILINE)
_BODY = re.compile(
    r"\s*(?P<verb>ignore(?:-[a-z]+)*)(?P<rules>(?:\s+[\w-]+(?:\s*,\s*[\w-]+)*)?)\s*(?::(?P<reason>.*))?$", re.DOTALL
)
_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})", re.MULTILINE)
_VERBS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")


@define
class _Comment:
    """One comment: what it asks for, which lines it covers, and whether it kept anything quiet."""

    document: Document
    span: Span
    verb: str
    rules: frozenset[str]
    reason: str
    first: int = 0
    last: int = 0
    fault: str = ""
    used: bool = False

    def covers(self, line: int, rule: str) -> bool:
        return self.first <= line <= self.last and (ALL in self.rules or rule in self.rules)


@frozen
class Suppressions:
    """The comments of some documents."""

    _comments: Mapping[str, Sequence[_Comment]] = field(repr=False)

    @classmethod
    def of(cls, documents: Iterable[Document], known: Iterable[str]) -> Suppressions:
        """The comments of documents; ``known`` are the ids of all rules that there are."""
        ids = frozenset(known)
        return cls({one.id: _comments(one, ids) for one in documents if "claimcheck:" in one.text})

    def apply(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that no comment keeps quiet.

        A finding of several claims is quiet when what is left of it, without the covered claims, is in conflict no
        more; otherwise it keeps the claims that are left.
        """
        return [left for one in findings if (left := self._left(one)) is not None]

    def complaints(self, *, unused: bool = True) -> list[Finding]:
        """A warning for each comment that is malformed, or (where ``unused``) that kept nothing quiet."""
        found = []
        for comment in (one for group in self._comments.values() for one in group):
            if comment.fault:
                found.append(_complaint(BAD_SUPPRESSION, comment, comment.fault))
            elif unused and not comment.used and comment.verb != "ignore-end":
                found.append(_complaint(UNUSED_SUPPRESSION, comment, "this suppresses nothing any more; remove it"))
        return found

    def _left(self, finding: Finding) -> Finding | None:
        quiet = [claim for claim in finding.claims if self._covered(claim, finding.rule)]
        if not quiet:
            return finding
        left = [claim for claim in finding.claims if claim not in quiet]
        if len(finding.claims) < 3 or len(left) < 2 or all(same(left[0], one) for one in left[1:]):
            return None
        return evolve(finding, claims=tuple(left))

    def _covered(self, claim: Claim, rule: str) -> bool:
        covered = False
        for comment in self._comments.get(claim.document, ()):
            if comment.fault:
                continue
            first = _line_of(comment.document, claim.span.start)
            last = _line_of(comment.document, max(claim.span.end - 1, claim.span.start))
            if any(comment.covers(line, rule) for line in range(first, last + 1)):
                comment.used = covered = True
        return covered


def _line_of(document: Document, offset: int) -> int:
    """The line, counted from 0, in the document's own text."""
    return bisect_right(document._starts, offset) - 1


def _comments(document: Document, known: frozenset[str]) -> list[_Comment]:
    found = [_comment(document, span, body, known) for span, body in _places(document)]
    _open_and_close(found, document.text.count("\n"))
    return found


def _places(document: Document) -> Iterator[tuple[Span, str]]:
    text = document.text
    code = _code(text)
    for match in _HTML.finditer(text):
        if not _within(match.start(), code) and not _quoted(text, match.start()):
            yield Span(match.start(), match.end()), match["body"]
    if document.format in ("text", "rst", "adoc"):
        for match in _LINE.finditer(text):
            lead = match["lead"]
            if "<!--" not in lead and "`" not in lead:
                yield Span(match.start("body") - len("claimcheck:"), match.end()), match["body"].strip()


def _code(text: str) -> list[Span]:
    """The fenced blocks of code; one that is never closed runs to the end."""
    found: list[Span] = []
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match["mark"][0] == opened["mark"][0] and len(match["mark"]) >= len(opened["mark"]):
            found.append(Span(opened.start(), match.end()))
            opened = None
    if opened is not None:
        found.append(Span(opened.start(), len(text)))
    return found


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _quoted(text: str, offset: int) -> bool:
    start = text.rfind("\n", 0, offset) + 1
    return text.count("`", start, offset) % 2 == 1


def _comment(document: Document, span: Span, body: str, known: frozenset[str]) -> _Comment:
    match = _BODY.match(body.strip())
    if match is None:
        return _faulty(document, span, f"write one of {', '.join(_VERBS)}, the rule's id, a colon and the reason")
    verb = match["verb"]
    rules = frozenset(re.split(r"[\s,]+", match["rules"].strip())) - {""}
    reason = " ".join((match["reason"] or "").split())
    made = _Comment(document, span, verb, rules, reason)
    if verb not in _VERBS:
        made.fault = f"there is no {verb!r}; there are: {', '.join(_VERBS)}"
    elif verb != "ignore-end":
        unknown = sorted(rules - known - {ALL})
        if not rules:
            made.fault = "name the rule to ignore, or all"
        elif unknown:
            made.fault = f"there is no rule {unknown[0]!r}; `claimcheck rules list` names them all"
        elif not reason:
            made.fault = "give a reason, after a colon"
    here, last = _line_of(document, span.start), _line_of(document, span.end - 1)
    made.first, made.last = _lines(document, span, verb, here, last)
    return made


def _faulty(document: Document, span: Span, fault: str) -> _Comment:
    return _Comment(document, span, "", frozenset(), "", fault=fault)


def _lines(document: Document, span: Span, verb: str, here: int, last: int) -> tuple[int, int]:
    """First and last line that a comment covers; those of a block are found when its end is."""
    lines = document.text.split("\n")
    if verb == "ignore-file":
        return 0, len(lines)
    if verb == "ignore-next-line":
        return last + 1, last + 1
    if verb != "ignore":
        return here, here
    start = document.text.rfind("\n", 0, span.start) + 1
    stop = document.text.find("\n", span.end)
    rest = document.text[start : span.start] + document.text[span.end : stop if stop >= 0 else len(document.text)]
    if rest.strip(" \t\r#/%;-"):
        return here, last
    # A comment on lines of its own speaks of the block that follows, to the next blank line.
    first = last + 1
    while first < len(lines) and not lines[first].strip():
        first += 1
    end = first
    while end + 1 < len(lines) and lines[end + 1].strip():
        end += 1
    return first, end


def _open_and_close(comments: Sequence[_Comment], last: int) -> None:
    """Give each ignore-start the lines up to its ignore-end, the innermost first."""
    opened: list[_Comment] = []
    for comment in comments:
        if comment.fault:
            continue
        if comment.verb == "ignore-start":
            opened.append(comment)
        elif comment.verb == "ignore-end":
            at = next(
                (i for i in range(len(opened) - 1, -1, -1) if not comment.rules or opened[i].rules == comment.rules),
                None,
            )
            if at is None:
                comment.fault = "this ends nothing: there is no ignore-start before it"
                continue
            opened.pop(at).last = comment.first
    for comment in opened:
        comment.last = last
        comment.fault = "this block is never ended; write ignore-end where it ends"


def _complaint(rule: str, comment: _Comment, text: str) -> Finding:
    """A finding on the comment itself, which stands in for a claim."""
    written = comment.span.cover(comment.document.text)
    place = Claim(Kind.IDENTIFIER, written, comment.span, comment.document.id, sentence=comment.span)
    shown = " ".join(written.split())
    message = f"suppression: {text}"
    return Finding(
        rule,
        Relation.DIFFERS,
        Severity.WARNING,
        (place,),
        message,
        (Reason("suppression", Outcome.MISMATCH, shown),),
        fingerprint(f"{rule} {comment.document.id} {shown}", ()),
    )
