"""Figures that statements fix without giving them: `worked_out.toml`, family by family."""

import datetime as dt
import itertools
import pathlib
import tomllib
from typing import Any

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

TABLE = tomllib.loads((pathlib.Path(__file__).parent / "worked_out.toml").read_text(encoding="utf-8"))
FAMILIES = [pytest.param(family, id=family["name"]) for family in TABLE["family"]]
DAY = dt.date(2020, 3, 1)
WRONG = 0.2  # contradictions are weighed by what is likely: so many of a family are wrong at most


def relations(first: str, second: str) -> set[str]:
    documents = [Document.from_text(text, id=name, published=DAY) for text, name in ((first, "a"), (second, "b"))]
    found = check(documents).findings
    return {one.relation.value for one in found if len({claim.document for claim in one.claims}) > 1}


def outcomes(family: dict[str, Any], figures: list[str]) -> list[set[str]]:
    return [
        relations(premise.format(figure=figure), statement.format(figure=figure))
        for premise, statement, figure in itertools.product(family["premises"], family["statements"], figures)
    ]


@pytest.mark.parametrize("family", FAMILIES)
def test_what_does_not_fit_is_found(family: dict[str, Any]) -> None:
    found = outcomes(family, family["misfits"])
    assert sum("contradicts" in one for one in found) >= family["conflicts"]


@pytest.mark.parametrize("family", FAMILIES)
def test_what_fits_is_no_contradiction(family: dict[str, Any]) -> None:
    found = outcomes(family, family["fits"])
    assert sum("contradicts" in one for one in found) <= WRONG * len(found)
    assert sum("agrees" in one for one in found) >= family["agreements"]
