"""Two figures of one thing in one scope: they agree where their intervals meet, and contradict where they do not."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from claimcheck.compare.interval import Interval, pair, significant
from claimcheck.compare.spelling import shown as spell
from claimcheck.compare.verdict import Verdict
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier, Quantity, Relation

__all__ = ["same_value", "telling_figure"]


def same_value(a: Claim, b: Claim, tolerance: Tolerance) -> Verdict | None:
    """Compare the figures; None where one of them has none."""
    if a.kind in (Kind.VERSION, Kind.IDENTIFIER) or b.kind in (Kind.VERSION, Kind.IDENTIFIER):
        return _names(a, b)
    first, second = pair(a, b, tolerance)
    if (first.low is None and first.high is None) or (second.low is None and second.high is None):
        return None
    sign_a, sign_b = _sign(a), _sign(b)
    if sign_a * sign_b < 0 and not (_nought(first) and _nought(second)):
        return Verdict(Relation.CONTRADICTS, f"{a.text}: {_way(sign_a)}; {b.text}: {_way(sign_b)}")
    shown = f"{a.text}: {spell(a, first)}; {b.text}: {spell(b, second)}"
    if not first.meets(second):
        # "over 40" beside "40", "several" beside "two": nobody would call that a conflict
        loose = first.touches(second) or _is_vague(a) or _is_vague(b)
        return None if loose else Verdict(Relation.CONTRADICTS, shown)
    if (_one_way(first, second) and first != second) or _beyond(a, second) or _beyond(b, first):
        return None
    if _at_the_edge(a, b, first, second):
        return None
    return Verdict(Relation.AGREES, shown, _weight(a, b, first, second))


def _is_vague(claim: Claim) -> bool:
    """Whether the figure is a word such as "several", which says three to one writer and two to another."""
    words = fold(claim.text).split()
    return bool(words) and words[-1] in _vague()


@cache
def _vague() -> frozenset[str]:
    return frozenset(load_table("calendar")["relative"]["vague_counts"])


def _beyond(vague: Claim, other: Interval) -> bool:
    """Whether a figure lies far above what a vague word would be used for: "several" may be twenty, but not 164."""
    quantity = vague.quantity
    if quantity is None or quantity.modifier is not Modifier.VAGUE or quantity.high is not None:
        return False
    return quantity.low is not None and other.low is not None and 0 < _SO_MANY * quantity.low < other.low


_SO_MANY = 10


def _at_the_edge(a: Claim, b: Claim, first: Interval, second: Interval) -> bool:
    """Whether the finer of two exact figures is rounded to another than the coarser one: 3.5 billion is 4, not 3."""
    if any(one.quantity is None or one.quantity.modifier is not Modifier.EXACT for one in (a, b)):
        return False
    if None in (first.low, first.high, second.low, second.high) or not all(_DIGIT.search(one.text) for one in (a, b)):
        return False  # "half an hour" may be 28 minutes
    coarse, fine = sorted((first, second), key=_width, reverse=True)
    assert coarse.low is not None
    assert coarse.high is not None
    assert fine.low is not None
    assert fine.high is not None
    middle = (fine.low + fine.high) / 2
    return not coarse.low < middle < coarse.high if middle > 0 and _width(coarse) > 0 else False


_DIGIT = re.compile(r"\d")


def _width(one: Interval) -> Fraction:
    return Fraction(0) if one.low is None or one.high is None else one.high - one.low


def _one_way(first: Interval, second: Interval) -> bool:
    """Whether both are open to one side: "at least 14" and "at least 60" always meet, and say nothing together."""
    return (first.high is None and second.high is None) or (first.low is None and second.low is None)


def _names(a: Claim, b: Claim) -> Verdict | None:
    """Versions and identifiers are the same or they are not; a bare "3" leaves the rest of 3.11 open."""
    left, right = _name(a), _name(b)
    if not left or not right:
        return None
    shown = f"{a.text} / {b.text}"
    if left == right:
        return Verdict(Relation.AGREES, shown, _NAME)
    if a.kind is Kind.VERSION:
        short, long = sorted((left.split("."), right.split(".")), key=len)
        if long[: len(short)] == short:
            return Verdict(Relation.AGREES, shown, 0.3)
    return Verdict(Relation.CONTRADICTS, shown)


def _name(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity is None:
        return ""
    if quantity.version:
        return quantity.version.lower().removeprefix("v").rstrip("+").rstrip(".x")
    return "" if quantity.low is None else str(quantity.low.normalize())


def _sign(claim: Claim) -> int:
    return claim.quantity.direction if claim.quantity is not None and claim.quantity.role in ("by", "") else 0


def _way(sign: int) -> str:
    return "a rise" if sign > 0 else "a fall"


def _nought(found: Interval) -> bool:
    return (found.low is None or found.low <= 0) and found.high is not None and found.high <= 0


def _is_large(quantity: Quantity | None) -> bool:
    """Whether a count or a sum of money is large; other units can be scaled at will."""
    if quantity is None or quantity.low is None or (quantity.unit is not None and not quantity.unit.isupper()):
        return False
    return abs(quantity.low) >= _LARGE


_LARGE = 1000  # a large figure is seldom the same by chance, however round
_BOUNDED = frozenset({Modifier.EXACT, Modifier.APPROX, Modifier.RANGE})


def _weight(a: Claim, b: Claim, first: Interval, second: Interval) -> float:
    """How telling the agreement is: more digits, more; a half-open figure says little."""
    assert a.quantity is not None
    assert b.quantity is not None
    if a.quantity.modifier not in _BOUNDED or b.quantity.modifier not in _BOUNDED:
        alike = a.quantity.modifier is b.quantity.modifier and (first.low, first.high) == (
            second.low,
            second.high,
        )
        return _OPEN if alike else 0.2
    if a.quantity.modifier is b.quantity.modifier is Modifier.RANGE and (first.low, first.high) == (
        second.low,
        second.high,
    ):
        return _RANGE
    return _by_digits(min(significant(a), significant(b)), all(_is_large(one.quantity) for one in (a, b)))


_NAME, _OPEN, _RANGE = 0.8, 0.6, 0.8  # versions, figures without an end, ranges, each where both are the same


def _by_digits(digits: int, large: bool) -> float:
    return min(1.0, {1: 0.3, 2: 0.6}.get(digits, 1.0) + (0.3 if large else 0.0))


def telling_figure(claim: Claim) -> float:
    """The most that an agreement with this figure may tell, whatever the other one is."""
    if claim.kind in (Kind.VERSION, Kind.IDENTIFIER):
        return _NAME
    if claim.quantity is None:
        return 1.0
    if claim.quantity.modifier not in _BOUNDED:
        return _OPEN
    most = _by_digits(significant(claim), _is_large(claim.quantity))
    return max(most, _RANGE) if claim.quantity.modifier is Modifier.RANGE else most
