"""Tables that give a figure for one year after another, against sentences that name no year."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

ROWS = """# Catches in Lake Tarn

| Year | Salmon catch (t) | Days |
|---|---|---|
| 2019 | 4,120 | 80 |
| 2020 | 3,380 | 75 |
| 2021 | 2,950 | 90 |
"""
COLUMNS = """# Catches in Lake Tarn

| Item | 2019 | 2020 |
|---|---|---|
| Salmon catch (t) | 4,120 | 3,380 |
"""


def relations(table: str, sentence: str) -> set[str]:
    documents = [Document.from_text(table, id="a.md", format="markdown"), Document.from_text(sentence, id="b.txt")]
    found = check(documents).findings
    return {one.relation.value for one in found if len({claim.document for claim in one.claims}) > 1}


@pytest.mark.parametrize("table", [ROWS, COLUMNS])
def test_a_sentence_without_a_year_may_be_of_any_of_them(table: str) -> None:
    assert "contradicts" not in relations(table, "The salmon catch in Lake Tarn was 5,700 tonnes.")


def test_a_sentence_with_a_year_is_of_its_row() -> None:
    assert "contradicts" in relations(ROWS, "In 2019 the salmon catch in Lake Tarn was 5,700 tonnes.")
    assert "agrees" in relations(ROWS, "In 2019 the salmon catch in Lake Tarn was 4,120 tonnes.")
