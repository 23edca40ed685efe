from __future__ import annotations

from typing import Any

import pytest
from kind_corpus import cases, expected, read

from claimcheck.records import Kind


@pytest.mark.parametrize("row", cases("version"))
def test_corpus(row: dict[str, Any]) -> None:
    assert read(row, Kind.VERSION) == expected(row)


def test_a_product_row_holds_versions_only_under_a_column_that_says_so() -> None:
    import claimcheck

    table = "| Project | Files | Oldest supported |\n|---|---|---|\n| Django | 664 | 4.2 |\n"
    found = {claim.text: claim.kind.value for claim in claimcheck.extract(claimcheck.Document.from_text(table))}
    assert found == {"664": "count", "4.2": "version"}
