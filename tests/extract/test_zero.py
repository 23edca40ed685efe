from __future__ import annotations

from typing import Any

import pytest
from kind_corpus import cases, expected, read

from claimcheck.records import Kind


@pytest.mark.parametrize("row", cases("zero"))
def test_corpus(row: dict[str, Any]) -> None:
    assert read(row, Kind.COUNT) == expected(row)
