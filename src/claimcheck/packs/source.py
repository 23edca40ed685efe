"""TOML with line numbers: reads a pack file and finds the line of any key in it.

``tomllib`` reports no positions, so a scan of the text finds where tables and keys stand. The scan knows comments,
multi-line strings and brackets well enough to skip over them; where it finds nothing it answers the table's line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from claimcheck.errors import PackError

__all__ = ["Source", "read_source"]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\"' -]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*[^=]+)?\s*=""")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")
_LARGEST = 4 << 20


@frozen
class Source:
    """A pack file: its parsed data and the line of each table and key.

    ``lines`` maps a table's address, such as ``("rule", 2, "example", 0)``, and a key's, with the key appended, to
    the line, counted from 1.
    """

    path: Path
    data: dict[str, Any]
    lines: dict[tuple[str | int, ...], int]

    def line(self, *address: str | int) -> int:
        """The line of a key, or of the nearest table around it."""
        while address:
            if address in self.lines:
                return self.lines[address]
            address = address[:-1]
        return 1


def read_source(path: Path) -> Source:
    """Read a TOML file; raises PackError with file and line where it is missing, unreadable or no TOML."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PackError(
            "unreadable-pack",
            f"cannot read the rule pack: {error.strerror or error}",
            path=str(path),
            hint="check the path and its permissions",
        ) from None
    if len(raw) > _LARGEST:
        raise PackError("large-pack", "the file is larger than 4 MB", path=str(path), hint="split the pack")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise PackError(
            "pack-encoding", "the file is not UTF-8", path=str(path), line=line, hint="save it as UTF-8"
        ) from None
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = str(error) or "too deeply nested"
        found = _AT_LINE.search(message)
        raise PackError(
            "pack-syntax",
            "not valid TOML: " + _AT_LINE.sub("", message).lower(),
            path=str(path),
            line=int(found.group(1)) if found else (text.count("\n") + 1),
            hint="see https://toml.io for the syntax",
        ) from None
    return Source(path, data, _index(text))


def _logical(text: str) -> Iterator[tuple[int, str]]:
    """The lines that begin a table or a key: number and text; lines inside a multi-line value are skipped."""
    quote, depth = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if not quote and depth == 0:
            yield number, line
            if _HEADER.match(line):
                continue
        at = 0
        while at < len(line):
            if quote:
                end = line.find(quote, at)
                if end < 0:
                    break
                if quote[0] == '"' and len(line[:end]) - len(line[:end].rstrip("\\")) & 1:
                    at = end + 1
                    continue
                at, quote = end + len(quote), ""
                continue
            mark = line[at]
            if mark == "#":
                break
            if mark in "\"'":
                quote = mark * 3 if line.startswith(mark * 3, at) else mark
                at += len(quote)
                continue
            depth += (mark in "[{") - (mark in "]}")
            at += 1
        if len(quote) == 1:
            quote = ""
        depth = max(depth, 0)


def _index(text: str) -> dict[tuple[str | int, ...], int]:
    lines: dict[tuple[str | int, ...], int] = {}
    counts: dict[tuple[str | int, ...], int] = {}
    here: tuple[str | int, ...] = ()
    for number, line in _logical(text):
        header = _HEADER.match(line)
        if header:
            names = [part.strip().strip("\"'") for part in header.group(2).split(".")]
            here = ()
            for depth, name in enumerate(names):
                here = (*here, name)
                last = depth == len(names) - 1
                if last and header.group(1) == "[[":
                    counts[here] = counts.get(here, -1) + 1
                    here = (*here, counts[here])
                elif here in counts:
                    here = (*here, counts[here])
            lines.setdefault(here, number)
            continue
        key = _KEY.match(line)
        if key:
            lines.setdefault((*here, key.group(1).strip("\"'")), number)
    return lines
