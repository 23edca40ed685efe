"""Names: which words name an entity, and which names are one."""

from __future__ import annotations

import pytest
from sentences import names_of, reading

from claimcheck.claims.names import Names
from claimcheck.lexicon import default

# A sentence and the canonical names in it, in order.
NAMES = [
    # countries: the name, the demonym, the plural of people, the capital that acts
    ("Iceland landed 900 tonnes.", ["Iceland"]),
    ("Icelandic trawlers landed 900 tonnes.", ["Iceland"]),
    ("Ghanaians cast 9 million votes.", ["Ghana"]),
    ("Nairobi recalled 3 envoys.", ["Kenya"]),
    ("Peru's exports rose 4%.", ["Peru"]),
    ("Nairobi has lent Malawi $4m.", ["Kenya", "Malawi"]),
    ("Nairobi has 40 parks.", ["Nairobi"]),
    # a capital as a place
    ("A hall in Nairobi seats 900.", ["Nairobi"]),
    ("The Nairobi airport has 2 runways.", ["Nairobi"]),
    # combining forms
    ("A Franco-Italian tunnel is 12 km long.", ["France", "Italy"]),
    # organisations and their acronyms
    ("The EU and the World Health Organization gave €4m.", ["European Union", "World Health Organization"]),
    ("The WHO vaccinated 300 nurses.", ["World Health Organization"]),
    ("Who vaccinated 300 nurses?", []),
    # unknown proper names: as written, in one piece
    ("The Velden Kelp Trust owns 4 boats.", ["Velden Kelp Trust"]),
    ("Orla Brandt sold 400 shares to Tarn Analytics.", ["Orla Brandt", "Tarn Analytics"]),
    ("The University of Lund has 40 labs.", ["University of Lund"]),
    ("Lake Vessen covers 90 hectares.", ["Lake Vessen"]),
    ("A spokesman for Brown & Hale paid $300.", ["Brown & Hale"]),
    ("The ferry MV Oskar carries 80 cars.", ["MV Oskar"]),
    # an organisation's name that begins with a demonym or a country
    ("Ethiopian Airlines flies to 60 cities.", ["Ethiopian Airlines"]),
    ("The Norwegian embassy issued 40 visas.", ["Norway"]),
    # titles are no part of a name
    ("President Marta Holvik signed 12 bills.", ["Marta Holvik"]),
    ("Mayor Lindqvist opened 2 schools.", ["Lindqvist"]),
    # a sentence's first word is capitalised anyhow
    ("Farmers planted 40 trees.", []),
    ("Two nurses treated 40 people.", []),
    ("However, 40 people left.", []),
    # months, weekdays and headings' words name nothing
    ("On Monday 40 people left.", []),
    ("In March 40 people left.", []),
    ("Table 3 lists 40 people.", []),
    # ordinary words that open a sentence or a label before a name or number
    ("Barely 45 of them came.", []),
    ("Minimum Vessel size is 40 m.", ["Vessel"]),
    ("Default Orvia settings allow 40 users.", ["Orvia"]),
    ("Total Operating Costs: €4m", []),
    ("Q1. It has 40 parts.", []),
    ("**Staff** Orvia has 40 pilots.", ["Orvia"]),
    ("Corvid 3 runs in 1 GB.", ["Corvid 3"]),
    # a place's name that goes on, a body named after its country
    ("A mill in Santiago do Orm employs 40 people.", ["Santiago do Orm"]),
    ("A survey by Statistics Portugal found 40 wells.", ["Statistics Portugal"]),
    # possessives
    ("Orkney's 21 islands are inhabited.", ["Orkney"]),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES, ids=[text for text, _ in NAMES])
def test_names(text: str, wanted: list[str]) -> None:
    assert names_of(text) == wanted


def test_a_combining_form_after_the_first_article() -> None:
    assert names_of("The Franco-Italian tunnel is 12 km long.") == ["France", "Italy"]


def test_a_city_in_a_place_phrase_keeps_its_country() -> None:
    (name,) = reading("A hall in Nairobi seats 900.").names
    assert (name.canonical, name.inside, name.place) == ("Nairobi", "Kenya", True)


def test_a_demonym_is_marked() -> None:
    (name,) = reading("Peruvian miners dug 3 shafts.").names
    assert name.adjective
    assert name.known


DEFINED = [
    ("The Baltic Eel Council (BEC) met. The BEC has 9 members.", ["Baltic Eel Council"]),
    ("The BEC (Baltic Eel Council) met. The BEC has 9 members.", ["Baltic Eel Council"]),
    ("The Baltic Eel Council (the “BEC”) met. The BEC has 9 members.", ["Baltic Eel Council"]),
    ("The Council of Eel Fishers (CEF) met. The CEF has 9 members.", ["Council of Eel Fishers"]),
    ("Marta Holvik resigned. Holvik led 9 ministries.", ["Marta Holvik"]),
    # a given name that is an ordinary word, where somebody is presented
    ("We left, says Grace Holvik. Holvik led 9 ministries.", ["Grace Holvik"]),
    ("Grace Holvik, 51, resigned. Holvik led 9 ministries.", ["Grace Holvik"]),
    ("The ferry left Grace Holvik. Holvik has 9 piers.", ["Holvik"]),
    # what belongs to a place that the text names
    ("The mines of Karvelia shut. The Karvelian army has 9 tanks.", ["Karvelia"]),
    ("The mines shut. The Karvelian army has 9 tanks.", ["Karvelian"]),
    ("A storm came (BEC). The BEC has 9 members.", ["BEC"]),
]


@pytest.mark.parametrize(("text", "wanted"), DEFINED, ids=[text for text, _ in DEFINED])
def test_a_document_defines_names_of_its_own(text: str, wanted: list[str]) -> None:
    assert names_of(text, unit=1) == wanted


def test_the_lexicon_is_stronger_than_a_document() -> None:
    names = Names.of("The Eastern Union (EU) of tram drivers met.", default())
    assert names.canonical("EU") == "European Union"


def test_an_alias_of_a_pack_is_a_name() -> None:
    lexicon = default().extended(aliases={"Velden Kelp Trust": ["VKT", "Trust of Velden"]})
    assert names_of("VKT owns 4 boats.", lexicon=lexicon) == ["Velden Kelp Trust"]
    assert names_of("It joined the Trust of Velden in 2011.", lexicon=lexicon) == ["Velden Kelp Trust"]


@pytest.mark.parametrize(
    "text", ["", "(ABC)", "(((((((", "A (B (C", "’’’", "ABC (" + "A" * 90 + ")", "\u0130\u0130 (\u0130\u0130)"]
)
def test_odd_definitions_do_no_harm(text: str) -> None:
    names = Names.of(text, default())
    assert names.canonical("") is None or isinstance(names.canonical(""), str)


def test_names_do_not_overlap_and_hold_no_figure() -> None:
    read = reading("In 2016 Chile, Peru and the Velden Kelp Trust (VKT) sold 40 boats to Nairobi for US$3m.")
    last = 0
    for name in read.names:
        assert last <= name.first < name.last
        last = name.last
        assert all(read.figure_at[k] < 0 for k in range(name.first, name.last))
