"""What in blocks of code was written for readers: comments, directory trees, diagrams, printed output, plain text."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.segment.code.comments import COMMENT, comments, first_comment, joined
from claimcheck.segment.code.drawings import BOXED, drawn, is_listing, labels, listed
from claimcheck.segment.code.pieces import DIGIT, LIST, WORDY, Piece, trim
from claimcheck.segment.lines import Lines
from claimcheck.segment.masks import list_marker
from claimcheck.segment.raw import Raw
from claimcheck.segment.sentences import split_sentences
from claimcheck.segment.words import words

__all__ = ["Piece", "code_pieces"]


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
_RULES = frozenset("-=*_~ ")


@cache
def _style(language: str) -> str:
    """How comments begin in a language; "prose" for blocks to be read line by line, "" for none at all."""
    name = language.lower().strip("{}.=: ")
    for style in ("hash", "slash", "dash", "semicolon", "percent", "markup", "none", "prose"):
        if name in words("code", style):
            return style
    return "prose"


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
    boxes = sum(1 for row in filled if BOXED.search(row))
    style = _style(language)
    if boxes * 4 >= len(filled) or (boxes and style == "prose"):
        return drawn(rows, lines)
    if style == "prose" and is_listing(filled):
        return listed(rows, lines)
    if language.lower() in ("mermaid", "plantuml", "dot", "graphviz"):
        return labels(rows, lines)
    if style == "hash" and _is_session(filled, language):
        return _session(rows, lines)
    if style != "prose":
        return comments(rows, lines, style)
    if _is_session(filled, language):
        return _session(rows, lines)
    if not language and _is_program(filled):
        guess = "slash" if sum("//" in row for row in filled) > sum("#" in row for row in filled) else "hash"
        return comments(rows, lines, guess)
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


def _session(rows: list[tuple[int, str]], lines: Lines) -> list[Piece]:
    """Comments on commands and what a shell's commands print; not the commands.

    What an interpreter answers to an expression is an example's result, which says nothing about the world.
    """
    prompts = tuple(words("code", "prompts"))
    out: list[Piece] = []
    marker = COMMENT["hash"]
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
            found = first_comment(marker, row)
            if found:
                label = row[: found[0]].strip()
                label = next((label[len(p) :].strip() for p in prompts if label.startswith(p)), label)
                out.extend(joined([(base + found[1], base + len(row))], lines.text, label, group))
            continue
        found = first_comment(marker, row)
        if found and not row[: found[0]].strip():
            out.extend(joined([(base + found[1], base + len(row))], lines.text, "", group))
            continue
        if interactive:
            continue
        first, last = trim(lines.text, base, base + len(row))
        if first < last and (WORDY.search(lines.text, first, last) or DIGIT.search(lines.text, first, last)):
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
                if WORDY.search(text, first, last) or DIGIT.search(text, first, last):
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
        or LIST.match(below)
        or "  " in lower
        or "  " in upper.strip()
    ):
        return False
    if lower[0].islower() or lower[0] in "(,;":
        return True
    return len(upper) >= 50 and (upper[-1] not in ".!?:" or lower[0].isupper()) and not upper.endswith(":")
