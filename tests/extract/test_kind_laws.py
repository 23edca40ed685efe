"""Laws of the extractors of measures, spans, ages, frequencies, ranks, changes, versions and identifiers."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_corpus import HERE, mentions

from claimcheck.records import Kind

KINDS = ("measure", "duration", "age", "frequency", "rank", "change", "version", "identifier")
ROWS: list[dict[str, Any]] = [
    row for kind in KINDS for row in tomllib.loads((HERE / f"{kind}.toml").read_text(encoding="utf-8"))["case"]
]
PROSE = [row["text"] for row in ROWS if "row" not in row and "column" not in row]
PIECES = sorted({piece for text in PROSE for piece in text.split()})


@given(st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join))
def test_any_order_of_words_is_read_without_fault(text: str) -> None:
    for mention in mentions({"text": text}):
        assert 0 <= mention.first <= mention.core < mention.last
        assert mention.span.start < mention.span.end <= len(text)
        quantity = mention.quantity
        if quantity is not None and quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


@given(st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join))
def test_mentions_do_not_overlap(text: str) -> None:
    found = mentions({"text": text})
    for one, other in pairwise(found):
        assert one.last <= other.first


UNITS = st.sampled_from(
    [
        ("km", "kilometer"),
        ("hectares", "hectare"),
        ("kg", "kilogram"),
        ("MB", "megabyte"),
        ("MiB", "mebibyte"),
        ("GWh", "gigawatt_hour"),
    ]
)


@given(st.integers(1, 10**7), UNITS, st.booleans())
def test_a_rendered_measure_reads_back(value: int, unit: tuple[str, str], grouped: bool) -> None:
    surface, name = unit
    text = f"It holds {value:,} {surface} in all." if grouped else f"It holds {value} {surface} in all."
    (mention,) = mentions({"text": text})
    assert mention.kind is Kind.MEASURE
    assert mention.quantity is not None
    assert (mention.quantity.low, mention.quantity.high, mention.quantity.unit) == (
        Decimal(value),
        Decimal(value),
        name,
    )


@given(st.integers(1, 400), st.sampled_from(["day", "week", "month", "hour"]), st.booleans())
def test_a_rendered_span_reads_back(value: int, unit: str, hyphen: bool) -> None:
    text = f"A {value}-{unit} siege began." if hyphen else f"The siege lasted {value} {unit}s."
    (mention,) = mentions({"text": text})
    assert mention.kind is Kind.DURATION
    assert mention.quantity is not None
    assert (mention.quantity.low, mention.quantity.unit) == (Decimal(value), unit)


@given(st.lists(st.integers(0, 99), min_size=2, max_size=3))
def test_a_version_reads_back_as_text(parts: list[int]) -> None:
    version = ".".join(map(str, parts))
    (mention,) = mentions({"text": f"It needs Python {version} or later."})
    assert mention.kind is Kind.VERSION
    assert mention.quantity is not None
    assert (mention.quantity.version, mention.quantity.modifier) == (version, "at_least")


@given(st.integers(1, 65_535))
def test_a_port_reads_back_as_text(port: int) -> None:
    (mention,) = mentions({"text": f"It listens on port {port}."})
    assert mention.kind is Kind.IDENTIFIER
    assert mention.quantity is not None
    assert mention.quantity.version == str(port)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if not row["found"] or "row" in row][:1] + ROWS[::3], ids=lambda row: row["text"][:40]
)
def test_curly_quotes_and_odd_spaces_change_nothing(row: dict[str, Any]) -> None:
    odd = {**row, "text": row["text"].replace("'", "’").replace(", ", ",\u00a0")}
    plain = [(m.kind, m.quantity) for m in mentions(row)]
    assert [(m.kind, m.quantity) for m in mentions(odd)] == plain


LEASTS = st.sampled_from(["more than", "at least", "over", "no fewer than", "greater than or equal to"])
MOSTS = st.sampled_from(["fewer than", "at most", "under", "no more than", "less than or equal to"])


@given(st.integers(1, 900), st.integers(1, 900), LEASTS, MOSTS, st.booleans(), st.sampled_from(["and", "but"]))
def test_a_least_and_a_most_are_the_range_between_them(
    low: int, width: int, least: str, most: str, turned: bool, joint: str
) -> None:
    first, second = f"{least} {low}", f"{most} {low + width}"
    if turned:
        first, second = second, first
    (mention,) = mentions({"text": f"The barge carries {first} {joint} {second} crates."})
    assert mention.quantity is not None
    assert (mention.quantity.low, mention.quantity.high) == (low, low + width)


@given(st.lists(st.integers(2, 90), min_size=2, max_size=5), st.sampled_from(["and", "or"]), UNITS)
def test_all_of_a_list_have_the_unit_of_its_last(values: list[int], joint: str, unit: tuple[str, str]) -> None:
    written = ", ".join(map(str, values[:-1])) + f", {joint} {values[-1]} {unit[0]}"
    found = [mention for mention in mentions({"text": f"They come at {written}."}) if mention.kind is Kind.MEASURE]
    assert [mention.quantity.low for mention in found if mention.quantity] == values
    assert {mention.quantity.unit for mention in found if mention.quantity} == {unit[1]}


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_a_span_in_letters_is_the_sum_of_its_parts(hours: int, minutes: int, seconds: int) -> None:
    (mention,) = mentions({"text": f"The run took {hours}h{minutes}m{seconds}s in all."})
    assert mention.kind is Kind.DURATION
    assert mention.quantity is not None
    assert mention.quantity.low == hours * 3600 + minutes * 60 + seconds
