"""What documents yield as compact JSON, and back: plain lists, since a warm run decodes tens of thousands of claims.

A document's text is left out: it is the file's, which is at hand. The order of the lists is that of the records'
fields, so that a changed record needs a new ``LAYOUT``.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from claimcheck.records import (
    Claim,
    Document,
    Granularity,
    Kind,
    Modifier,
    Quantity,
    Section,
    Skip,
    Span,
    Status,
    TimeSpan,
)

__all__ = ["LAYOUT", "decode", "encode"]

LAYOUT = ",".join(
    f"{record.__name__}:{'/'.join(field.name for field in attrs.fields(record))}"
    for record in (Claim, Document, Quantity, Section, Skip, Span, TimeSpan)
)
"""Part of every key: a record with other fields makes other keys."""

_KINDS, _STATUSES = {one.value: one for one in Kind}, {one.value: one for one in Status}
_MODIFIERS, _GRAINS = {one.value: one for one in Modifier}, {one.value: one for one in Granularity}


def encode(document: Document, claims: tuple[Claim, ...], skipped: tuple[Skip, ...]) -> bytes:
    """One document with what it yields, without its text."""
    data = [
        _document(document),
        [_claim(claim) for claim in claims],
        [[one.document, one.reason, _span(one.span), one.code] for one in skipped],
    ]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode(data: bytes, text: str) -> tuple[Document, tuple[Claim, ...], tuple[Skip, ...]]:
    """What ``encode`` was given, with the document's text put back.

    Raises ``ValueError``, ``KeyError``, ``TypeError`` or ``IndexError`` for data that it did not write.
    """
    document, claims, skipped = json.loads(data.decode("utf-8", "surrogatepass"))
    return (
        _to_document(document, text),
        tuple([_to_claim(one) for one in claims]),
        tuple(Skip(name, reason, _to_span(span), code) for name, reason, span, code in skipped),
    )


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _to_span(data: Any) -> Span | None:
    return None if data is None else Span(data[0], data[1])


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _to_day(data: Any) -> dt.date | None:
    return None if data is None else dt.date.fromisoformat(data)


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _to_digits(data: Any) -> Decimal | None:
    return None if data is None else Decimal(data)


def _document(one: Document) -> list[Any]:
    sections = [[part.title, _span(part.span), part.level, _day(part.published), part.version] for part in one.sections]
    path = None if one.path is None else one.path.as_posix()
    return [
        one.id,
        path,
        one.title,
        _day(one.published),
        one.publisher,
        one.author,
        one.format,
        sections,
        one.attributes,
        one.origin,
    ]


def _to_document(data: Any, text: str) -> Document:
    id, path, title, published, publisher, author, format, sections, attributes, origin = data
    return Document(
        id,
        text,
        None if path is None else Path(path),
        title,
        _to_day(published),
        publisher,
        author,
        format,
        tuple(
            Section(title, Span(*span), level, _to_day(day), version) for title, span, level, day, version in sections
        ),
        tuple((name, value) for name, value in attributes),
        tuple((offset, line, column, page) for offset, line, column, page in origin),
    )


def _claim(one: Claim) -> list[Any]:
    quantity, when = one.quantity, one.when
    return [
        one.kind.value,
        one.text,
        _span(one.span),
        one.document,
        None
        if quantity is None
        else [
            _digits(quantity.low),
            _digits(quantity.high),
            quantity.unit,
            quantity.modifier.value,
            _digits(quantity.precision),
            quantity.per,
            _digits(quantity.out_of),
            quantity.direction,
            quantity.role,
            quantity.version,
        ],
        one.measure,
        one.head,
        one.about,
        one.roles,
        None
        if when is None
        else [_day(when.start), _day(when.end), when.granularity.value, when.modifier.value, when.relative],
        one.place,
        one.attribution,
        one.status.value,
        one.scope,
        one.event,
        one.terms,
        _span(one.sentence),
        one.section,
        one.structure,
        one.confidence,
        one.notes,
        one.fingerprint,
    ]


def _to_claim(data: Any) -> Claim:
    quantity, when = data[4], data[9]
    return Claim(
        _KINDS[data[0]],
        data[1],
        Span(data[2][0], data[2][1]),
        data[3],
        None
        if quantity is None
        else Quantity(
            _to_digits(quantity[0]),
            _to_digits(quantity[1]),
            quantity[2],
            _MODIFIERS[quantity[3]],
            _to_digits(quantity[4]),
            quantity[5],
            _to_digits(quantity[6]),
            quantity[7],
            quantity[8],
            quantity[9],
        ),
        data[5],
        data[6],
        tuple(data[7]),
        tuple([(role, name) for role, name in data[8]]),
        None
        if when is None
        else TimeSpan(_to_day(when[0]), _to_day(when[1]), _GRAINS[when[2]], _MODIFIERS[when[3]], when[4]),
        data[10],
        data[11],
        _STATUSES[data[12]],
        tuple(data[13]),
        data[14],
        tuple(data[15]),
        Span(data[16][0], data[16][1]),
        data[17],
        data[18],
        data[19],
        tuple(data[20]),
        data[21],
    )
