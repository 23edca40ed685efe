"""What documents yield as compact JSON, and back: plain lists, since a warm run decodes tens of thousands of claims.

A record is the list of its fields' values, converted by the types that the records declare. A document's text is left
out: it is the file's, which is at hand.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from claimcheck.records import (
    Claim,
    Document,
    Finding,
    Granularity,
    Kind,
    Modifier,
    Outcome,
    Quantity,
    Reason,
    Relation,
    Section,
    Severity,
    Skip,
    Span,
    Status,
    TimeSpan,
)

__all__ = ["FINDING", "LAYOUT", "decode", "encode"]

_Convert = Callable[[Any], Any]


def _tuples(value: Any) -> tuple[Any, ...]:
    return tuple([tuple(one) for one in value])


def _lookup(kind: Any) -> _Convert:
    return {one.value: one for one in kind}.__getitem__


def _name(value: Any) -> Any:
    return value.value


# By declared type, "| None" aside: to JSON and back; None where the value is JSON already.
_PLAIN: tuple[_Convert | None, _Convert | None] = (None, None)
_TYPES: dict[str, tuple[_Convert | None, _Convert | None]] = {
    "str": _PLAIN,
    "int": _PLAIN,
    "float": _PLAIN,
    "bool": _PLAIN,
    "Decimal": (str, Decimal),
    "dt.date": (dt.date.isoformat, dt.date.fromisoformat),
    "Path": (Path.as_posix, Path),
    "tuple[str, ...]": (None, tuple),
    "tuple[tuple[str, str], ...]": (None, _tuples),
    "tuple[tuple[int, int, int, int | None], ...]": (None, _tuples),
    "Kind": (_name, _lookup(Kind)),
    "Status": (_name, _lookup(Status)),
    "Modifier": (_name, _lookup(Modifier)),
    "Granularity": (_name, _lookup(Granularity)),
    "Outcome": (_name, _lookup(Outcome)),
    "Relation": (_name, _lookup(Relation)),
    "Severity": (_name, _lookup(Severity)),
}


class _Shape:
    """How one kind of record becomes a list and is made from one again."""

    def __init__(self, record: Any, without: str = "") -> None:
        fields = [one for one in attrs.fields(record) if one.name != without]
        self.names = [one.name for one in fields]
        self._record, self._without = record, without
        # As written, for others may have had the types resolved; a KeyError: a type to learn.
        kinds = [_TYPES[record.__annotations__[one.name].removesuffix(" | None")] for one in fields]
        self._out = [(at, convert) for at, (convert, _) in enumerate(kinds) if convert is not None]
        self._in = [(at, convert) for at, (_, convert) in enumerate(kinds) if convert is not None]
        name = record.__name__
        _TYPES[name] = (self.pack, self.unpack)
        _TYPES[f"tuple[{name}, ...]"] = (self._pack_all, self._unpack_all)

    def pack(self, record: Any) -> list[Any]:
        values = [getattr(record, name) for name in self.names]
        for at, convert in self._out:
            if values[at] is not None:
                values[at] = convert(values[at])
        return values

    def unpack(self, values: list[Any], **further: Any) -> Any:
        if len(values) != len(self.names):
            raise ValueError(f"{self._record.__name__} has {len(self.names)} fields, not {len(values)}")
        for at, convert in self._in:
            if values[at] is not None:
                values[at] = convert(values[at])
        if further:
            return self._record(**dict(zip(self.names, values, strict=True)), **further)
        return self._record(*values)

    def _pack_all(self, records: tuple[Any, ...]) -> list[Any]:
        return [self.pack(one) for one in records]

    def _unpack_all(self, values: list[Any]) -> tuple[Any, ...]:
        return tuple([self.unpack(one) for one in values])


_SPAN, _QUANTITY, _TIME, _SECTION = (_Shape(one) for one in (Span, Quantity, TimeSpan, Section))
_CLAIM, _SKIP, _DOCUMENT = _Shape(Claim), _Shape(Skip), _Shape(Document, without="text")
_REASON, FINDING = _Shape(Reason), _Shape(Finding, without="claims")

_RECORDS = (_SPAN, _QUANTITY, _TIME, _SECTION, _CLAIM, _SKIP, _DOCUMENT, _REASON, FINDING)
LAYOUT = ";".join(",".join(one.names) for one in _RECORDS)
"""Part of every key: records with other fields make other keys."""


def encode(document: Document, claims: tuple[Claim, ...], skipped: tuple[Skip, ...]) -> bytes:
    """One document with what it yields, without its text."""
    data = [_DOCUMENT.pack(document), [_CLAIM.pack(one) for one in claims], [_SKIP.pack(one) for one in skipped]]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode(data: bytes, text: str) -> tuple[Document, tuple[Claim, ...], tuple[Skip, ...]]:
    """What ``encode`` was given, with the document's text put back.

    Raises ``ValueError``, ``KeyError``, ``TypeError``, ``AttributeError`` or ``ArithmeticError`` for data that it did
    not write.
    """
    document, claims, skipped = json.loads(data.decode("utf-8", "surrogatepass"))
    return (
        _DOCUMENT.unpack(document, text=text),
        tuple([_CLAIM.unpack(one) for one in claims]),
        tuple([_SKIP.unpack(one) for one in skipped]),
    )
