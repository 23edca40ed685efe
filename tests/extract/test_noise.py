from __future__ import annotations

from typing import Any

import pytest
from kind_corpus import cases, mentions


@pytest.mark.parametrize("row", cases("noise"))
def test_corpus(row: dict[str, Any]) -> None:
    assert [mention.span.cover(row["text"]) for mention in mentions(row)] == row["found"]
