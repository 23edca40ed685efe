"""Whether two claims give the same figure, in whatever spelling, unit or notation.

Stricter than a comparator: a comparator asks whether two statements can both be true, this asks whether one is a
copy of the other's figure. "50 MB", "fifty megabytes" and "52428800 bytes" are one figure; "about 50 MB" and "48 MB"
are not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from attrs import evolve

from claimcheck.compare.interval import interval, pair
from claimcheck.compare.spelling import number
from claimcheck.findings.marks import marks, refined, same_marks
from claimcheck.lexicon.dimensions import dimension, slack, to_base
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier, Quantity

__all__ = ["buckets", "changed", "converted", "root", "rounds", "same"]

_DATED = frozenset({Kind.DATE, Kind.PERIOD})
_STRICT = Tolerance(Fraction(0))
# Powers of 1000 that a data size may mean as powers of 1024: operating systems and tools still write MB for MiB.
_BINARY = {"kilo": 1, "mega": 2, "giga": 3, "tera": 4, "peta": 5}


def root(claim: Claim) -> str:
    """What the claim's figure can be a copy of at all: the dimension of its unit, or date, version, rank."""
    quantity = claim.quantity
    if claim.kind in _DATED:
        return "date" if marks(claim) else ""
    if quantity is None:
        return ""
    if claim.kind in (Kind.VERSION, Kind.IDENTIFIER):
        return "number" if _number(claim) is not None else claim.kind.value if _name(claim) else ""
    if quantity.low is None and quantity.high is None:
        return ""
    if claim.kind in (Kind.RANK, Kind.FREQUENCY, Kind.RATIO):
        return claim.kind.value
    return (quantity.unit and dimension(quantity.unit)) or "number"


def same(a: Claim, b: Claim) -> bool:
    """Whether the two give one figure."""
    kind = root(a)
    if not kind or kind != root(b):
        return False
    if kind == "date":
        return same_marks(marks(a), marks(b))
    if kind in ("version", "identifier"):
        return _name(a) == _name(b)
    if not _alike(a, b):
        return False
    first, second = _readings(a), _readings(b)
    if any(one == other for one in first for other in second):
        return True
    return _converted(a, b)


def rounds(copy: Claim, exact: Claim, other: Claim) -> bool:
    """Whether ``copy`` gives ``exact``'s figure rounded ("about 31,000" of 31,245), and not ``other``'s."""
    quantity = copy.quantity
    if quantity is None or quantity.modifier is not Modifier.APPROX or root(copy) != root(exact):
        return False
    if not _alike(copy, exact) or root(copy) in ("date", "version", "identifier"):
        return False
    rounded = evolve(copy, quantity=evolve(quantity, modifier=Modifier.EXACT))
    near, far = pair(rounded, exact, _STRICT), pair(rounded, other, _STRICT)
    return near[0].meets(near[1]) and not far[0].meets(far[1])


def changed(old: Claim, new: Claim) -> bool:
    """Whether an edit gave another figure: neither the same one, nor one converted, rounded or loosened."""
    if same(old, new):
        return False
    if root(old) == "date":
        return not refined(marks(old), marks(new))
    if root(old) in ("version", "identifier"):
        return True
    first, second = old.quantity, new.quantity
    if first is None or second is None or not _alike(old, new):
        return True
    if None in (first.low or first.high, second.low or second.high):
        return True  # digits that are a name
    bounds = (_open(first), _open(second))
    if bounds[0] == bounds[1]:
        return not _meet(_closed(old), _closed(new))
    if not any(bounds) and Modifier.APPROX in (first.modifier, second.modifier):
        return not _meet(old, new)
    # One is a bound ("more than 400") and the other a figure (412): a bound that lies close says the same more loosely.
    met = pair(old, new, _STRICT)
    if not met[0].meets(met[1]):
        return True
    low, high = sorted((_written(old), _written(new)))
    return bool(high) and (high - low) > abs(high) / 10


def converted(new: Claim, copy: Claim, old: Claim) -> str:
    """The new figure in the unit of a copy of the old one, for people; empty where the units are the same."""
    to, of = copy.quantity, new.quantity
    if to is None or of is None or to.unit == of.unit or to.unit is None or of.unit is None:
        return ""
    if root(new) != root(copy) or not _readings(new) or not to_base(Decimal(1), to.unit):
        return ""
    held, before = _readings(copy)[0], _readings(old)
    # The copy takes megabytes as powers of two where only that makes it a copy of the old figure.
    at = 1 if len(before) > 1 and held == before[1] else 0
    zero = to_base(Decimal(0), to.unit)
    ends = [(end - zero) / (to_base(Decimal(1), to.unit) - zero) for end in _readings(new)[at]]
    return f"{'–'.join(map(number, ends))} {to.unit.replace('_', ' ')}{'' if ends[-1] == 1 else 's'}"


def buckets(claim: Claim) -> list[str]:
    """Under what a figure is filed: equal figures share one of these, or have ``neighbours``.

    A plain number is filed under itself, and where it is approximate or long also under its size; a figure with a unit
    under its size in the base unit alone, since it may be converted and rounded.
    """
    kind = root(claim)
    if kind == "date":
        return [f"date {month}-{day or 0}" if month else f"date {year}" for year, month, day in marks(claim)]
    if kind in ("version", "identifier"):
        return [f"{kind} {_name(claim)}"]
    if not kind:
        return []
    ends = {end for reading in _readings(claim) for end in reading}
    if kind != "number":
        return [f"{kind} ~{_bucket(end)}" for end in sorted(ends)]
    found = [f"number {end}" for end in sorted(ends)]
    loose = claim.quantity is not None and claim.quantity.modifier is Modifier.APPROX
    return found + ([f"number ~{_bucket(end)}" for end in sorted(ends)] if loose else [])


def neighbours(bucket: str) -> Iterator[str]:
    """What to look under for copies of a figure that is filed under ``bucket``."""
    kind, _, value = bucket.rpartition(" ")
    yield bucket
    if value.startswith("~"):
        yield f"{kind} ~{int(value[1:]) - 1}"
        yield f"{kind} ~{int(value[1:]) + 1}"
    elif kind == "number":
        size = _bucket(Fraction(value))
        yield from (f"number ~{near}" for near in (size - 1, size, size + 1))


def _bucket(value: Fraction) -> int:
    return 10_000 if not value else math.floor(20 * (math.log10(abs(value.numerator)) - math.log10(value.denominator)))


def _number(claim: Claim) -> Decimal | None:
    text = claim.quantity.version if claim.quantity is not None else None
    if text is not None and text.isascii() and text.isdigit():
        return Decimal(text)
    return claim.quantity.low if claim.quantity is not None else None


def _name(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity is None:
        return ""
    text = quantity.version or (str(quantity.low.normalize()) if quantity.low is not None else "")
    return re.sub(r"(?:\.[x*]|\+)+$", "", text.lower().removeprefix("v"))


def _alike(a: Claim, b: Claim) -> bool:
    """Whether direction and denominator are the same: a rise is no fall, and a rate over time is no amount.

    A denominator may stand in a label ("Requests per minute | 600") instead of at the figure.
    """
    first, second = a.quantity, b.quantity
    if first is None or second is None or first.direction != second.direction:
        return False
    one, other = _rate(first), _rate(second)
    return one == other or (not one and other in a.terms) or (not other and one in b.terms)


def _rate(quantity: Quantity) -> str:
    return quantity.per if quantity.per and dimension(quantity.per) == "time" else ""


def _ends(claim: Claim) -> list[Decimal]:
    quantity = claim.quantity
    if quantity is None:
        return []
    if claim.kind in (Kind.VERSION, Kind.IDENTIFIER):
        value = _number(claim)
        return [] if value is None else [value]
    return list(dict.fromkeys(end for end in (quantity.low, quantity.high) if end is not None))


def _readings(claim: Claim) -> list[tuple[Fraction, ...]]:
    """The figure's ends in the base unit, in each sense that its unit may have."""
    ends, unit = _ends(claim), claim.quantity.unit if claim.quantity is not None else None
    if not ends:
        return []
    if unit is None:
        return [tuple(map(Fraction, ends))]
    plain = tuple(to_base(end, unit) for end in ends)
    factor = _binary(unit)
    return [plain] if factor == 1 else [plain, tuple(end * factor for end in plain)]


@cache
def _binary(unit: str) -> Fraction:
    for prefix, power in _BINARY.items():
        if unit.startswith(prefix) and unit.endswith("byte"):
            return Fraction(1024, 1000) ** power
    return Fraction(1)


def _converted(a: Claim, b: Claim) -> bool:
    """Whether the figures are one, converted and rounded: 62 miles are 100 km."""
    first, second = a.quantity, b.quantity
    if first is None or second is None or first.unit == second.unit or None in (first.unit, second.unit):
        return False
    if _open(first) != _open(second) and _open(first) and _open(second):
        return False
    spare = slack(first.unit or "") + slack(second.unit or "")
    left, right = interval(_closed(a), _STRICT), interval(_closed(b), _STRICT)
    return left.widened(spare, Fraction(0)).meets(right)


def _open(quantity: Quantity) -> str:
    """The side on which a figure is open."""
    if quantity.low is None:
        return "low"
    return "high" if quantity.high is None else ""


def _closed(claim: Claim) -> Claim:
    """The claim with the figure of its bound as an exact one."""
    quantity = claim.quantity
    if quantity is None or not (_open(quantity) or quantity.modifier is Modifier.APPROX):
        return claim
    end = quantity.high if quantity.low is None else quantity.low
    high = end if _open(quantity) else quantity.high
    return evolve(claim, quantity=evolve(quantity, low=end, high=high, modifier=Modifier.EXACT))


def _meet(a: Claim, b: Claim) -> bool:
    first, second = pair(a, b, _STRICT)
    return first.meets(second)


def _written(claim: Claim) -> Fraction:
    readings = _readings(claim)
    return readings[0][-1] if readings else Fraction(0)
