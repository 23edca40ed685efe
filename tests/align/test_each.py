"""So many of each, said in two ways."""

from __future__ import annotations

import pytest

from claimcheck import Document, check

PER = [
    ("A single pump serves 14 houses.", "There are 20 houses per pump.", True),
    ("A single pump serves 14 houses.", "There are 14 houses per pump.", False),
    ("One guard can look after 14 halls.", "Each guard looks after 20 halls.", True),
    ("Every nurse looks after eight patients.", "There are 12 patients per nurse.", True),
    ("One man can lift 40 boxes.", "40 boxes were lifted.", False),
]


@pytest.mark.parametrize(("one", "other", "conflict"), PER)
def test_one_of_many_is_each(one: str, other: str, conflict: bool) -> None:
    report = check([Document.from_text(one, id="a"), Document.from_text(other, id="b")])
    assert any(found.relation.value == "contradicts" for found in report.findings) is conflict
