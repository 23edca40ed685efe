from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicon import dimensions, load_table
from claimcheck.lexicon.dimensions import difference_unit, dimension, known, slack, to_base

UNITS = sorted({row["unit"] for name in ("units", "time_units") for row in load_table(name)["unit"]})


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        ("1", "inch", Fraction(127, 5000)),
        ("2.5", "kilometer", Fraction(2500)),
        ("1", "hectare", Fraction(10000)),
        ("3", "kilometer ** 2", Fraction(3000000)),
        ("90", "kilometer / hour", Fraction(25)),
        ("100", "degree_Celsius", Fraction(37315, 100)),
        ("212", "degree_Fahrenheit", Fraction(37315, 100)),
        ("5", "delta_degree_Celsius", Fraction(5)),
        ("1", "megabyte", Fraction(8000000)),
        ("1", "mebibyte", Fraction(8388608)),
        ("1", "megabit", Fraction(1000000)),
        ("2", "kilowatt_hour", Fraction(7200000)),
        ("1", "pound", Fraction(45359237, 100000000)),
        ("3", "week", Fraction(1814400)),
        ("24", "month", Fraction(2 * 31557600)),
        ("12.5", "percent", Fraction(25, 2)),
        ("7", "EUR", Fraction(7)),
    ],
)
def test_conversion_is_exact(value: str, unit: str, base: Fraction) -> None:
    assert to_base(Decimal(value), unit) == base


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("mile", "length"),
        ("acre", "area"),
        ("oil_barrel", "volume"),
        ("oil_barrel / day", "flow"),
        ("ton", "mass"),
        ("degree_Fahrenheit", "temperature"),
        ("delta_degree_Fahrenheit", "temperature difference"),
        ("knot", "speed"),
        ("gigawatt_hour", "energy"),
        ("gigawatt", "power"),
        ("gibibyte", "data"),
        ("gigabit / second", "data rate"),
        ("hectopascal", "pressure"),
        ("megahertz", "frequency"),
        ("year", "time"),
        ("millisecond", "time"),
        ("working_day", "working days"),
        ("percent", "percent"),
        ("percentage_point", "percentage point"),
        ("EUR", "money EUR"),
        ("PEN", "money PEN"),
    ],
)
def test_dimension(unit: str, name: str) -> None:
    assert dimension(unit) == name


def test_no_table_has_decades() -> None:
    assert "decade" not in UNITS  # to pint a ratio of ten


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_of_the_tables_converts(unit: str) -> None:
    assert known(unit)
    assert to_base(Decimal(2), unit) != to_base(Decimal(1), unit)


def test_units_kept_here_are_as_pint_defines_them() -> None:
    registry = pint.UnitRegistry(non_int_type=Fraction)
    for unit, (name, scale) in dimensions._COMMON.items():
        if name in ("time", "length"):
            assert registry.Quantity(Fraction(1), unit).to_base_units().magnitude == scale


@pytest.mark.parametrize("unit", ["", "((", "no such unit", "1 +", "é", "km km km **", "__import__('os')"])
def test_an_unknown_unit_is_a_dimension_of_its_own(unit: str) -> None:
    assert not known(unit) or dimension(unit) == "number"
    assert isinstance(to_base(Decimal("1.5"), unit), Fraction)


@given(st.sampled_from(UNITS), st.decimals(-(10**9), 10**9, places=6), st.decimals(-(10**9), 10**9, places=6))
def test_conversion_keeps_order(unit: str, a: Decimal, b: Decimal) -> None:
    assert (a < b) == (to_base(a, unit) < to_base(b, unit))


def test_differences_and_slack() -> None:
    assert difference_unit("degree_Celsius") == "delta_degree_Celsius"
    assert difference_unit("kilometer") == "kilometer"
    month = to_base(Decimal(1), "month")
    assert month - slack("month") <= to_base(Decimal(28), "day")
    assert to_base(Decimal(30), "day") <= month + slack("month")
    assert slack("hour") == 0


def test_common_units_need_no_pint() -> None:
    code = (
        "import sys; from decimal import Decimal; from claimcheck.lexicon.dimensions import dimension, to_base; "
        "[dimension(u) and to_base(Decimal(1), u) for u in ('day', 'year', 'percent', 'EUR', 'kilometer')]; "
        "print('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
