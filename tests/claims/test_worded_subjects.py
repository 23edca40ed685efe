"""How a claim words what is measured: subjects far from their verbs, states, questions, events beside a date."""

from __future__ import annotations

import pytest
from sentences import claim

from claimcheck import Claim, Document, extract

MEASURES = [
    # a subject whose verb comes after a relative clause
    ("The mill, in which he put his savings, burned down in 1931.", "1931", "mill burned down"),
    ("The law, under which 40 firms were fined, was repealed in 2010.", "2010", "law repealed"),
    ("The village, whose school has 12 pupils, was flooded in 2008.", "2008", "village flooded"),
    ("The tower, where 40 people worked, fell in 1931.", "1931", "tower fell"),
    ("In Oulu, where the mill burned down, 40 houses were lost.", "40", "houses lost"),
    # speeds, temperatures, noise and weights, and figures that only look like them
    ("Lorries may cross the bridge at 30 km/h.", "30 km/h", "speed of lorries"),
    ("The ferry crosses the sound at 28 knots.", "28 knots", "speed of ferry"),
    ("Cars drove through the village at up to 110 km/h.", "up to 110 km/h", "speed of cars"),
    ("When the ferries are loaded, they sail at 12 knots.", "12 knots", "speed of ferries"),
    ("The limit on the bridge is 60 km/h.", "60 km/h", "limit on bridge"),
    ("The village has a 30 km/h zone.", "30 km/h", "zone"),
    ("The vaccine is stored at −70 °C.", "−70 °C", "temperature of vaccine"),
    ("Store the serum at 4 °C.", "4 °C", "temperature of serum"),
    ("The fans make 62 decibels.", "62 decibels", "noise of fans"),
    ("A 40-tonne lorry broke through the ice.", "40-tonne", "weight of lorry"),
    ("A crane weighing 300 tonnes fell over.", "300 tonnes", "weight of crane"),
    # what is to be done as the subject; a property that a subject has
    ("Renewing the tunnel has a budget of £43 million.", "£43 million", "budget of renewal of tunnel"),
    ("The renewal of the tunnel has a budget of £43 million.", "£43 million", "budget of renewal of tunnel"),
    ("Restoring the chapel cost €400,000.", "€400,000", "cost of restoration of chapel"),
    ("Painting the bridge takes six weeks.", "six weeks", "painting of bridge"),
    ("Closing the mine took two years.", "two years", "closing of mine"),
    ("Growing demand took 12 months to show.", "12 months", "growing demand"),
    ("The dam has a height of 40 m.", "40 m", "height of dam"),
    ("The union has a membership of 4,000.", "4,000", "membership of union"),
    ("The club has a total of 40 players.", "a total of 40", "players"),
    # what a question asks for
    (
        "**How often should it be recalibrated?** Our recommendation is every two years.",
        "every two years",
        "recalibrate",
    ),
    ("**How often do the buses run?** Every 20 minutes.", "Every 20 minutes", "buses run"),
    ("**How fast do the trains run?** At up to 140 km/h.", "up to 140 km/h", "speed of trains"),
    ("**How long does it take to reach the summit?** About four hours.", "About four hours", "time to reach summit"),
    ("**How big is the lake?** Some 40 hectares.", "Some 40 hectares", "size of lake"),
    ("**When does the museum open?** On 4 May 2024.", "4 May 2024", "museum open"),
    ("**What does a repair cost?** €65.", "€65", "cost of repair"),
    ("**Do I have to pay?** No. In 2023 we raised €4m.", "€4m", "funds raised"),
    # the way that takes so long
    ("It takes two hours from the village to the summit.", "two hours", "journey from village to summit"),
    ("The bus takes 55 minutes from Orm to Belt.", "55 minutes", "bus journey from orm to belt"),
    ("The ferry journey takes an hour from Orm to Belt.", "an hour", "ferry journey from orm to belt"),
    # so many of all, others, so many a day
    ("Of the 19 bridges in the valley seven were washed away.", "seven", "bridges washed away"),
    ("Of the 19 bridges in the valley seven were washed away.", "19", "bridges in valley"),
    ("There will be 68 trains, 10 a day.", "10", "trains"),
    ("There will be 68 trains from Monday to Friday.", "68", "trains"),
    ("Six people are confirmed dead and 14 are missing.", "14", "people missing"),
    ("Six people are confirmed dead and 14 are missing.", "Six", "people dead"),
    ("Eight villages were flooded, and three are cut off.", "three", "villages cut off"),
    # what was said on a day; subjects that look like verbs
    (
        "Farm group Harvest Union said in a statement that wheat yields fell 12 percent in 2019.",
        "12 percent",
        "fall in wheat yields",
    ),
    ("The ministry reported on Monday that exports grew by 4%.", "4%", "growth in exports"),
    ("Food exports to Chile dropped 78%.", "78%", "fall in food exports"),
    (
        "The mayor had asked for this: in a trial with 60 lamps the number of thefts fell by 70%.",
        "70%",
        "fall in number of thefts",
    ),
    # what a noun is per
    ("Earnings per share were €2.41.", "€2.41", "earnings per share"),
    ("Output per worker is €84,000.", "€84,000", "output per worker"),
    ("Emissions per bicycle, which the firm has cut by 12%, are to fall.", "12%", "cut in emissions per bicycle"),
    # dates: who acts is no event, events right before a date, cleft sentences, states
    ("The collapse of the Orla bridge last year cut off the valley.", "last year", "collapse of orla bridge"),
    ("Chile's invasion of Peru in 1879 first showed how weak the army was.", "1879", "chilean invasion of peru"),
    ("Swiss prosecutors in 2021 opened an inquiry into the bank.", "2021", "swiss prosecutors opened inquiry"),
    ("The election in May 2016 brought the greens to power.", "May 2016", "election"),
    ("The mayor was expelled by the party as a punishment in late 2015.", "late 2015", "mayor expelled"),
    (
        "What we have seen over the past few years is the decline of the coastal towns.",
        "the past few years",
        "decline of coastal towns",
    ),
    ("What happened in 2012 was a collapse of the cod stocks.", "2012", "collapse of cod stocks"),
    ("The Green movement took power in August 2011.", "August 2011", "green movement took power"),
    ("In Oulu in 2014, the council sold the harbour.", "2014", "council sold harbour"),
    (
        "The firm makes paint, and in November 2018 started a joint venture.",
        "November 2018",
        "firm started joint venture",
    ),
    ("Thousands of students took part in a march for the forests on 6 March.", "6 March", "march for forests"),
    ("Soldiers are on guard at the airport on 11 January.", "11 January", "soldiers on guard at airport"),
    ("After closing the mine in 2014, the firm moved to Oulu.", "2014", "mine closed"),
    ("In the night of 17 to 18 October the dam broke.", "17 to 18 October", "dam broke"),
    ("The decision in May to close the mine was a mistake.", "May", "decision to close mine"),
    ("Trains at the border, pictured on 26 October 2021.", "26 October 2021", "trains at border"),
    # what lies so far apart or goes on for so long
    ("The first sirens were heard 95 minutes before the crest.", "95 minutes", "time from first sirens heard to crest"),
    ("It is 30 years since the mill closed.", "30 years", "time since mill closed"),
    ("It is 30 years since they left the union.", "30 years", "time since union left"),
    ("A year after the flood, the school reopened.", "A year", "time from flood to school reopened"),
    ("After two days of rain the river left its banks.", "two days", "rain"),
    ("Within five days of receipt the goods must be returned.", "five days", "goods returned"),
    ("In thirty years of independence, Peru built 40 dams.", "thirty years", "independence of peru"),
    ("The battery is new. It lasts two years.", "two years", "duration of battery"),
    # what is done so often
    ("The logger beeps four times each morning.", "four", "logger beeps"),
    ("The team has won the cup six times.", "six", "team won cup"),
    ("Debt equals 1.3 times output.", "1.3", "times output"),
    # money with whom it cost, what was given
    ("The move cost us 31 million francs.", "31 million francs", "cost of move"),
    ("The region contributes £9 million to the renewal.", "£9 million", "contribution for renewal"),
    ("The firm turned over €824m.", "€824m", "turnover"),
]


@pytest.mark.parametrize(
    ("text", "figure", "wanted"), MEASURES, ids=[f"{text} {figure}" for text, figure, _ in MEASURES]
)
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).measure == wanted


CORES = [
    ("Renewing the tunnel has a budget of £43 million.", "The renewal of the tunnel has a budget of £38.6 million."),
    ("Painting the bridge takes six weeks.", "It takes four weeks to paint the bridge."),
    ("Lorries may cross the bridge at 30 km/h.", "Lorries may drive at 40 km/h."),
    (
        "**How often is the tank cleaned?** Every six months.",
        "**How often is the tank cleaned?** We advise every two years.",
    ),
]


@pytest.mark.parametrize(("one", "other"), CORES)
def test_said_in_two_ways_the_core_is_one(one: str, other: str) -> None:
    assert only(one).core == only(other).core


def only(text: str) -> Claim:
    (found,) = extract(Document.from_text(text))
    return found


DATA_SHEET = """
| | Heron | Heron Plus |
|---|---|---|
| Weight | 48 g | 53 g |
| Memory | 16 GB | 32 GB |
| Seats | 4 | 6 |
"""
SHIPS = """
| Ship | Length | Crew |
|---|---|---|
| Orla | 48 m | 12 |
| Arve | 53 m | 14 |
"""
YEARS = """
| Loans | 2019 | 2020 |
|---|---|---|
| Peru | 48 t | 53 t |
| Chile | 16 t | 32 t |
"""


def test_rows_with_a_unit_each_are_measured() -> None:
    found = [(one.text, one.measure, one.about) for one in extract(Document.from_text(DATA_SHEET))]
    assert ("53 g", "weight", ("Heron Plus",)) in found
    assert ("16 GB", "memory", ("Heron",)) in found
    assert ("6", "seats", ("Heron Plus",)) in found


def test_columns_with_a_unit_each_are_measured() -> None:
    found = [(one.text, one.measure, one.about) for one in extract(Document.from_text(SHIPS))]
    assert ("48 m", "length", ("Orla",)) in found
    assert ("14", "crew", ("Arve",)) in found


def test_one_unit_in_all_rows_says_nothing() -> None:
    found = [one for one in extract(Document.from_text(YEARS)) if one.text == "53 t"]
    assert found[0].about == ("Peru",)
