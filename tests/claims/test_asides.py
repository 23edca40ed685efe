"""Names that a figure's sentence holds without being about them, and those that a text leaves unsaid."""

from __future__ import annotations

import pytest
from sentences import claim

from claimcheck import Document
from claimcheck.claims.institutions import institution, landmark_of

REPORT = "# Lake Orm Fisheries Council: Annual Report 2022\n\n"


@pytest.mark.parametrize(
    ("text", "figure", "about"),
    [
        # A date within the subject says nothing of whom the predicate names.
        ("Peru's first press law, adopted in 2015, allows Chile to object.", "2015", ("Peru",)),
        ("The Peruvian plan of 2007 urged Chile to act.", "2007", ("Peru",)),
        ("The January 2022 unrest in Peru pointed to the weakness of Chile.", "January 2022", ("Peru",)),
        ("Peru's invasion of Chile in February shocked Brazil.", "February", ("Peru", "Chile")),
        # A date that opens the sentence, or stands right behind the subject, is of all of it.
        ("In 2015 Peru allowed Chile to object.", "2015", ("Peru", "Chile")),
        ("Peru last month agreed to train with Chile.", "last month", ("Peru", "Chile")),
        # Examples after a figure are not what it is about.
        ("Peru signed contracts with over 20 firms, including Kellet Line and Orm Steel.", "over 20", ("Peru",)),
        ("Peru has worked with Chile since 2001, such as in the Harbour Fund.", "since 2001", ("Peru", "Chile")),
        # An embassy is in the country.
        ("A crowd met at the Chilean embassy in Lima in May 2018.", "May 2018", ("Chile", "Peru")),
        # Among whom something has its rank.
        ("Ghana is the highest-ranked African country at 19th.", "19th", ("Ghana",)),
        # One figure behind a list of names with a figure each, and several behind a list of names.
        (
            "Peru is placed 74th, Chile 75th and Ghana 80th, while Kenya and Norway are ranked 132nd and 138th.",
            "75th",
            ("Chile",),
        ),
        (
            "Peru is placed 74th, Chile 75th and Ghana 80th, while Kenya and Norway are ranked 132nd and 138th.",
            "138th",
            ("Norway",),
        ),
        # A demonym before a kind or a model is the country's.
        ("At least six Peruvian NGOs work in Chile.", "At least six", ("Peru", "Chile")),
        ("Chile ordered a French GM300 for €14 million.", "€14 million", ("Chile", "France")),
        # A rank parts the name of a body from that of a person.
        ("Harbour Council President Ole Brekke paid $40.", "$40", ("Harbour Council", "Ole Brekke")),
        ("Inspector Marta Ruiz of the Orm Guard has caught 60 smugglers.", "60", ("Marta Ruiz", "Orm Guard")),
        # What a figure is only compared with.
        ("Chile covers 40 square miles, as much as Ireland.", "40 square miles", ("Chile",)),
        ("A teacher of Chile earns $40, less than in Norway.", "$40", ("Chile",)),
        # Those told of right before are whom a figure is of; where else a clause is told of before a border.
        ("Russian troops remain in Peru, of whom 40 serve as guards.", "40", ("Russia", "Peru")),
        (
            "They keep a depot at Cobra, two miles from the Chilean border, where 40 tonnes lie.",
            "40 tonnes",
            ("Cobra",),
        ),
        # A government's seat says no more than its country.
        ("Policymakers in Lima spent $40.", "$40", ("Peru",)),
        # A state by its full style.
        ("The fall of the Republic of Chile took 40 days.", "40 days", ("Chile",)),
        # A family's name that stands first, after a rank.
        ("President Wu Lanxin paid $40. President Wu paid $50.", "$50", ("Wu Lanxin",)),
        # A list whose figures each have their place behind them; what the figures of a list have in common.
        ("It took 83 days to settle in Peru, 61 in Chile and under 50 in Norway.", "61", ("Chile",)),
        ("It took 83 days to settle in Peru, 61 in Chile and under 50 in Norway.", "under 50", ("Norway",)),
        (
            "In Peru and Chile, only 7% and 9% of adults, respectively, have expressed trust in Norway.",
            "9%",
            ("Chile", "Norway"),
        ),
        # What stands at the end of a list of figures is of all of them; a list of names ends with its last.
        ("Norway sold 3 ships, 5 planes and 2 cranes to Peru.", "3", ("Norway", "Peru")),
        (
            "About 400 men associated with Orvo, Kelm and the Torv Movement tried to land.",
            "About 400",
            ("Orvo", "Kelm", "Torv Movement"),
        ),
        # What only dates others, or stands for a country without naming it.
        ("Peru is one of two post-Soviet friends of Chile.", "two", ("Peru", "Chile")),
        ("The Orvo Index put the South Asian country above 82 others.", "above 82", ("Orvo Index",)),
        ("ISIS killed two teachers in Pakistan.", "two", ("ISIS", "Pakistan")),
        ("The Islamic State killed two teachers in Pakistan.", "two", ("Islamic State", "Pakistan")),
        ("Peru has a plan. In 2010, for example, it met Chile.", "2010", ("Peru", "Chile")),
        # A time behind a name, and one that belongs to the strike that a relative clause tells of.
        ("Arms transfers to Peru (2010-2014)", "2010-2014", ("Peru",)),
        ("The unrest that occurred in Peru in 2010 saw Norway step in.", "2010", ("Peru",)),
        # A pronoun wants a name before it, wherever others stand behind it; "the hospital in Orm" is that in Orm.
        ("Peru gives an example: it turned to Norway for $40.", "$40", ("Peru", "Norway")),
        (
            "Orvo has a mine. Its coast, 40 miles from Chile to Norway, is shared by 17 towns.",
            "17",
            ("Orvo", "Chile", "Norway"),
        ),
        ("Kelm is rich. The hospital in Orm has 40 beds.", "40", ("Orm",)),
        # A pronoun after a date takes up whom the sentence before is about.
        ("Peru has a law. In 2016, it signed an agreement with Chile.", "2016", ("Peru", "Chile")),
    ],
)
def test_whom_a_figure_is_about(text: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(text, figure).about == about


@pytest.mark.parametrize(
    ("rest", "about"),
    [
        ("more frequently in the 2010s than before.", ("Peru",)),
        # A sentence of its own takes up nothing of another paragraph.
        ("More was done in the 2010s than before.", ()),
    ],
)
def test_a_sentence_goes_on_after_the_foot_of_a_page(rest: str, about: tuple[str, ...]) -> None:
    text = f"Peruvian exercises beyond the old borders of the plain have occurred\n\n[^1]: A note, 2019.\n\n{rest}\n"
    assert claim(text, "the 2010s").about == about


def test_the_region_of_the_title() -> None:
    title = "# China's role in Central Asia\n\n"
    assert claim(title + "Russia sold half of the region's arms in 2015.", "2015").about == ("Russia", "Central Asia")
    assert claim(title + "Russia sold half of the arms in 2015.", "2015").about == ("Russia",)


@pytest.mark.parametrize(
    ("text", "figure", "about"),
    [
        ("The Council's income was $40.", "$40", ("Lake Orm Fisheries Council",)),
        ("With the help of Radio Kelm we send warnings to 900 telephones.", "900", ("Lake Orm Fisheries Council",)),
        ("Peru gave $40.\n\nSpending came to $50.", "$50", ("Lake Orm Fisheries Council",)),
        ("The lake holds 9 tonnes of fish.", "9 tonnes", ("Lake Orm",)),
        ("The Council of Ministers has 9 members.", "9", ("Council of Ministers",)),
    ],
)
def test_the_body_whose_report_it_is(text: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(REPORT + text, figure).about == about


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Lake Orm Fisheries Council: Annual Report 2022", "Lake Orm Fisheries Council"),
        ("Annual report 2021 – Orm Harbour Museum", "Orm Harbour Museum"),
        ("Orm Harbour Museum Annual Report 2021", "Orm Harbour Museum"),
        ("Annual Report 2021", ""),
        ("The village that stores its winter", ""),
        ("Debt: a council's annual report", ""),
        ("Small state, long shadow: Moldova's security", ""),
        ("", ""),
    ],
)
def test_the_body_that_a_title_names(title: str, body: str) -> None:
    assert institution(title) == body


def test_the_landmark_in_a_name() -> None:
    assert landmark_of("Lake Orm Fisheries Council") == ("Lake Orm", "lake")
    assert landmark_of("Orm Harbour Museum") == landmark_of("") == ("", "")


def test_who_only_expects_a_figure_of_the_country() -> None:
    text = "# Peru's economy\n\nThe National Bank expects growth of 2%."
    assert claim(text, "2%").about == ("Peru",)


def test_what_was_brought_from_elsewhere_is_not_what_the_next_sentence_is_about() -> None:
    text = "In Kelm there is one crab, brought from the Sea of Orm in 1990. The catch rose to 40 tonnes."
    assert "Sea of Orm" not in claim(text, "40 tonnes").about


def test_an_age_is_that_of_whom_the_sentence_before_tells() -> None:
    text = "Orla Brandt, who worked it as a girl, comes here on Sundays. The old woman is 73 years old."
    assert claim(text, "73 years old").about == ("Orla Brandt",)


def test_a_given_name_is_no_family_s() -> None:
    text = "President Vladimir Torvin spoke. In October 40 men met in Moscow and Vladimir."
    assert "Vladimir Torvin" not in claim(text, "40").about


def test_a_quotation_says_we_of_its_speaker() -> None:
    text = Document.from_text(REPORT + "“We sold 40 boats in Kelm,” says Ane Brekke of Radio Kelm.")
    assert "Lake Orm Fisheries Council" not in claim(text.text, "40").about
