"""Texts that tell one story: what their sentences leave unsaid, the texts say."""

from __future__ import annotations

import datetime as dt
import pathlib
import tomllib

import pytest

from claimcheck import Document, check

PAIRS = tomllib.loads((pathlib.Path(__file__).parent / "stories.toml").read_text(encoding="utf-8"))["pair"]

FIRST = """# After the fire in Torvik

The Brunner mill in Torvik burned down in the night. People in Ansgar Lane woke from the heat. Nobody knows how it
began, and Inspector Dagny Holt says that she will not guess. The wind came from the sea, as it does in Torvik.

{}

The mill stood beside the Kvernbekk. Old men on the quay say that Brunner never mended a thing. Holt has heard that,
and writes it down. Whoever saw anything between midnight and the first bell is asked to come to the station.
"""
SECOND = """# What we know about the mill

Torvik wakes up to smoke. From Ansgar Lane to the Kvernbekk the air smells of wet ash; Dagny Holt and her colleagues go
from door to door. The owners, the Brunner family, were not there.

{}

People bring soup and blankets. The choir of Torvik sang on the quay, and the ferry waited for it. Nobody was in the
mood for a speech, so there was none; the pastor rang the bell himself and went home without a word.
"""
ELSEWHERE = """# The new hall

The new hall in Lunde smells of paint. Pia Moe, who leads the choir of Lunde, has tried out the sound from every seat,
and she likes it. Her neighbour Rolf Aas does not; he liked the old one at Storgate, with the draught and the mice.

{}

The caretaker has hung up the coats. Outside it snows on Storgate, and Moe laughs. The builders have promised to be
back in spring for the doors, which do not shut, and for the stage, which does not open.
"""
DAY = dt.date(2021, 5, 3)


def relations(first: str, second: str) -> set[str]:
    documents = [Document.from_text(first, id="a", published=DAY), Document.from_text(second, id="b", published=DAY)]
    return {finding.relation.value for finding in check(documents).findings if len(finding.claims) > 1}


# Findings are weighed by what is likely, so a few are missed and a few are wrong: so many at most.
MISSED, WRONG, AGREED = 0.06, 0.17, 0.05


def of_one_story(expected: str) -> dict[str, set[str]]:
    """What is found of the pairs of which so much is expected, by their first sentence."""
    return {
        f"{pair['a']} / {pair['b']}": relations(FIRST.format(pair["a"]), SECOND.format(pair["b"])) - {"differs"}
        for pair in PAIRS
        if pair["expect"] == expected
    }


def test_two_texts_of_one_story_conflict() -> None:
    found = of_one_story("contradicts")
    missed = [pair for pair, relations in found.items() if "contradicts" not in relations]
    assert len(missed) <= MISSED * len(found), missed


@pytest.mark.parametrize("expected", sorted({pair["expect"] for pair in PAIRS} - {"contradicts", "agrees"}))
def test_two_figures_of_one_story_do_not(expected: str) -> None:
    found = of_one_story(expected)
    wrong = [pair for pair, relations in found.items() if "contradicts" in relations]
    assert len(wrong) <= WRONG * len(found), wrong
    if expected != "no conflict":
        alike = [pair for pair, relations in found.items() if "agrees" in relations]
        assert len(alike) <= AGREED * len(found), alike


def test_two_texts_of_one_story_agree() -> None:
    assert all(relations == {"agrees"} for relations in of_one_story("agrees").values())


LITTLE = [
    pytest.param(
        "The repair has a budget of 214 million crowns.",
        "The budget of the repair is 224 million crowns.",
        marks=pytest.mark.xfail(reason="two sentences without a name that are so alike are taken for one statement"),
    ),
    ("The repair has a budget of 214 million crowns.", "A budget of 214 million crowns is not much."),
]


@pytest.mark.parametrize(("first", "second"), LITTLE)
def test_the_same_sentences_in_texts_of_two_stories_say_nothing(first, second):
    assert not relations(FIRST.format(first), ELSEWHERE.format(second)) - {"differs"}
