"""What a count counts."""

from __future__ import annotations

import pytest
from sentences import claim

MEASURES = [
    # the noun after the number
    ("The fleet has 40 trawlers.", "40", "trawler"),
    ("The fleet has 40 steel trawlers.", "40", "steel trawler"),
    ("A 40-bed ward opened.", "40", "bed"),
    ("Some 40 of the trawlers were old.", "Some 40", "trawler"),
    ("Dozens of trawlers came.", "Dozens", "trawler"),
    # a time after the number is none
    ("The average crowd was 40 last season.", "40", "average crowd"),
    ("The fleet numbered 40 this year.", "40", "fleet"),
    # a container says too little
    ("The number of trawlers was 40.", "40", "trawler"),
    ("The total number of trawlers reached 40.", "40", "trawler"),
    # the label before a colon
    ("Trawlers: 40", "40", "trawler"),
    ("Trawlers in port: 40.", "40", "trawler"),
    # the noun before "of"
    ("A fleet of 40 sailed.", "40", "fleet"),
    ("A crowd of 4,000 came.", "4,000", "crowd"),
    # the subject of "is", "totalled", "reached"
    ("Arrivals totalled 40.", "40", "arrival"),
    ("Membership stood at 4,000.", "4,000", "membership"),
    # what befalls them
    ("The storm killed 40 swans.", "40", "swan killed"),
    ("Forty swans were injured.", "Forty", "swan injured"),
    ("Police arrested 40 poachers.", "40", "poacher arrested"),
    # ellipsis
    ("The port has 40 cranes, of which 9 are new.", "9", "new crane"),
    ("Chile sold 40 boats, Peru 60.", "60", "boat"),
    ("Some 3 or 4 boats came.", "Some 3 or 4", "boat"),
    ("The trial enrolled 412 patients, of whom 38 withdrew.", "38", "patient"),
    ("Chile took in 160,000 storm refugees, while Peru took in 21,000.", "21,000", "storm refugee"),
    ("The town had a population of 84,000 in 2001 and 91,000 in 2011.", "91,000", "population of town"),
    ("Divers tested 60 wrecks and found lead in nine.", "nine", "wreck"),
    # set at
    ("Officials put the number of victims at 40.", "40", "victim"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES, ids=[text for text, _, _ in MEASURES])
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).core == wanted


def test_nothing_measured_is_said_and_doubted() -> None:
    found = claim("It was 4,000.", "4,000")
    assert found.core == ""
    assert found.confidence <= 0.5
    assert "measure: nothing says what is measured" in found.notes


def test_the_verb_is_kept_as_event() -> None:
    assert claim("The storm killed 40 swans.", "40").event == "kill"
    assert claim("The fleet bought 40 nets.", "40").event == "buy"


STATES = [
    ("Six bakers have been found guilty of fraud.", "Six", "guilty"),
    ("The jury found six of the bakers guilty.", "six", "guilty"),
    ("About 400 families were left homeless by the fire.", "About 400", "homeless"),
    ("The blast left 12 miners dead.", "12", "dead"),
    ("Some 30 sailors are feared dead.", "Some 30", "dead"),
    ("Three nurses were taken hostage.", "Three", "hostage"),
    ("The mill made 200 weavers redundant.", "200", "redundant"),
    # what stands before a noun is no state of what is counted
    ("The patrol found 12 dead swans.", "12", "find"),
    ("The town made 40 safe crossings.", "40", "make"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), STATES, ids=[text for text, _, _ in STATES])
def test_the_state_says_more_than_the_verb_that_leads_to_it(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).event == wanted
