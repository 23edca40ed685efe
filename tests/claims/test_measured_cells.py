"""What a table's figure measures: its column, or its row where the column names no measure."""

from __future__ import annotations

import pytest
from sentences import claim

from claimcheck.claims.measured.cells import generic, label_words

CELLS = [
    ("Boats", "Peru", "40", "boat"),
    ("Fishing boats", "Peru", "40", "fishing boat"),
    ("Depth (m)", "Tarn", "40", "depth"),
    ("2016", "Boats", "40", "boat"),
    ("Value", "Fishing boats", "40", "fishing boat"),
    ("Number", "Boats", "40", "boat"),
    ("Amount (thousand USD)", "Grants", "40", "grant"),
    ("March 2016", "Boats", "40", "boat"),
    ("How many", "Fishing boats", "40", "fishing boat"),
]


@pytest.mark.parametrize(("column", "row", "cell", "wanted"), CELLS)
def test_measure(column: str, row: str, cell: str, wanted: str) -> None:
    table = f"| Name | {column} |\n| --- | --- |\n| {row} | {cell} |\n"
    found = claim(table, cell, format="markdown")
    assert found.core == wanted
    assert found.structure == "table"


@pytest.mark.parametrize(
    ("column", "cell", "wanted"),
    [
        ("How many", "40 steam boats on two rivers, and more to come", "steam boat"),
        ("", "40 boats", "boat"),
        ("", "40, see below", "fleet"),
        ("Crews", "40 boats", "crew"),
    ],
)
def test_cell_that_says_what_it_counts(column: str, cell: str, wanted: str) -> None:
    assert claim(f"| | {column} |\n| --- | --- |\n| Fleet | {cell} |\n", "40", format="markdown").core == wanted


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("Value", True),
        ("2016", True),
        ("Amount (thousand USD)", True),
        ("", True),
        ("Boats", False),
        ("2016 boats", False),
    ],
)
def test_headers_that_name_no_measure(label: str, wanted: bool) -> None:
    assert generic(label) is wanted


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("Fishing boats", ["fishing", "boat"]),
        ("**Boats** of the port", ["boat", "port"]),
        ("<b>Boats</b>", ["boat"]),
        ("—", []),
    ],
)
def test_label_words(label: str, wanted: list[str]) -> None:
    assert list(label_words(label)) == wanted
