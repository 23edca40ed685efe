"""What in blocks of code was written for readers: comments, directory trees, diagrams, printed output, plain text."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import NamedTuple

from claimcheck.records import Span
from claimcheck.segment.lines import Lines
from claimcheck.segment.masks import list_marker
from claimcheck.segment.raw import Raw
from claimcheck.segment.sentences import split_sentences
from claimcheck.segment.words import words

__all__ = ["Piece", "code_pieces"]


class Piece(NamedTuple):
    """A stretch of a code block to read, what it is a remark on, marks inside it, and which piece it belongs with."""

    start: int
    end: int
    label: str
    masks: tuple[Span, ...]
    group: int


_BOX = "│┃║├└┌┐┘┤┬┴┼─━═╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋▼▲►◄▶◀"
_BOXED = re.compile(f"[{_BOX}]")
_TREE = re.compile(r"[ \t]*(?:[│┃║|][ \t\u00a0]*)*(?:[├└╰┣┗][─━╴╌╼]*[ \t]*|\+--+[ \t]*|`--+[ \t]*|\|--+[ \t]*)")
_REMARK = re.compile(r"[ \t]+(?:\#|//|←|<-+|—|–|--|→|\()[ \t]*|[ \t]{2,}|\t")
_BARS = re.compile(f"[{_BOX}|]+|(?<=\\s)[-+=]{{3,}}|[-=+]{{2,}}>")
_STATEMENT = re.compile(
    r"""
    ^\s*(?:def|class|import|from|return|const|let|var|function|public|private|protected|static|package|using|
        namespace|struct|enum|impl|fn|func|type|interface|export|async|await|elif|else|try|except|raise|with|
        require|include|module|begin|end|SELECT|INSERT|CREATE|UPDATE|FROM|ENV|RUN|COPY|CMD|EXPOSE)\b .* [:({;=\])]?\s*$
  | [;{}]\s*$
  | ^\s*[\w.\[\]"']+\s*(?:[-+*/|&]|::?)?=\s*\S
  | ^\s*[\w.]+\([^)]*\)\s*;?\s*$
  | ^\s*@\w+
  | ^\s*</?\w+
  | ^\s*[\w-]+:\s*(?:[\w"'\[{./|>-]+)?\s*$
  | ^\s*"[\w-]+"\s*:
    """,
    re.VERBOSE,
)
_DISABLED = re.compile(r"\s*[\w.\[\]:@$-]{2,80}(?:\s+(?:[-+*/|&]|:)?=\s|\s*\(.*\)\s*;?$|\s*=\s*\S+\s*$)")
_MERMAID_LABEL = re.compile(r"[\[({|]{1,3}[\"']?([^\[\](){}|\"']{2,200})[\"']?[\])}|]{1,3}")
_WORDY = re.compile(r"[^\W\d_]{2}")
_DIGIT = re.compile(r"\d")
_LIST = re.compile(r"\s*(?:[-+*•●✓✔✗]|\d{1,3}[.)])\s+")
_RULES = frozenset("-=*_~ ")


@cache
def _style(language: str) -> str:
    """How comments begin in a language; "prose" for blocks to be read line by line, "" for none at all."""
    name = language.lower().strip("{}.=: ")
    for style in ("hash", "slash", "dash", "semicolon", "percent", "markup", "none", "prose"):
        if name in words("code", style):
            return style
    return "prose"


_COMMENT = {
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


def code_pieces(block: Raw, lines: Lines) -> list[Piece]:
    """The pieces of a block of code that are to be read, in order."""
    first, last = block.body
    if first >= last:
        return []
    language = re.split(r"[\s,{:]", block.info.strip(), maxsplit=1)[0] if block.info else ""
    rows = [(at, lines[at]) for at in range(first, last)]
    filled = [row for _, row in rows if row.strip()]
    if not filled:
        return []
    boxes = sum(1 for row in filled if _BOXED.search(row))
    style = _style(language)
    if boxes * 4 >= len(filled) or (boxes and style == "prose"):
        return _drawn(rows, lines)
    if language.lower() in ("mermaid", "plantuml", "dot", "graphviz"):
        return _labels(rows, lines)
    if style == "hash" and _is_session(filled, language):
        return _session(rows, lines)
    if style != "prose":
        return _comments(rows, lines, style)
    if _is_session(filled, language):
        return _session(rows, lines)
    if not language and _is_program(filled):
        guess = "slash" if sum("//" in row for row in filled) > sum("#" in row for row in filled) else "hash"
        return _comments(rows, lines, guess)
    return _plain(rows, lines)


def _is_program(filled: list[str]) -> bool:
    hits = sum(1 for row in filled if _STATEMENT.search(row) or _is_command(row))
    return hits * 5 >= len(filled) * 2


def _is_command(row: str) -> bool:
    """Whether a line is a shell's command without its prompt."""
    first = row.split(None, 2)[:2]
    name = first[1] if len(first) == 2 and first[0] == "sudo" else first[0] if first else ""
    return name in words("code", "commands")


def _is_session(filled: list[str], language: str) -> bool:
    prompts = tuple(words("code", "prompts"))
    return any(row.lstrip().startswith(prompts) or row.lstrip().startswith("In [") for row in filled) and (
        language.lower()
        in words("code", "prose")
        | {"console", "shell-session", "terminal", "bash", "sh", "shell", "python", "pycon", "ipython", "py"}
    )


def _comments(rows: list[tuple[int, str]], lines: Lines, style: str) -> list[Piece]:
    """Full-line comments, those on following lines joined, and comments after code with the code as their label."""
    marker = _COMMENT.get(style)
    brackets = _BLOCK.get(style)
    out: list[Piece] = []
    group = 0
    run: list[tuple[int, int]] = []
    column = -1
    inside = False

    def flush() -> None:
        nonlocal group
        if run:
            out.extend(_joined(run, lines.text, "", group))
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
        found = _first_comment(marker, row) if marker else None
        if found is None:
            flush()
            continue
        before = row[: found[0]].strip()
        if before:
            flush()
            out.extend(_joined([(base + found[1], base + len(row))], lines.text, _left_side(before), group))
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
                nested = _first_comment(marker, row[found[1] :]) if marker else None
                if nested:
                    label = _left_side(row[found[1] : found[1] + nested[0]].strip())
                    out.extend(_joined([(base + found[1] + nested[1], base + len(row))], lines.text, label, group))
                    group += 1
            else:
                if run and _LIST.match(row, found[1]):
                    flush()
                run.append((base + found[1], base + len(row)))
    flush()
    return out


def _first_comment(marker: re.Pattern[str], row: str) -> tuple[int, int] | None:
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


def _joined(run: list[tuple[int, int]], text: str, label: str, group: int) -> list[Piece]:
    """The sentences of a comment over one or more lines; what stands between the lines is masked."""
    start, end = run[0][0], run[-1][1]
    # The line end itself stays, to part the words.
    gaps = [Span(above[1] + 1, below[0]) for above, below in itertools.pairwise(run)]
    out = []
    for first, last in _sentences(text, start, end, gaps):
        masks = tuple(gap for gap in gaps if first <= gap.start and gap.end <= last)
        if _WORDY.search(text, first, last) or _DIGIT.search(text, first, last):
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


def _drawn(rows: list[tuple[int, str]], lines: Lines) -> list[Piece]:
    """Directory trees and diagrams: each entry or each field between lines is a piece."""
    out: list[Piece] = []
    text = lines.text
    for group, (number, row) in enumerate(rows):
        base = lines.starts[number]
        body = row.rstrip()
        tree = _TREE.match(body)
        if tree and tree.end() > 0 and not _BOXED.search(body, tree.end()):
            out.extend(_entry(text, base + tree.end(), base + len(body), group))
            continue
        if tree and tree.end() == 0 and not _BOXED.search(body) and "|" not in body:
            if body.strip():
                out.extend(_entry(text, base + len(body) - len(body.lstrip()), base + len(body), group))
            continue
        at = 0
        for match in [*_BARS.finditer(body), None]:
            stop = match.start() if match else len(body)
            first, last = _trim(text, base + at, base + stop)
            if first < last and (_WORDY.search(text, first, last) or _DIGIT.search(text, first, last)):
                out.append(Piece(first, last, "", (), group))
            at = match.end() if match else stop
    return out


def _entry(text: str, start: int, end: int, group: int) -> list[Piece]:
    """An entry of a tree: its remark with its name as the label, or the entry itself where it has none."""
    body = text[start:end]
    remark = _REMARK.search(body)
    if remark and remark.end() < len(body) and remark.start() > 0:
        name = body[: remark.start()].strip()
        at = remark.end()
        rest = re.compile(r"(?:\#|//|←|<-+|—|–|→)?[ \t]*").match(body, at)
        first, last = _trim(text, start + (rest.end() if rest else at), end)
        if body[remark.start() : remark.end()].rstrip().endswith("("):
            first = start + remark.end() - 1
        if " " in name and remark[0].strip() in ("", "(", "—", "–", "→", "--"):
            first, last, name = *_trim(text, start, end), ""
        if first < last:
            return [Piece(first, last, name, (), group)]
    first, last = _trim(text, start, end)
    return [Piece(first, last, "", (), group)] if first < last and _WORDY.search(text, first, last) else []


def _labels(rows: list[tuple[int, str]], lines: Lines) -> list[Piece]:
    """The labels of a diagram that is written as source text."""
    out = []
    for group, (number, row) in enumerate(rows):
        base = lines.starts[number]
        for match in _MERMAID_LABEL.finditer(row):
            first, last = _trim(lines.text, base + match.start(1), base + match.end(1))
            if first < last:
                out.append(Piece(first, last, "", (), group))
    return out


def _session(rows: list[tuple[int, str]], lines: Lines) -> list[Piece]:
    """Comments on commands and what a shell's commands print; not the commands.

    What an interpreter answers to an expression is an example's result, which says nothing about the world.
    """
    prompts = tuple(words("code", "prompts"))
    out: list[Piece] = []
    marker = _COMMENT["hash"]
    continued = False
    interactive = any("In [" in row or ">>> " in row for _, row in rows)
    for group, (number, row) in enumerate(rows):
        base = lines.starts[number]
        body = row.strip()
        if not body:
            continued = False
            continue
        if body.startswith(prompts) or body.startswith("In [") or continued:
            continued = body.endswith("\\")
            found = _first_comment(marker, row)
            if found:
                label = row[: found[0]].strip()
                label = next((label[len(p) :].strip() for p in prompts if label.startswith(p)), label)
                out.extend(_joined([(base + found[1], base + len(row))], lines.text, label, group))
            continue
        found = _first_comment(marker, row)
        if found and not row[: found[0]].strip():
            out.extend(_joined([(base + found[1], base + len(row))], lines.text, "", group))
            continue
        if interactive:
            continue
        first, last = _trim(lines.text, base, base + len(row))
        if first < last and (_WORDY.search(lines.text, first, last) or _DIGIT.search(lines.text, first, last)):
            out.append(Piece(first, last, "", (), group))
    return out


def _plain(rows: list[tuple[int, str]], lines: Lines) -> list[Piece]:
    """Text in a fence: paragraphs of sentences where lines are wrapped, else line by line."""
    text = lines.text
    out: list[Piece] = []
    group = 0
    run: list[int] = []

    def flush() -> None:
        nonlocal group
        if run:
            start, end = list_marker(text, lines.starts[run[0]], lines.ends[run[0]]), lines.ends[run[-1]]
            for first, last in split_sentences(text, start, end):
                if _WORDY.search(text, first, last) or _DIGIT.search(text, first, last):
                    out.append(Piece(first, last, "", (), group))
            group += 1
            run.clear()

    for number, row in rows:
        body = row.strip()
        if not body:
            flush()
            continue
        if run and not _flows(lines[run[-1]], row):
            flush()
        if not (body.startswith(("```", "~~~")) or set(body) <= _RULES):
            run.append(number)
    flush()
    return out


def _flows(above: str, below: str) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    upper, lower = above.rstrip(), below.strip()
    if (
        not upper
        or not lower
        or upper.lstrip()[0] in "#|"
        or lower[0] in "#|>"
        or _LIST.match(below)
        or "  " in lower
        or "  " in upper.strip()
    ):
        return False
    if lower[0].islower() or lower[0] in "(,;":
        return True
    return len(upper) >= 50 and (upper[-1] not in ".!?:" or lower[0].isupper()) and not upper.endswith(":")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0":
        end -= 1
    return start, end
