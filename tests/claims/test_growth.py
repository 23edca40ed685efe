"""Reading a whole document takes work, and searching of its text, in proportion to its length."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.claims import context
from claimcheck.records import Document
from growth import LIMIT, TIMES, Searched, growth, hang_limit, repeated

OPENING = "It had 5 dogs in 2016 and paid $3 to China for "
PIECES = ["It ", "support ", '"a" said ', "China ", "Xi ", "a, ", "(a) ", "which is ", "and it said "]
PIECES += ["the report ", "of ", "to ", "“", ": ", "- ", "more than ", "if ", "the canal ", "a-", "A/", "Ab Cd's "]
ROWS = [
    "| a | 5 |\n",
    "a\t1\n",
    "# Ab\n\n5 cd\n\n",
    "It has 5.\n\n",
    "The port had 5 cranes. ",
    "- 5 cranes\n",
    "> 5\n",
]


@pytest.mark.parametrize("piece", PIECES)
def test_one_endless_sentence_around_few_figures(piece: str) -> None:
    assert growth(claimcheck.extract, piece, 300, OPENING) < LIMIT
    with hang_limit():
        claimcheck.extract(OPENING + repeated(piece, 50_000))


@pytest.mark.parametrize("row", ROWS)
def test_many_rows_and_sentences(row: str) -> None:
    assert growth(claimcheck.extract, row, 150) < LIMIT


def _name(number: int) -> str:
    parts = ("ba", "do", "fu", "ki", "le", "mo", "nu", "ra")
    return "".join(parts[number >> 3 * at & 7] for at in range(5)).capitalize()


def _of_many_names(sections: int) -> Searched:
    return Searched(
        "\n\n".join(
            f"# Annual Report {_name(7 * at)}\n\nLast year {_name(7 * at + 1)} sold {at} lamps. The hospital had {at} "
            f"beds.\n\nIt took 5 days. The company hired {at} people.\n\n| {_name(7 * at + 2)} | lamps |\n|---|---|\n"
            f"| {_name(7 * at + 3)} | {at} |"
            for at in range(sections)
        )
    )


def test_ever_new_names_and_titles_are_not_each_looked_for_in_the_whole_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "_NEAR", 1_000)

    def passed(sections: int) -> int:
        text = _of_many_names(sections)
        claimcheck.extract(Document.from_text(text))
        return text.passed

    assert passed(20 * TIMES) < LIMIT * passed(20)
