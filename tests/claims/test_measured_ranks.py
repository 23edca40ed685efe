"""In which list a rank is held."""

from __future__ import annotations

import pytest
from sentences import claim

MEASURES = [
    ("Chile ranked 4th in the Harbour Safety Index.", "4th", "rank on harbour safety index"),
    ("Chile came 4th on the list of lamp makers.", "4th", "rank on list"),
    ("Chile is the 4th-largest exporter of copper.", "4th-largest", "rank among exporter of copper"),
    ("Chile is the second largest exporter of copper.", "second largest", "rank among exporter of copper"),
    ("Chile finished 4th.", "4th", "rank"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES, ids=[text for text, _, _ in MEASURES])
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).core == wanted


def test_a_rank_without_a_list_is_doubted() -> None:
    assert claim("Chile finished 4th.", "4th").confidence < 1
