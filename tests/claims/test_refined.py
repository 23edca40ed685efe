"""Whom a reader says that a figure is about, by what each name does in its sentence."""

from __future__ import annotations

import pytest
from sentences import claim

TRADE = (
    "# Chile and Peru\n\nChile sells to Peru. Peru owes Chile money. Chilean ships call at Peruvian ports. "
    "Bolivia is near.\n\n"
)
FAMINE = "# Red Cross warns of famine in Sudan\n\nSudan is poor. Sudanese farms are dry. In Sudan it is hot.\n\n"


@pytest.mark.parametrize(
    ("text", "figure", "about"),
    [
        # Whose people are counted.
        ("Chile took in 40 Peruvian nurses.", "40", ("Chile", "Peru")),
        ("They took in 2,000 Kenyans.", "2,000", ("Kenya",)),
        ("Chile took in 40 nurses.", "40", ("Chile",)),
        # Who says something on a day; who says it of himself; who only reckons.
        ("Ana Ruiz said on 3 May 2016 that Peru was poor.", "3 May 2016", ("Ana Ruiz", "Peru")),
        ("The World Bank said it had lent $4 million to Peru.", "$4 million", ("World Bank", "Peru")),
        ("The World Bank estimates that 9 million people in Peru are poor.", "9 million", ("Peru",)),
        # The country of a statesman.
        ("Peruvian President Ana Ruiz spoke. Ana Ruiz gave $9 million.", "$9 million", ("Ana Ruiz", "Peru")),
        ("The farmer Ana Ruiz gave $9 million.", "$9 million", ("Ana Ruiz",)),
        # The person of the sentence before.
        ("Ana Ruiz runs the mill. She bought 40 looms in 2016.", "2016", ("Ana Ruiz",)),
        # A border that two countries share.
        ("The army held three drills on the Chilean-Peruvian border.", "three", ("Chile", "Peru")),
        ("Ana Ruiz spoke in Oslo. She bought 40 looms in 2016.", "40", ("Ana Ruiz",)),
        # An agency in a dateline's brackets.
        ("LIMA, June 5, 2021 (Orm News) - Peru will close 3 ports.", "3", ("Peru",)),
        ("In 2021 Peru (Orm News) closed 3 ports.", "3", ("Peru", "Orm News")),
        # What a relative clause tells of.
        ("Orm Bank runs a branch in Peru, which has 40 mines.", "40", ("Peru",)),
        ("Ana Ruiz lived in Puno, the region that shares a 90-mile border with Chile.", "90-mile", ("Puno", "Chile")),
        ("Orm Bank built a dam in Peru, which cost €40 million.", "€40 million", ("Orm Bank",)),
        # A faith is nobody.
        ("Some 40,000 Muslims live in Kenya.", "Some 40,000", ("Kenya",)),
        # Offices of a state stand for it.
        ("Peru's Ministry of Mines and Energy gave €9 million in 2018.", "€9 million", ("Peru",)),
        ("Chile's Department of Health treated 40 patients.", "40", ("Chile",)),
        # A thing that carries the names of two.
        ("Peru sent 40 tonnes by the Chile-Peru Pipeline.", "40 tonnes", ("Peru", "Chile")),
        # A treaty beside those who made it, but not where it stands alone.
        ("Chile and Peru signed the Andes Trade Agreement in 2016.", "2016", ("Chile", "Peru")),
        ("The Andes Trade Agreement took effect in 2016.", "2016", ("Andes Trade Agreement",)),
        # What a sentence is set in; what only dates.
        ("During the Chilean occupation, cotton made up 60% of Peruvian exports.", "60%", ("Peru",)),
        ("Peru has lost 40 mills since the collapse of the Soviet Union.", "40", ("Peru",)),
        # Where people only meet.
        ("At talks in Oslo, Chile offered Peru $40 million.", "$40 million", ("Norway", "Chile", "Peru")),
        ("A clinic in Oslo treated 40 children.", "40", ("Oslo", "Norway")),
        # Letters of a currency.
        ("Trade between Chile and Peru came to US$$31 million.", "$31 million", ("Chile", "Peru")),
        # The names of the clause that a date dates.
        (
            "# The Andes\n\nPeru is poor.\n\nIn 2013, after much talk, Ana Ruiz went to Cusco.",
            "2013",
            ("Ana Ruiz", "Cusco"),
        ),
    ],
)
def test_about(text: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(text, figure).about == about


@pytest.mark.parametrize(
    ("sentence", "figure", "about"),
    [
        ("Bilateral trade came to $9 million.", "$9 million", {"Chile", "Peru"}),
        ("Both sides hope for $9 million.", "$9 million", {"Chile", "Peru"}),
        ("Chile exported 40 tonnes of tin.", "40 tonnes", {"Chile", "Peru"}),
        ("Chile imported 40 tonnes of tin from Bolivia.", "40 tonnes", {"Chile", "Bolivia"}),
        ("Chile has 40 hospitals.", "40", {"Chile"}),
    ],
)
def test_the_two_countries_of_a_text(sentence: str, figure: str, about: set[str]) -> None:
    assert set(claim(TRADE + sentence, figure).about) == about


@pytest.mark.parametrize(
    ("sentence", "figure", "about"),
    [
        ("Some 2 million people have fled.", "Some 2 million", ("Sudan",)),
        ("Germany gave $9 million.", "$9 million", ("Germany", "Sudan")),
        ("The country's wheat harvest fell by 40%.", "40%", ("Sudan",)),
        ("The Tea Board expects growth. Exports rose by 40%.", "40%", ("Sudan",)),
        ("Chad is poor too. Its harvest fell by 40%.", "40%", ("Chad",)),
    ],
)
def test_the_country_behind_a_body_in_the_title(sentence: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(FAMINE + sentence, figure).about == about


def test_a_country_that_the_text_names_less_than_another_is_not_its_home() -> None:
    text = "# Peru closes a port\n\nChile is dry. Chilean mills are shut. Chile waits for rain. Norway gave $9 million."
    assert claim(text, "$9 million").about == ("Norway",)
