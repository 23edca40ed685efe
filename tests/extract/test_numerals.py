from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest
from kind_corpus import HERE, mentions

from claimcheck.extract.modifiers import side_of
from claimcheck.records import Kind

VALUES: list[dict[str, Any]] = tomllib.loads((HERE / "numerals.toml").read_text(encoding="utf-8"))["value"]
BOUNDS: list[dict[str, Any]] = tomllib.loads((HERE / "bounds.toml").read_text(encoding="utf-8"))["bound"]


@pytest.mark.parametrize(("row", "way"), [(row, way) for row in VALUES for way in row["ways"]])
def test_a_number_has_one_value_however_written(row: dict[str, Any], way: str) -> None:
    text = f"The rangers counted {way} people there."
    (mention,) = mentions({"text": text})
    assert mention.kind is Kind.COUNT
    assert mention.span.cover(text) == way
    assert mention.quantity is not None
    assert mention.quantity.low == mention.quantity.high == Decimal(row["value"])
    precision = row.get("precision", "1")
    if precision:
        assert mention.quantity.precision == Decimal(precision)


@pytest.mark.parametrize(("row", "way"), [(row, way) for row in BOUNDS for way in row["ways"]])
def test_a_bound_is_the_same_however_written(row: dict[str, Any], way: str) -> None:
    text = f"The survey lists {way} wells."
    (mention,) = mentions({"text": text})
    assert mention.kind is Kind.COUNT
    assert mention.quantity is not None
    low, high = row.get("low"), row.get("high")
    assert mention.quantity.low == (None if low is None else Decimal(low))
    assert mention.quantity.high == (None if high is None else Decimal(high))
    assert mention.quantity.modifier == row["modifier"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("nearly 500", -1),
        ("just under 20%", -1),
        ("just over 300", 1),
        ("about 40", 0),
        ("500", 0),
        ("close to 90", -1),
    ],
)
def test_the_side_of_an_approximation(text: str, side: int) -> None:
    assert side_of(text) == side
