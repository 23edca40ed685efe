"""Two figures of one thing put in other words, and figures of two things: `said_otherwise.toml`, `two_things.toml`."""

import datetime as dt
import pathlib
import tomllib

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

HERE = pathlib.Path(__file__).parent
DAY = dt.date(2020, 3, 1)


def pairs(name: str) -> list[tuple[str, str]]:
    table = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return [(first, second) for field in table["field"] for first, second in field["pairs"]]


def conflict(first: str, second: str) -> bool:
    documents = [Document.from_text(text, id=name, published=DAY) for text, name in ((first, "a"), (second, "b"))]
    return any(one.relation.value == "contradicts" for one in check(documents).findings)


@pytest.mark.parametrize(("first", "second"), pairs("said_otherwise"))
def test_a_figure_said_otherwise_conflicts(first: str, second: str) -> None:
    assert conflict(first, second)
    assert conflict(second, first)


@pytest.mark.parametrize(("first", "second"), pairs("two_things"))
def test_figures_of_two_things_do_not(first: str, second: str) -> None:
    assert not conflict(first, second)
    assert not conflict(second, first)
