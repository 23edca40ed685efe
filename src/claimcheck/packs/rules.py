"""A pack file's ``[[rule]]`` and ``[[fact]]`` tables read into records."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import tomllib
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

from claimcheck.packs.model import Example, Fact, Rule, Selector, Tolerance
from claimcheck.packs.schema import Reader, suggestion
from claimcheck.packs.template import FIELDS, faults
from claimcheck.records import Kind, Relation, Severity

__all__ = ["COMPARATORS", "read_fact", "read_rule"]

# The comparators of ``claimcheck.compare``, one file each; a test keeps the two lists the same.
COMPARATORS = (
    "same-value",
    "same-date",
    "part-whole",
    "rank",
    "limit",
    "change",
    "sum",
    "elapsed",
    "share",
    "rank-order",
    "update",
    "scope",
    "pinned",
    "superseded",
)
_RULE = (
    "id", "title", "summary", "kinds", "measure", "about", "path", "attributes", "comparator", "relation", "tolerance",
    "severity", "message", "why", "example",
)  # fmt: skip
_EXAMPLE = ("a", "b", "expect", "a_date", "b_date")
_FACT = ("id", "measure", "about", "value", "high", "unit", "text", "source", "from", "key")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EXPECT = (*(relation.value for relation in Relation), "nothing")


def read_rule(reader: Reader, pack: str) -> Rule | None:
    """A rule, or None where it lacks what makes it one; faults are collected on the reader."""
    reader.only(_RULE, "a rule")
    if not reader.require(("id", "title", "summary", "comparator", "message"), "the rule"):
        return None
    return Rule(
        id=_identifier(reader),
        title=reader.text("title"),
        summary=reader.text("summary"),
        comparator=reader.choice("comparator", COMPARATORS, COMPARATORS[0]),
        relation=Relation(reader.choice("relation", list(Relation), Relation.CONTRADICTS.value)),
        severity=Severity(reader.choice("severity", list(Severity), Severity.WARNING.value)),
        message=_message(reader),
        why=reader.text("why"),
        select=_selector(reader),
        tolerance=_tolerance(reader.table("tolerance")),
        examples=tuple(filter(None, (_example(one) for one in reader.tables("example")))),
        pack=pack,
        path=str(reader.source.path),
        line=reader.line,
    )


def _identifier(reader: Reader) -> str:
    value = reader.text("id")
    if not _ID.fullmatch(value):
        reader.fault("id", f"{value!r} is no id", "use lower-case words joined by hyphens, such as value-conflict")
    return value


def _message(reader: Reader) -> str:
    value = reader.text("message")
    for message, name in faults(value):
        reader.fault("message", message, suggestion(name, FIELDS) if name else "", "pack-template")
    if not value:
        reader.fault("message", "the message is empty")
    return value


def _selector(reader: Reader) -> Selector:
    kinds = set()
    for name in reader.texts("kinds"):
        if name in set(Kind):
            kinds.add(Kind(name))
        else:
            reader.fault("kinds", f"{name!r} is no kind of claim", suggestion(name, list(Kind)))
    attributes = reader.table("attributes")
    return Selector(
        frozenset(kinds),
        reader.texts("measure"),
        reader.texts("about"),
        reader.texts("path"),
        tuple(sorted((name, attributes.text(name)) for name in attributes.data)),
    )


def _tolerance(reader: Reader) -> Tolerance:
    reader.only(("approx", "relative", "absolute"), "a tolerance")
    approx = reader.number("approx", least=0, most=1)
    relative = reader.number("relative", least=0, most=1)
    absolute = reader.number("absolute", least=0)
    default = Tolerance()
    return Tolerance(
        default.approx if approx is None else Fraction(approx),
        default.relative if relative is None else Fraction(relative),
        default.absolute if absolute is None else Fraction(absolute),
    )


def _example(reader: Reader) -> Example | None:
    reader.only(_EXAMPLE, "an example")
    if not reader.require(("a", "b", "expect"), "the example"):
        return None
    dates = {}
    for key in ("a_date", "b_date"):
        value = reader.data.get(key, "")
        dates[key] = value.isoformat() if isinstance(value, dt.date) else reader.text(key)
        try:
            dates[key] and dt.date.fromisoformat(dates[key])
        except ValueError:
            reader.fault(key, f"{dates[key]!r} is no date", "write it as 2024-05-31")
            dates[key] = ""
    expect = reader.choice("expect", _EXPECT, "nothing")
    return Example(reader.text("a"), reader.text("b"), expect, dates["a_date"], dates["b_date"], line=reader.line)


def read_fact(reader: Reader) -> Fact | None:
    """A pinned fact; its value stands in the pack or in a JSON, TOML or CSV file beside it (``from`` and ``key``)."""
    reader.only(_FACT, "a fact")
    if not reader.require(("id", "measure"), "the fact"):
        return None
    raw: Any = reader.data.get("text", reader.data.get("value"))
    source = reader.text("source")
    if "from" in reader.data:
        source = reader.text("from")
        raw = _looked_up(reader, source, reader.text("key"))
    if raw is None:
        if "from" not in reader.data:
            reader.fault(
                "",
                "the fact lacks a value",
                "add value = …, text = … or from = … and key = …",
                "pack-missing",
            )
        return None
    value = None if "text" in reader.data else _decimal(raw)
    text = None if value is not None else str(raw)
    return Fact(
        id=_identifier(reader),
        measure=reader.text("measure").lower(),
        about=reader.texts("about"),
        value=value,
        high=_decimal(reader.data.get("high")),
        unit=reader.text("unit") or None,
        text=text,
        source=source,
        path=str(reader.source.path),
        line=reader.line,
    )


def _decimal(raw: object) -> Decimal | None:
    if raw is None or isinstance(raw, bool):
        return None
    try:
        value = Decimal(str(raw).replace("_", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _looked_up(reader: Reader, name: str, key: str) -> object:
    """The value at a dotted key of a facts file; for CSV, the second column of the row that begins with the key."""
    path = (reader.source.path.parent / name).resolve()
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = _parse(path, text)
    except (OSError, ValueError, RecursionError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        reader.fault("from", f"cannot read the facts file {name}: {what}", "build it first, or correct the path")
        return None
    for part in key.split("."):
        if isinstance(data, list) and part.isdigit() and int(part) < len(data):
            data = data[int(part)]
        elif isinstance(data, dict) and part in data:
            data = data[part]
        else:
            options = [str(one) for one in data] if isinstance(data, dict) else []
            reader.fault("key", f"{name} has no {key!r}", suggestion(part, options) if options else "")
            return None
    if isinstance(data, list | dict):
        return len(data)
    return data


def _parse(path: Path, text: str) -> Any:
    if path.suffix == ".json":
        return json.loads(text)
    if path.suffix == ".toml":
        return tomllib.loads(text)
    if path.suffix == ".csv":
        return {row[0].strip(): row[1].strip() for row in csv.reader(io.StringIO(text)) if len(row) > 1}
    raise ValueError("only .json, .toml and .csv are read")
