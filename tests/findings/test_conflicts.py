"""What forbids a contradiction, whatever speaks for it."""

from __future__ import annotations

import pytest

from claimcheck import Document
from claimcheck.align import compare, profiles
from claimcheck.findings.conflicts import Conflicts
from claimcheck.pipeline import extract_document, shipped_rules


def forbidden(text: str, one: str, other: str) -> bool:
    """Whether two figures of a document can in no case contradict each other."""
    lexicon = shipped_rules().lexicon
    read = extract_document(Document.from_text(text, id="a.md", format="markdown"), lexicon)
    made = profiles(read.claims, read.documents, lexicon)
    a, b = (next(each for each in made if each.claim.text == figure) for figure in (one, other))
    found = compare(a, b, lexicon)
    assert found.context > 0
    return Conflicts(made).forbidden(a, b, found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```text\nUS$14 million papers/security-asia.md:107\nUS$22 million papers/security-asia.md:145\n```\n", True),
        ("Security in Asia costs US$14 million.\n\n# Later\n\nSecurity in Asia costs US$22 million.\n", False),
    ],
)
def test_two_lines_of_what_a_program_prints_are_of_two_things(text: str, expected: bool) -> None:
    assert forbidden(f"# Spending\n\n{text}", "US$14 million", "US$22 million") is expected
