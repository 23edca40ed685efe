"""How a figure became an interval, in words: the words say what the arithmetic did."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.compare.interval import beside
from claimcheck.compare.spelling import describe, shown
from claimcheck.compare.steps import gap, steps
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier
from judging import claim, quantity

TENTH = Tolerance.of()


def share(text: str, value: str) -> Claim:
    return claim(quantity(value, unit="percent"), "share", kind=Kind.PERCENT, text=text)


@pytest.mark.parametrize(
    ("figure", "other", "step"),
    [
        (claim(16, "ship"), claim(17, "ship"), "taken as written: the other figure is no finer"),
        (claim(7000, "ship"), claim(7412, "ship"), "trailing zeros may be rounding: 50 either way"),
        (claim(quantity(2000, modifier=Modifier.APPROX), "ship", text="about 2,000"), None, "10 %"),
        (claim(quantity(2000, modifier=Modifier.APPROX), "ship", text="nearly 2,000"), None, "below the figure"),
        (claim(quantity(14, None, modifier=Modifier.AT_LEAST), "ship"), None, "leaves the upper end open"),
        (claim(quantity(14, 19, modifier=Modifier.RANGE), "ship"), None, "from end to end"),
        (share("a third", "33.3"), None, "one percentage point"),
        (share("34 %", "34"), None, "its last written digit: 0.5 either way"),
        (claim(quantity(2, unit="kilometer"), kind=Kind.MEASURE), None, "1 kilometer is 1,000"),
        (claim(quantity(1, unit="month"), kind=Kind.DURATION), None, "2.5 days"),
    ],
)
def test_each_kind_of_width_is_named(figure: Claim, other: Claim | None, step: str) -> None:
    assert step in "; ".join(steps(figure, TENTH, other))


def test_a_rules_tolerance_is_named() -> None:
    made = "; ".join(steps(claim(100), Tolerance.of(relative="0.05", absolute=3)))
    assert "off by 5 %" in made
    assert "off by 3" in made
    assert "[92, 108]" in made


def test_a_claim_without_a_figure_has_no_steps() -> None:
    assert steps(claim(None), TENTH) == []
    assert gap(claim(None), claim(3), TENTH) == ""


figures = st.builds(
    lambda low, more, modifier: claim(
        quantity(low, low if modifier in (Modifier.EXACT, Modifier.APPROX) else low + more, modifier=modifier), "ship"
    ),
    st.integers(0, 10**7),
    st.integers(1, 99),
    st.sampled_from([Modifier.EXACT, Modifier.APPROX, Modifier.RANGE]),
)


@given(figures, figures)
@settings(deadline=None)
def test_the_last_step_is_the_interval_that_is_compared(a: Claim, b: Claim) -> None:
    assert steps(a, TENTH, b)[-1] in (f"so {shown(a, beside(a, b, TENTH))}", f"so {describe(beside(a, b, TENTH))}")


@given(figures, figures)
@settings(deadline=None)
def test_the_gap_says_whether_the_intervals_meet(a: Claim, b: Claim) -> None:
    meet = beside(a, b, TENTH).meets(beside(b, a, TENTH))
    assert gap(a, b, TENTH).startswith("both allow" if meet else "no value lies in both")


def test_the_gap_is_the_distance() -> None:
    assert "70 apart" in gap(claim(240), claim(310), TENTH)
