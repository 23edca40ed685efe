"""Lines that recur with other figures are those of a form."""

from __future__ import annotations

import pytest

from claimcheck import Document
from claimcheck.align import Profile, Scope, compare, profiles
from claimcheck.pipeline import extract_document, shipped_rules

LEXICON = shipped_rules().lexicon


def profiled(lines: list[str]) -> list[Profile]:
    read = [
        extract_document(Document.from_text(f"# Set {name}\n\n{line}\n", id=f"{name}.md", format="markdown"), LEXICON)
        for name, line in zip("abcdefgh", lines, strict=False)
    ]
    claims = [claim for one in read for claim in one.claims]
    return profiles(claims, [document for one in read for document in one.documents], LEXICON)


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Number of instances: 569",
            "Number of instances: 442",
            "Number of instances: 1797",
            "Number of instances: 150",
        ],
        [
            "Contribution by Ada, 2012",
            "Contribution by Ada, 2015",
            "Contribution by Ada (2016)",
            "Contribution by Ada, 2019",
        ],
        ["**Total rooms:** 42", "**Total rooms:** 30", "**Total rooms:** 31", "**Total rooms:** 42"],
        [
            "The tank holds 40 litres.",
            "The tank holds 55 litres.",
            "The tank holds 60 litres.",
            "The tank holds 48 litres.",
        ],
        [
            "Support ends in March 2019.",
            "Support ends in June 2020.",
            "Support ends in May 2021.",
            "Support ends in July 2022.",
        ],
    ],
)
def test_what_many_places_fill_in_is_of_each(lines: list[str]) -> None:
    made = profiled(lines)
    assert len({one.form for one in made}) == 1
    assert made[0].form
    found = compare(made[0], made[1], LEXICON)
    assert found.guarded
    assert "form" in {reason.test for reason in found.reasons}


@pytest.mark.parametrize(
    "lines",
    [
        ["Number of instances: 569", "Number of instances: 442", "Number of instances: 1797"],
        [
            "The tank holds 40 litres.",
            "The tank holds 40 litres.",
            "The tank holds 40 litres.",
            "The tank holds 55 litres.",
        ],
        ["The tank holds 40 litres.", "A tank for 55 litres.", "60 litres fit in.", "It takes 48 litres."],
    ],
)
def test_a_few_places_or_figures_are_no_form(lines: list[str]) -> None:
    made = profiled(lines)
    assert {one.form for one in made} == {""}
    assert compare(made[0], made[-1], LEXICON).scope is Scope.SAME
