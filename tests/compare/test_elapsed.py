"""Lengths, ages and anniversaries against their dates."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.compare.elapsed import Point, aged, anniversary, days_between, elapsed, ends_of
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Granularity, Kind, Modifier, TimeSpan
from judging import claim, day, quantity, since, years

TENTH = Tolerance.of()


def said(verdict: object) -> str:
    return "nothing" if verdict is None else verdict.relation.value  # type: ignore[attr-defined]


def length(value: int | str, unit: str, modifier: Modifier = Modifier.EXACT) -> Claim:
    return claim(quantity(value, unit=unit, modifier=modifier), "visit", kind=Kind.DURATION)


def days(first: str, last: str) -> TimeSpan:
    return TimeSpan(dt.date.fromisoformat(first), dt.date.fromisoformat(last), Granularity.DAY, Modifier.RANGE)


def judged(one: Claim, when: TimeSpan, within: bool = False) -> str:
    ends = ends_of(when)
    assert ends is not None
    return said(elapsed(one, *ends, TENTH, "its dates", within=within))


@pytest.mark.parametrize(
    ("one", "when", "relation"),
    [
        (length(6, "day"), days("2019-05-03", "2019-05-09"), "agrees"),
        (length(7, "day"), days("2019-05-03", "2019-05-09"), "agrees"),
        (length(5, "day"), days("2019-05-03", "2019-05-09"), "contradicts"),
        (length(8, "day"), days("2019-05-03", "2019-05-09"), "contradicts"),
        (length(1, "week"), days("2019-05-06", "2019-05-10"), "agrees"),  # Monday to Friday
        (length(2, "week"), days("2019-06-01", "2019-06-10"), "contradicts"),
        (length(2, "week"), days("2019-06-03", "2019-06-14"), "agrees"),
        (length(1, "month"), days("2019-05-03", "2019-06-01"), "agrees"),
        (length(3, "month"), days("2019-05-03", "2019-06-01"), "contradicts"),
        (length(3, "year"), years(2015, 2020), "contradicts"),
        (length(5, "year"), years(2015, 2020), "agrees"),
        (length(6, "year"), years(2015, 2020), "agrees"),
        (length(7, "year"), years(2015, 2020), "contradicts"),
        (length(10, "day", Modifier.APPROX), days("2019-05-01", "2019-05-09"), "agrees"),
        (length(900, "day"), days("1941-09-08", "1944-01-27"), "agrees"),  # a round number
        (length(905, "day"), days("1941-09-08", "1944-01-27"), "contradicts"),
        (length(5, "hour"), days("2019-05-03", "2019-05-09"), "nothing"),
        (claim(5, "visit"), days("2019-05-03", "2019-05-09"), "nothing"),
    ],
)
def test_lengths(one: Claim, when: TimeSpan, relation: str) -> None:
    assert judged(one, when) == relation


def test_what_lies_within_its_dates_may_be_shorter_but_not_longer() -> None:
    assert judged(length(2, "day"), days("2019-05-03", "2019-05-09"), within=True) == "agrees"
    assert judged(length(9, "day"), days("2019-05-03", "2019-05-09"), within=True) == "contradicts"


def test_open_periods_have_no_length() -> None:
    assert ends_of(since(2002)) is None
    assert ends_of(TimeSpan(dt.date(2019, 1, 1), dt.date(2019, 3, 31), Granularity.QUARTER)) is None


def test_months_and_years_leave_room_at_both_ends() -> None:
    ends = ends_of(TimeSpan(dt.date(2019, 3, 1), dt.date(2019, 5, 31), Granularity.MONTH, Modifier.RANGE))
    assert ends == (
        Point(dt.date(2019, 3, 1), dt.date(2019, 3, 31)),
        Point(dt.date(2019, 5, 1), dt.date(2019, 5, 31)),
    )
    found = days_between(*ends)
    assert (found.low, found.high) == (31, 92)


def age(value: int, modifier: Modifier = Modifier.EXACT) -> Claim:
    return claim(quantity(value, unit="year", modifier=modifier), kind=Kind.AGE)


@pytest.mark.parametrize(
    ("stated", "born", "when", "relation"),
    [
        (age(50), years(1950), years(2001), "agrees"),
        (age(51), years(1950), years(2001), "agrees"),
        (age(60), years(1950), years(2001), "contradicts"),
        (age(50), day("1950-05-03"), day("2001-05-02"), "agrees"),
        (age(51), day("1950-05-03"), day("2001-05-02"), "contradicts"),
        (age(51), day("1950-05-03"), day("2001-05-03"), "agrees"),
        (age(52, Modifier.APPROX), years(1950), years(2001), "agrees"),
        (age(60), since(1950), years(2001), "nothing"),
        (age(60), years(2001), years(1950), "nothing"),
    ],
)
def test_ages(stated: Claim, born: TimeSpan, when: TimeSpan, relation: str) -> None:
    assert said(aged(stated, born, when, TENTH)) == relation


@pytest.mark.parametrize(
    ("nth", "year", "relation"),
    [
        (20, 2011, "agrees"),
        (20, 2012, "agrees"),
        (20, 2010, "agrees"),
        (20, 2015, "contradicts"),
        (25, 2011, "contradicts"),
    ],
)
def test_anniversaries(nth: int, year: int, relation: str) -> None:
    assert said(anniversary(nth, years(1991), years(year), TENTH)) == relation


dates = st.dates(dt.date(1500, 1, 1), dt.date(2500, 1, 1))


@given(dates, st.integers(1, 4000))
@settings(deadline=None)
def test_the_true_length_never_contradicts(first: dt.date, number: int) -> None:
    last = first + dt.timedelta(days=number)
    when = TimeSpan(first, last, Granularity.DAY, Modifier.RANGE)
    assert judged(length(number, "day"), when) == "agrees"
    assert judged(length(number + 1, "day"), when) == "agrees"


@given(dates, dates)
@settings(deadline=None)
def test_the_true_age_never_contradicts(one: dt.date, other: dt.date) -> None:
    born, when = min(one, other), max(one, other)
    true = when.year - born.year - ((when.month, when.day) < (born.month, born.day))
    assert said(aged(age(true), TimeSpan(born, born), TimeSpan(when, when), TENTH)) == "agrees"
    spans = [years(born.year), years(when.year)]
    assert said(aged(age(true), *spans, TENTH)) == "agrees"


@given(st.integers(1, 400), dates, st.integers(0, 4000), st.sampled_from(["0", "0.05", "0.5"]))
@settings(deadline=None)
def test_a_wider_tolerance_never_adds_a_contradiction(number: int, first: dt.date, more: int, share: str) -> None:
    ends = ends_of(TimeSpan(first, first + dt.timedelta(days=more), Granularity.DAY, Modifier.RANGE))
    assert ends is not None
    narrow = said(elapsed(length(number, "day"), *ends, TENTH, "x"))
    wide = said(elapsed(length(number, "day"), *ends, Tolerance.of(approx="0.3", relative=share), "x"))
    assert (narrow, wide) != ("agrees", "contradicts")
