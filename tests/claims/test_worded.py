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
    # money: what it is for, to whom it is owed
    ("The bank approved a $5m loan to Peru for trams.", "$5m", "loan for trams"),
    ("Malawi owes Norway $40 million.", "$40 million", "debt to norway"),
    # shares
    ("Some 40% of adults voiced trust in banks.", "Some 40%", "share of adults voicing trust in banks"),
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


def test_two_dates_of_one_noun_share_it() -> None:
    text = "The uprisings of 2005 and 2010 in Peru were short."
    assert claim(text, "2005").measure == claim(text, "2010").measure == "uprisings in peru"
