"""How a claim words what is measured."""

from __future__ import annotations

import pytest
from sentences import claim

MEASURES = [
    # counts: what befell them, what they do, what completes the noun
    ("The flood killed 40 swans.", "40", "swans killed in flood"),
    ("Forty swans were moved to Oulu.", "Forty", "swans moved to oulu"),
    ("The library has 12 functions for parsing dates.", "12", "functions for parsing dates"),
    ("The fleet has 40 steel trawlers.", "40", "steel trawlers"),
    ("The storm left about 300 dead.", "about 300", "deaths in storm"),
    ("The quake left 300 homeless.", "300", "people homeless in quake"),
    # a bare noun takes its place; one with modifiers says enough
    ("The yard has 40 cranes at Oulu.", "40", "cranes at oulu"),
    ("The yard has 40 blue steel cranes at Oulu.", "40", "blue steel cranes"),
    # verbs that say nothing of the thing
    ("Exports totalled 40.", "40", "exports"),
    ("The teams held ten joint drills.", "ten", "joint drills"),
    # what those counted do, who did it, what is still to be done
    ("Forty towns are trying rafts.", "Forty", "towns trying rafts"),
    ("Twelve crews spend three days painting the hull.", "Twelve", "crews painting hull"),
    ("Ten owners share a tug.", "Ten", "owners sharing tug"),
    ("The mill employed 400 people.", "400", "people employed by mill"),
    ("The board expects to hire 40 pilots.", "40", "pilots to be hired"),
    ("From 2024 all 144 blades will be coated.", "144", "blades to be coated"),
    ("Orla sold 14 carts, of which nine are still in use.", "nine", "carts sold still in use"),
    ("A survey of 412 firms was made.", "412", "firms surveyed"),
    # what so many of those counted are; a number without a noun counts what the one before it counted
    ("The ship carried 62 people, seven of them women.", "seven", "women"),
    ("It has 5,000 staff, 700 of them marine engineers.", "700", "marine engineers"),
    ("He bought 9 boats, two of which sank.", "two", "boats bought"),
    ("They signed 9 treaties, three of them with Peru.", "three", "treaties signed"),
    ("The lake fed two dozen plants. Today there are eleven.", "eleven", "plants"),
    ("Nine cargo ships lay at anchor. Yesterday there were twelve.", "twelve", "cargo ships"),
    ("The hall held 40 girls. In fact four had felt dizzy.", "four", "girls"),
    # those who live in a place
    ("A country of 2.6 million people took them in.", "2.6 million", "inhabitants"),
    ("Orm is a fishing village of some 600 people on the island of Hirra.", "some 600", "inhabitants"),
    ("The hall held a queue of 40 people.", "40", "people"),
    # a sum put again as a share of something else; a sum beside its noun, with its date
    ("The damage came to €67 million, or 0.5% of output.", "0.5%", "damage as share of output"),
    ("Aid reached $40 million in 2020, about 4% of national income.", "about 4%", "aid as share of national income"),
    ("The loan, $3 billion (7% of output), was signed.", "7%", "loan as share of output"),
    ("The loan, $3 billion (7% of output), was signed.", "$3 billion", "loan"),
    ("Remittances, $1.9 billion in 2022, still help.", "$1.9 billion", "remittances"),
    ("The average wage, €1,685 a month in 2024, rose.", "€1,685 a month", "average wage per month"),
    # a verb after a date that looks like a noun
    ("The Montreux Convention of 1936 limits the stay of warships.", "1936", "montreux convention"),
    ("The law of 2015 limits the hours of work.", "2015", "law"),
    ("The 1936 limits were lifted.", "1936", "limits"),
    # money: what it is for, to whom it is owed
    ("The bank approved a $5m loan to Peru for trams.", "$5m", "loan for trams"),
    ("Malawi owes Norway $40 million.", "$40 million", "debt to norway"),
    # shares
    ("Some 40% of adults voiced trust in banks.", "Some 40%", "share of adults voicing trust in banks"),
    ("Two thirds of the staff live near the docks.", "Two thirds", "share of staff living near docks"),
    ("In a survey of 412 firms, 64% named rents.", "64%", "share of firms naming rents"),
    (
        "The repair cost €9m, of which the insurance covered four fifths.",
        "four fifths",
        "share of cost of repair covered by insurance",
    ),
    ("The union had sold half of its boats.", "half", "share of boats sold by union"),
    # changes and comparisons
    ("Rents rose by 40%.", "40%", "rise in rents"),
    ("Its jobs declined by 40%.", "40%", "decline in jobs"),
    ("It took in 600 boats, 6% fewer than in 2020.", "6%", "decrease in boats"),
    ("The dam holds 9 km³ of water, twice as much as in 2012.", "twice", "water relative to 2012"),
    # ages, lengths, areas, distances
    ("Orla Brandt, 58, resigned.", "58", "age of orla brandt"),
    ("The town has a 40-metre bridge.", "40-metre", "length of bridge"),
    ("The teams treated 360 hectares.", "360 hectares", "area treated by teams"),
    ("The wreck lies 31 km off the coast.", "31 km", "distance of wreck from coast"),
    ("The hut stands 1,180 metres above the sea.", "1,180 metres", "altitude of hut"),
    ("Spending on health came to €40 per inhabitant.", "€40 per inhabitant", "spending on health per inhabitant"),
    # ranks: the list, also one that the text named before
    ("Chile ranks second on the Rail Index.", "second", "rank on rail index"),
    ("In the Rail Index, Peru leads. Chile ranks second.", "second", "rank on rail index"),
    # dates: the event
    ("The choir was founded in 1911.", "1911", "choir founded"),
    ("The agreement on fishing quotas (2004) lapsed.", "2004", "agreement on fishing quotas"),
    ("The agreement on fishing quotas was signed in May 2004.", "May 2004", "agreement on fishing quotas signed"),
    ("Chile closed the mine in 2014.", "2014", "mine closed"),
    ("The survey conducted by the chamber in 2016 was short.", "2016", "survey by chamber"),
    ("Cyclone Idai made landfall on 14 March 2019.", "14 March 2019", "cyclone idai landfall"),
    ("The deal agreed in May 2014 doubled the quota.", "May 2014", "deal agreed"),
    ("The mayor said prices rose after the union called a strike in May 2014.", "May 2014", "strike"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES, ids=[text for text, _, _ in MEASURES])
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).measure == wanted


def test_the_core_stays_bare() -> None:
    found = claim("The flood killed 40 grey swans in Oulu.", "40")
    assert (found.core, found.head) == ("grey swan killed", "swan")


def test_countries_that_own_become_adjectives_and_capitals_that_act_countries() -> None:
    assert claim("A mine on Peru's coast opened in May 2014.", "May 2014").measure == "mine on peruvian coast opened"
    assert "china" in claim("The port owes Beijing $40 million.", "$40 million").measure.split()


@pytest.mark.parametrize(
    ("text", "figure", "wanted"),
    [
        # what it and they stand for
        ("The bridge is old. It was built in 1908.", "1908", "bridge built"),
        ("The bridge is old. It is 40 metres long.", "40 metres", "length of bridge"),
        # a level compared with is no change
        ("The port took in 600 boats, 6% fewer than in 2020.", "2020", "boats"),
        # one of several dates
        ("Peru lent Chile $4m for trams, in 2012, 2016 and 2019.", "2016", "loan for trams"),
        # the noun again, with what it was called before
        ("Peru took a $4m loan for trams. The loan runs for 20 years.", "20 years", "loan for trams runs"),
        # the caption of a table
        ("Table 1. Tolls of the bridge\n\n| Year | Lorries |\n|---|---|\n| 2014 | 610 |\n", "2014", "tolls of bridge"),
        # after a relative clause its clause goes on with its own subject
        ("The tug, which links two ports, entered service in May 2014.", "May 2014", "tug entered service"),
    ],
)
def test_what_the_text_around_tells(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).measure == wanted


def test_two_dates_of_one_noun_share_it() -> None:
    text = "The uprisings of 2005 and 2010 in Peru were short."
    assert claim(text, "2005").measure == claim(text, "2010").measure == "uprisings in peru"


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        # What pronouns stand for.
        ("The dam is old, and its cost has climbed to €4 million.", "€4 million", "cost of dam"),
        ("The town will reach its capacity of 40 tonnes.", "40 tonnes", "capacity of town"),
        ("Orm financed seven cables and has spent $4 million on them.", "$4 million", "spending on cables"),
        ("The navy clears about 40 mines a year.", "about 40", "mines cleared by navy per year"),
        # How long something takes.
        ("Training a successor takes three years.", "three years", "training of successor"),
        (
            "It takes a crew 41 minutes on average to reach a patient.",
            "41 minutes",
            "average time for crew to reach patient",
        ),
        ("A complaint took 83 days to settle.", "83 days", "time to settle complaint"),
        ("From infection to illness it takes 20 days.", "20 days", "time from infection to illness"),
        # Whom a share is of, and how old they are.
        ("The share of people who use the library rose to 41%.", "41%", "share of people using library"),
        ("81% of households in Orm had a garden.", "81%", "share of households with garden"),
        ("The plan: 90% of girls vaccinated by 2030.", "90%", "share of girls vaccinated"),
        ("One in five patients is under 40.", "One in five", "share of patients under 40"),
        ("One in five patients is under 40.", "under 40", "age of patients"),
        ("The offer is for girls between 12 and 14.", "between 12 and 14", "age of girls"),
        # What somebody is told to do, and what is sold by the piece.
        ("Train 400 school nurses in 2025.", "400", "school nurses to be trained"),
        ("Buy ten machines for tests, at €38,000 each.", "€38,000", "price of machines for tests to be bought"),
        ("The stock of spare parts was worth €2.6 million.", "€2.6 million", "value of stock of spare parts"),
        ("Exports were worth €2.6 million.", "€2.6 million", "exports"),
        # A sentence that leaves out what its unit is of.
        ("The mill made 11 tonnes of oil. In an ordinary year it is 40 tonnes.", "40 tonnes", "oil"),
    ],
)
def test_what_a_measure_leaves_unsaid(text: str, figure: str, measure: str) -> None:
    assert claim(text, figure).measure == measure


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        # What somebody does, as a noun.
        ("Her father will retire in 2031.", "2031", "retirement of father"),
        ("Orla Brandt has worked as a paramedic for 22 years.", "22 years", "work as paramedic"),
        ("Russia invaded Ukraine in February 2022.", "February 2022", "invasion of ukraine"),
        ("Donors should agree by 2027 on rules for tenders.", "by 2027", "agreement of donors on rules"),
        # What a pronoun is that something is done to.
        ("The ministers signed the treaty in Rome. Peru ratified it in 2024.", "2024", "treaty ratified"),
        # A date is that of what the verb's figure tells.
        ("The cranes were moved. By May 2021 they had loaded 26 ships.", "By May 2021", "ships loaded"),
        # What those counted die of, are or take part in.
        ("In 2022, 354 women died.", "354", "deaths of women"),
        ("There are 26 laboratories that can read a smear.", "26", "laboratories reading smear"),
        ("The opening exercise brought together five ships.", "five", "ships in opening exercise"),
        ("She doesn't deny that half of the jobs depend on the lift.", "half", "share of jobs depending on lift"),
    ],
)
def test_what_is_done_as_a_noun(text: str, figure: str, measure: str) -> None:
    assert claim(text, figure).measure == measure
