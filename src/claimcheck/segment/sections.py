"""The sections of a document: what each heading is the title of, with its own date and version."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.records import Section, Span
from claimcheck.segment.cells import plain
from claimcheck.segment.datelines import Dateline, dateline_of, heading_date, heading_version
from claimcheck.segment.headings import heading_text
from claimcheck.segment.ledes import lede_date, lede_day
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw
from claimcheck.segment.words import words

__all__ = ["document_dateline", "find_sections", "published_from", "section_of"]

_WITHIN = 10


def find_sections(blocks: list[Raw], text: str, masks: Sequence[Span]) -> tuple[tuple[Section, ...], list[int]]:
    """The sections in order, and the offset at which each begins."""
    heads = [(index, block) for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    ends = [len(text)] * len(heads)
    stack: list[int] = []
    for at, (_, block) in enumerate(heads):
        while stack and heads[stack[-1]][1].level >= block.level:
            ends[stack.pop()] = block.start
        stack.append(at)
    sections = []
    for at, (index, block) in enumerate(heads):
        title = heading_text(plain(text, block.start, block.end, masks))
        version = heading_version(title)
        date = heading_date(title)
        if date is None:
            date = _under(blocks, index, text)
        sections.append(
            Section(
                title,
                Span(block.start, ends[at]),
                max(1, block.level),
                date.day if date else None,
                version,
            )
        )
    return tuple(sections), [block.start for _, block in heads]


def section_of(starts: list[int], offset: int) -> int:
    """The index of the innermost section that holds an offset, -1 before the first."""
    return bisect_right(starts, offset) - 1


def _under(blocks: list[Raw], index: int, text: str) -> Dateline | None:
    """A dateline among the first two blocks below a heading."""
    for block in blocks[index + 1 : index + 3]:
        if block.kind is BlockKind.HEADING:
            return None
        if block.kind is BlockKind.PROSE and block.end - block.start <= 120:
            found = dateline_of(text[block.start : block.end], block.start)
            if found:
                return found
    return None


_HEAD = 300  # characters in which a document says what it is


def document_dateline(blocks: list[Raw], text: str, start: int) -> Dateline | None:
    """The dateline of the whole document, among its first lines that are not blank."""
    seen = 0
    titled = told = False
    head = text[start : start + _HEAD].lower()
    record = any(re.search(rf"\b{name}\b", head) for name in words("datelines", "records"))
    for block in blocks:
        if block.start < start or block.kind is BlockKind.FRONT_MATTER:
            continue
        if block.kind is BlockKind.HEADING:
            title = text[block.start : block.end].lstrip("# ")
            below = titled and not told  # a second line of the title
            if (titled and not below) or heading_version(title) is not None or _starts_dated(title):
                # From here on a date is a section's.
                return None
            titled, told = True, below
            if below and record and (found := dateline_of(title, block.end - len(title), record=True)) is not None:
                return found
        if block.kind not in (BlockKind.PROSE, BlockKind.HEADING) or block.html:
            if block.kind not in (BlockKind.FURNITURE, BlockKind.PULL_QUOTE):
                seen += 1
            if seen > _WITHIN:
                return None
            continue
        told = told or block.kind is BlockKind.PROSE
        offset = block.start
        for line in text[block.start : min(block.end, block.start + 1000)].splitlines(keepends=True):
            seen += 1
            if seen > _WITHIN:
                return None
            bare = line.rstrip("\r\n")
            if len(bare) <= 160:
                found = (
                    _heading_dateline(bare, offset)
                    if block.kind is BlockKind.HEADING
                    else dateline_of(bare, offset, record=record)
                )
                if found:
                    return found
            if block.kind is BlockKind.PROSE:
                found = lede_date(bare, offset) or lede_day(bare, offset, text)
                if found is not None:
                    return found
            offset += len(line)
    return None


def _starts_dated(title: str) -> bool:
    date = heading_date(title)
    return date is not None and date.start <= 2


def _heading_dateline(line: str, offset: int) -> Dateline | None:
    """A title's own date: in brackets with a word such as "issued", or at its very end after one."""
    bracket = re.search(r"\(([^()]{4,60})\)\s*$", line)
    if bracket:
        found = dateline_of(bracket[1])
        if found:
            at = offset + bracket.start(1)
            return Dateline(found.day, found.written, found.start + at, found.end + at)
    return None


def published_from(date: Dateline) -> tuple[tuple[str, str], ...]:
    """The attributes that say how the date of publication was found."""
    return (("published", date.written), ("published_from", f"{date.start}:{date.end}"))
