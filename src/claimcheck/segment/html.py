"""Parts blocks of HTML in a text at the tags that end a line for a reader; headings become headings."""

from __future__ import annotations

import re

from claimcheck.segment.blocks import trimmed
from claimcheck.segment.lines import Lines
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw

__all__ = ["part_html"]

_BREAK = re.compile(
    r"<(?P<close>/?)(?P<name>p|div|li|ul|ol|dl|dt|dd|h[1-6]|br|hr|tr|td|th|table|thead|tbody|details|summary|section"
    r"|article|header|footer|nav|aside|main|blockquote|center|figure|figcaption|pre|script|style|svg|math)\b"
    r"[^<>]{0,2000}>|<!--|\n[ \t]*\n",
    re.IGNORECASE,
)
_UNREAD = frozenset({"script", "style", "svg", "math", "pre"})


def part_html(blocks: list[Raw], lines: Lines) -> list[Raw]:
    """The blocks in order, those of HTML in parts; what is in scripts, styles and drawings is left out."""
    out: list[Raw] = []
    for block in blocks:
        if block.html:
            out.extend(_parts(block, lines))
        else:
            out.append(block)
    return out


def _parts(block: Raw, lines: Lines) -> list[Raw]:
    text = lines.text
    out: list[Raw] = []
    level = 0
    unread = ""
    resume = at = block.start
    for match in _BREAK.finditer(text, block.start, block.end):
        if match.start() < resume:
            continue
        name = (match["name"] or "").lower()
        if unread:
            if name == unread and match["close"]:
                unread = ""
                at = match.end()
            continue
        _add(out, block, lines, at, match.start(), level)
        at = match.end()
        if match[0] == "<!--":
            close = text.find("-->", at, block.end)
            at = resume = close + 3 if close >= 0 else block.end
        elif name in _UNREAD and not match["close"]:
            unread = name
        elif name[:1] == "h" and name[1:].isdigit():
            level = 0 if match["close"] else int(name[1:])
    if not unread:
        _add(out, block, lines, at, block.end, level)
    return out


def _add(out: list[Raw], block: Raw, lines: Lines, start: int, end: int, level: int) -> None:
    start, end = trimmed(lines.text, start, max(start, end))
    if start >= end:
        return
    first = lines.number(start)
    part = Raw(BlockKind.HEADING if level else block.kind, first, lines.number(end - 1) + 1, start, end)
    part.level = level
    part.lists = block.lists
    part.quoted = block.quoted
    part.html = True
    out.append(part)
