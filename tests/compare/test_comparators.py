"""The comparators alone: pure functions from two claims to a verdict."""

import pytest

from claimcheck.compare import COMPARATORS
from claimcheck.compare.change import change as fits
from claimcheck.compare.limit import limit
from claimcheck.compare.part_whole import part_whole
from claimcheck.compare.rank import rank
from claimcheck.compare.same_date import same_date
from claimcheck.compare.same_value import same_value, telling_figure
from claimcheck.compare.update import update
from claimcheck.packs import rules as _rules_module
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Granularity, Kind, Modifier, Relation, TimeSpan
from judging import claim, day, quantity, years

TENTH = Tolerance.of()


def said(verdict: object) -> str:
    return "nothing" if verdict is None else verdict.relation.value  # type: ignore[attr-defined]


def version(text: str) -> Claim:
    return claim(quantity(None, None, version=text), kind=Kind.VERSION, text=text)


def change(value: int, direction: int) -> Claim:
    return claim(quantity(value, unit="percent", direction=direction, role="by"), "price", kind=Kind.CHANGE)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (claim(16, "ship"), claim(16, "ship"), "agrees"),
        (claim(16, "ship"), claim(17, "ship"), "contradicts"),
        (change(10, 1), change(10, 1), "agrees"),
        (change(10, 1), change(10, -1), "contradicts"),
        (version("3.11"), version("3.11"), "agrees"),
        (version("3"), version("3.11"), "agrees"),
        (version("3.1"), version("3.11"), "contradicts"),
        (version("2.7+"), version("2.6+"), "contradicts"),
        (claim(None), claim(16, "ship"), "nothing"),
    ],
)
def test_same_value(a: Claim, b: Claim, relation: str) -> None:
    assert said(same_value(a, b, TENTH)) == relation
    assert said(same_value(b, a, TENTH)) == relation


def dated(when: TimeSpan, kind: Kind = Kind.DATE) -> Claim:
    return claim(None, "", kind=kind, when=when)


def month(text: str) -> TimeSpan:
    start = day(text).start
    assert start is not None
    return TimeSpan(start, start.replace(day=28), Granularity.MONTH)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (dated(day("2019-03-12")), dated(day("2019-03-12")), "agrees"),
        (dated(day("2019-03-12")), dated(day("2019-03-21")), "contradicts"),
        (dated(day("2019-03-12")), dated(month("2019-03-01")), "agrees"),
        (dated(day("2019-03-12")), dated(years(2019)), "agrees"),
        (dated(years(2018)), dated(years(2019)), "contradicts"),
        (dated(years(1991, 2009), Kind.PERIOD), dated(years(1991, 2009), Kind.PERIOD), "agrees"),
        (dated(years(1991, 2009), Kind.PERIOD), dated(years(1993, 2009), Kind.PERIOD), "contradicts"),
        (dated(TimeSpan(None, None, relative="last month")), dated(years(2019)), "nothing"),
    ],
)
def test_same_date(a: Claim, b: Claim, relation: str) -> None:
    assert said(same_date(a, b, TENTH)) == relation
    assert said(same_date(b, a, TENTH)) == relation


@pytest.mark.parametrize(
    ("part", "whole", "relation"),
    [
        (claim(16, "ship"), claim(10, "ship"), "contradicts"),
        (claim(9, "ship"), claim(10, "ship"), "differs"),
        (claim(quantity(10, None, modifier=Modifier.AT_LEAST), "ship"), claim(10, "ship"), "differs"),
        (claim(quantity(30, unit="percent"), "share", kind=Kind.PERCENT), claim(20, "share"), "nothing"),
        (claim(16, "average price"), claim(10, "average price"), "nothing"),
    ],
)
def test_part_whole(part: Claim, whole: Claim, relation: str) -> None:
    assert said(part_whole(part, whole, TENTH)) == relation


def test_rank_compares_positions() -> None:
    first, second = claim(17, kind=Kind.RANK), claim(71, kind=Kind.RANK)
    assert said(rank(first, first, TENTH)) == "agrees"
    assert said(rank(first, second, TENTH)) == "contradicts"
    assert rank(first, claim(17, "ship"), TENTH) is None


def test_a_running_total_may_grow_but_not_fall() -> None:
    assert said(update(claim(1820, "case"), claim(3924, "case"), TENTH)) == "differs"
    verdict = update(claim(3924, "case"), claim(1820, "case"), TENTH)
    assert verdict is not None
    assert verdict.relation is Relation.CONTRADICTS


def test_packs_and_comparators_know_the_same_names() -> None:
    assert set(COMPARATORS) | {
        "scope",
        "pinned",
        "superseded",
        "change",
        "sum",
        "elapsed",
        "share",
        "rank-order",
    } == set(_rules_module.COMPARATORS)


def ends(by: Claim, start: int, end: int) -> str:
    first = claim(quantity(start, role="from"), "pupil")
    return said(fits(by, first, claim(quantity(end, role="to"), "pupil"), TENTH))


@pytest.mark.parametrize(
    ("by", "start", "end", "relation"),
    [
        (change(20, 1), 50, 60, "agrees"),
        (change(20, 1), 50, 65, "contradicts"),
        (change(12, -1), 143, 126, "agrees"),
        (change(12, -1), 143, 160, "contradicts"),
        (claim(quantity(10, role="by", direction=1), "pupil", kind=Kind.CHANGE), 50, 60, "agrees"),
        (claim(quantity(3, role="times"), "pupil", kind=Kind.CHANGE), 50, 150, "agrees"),
        (claim(quantity(10, unit="kilometer", role="by"), "road", kind=Kind.CHANGE), 50, 60, "nothing"),
    ],
)
def test_a_change_must_fit_its_ends(by: Claim, start: int, end: int, relation: str) -> None:
    assert ends(by, start, end) == relation


def most(value: int, unit: str = "kilogram") -> Claim:
    return claim(quantity(None, value, unit, Modifier.AT_MOST), "parcel", kind=Kind.MEASURE)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (most(20), most(20), "agrees"),
        (most(20), most(15), "contradicts"),
        (most(20), most(20000, "gram"), "agrees"),
        (most(20), claim(quantity(5, None, "kilogram", Modifier.AT_LEAST), "parcel"), "nothing"),
        (claim(quantity(6, 11, "year", Modifier.RANGE)), claim(quantity(4, 9, "year", Modifier.RANGE)), "contradicts"),
    ],
)
def test_a_limit_is_one_value(a: Claim, b: Claim, relation: str) -> None:
    assert said(limit(a, b, TENTH)) == relation
    assert said(limit(b, a, TENTH)) == relation


FIGURES = [
    *(claim(quantity(value), "ship") for value in (3, 12, 120, 4800, 5, 40)),
    *(claim(quantity(value, modifier=Modifier.AT_LEAST), "ship") for value in (3, 40)),
    claim(quantity(3, 40, modifier=Modifier.RANGE), "ship"),
    version("3.11"),
    version("3"),
]


@pytest.mark.parametrize("a", FIGURES)
@pytest.mark.parametrize("b", FIGURES)
def test_no_agreement_tells_more_than_either_figure_may(a: Claim, b: Claim) -> None:
    verdict = same_value(a, b, TENTH) if a.kind is b.kind else None
    if verdict is not None and verdict.relation is Relation.AGREES:
        assert verdict.weight <= min(telling_figure(a), telling_figure(b))
