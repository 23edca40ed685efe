"""Clauses: which words belong to one statement."""

from __future__ import annotations

import pytest
from sentences import figure, reading

# A sentence, a figure in it, and the words of the clause that holds the figure.
CLAUSES = [
    ("The farm keeps 40 goats and 12 geese.", "40", "The farm keeps 40 goats and 12 geese."),
    ("The farm keeps 40 goats, and the mill employs 6 men.", "40", "The farm keeps 40 goats,"),
    ("The farm keeps 40 goats, and the mill employs 6 men.", "6", "and the mill employs 6 men."),
    ("The farm keeps 40 goats and the mill employs 6 men.", "6", "and the mill employs 6 men."),
    ("The farm keeps 40 goats; the mill employs 6 men.", "40", "The farm keeps 40 goats"),
    ("The farm keeps 40 goats, while the mill employs 6 men.", "40", "The farm keeps 40 goats,"),
    ("The farm keeps 40 goats but sold 12 geese.", "12", "but sold 12 geese."),
    ("The lake (fed by 3 streams) is 40 metres deep.", "3", "fed by 3 streams"),
    ("According to the trust, 30 oaks fell.", "30", ", 30 oaks fell."),
    ("The trust said 30 oaks fell.", "30", "30 oaks fell."),
    ("The trust said that 30 oaks fell.", "30", "that 30 oaks fell."),
    ("The trust said on Monday that old oaks fell by 30%.", "30%", "that old oaks fell by 30%."),
    ("The trust told members on 3 May that lending grew by 30%.", "30%", "that lending grew by 30%."),
    ("The trust said net profit rose 30%.", "30%", "net profit rose 30%."),
    ("The trust said on Monday net profit rose 30%.", "30%", "net profit rose 30%."),
    ("Founded in 1903, the club has 70 members.", "70", ", the club has 70 members."),
    ("The road is closed when the gauge shows 20 cm.", "20 cm", "when the gauge shows 20 cm."),
    ("Lamps went out because 3 pylons fell.", "3", "because 3 pylons fell."),
]


@pytest.mark.parametrize(("text", "number", "wanted"), CLAUSES, ids=[f"{text} [{n}]" for text, n, _ in CLAUSES])
def test_the_clause_of_a_figure(text: str, number: str, wanted: str) -> None:
    read = reading(text)
    _, mention = figure(read, number)
    first, last = read.clause(mention.first)
    assert text[read.tokens[first].start : read.tokens[last - 1].end] == wanted


def test_a_relative_clause_ends_at_its_comma() -> None:
    text = "The canal, which has 9 locks, links 2 rivers."
    read = reading(text)
    assert read.clause(figure(read, "9")[1].first) != read.clause(figure(read, "2")[1].first)


@pytest.mark.parametrize("text", [text for text, _, _ in CLAUSES])
def test_every_token_lies_in_a_clause(text: str) -> None:
    read = reading(text)
    for at in range(len(read.tokens)):
        first, last = read.clause(at)
        assert 0 <= first <= at < last <= len(read.tokens)


CHAINS = [
    ("Turnout was 41% and 44% in the two wards.", "41%", "44%"),
    ("It drew 300, 400 and 500 visitors.", "300", "500"),
    ("It drew 300 adults and 400 children.", "300", "300"),
    ("Between them they own 3 or 4 boats.", "3 or 4", "3 or 4"),
    ("It lost 5% in a year with 3 droughts.", "5%", "5%"),
]


@pytest.mark.parametrize(("text", "number", "last"), CHAINS)
def test_figures_joined_directly_end_together(text: str, number: str, last: str) -> None:
    read = reading(text)
    index, _ = figure(read, number)
    _, final = figure(read, last)
    assert read.chain_end(index) == final.last


@pytest.mark.parametrize("word", ["PSC", "PSCs"])
def test_an_abbreviation_of_common_nouns_is_expanded(word: str) -> None:
    read = reading("It hired private security companies (PSCs). The PSCs employ 90 guards.", unit=1)
    assert read.expand(word.lower()) == "private security company"


def test_a_figure_knows_its_tokens() -> None:
    read = reading("Some 1,200 divers met for 3 days.")
    for index, mention in enumerate(read.mentions):
        assert {read.figure_at[k] for k in range(mention.first, mention.last)} == {index}
        assert {read.tags[k] for k in range(mention.first, mention.last)} == {"U"}
