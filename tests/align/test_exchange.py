"""Money of different currencies, compared at the user's rates."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from attrs import evolve

from claimcheck.packs.rates import Rate, Rates
from claimcheck.pipeline import check, shipped_rules
from claimcheck.records import Document, Relation

YEAR = dt.date(2016, 1, 1), dt.date(2016, 12, 31)
RATES = Rates("USD", {"EUR": (Rate(*YEAR, Fraction("1.1")),), "GBP": (Rate(*YEAR, Fraction("1.4")),)})
DOLLARS = "In 2016 the Osterby bridge cost $40 million."


def said(*texts: str, rates: Rates | None = RATES, published: dt.date | None = None) -> list[str]:
    documents = [Document.from_text(text, id=str(at), published=published) for at, text in enumerate(texts)]
    report = check(documents, evolve(shipped_rules(), rates=rates))
    across = [one for one in report.findings if len({claim.document for claim in one.claims}) > 1]
    return [one.relation.value for one in across if one.relation is not Relation.DIFFERS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cost of the Osterby bridge was €90 million in 2016.", ["contradicts"]),
        ("The cost of the Osterby bridge was €36 million in 2016.", ["agrees"]),
        ("The cost of the Osterby bridge was £29 million in 2016.", ["agrees"]),
        ("The cost of the Osterby bridge was about €33 million in 2016.", ["agrees"]),
        ("The cost of the Osterby bridge was more than €50 million in 2016.", ["contradicts"]),
        ("The cost of the Osterby bridge was ¥90 million in 2016.", []),  # no rate for it
    ],
)
def test_figures_meet_at_the_rate_of_their_year(text: str, expected: list[str]) -> None:
    assert said(DOLLARS, text) == expected
    assert said(text, DOLLARS) == expected
    assert said(DOLLARS, text, rates=None) == []


def test_a_year_without_a_rate_converts_nothing() -> None:
    texts = (DOLLARS, "The cost of the Osterby bridge was €90 million in 2016.")
    assert said(*(text.replace("2016", "2019") for text in texts)) == []


def test_a_claim_without_a_time_takes_that_of_its_document() -> None:
    texts = ("The Osterby bridge cost $40 million.", "The cost of the Osterby bridge was €90 million.")
    assert said(*texts) == []
    assert said(*texts, published=dt.date(2016, 5, 1)) == ["contradicts"]


def test_three_currencies_make_one_finding_each_pair_at_most() -> None:
    found = said(
        DOLLARS,
        "The cost of the Osterby bridge was €36 million in 2016.",
        "The cost of the Osterby bridge was £29 million in 2016.",
    )
    assert "contradicts" not in found
    assert "agrees" in found


def test_a_wider_tolerance_of_rates_never_adds_a_contradiction() -> None:
    text = "The cost of the Osterby bridge was €40 million in 2016."
    assert said(DOLLARS, text) == ["contradicts"]
    assert said(DOLLARS, text, rates=evolve(RATES, tolerance=Fraction(1, 5))) == ["agrees"]


def test_how_a_figure_was_converted_is_told() -> None:
    texts = (DOLLARS, "The cost of the Osterby bridge was €90 million in 2016.")
    report = check([Document.from_text(text, id=text[:6]) for text in texts], evolve(shipped_rules(), rates=RATES))
    (found,) = [one for one in report.findings if one.relation is Relation.CONTRADICTS]
    assert any(one.test == "worked out" and "EUR for 1 USD" in one.text for one in found.reasons)
    assert len(found.claims) == 2
