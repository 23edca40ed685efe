from __future__ import annotations

from typing import Any

import pytest
from kind_corpus import cases, expected, read

from claimcheck.records import Kind

ENDS = frozenset((Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.AGE, Kind.RATIO))


@pytest.mark.parametrize("row", cases("change"))
def test_corpus(row: dict[str, Any]) -> None:
    assert read(row, Kind.CHANGE, also=ENDS) == expected(row)
