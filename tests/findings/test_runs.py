"""Two runs of one measurement are no contradiction; one figure of several that differs is."""

import pytest

from claimcheck import Document, check
from claimcheck.records import Relation

HEAD = "# Benchmarks\n\n| Project | Files | Functions |\n|---|---|---|\n"


def conflicts(first: str, second: str) -> int:
    documents = [Document.from_text(HEAD + row, id=id, format="markdown") for id, row in (("a", first), ("b", second))]
    return sum(finding.relation is Relation.CONTRADICTS for finding in check(documents).findings)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("| Django | 2,890 | 31,191 |\n", "| Django | 2,710 | 29,804 |\n", False),
        ("| Django | 2,890 | 31,191 |\n", "| Django | 2,890 | 29,804 |\n", True),
        ("| Django | 2,890 | 31,191 |\n", "| Django | 2,890 | 31,191 |\n", False),
    ],
)
def test_rows_of_two_runs(first: str, second: str, expected: bool) -> None:
    assert bool(conflicts(first, second)) is expected
