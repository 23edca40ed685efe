"""Plain statements of two things that are worded alike: `kept_apart.toml`."""

import datetime as dt
import pathlib
import tomllib
from typing import Any

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

TABLE = tomllib.loads((pathlib.Path(__file__).parent / "kept_apart.toml").read_text(encoding="utf-8"))
DAY = dt.date(2020, 3, 1)
WRONG = 0.04  # contradictions are weighed by what is likely: so many are wrong at most


def conflicts(first: str, second: str) -> list[str]:
    documents = [Document.from_text(text, id=name, published=DAY) for text, name in ((first, "a"), (second, "b"))]
    return [one.message for one in check(documents).findings if one.relation.value == "contradicts"]


@pytest.mark.parametrize("grid", [pytest.param(grid, id=grid["name"]) for grid in TABLE["grid"]])
def test_contrasts_part_two_figures(grid: dict[str, Any]) -> None:
    found, tried = [], 0
    for one, other in (pair for contrast in grid["contrasts"] for pair in (contrast, contrast[::-1])):
        for first, second in grid["templates"]:
            texts = [text[:1].upper() + text[1:] for text in (first.format(word=one), second.format(word=other))]
            found += conflicts(*texts)
            tried += 1
    assert len(found) <= WRONG * tried, found


def test_two_things_in_like_words() -> None:
    found = TABLE["plain"]["pairs"]
    wrong = [first for first, second in found if conflicts(first, second) or conflicts(second, first)]
    assert len(wrong) <= WRONG * len(found), wrong
