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
    return [(first, second, one.get("days", [None, None])) for one in CLASSES for first, second in one.get(key, ())]


def relations(first: str, second: str, days: list[dt.date | None]) -> set[str]:
    documents = [
        Document.from_text(text, id=name, published=day)
        for text, name, day in zip((first, second), "ab", days, strict=True)
    ]
    found = check(documents).findings
    return {one.relation.value for one in found if len({claim.document for claim in one.claims}) > 1}


# Contradictions are weighed by what is likely, so a few are missed and a few are wrong: so many at most.
MISSED, WRONG = 0.06, 0.04


def test_figures_of_one_thing_conflict() -> None:
    found = cases("conflict")
    missed = [first for first, second, days in found if "contradicts" not in relations(first, second, days)]
    assert len(missed) <= MISSED * len(found), missed


def test_figures_of_two_things_do_not() -> None:
    found = cases("apart")
    wrong = [first for first, second, days in found if "contradicts" in relations(first, second, days)]
    assert len(wrong) <= WRONG * len(found), wrong


def test_the_order_of_the_texts_says_nothing() -> None:
    for first, second, days in [*cases("conflict"), *cases("apart")]:
        assert relations(first, second, days) == relations(second, first, days[::-1]), first


@pytest.mark.parametrize(("first", "second", "days"), cases("agree"))
def test_figures_that_come_to_the_same_agree(first: str, second: str, days: list[dt.date | None]) -> None:
    assert "agrees" in relations(first, second, days)
    assert "agrees" in relations(second, first, days[::-1])
