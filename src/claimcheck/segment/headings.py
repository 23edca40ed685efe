"""Headings that no mark shows: bold lines, short lines before paragraphs, dated lines of logs; and their levels."""

from __future__ import annotations

import re

from claimcheck.segment.datelines import dateline_of, heading_date
from claimcheck.segment.lines import Lines
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw

__all__ = ["find_headings", "heading_text", "split_paragraphs"]

_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)\1[ \t]*:?", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^)\s]*[^)]*\)")
_TAG = re.compile(r"<[^<>]{1,300}>")
_MARKS = re.compile(r"\*{1,3}|`+|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|~~|\\(?=[^\w\s])")
_TRAILING = re.compile(r"[ \t]+#+[ \t]*$|[ \t]*\{#[\w-]+\}[ \t]*$")
_DATED = re.compile(r"(?:19|20)\d\d-\d\d-\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK_TAG = re.compile(r"<br\s*/?>\s*$", re.IGNORECASE)
_OPEN_ENDS = re.compile(
    r"(?:[,;–—(&/-]|\b(?:the|a|an|of|in|on|to|and|or|for|by|with|from|at|as|is|are|was|were|that|its))$"
)
_BOLD_WORDS = 14
_PLAIN_WORDS = 12
_NARROWEST = 60
_SLACK = 12
_UNWRAPPED = 130
_NUMBERING = re.compile(r"\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]\s+(?=\S)")


def heading_text(raw: str) -> str:
    """A heading's words without marks, tags and link targets."""
    text = raw.strip().lstrip("#").strip()
    text = _TRAILING.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _MARKS.sub("", text)
    number = _NUMBERING.match(text)
    if number:
        text = text[number.end() :]
    return " ".join(text.split()).strip(" :") or raw.strip("# \t\n")


def split_paragraphs(blocks: list[Raw], lines: Lines) -> list[Raw]:
    """Part blocks of plain lines where a line ends on purpose and not for want of room."""
    out: list[Raw] = []
    unwrapped = _is_unwrapped(lines)
    for block in blocks:
        if block.kind is BlockKind.LIST_ITEM and block.last - block.first > 1 and _is_headed(block, lines):
            out += _parted(block, [block.first + 1], lines)
            continue
        if block.kind is not BlockKind.PROSE or block.html or block.quoted or block.last - block.first < 2:
            out.append(block)
            continue
        cuts = _hard_breaks(block, lines, unwrapped)
        if not cuts:
            out.append(block)
            continue
        out += _parted(block, cuts, lines)
    return out


def _parted(block: Raw, cuts: list[int], lines: Lines) -> list[Raw]:
    """The block in pieces that end before the lines of ``cuts``; what follows a title that is an item is no item."""
    out: list[Raw] = []
    first = block.first
    for cut in [*cuts, block.last]:
        start, end = lines.starts[first], lines.ends[cut - 1]
        text = lines.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            kind = block.kind if first == block.first else BlockKind.PROSE
            part = Raw(kind, first, cut, max(start, block.start), min(end, block.end), level=block.level)
            part.quoted, part.lists, part.item = block.quoted, block.lists, block.item and first == block.first
            out.append(part)
        first = cut
    return out


# "5. ROADS AND SUPPLIES": a line in capitals with a number, right above its text.
_CAPITALS = re.compile(r"\s*\d{1,2}[.)]\s+[A-Z][A-Z ,&/'’-]{3,60}\s*")
# "4. Running costs", right above a line that starts at the margin with a capital and is far longer.
_SHORT_TITLE = re.compile(r"\d{1,2}[.)] {1,3}[A-Z][^.!?:;,|`*\[]{2,50}")
_SENTENCE = re.compile(r"[A-Z“\"‘'][^\n]{59,}")


def _is_headed(block: Raw, lines: Lines) -> bool:
    """Whether an item's first line is a title, and what follows is no item."""
    first = lines[block.first]
    if _CAPITALS.fullmatch(first):
        return True
    return bool(_SHORT_TITLE.fullmatch(first.rstrip()) and _SENTENCE.match(lines[block.first + 1]))


def _is_unwrapped(lines: Lines) -> bool:
    """Whether the text has its paragraphs on one line each, so that every line end is meant."""
    long = sum(end - start for start, end in zip(lines.starts, lines.ends, strict=True) if end - start > _UNWRAPPED)
    return long * 2 > len(lines.text)


def _hard_breaks(block: Raw, lines: Lines, unwrapped: bool) -> list[int]:
    rows = [lines[number] for number in range(block.first, block.last)]
    width = 1 << 30 if unwrapped else max(_NARROWEST, max(len(row.rstrip()) for row in rows[:400]))
    cuts: list[int] = []
    bold = 0
    for index in range(len(rows) - 1):
        row, below = rows[index], rows[index + 1].strip()
        bare = row.rstrip()
        bold += row.count("**")
        if not below or not bare.strip() or bold % 2:
            continue
        first = below.lstrip("*_\"“‘'([#<>")[:1]
        if _DATED.match(below) or _BREAK_TAG.search(bare):
            cuts.append(block.first + index + 1)
        elif not first or first.islower():
            continue
        elif row.endswith("  ") or bare.endswith("\\"):
            cuts.append(block.first + index + 1)
        elif _OPEN_ENDS.search(bare):
            continue
        elif unwrapped and bare[-1] not in '.!?:”"' and len(bare.split()) > _PLAIN_WORDS:
            continue
        elif len(bare) + 1 + len(below.split(None, 1)[0]) + _SLACK <= width:
            # The next word would have stood on this line, had it belonged there.
            cuts.append(block.first + index + 1)
    return cuts


def find_headings(blocks: list[Raw], lines: Lines, plain_text: bool) -> None:
    """Turn bold-only lines, dated lines and, where no line has a mark, title-like lines into headings."""
    text = lines.text
    marked = sum(1 for block in blocks if block.kind is BlockKind.HEADING)
    outer = 0
    titular: list[int] = []
    dated: list[Raw] = []
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            if block.level:
                outer = block.level
            continue
        if plain_text and _is_lone_item(blocks, index) and _is_titular(text[block.start : block.end]):
            titular.append(index)
            continue
        if block.kind is not BlockKind.PROSE or block.html or block.quoted or block.end - block.start > 200:
            continue
        body = text[block.start : block.end]
        bold = _BOLD_LINE.fullmatch(body)
        if bold and "|" not in body:
            inner = bold[2].strip()
            words = inner.split()
            if len(words) <= _BOLD_WORDS and not inner.endswith((".", ",", ";")) and dateline_of(body) is None:
                block.kind = BlockKind.HEADING
                block.level = outer + 1
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.last - block.first != 1 or following is None:
            continue
        if _is_dated(body) and following.kind in (BlockKind.PROSE, BlockKind.LIST_ITEM):
            dated.append(block)
            block.level = max(2, outer + (0 if outer >= 2 else 1))
        elif plain_text and _is_titular(body):
            titular.append(index)
    for block in dated:
        # One dated line is the document's own date; several are the entries of a log.
        block.kind = BlockKind.HEADING if len(dated) > 1 else BlockKind.PROSE
    if plain_text:
        titles = _titles(blocks, titular, text)
        if titles and marked * 4 <= len(titles):
            for block in titles:
                block.kind = BlockKind.HEADING
                block.level = 3 if block.item else 2


def _is_lone_item(blocks: list[Raw], index: int) -> bool:
    """Whether a block is a numbered item of one line that no other item precedes or follows."""
    block = blocks[index]
    if block.kind is not BlockKind.LIST_ITEM or not block.item or block.last - block.first != 1 or block.lists != 1:
        return False
    around = (blocks[index - 1] if index else None, blocks[index + 1] if index + 1 < len(blocks) else None)
    return all(other is None or other.kind is not BlockKind.LIST_ITEM for other in around)


def _titles(blocks: list[Raw], titular: list[int], text: str) -> list[Raw]:
    """Of the lines that may be titles, those that head a paragraph; of several on end (title, subtitle, author) the
    first.
    """
    may_be = set(titular)
    out = []
    for index in titular:
        if index - 1 in may_be and not blocks[index].item:
            continue
        last = index
        while last + 1 in may_be and last - index < 3 and not blocks[last + 1].item:
            last += 1
        if index == 0 and last + 2 < len(blocks) and _is_line_of_date(blocks[last + 1], text):
            last += 1  # "No. 3/2023, 11 January 2023" below the title
        following = blocks[last + 1] if last + 1 < len(blocks) else None
        if following is None:
            continue
        size = following.end - following.start
        opens = following.kind is BlockKind.PROSE and (size > 80 or (size > 20 and text[following.end - 1] in '.!?”"'))
        if last + 1 in may_be and following.item:
            opens = True
        if opens or (index == 0 and following.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM)):
            out.append(blocks[index])
    return out


def _is_line_of_date(block: Raw, text: str) -> bool:
    """Whether a block ends with a short line with the document's day, with no more than a subtitle above it."""
    rows = text[block.start : block.end].splitlines()
    return len(rows) <= 2 and all(len(row) <= _DATELINE for row in rows) and dateline_of(rows[-1]) is not None


_DATELINE = 80  # characters


def _is_dated(body: str) -> bool:
    """Whether a line is an entry's date, alone or with a word or two beside it."""
    if body.endswith((",", ";")) or len(body) > 60:
        return False
    date = heading_date(body)
    if date is None or date.start > 1 or len(date.written) < 10:
        return False
    return len(_WORD.findall(body[date.end :])) <= 4 and "." not in body[date.end :]


def _is_titular(body: str) -> bool:
    """Whether a line may be a title by its own looks."""
    words = body.split()
    if not 1 <= len(words) <= _PLAIN_WORDS or body[-1] in '.,;!…:)]"”':
        return False
    numbered = body[0].isdigit() and len(words) > 1 and words[0].rstrip(".)").isdigit() and words[1][0].isupper()
    if not body[0].isupper() and body[0] not in "‘“'\"" and not numbered:
        return False
    return dateline_of(body) is None and not any(sign in body for sign in ("@", "://", "  ", "|", "\t"))
