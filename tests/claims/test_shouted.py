"""Headlines in capitals throughout."""

from __future__ import annotations

import pytest
from sentences import claim, claims, names_of

# A headline, the text below, a figure, and whom it is about.
HEADLINES = [
    (
        "TARN MILLS CUTS OUTPUT AS PRICES FALL 9 PCT",
        "Paper maker Tarn Mills shut a site. The group has 40 looms.",
        "40",
        ("Tarn Mills",),
    ),
    ("TARN VALLEY FLOOD: 9 DEAD", "The Tarn Valley was flooded.", "9", ("Tarn Valley",)),
    ("OLKA COUNCIL TO SHUT 3 POOLS", "The pools are old.", "3", ("Olka Council",)),
    ("PERU RAISES DUTIES", "The duties bring in $4m.", "$4m", ("Peru",)),
    ("MACHADO WINS IN PORTO ALEGRE", "Rui Machado spoke. Turnout was 40%.", "40%", ("Rui Machado",)),
    ("KELLET BANK: ANNUAL RESULTS", "Profit rose to $4m.", "$4m", ("Kellet Bank",)),
    ("OLKA VALLEY COUNCIL - ANNUAL REPORT", "We hired 40 men.", "40", ("Olka Valley Council",)),
    # ordinary words, function words that look like letters
    ("ROADS AND SUPPLIES", "Some soldiers work with 11 boats.", "11", ()),
    ("WARNING", "Some soldiers work with 11 boats.", "11", ()),
    ("STRICTLY PRIVATE", "The firm has 11 boats.", "11", ()),
    ("WHO WILL PAY US?", "The firm has 11 boats.", "11", ()),
]


@pytest.mark.parametrize(("headline", "text", "figure", "about"), HEADLINES, ids=[one[0] for one in HEADLINES])
def test_a_headline_in_capitals(headline: str, text: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(f"# {headline}\n\n{text}\n", figure).about == about


def test_a_section_in_capitals_names_nobody() -> None:
    text = "# Floods on the Olka\n\n## FORCES\n\nWith 11 boats and 46 lorries the men went.\n"
    assert {found.about for found in claims(text)} == {("Olka",)}


def test_a_first_line_in_capitals_is_a_title() -> None:
    assert claim("OLKA COUNCIL - ANNUAL REPORT\n\nThe Council has 40 pools.\n", "40").about == ("Olka Council",)


def test_who_issued_it_is_named_as_a_name() -> None:
    text = "RIVER SAFETY AGENCY -- REPORT NO. 4\nFloods in the Olka valley. Status: 19 October 2022\n\nIt rained.\n"
    assert claim(text, "19 October 2022").about == ("River Safety Agency",)


def test_an_abbreviation_in_a_title_is_no_shout() -> None:
    assert names_of("The NATO summit in Peru drew 40 guests.") == ["NATO", "Peru"]
