"""Parts against a total: exact sums of intervals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.compare.sum import sum_of
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier
from judging import claim, quantity

TENTH = Tolerance.of()


def said(parts: list[Claim], total: Claim, tolerance: Tolerance = TENTH, more: bool = False) -> str:
    verdict = sum_of(parts, total, tolerance, more=more)
    return "nothing" if verdict is None else verdict.relation.value


def money(millions: str, currency: str = "USD", **more: object) -> Claim:
    value = Decimal(millions)
    step = Decimal(10) ** (6 + min(0, int(value.as_tuple().exponent)))
    made = quantity(str(value * 10**6), unit=currency, precision=str(step), **more)  # type: ignore[arg-type]
    return claim(made, "aid", kind=Kind.MONEY)


def percent(value: str) -> Claim:
    exponent = int(Decimal(value).as_tuple().exponent)
    return claim(quantity(value, unit="percent", precision=str(Decimal(1).scaleb(exponent))), kind=Kind.PERCENT)


@pytest.mark.parametrize(
    ("parts", "total", "relation"),
    [
        ([claim(12), claim(9), claim(4)], claim(25), "agrees"),
        ([claim(12), claim(9), claim(4)], claim(26), "contradicts"),
        ([claim(12)], claim(12), "nothing"),
        ([claim(1200), claim(800)], claim(2050), "agrees"),  # the parts may be rounded to hundreds
        ([claim(1207), claim(803)], claim(2050), "contradicts"),
        ([claim(1207), claim(803)], claim(2000), "agrees"),  # the total may be
        ([money("5"), money("4")], money("10"), "agrees"),  # 4.5 to 5.5 and 3.5 to 4.5
        ([money("5.0"), money("4.0")], money("10.0"), "contradicts"),
        ([money("5.0"), money("4.0", "EUR")], money("9.0"), "nothing"),
        ([money("5.0"), claim(4)], money("9.0"), "nothing"),
        ([percent("33"), percent("33"), percent("33")], percent("100"), "agrees"),
        ([percent("60"), percent("45")], percent("100"), "contradicts"),
        ([claim(quantity(12, None, modifier=Modifier.AT_LEAST)), claim(9)], claim(25), "agrees"),
        ([claim(quantity(12, None, modifier=Modifier.AT_LEAST)), claim(9)], claim(20), "contradicts"),
        ([claim(quantity(12, modifier=Modifier.APPROX)), claim(9)], claim(22), "agrees"),
    ],
)
def test_sums(parts: list[Claim], total: Claim, relation: str) -> None:
    assert said(parts, total) == relation


def test_parts_without_a_figure_leave_the_sum_open_above() -> None:
    assert said([claim(12), claim(9)], claim(30), more=True) == "agrees"
    assert said([claim(12), claim(9)], claim(20), more=True) == "contradicts"


def test_what_does_not_add_up_is_left_alone() -> None:
    average = claim(12, "average age")
    rank = claim(quantity(3), kind=Kind.RANK)
    assert said([average, average], claim(30, "age")) == "nothing"
    assert said([rank, rank], claim(7)) == "nothing"


def test_the_detail_shows_the_arithmetic() -> None:
    verdict = sum_of([claim(12), claim(9)], claim(22), TENTH)
    assert verdict is not None
    assert verdict.detail == "12 + 9 make 21, not 22"


numbers = st.lists(st.integers(0, 10**6), min_size=2, max_size=8)


@given(numbers)
@settings(deadline=None)
def test_parts_that_add_up_never_contradict(values: list[int]) -> None:
    assert said([claim(one) for one in values], claim(sum(values))) == "agrees"


@given(numbers, st.integers(2, 7))
@settings(deadline=None)
def test_a_total_rounded_to_two_digits_or_more_never_contradicts(values: list[int], digits: int) -> None:
    exact = sum(values)
    step = 10 ** max(0, len(str(exact)) - digits)
    rounded = (exact + step // 2) // step * step
    assert said([claim(one) for one in values], claim(rounded)) == "agrees"


@given(numbers, st.integers(0, 10**7), st.randoms())
@settings(deadline=None)
def test_the_order_of_the_parts_does_not_matter(values: list[int], total: int, random: object) -> None:
    parts = [claim(one) for one in values]
    turned = list(parts)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert said(parts, claim(total)) == said(turned, claim(total))


@given(numbers, st.integers(0, 10**7), st.sampled_from(["0", "0.01", "0.1", "0.5"]), st.integers(0, 1000))
@settings(deadline=None)
def test_a_wider_tolerance_never_adds_a_contradiction(values: list[int], total: int, share: str, amount: int) -> None:
    parts = [claim(one) for one in values]
    narrow = said(parts, claim(total), Tolerance.of(relative=0))
    wide = said(parts, claim(total), Tolerance.of(relative=share, absolute=amount))
    assert (narrow, wide) != ("agrees", "contradicts")
