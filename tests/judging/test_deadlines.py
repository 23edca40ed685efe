"""Two days by which one thing is to be done are two deadlines; days by which things had come to pass are none."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck import Document, check

TWO = [
    ("Applicants will be told by 3 May 2024.", "Applicants will be told by 9 May 2024."),
    ("Proposals must be submitted by 3 May 2024.", "Proposals must be submitted by 13 May 2024."),
    ("The rent has to be paid by 3 May 2024.", "The rent must be paid by 8 May 2024."),
]
NO_CONFLICT = [
    ("All soldiers were gone by 3 May 2024.", "All soldiers were gone by 9 May 2024."),
    ("Proposals must be submitted by 3 May 2024.", "Full proposals must be submitted by 9 September 2024."),
    ("Tenants must leave by 3 May 2024.", "Tenants must pay by 9 May 2024."),
    ("The bill must be paid by 3 May 2024.", "The bill must be signed by 9 May 2024."),
    ("Members must vote by 3 May 2024.", "Members must register by 9 April 2024."),
    ("The report is due by 3 May 2024.", "The final report is due by 9 May 2025."),
    ("The forms for the pump must be in by 17 May 2024.", "The forms for the boat must be in by 10 May 2024."),
    ("Proposals must be submitted by 3 May 2024.", "Proposals must be submitted by 3 May 2024."),
]


def relations(first: str, second: str) -> set[str]:
    day = dt.date(2024, 2, 1)
    documents = [Document.from_text(text, id=id, published=day) for text, id in ((first, "a"), (second, "b"))]
    return {finding.relation.value for finding in check(documents).findings}


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_deadlines(first, second):
    assert relations(first, second) == {"contradicts"}


@pytest.mark.parametrize(("first", "second"), NO_CONFLICT)
def test_no_conflict(first, second):
    assert "contradicts" not in relations(first, second)
