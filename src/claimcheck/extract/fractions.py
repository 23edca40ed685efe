"""Fractions in words: half, a third, two thirds, three-quarters, half a million, a quarter of a point."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.number_words import (
    DENOMINATORS,
    GROUPS,
    MOST,
    ONE,
    ORDINALS,
    SCALES,
    SMALL,
    TABLE,
    TENS,
    Form,
    Numeral,
    is_hyphen,
)
from claimcheck.extract.points import point_at
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.unit_parts import completes_unit

__all__ = ["read_share"]

_PLACES, _QUARTERS = 100, 4
_SHARE_AFTER = frozenset(TABLE["share_cues"]["after"])
_SHARE_BEFORE = frozenset(TABLE["share_cues"]["before"])
_SHARING = frozenset(TABLE["share_cues"]["sharing"])
_SHARED_ENDS = frozenset({"and", "but", "for", "while", "in", "to"})
_FAR = 24
_HALF_AFTER = frozenset(TABLE["share_cues"]["half_after"])
_NOT_HALF_AFTER = frozenset(TABLE["share_cues"]["not_half_after"])


def read_share(scan: Scan, at: int) -> Numeral | None:
    """Half, a third of, two thirds, three-quarters, half a million, a quarter of a million."""
    word = scan.norm(at)
    before = scan.norm(at - 1)
    if word == "half" or (word in ("a", "one") and scan.norm(at + 1) == "half"):
        last = at + (1 if word == "half" else 2)
        if word == "half" and before in _NOT_HALF_AFTER:
            return None
        scaled = _of_a_scale(scan, at, last, Decimal("0.5"))
        if scaled is not None:
            return scaled
        if completes_unit(scan, at if last == at + 2 else at - 1):
            return None
        after = scan.norm(last)
        if is_hyphen(scan, last):
            pointed = word == "half" and point_at(scan, last + 1)
            return Numeral(at, last, Decimal("0.5"), Decimal("0.1"), Form.FRACTION) if pointed else None
        if after in _HALF_AFTER or before in _SHARE_BEFORE or word == "one" or after in ("a", "an"):
            return Numeral(at, last, Decimal("0.5"), Decimal("0.1"), Form.FRACTION)
        return None
    if word == "quarter" and (last := at + 2 if is_hyphen(scan, at + 1) else at + 1) and point_at(scan, last):
        return Numeral(at, at + 1, Decimal("0.25"), Decimal("0.01"), Form.FRACTION)
    if word == "one" and is_hyphen(scan, at + 1) and scan.norm(at + 2) == "half" and not is_hyphen(scan, at + 3):
        return Numeral(at, at + 3, Decimal("0.5"), Decimal("0.1"), Form.FRACTION)
    if word in ("quarter", "third") and before not in ("a", "one", "the"):
        return _of_a_scale(scan, at, at + 1, Decimal("0.25")) if word == "quarter" else None
    top = ONE if word in ("a", "an") else SMALL.get(word)
    if not top:
        return None
    here = at + 1
    joined = is_hyphen(scan, here)
    if joined:
        here += 1
    bottom = DENOMINATORS.get(scan.norm(here))
    if bottom is None and (found := _compound(scan, here)) is not None:
        bottom, here = found
    if bottom is None or top > bottom or scan.norm(here) in ("half", "halves"):
        return None
    plural = scan.norm(here).endswith("s")
    if plural != (top > 1):
        return None
    last = here + 1
    scaled = _of_a_scale(scan, at, last, top / bottom)
    if scaled is not None:
        return scaled
    if bottom <= _QUARTERS and completes_unit(scan, at):
        return None
    if bottom >= _PLACES and before == "the" and scan.norm(last) not in _SHARE_AFTER:
        return None  # "the one hundredth visitor"
    cued = scan.norm(last) in _SHARE_AFTER or before in _SHARE_BEFORE or _shared(scan, at, last)
    if word in ("a", "an") and not cued:
        return None
    if bottom == 4 and not cued and not joined:  # quarters of a year
        return None
    return Numeral(at, last, top / bottom, Decimal("0.01"), Form.FRACTION)


def _shared(scan: Scan, at: int, last: int) -> bool:
    """Whether somebody has, gives or makes so much of a whole told before: "of which the canton paid a third"."""
    after = scan.tokens[last] if last < len(scan.tokens) else None
    if after is not None and after.kind is not TokenKind.PUNCT and after.norm not in _SHARED_ENDS:
        return False
    if scan.norm(at - 1) not in _SHARING:
        return False
    ahead = scan.norms[max(at - _FAR, 0) : at]
    return (
        scan.norm(at - 1) == "add"
        or "which" in ahead
        or "whom" in ahead
        or any(k < at and not scan.taken[k] for k in scan.numbers)
    )


def _compound(scan: Scan, at: int) -> tuple[Decimal, int] | None:
    """The denominator in tens and ones at ``at``, "twenty-fifth" or "twenty-fifths", and its last token."""
    tens = TENS.get(scan.norm(at))
    if tens is None or not is_hyphen(scan, at + 1):
        return None
    ones = ORDINALS.get(scan.norm(at + 2).removesuffix("s"))
    return (tens + ones, at + 2) if ones is not None and ones < 10 else None


def _of_a_scale(scan: Scan, first: int, last: int, share: Decimal) -> Numeral | None:
    """A share of one scale word: half a million, half-dozen, a quarter of a million."""
    here = last
    if scan.norm(here) == "of" and scan.norm(here + 1) in ("a", "an"):
        here += 2
    elif scan.norm(here) in ("a", "an"):
        here += 1
    elif is_hyphen(scan, here):
        here += 1
        if scan.norm(here) == "a" and is_hyphen(scan, here + 1):
            here += 2
    scale = SCALES.get(scan.norm(here)) or GROUPS.get(scan.norm(here))
    if scale is None or scan.taken[here]:
        return None
    here += 1
    while scale < MOST and scan.norm(here) in SCALES:
        scale, here = scale * SCALES[scan.norm(here)], here + 1
    return Numeral(
        first, here, share * scale, max(ONE, scale / 10) if scale >= 100 else ONE, Form.WORDS, True, scale=scale
    )
