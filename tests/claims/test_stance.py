"""Who says a figure, and whether it is asserted."""

from __future__ import annotations

import pytest
from sentences import claim, claims

from claimcheck.records import Status

STATUS = [
    ("The port handled 40 ships.", "40", "asserted"),
    ("The port has handled 40 ships.", "40", "asserted"),
    ("The port can handle 40 ships.", "40", "asserted"),
    ("A letter may not exceed 40 pages.", "not exceed 40", "asserted"),
    ("An annex may have 40 pages.", "40", "asserted"),
    ("The fire may have killed 40 cows.", "40", "hypothetical"),
    ("The port handles 40 requests.", "40", "asserted"),
    ("Requests above 8 MB are refused.", "above 8 MB", "asserted"),
    # planned
    ("The port plans to buy 40 cranes.", "40", "planned"),
    ("The port will buy 40 cranes.", "40", "planned"),
    ("The port is to receive 40 cranes.", "40", "planned"),
    ("The port intends to hire 40 pilots.", "40", "planned"),
    ("The port has pledged 40 berths.", "40", "planned"),
    ("The mayor wants the speed limit cut to 40 km/h.", "40 km/h", "planned"),
    # those who mean to do something are counted as they are; what they mean to do is not done
    ("Eight jurors wanted to acquit.", "Eight", "asserted"),
    ("Some 12% of firms plan to hire pilots.", "Some 12%", "asserted"),
    ("Twelve firms plan to hire 40 pilots.", "Twelve", "asserted"),
    ("Twelve firms plan to hire 40 pilots.", "40", "planned"),
    ("A firm with 12 docks intends to close three.", "12", "asserted"),
    ("Forty pilots are expected to come.", "Forty", "forecast"),
    ("Forty boats were promised to the port.", "Forty", "planned"),
    ("In 2025 the port plans to build 40 berths.", "2025", "planned"),
    # denied is something else
    ("The pilots who do not live there came in on 40 boats.", "40", "asserted"),
    ("The hall, which is not heated, seats 40 singers.", "40", "asserted"),
    ("At 40 metres, the mast is not the tallest.", "40 metres", "asserted"),
    ("The port that opened last year did not buy 40 cranes.", "40", "negated"),
    # forecast
    ("The port expects 40 ships.", "40", "forecast"),
    ("Traffic is projected to reach 40 ships.", "40", "forecast"),
    ("Traffic is likely to reach 40 ships.", "40", "forecast"),
    # hypothetical
    ("If the quay floods, 40 ships are stranded.", "40", "hypothetical"),
    ("The quay could hold 40 ships.", "40", "hypothetical"),
    ("Suppose the port has 40 cranes.", "40", "hypothetical"),
    ("Does the port have 40 cranes?", "40", "hypothetical"),
    # negated
    ("The port did not buy 40 cranes.", "40", "negated"),
    ("The port never had 40 cranes.", "40", "negated"),
    ("The mayor denied that 40 cranes were lost.", "40", "negated"),
    ("It is not true that 40 cranes were lost.", "40", "negated"),
    # reported
    ("The port reportedly lost 40 cranes.", "40", "reported"),
    ("The port is believed to own 40 cranes.", "40", "reported"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), STATUS, ids=[text for text, _, _ in STATUS])
def test_status(text: str, figure: str, wanted: str) -> None:
    found = claim(text, figure)
    assert found.status is Status(wanted)
    assert any(note.startswith("status:") for note in found.notes) is (wanted != "asserted")


# What is planned, supposed or denied of one figure says nothing of the other.
ELSEWHERE = [
    ("The port, which will close in 2030, has 40 cranes.", "40"),
    ("The port has 40 cranes, but it did not buy the tugs.", "40"),
    ("In May 2016 the port bought 40 cranes.", "40"),
    ("The port has 40 cranes and plans to buy 9 tugs.", "40"),
    ("The average load was not quite 40 tonnes.", "not quite 40 tonnes"),
    ("The average gate was not even 40 last season.", "not even 40"),
    ("The port did not buy 30 cranes but 40.", "40"),
    ("The crew was not 30 but 40 strong.", "40"),
]


@pytest.mark.parametrize(("text", "figure"), ELSEWHERE, ids=[text for text, _ in ELSEWHERE])
def test_a_word_elsewhere_governs_nothing(text: str, figure: str) -> None:
    assert claim(text, figure).status is Status.ASSERTED


def test_each_figure_has_its_own_status() -> None:
    text = "The port has 40 cranes and plans to buy 9 tugs."
    assert claim(text, "9").status is Status.PLANNED


SOURCES = [
    ("According to the harbour master, 40 ships docked.", "40", "harbour master"),
    ("40 ships docked, according to the harbour master.", "40", "harbour master"),
    ("The harbour ministry said that 40 ships docked.", "40", "harbour ministry"),
    ("40 ships docked, the ministry said.", "40", "ministry"),
    ("Orla Brandt said 40 ships docked.", "40", "Orla Brandt"),
    ("A survey by Tarn Analytics found that 40% of crews are new.", "40%", "Tarn Analytics"),
    ("The EU reported that 40 ships docked.", "40", "European Union"),
    ("The study found that 40% of crews are new.", "40%", "study"),
    ("According to figures from the Bureau of Tides, 40 ships docked.", "40", "figures from the Bureau of Tides"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), SOURCES, ids=[text for text, _, _ in SOURCES])
def test_attribution(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).attribution == wanted


UNSOURCED = [
    "The port reported 40 accidents.",
    "Divers found 40 anchors.",
    "The league added 40 clubs.",
    "The mint wrote off 40 presses.",
    "40 anchors were found.",
    "The town claimed 40 hectares of marsh.",
]


@pytest.mark.parametrize("text", UNSOURCED)
def test_a_verb_of_saying_with_a_thing_as_object_names_no_source(text: str) -> None:
    assert claim(text, next(one for one in ("40", "40 hectares") if one in _figures(text))).attribution is None


def _figures(text: str) -> list[str]:
    return [one.text for one in claims(text)]


def test_the_source_is_no_subject() -> None:
    found = claim("According to Tarn Analytics, 40 ships docked in Peru.", "40")
    assert found.about == ("Peru",)
