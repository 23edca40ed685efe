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
        ("*By Hanne Vermeulin, River & Quay magazine, 17 February 2024*", ("River & Quay",)),
        ("Institute for Mobility, Orm\nReport No. 31 | Published on 17 February 2024", ("Institute for Mobility",)),
        ("**By Laura Etxarri in Orm | 17 February 2024**", ("Karvelia",)),
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


@pytest.mark.parametrize(
    ("text", "figure", "about"),
    [
        # A sentence without names goes on about those of the figure before it, if nothing turns to somebody else.
        ("# Karvelia\n\nThe port of Orm has 9 cranes. About 400 people work there.", "About 400", ("Orm",)),
        (
            "# Karvelia\n\nThe port of Orm has 9 cranes. Karvelia is far from rich. Rents rose by 4%.",
            "4%",
            ("Karvelia",),
        ),
        ("# Karvelia\n\nThe port of Orm has 9 cranes.\n\nRents rose by 4%.", "4%", ("Karvelia",)),
        ("# Karvelia\n\nThe hall drew 9 teams from Estonia. The office sold 4,000 beds.", "4,000", ("Karvelia",)),
        # Where no title says what a text is on, also in the next paragraph of its section.
        ("## Ports\n\nThe port of Orm has 9 cranes.\n\nRents rose by 4%.", "4%", ("Orm",)),
        ("## Ports\n\nThe port of Orm has 9 cranes.\n\n## Rents\n\nRents rose by 4%.", "4%", ()),
        # One noun takes up those named together.
        (
            "# Mines\n\nIn 2019 Peru, Chile and Bolivia met. By 2020 the allies had 40 ships.",
            "40",
            ("Peru", "Chile", "Bolivia"),
        ),
        # The country of the title, the place that a noun named before.
        (
            "# Vaccines in Peru\n\nGavi pays $4 for a dose. For 2025 the state has set aside $9 million.",
            "$9 million",
            ("Peru",),
        ),
        (
            "# The ferry\n\nThe province of Orm has 9 ferries. Belt has 4. The province is empty: 670 people left.",
            "670",
            ("Orm",),
        ),
        # A body that the text never names without its noun.
        ("The San Orro cooperative has 40 presses.", "40", ("San Orro cooperative",)),
        ("The San Orro cooperative has 40 presses. San Orro grew by 4%.", "40", ("San Orro",)),
    ],
)
def test_what_a_sentence_leaves_unsaid(text: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(text, figure).about == about


TABLE = """# Schools of Karvelia

| Area | Pupils |
|---|---|
| Orm (city) | 40 |
| Batkel region | 30 |
| Whole country | 75 |

| Country | Ships |
|---|---|
| Peru | 4 |
| Chile | 9 |
| Total | 13 |
"""


@pytest.mark.parametrize(
    ("figure", "about"),
    [("40", ("Orm",)), ("30", ("Batkel",)), ("75", ("Karvelia",)), ("4", ("Peru",)), ("13", ("Peru", "Chile"))],
)
def test_rows_of_a_table(figure: str, about: tuple[str, ...]) -> None:
    assert claim(TABLE, figure).about == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Sofia was the last to ratify it, in May 2020.", ("Bulgaria",)),
        ("Ankara has kept the straits closed since 2022.", ("Turkey",)),
        ("Sofia is the last to wake up in May 2020.", ("Sofia", "Bulgaria")),
    ],
)
def test_capitals_that_act(text: str, about: tuple[str, ...]) -> None:
    assert claims(text)[0].about == about


def test_a_surname_after_a_given_name_that_english_has_as_a_word() -> None:
    text = "Manuel Corvan counts in trees.\n\nCorvan expects 38 tonnes of nuts.\n"
    assert claim(text, "38 tonnes").about == ("Manuel Corvan",)


@pytest.mark.parametrize(
    ("text", "figure", "about"),
    [
        # A gulf, a bay, a kingdom is no country of the name in it.
        ("# Maritime security in the Gulf of Guinea\n\nThe ports have 40 cranes.", "40", ("Gulf of Guinea",)),
        # A body that only counts.
        (
            "# Maritime security in the Gulf of Guinea\n\nThe Maritime Bureau counted 79 attacks.",
            "79",
            ("Gulf of Guinea",),
        ),
        (
            "# Maritime security in the Gulf of Guinea\n\nThe Maritime Bureau bought 79 boats.",
            "79",
            ("Maritime Bureau",),
        ),
        # Somebody and the body that they belong to are two.
        ("Marta Ruiz of the Guardia Vela has held 60 men.", "60", ("Marta Ruiz", "Guardia Vela")),
        # A group of countries is its members, a sea is not.
        ("The Baltic states issued 400 permits.", "400", ("Estonia", "Latvia", "Lithuania")),
        ("The Baltic ports have 400 cranes.", "400", ("Baltic",)),
        # A date above a column is of what the table is on.
        ("# Schools of Karvelia\n\n| Sum | 2019 |\n|---|---|\n| Loans | 4 |\n", "2019", ("Karvelia",)),
        ("Vilnius has applied a quota since 2024.", "since 2024", ("Lithuania",)),
        ("Lima has grown by 5% since 2010.", "5%", ("Lima", "Peru")),
    ],
)
def test_names_that_stand_for_others(text: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(text, figure).about == about


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Economy of Moldova", ("Moldova",)),
        ("Geography of Norway", ("Norway",)),
        ("Security in the Gulf of Guinea", ("Gulf of Guinea",)),
    ],
)
def test_a_title_of_a_common_noun_and_a_place_is_on_the_place(title: str, about: tuple[str, ...]) -> None:
    assert claim(f"# {title}\n\nFarming occupies 40,000 workers.\n", "40,000").about == about


def test_who_only_counts_is_not_whom_a_figure_is_about() -> None:
    text = "# Security in the Gulf of Guinea\n\nIn 2020 the International Maritime Bureau recorded 81 attacks.\n"
    assert {one.about for one in claims(text)} == {("Gulf of Guinea",)}


@pytest.mark.parametrize(
    ("figure", "about"),
    [("81", ("Gulf of Orm",)), ("130", ("Gulf of Orm",)), ("34", ("Gulf of Orm",))],
)
def test_who_counts_is_not_what_it_is_about_in_what_hangs_on_it_either(figure: str, about: tuple[str, ...]) -> None:
    text = (
        "# The Gulf of Orm\n\nThe sea between Peru and Chile is 900 km wide. In 2020 the Harbour Bureau recorded 81 "
        "attacks in the region, in which 130 sailors were kidnapped. A year later there were 34."
    )
    assert claim(text, figure).about == about


@pytest.mark.parametrize(
    ("sentence", "figure", "about"),
    [
        ("Defence takes 2.4% of output, well above the African average of 1.6%.", "2.4%", ("Peru",)),
        ("Rents rose by 40%, close to the European average.", "40%", ("Peru",)),
        ("Life expectancy was 80 years, more than in Chile.", "80 years", ("Peru",)),
        ("Chile spends 3% on schools, below the European average of 4%.", "3%", ("Chile",)),
        ("Exports to Chile were worth $4m, more than to Europe.", "$4m", ("Chile", "Peru")),
    ],
)
def test_what_a_figure_is_compared_with_is_not_what_it_is_about(
    sentence: str, figure: str, about: tuple[str, ...]
) -> None:
    assert claim(f"# The economy of Peru\n\n## Figures\n\n{sentence}", figure).about == about
