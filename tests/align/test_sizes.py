"""How large figures are beside one another, in whatever units."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.align.sizes import far_apart


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The pause lasts 30 seconds.", "The pause lasts ten minutes.", True),
        ("The pause lasts 90 minutes.", "The pause lasts two hours.", False),
        ("The ferry carries 40 cars.", "The ferry carries 160 cars.", False),
        ("The ferry carries 40 cars.", "The ferry carries 161 cars.", True),
        ("The page weighs up to 4 MiB.", "The page weighs 512 KiB.", True),
        ("The grant came to $4 million.", "The grant came to $5 million.", False),
    ],
)
def test_far_apart(a: str, b: str, expected: bool) -> None:
    one, other = extract(a)[0], extract(b)[0]
    assert far_apart(one, other) is expected
    assert far_apart(other, one) is expected
