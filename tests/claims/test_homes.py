"""In a text on one country: which claims that name others are of that country too."""

from __future__ import annotations

import pytest
from sentences import claim

PERU = "# The Economy of Peru\n\nPeru is poor.\n\n"


@pytest.mark.parametrize(
    ("sentence", "figure", "about"),
    [
        # What others give, build, send or sign.
        ("Germany built a school at a cost of €9 million.", "€9 million", ("Germany", "Peru")),
        ("Spain pays for two patrol boats.", "two", ("Spain", "Peru")),
        ("In 2016 the World Bank granted €7 million.", "€7 million", ("World Bank", "Peru")),
        ("A loan from Chile was worth $40 million.", "$40 million", ("Chile", "Peru")),
        ("An agreement with China was signed in 2018.", "2018", ("China", "Peru")),
        ("The Norwegian engineers left 14 pumps.", "14", ("Norway", "Peru")),
        # What is a place or a body in the country, and what happens to its affairs abroad.
        ("The dam on the Enquira was completed in 1987.", "1987", ("Enquira", "Peru")),
        ("At a conference in Brussels donors pledged $4 billion.", "$4 billion", ("Belgium", "Peru")),
        # What is told of others alone: their own state, their place in a comparison.
        ("Chile has 40 hospitals.", "40", ("Chile",)),
        ("Chile is poor. Its coverage was 94%.", "94%", ("Chile",)),
        ("Uzbekistan vaccinates girls in 12 towns.", "12", ("Uzbekistan",)),
        ("Only four African countries have a railway.", "four", ("Africa",)),
        # What says itself that it is of the country.
        ("Peruvian Railways has 4,300 wagons.", "4,300", ("Peruvian Railways",)),
        ("Chile paid $3 for each dose and Peru $2.", "$3", ("Chile",)),
    ],
)
def test_claims_of_a_text_on_peru(sentence: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(PERU + sentence, figure).about == about


def test_names_to_compare_by_stay_those_of_the_sentence() -> None:
    assert claim(PERU + "Germany built a school at a cost of €9 million.", "€9 million").entities == ("Germany",)


@pytest.mark.parametrize(
    ("title", "about"),
    [
        # Capitals that a word has from its title alone make no name of it.
        ("# Security and the Peruvian Exception", ("Peru",)),
        ("# Small Ports, Long Shadows: The Kenyan Puzzle", ("Kenya",)),
        ("# Peru Shuts Its Mines", ("Peru",)),
        # The heading that a text begins with is its title at any level, if none is of the same.
        ("## The Economy of Peru", ("Peru",)),
        ("### Farming in Peru", ("Peru",)),
    ],
)
def test_countries_of_titles(title: str, about: tuple[str, ...]) -> None:
    below = "#" * (len(title) - len(title.lstrip("#")) + 1)
    text = f"{title}\n\n{below} What it costs\n\nThe roads are 400 km long.\n"
    assert claim(text, "400 km").about == about


def test_a_title_may_only_address_a_region() -> None:
    text = (
        "# Fewer boats: what the southern route tells Europe\n\nSpain counts. The Spanish ports are full, and Spain "
        "pays.\n\nThe camps need 400 beds.\n"
    )
    assert claim(text, "400").about == ("Spain",)
