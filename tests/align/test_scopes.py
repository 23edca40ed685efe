"""Which figures are of one thing: the pairs of `scopes.toml`, class by class, in both orders."""

import datetime as dt
import pathlib
import tomllib
from typing import Any

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

CLASSES = tomllib.loads((pathlib.Path(__file__).parent / "scopes.toml").read_text(encoding="utf-8"))["class"]


def cases(key: str) -> list[Any]:
    return [
        pytest.param(first, second, one.get("days", [None, None]), id=f"{one['name']} {number}")
        for one in CLASSES
        for number, (first, second) in enumerate(one.get(key, ()))
    ]


def relations(first: str, second: str, days: list[dt.date | None]) -> set[str]:
    documents = [
        Document.from_text(text, id=name, published=day)
        for text, name, day in zip((first, second), "ab", days, strict=True)
    ]
    found = check(documents).findings
    return {one.relation.value for one in found if len({claim.document for claim in one.claims}) > 1}


@pytest.mark.parametrize(("first", "second", "days"), cases("conflict"))
def test_figures_of_one_thing_conflict(first: str, second: str, days: list[dt.date | None]) -> None:
    assert "contradicts" in relations(first, second, days)
    assert "contradicts" in relations(second, first, days[::-1])


@pytest.mark.parametrize(("first", "second", "days"), cases("apart"))
def test_figures_of_two_things_do_not(first: str, second: str, days: list[dt.date | None]) -> None:
    assert "contradicts" not in relations(first, second, days)
    assert "contradicts" not in relations(second, first, days[::-1])


@pytest.mark.parametrize(("first", "second", "days"), cases("agree"))
def test_figures_that_come_to_the_same_agree(first: str, second: str, days: list[dt.date | None]) -> None:
    assert "agrees" in relations(first, second, days)
    assert "agrees" in relations(second, first, days[::-1])
