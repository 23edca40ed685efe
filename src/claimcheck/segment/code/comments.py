"""Comments in program code: whole lines, those joined over several, and what stands after a statement."""

from __future__ import annotations

import itertools
import re

from claimcheck.records import Span
from claimcheck.segment.code.pieces import DIGIT, LIST, WORDY, Piece
from claimcheck.segment.lines import Lines
from claimcheck.segment.sentences import split_sentences

__all__ = ["COMMENT", "comments", "first_comment", "joined"]

_DISABLED = re.compile(r"\s*[\w.\[\]:@$-]{2,80}(?:\s+(?:[-+*/|&]|:)?=\s|\s*\(.*\)\s*;?$|\s*=\s*\S+\s*$)")
COMMENT = {
    "hash": re.compile(r"(?<![^\s;])\#+(?:[ \t]|$)|(?<=\s)\#(?=\w)"),
    "slash": re.compile(r"(?<![:\w/])//+[!/]?[ \t]*"),
    "dash": re.compile(r"(?<![\w-])--+[ \t]"),
    "semicolon": re.compile(r"(?<!\w);+[ \t]*"),
    "percent": re.compile(r"(?<![\w\\])%+[ \t]*"),
}
_BLOCK = {
    "slash": ("/*", "*/"),
    "dash": ("/*", "*/"),
    "markup": ("<!--", "-->"),
}
_STAR = re.compile(r"[ \t]*\*+[ \t]?")


def comments(rows: list[tuple[int, str]], lines: Lines, style: str) -> list[Piece]:
    """Full-line comments, those on following lines joined, and comments after code with the code as their label."""
    marker = COMMENT.get(style)
    brackets = _BLOCK.get(style)
    out: list[Piece] = []
    group = 0
    run: list[tuple[int, int]] = []
    column = -1
    inside = False

    def flush() -> None:
        nonlocal group
        if run:
            out.extend(joined(run, lines.text, "", group))
            group += 1
            run.clear()

    for number, row in rows:
        base = lines.starts[number]
        if brackets:
            opening, closing = brackets
            at = 0
            if not inside:
                at = row.find(opening)
                if at >= 0:
                    inside = True
                    at += len(opening)
                    flush()
            if inside:
                end = row.find(closing, at)
                star = _STAR.match(row, at) if style != "markup" else None
                begin = star.end() if star and star.end() <= (end if end >= 0 else len(row)) else at
                run.append((base + begin, base + (end if end >= 0 else len(row))))
                if end >= 0:
                    inside = False
                    flush()
                continue
        found = first_comment(marker, row) if marker else None
        if found is None:
            flush()
            continue
        before = row[: found[0]].strip()
        if before:
            flush()
            out.extend(joined([(base + found[1], base + len(row))], lines.text, _left_side(before), group))
            group += 1
        else:
            if run and found[0] != column:
                flush()
            column = found[0]
            if not row[found[1] :].strip():
                flush()
            elif _DISABLED.match(row, found[1]):
                # A statement that is commented out is program code; a remark after it is not.
                flush()
                nested = first_comment(marker, row[found[1] :]) if marker else None
                if nested:
                    label = _left_side(row[found[1] : found[1] + nested[0]].strip())
                    out.extend(joined([(base + found[1] + nested[1], base + len(row))], lines.text, label, group))
                    group += 1
            else:
                if run and LIST.match(row, found[1]):
                    flush()
                run.append((base + found[1], base + len(row)))
    flush()
    return out


def first_comment(marker: re.Pattern[str], row: str) -> tuple[int, int] | None:
    """Where a line's comment begins, marker and text; a marker inside quotation marks is none."""
    for match in marker.finditer(row):
        before = row[: match.start()]
        if before.count('"') % 2 == 0 and before.count("'") % 2 == 0:
            return match.start(), match.end()
        if not before.strip():
            return match.start(), match.end()
    return None


def _left_side(code: str) -> str:
    """The name that a line of code gives something to, or the code itself."""
    match = re.match(r"[\w.:$@\[\]\"'-]+(?=\s*(?::=|=|:)(?!=))", code)
    return (match[0] if match else code).strip("\"' ,;")[:120]


def joined(run: list[tuple[int, int]], text: str, label: str, group: int) -> list[Piece]:
    """The sentences of a comment over one or more lines; what stands between the lines is masked."""
    start, end = run[0][0], run[-1][1]
    # The line end itself stays, to part the words.
    gaps = [Span(above[1] + 1, below[0]) for above, below in itertools.pairwise(run)]
    out = []
    for first, last in _sentences(text, start, end, gaps):
        masks = tuple(gap for gap in gaps if first <= gap.start and gap.end <= last)
        if WORDY.search(text, first, last) or DIGIT.search(text, first, last):
            out.append(Piece(first, last, label, masks, group))
    return out


def _sentences(text: str, start: int, end: int, gaps: list[Span]) -> list[tuple[int, int]]:
    if not gaps:
        return split_sentences(text, start, end)
    # The marks between lines would hide where the next sentence begins: judge the text with blanks for them.
    pieces = []
    at = start
    for gap in gaps:
        pieces.append(text[at : gap.start])
        pieces.append(" " * (gap.end - gap.start))
        at = gap.end
    pieces.append(text[at:end])
    blank = "".join(pieces)
    return [(first + start, last + start) for first, last in split_sentences(blank, 0, len(blank))]
