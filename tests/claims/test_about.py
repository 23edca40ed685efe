"""Whom a figure is about, and who gives and who receives."""

from __future__ import annotations

import pytest
from sentences import claim

ABOUT = [
    ("Iceland landed 900 tonnes of cod.", "900 tonnes", ("Iceland",)),
    ("Norway lent Malawi $20 million.", "$20 million", ("Norway", "Malawi")),
    ("A grant of €4 million went from Chile to Peru.", "€4 million", ("Chile", "Peru")),
    # paired lists
    ("In Chile and Peru, 7% and 9% of wells are dry.", "7%", ("Chile",)),
    ("In Chile and Peru, 7% and 9% of wells are dry.", "9%", ("Peru",)),
    ("Chile ranked 4th and Peru ranked 9th.", "4th", ("Chile",)),
    ("Chile ranked 4th and Peru ranked 9th.", "9th", ("Peru",)),
    ("Chile sold 40 boats, Peru 60 and Ghana 80.", "60", ("Peru",)),
    ("Chile sold 40 boats, Peru 60 and Ghana 80.", "80", ("Ghana",)),
    # a clause each
    ("Chile sold 40 boats, while Peru bought 9 trams.", "40", ("Chile",)),
    ("Chile sold 40 boats, while Peru bought 9 trams.", "9", ("Peru",)),
    ("Chile sold 40 boats; Peru bought 9 trams.", "9", ("Peru",)),
    # the subject goes on
    ("Chile sold 40 boats and bought 9 trams.", "9", ("Chile",)),
    ("Chile sold 40 boats but kept 9 trams.", "9", ("Chile",)),
    # a source is no subject
    ("According to Peru, 40 boats were sold.", "40", ()),
    # who takes a side on what another put forward owns nothing
    ("The figure of 40 boats was supported by Peru.", "40", ()),
    ("Chile's claim of 40 boats was rejected by Peru.", "40", ("Chile",)),
    # borders place, they own nothing
    ("Iran has 40 posts along the border with Pakistan.", "40", ("Iran",)),
    # a clause that tells of a place or a person
    ("The largest is the port of Orm, where 40 ships lie.", "40", ("Orm",)),
    ("The work was led by Ada Brandt, who has 40 pupils.", "40", ("Ada Brandt",)),
    # "it" that stands for nothing
    ("Chile is wide. It takes 40 minutes to reach a doctor in Peru.", "40 minutes", ("Peru",)),
    # a city with its country
    ("A clinic in Nairobi treated 40 children.", "40", ("Nairobi", "Kenya")),
    # nobody
    ("The pond holds 40 carp.", "40", ()),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), ABOUT, ids=[f"{text} [{n}]" for text, n, _ in ABOUT])
def test_about(text: str, figure: str, wanted: tuple[str, ...]) -> None:
    assert claim(text, figure).about == wanted


def test_a_place_stays_in_its_clause() -> None:
    assert claim("Rents fell to 6% in Spain, but rose to 9% in Greece.", "9%").about == ("Greece",)


TAKEN_UP = [
    ("Iceland has a large fleet. It landed 900 tonnes.", "900 tonnes", ("Iceland",)),
    ("Tarn Analytics was sold. The company employs 40 people.", "40", ("Tarn Analytics",)),
    ("Iceland and Norway met. They landed 900 tonnes.", "900 tonnes", ("Iceland", "Norway")),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), TAKEN_UP, ids=[text for text, _, _ in TAKEN_UP])
def test_an_entity_is_taken_up_from_the_sentence_before(text: str, figure: str, wanted: tuple[str, ...]) -> None:
    found = claim(text, figure)
    assert found.about == wanted
    assert found.confidence < 1


def test_a_sentence_with_a_name_of_its_own_takes_up_nothing() -> None:
    assert claim("Iceland has a large fleet. Peru landed 900 tonnes.", "900 tonnes").about == ("Peru",)


def test_another_paragraph_takes_up_nothing() -> None:
    assert claim("Iceland has a large fleet.\n\nTrawlers landed 900 tonnes.", "900 tonnes").about == ()


def test_a_heading_names_the_entity() -> None:
    text = "# Fisheries\n\n## Iceland\n\nTrawlers landed 900 tonnes.\n"
    assert claim(text, "900 tonnes", format="markdown").about == ("Iceland",)


def test_a_row_names_the_entity() -> None:
    table = "| country | boats | crews |\n| --- | --- | --- |\n| Iceland | 40 | 90 |\n| Peru | 60 | 120 |\n"
    assert claim(table, "90", format="markdown").about == ("Iceland",)
    assert claim(table, "60", format="markdown").about == ("Peru",)


ROLES = [
    ("Norway lent Malawi $20 million.", "$20 million", {("giver", "Norway"), ("recipient", "Malawi")}),
    ("Norway gave $20 million to Malawi.", "$20 million", {("giver", "Norway"), ("recipient", "Malawi")}),
    ("Malawi received $20 million from Norway.", "$20 million", {("giver", "Norway"), ("recipient", "Malawi")}),
    ("Malawi bought 40 buses from Norway.", "40", {("giver", "Norway"), ("recipient", "Malawi")}),
    ("40 buses were donated by Norway to Malawi.", "40", {("giver", "Norway"), ("recipient", "Malawi")}),
    ("Norway owns 40 buses.", "40", set()),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), ROLES, ids=[text for text, _, _ in ROLES])
def test_roles(text: str, figure: str, wanted: set[tuple[str, str]]) -> None:
    assert set(claim(text, figure).roles) == wanted


def test_roles_name_entities_of_the_claim() -> None:
    for text, figure, _ in ROLES:
        found = claim(text, figure)
        assert {name for _, name in found.roles} <= set(found.about)
