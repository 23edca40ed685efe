"""What a sentence says beside its figure decides whether two figures are of one thing: pairs in ordinary prose."""

import datetime as dt

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

Dates = tuple[dt.date, dt.date]
WEEK_APART = (dt.date(2021, 3, 1), dt.date(2021, 3, 8))


def relations(first: str, second: str, dates: Dates | None = None) -> set[str]:
    days = dates or (None, None)
    documents = [
        Document.from_text(first, id="a", published=days[0]),
        Document.from_text(second, id="b", published=days[1]),
    ]
    found = check(documents).findings
    return {one.relation.value for one in found if len({claim.document for claim in one.claims}) > 1}


PARTS = [
    ("Smoking among nurses in Varno was 11% in 2018.", "Smoking in Varno was 24% in 2018."),
    ("The Tresk company has 4,100 lorries.", "The Tresk company has 260 lorries with electric engines."),
    ("Lake Ulm has 31 beaches.", "Lake Ulm has nine beaches that allow dogs."),
    ("The Borel group employs 8,300 people.", "In Chile the Borel group employs 640 people."),
    ("Of the farms in Nordal county, 71 grow hops.", "Nordal county has 512 farms."),
    ("The library of Sall college has 20,000 books.", "Sall college has 66,000 books."),
    ("The rotor of the Helm turbine weighs 40 tonnes.", "The Helm turbine weighs 310 tonnes."),
    ("Guests from abroad spent $12 million in Aren in 2016.", "Guests spent $40 million in Aren in 2016."),
]
OTHERS = [
    ("In March the Torv mill made 300 tonnes.", "In June the Torv mill made 420 tonnes."),
    ("The flood in Torv killed 21 people.", "The flood in Torv killed these 14 people."),
    ("The west bank of the Orl has 18 mills.", "The east bank of the Orl has 31 mills."),
    (
        "A Torv court found six fairground staff guilty.",
        "The fire at the Torv fairground killed 21 people.",
    ),
    ("The strikers Holm and Rask each scored three goals for Torv.", "Torv has scored 21 goals, says striker Holm."),
    ("Rates in Torvland fell to a 40-year low.", "Low rates in Torvland should help for 12 months."),
    ("The Torv fairground fire injured 18 visitors.", "The Torv fairground fire cost 6 employees their jobs."),
    ("Hall B of the Torv fair seats 900 people.", "Hall C of the Torv fair seats 1,400 people."),
    ("In the placebo group 14 patients fell ill.", "In the treatment group 3 patients fell ill."),
    ("The budget of the Ostra opera was €7 million in 2012.", "The Ostra opera spent €9 million in 2012."),
    ("The revenue of Kelm Foods was $80 million in 2011.", "The profit of Kelm Foods was $6 million in 2011."),
    ("The Brek mill can saw 700 logs a day.", "The Brek mill sawed 450 logs a day in 2015."),
    ("On Sundays the Aro ferry makes four trips.", "On weekdays the Aro ferry makes eleven trips."),
    ("The river at Sund stood 1.4 metres above the danger mark.", "The river at Sund stood at 6.2 metres."),
    ("Plover 3.0 dropped support for Ruby 2.5.", "Plover requires Ruby 3.1 or later."),
    ("The College of Ardal has 2,000 students.", "The Medical College of Ardal has 700 students."),
]
CONFLICTS = [
    ("Smoking in Varno was 19% in 2018.", "Smoking in Varno was 24% in 2018."),
    ("Hall B of the Torv fair seats 900 people.", "Hall B of the Torv fair seats 1,400 people."),
    ("Exports from Hallund rose by 6% in 2014.", "Exports from Hallund fell by 6% in 2014."),
    ("The top speed of the Vik tram is 70 km/h.", "The Vik tram has a maximum speed of 90 km/h."),
    ("Smoking among nurses in Varno was 11% in 2018.", "Smoking among nurses in Varno was 17% in 2018."),
]


@pytest.mark.parametrize(("first", "second"), [*PARTS, *OTHERS])
def test_another_thing_is_no_contradiction(first: str, second: str) -> None:
    assert "contradicts" not in relations(first, second)
    assert "contradicts" not in relations(second, first)


@pytest.mark.parametrize(("first", "second"), CONFLICTS)
def test_the_same_thing_is_one(first: str, second: str) -> None:
    assert "contradicts" in relations(first, second)
    assert "contradicts" in relations(second, first)


READINGS = [
    ("The army has sent 300 engineers to Port Lume.", "The army has sent 900 engineers to Port Lume."),
    ("Some 2,000 people are sleeping in 11 halls in Karst.", "Some 7,000 people are sleeping in 40 halls in Karst."),
    ("The fire in Ost forest has burned 400 hectares.", "The fire in Ost forest has burned 700 hectares."),
]


@pytest.mark.parametrize(("first", "second"), READINGS)
def test_readings_of_different_days_are_updates(first: str, second: str) -> None:
    assert "contradicts" not in relations(first, second, WEEK_APART)
    assert "contradicts" in relations(first, second)


def test_what_a_thing_measures_does_not_change_from_day_to_day() -> None:
    assert "contradicts" in relations(
        "The Ferro bridge is 410 metres long.", "The Ferro bridge is 140 metres long.", WEEK_APART
    )


AGREEMENTS = [
    ("Three quarters of the pupils at Moor school walk.", "76% of the pupils at Moor school walk."),
    ("Of the 600 farmers in Hest, 30% are women.", "Hest has 180 women farmers."),
    (
        "Of the 40 councillors in Rane, 26 voted for the plan and the rest against it.",
        "In Rane 14 councillors voted against the plan.",
    ),
    ("The band of Soll has 12 women and 21 men.", "The band of Soll has 33 members."),
]


@pytest.mark.parametrize(("first", "second"), AGREEMENTS)
def test_what_follows_from_a_sentence_agrees(first: str, second: str) -> None:
    assert "contradicts" not in relations(first, second)
    assert "agrees" in relations(first, second)


def test_bounds_in_one_direction_say_nothing_together() -> None:
    assert not relations("At least 20 people were hurt at Dorn.", "At least 70 people were hurt at Dorn.") & {"agrees"}


def test_what_lies_ahead_of_its_text_is_planned() -> None:
    table = "| Stage | When |\n|---|---|\n| New signals of the Skarrow line | four weekends in March 2025 |\n"
    told = "Three weekends in March 2025 would follow on the Skarrow line, while the new signals were put in."
    day = dt.date(2024, 6, 3)
    documents = [Document.from_text(text, id=text[:3], published=day, format="markdown") for text in (table, told)]
    assert "contradicts" in {one.relation.value for one in check(documents).findings}
