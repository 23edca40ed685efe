"""Money in a word that several countries share, rates per minute and per hour, units with several meanings."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document, Relation


def said(*texts: str) -> list[str]:
    documents = [Document.from_text(text, id=str(at)) for at, text in enumerate(texts)]
    across = [one for one in check(documents).findings if len({claim.document for claim in one.claims}) > 1]
    return [one.relation.value for one in across if one.relation is not Relation.DIFFERS]


def _toll(sum_: str) -> str:
    return f"The toll on the Osterby bridge is {sum_}."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("20 rupees", "LKR 20", ["agrees"]),
        ("20 rupees", "35 Nepalese rupees", ["contradicts"]),
        ("Rs 20", "PKR 35", ["contradicts"]),
        ("20 dollars", "A$35", ["contradicts"]),
        ("$20", "20 Canadian dollars", ["agrees"]),
        ("20 pesos", "35 Chilean pesos", ["contradicts"]),
        ("20 francs", "20 CFA francs", ["agrees"]),
        ("20 pounds", "35 Egyptian pounds", ["contradicts"]),
        ("20 crowns", "35 Danish crowns", ["contradicts"]),
        ("kr 20", "DKK 20", ["agrees"]),
        ("NOK 20", "DKK 35", []),
        ("C$20", "A$35", []),
        ("20 Indian rupees", "LKR 35", []),
        ("£20", "€35", []),
        ("20 Swiss francs", "35 CFA francs", []),
    ],
)
def test_a_shared_word_may_be_any_of_its_family(one: str, other: str, expected: list[str]) -> None:
    assert said(_toll(one), _toll(other)) == expected
    assert said(_toll(other), _toll(one)) == expected


def test_the_place_tells_whose_money_it_is() -> None:
    home = "Bergen is wet. The toll on the Osterby bridge is 20 kroner."
    assert said(home, _toll("DKK 35")) == []
    assert said(home, _toll("NOK 35")) == ["contradicts"]


def test_where_others_name_two_of_the_family_nothing_is_settled() -> None:
    assert said(_toll("20 rupees"), "Orl levies LKR 35 on carts and PKR 40 on cars.") == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The Orl mint stamps ten coins a minute.", "The Orl mint stamps 600 coins an hour.", ["agrees"]),
        ("The Orl mint stamps ten coins a minute.", "The Orl mint stamps 500 coins an hour.", ["contradicts"]),
        ("The Orl mint stamps ten coins a minute.", "The Orl mint stamps 620 coins an hour.", ["agrees"]),
        ("The Orl lift carries 20 people a minute.", "The Orl lift carries 9,000 people per day.", []),
        ("The Orl barge carries 500 tons of coal.", "The Orl barge carries 500 tonnes of coal.", []),
        ("The Orl barge carries 500 tons of coal.", "The Orl barge carries 600 tonnes of coal.", ["contradicts"]),
        ("The Orl barge carries 500 short tons of coal.", "The Orl barge carries 500 tonnes.", ["contradicts"]),
        ("The tank in Orl holds 500 gallons.", "The tank in Orl holds 2,270 litres.", []),
        ("The tank in Orl holds 500 gallons.", "The tank in Orl holds 3,000 litres.", ["contradicts"]),
        ("The tank in Orl holds 500 US gallons.", "The tank in Orl holds 2,270 litres.", ["contradicts"]),
        ("The tank in Orl holds 500 gallons.", "The tank in Orl holds 600 gallons.", ["contradicts"]),
    ],
)
def test_rates_and_units_of_many_meanings(one: str, other: str, expected: list[str]) -> None:
    assert said(one, other) == expected
