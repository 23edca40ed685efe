"""Plain sentences of every day, class by class: what their figures measure."""

from __future__ import annotations

import datetime as dt

import pytest
from sentences import claim

# A text, a figure in it, what it measures.
MEASURES = [
    # Votes for and against.
    ("MPs passed the budget by 214 votes to 180.", "214", "votes for budget"),
    ("MPs passed the budget by 214 votes to 180.", "180", "votes against budget"),
    ("The amendment was rejected by 314 votes to 208.", "314", "votes against amendment"),
    ("The council voted 9 to 4 against the plan.", "9", "votes against plan"),
    ("The council voted 9 to 4 against the plan.", "4", "votes for plan"),
    ("It passed with 314 votes in favour and 208 against.", "208", "votes against"),
    ("Some 314 MPs voted in favour of the bill, 208 voted against and 12 abstained.", "12", "abstentions"),
    ("She won by 40 votes.", "40", "margin in votes"),
    ("The bus carried 30 to 40 passengers.", "30 to 40", "passengers"),
    # Counts bound to what has so many.
    ("A 200-bed hospital opened.", "200", "beds of hospital"),
    ("He chairs a nine-member board.", "nine", "members of board"),
    ("A 300-strong crowd gathered.", "300", "strength of crowd"),
    ("A 12-gun ship sank.", "12", "guns of ship"),
    ("The 40-storey tower opened in 2019.", "2019", "tower opened"),
    ("A five-year plan was agreed.", "five-year", "plan"),
    # How many there is room for.
    ("The plane has seats for 180 people.", "180", "capacity of plane"),
    ("There is room for 40 guests in the café.", "40", "capacity of café"),
    ("The café seats 40.", "40", "capacity of café"),
    ("The lot can take 300 cars.", "300", "capacity of lot for cars"),
    ("The council made room for 40 families.", "40", "families"),
    # All of them in front, some behind.
    ("Of the 87 lawmakers present, 59 backed the impeachment.", "59", "lawmakers present backing impeachment"),
    ("Of 40 ships in the port, 12 sank.", "12", "ships sinking"),
    ("Of 40 ships in the port, 12 sank.", "40", "ships in port"),
    ("Of its 300 staff, 40 work abroad.", "40", "staff working"),
    # An aside between those counted and their verb.
    ("About 12,000 people, mostly women and children, fled their homes.", "About 12,000", "people fleeing homes"),
    ("The 40 hostages, among them 12 children, were freed.", "40", "hostages freed"),
    # Nobody and some.
    ("No one was killed and 12 were hurt.", "No one", "people killed"),
    ("Nobody died; 12 were hurt.", "12", "people hurt"),
    ("The roads were bad: 12 were closed.", "12", "roads closed"),
    ("Her lead is 4 points.", "4", "lead in points"),
    # Distances.
    ("The town lies 40 km north of Velden.", "40 km", "distance of town from velden"),
    ("The camp is 12 km south-east of Lima.", "12 km", "distance of camp from lima"),
    ("The ship sank 40 miles off Peru.", "40 miles", "distance of ship from peru"),
    ("The village lies 1,180 metres above the sea.", "1,180 metres", "altitude of village"),
    ("The road from Paris to Lyon is 40 km long.", "40 km", "length of road from paris to lyon"),
    # Delays and dimensions without a noun.
    ("The train was 40 minutes late.", "40 minutes", "delay of train"),
    ("The payment is 40 days overdue.", "40 days", "delay of payment"),
    ("She is 1.80 metres tall.", "1.80 metres", "height"),
    ("He weighed 80 kg at birth.", "80 kg", "weight"),
    ("The bell hangs in the tower. It weighs 60 kg.", "60 kg", "weight of bell"),
    # Shares that say a figure again.
    ("Women hold 27 of the 107 seats in parliament, or 25%.", "25%", "share of seats"),
    ("Two firms hold 45% of the mine; the state owns the remaining 55%.", "55%", "share of mine owned by state"),
    ("The project will cost €95 million, half of it paid by the union.", "half", "share of cost of project"),
    ("The hospital's 60 beds were 95% full last week.", "95%", "share of beds full"),
    # What comes by the way, and what "and" joins.
    ("The airline cancelled 140 flights on Monday, stranding 20,000 passengers.", "20,000", "passengers stranded"),
    (
        "The plant employs 1,100 people and supplies 40% of the country's cement.",
        "40%",
        "share of cement supplied by plant",
    ),
    ("The drought left 1.2 million people in need of food aid.", "1.2 million", "people in need of food aid"),
    ("At least 31 soldiers were killed in three days of fighting along the border.", "three days", "fighting"),
    ("Police seized 4.2 tonnes of heroin, down from 6.1 tonnes.", "6.1 tonnes", "heroin seized"),
    ("All 40 people on board died.", "40", "deaths of people on board"),
    ("The drought cut the harvest by 40%.", "40%", "cut in harvest"),
    ("The glacier retreated by 40 metres.", "40 metres", "retreat of glacier"),
    # Dates of deeds.
    ("The airline cancelled 140 flights on Monday.", "Monday", "flights cancelled"),
    ("The rebels launched 4 attacks on Monday.", "Monday", "attacks"),
    ("A magnitude 5.9 earthquake struck Khost on Monday.", "Monday", "earthquake struck khost"),
    ("The force, set up in 2014, has 40 men.", "2014", "force set up"),
    ("The treaty signed in 1929 has 40 articles.", "1929", "treaty signed"),
    # An event that is said to have been on a date.
    ("The opening of the museum was in 2016.", "2016", "opening of museum"),
    ("The first release of the library was in 2016.", "2016", "first release of library"),
    # Those who are killed, wounded, ill.
    ("The blast killed 30 and wounded 80.", "80", "people wounded"),
    ("40 men died: 30 from Niger and 10 from Mali.", "30", "men from niger died"),
    ("The vaccine is 90% effective.", "90%", "effectiveness of vaccine"),
    ("The hull is 31 metres in length.", "31 metres", "length of hull"),
    ("He was jailed for six years.", "six years", "prison sentence"),
    ("About 40% of voters back the plan.", "About 40%", "share of voters backing plan"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES)
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).measure == wanted


# A text, a figure in it, from when to when it is so.
TIMES = [
    # How things stand as of a day goes on, whatever stands between.
    ("As of 14 August 2020, 67 people have died. Nobody is missing. Some 31,000 people are in tents.", "Some 31,000",
     ("2020-08-14", "2020-08-14")),
    ("In May 2020, 67 people died. Some 31,000 people are in tents.", "Some 31,000", None),
    # Since when a figure is the lowest is no time of it.
    ("Turnout was 38%, the lowest since independence in 1991.", "38%", None),
    ("The rate of 8% was the highest since the end of the war in 1945.", "8%", None),
    # What was done between commas tells nothing of what is so.
    ("The force, set up in 2014, has 40 men.", "40", None),
    ("The fund, set up in 2014 with $40 billion, has invested $7 billion.", "$7 billion", None),
    # The time behind "compared with" is that of the other figure.
    ("Profit was €4 million in 2019. Sales were €9 million, compared with €8 million in 2018.", "€8 million",
     ("2018-01-01", "2018-12-31")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "wanted"), TIMES)
def test_time(text: str, figure: str, wanted: tuple[str, str] | None) -> None:
    when = claim(text, figure).when
    ends = None if wanted is None else tuple(map(dt.date.fromisoformat, wanted))
    assert (when and (when.start, when.end)) == ends


# A text, a figure in it, whom it is about: capitals as governments, and as places.
ABOUT = [
    ("The town lies 40 km north of Paris.", "40 km", ("Paris", "France")),
    ("Trains between Paris and Madrid take 9 hours.", "9 hours", ("Paris", "France", "Madrid", "Spain")),
    ("Flights to Havana cost 400 dollars.", "400 dollars", ("Havana", "Cuba")),
    ("Aid from Beijing to Bishkek reached $40m.", "$40m", ("China", "Kyrgyzstan")),
    ("The Kabul government has 40 envoys.", "40", ("Afghanistan",)),
    ("The Kabul bombing killed 40 men.", "40", ("Kabul", "Afghanistan")),
    ("In Western Australia 40 men left.", "40", ("Western Australia", "Australia")),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), ABOUT)
def test_about(text: str, figure: str, wanted: tuple[str, ...]) -> None:
    assert claim(text, figure).about == wanted


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Peru ranked 94th, up from 102nd a year earlier.", ["94th", "102nd"]),
        ("He came third two years later.", ["third"]),
        ("On day two 60 runners gave up.", ["60"]),
        ("Of the day two hours were lost.", ["two hours"]),
    ],
)
def test_what_is_a_figure(text: str, figures: list[str]) -> None:
    import claimcheck

    found = claimcheck.extract(text)
    assert [one.text for one in found if one.kind.value != "date"] == figures
