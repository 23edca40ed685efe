"""Words that say how a figure is taken."""

from __future__ import annotations

import pytest
from sentences import claim

from claimcheck.claims.scope import dimensions
from claimcheck.lexicon import load_table

SCOPES = [
    ("The total harvest was 40 tonnes.", "40 tonnes", ("total",)),
    ("Altogether, 40 mills closed.", "40", ("total",)),
    ("Average rainfall is 40 mm.", "40 mm", ("average",)),
    ("The mill grinds 40 sacks a week.", "40", ("weekly",)),
    ("Its annual budget is €40 million.", "€40 million", ("annual",)),
    ("The town hired 40 additional guards.", "40", ("new",)),
    ("Bilateral trade was worth €40 million.", "€40 million", ("bilateral",)),
    ("The firm made a net profit of €40 million.", "€40 million", ("net",)),
    ("The total annual harvest was 40 tonnes.", "40 tonnes", ("annual", "total")),
    ("The mill ground 40 tonnes.", "40 tonnes", ()),
    ("Flour is sold in 40 shops, each of them open daily.", "40", ()),
    ("The league has 40 teams, each with a coach.", "40", ()),
    ("The teams have 40 players each.", "40", ("each",)),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), SCOPES, ids=[text for text, _, _ in SCOPES])
def test_scope(text: str, figure: str, wanted: tuple[str, ...]) -> None:
    assert claim(text, figure).scope == wanted


def test_the_bound_of_another_figure_is_no_scope() -> None:
    assert claim("It starts 4 workers and at most 16 threads.", "4").scope == ()


FAR = [
    "The annual fair of the old river town on the northern shore was visited by 40 bands.",
    "40 bands came; the annual fair is older.",
]


@pytest.mark.parametrize("text", FAR)
def test_words_far_from_the_figure_say_nothing_of_it(text: str) -> None:
    assert claim(text, "40").scope == ()


def test_every_value_belongs_to_one_dimension() -> None:
    values = [value for one in load_table("scope")["dimension"].values() for value in one]
    assert len(values) == len(set(values))
    assert set(dimensions()) == set(values)


def test_every_scope_of_a_claim_is_a_known_value() -> None:
    for text, figure, _ in SCOPES:
        assert set(claim(text, figure).scope) <= set(dimensions())
