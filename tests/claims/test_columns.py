"""Tables whose columns are of one thing each."""

from __future__ import annotations

import pytest
from sentences import claim

# A title, a table, a figure, its measure and whom it is about.
TABLES = [
    ("Two lands", "| | Peru | Chile |\n|---|---|---|\n| Mines | 34 | 19 |", "19", "mines", ("Chile",)),
    ("Two firms", "| | Orvia | Velka |\n|---|---|---|\n| Staff | 340 | 190 |", "340", "staff", ("Orvia",)),
    (
        "Tarn K7: data sheet",
        "| | K7 | K7 Pro |\n|---|---|---|\n| Alarm delay | 15 min | 25 min |",
        "25 min",
        "alarm delay",
        ("K7 Pro",),
    ),
    # columns that are measures, rows that are things
    ("Air", "| Station | PM10 | NO2 |\n|---|---|---|\n| Orvia | 34 | 19 |", "34", "pm10", ("Orvia",)),
    ("Ferries", "| Ship | Cabins |\n|---|---|\n| Orvia | 190 |", "190", "cabins", ("Orvia",)),
    ("Tarn K7", "| Feature | Value |\n|---|---|\n| Seats | 4 |", "4", "seats", ()),
]


@pytest.mark.parametrize(("title", "table", "figure", "measure", "about"), TABLES, ids=[one[0] for one in TABLES])
def test_columns(title: str, table: str, figure: str, measure: str, about: tuple[str, ...]) -> None:
    found = claim(f"# {title}\n\n{table}\n", figure)
    assert (found.measure, found.about) == (measure, about)
