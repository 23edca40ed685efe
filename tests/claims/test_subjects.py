"""What a text introduces by name, and the nouns that stand for it later."""

from __future__ import annotations

import pytest
from sentences import claim, reading

from claimcheck.claims.subjects import Subjects, introductions

# A sentence, and the names that it introduces, each with the noun for it.
INTRODUCED = [
    ("Orrin is a maker of looms.", [("Orrin", "maker")]),
    ("Velka, a probe that maps ice, was launched.", [("Velka", "probe")]),
    ("The ferry Lodur sank.", [("Lodur", "ferry")]),
    ("The Braddock viaduct was closed.", [("Braddock", "viaduct")]),
    ("They met in Marrow Hospital.", [("Marrow Hospital", "hospital")]),
    ("Divers reached Velka, a wreck lying off the coast.", [("Velka", "wreck")]),
    # what only stands beside a name is no noun for it
    ("Tarn Analytics published a report.", []),
    ("Boats from Velka, a distance of 40 km, arrived.", []),
    ("The Orrin report was read.", []),
    ("The Velka attack was filmed.", []),
    ("President Holm opened the hall.", []),
]


@pytest.mark.parametrize(("text", "wanted"), INTRODUCED, ids=[text for text, _ in INTRODUCED])
def test_introductions(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(name, noun) for name, noun, _ in introductions(reading(text))] == wanted


# A text, a figure of its last sentence, and whom that is about.
TAKEN_UP = [
    ("Velka, a probe that maps ice, was launched.\n\nAt launch the probe weighed 640 kg.", "640 kg", ("Velka",)),
    ("The ferry Lodur is old.\n\nOn board the ferry are 84 cabins.", "84", ("Lodur",)),
    ("Marrow Hospital has grown.\n\nOf the hospital's nurses 40 are new.", "40", ("Marrow Hospital",)),
    ("Orrin is a maker of looms.\n\nThis maker sold 40 looms.", "40", ("Orrin",)),
    ("The Braddock viaduct was closed.\n\nRepairs of the viaduct cost €4m.", "€4m", ("Braddock",)),
    # the last one of the paragraph, not the first of the text
    ("The ferry Lodur sank. The ferry Hild came. The ferry saved 40 people.", "40", ("Hild",)),
    # another thing of that kind
    ("The ferry Lodur sank.\n\nThe new ferry carries 40 cars.", "40", ()),
    ("The ferry Lodur sank.\n\nA ferry carries 40 cars.", "40", ()),
    ("The ferry Lodur sank.\n\nThe ferry of the navy carries 40 cars.", "40", ()),
    ("The ferry Lodur sank.\n\nThe ferry captain earned €4m.", "€4m", ()),
    # "the country" is any of those mentioned
    ("Peru is the largest country there.\n\nThe country sold 40 boats.", "40", ()),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), TAKEN_UP, ids=[text for text, _, _ in TAKEN_UP])
def test_a_noun_stands_for_what_it_introduced(text: str, figure: str, wanted: tuple[str, ...]) -> None:
    assert claim(text, figure).about == wanted


OF_THE_TITLE = [
    ("# Orrin Looms: annual report\n\nStaff turnover fell to 11%.", "11%", ("Orrin Looms",)),
    ("# Velka: a valley and its water\n\n## Supply\n\nThe valley uses 40 tonnes a day.", "40 tonnes a day", ("Velka",)),
    ("# VELKA-2 STATUS\n\nContact was lost for 19 hours.", "19 hours", ("VELKA-2",)),
    ("# Offshore wind farm Hestvik\n\n## 4 Outages\n\nRepairs took 17 days.", "17 days", ("Hestvik",)),
    ("# Questions on call ISL-2021-07\n\nThe total for this call is €8 million.", "€8 million", ("ISL-2021-07",)),
    # who speaks, and what is only named after the verb, is no subject of the next sentence
    (
        "# Floods in Velka\n\nAda Brandt, who chairs the board, disagrees. Some 40 mills closed.",
        "Some 40",
        ("Velka",),
    ),
    ("# Floods in Velka\n\nWater stood around the Orm dike. Some 40 mills closed.", "Some 40", ("Velka",)),
    # headings of ordinary words name nobody
    ("# Annual report\n\n## Production\n\nOutput fell to 40 tonnes.", "40 tonnes", ()),
    ("# Changelog\n\nIt runs 40 tests.", "40", ()),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), OF_THE_TITLE, ids=[text for text, _, _ in OF_THE_TITLE])
def test_a_title_s_subject(text: str, figure: str, wanted: tuple[str, ...]) -> None:
    assert claim(text, figure).about == wanted


def test_nothing_is_taken_up_before_it_is_introduced() -> None:
    assert Subjects().stand_ins(reading("The ferry carries 40 cars.")) == []
