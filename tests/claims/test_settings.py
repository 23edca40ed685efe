"""What is said of a setting, and the unit that it says its value is in."""

from __future__ import annotations

import pytest
from sentences import claim

from claimcheck.claims.settings import description_of

TABLE = "| Name | Default | Meaning |\n| --- | --- | --- |\n"


def described(text: str, figure: str) -> str:
    at = text.index(figure)
    return description_of(text, at, at + len(figure))


@pytest.mark.parametrize(
    ("line", "figure", "expected"),
    [
        ("| `MAX_DRAFTS` | `12` | drafts that an author may keep |", "12", "drafts that an author may keep"),
        ("| `--max-depth N` | 12 | how deep folders are read |", "12", "how deep folders are read"),
        (
            "| `review.rounds` | Integer | 12 | rounds before a text is printed |",
            "12",
            "rounds before a text is printed",
        ),
        ("How deep folders are read. Default: `12`.", "12", "How deep folders are read"),
        ("- Rounds of review, at most. Defaults to 12.", "12", "Rounds of review"),
        ("| Drafts | 12 | drafts that an author may keep |", "12", ""),
        ("| `MAX_DRAFTS` | twelve or 12 drafts | drafts that an author may keep |", "12", ""),
        ("| `MAX_DRAFTS` | 12 |", "12", ""),
        ("An author may keep 12 drafts.", "12", ""),
        ("| `drafts` | 12 | how many an author may keep |", "12", "how many an author may keep"),
        (
            "* - `MAX_DRAFTS`\n  - `12`\n  - drafts that an author may keep\n* - `NEXT`\n  - 3\n  - no",
            "12",
            "drafts that an author may keep",
        ),
        ("* - drafts\n  - `12`\n  - drafts that an author may keep", "12", ""),
    ],
)
def test_description(line: str, figure: str, expected: str) -> None:
    assert described(f"# Settings\n\n{line}\n", figure) == expected


@pytest.mark.parametrize(
    ("said", "kind", "unit"),
    [
        ("seconds to wait for a proof", "duration", "second"),
        ("Days after which a draft is deleted", "duration", "day"),
        ("Lifetime of a proof in minutes", "duration", "minute"),
        ("bytes of a page", "measure", "byte"),
        ("drafts that an author may keep", "count", None),
        ("rounds in which a text is read", "count", None),
        ("seconds the motion", "count", None),
    ],
)
def test_unit(said: str, kind: str, unit: str | None) -> None:
    found = claim(f"{TABLE}| `PROOF_VALUE` | `48` | {said} |\n", "48", format="markdown")
    assert found.kind.value == kind
    assert found.quantity is not None
    assert found.quantity.unit == unit


@pytest.mark.parametrize(
    ("row", "kind", "unit", "per"),
    [
        ("| `proof.interval` | 48 | min | Time between two proofs |", "duration", "minute", None),
        ("| `page_mb` | 48 | Memory of a page |", "measure", "megabyte", None),
        ("| `page` | 48 | Memory of a page, in MiB |", "measure", "mebibyte", None),
        ("| `pace` | 48 | Pages per second |", "count", None, "second"),
        ("| `pace` | 48 | no | Pages of a book |", "count", None, None),
    ],
)
def test_unit_of_a_row(row: str, kind: str, unit: str | None, per: str | None) -> None:
    found = claim(f"{TABLE}{row}\n", "48", format="markdown")
    assert found.kind.value == kind
    assert found.quantity is not None
    assert (found.quantity.unit, found.quantity.per) == (unit, per)
