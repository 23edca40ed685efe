"""Block structure by Markdown's rules, for plain text as well: what is a heading, a list item, a fence, a table.

The parser (markdown-it-py, block rules only) is given the text with some lines altered, never with lines added or
removed, and gives back line numbers; offsets are then taken from the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.segment.lines import Altered, Lines
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw, RawCell

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["parse_blocks", "trimmed"]

_PIPE = re.compile(r"\\.|`[^`\n]*`|\|")
_FENCE_END = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*$")
_SETEXT_WORDS = 20
_AT_ONCE = 1 << 18
_FENCES = ("```", "~~~")
_OPEN_ENDED = frozenset({"fence", "html_block"})


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["code", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends; empty ranges stay empty."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def parse_blocks(lines: Lines, scaffold: Altered, *, most: int = _AT_ONCE) -> list[Raw]:
    """The blocks of a text in order; ``scaffold`` is its lines, some of them perhaps altered or blanked.

    The text is parsed in stretches of about ``most`` characters, so that the parser's own records of it are few.
    """
    builder = _Builder(lines)
    for first, rows, tokens in _parsed(scaffold, most):
        for token in tokens:
            if token.map:
                token.map = [first + token.map[0], min(first + token.map[1], first + len(rows))]
        builder.build(tokens)
    return builder.out


def _parsed(scaffold: Altered, most: int) -> Iterator[tuple[int, list[str], list[Token]]]:
    """Stretches of lines that the parser sees as it would in the whole text: the first line, all of them, the tokens.

    A stretch ends before an unindented line that begins with a letter, after an empty one, unless a fence or a
    comment is open there.
    """
    first = size = marks = 0
    limit = most
    rows: list[str] = []
    for line in scaffold:
        # After an odd number of marks a fence seems to be open: it is not worth the parser's while to make sure.
        enough = size >= (2 * limit if marks % 2 else limit)
        if enough and line[:1].isalpha() and not rows[-1].strip(" \t"):
            # With one empty line more, whatever reaches beyond the last line is open.
            tokens = _parser().parse("\n".join([*rows, "", ""]))
            if any(token.map and token.map[1] > len(rows) for token in tokens if token.type in _OPEN_ENDED):
                limit = 2 * size
            else:
                yield first, rows, tokens
                first += len(rows)
                rows, size, marks, limit = [], 0, 0, most
        rows.append(line)
        marks += line.lstrip(" >").startswith(_FENCES)
        size += len(line) + 1
    tokens = _parser().parse("\n".join(rows))
    for _ in range(3):
        at = _runaway_fence(tokens, rows)
        if at is None:
            break
        # A fence that nothing closes would swallow the rest: it is a rule or an underline instead.
        rows[at] = rows[at].replace("~", "-").replace("`", "'")
        tokens = _parser().parse("\n".join(rows))
    yield first, rows, tokens


def _runaway_fence(tokens: list[Token], scaffold: list[str]) -> int | None:
    for token in reversed(tokens):
        if token.type == "fence" and token.map:
            first, last = token.map
            if last >= len(scaffold) - 1 and last - first > 1:
                # The closing line is the block's last one that is not blank.
                end = last - 1
                while end > first and not scaffold[end].strip():
                    end -= 1
                closing = _FENCE_END.match(scaffold[end]) if end > first else None
                if closing is None and last - first > 40:
                    return first
                if closing is None and "~" in token.markup and len(scaffold[first].strip()) > 3:
                    return first
            return None
    return None


class _Builder:
    """Walks the parser's tokens once."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.text = lines.text
        self.out: list[Raw] = []
        self.cells: list[RawCell] = []

    def build(self, tokens: list[Token]) -> None:
        lists = quotes = 0
        fresh_item = False
        heading: Token | None = None
        table: Raw | None = None
        row = -1
        for token in tokens:
            kind = token.type
            if kind == "paragraph_open":
                if token.map:
                    self._add(
                        BlockKind.LIST_ITEM if lists else BlockKind.PROSE,
                        *token.map,
                        level=lists,
                        lists=lists,
                        quoted=quotes > 0,
                        item=fresh_item,
                    )
                fresh_item = False
            elif kind == "heading_open":
                heading = token
                if heading.map:
                    self._heading(heading, lists, quotes > 0)
                fresh_item = False
            elif kind in ("bullet_list_open", "ordered_list_open"):
                lists += 1
            elif kind in ("bullet_list_close", "ordered_list_close"):
                lists -= 1
            elif kind == "list_item_open":
                fresh_item = True
            elif kind == "blockquote_open":
                quotes += 1
            elif kind == "blockquote_close":
                quotes -= 1
            elif kind == "fence":
                if token.map:
                    self._fence(token)
                fresh_item = False
            elif kind == "html_block":
                if token.map:
                    block = self._add(BlockKind.PROSE, *token.map, quoted=quotes > 0, lists=lists)
                    if block:
                        block.html = True
                fresh_item = False
            elif kind == "table_open":
                self.cells = []
                table = self._table(token, lists, quotes > 0)
                row = -1
                fresh_item = False
            elif kind == "tr_open" and table is not None and token.map:
                row += 1
                self._row(token.map[0], row, header=row == 0)
            elif kind == "hr" and token.map:
                self._add(BlockKind.FURNITURE, *token.map, info="rule")

    def _add(self, kind: BlockKind, first: int, last: int, **fields: object) -> Raw | None:
        last = min(last, len(self.lines))
        if first >= last:
            return None
        start, end = trimmed(self.text, self.lines.starts[first], self.lines.ends[last - 1])
        if start >= end:
            return None
        last = min(last, self.lines.number(end - 1) + 1)
        block = Raw(kind, first, last, start, end, **fields)  # type: ignore[arg-type]
        self.out.append(block)
        return block

    def _table(self, token: Token, lists: int, quoted: bool) -> Raw | None:
        if not token.map:
            return None
        return self._add(BlockKind.TABLE, *token.map, quoted=quoted, lists=lists, cells=self.cells)

    def _heading(self, token: Token, lists: int, quoted: bool) -> None:
        first, last = token.map or (0, 0)
        level = int(token.tag[1:])
        if token.markup.startswith("#"):
            self._add(BlockKind.HEADING, first, last, level=level, quoted=quoted)
            return
        # An underlined heading; where the lines above are no title, the underline is a rule below a
        # paragraph.
        body_last = last - 1
        start, end = self.lines.starts[first], self.lines.ends[body_last - 1]
        body = self.text[start:end]
        title_line = self.lines[body_last - 1].strip()
        whole = body_last - first == 1 or (len(body.split()) <= _SETEXT_WORDS and not body.rstrip().endswith("."))
        if len(title_line.split()) <= _SETEXT_WORDS and not title_line.endswith((".", ";", ",")) and whole:
            self._add(BlockKind.HEADING, first, body_last, level=level, quoted=quoted)
        else:
            self._add(BlockKind.LIST_ITEM if lists else BlockKind.PROSE, first, body_last, level=lists, quoted=quoted)
        if token.markup == "-":
            self._add(BlockKind.FURNITURE, last - 1, last, info="rule")

    def _fence(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        block = self._add(BlockKind.CODE, first, last, info=token.info.strip())
        if block:
            closed = block.last - 1 > first and _FENCE_END.match(self.lines[block.last - 1]) is not None
            block.body = (first + 1, block.last - 1 if closed else block.last)

    def _row(self, line: int, row: int, *, header: bool) -> None:
        start, end = trimmed(self.text, self.lines.starts[line], self.lines.ends[line])
        while start < end and self.text[start] in "> \t":
            start += 1
        if start < end and self.text[start] == "|":
            start += 1
        column = 0
        at = start
        for match in _PIPE.finditer(self.text, start, end):
            if match[0] == "|":
                self._cell(at, match.start(), row, column, header)
                column += 1
                at = match.end()
            elif match[0].startswith("`") and "|" in match[0]:
                # Markdown parts cells inside code, too, unless the bar is escaped.
                inner = match.start()
                for place in re.finditer(r"(?<!\\)\|", match[0]):
                    self._cell(at, inner + place.start(), row, column, header)
                    column += 1
                    at = inner + place.end()
        if at < end:
            self._cell(at, end, row, column, header)

    def _cell(self, start: int, end: int, row: int, column: int, header: bool) -> None:
        start, end = trimmed(self.text, start, end)
        self.cells.append(RawCell(start, end, row, column, header))
