"""A part, its base and the share that is stated with them: "12 of 60 members, or a quarter" does not work out.

Every figure may be rounded, and a percentage may have been cut off instead of rounded: 2 of 3 is 67 % or 66 %.
"""

from __future__ import annotations

from fractions import Fraction

from claimcheck.compare.interval import Interval, interval, place
from claimcheck.compare.part_whole import adds_up
from claimcheck.compare.spelling import describe
from claimcheck.compare.verdict import Verdict
from claimcheck.lexicon.dimensions import dimension
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Relation

__all__ = ["share_in_words", "share_of"]

_HUNDRED = Fraction(100)
_IN_WORDS = Fraction(2)  # percentage points that a fraction in words may be off
_HALF = Fraction(1, 2)


def share_of(part: Claim, base: Claim, percent: Claim, tolerance: Tolerance) -> Verdict | None:
    """Compare a stated percentage with the part's share in its base; None where that is no share of it."""
    quantity = percent.quantity
    found = _share(part, base, tolerance)
    if quantity is None or quantity.unit != "percent" or quantity.role or found is None:
        return None
    cut_off = Fraction(quantity.precision or 1) * _HALF
    stated = interval(percent, tolerance).widened(cut_off, Fraction(0))
    return _verdict(part, base, found, stated, percent.text)


def share_in_words(part: Claim, base: Claim, share: Fraction, words: str, tolerance: Tolerance) -> Verdict | None:
    """The same for a fraction that is written out: "a quarter"."""
    found = _share(part, base, tolerance)
    if found is None:
        return None
    stated = Interval(share * _HUNDRED, share * _HUNDRED)
    return _verdict(part, base, found, stated.widened(_IN_WORDS + tolerance.absolute, tolerance.relative), words)


def _verdict(part: Claim, base: Claim, found: Interval, stated: Interval, words: str) -> Verdict:
    made = f"{_flat(part.text)} of {_flat(base.text)} is {_percent(found)}"
    if found.meets(stated):
        return Verdict(Relation.AGREES, f"{made}, as stated: {_flat(words)}", 0.3)
    return Verdict(Relation.CONTRADICTS, f"{made}, not {_flat(words)}")


def _share(part: Claim, base: Claim, tolerance: Tolerance) -> Interval | None:
    """The share that a part is of a base, in percent, with the rounding of both."""
    if not adds_up(part) or not adds_up(base) or _dimension(part) != _dimension(base):
        return None
    finest = min(place(part), place(base))
    some, whole = (interval(one, tolerance, finer=place(one) > finest) for one in (part, base))
    if not some.bounded or not whole.bounded:
        return None
    assert some.low is not None
    assert some.high is not None
    assert whole.low is not None
    assert whole.high is not None
    if some.low < 0 or whole.low <= 0 or some.low > whole.high:
        return None
    return Interval(some.low / whole.high * _HUNDRED, some.high / whole.low * _HUNDRED)


def _dimension(claim: Claim) -> str:
    unit = claim.quantity.unit if claim.quantity is not None else None
    return dimension(unit) if unit else "number"


def _percent(found: Interval) -> str:
    assert found.low is not None
    assert found.high is not None
    low, high = (Fraction(round(end * 10), 10) for end in (found.low, found.high))
    return f"{describe(Interval(low, low)) if low == high else f'{float(low):g} to {float(high):g}'} %"


def _flat(text: str) -> str:
    return " ".join(text.split())
