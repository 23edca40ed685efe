"""The noun that a figure counts, whatever stands around it."""

from __future__ import annotations

import pytest

import claimcheck


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("In all 300 men seeking work were turned away.", "man"),
        ("Guards stopped 40 trucks carrying wheat.", "truck"),
        ("Last year 12,700 people coming home were helped.", "people"),
        ("Nine oil producing countries met.", "country"),
        ("Arbor's operating profit was 48 million euros.", "profit"),
    ],
)
def test_a_participle_after_a_plural_is_no_part_of_the_noun(text: str, head: str) -> None:
    claims = claimcheck.extract(claimcheck.Document.from_text(text, id="text"))
    assert [claim.head for claim in claims if claim.kind.value in ("count", "money")] == [head]
