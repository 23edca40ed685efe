"""A part, its base and its share."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.compare.share import share_in_words, share_of
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier
from judging import claim, quantity

TENTH = Tolerance.of()


def said(verdict: object) -> str:
    return "nothing" if verdict is None else verdict.relation.value  # type: ignore[attr-defined]


def percent(value: str, modifier: Modifier = Modifier.EXACT) -> Claim:
    step = "0.1" if "." in value else "1"
    return claim(
        quantity(value, unit="percent", precision=step, modifier=modifier), kind=Kind.PERCENT, text=value + "%"
    )


@pytest.mark.parametrize(
    ("part", "base", "share", "relation"),
    [
        (claim(40), claim(200), percent("20"), "agrees"),
        (claim(40), claim(200), percent("25"), "contradicts"),
        (claim(2), claim(3), percent("67"), "agrees"),
        (claim(2), claim(3), percent("66"), "agrees"),  # cut off
        (claim(2), claim(3), percent("65"), "contradicts"),
        (claim(2), claim(3), percent("66.7"), "agrees"),
        (claim(2), claim(3), percent("66.9"), "contradicts"),
        (claim(quantity(40, modifier=Modifier.APPROX)), claim(200), percent("21"), "agrees"),
        (claim(40), claim(200), percent("21", Modifier.APPROX), "agrees"),
        (claim(300), claim(200), percent("66"), "nothing"),
        (claim(40), claim(0), percent("20"), "nothing"),
        (claim(40), claim(quantity(200, unit="kilometer"), kind=Kind.MEASURE), percent("20"), "nothing"),
        (claim(40), claim(200), claim(20), "nothing"),
    ],
)
def test_shares(part: Claim, base: Claim, share: Claim, relation: str) -> None:
    assert said(share_of(part, base, share, TENTH)) == relation


@pytest.mark.parametrize(
    ("part", "base", "share", "relation"),
    [
        (15, 60, Fraction(1, 4), "agrees"),
        (12, 60, Fraction(1, 4), "contradicts"),
        (14, 60, Fraction(1, 4), "agrees"),
        (40, 60, Fraction(2, 3), "agrees"),
    ],
)
def test_fractions_in_words(part: int, base: int, share: Fraction, relation: str) -> None:
    assert said(share_in_words(claim(part), claim(base), share, "a quarter", TENTH)) == relation


def test_the_detail_shows_the_arithmetic() -> None:
    verdict = share_of(claim(12), claim(60), percent("25"), TENTH)
    assert verdict is not None
    assert verdict.detail == "12 of 60 is 20 %, not 25%"


@given(st.integers(1, 10**6), st.integers(0, 10**6))
@settings(deadline=None)
def test_the_true_share_never_contradicts(part: int, more: int) -> None:
    base = part + more
    for true in (round(Fraction(part * 100, base)), part * 100 // base):
        assert said(share_of(claim(part), claim(base), percent(str(true)), TENTH)) == "agrees"
    tenths = Fraction(round(Fraction(part * 1000, base)), 10)
    assert said(share_of(claim(part), claim(base), percent(f"{float(tenths):.1f}"), TENTH)) == "agrees"


@given(st.integers(1, 999), st.integers(0, 999), st.integers(0, 100), st.sampled_from(["0.01", "0.1", "0.5"]))
@settings(deadline=None)
def test_a_wider_tolerance_never_adds_a_contradiction(part: int, more: int, share: int, room: str) -> None:
    figures = claim(part), claim(part + more), percent(str(share))
    narrow, wide = (said(share_of(*figures, Tolerance.of(relative=one))) for one in ("0", room))
    assert (narrow, wide) != ("agrees", "contradicts")
