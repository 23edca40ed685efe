"""What a written quantity means: the intervals of the design's table, and when two of them meet."""

from fractions import Fraction

import pytest

from claimcheck.compare.interval import Interval, interval, pair, side, significant
from claimcheck.compare.spelling import describe
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier
from judging import claim, quantity

TENTH = Tolerance.of(approx="0.1")
APPROX, RANGE = Modifier.APPROX, Modifier.RANGE


def of(*args: object, text: str = "", **more: object) -> Claim:
    return claim(quantity(*args, **more), "ship", text=text)  # type: ignore[arg-type]


SHAPES = [
    ("16 ships", of(16), "16"),
    ("14.5 million", of("14500000", precision=100000), "[14,450,000, 14,550,000]"),
    ("34 %", of(34, unit="percent"), "[33.5, 34.5]"),
    ("12 km", of(12, unit="kilometer"), "[11,500, 12,500]"),
    ("about 10,000", of(10000, modifier=APPROX, text="about 10,000"), "[9,000, 11,000]"),
    ("nearly 7,000", of(7000, modifier=APPROX, text="nearly 7,000"), "[6,300, 7,000)"),
    ("nearly an hour", of(1, unit="hour", modifier=APPROX, text="nearly an hour"), "[2,700, 3,600)"),
    ("just over 60", of(60, modifier=APPROX, text="just over 60"), "(60, 66]"),
    ("at least 25", of(25, None, modifier=Modifier.AT_LEAST), "[25, ∞)"),
    ("more than 25", of(25, None, modifier=Modifier.MORE_THAN), "(25, ∞)"),
    ("up to 40", of(None, 40, modifier=Modifier.AT_MOST), "(-∞, 40]"),
    ("fewer than 40", of(None, 40, modifier=Modifier.LESS_THAN), "(-∞, 40)"),
    ("30-40", of(30, 40, modifier=RANGE), "[30, 40]"),
    ("dozens", of(24, None, modifier=Modifier.VAGUE), "[24, ∞)"),
]


@pytest.mark.parametrize(("made", "shown"), [case[1:] for case in SHAPES], ids=[case[0] for case in SHAPES])
def test_interval_of_a_written_quantity(made: Claim, shown: str) -> None:
    assert describe(interval(made, TENTH)) == shown


MEETINGS = [
    ("rounding", of("4200000", precision=100000), of(4187331), True),
    ("beyond rounding", of("4200000", precision=100000), of(4631000), False),
    ("same precision is exact", of(7000), of(7400), False),
    ("zeros beside a finer figure", of(7000), of(7040), True),
    ("a hundred beside a finer figure", of(100, precision=100), of(114), True),
    ("a hundred and nearly half as many more", of(100, precision=100), of(140), False),
    (
        "a million of money",
        of("1000000", unit="EUR", precision=1000000),
        of("1300000", unit="EUR", precision=100000),
        False,
    ),
    ("a dozen", of(12, text="a dozen"), of(14), True),
    ("a dozen and a half", of(12, text="a dozen"), of(17), False),
    ("exactly a dozen", of(12, text="exactly a dozen"), of(13), False),
    ("twelve", of(12, text="twelve"), of(13), False),
    ("tons of any country", of(500, unit="ton", text="500 tons"), of(508, unit="tonne"), True),
    ("tons of none", of(500, unit="ton", text="500 tons"), of(600, unit="tonne"), False),
    ("short tons", of(500, unit="US_ton", text="500 short tons"), of(508, unit="tonne"), False),
    ("gallons", of(500, unit="gallon", text="500 gallons"), of(2270, unit="liter"), True),
    ("US gallons", of(500, unit="gallon", text="500 US gallons"), of(2270, unit="liter"), False),
    ("two digits are kept", of(12000), of(12600), False),
    ("counts are exact", of(16), of(17), False),
    ("about", of(10000, modifier=APPROX, text="about 10,000"), of(9700), True),
    ("nearly is below", of(7000, modifier=APPROX, text="nearly 7,000"), of(7400), False),
    ("nearly is below, not at", of(7000, modifier=APPROX, text="almost 7,000"), of(7000), False),
    ("bound kept", of(25, None, modifier=Modifier.AT_LEAST), of(18), False),
    ("bound met", of(25, None, modifier=Modifier.AT_LEAST), of(25), True),
    ("open bound", of(25, None, modifier=Modifier.MORE_THAN), of(25), False),
    ("ranges touch", of(16, 18, unit="percent", modifier=RANGE), of(18, 20, unit="percent", modifier=RANGE), True),
    ("miles", of(80, unit="mile"), of(100, unit="kilometer"), False),
    ("feet", of(5895, unit="meter"), of(19341, unit="foot"), True),
    ("heat", of(180, unit="degree_Celsius"), of(356, unit="degree_Fahrenheit"), True),
    ("heat apart", of(200, unit="degree_Celsius"), of(350, unit="degree_Fahrenheit"), False),
    ("days", of(72, unit="hour"), of(3, unit="day"), True),
    ("fortnight", of(14, unit="day"), of(3, unit="week"), False),
    ("a week is no six days", of(1, unit="week"), of(6, unit="day"), False),
    ("months of a year", of(12, unit="month"), of(1, unit="year"), True),
]


@pytest.mark.parametrize(("a", "b", "met"), [case[1:] for case in MEETINGS], ids=[case[0] for case in MEETINGS])
def test_two_figures_meet_or_not(a: Claim, b: Claim, met: bool) -> None:
    first, second = pair(a, b, TENTH)
    assert first.meets(second) is met
    other, one = pair(b, a, TENTH)
    assert other.meets(one) is met


def test_touching_ends_meet_only_if_both_are_closed() -> None:
    closed = Interval(Fraction(1), Fraction(2))
    assert closed.meets(Interval(Fraction(2), Fraction(3)))
    assert not closed.meets(Interval(Fraction(2), Fraction(3), low_open=True))


def test_the_rules_tolerance_widens_every_figure() -> None:
    first, second = pair(of(101), of(111), Tolerance.of(relative="0.05"))
    assert first.meets(second)
    first, second = pair(of(101), of(113), Tolerance.of(relative="0.05"))
    assert not first.meets(second)


@pytest.mark.parametrize(
    ("text", "sign"), [("nearly 40", -1), ("Almost 40", -1), ("about 40", 0), ("just over 40", 1), ("40", 0)]
)
def test_side_of_an_approximation(text: str, sign: int) -> None:
    assert side(text) == sign


@pytest.mark.parametrize(("value", "digits"), [("1480000", 3), ("7000", 1), ("53.81", 4), ("0", 1)])
def test_significant_digits(value: str, digits: int) -> None:
    assert significant(of(value)) == digits


def test_a_claim_without_a_figure_has_no_interval() -> None:
    assert interval(claim(None, kind=Kind.DATE), TENTH) == Interval(None, None)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (of(64, unit="kilobyte"), of(65536, unit="byte"), True),
        (of(64, unit="kilobyte"), of(64000, unit="byte"), True),
        (of(64, unit="kilobyte"), of(70000, unit="byte"), False),
        (of(2, unit="gigabyte"), of(2048, unit="megabyte"), True),
        (of(2, unit="gigabyte"), of(1400, unit="megabyte"), False),
        (of(64, unit="kilobyte"), of(65, unit="kilobyte"), False),
    ],
)
def test_sizes_in_two_units_may_be_counted_in_powers_of_two(one: Claim, other: Claim, meet: bool) -> None:
    first, second = pair(one, other, TENTH)
    assert first.meets(second) is meet
