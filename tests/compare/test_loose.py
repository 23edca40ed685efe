"""Counts told in dozens and scores."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.compare.loose import may_be_grouped
from claimcheck.records import Quantity


@pytest.mark.parametrize(
    ("value", "wanted"), [("24", True), ("40", True), ("25", False), ("1e40", False), ("-1e40", False)]
)
def test_what_may_be_told_in_dozens(value: str, wanted: bool) -> None:
    assert may_be_grouped(Quantity(Decimal(value), Decimal(value))) is wanted
