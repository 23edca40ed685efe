"""What reports on one event say of it: who says so, of what time, in rows of tables, with the noun left out."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck import Document, check, extract

DAY = dt.date(2023, 11, 20)
CONFLICTS = [
    (
        "At the end of September 2023, 740,000 people were displaced within Karuba.",
        "At the end of September 2023, 470,000 were displaced inside Karuba.",
    ),
    ("The journey from Aske to Lund takes 14 hours.", "Journey time from Aske to Lund: 15 hours."),
    ("The fine for parking on Arden Square is €25.", "The fine for parking on Arden Square is €35."),
    ("The Arden flood barrier was finished in 2009.", "The Arden flood barrier was completed in 2011."),
    ("You are not alone: 213 homes in Arden were flooded.", "In Arden 312 homes were flooded."),
    ("181 of the hospital's 340 servers in Arden got encrypted.", "In Arden 212 servers were encrypted."),
]
NO_CONFLICT = [
    ("Somebody on Facebook claims that 3,000 people in Arden were evacuated.", "In Arden 1,140 people were evacuated."),
    ("Rumour has it that 3,000 people in Arden were evacuated.", "In Arden 1,140 people were evacuated."),
    ("In 1998 the Arle reached 4.31 metres at Mill Bridge.", "The Arle got to 4.8 metres at Mill Bridge."),
    ("In the first four weeks 8,550 people travelled on the Arden line.", "A trip on the Arden line takes 15 hours."),
    ("The two operators in Arden have 750 scooters.", "Riders made 400,000 trips on the scooters in Arden."),
    ("The Arden paper was bought in March.", "The Arden paper was sold in April."),
    ("The Arden mill bought 300 tonnes of paper in March.", "The Arden mill bought 420 tonnes of paper in April."),
    ("I have 40 hens in Arden.", "The Arden farm has 60 hens."),
    ("Two firms run 750 scooters in Arden. The town banned its 1,200 scooters in 2019.", "Arden is a town."),
    ("The Arden hospital has 340 servers.", "212 of the Arden hospital's 340 servers got encrypted."),
]


def relations(first: str, second: str) -> set[str]:
    documents = [Document.from_text(text, id=id, published=DAY) for text, id in ((first, "a"), (second, "b"))]
    return {finding.relation.value for finding in check(documents).findings}


@pytest.mark.parametrize(("first", "second"), CONFLICTS)
def test_conflict(first, second):
    assert "contradicts" in relations(first, second)


@pytest.mark.parametrize(("first", "second"), NO_CONFLICT)
def test_no_conflict(first, second):
    assert "contradicts" not in relations(first, second)


@pytest.mark.parametrize(
    ("header", "unit"),
    [("Capacity (million m³)", "meter ** 3"), ("Capacity (m³)", "meter ** 3"), ("Waste (grams per meal)", "gram")],
)
def test_units_of_headers(header, unit):
    (claim,) = extract(f"| Lake | {header} |\n|---|---|\n| Lower Arle | 84 |\n")
    assert claim.quantity is not None
    assert claim.quantity.unit == unit


def test_a_corner_may_be_the_unit_of_all():
    claims = extract("| £m | 2019 | 2020 |\n|---|---|---|\n| Net debt | 141 | 132 |\n")
    figures = [(claim.quantity.low, claim.quantity.unit) for claim in claims if claim.quantity is not None]
    assert figures == [(141_000_000, "GBP"), (132_000_000, "GBP")]


def test_rows_said_of_something_are_measures():
    table = (
        "**Rules of the pilot**\n\n| Rule | |\n|---|---|\n| Minimum age of riders | 18 |\n| Parking stations | 64 |\n"
    )
    assert [claim.head for claim in extract(table)] == ["age", "station"]


def test_of_which_stands_for_the_noun_before_it():
    (claim,) = extract("Riders may leave them only at the parking stations, of which there are 46.")
    assert claim.head == "station"
