"""Tables that Markdown does not know: tab-separated, aligned with spaces, drawn with lines, and HTML in text."""

from __future__ import annotations

import itertools
import re

from claimcheck.segment.blocks import trimmed
from claimcheck.segment.html_tables import html_tables
from claimcheck.segment.lines import Altered, Lines
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw, RawCell
from claimcheck.segment.table_headers import settle_header

__all__ = ["find_tables"]

_GAP = re.compile(r" {2,}")
_BORDER = re.compile(r"\s*[-=+:|─━═┼┬┴├┤┌┐└┘│ ]{3,}\s*")
_GRID_BORDER = re.compile(r"\s*(?:\+(?:[-=]+\+)+|[┌├└╔╠╚┏┣┗][─━═┬┼┴╦╬╩┳╋┻]+[┐┤┘╗╣╝┓┫┛])\s*")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,4}(`{3,}|~{3,})")
_LIST_ITEM = re.compile(r"\s*(?:[-*+•●]|\d{1,3}[.)]|[a-z][.)])\s")
_LONGEST_CELL = 80


def find_tables(lines: Lines, every: Altered, scaffold: Altered) -> list[Raw]:
    """The tables of these kinds, in order; their lines are blanked in ``scaffold``."""
    text = lines.text
    fenced = "```" in text or "~~~" in text
    free = _unfenced(every) if fenced else bytearray(b"\x01") * len(every)
    found: list[Raw] = []
    if "<t" in text or "<T" in text:
        found += html_tables(lines, free)
    if "\t" in text:
        found += _tab_tables(lines, every, free)
    if "  " in text:
        found += _aligned_tables(lines, every, free)
    if "+-" in text or "+=" in text or "┌" in text or "╔" in text:
        found += _grid_tables(lines, every, free)
    taken: set[int] = set()
    tables = []
    for table in found:
        span = range(table.first, table.last)
        if taken.isdisjoint(span):
            taken.update(span)
            tables.append(table)
    for table in tables:
        scaffold.blank(table.first, table.last)
    return tables


def _unfenced(every: Altered) -> bytearray:
    """Which lines stand outside fenced blocks."""
    free = bytearray(b"\x01") * len(every)
    mark = ""
    opened = 0
    for number, line in enumerate(every):
        if "```" not in line and "~~~" not in line:
            if mark:
                free[number] = 0
            continue
        match = _FENCE.match(line)
        if match is None:
            if mark:
                free[number] = 0
        elif not mark:
            if match[1][0] == "`" and "`" in line[match.end() :]:
                continue
            mark, opened = match[1], number
            free[number] = 0
        else:
            free[number] = 0
            if match[1].startswith(mark) and not line[match.end() :].strip():
                mark = ""
    if mark and mark[0] == "~":
        # Nothing closes it: an underline.
        for number in range(opened, len(every)):
            free[number] = 1
    return free


def _table(lines: Lines, first: int, last: int, cells: list[RawCell]) -> Raw:
    start, end = trimmed(lines.text, lines.starts[first], lines.ends[last - 1])
    return Raw(BlockKind.TABLE, first, last, start, end, cells=cells)


def _tab_tables(lines: Lines, every: Altered, free: bytearray) -> list[Raw]:
    """Two or more lines on end with the same number of tabs, at least one of them between words."""
    tables = []
    number = 0
    while number < len(every):
        width = _tabs(every[number]) if free[number] else 0
        if not width:
            number += 1
            continue
        last = number + 1
        while last < len(every) and free[last] and _tabs(every[last]) == width:
            last += 1
        if last - number >= 2 and not any(_LEADERS.search(line) for line in every[number:last]):
            cells = []
            for row, at in enumerate(range(number, last)):
                offset = lines.starts[at]
                for column, part in enumerate(every[at].split("\t")):
                    cells.append(RawCell(*trimmed(lines.text, offset, offset + len(part)), row, column))
                    offset += len(part) + 1
            table = _table(lines, number, last, cells)
            settle_header(table, lines.text)
            tables.append(table)
        number = last
    return tables


def _tabs(line: str) -> int:
    """The number of tabs in a line that has one between two words or before two, else 0."""
    if "\t" not in line:
        return 0
    inner = line.strip()
    within = inner.count("\t")
    return line.rstrip().count("\t") if within and not _LIST_ITEM.match(line) else 0


def _aligned_tables(lines: Lines, every: Altered, free: bytearray) -> list[Raw]:
    """Three or more lines on end whose columns begin, or end, at the same places."""
    tables = []
    number = 0
    while number < len(every):
        parts = _columns(every[number]) if free[number] else None
        if parts is None:
            number += 1
            continue
        rows: list[tuple[int, list[tuple[int, int]]]] = [(number, parts)]
        last = number + 1
        while last < len(every) and free[last]:
            line = every[last]
            more = _columns(line)
            if more is not None and _aligned(rows[-1][1], more):
                rows.append((last, more))
            elif not (line.strip() and _BORDER.fullmatch(line)):
                break
            last += 1
        if len(rows) >= 3:
            width = max(len(columns) for _, columns in rows)
            frame = next(columns for _, columns in rows if len(columns) == width)
            cells = []
            for row, (at, columns) in enumerate(rows):
                offset = lines.starts[at]
                for start, end in columns:
                    column = _nearest(frame, start, end)
                    cells.append(RawCell(offset + start, offset + end, row, column))
            first, final = rows[0][0], rows[-1][0] + 1
            table = _table(lines, first, final, cells)
            settle_header(table, lines.text)
            tables.append(table)
        number = last
    return tables


def _columns(line: str) -> list[tuple[int, int]] | None:
    """Where the parts of a line stand that gaps of two spaces and more part, if it may be a table's row."""
    if "  " not in line or "|" in line or _LEADERS.search(line) or _LIST_ITEM.match(line):
        return None
    body = line.rstrip()
    start = len(body) - len(body.lstrip())
    parts = []
    for gap in _GAP.finditer(body, start):
        parts.append((start, gap.start()))
        start = gap.end()
    parts.append((start, len(body)))
    if len(parts) < 2 or len(parts) > 40 or any(end - begin > _LONGEST_CELL for begin, end in parts):
        return None
    # Two spaces between sentences are no column.
    if any(body[end - 1] in ".!?:" and end - begin > 25 for begin, end in parts[:-1]):
        return None
    return parts if not _BORDER.fullmatch(body) else None


def _aligned(above: list[tuple[int, int]], below: list[tuple[int, int]]) -> bool:
    if abs(len(above) - len(below)) > 1:
        return False
    starts = {start + off for start, _ in above for off in (-1, 0, 1)}
    ends = {end + off for _, end in above for off in (-1, 0, 1)}
    hits = sum(1 for start, end in below if start in starts or end in ends)
    return hits >= 2 and hits >= len(below) - 1


def _nearest(frame: list[tuple[int, int]], start: int, end: int) -> int:
    best, least = 0, 1 << 30
    for column, (first, last) in enumerate(frame):
        distance = min(abs(first - start), abs(last - end))
        if distance < least:
            best, least = column, distance
    return best


def _grid_tables(lines: Lines, every: Altered, free: bytearray) -> list[Raw]:
    """Tables drawn with +---+ and bars, or with box characters; a rule of = parts head from body."""
    tables = []
    number = 0
    while number < len(every):
        if not (free[number] and _GRID_BORDER.fullmatch(every[number])):
            number += 1
            continue
        cells: list[RawCell] = []
        row = heads = 0
        last = number + 1
        fresh = True
        while last < len(every) and every[last].strip():
            line = every[last]
            if _GRID_BORDER.fullmatch(line):
                if not fresh:
                    row += 1
                    fresh = True
                if "=" in line or "╞" in line or "╠" in line or "┣" in line:
                    heads = row
            elif line.lstrip()[:1] in "|│║┃":
                bars = [at for at, sign in enumerate(line) if sign in "|│║┃"]
                for column, (left, right) in enumerate(itertools.pairwise(bars)):
                    start, end = trimmed(lines.text, lines.starts[last] + left + 1, lines.starts[last] + right)
                    if start < end:
                        cells.append(RawCell(start, end, row, column))
                fresh = False
            else:
                break
            last += 1
        if last - number >= 3 and len({cell.column for cell in cells}) >= 2:
            for cell in cells:
                cell.header = cell.row < heads
            table = _table(lines, number, last, cells)
            settle_header(table, lines.text)
            tables.append(table)
        number = last
    return tables
