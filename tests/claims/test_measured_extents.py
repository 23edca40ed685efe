"""What is so long, so heavy, so old; what changed; which version."""

from __future__ import annotations

import pytest
from sentences import claim

MEASURES = [
    ("A 40-kilometre canal was dug.", "40-kilometre", "canal"),
    ("They drained 40 hectares of marsh.", "40 hectares", "marsh"),
    ("The canal is 40 km long.", "40 km", "length of canal"),
    ("The tower stands 40 metres tall.", "40 metres", "height of tower"),
    ("The shaft is 40 metres deep.", "40 metres", "depth of shaft"),
    ("A cable with a mass of 40 kg fell.", "40 kg", "mass"),
    ("Burnt area: 40 hectares", "40 hectares", "burnt area"),
    ("Rainfall was 40 mm.", "40 mm", "rainfall"),
    ("The 40-year lease ended.", "40-year", "lease"),
    ("Rents rose by 4%.", "4%", "rent"),
    # verbs that only state how much their subject is, and what stays as it is
    ("The mesh for herring trawls stays at 32 mm.", "32 mm", "mesh"),
    ("The fare remains unchanged at 3 km.", "3 km", "fare"),
    ("The rate is steady at 4%.", "4%", "rate"),
    # what a thing has room for
    ("The lake holds 40 litres when full.", "40 litres", "capacity of lake"),
    ("The tank can hold 40 litres.", "40 litres", "capacity of tank"),
    ("The lake holds 40 litres.", "40 litres", "lake"),
    ("It needs Python 3.12 or later.", "3.12 or later", "python"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES, ids=[text for text, _, _ in MEASURES])
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).core == wanted


def test_a_port_is_of_what_listens() -> None:
    assert "gateway" in claim("The gateway listens on port 7450.", "7450").core.split()
