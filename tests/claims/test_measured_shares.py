"""What a percentage is the share of."""

from __future__ import annotations

import pytest
from sentences import claim

MEASURES = [
    ("It holds 40% of the shares.", "40%", "share of share"),
    ("Trams carry 40% of commuters.", "40%", "share of commuter"),
    ("Cod accounted for 40% of landings.", "40%", "share of cod in landing"),
    ("Some 40% of teachers smoke.", "Some 40%", "share of teacher smoke"),
    ("Unemployment stood at 40%.", "40%", "unemployment"),
    ("The literacy rate is 40%.", "40%", "literacy rate"),
    ("Turnout: 40%", "40%", "turnout"),
    ("Wind supplied 40%, coal 9%.", "9%", "coal"),
    # the noun right behind it is nearer than a label or a subject
    ("Results: 40% recall on old prints.", "40%", "recall"),
    ("The sieve gives 40% precision.", "40%", "precision"),
    ("Members get a 40% discount.", "40%", "discount"),
    ("Inflation: 40% year on year.", "40%", "inflation"),
    ("Two thirds of farms are idle.", "Two thirds", "share of farm idle"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES, ids=[text for text, _, _ in MEASURES])
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).core == wanted


def test_shares_of_those_counted_before() -> None:
    found = claim("The port has 40 cranes; half of them are idle.", "half")
    assert found.core.startswith("share of crane")
