"""What a document as a whole is about, beside the names by which its claims are compared."""

from __future__ import annotations

import pytest
from sentences import claim, claims

MINES = "# Debt on the Karvelian line\n\n*Institute for Trade, Paper 12, June 2024*\n\nKarvelia has a railway.\n\n"


def test_the_date_of_a_document_is_that_of_who_published_it() -> None:
    found = claim(MINES, "June 2024")
    assert (found.measure, found.about) == ("publication date of the document", ("Institute for Trade",))


@pytest.mark.parametrize(
    ("byline", "publisher"),
    [
        ("*Weekend magazine, 17 February 2024. By Miriam Achermann, Orm*", ("Weekend magazine",)),
        ("*For The Meridian by Halima Noor, Orm. 17 February 2024*", ("The Meridian",)),
        ("*Joana Pratas, Orm, 17 February 2024*", ("Karvelia",)),
    ],
)
def test_publishers(byline: str, publisher: tuple[str, ...]) -> None:
    assert claim(f"# The mines of Karvelia\n\n{byline}\n\nText.\n", "17 February 2024").about == publisher


def test_who_acts_from_outside_acts_in_the_country_of_the_title() -> None:
    found = claim(MINES + "Russian firms delivered 14 carts.", "14")
    assert found.about == ("Russia", "Karvelia")
    assert found.entities == ("Russia",)


def test_the_noun_of_a_title_is_what_a_name_is_introduced_by() -> None:
    text = "# The village that stores its winter\n\nThe hill is 14 metres high.\n\nOrmatt, a village, lies high.\n"
    assert claim(text, "14 metres").about == ("Ormatt",)


def test_who_only_speaks_is_not_what_it_is_about() -> None:
    text = "# The mines of Karvelia\n\nWe dig, says Orla Brandt. The pit has 40 lamps.\n"
    assert claim(text, "40").about == ("Karvelia",)


def test_an_age_is_the_person_s_alone() -> None:
    assert claim("Grace Holvik, 38, had 9 cows near Orm.", "9").about == ("Grace Holvik", "Orm")


def test_names_to_compare_by_are_among_those_shown() -> None:
    for found in claims(MINES + "Peru lent Karvelia $4m in 2012. Orm has 40 lamps."):
        assert set(found.entities) <= set(found.about) or found.measure.startswith("publication")
