"""Two figures of one thing put in other words, and figures of two things: `said_otherwise.toml`, `two_things.toml`."""

import datetime as dt
import pathlib
import tomllib

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


# Contradictions are weighed by what is likely, so a few are missed and a few are wrong: so many at most.
MISSED, WRONG = 0.03, 0.02


def test_a_figure_said_otherwise_conflicts() -> None:
    found = pairs("said_otherwise")
    missed = [first for first, second in found if not (conflict(first, second) and conflict(second, first))]
    assert len(missed) <= MISSED * len(found), missed


def test_figures_of_two_things_do_not() -> None:
    found = pairs("two_things")
    wrong = [first for first, second in found if conflict(first, second) or conflict(second, first)]
    assert len(wrong) <= WRONG * len(found), wrong
