"""Classes of wording, a pair of sentences each or more: `classes.toml`."""

from __future__ import annotations

import pathlib
import tomllib
from typing import Any

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

TABLE = tomllib.loads((pathlib.Path(__file__).parent / "classes.toml").read_text(encoding="utf-8"))
PAIRS = [pytest.param(pair, id=pair["what"]) for pair in TABLE["pair"]]


@pytest.mark.parametrize("pair", PAIRS)
def test_pairs(pair: dict[str, Any]) -> None:
    for order in ("ab", "ba"):
        texts = [Document.from_text(pair[one], id=one, published=pair.get(f"{one}_date")) for one in order]
        across = [one for one in check(texts).findings if len({claim.document for claim in one.claims}) > 1]
        found = {one.relation.value for one in across} - {"differs"}
        if pair["found"] == "contradicts":
            found.discard("agrees")  # of another figure
        assert found == ({pair["found"]} if pair["found"] else set())
