"""Where a share is taken to be that of the part and base beside it, and where not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.pipeline import check
from claimcheck.records import Document, Finding


def found(text: str) -> list[Finding]:
    report = check([Document.from_text(text, id="a", format="markdown")])
    return [one for one in report.findings if one.rule == "share-mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "The committee heard 40 of the 200 witnesses (25 %).",
        "In the end 12 of 60 members, or a quarter, voted against it.",
        "The pump failed in 4 of 10 cases (45%).",
        "Of the 800 pupils, 300 (30%) walk to school.",
        "Some 40 schools, or 60 per cent of the 150 schools in Osterby, were closed.",
        "Turnout was 45% (930 of 1,520 voters).",
        "In all, 30 of 120 boats – 15% – were sold.",
        "The pump failed in 30 of 40 cases (two thirds).",
    ],
)
def test_a_share_that_does_not_fit(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The committee heard 40 of the 200 witnesses (20 %).",
        "The pump failed in 2 of 3 cases (66%).",
        "In the end 15 of 60 members, or a quarter, voted against it.",
        "About 40 of the 200 witnesses (21 %) were heard.",
        # The share is of something else.
        "The committee heard 40 of the 200 witnesses (25 % in 2015).",
        "The committee heard 40 of the 200 witnesses (25 % more than in 2015).",
        "The committee heard 40 of the 200 witnesses, and 25 % of them came by sea.",
        "Sales of 40 of the 200 models rose by 25 %.",
        "Linden has 150 schools; 40 schools (20 %) teach Danish.",
        "The plan has 130 pages, 12 of them (20%) of tables.",
        "Of the 800 pupils, 300 walk to school and 25% ride.",
        "Some 40 members of the 12 clubs (25%) were late.",
        "The pump failed in 4 of 10 cases (95% CI 20–60%).",
        "Turnout was 45% (900 of them in Osterby, 1,500 in Linden).",
    ],
)
def test_a_share_that_fits_or_is_of_something_else(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="12 of the(%)or a quarter,.-–", max_size=120))
@settings(max_examples=100, deadline=None)
def test_hostile_text_is_read_to_the_end(text: str) -> None:
    found(f"12 of 60 {text}")
    found(f"Of the 800 pupils, 300 {text} (30%)")
