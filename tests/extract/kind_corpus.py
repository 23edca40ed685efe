"""Reads a corpus of one kind of expression and says what extraction makes of each of its sentences.

A corpus is a TOML file of [[case]] tables: ``text``; ``found``, a list of what must be found of the kind, in order,
empty where nothing of it must be; ``what``, the class of wording, on the first case of each class; for a table's cell
``row`` and ``column``, its labels. Each of ``found`` has ``text`` (the exact span) and ``value``, or ``low`` and
``high`` (absent: open), and where they are not the default ``unit``, ``modifier``, ``per``, ``out_of``,
``direction``, ``role``, ``version`` and ``kind``.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract import Conventions, Mention, scan_unit
from claimcheck.records import Document, Kind, Span
from claimcheck.segment.model import Block, BlockKind, Cell, Unit

HERE = Path(__file__).parent


def cases(name: str) -> list[Any]:
    """The cases of ``name``.toml as parameters of a test, each named by its text."""
    rows = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(row, id=row["text"][:60]) for row in rows]


def mentions(row: dict[str, Any]) -> list[Mention]:
    """All mentions that extraction finds in a case's text."""
    text = row["text"]
    span = Span(0, len(text))
    cell = None
    if "row" in row or "column" in row:
        cell = Cell(span, 0, 1, 1, row_label=row.get("row", ""), column_label=row.get("column", ""))
    document = Document.from_text(text)
    block = Block(BlockKind.TABLE if cell else BlockKind.PROSE, span)
    scan = scan_unit(document, Unit(span, block, 0, 0, cell=cell), Conventions())
    return [] if scan is None else scan.mentions


def shown(text: str, mention: Mention) -> dict[str, str]:
    """A mention as the strings that a corpus writes, defaults left out."""
    quantity = mention.quantity
    assert quantity is not None
    found = {"text": mention.span.cover(text)}
    if quantity.version is not None:
        found["version"] = quantity.version
    elif quantity.low == quantity.high:
        found["value"] = f"{quantity.low:f}"
    else:
        if quantity.low is not None:
            found["low"] = f"{quantity.low:f}"
        if quantity.high is not None:
            found["high"] = f"{quantity.high:f}"
    for name in ("unit", "per", "role"):
        if getattr(quantity, name):
            found[name] = getattr(quantity, name)
    if quantity.modifier != "exact":
        found["modifier"] = quantity.modifier.value
    if quantity.out_of is not None:
        found["out_of"] = f"{quantity.out_of:f}"
    if quantity.direction:
        found["direction"] = str(quantity.direction)
    return found


def read(row: dict[str, Any], kind: Kind, *, also: frozenset[Kind] = frozenset()) -> list[dict[str, str]]:
    """What is found of ``kind`` in a case's text, and of the kinds in ``also`` what is an end of a change."""
    got = []
    for mention in mentions(row):
        if mention.kind is kind or (mention.kind in also and mention.quantity and mention.quantity.role):
            entry = shown(row["text"], mention)
            if mention.kind is not kind:
                entry["kind"] = mention.kind.value
            got.append(entry)
    return got


def expected(row: dict[str, Any]) -> list[dict[str, str]]:
    """What a case says must be found."""
    return [{key: str(value) for key, value in entry.items()} for entry in row["found"]]
