"""Claims made by hand, for the tests of the judging stages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve

from claimcheck.findings import judge
from claimcheck.packs import RuleSet, load_rules
from claimcheck.records import (
    Claim,
    Document,
    Finding,
    Granularity,
    Kind,
    Modifier,
    Quantity,
    Relation,
    Span,
    TimeSpan,
)

Number = int | str | None


@cache
def rules() -> RuleSet:
    return load_rules()


def years(first: int | None, last: int | None = None) -> TimeSpan:
    """The years from first to last; one year where last is left out."""
    end = last if last is not None else first
    return TimeSpan(dt.date(first, 1, 1) if first else None, dt.date(end, 12, 31) if end else None, Granularity.YEAR)


def since(first: int) -> TimeSpan:
    return TimeSpan(dt.date(first, 1, 1), None, Granularity.YEAR, Modifier.AT_LEAST)


def day(text: str) -> TimeSpan:
    date = dt.date.fromisoformat(text)
    return TimeSpan(date, date)


def quantity(
    low: Number,
    high: Number = "same",
    unit: str | None = None,
    modifier: Modifier = Modifier.EXACT,
    precision: Number = 1,
    **more: Any,
) -> Quantity:
    first = None if low is None else Decimal(low)
    last = first if high == "same" else None if high is None else Decimal(high)
    return Quantity(first, last, unit, modifier, Decimal(precision or 1), **more)


def claim(
    value: Quantity | Number = None,
    measure: str = "",
    *,
    document: str = "a",
    at: int = 0,
    kind: Kind = Kind.COUNT,
    text: str = "",
    **more: Any,
) -> Claim:
    """A claim in a sentence of its own at position ``at``."""
    made = value if isinstance(value, Quantity) or value is None else quantity(value)
    shown = text or (str(made.low if made.low is not None else made.high) if made else "x")
    more.setdefault("head", measure.split()[-1] if measure else "")
    more.setdefault("sentence", Span(at, at + 50))
    return Claim(kind, shown, Span(at + 5, at + 5 + len(shown)), document, made, measure, **more)


def version_claim(text: str) -> Claim:
    """A claim that Python is at a version."""
    made = quantity(None, None, version=text)
    return claim(made, "python", kind=Kind.VERSION, text=text)


def documents_of(claims: Sequence[Claim]) -> list[Document]:
    return [Document.from_text(" " * 4000, id=name) for name in sorted({one.document for one in claims})]


def judged(
    *claims: Claim, documents: Sequence[Document] | None = None, ruleset: RuleSet | None = None
) -> list[Finding]:
    return judge(list(claims), documents if documents is not None else documents_of(claims), ruleset or rules())


def relation(a: Claim, b: Claim, **more: Any) -> str:
    """What is said of two claims, the second put into a document of its own."""
    found = judged(a, evolve(b, document="b"), **more)
    for one in (Relation.CONTRADICTS, Relation.AGREES, Relation.DIFFERS):
        if any(finding.relation is one for finding in found):
            return one.value
    return "nothing"
