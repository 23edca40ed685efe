"""What reStructuredText and AsciiDoc write otherwise than Markdown: underlined titles, directives, literal blocks.

Only what carries figures is told apart from what does not: titles, code, directives that hold prose and those that hold
options. Inline markup needs nothing here.
"""

from __future__ import annotations

import re

from claimcheck.segment.blocks import trimmed
from claimcheck.segment.lines import Altered, Lines
from claimcheck.segment.listed_tables import LISTED_TABLES, listed_table
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw

__all__ = ["directives"]

_ADORNMENT = re.compile(r"([=\-`:'\"~^_*+#<>.])\1{2,}\s*")
_DIRECTIVE = re.compile(r"(?P<indent>\s*)\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?P<name>[\w:-]+)::(?P<rest>.*)")
_COMMENT = re.compile(r"\s*\.\.(?:[ \t]+(?![\w:-]+::).*)?$")
_FOOTNOTE = re.compile(r"\s*\.\.[ \t]+\[[#*\w]+\]")
_OPTION = re.compile(r"\s*:[\w -]+:")
_CODE = frozenset(
    {
        "code",
        "code-block",
        "sourcecode",
        "doctest",
        "ipython",
        "testcode",
        "testoutput",
        "parsed-literal",
        "prompt",
        "literalinclude",
        "math",
        "raw",
        "plot",
        "jupyter-execute",
        "ipython3",
    }
)
_PROSE = frozenset(
    {
        "note",
        "warning",
        "tip",
        "hint",
        "important",
        "caution",
        "danger",
        "attention",
        "error",
        "admonition",
        "topic",
        "sidebar",
        "epigraph",
        "versionadded",
        "versionchanged",
        "deprecated",
        "seealso",
        "rubric",
        "centered",
        "glossary",
        "container",
        "only",
        "table",
        "list-table",
        "csv-table",
        "highlights",
        "pull-quote",
        "todo",
    }
)
_DOCTEST = re.compile(r"\s*(?:>>> |In \[\d+\]:)")
_ADOC_TITLE = re.compile(r"(={1,6})[ \t]+\S")
_ADOC_FENCE = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,})\s*$")
_ADOC_SOURCE = re.compile(r"\[(?:source|listing)(?:%\w+)?(?:,\s*([\w+-]+))?.*\]")
_ADOC_ATTRIBUTE = re.compile(r":[\w-]+!?:")


def directives(lines: Lines, every: Altered, scaffold: Altered, form: str) -> list[Raw]:
    """The blocks that only these formats know; their lines are blanked in ``scaffold``."""
    found = _asciidoc(lines, every, scaffold) if form == "asciidoc" else _rest(lines, every, scaffold)
    return [block for block in found if block.start < block.end]


def _raw(lines: Lines, kind: BlockKind, first: int, last: int) -> Raw:
    start, end = trimmed(lines.text, lines.starts[first], lines.ends[last - 1])
    return Raw(kind, first, last, start, end)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _body_end(every: Altered, at: int, indent: int) -> int:
    """The line after the last one that is indented by more than ``indent``."""
    last = at
    for number in range(at, len(every)):
        line = every[number]
        if line.strip():
            if _indent(line) <= indent:
                break
            last = number + 1
    return last


def _rest(lines: Lines, every: Altered, scaffold: Altered) -> list[Raw]:
    out: list[Raw] = []
    styles: list[str] = []
    at = 0
    literal = False
    literal_indent = 0
    while at < len(every):
        line = every[at]
        bare = line.strip()
        if not bare:
            at += 1
            continue
        if literal:
            literal = False
            end = _body_end(every, at, literal_indent)
            if end > at:
                out.append(_code(lines, scaffold, at, at, end, ""))
                at = end
                continue
        match = _DIRECTIVE.match(line)
        if match:
            name = match["name"].split(":")[-1].lower()
            end = max(at + 1, _body_end(every, at + 1, len(match["indent"])))
            table = None
            if name in LISTED_TABLES:
                table = listed_table(lines, every, name, at, end, match["rest"].strip())
            if table is not None:
                out.append(table)
                scaffold.blank(at, end)
                at = end
            elif name in _CODE:
                out.append(_code(lines, scaffold, at, at + 1, end, match["rest"].strip() or _language(name)))
                at = end
            elif name in _PROSE:
                scaffold.replace(at, " " * match.end("name") + "  " + match["rest"])
                at += 1
                while at < end and _OPTION.match(every[at]):
                    scaffold.blank(at, at + 1)
                    at += 1
            else:
                block = _raw(lines, BlockKind.FURNITURE, at, end)
                block.reason = "a directive"
                out.append(block)
                scaffold.blank(at, end)
                at = end
            continue
        if _FOOTNOTE.match(line):
            end = max(at + 1, _body_end(every, at + 1, _indent(line)))
            block = _raw(lines, BlockKind.REFERENCE, at, end)
            block.reason = "a footnote"
            out.append(block)
            scaffold.blank(at, end)
            at = end
            continue
        if _COMMENT.match(line):
            end = max(at + 1, _body_end(every, at + 1, _indent(line)))
            scaffold.blank(at, end)
            at = end
            continue
        if _DOCTEST.match(line):
            end = at
            while end < len(every) and every[end].strip():
                end += 1
            out.append(_code(lines, scaffold, at, at, end, "pycon"))
            at = end
            continue
        title = _title(every, at)
        if title:
            first, text_line, last = title
            style = every[last - 1].strip()[0] + ("^" if first != text_line else "")
            if style not in styles:
                styles.append(style)
            block = _raw(lines, BlockKind.HEADING, text_line, text_line + 1)
            block.level = styles.index(style) + 1
            out.append(block)
            scaffold.blank(first, last)
            at = last
            continue
        if bare.endswith("::") and not bare.startswith(".."):
            literal = True
            literal_indent = _indent(line)
        at += 1
    return out


def _language(name: str) -> str:
    return "pycon" if name in {"doctest", "ipython", "ipython3"} else "none" if name in {"math", "raw"} else ""


def _code(lines: Lines, scaffold: Altered, first: int, body: int, end: int, language: str) -> Raw:
    while body < end and (not lines[body].strip() or _OPTION.match(lines[body])):
        body += 1
    block = _raw(lines, BlockKind.CODE, first, max(end, first + 1))
    block.info = language
    block.body = (body, end)
    scaffold.blank(first, end)
    return block


def _title(every: Altered, at: int) -> tuple[int, int, int] | None:
    """First line, line of the text and line after the last of an adorned title that begins at a line."""
    line = every[at].rstrip()
    if _ADORNMENT.fullmatch(line) and at + 2 < len(every):
        below = every[at + 2].rstrip()
        if every[at + 1].strip() and below == line and len(every[at + 1].strip()) <= len(line) + 1:
            return at, at + 1, at + 3
        return None
    if at + 1 < len(every) and line and not line[0].isspace():
        below = every[at + 1].rstrip()
        if _ADORNMENT.fullmatch(below) and len(below) >= min(len(line), 3) and len(below) * 4 >= len(line) * 3:
            if at == 0 or not every[at - 1].strip() or _ADORNMENT.fullmatch(every[at - 1].rstrip()):
                return at, at, at + 2
    return None


def _asciidoc(lines: Lines, every: Altered, scaffold: Altered) -> list[Raw]:
    out: list[Raw] = []
    language = ""
    at = 0
    while at < len(every):
        line = every[at]
        title = _ADOC_TITLE.match(line)
        fence = _ADOC_FENCE.match(line)
        source = _ADOC_SOURCE.match(line)
        if title:
            block = _raw(lines, BlockKind.HEADING, at, at + 1)
            block.level = len(title[1])
            block.title = lines.starts[at] + title.end() - 1
            out.append(block)
            scaffold.blank(at, at + 1)
        elif source:
            language = source[1] or ""
            scaffold.blank(at, at + 1)
        elif fence:
            end = at + 1
            while end < len(every) and every[end].strip() != line.strip():
                end += 1
            if end < len(every):
                block = _raw(lines, BlockKind.CODE, at, end + 1)
                block.info = language
                block.body = (at + 1, end)
                out.append(block)
                scaffold.blank(at, end + 1)
                at = end
            language = ""
        elif _ADOC_ATTRIBUTE.match(line) or line.startswith("//"):
            scaffold.blank(at, at + 1)
        elif line.strip():
            language = ""
        at += 1
    return out
