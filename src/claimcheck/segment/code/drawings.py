"""Directory trees, diagrams of lines and boxes, and diagrams written as source text."""

from __future__ import annotations

import re

from claimcheck.segment.code.pieces import DIGIT, WORDY, Piece, trim
from claimcheck.segment.lines import Lines

__all__ = ["BOXED", "drawn", "is_listing", "labels", "listed"]

_BOX = "│┃║├└┌┐┘┤┬┴┼─━═╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋▼▲►◄▶◀"
BOXED = re.compile(f"[{_BOX}]")
_TREE = re.compile(r"[ \t]*(?:[│┃║|][ \t\u00a0]*)*(?:[├└╰┣┗][─━╴╌╼]*[ \t]*|\+--+[ \t]*|`--+[ \t]*|\|--+[ \t]*)")
_NAMED = re.compile(r"\s*[\w.@*-]+(?P<folder>/?)(?:\s+(?:#|//|←|—|--)\s.*|[ \t]{2,}\S.*)?\s*")
_REMARK = re.compile(r"[ \t]+(?:\#|//|←|<-+|—|–|--|→|\()[ \t]*|[ \t]{2,}|\t")
_BARS = re.compile(f"[{_BOX}|]+|(?<=\\s)[-+=]{{3,}}|[-=+]{{2,}}>")
_MERMAID_LABEL = re.compile(r"[\[({|]{1,3}[\"']?([^\[\](){}|\"']{2,200})[\"']?[\])}|]{1,3}")


def drawn(rows: list[tuple[int, str]], lines: Lines) -> list[Piece]:
    """Directory trees and diagrams: each entry or each field between lines is a piece."""
    out: list[Piece] = []
    text = lines.text
    for group, (number, row) in enumerate(rows):
        base = lines.starts[number]
        body = row.rstrip()
        tree = _TREE.match(body)
        if tree and tree.end() > 0 and not BOXED.search(body, tree.end()):
            out.extend(_entry(text, base + tree.end(), base + len(body), group))
            continue
        if tree and tree.end() == 0 and not BOXED.search(body) and "|" not in body:
            if body.strip():
                out.extend(_entry(text, base + len(body) - len(body.lstrip()), base + len(body), group))
            continue
        at = 0
        for match in [*_BARS.finditer(body), None]:
            stop = match.start() if match else len(body)
            first, last = trim(text, base + at, base + stop)
            if first < last and (WORDY.search(text, first, last) or DIGIT.search(text, first, last)):
                out.append(Piece(first, last, "", (), group))
            at = match.end() if match else stop
    return out


def is_listing(filled: list[str]) -> bool:
    """Whether lines list files and folders, one a line, indented and without branches."""
    found = [_NAMED.fullmatch(row) for row in filled]
    return len(found) > 1 and all(found) and any(match is not None and match["folder"] for match in found)


def listed(rows: list[tuple[int, str]], lines: Lines) -> list[Piece]:
    """The entries of a listing of files and folders."""
    out: list[Piece] = []
    for group, (number, row) in enumerate(rows):
        base, body = lines.starts[number], row.rstrip()
        if body:
            out.extend(_entry(lines.text, base + len(body) - len(body.lstrip()), base + len(body), group))
    return out


def _entry(text: str, start: int, end: int, group: int) -> list[Piece]:
    """An entry of a tree: its remark with its name as the label, or the entry itself where it has none."""
    body = text[start:end]
    remark = _REMARK.search(body)
    if remark and remark.end() < len(body) and remark.start() > 0:
        name = body[: remark.start()].strip()
        at = remark.end()
        rest = re.compile(r"(?:\#|//|←|<-+|—|–|→)?[ \t]*").match(body, at)
        first, last = trim(text, start + (rest.end() if rest else at), end)
        if body[remark.start() : remark.end()].rstrip().endswith("("):
            first = start + remark.end() - 1
        if " " in name and remark[0].strip() in ("", "(", "—", "–", "→", "--"):
            first, last, name = *trim(text, start, end), ""
        if first < last:
            return [Piece(first, last, name, (), group)]
    first, last = trim(text, start, end)
    return [Piece(first, last, "", (), group)] if first < last and WORDY.search(text, first, last) else []


def labels(rows: list[tuple[int, str]], lines: Lines) -> list[Piece]:
    """The labels of a diagram that is written as source text."""
    out = []
    for group, (number, row) in enumerate(rows):
        base = lines.starts[number]
        for match in _MERMAID_LABEL.finditer(row):
            first, last = trim(lines.text, base + match.start(1), base + match.end(1))
            if first < last:
                out.append(Piece(first, last, "", (), group))
    return out
