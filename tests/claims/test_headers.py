"""Units and scales that a table's header states once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sentences import claim

# A column's header, a row's label, a cell; and what the cell's figure means.
HEADERS = [
    ("Sales (US$ m)", "Lamps", "12.5", "money", "12500000", "USD"),
    ("Sales (€ bn)", "Lamps", "3", "money", "3000000000", "EUR"),
    ("Grant (thousand USD)", "Lamps", "40", "money", "40000", "USD"),
    ("Depth (metres)", "Tarn", "40", "measure", "40", "meter"),
    ("Area (hectares)", "Tarn", "40", "measure", "40", "hectare"),
    ("Share (%)", "Tarn", "40", "percent", "40", "percent"),
    ("Journey (min)", "Tarn", "40", "duration", "40", "minute"),
    ("Visitors (thousands)", "Tarn", "40", "count", "40000", None),
    ("Visitors, million", "Tarn", "1.5", "count", "1500000", None),
    ("2016", "Length (kilometres)", "40", "measure", "40", "kilometer"),
    # brackets that state no unit
    ("Visitors (estimate)", "Tarn", "40", "count", "40", None),
    ("Visitors (both sites)", "Tarn", "40", "count", "40", None),
    ("Visitors", "Tarn", "40", "count", "40", None),
    # a cell with a unit of its own keeps it
    ("Depth (m)", "Tarn", "40 km", "measure", "40", "kilometer"),
    ("Sales (US$ m)", "Lamps", "€40", "money", "40", "EUR"),
]


@pytest.mark.parametrize(("column", "row", "cell", "kind", "value", "unit"), HEADERS)
def test_unit_of_the_header(column: str, row: str, cell: str, kind: str, value: str, unit: str | None) -> None:
    table = f"| Name | {column} |\n| --- | --- |\n| {row} | {cell} |\n"
    found = claim(table, cell, format="markdown")
    assert found.kind.value == kind
    assert found.quantity is not None
    assert (found.quantity.low, found.quantity.high) == (Decimal(value), Decimal(value))
    assert found.quantity.unit == unit
    assert found.structure == "table"


@pytest.mark.parametrize(
    ("symbol", "unit"), [("km", "kilometer"), ("ha", "hectare"), ("kg", "kilogram"), ("m", "meter")]
)
def test_the_symbol_of_a_unit_of_measure(symbol: str, unit: str) -> None:
    found = claim(f"| Name | Extent ({symbol}) |\n| --- | --- |\n| Tarn | 40 |\n", "40", format="markdown")
    assert found.kind.value == "measure"
    assert found.quantity is not None
    assert found.quantity.unit == unit


def test_the_header_is_named_as_the_reason() -> None:
    table = "| Name | Depth (metres) |\n| --- | --- |\n| Tarn | 40 |\n"
    assert "unit: the header “Depth (metres)”" in claim(table, "40", format="markdown").notes


def test_the_precision_is_scaled_as_well() -> None:
    table = "| Name | Sales (US$ m) |\n| --- | --- |\n| Lamps | 12.5 |\n"
    quantity = claim(table, "12.5", format="markdown").quantity
    assert quantity is not None
    assert quantity.precision == Decimal(100_000)


@pytest.mark.parametrize(
    ("corner", "column", "kind", "value"),
    [
        ("Loans outstanding, € million", "2019", "money", "12000000"),
        ("Loans (thousand euros)", "Q3 2019", "money", "12000"),
        ("Firm, € million", "Staff", "count", "12"),
        ("Firm", "2019", "count", "12"),
    ],
)
def test_the_corner_speaks_for_columns_of_time(corner: str, column: str, kind: str, value: str) -> None:
    found = claim(f"| {corner} | {column} |\n| --- | --- |\n| North | 12 |\n", "12", format="markdown")
    assert found.kind.value == kind
    assert found.quantity is not None
    assert found.quantity.low == Decimal(value)


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit"),
    [
        ("Outstanding loans at year-end, in thousand million dollars: 48.6.", "48.6", "48600000000", "USD"),
        ("Turnover (€m): 12.5", "12.5", "12500000", "EUR"),
        ("Visitors, in thousands: 340", "340", "340000", None),
        ("Pupils, in part: 340", "340", "340", None),
        ("Turnover (€m): 12 shops closed.", "12", "12", None),
    ],
)
def test_a_label_states_the_unit_of_its_value(text: str, figure: str, value: str, unit: str | None) -> None:
    found = claim(text, figure)
    assert found.quantity is not None
    assert (found.quantity.low, found.quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("note", "column", "row", "kind", "value", "unit"),
    [
        ("All quantities in tonnes, live weight.", "2021", "North", "measure", "40", "tonne"),
        ("Figures are given in million euros.", "2021", "Sales", "money", "40000000", "EUR"),
        ("*Amounts in thousand dollars*", "Total", "North", "money", "40000", "USD"),
        ("Lengths are in kilometres.", "Q3 2021", "North", "measure", "40", "kilometer"),
        ("(Volumes in cubic metres)", "Deliveries", "North", "measure", "40", "meter ** 3"),
        # what is counted has no such unit, nor what has one of its own
        ("All quantities in tonnes.", "Vessels", "North", "count", "40", None),
        ("All quantities in tonnes.", "2021", "Number of boats", "count", "40", None),
        ("All quantities in tonnes.", "Depth (metres)", "North", "measure", "40", "meter"),
        ("Figures in brackets are for 2020.", "2021", "North", "count", "40", None),
        ("Prices in Orsk are high.", "2021", "North", "count", "40", None),
    ],
)
def test_a_note_above_a_table_states_the_unit(
    note: str, column: str, row: str, kind: str, value: str, unit: str | None
) -> None:
    text = f"# Landings\n\n{note}\n\n| Party | {column} |\n| --- | --- |\n| {row} | 40 |\n"
    found = claim(text, "40", format="markdown")
    assert found.kind.value == kind
    assert found.quantity is not None
    assert (found.quantity.low, found.quantity.unit) == (Decimal(value), unit)


def test_a_note_below_a_table_states_nothing_for_it() -> None:
    found = claim(
        "| Party | 2021 |\n| --- | --- |\n| North | 40 |\n\nAll quantities in tonnes.\n", "40", format="markdown"
    )
    assert found.kind.value == "count"
