"""What two plain sentences say of one thing, or of two: `plain.toml`."""

from __future__ import annotations

import pathlib
import tomllib

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

TABLE = tomllib.loads((pathlib.Path(__file__).parent / "plain.toml").read_text(encoding="utf-8"))
PAIRS = [pytest.param(pair, id=f"{pair['a']} / {pair['b']}") for pair in TABLE["pairs"]]


@pytest.mark.parametrize("pair", PAIRS)
def test_pairs(pair: dict[str, str]) -> None:
    for order in ("ab", "ba"):
        findings = check([Document.from_text(pair[one], id=one) for one in order]).findings
        across = [one for one in findings if len({claim.document for claim in one.claims}) > 1]
        found = {one.relation.value for one in across} - {"differs"}
        if pair["found"] == "contradicts":
            found.discard("agrees")  # of another figure
        assert found == ({pair["found"]} if pair["found"] else set())
