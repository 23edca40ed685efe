"""Which sentences say how many of something their project has, or which version it needs."""

from __future__ import annotations

import pytest

from claimcheck import Document
from claimcheck.align import Profile, profiles
from claimcheck.pipeline import extract_document, shipped_rules

README = "# Quillon\n\nIt reads prose.\n"


def profiled(**texts: str) -> list[Profile]:
    lexicon = shipped_rules().lexicon
    read = [
        extract_document(Document.from_text(text, id=f"{name}.md", format="markdown"), lexicon)
        for name, text in texts.items()
    ]
    claims = [claim for one in read for claim in one.claims]
    return profiles(claims, [document for one in read for document in one.documents], lexicon)


def stocks(text: str) -> list[str]:
    made = profiled(README=README, overview=text)
    return [f"{one.claim.text} {one.stock}" for one in made if one.stock and one.sure]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Quillon ships 42 linters.", ["42 linter"]),
        ("Quillon checks prose against 42 built-in linters.", ["42 linter"]),
        ("It comes with 42 linters and 7 formatters.", ["42 linter", "7 formatter"]),
        ("There are 42 linters; one can be switched off.", ["42 linter"]),
        ("All 42 linters, by name.", ["42 linter"]),
        ("**42 linters** out of the box", ["42 linter"]),
        ("- Linters: 42", ["42 linter"]),
        ("42 linters · 7 formatters · MIT", ["42 linter", "7 formatter"]),
        ("The suite has 900 tests and runs for a minute.", ["900 test"]),
        ("Python 3.11 or newer.", ["3.11 or newer python"]),
        ("The current version is 2.4.1.", ["2.4.1 release"]),
        ("The package version in this repository is 2.4.1.", ["2.4.1 release"]),
        ("Quillon is currently at version 2.4.1.", ["2.4.1 release"]),
        ("This page describes the tool, whose version in this repository is currently v2.4.1.", ["v2.4.1 release"]),
        ("The latest stable release of Quillon is 2.4.1.", ["2.4.1 release"]),
        ("The current version of Vale is 2.4.1.", []),
        ("Vale is currently at version 2.4.1.", []),
        ("With Python, version 2.4.1 was slow.", []),
        ("Quillon has 30 linters for dates.", []),
        ("Every rule set has 42 linters.", []),
        ("Run 42 linters.", []),
        ("If it had 42 linters, it would be slow.", []),
        ("In the north there are 42 linters.", []),
        ("Python 3.12 or newer is recommended.", []),
        ("It runs on Python 3.9 and 3.11+.", []),
    ],
)
def test_stock(line: str, expected: list[str]) -> None:
    assert stocks(f"# Overview\n\n{line}\n") == expected


def test_a_section_on_a_part() -> None:
    assert stocks("# Overview\n\n## Dates\n\nThere are 12 linters.\n") == []


def test_without_a_readme_there_is_no_project() -> None:
    assert not any(one.stock for one in profiled(a="There are 42 linters.\n"))
