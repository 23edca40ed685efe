"""What kind of thing a unit measures, and exact conversion to the base unit of that kind.

Two figures can be compared when ``dimension`` of their units is the same; then ``to_base`` puts both on one scale,
without rounding (``Fraction``). Definitions are pint's, that is the SI and the usual customary units; data sizes keep
decimal and binary prefixes apart (IEC 80000-13: 1 MB is 8,000,000 bits, 1 MiB is 8,388,608). pint takes a third of a
second to load, so it is loaded for the first unit that is neither money, a share nor in the table below.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.lexicon import load_table

__all__ = ["also", "binary_excess", "difference_unit", "dimension", "known", "slack", "to_base"]

_DAY = 86_400

# Units that nearly every document has, with what pint says of them (a test holds the two together), and those that
# pint has not, or not as a dimension of their own: a level in decibels is no plain number. A year is the Julian year of
# 365.25 days and a month a twelfth of it; `slack` says how far a calendar's may be from that.
_COMMON = {
    "second": ("time", Fraction(1)),
    "minute": ("time", Fraction(60)),
    "hour": ("time", Fraction(3_600)),
    "day": ("time", Fraction(_DAY)),
    "week": ("time", Fraction(7 * _DAY)),
    "month": ("time", Fraction(1461 * _DAY, 48)),
    "year": ("time", Fraction(1461 * _DAY, 4)),
    "meter": ("length", Fraction(1)),
    "centimeter": ("length", Fraction(1, 100)),
    "millimeter": ("length", Fraction(1, 1000)),
    "kilometer": ("length", Fraction(1000)),
    "meter ** 2": ("area", Fraction(1)),
    "kilometer ** 2": ("area", Fraction(10**6)),
    "hectare": ("area", Fraction(10**4)),
    "gram": ("mass", Fraction(1, 1000)),
    "kilogram": ("mass", Fraction(1)),
    "metric_ton": ("mass", Fraction(1000)),
    "liter": ("volume", Fraction(1, 1000)),
    "byte": ("data", Fraction(8)),
    "kilobyte": ("data", Fraction(8 * 10**3)),
    "megabyte": ("data", Fraction(8 * 10**6)),
    "gigabyte": ("data", Fraction(8 * 10**9)),
    "watt": ("power", Fraction(1)),
    "kilowatt": ("power", Fraction(10**3)),
    "megawatt": ("power", Fraction(10**6)),
    "gigawatt": ("power", Fraction(10**9)),
    "millisecond": ("time", Fraction(1, 1000)),
    "percent": ("percent", Fraction(1)),
    "percentage_point": ("percentage point", Fraction(1)),
    "working_day": ("working days", Fraction(1)),
    "decibel": ("level", Fraction(1)),
    "ppm": ("concentration", Fraction(1, 10**6)),
    "ppb": ("concentration", Fraction(1, 10**9)),
}

# Names of dimensions by the base units, and their powers, that pint reduces a unit to.
_NAMES: dict[tuple[tuple[str, Fraction], ...], str] = {
    tuple((unit, Fraction(power)) for unit, power in key): name
    for key, name in (
        ((), "number"),
        ((("meter", 1),), "length"),
        ((("meter", 2),), "area"),
        ((("meter", 3),), "volume"),
        ((("kilogram", 1),), "mass"),
        ((("second", 1),), "time"),
        ((("second", -1),), "frequency"),
        ((("kelvin", 1),), "temperature"),
        ((("ampere", 1),), "electric current"),
        ((("ampere", 1), ("second", 1)), "electric charge"),
        ((("candela", 1),), "luminous intensity"),
        ((("mole", 1),), "amount of substance"),
        ((("bit", 1),), "data"),
        ((("bit", 1), ("second", -1)), "data rate"),
        ((("pixel", 1),), "pixels"),
        ((("radian", 1),), "angle"),
        ((("radian", 1), ("second", -1)), "rotation"),
        ((("count", 1), ("second", -1)), "radioactivity"),
        ((("meter", 1), ("second", -1)), "speed"),
        ((("meter", 1), ("second", -2)), "acceleration"),
        ((("meter", 3), ("second", -1)), "flow"),
        ((("kilogram", 1), ("meter", -3)), "density"),
        ((("kilogram", 1), ("meter", 1), ("second", -2)), "force"),
        ((("kilogram", 1), ("meter", -1), ("second", -2)), "pressure"),
        ((("kilogram", 1), ("meter", 2), ("second", -2)), "energy"),
        ((("kilogram", 1), ("meter", 2), ("second", -3)), "power"),
        ((("ampere", -1), ("kilogram", 1), ("meter", 2), ("second", -3)), "voltage"),
        ((("ampere", -2), ("kilogram", 1), ("meter", 2), ("second", -3)), "electric resistance"),
        ((("meter", 2), ("second", -2)), "dose"),
    )
}


@frozen
class _Unit:
    dimension: str
    scale: Fraction
    offset: Fraction = Fraction(0)


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Fraction, autoconvert_offset_to_baseunit=True, cache_folder=None)


def _fraction(number: Any) -> Fraction:
    return Fraction(str(number)) if isinstance(number, float) else Fraction(number)


@cache
def _unit(unit: str) -> _Unit | None:
    """What is known of a unit, or None for a unit that nothing defines."""
    if (common := _COMMON.get(unit)) is not None:
        return _Unit(*common)
    if len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper():
        return _Unit(f"money {unit}", Fraction(1))
    registry = _registry()
    try:
        zero = registry.Quantity(Fraction(0), unit).to_base_units()
        one = registry.Quantity(Fraction(1), unit).to_base_units()
        items = tuple(sorted((name, _fraction(power)) for name, power in one.unit_items()))
        offset = _fraction(zero.magnitude)
        scale = _fraction(one.magnitude) - offset
    except Exception:  # pint raises its own errors, but also tokenizer, syntax and arithmetic errors, for bad text
        return None
    if (name := _NAMES.get(items)) is None:
        name = " * ".join(base if power == 1 else f"{base} ** {power}" for base, power in items)
    if unit.startswith("delta_") and name == "temperature":
        name = "temperature difference"
    return _Unit(name, scale, offset)


def known(unit: str) -> bool:
    """Whether the unit is one that can be converted: a pint unit, an ISO 4217 code, ``percent``."""
    return _unit(unit) is not None


def dimension(unit: str) -> str:
    """The kind of thing that a unit measures, as words: ``length``, ``data``, ``money USD``, ``percent``.

    Money is a dimension of its own for each currency: no rate of exchange is known here. A temperature and a
    difference of temperatures are two dimensions. A unit that nothing defines is a dimension of its own.
    """
    found = _unit(unit)
    return f"unit {unit}" if found is None else found.dimension


def to_base(value: Decimal, unit: str) -> Fraction:
    """``value`` of a unit on the scale that all units of its dimension share (metres, kilograms, bits, kelvins, …).

    Exact: 1 inch is 127/5000 m. The value of a unit that nothing defines is left as it is.
    """
    found = _unit(unit)
    number = Fraction(value)
    return number if found is None else number * found.scale + found.offset


def slack(unit: str) -> Fraction:
    """How far, in seconds, a span counted in calendar months or years may lie from its average; 0 for other units.

    Any one month has 28 to 31 days, any one year 365 or 366; over more of them the differences even out.
    """
    if unit == "month":
        return Fraction(5 * _DAY, 2)
    if unit == "year":
        return Fraction(_DAY)
    return Fraction(0)


def binary_excess(unit: str) -> Fraction:
    """How many times larger a unit of data is where its prefix is taken for a power of 1,024; 1 for other units."""
    prefix = unit.removesuffix("byte")
    power = _PREFIXES.index(prefix) + 1 if prefix != unit and prefix in _PREFIXES else 0
    return Fraction(1024, 1000) ** power


def also(unit: str) -> tuple[Fraction, Fraction]:
    """By how much the least and the most that the name of a unit can mean differ from it: a gallon, a ton."""
    others = [to_base(Decimal(1), other) / to_base(Decimal(1), unit) for other in _also().get(unit, ())]
    return min(others, default=_ONE) if others and min(others) < 1 else _ONE, max((*others, _ONE))


_ONE = Fraction(1)


@cache
def _also() -> dict[str, tuple[str, ...]]:
    return {row["unit"]: tuple(row["also"]) for row in load_table("units")["unit"] if "also" in row}


_PREFIXES = ("kilo", "mega", "giga", "tera", "peta")


def difference_unit(unit: str) -> str:
    """The unit of a difference between two values of a unit: only temperatures on a scale with an offset change."""
    return {
        "degree_Celsius": "delta_degree_Celsius",
        "degC": "delta_degree_Celsius",
        "degree_Fahrenheit": "delta_degree_Fahrenheit",
        "degF": "delta_degree_Fahrenheit",
    }.get(unit, unit)
