"""How many times: 3:1, tenfold, more than ten times as many, twice the size, 3x, half as much."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract import modifiers
from claimcheck.extract.amounts import Amount, quantity_of, tidy
from claimcheck.extract.numerals import SINGLE_WORDS, Form, number_of
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["WORDS", "find"]

_DATA = load_table("ratios")
_MULTIPLES = {word: Decimal(value) for word, value in _DATA["multiples"].items()}
_AFTER = frozenset(_DATA["cues"]["after"])
_LATER = frozenset(_DATA["cues"]["later"])
_RATIO_WORDS = frozenset(_DATA["cues"]["ratio"])
_ONE = Decimal(1)

#: The words that make a multiple without any number beside them.
WORDS = frozenset({*_MULTIPLES, "fold", *(word + "fold" for word in SINGLE_WORDS)})


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take ratios and multiples."""
    for index, amount in enumerate(amounts):
        if not scan.free(amount.first, amount.last) or amount.unit is not None:
            continue
        if _times(scan, amount) or _fold(scan, amount) or _half_as(scan, amount):
            continue
        if index + 1 < len(amounts):
            _two_sided(scan, amount, amounts[index + 1])
    for at in scan.where(WORDS):
        norm = scan.norm(at)
        if scan.taken[at]:
            continue
        if norm in _MULTIPLES:
            after = scan.norm(at + 1)
            if after in _AFTER or (norm == "twice" and after.endswith("er") and len(after) > 4):
                _take_word(scan, at, _MULTIPLES[norm])
        elif norm.endswith("fold") and len(norm) > 5:
            value = number_of(norm[:-4])
            if value is not None:
                _take_word(scan, at, value)


def _take_word(scan: Scan, at: int, value: Decimal) -> None:
    first, bounds = modifiers.before(scan, at)
    modifier = modifiers.combine(bounds).modifier or Modifier.EXACT
    low: Decimal | None = value
    high: Decimal | None = value
    if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        high = None
    elif modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
        low = None
    scan.take(Kind.RATIO, first, at + 1, quantity=Quantity(low, high, None, modifier, _ONE, role="times"), core=at)


def _take(scan: Scan, amount: Amount, last: int) -> bool:
    quantity = quantity_of(amount)
    scan.take(
        Kind.RATIO,
        amount.first,
        last,
        quantity=Quantity(quantity.low, quantity.high, None, quantity.modifier, quantity.precision, role="times"),
        core=amount.core,
        confidence=amount.confidence,
        notes=amount.notes,
    )
    return True


def _times(scan: Scan, amount: Amount) -> bool:
    """Ten times more, 3x; "visited three times" is a count of visits."""
    if amount.form is Form.ORDINAL:
        return False
    at = amount.last
    tokens = scan.tokens
    if at >= len(tokens) or scan.taken[at]:
        return False
    token = tokens[at]
    if token.norm in ("x", "×") and token.glued and amount.form is Form.DIGITS:
        if at + 1 < len(tokens) and tokens[at + 1].glued and tokens[at + 1].kind is TokenKind.NUMBER:
            return False
        return _take(scan, amount, at + 1)
    if token.norm != "times" or amount.form is Form.FRACTION:
        return False
    after = scan.norm(at + 1)
    comparative = after.endswith("er") and len(after) > 4 and after not in ("after", "under", "never")
    later = any(scan.norm(i) in _LATER for i in range(at + 1, min(at + 12, len(tokens))))
    if after in _AFTER or comparative or later:
        return _take(scan, amount, at + 1)
    return False


def _fold(scan: Scan, amount: Amount) -> bool:
    at = amount.last
    if amount.hyphenated and scan.norm(at + 1) == "fold":
        return _take(scan, amount, at + 2)
    if scan.norm(at) == "fold" and amount.form is not Form.ORDINAL:
        return _take(scan, amount, at + 1)
    return False


def _half_as(scan: Scan, amount: Amount) -> bool:
    if amount.form is Form.FRACTION and scan.norm(amount.last) == "as":
        if scan.norm(amount.last + 1) in ("many", "much", "large", "big", "high", "likely", "long", "fast"):
            return _take(scan, amount, amount.last)
    return False


def _two_sided(scan: Scan, left: Amount, right: Amount) -> None:
    """3:1, and "3 to 1" where a word such as "ratio" or "odds" says so."""
    if right.unit is not None or not scan.free(right.first, right.last) or not left.low or not right.low:
        return
    if {left.form, right.form} & {Form.ORDINAL, Form.VAGUE, Form.FRACTION} or left.low != left.high:
        return
    between = [scan.norm(i) for i in range(left.end, right.first)]
    around = range(max(0, left.first - 6), right.last + 4)
    cued = any(scan.norm(at) in _RATIO_WORDS for at in around)
    glued = between == [":"] and scan.tokens[left.end].glued and scan.tokens[right.first].glued
    spelled = between == ["-", "to", "-"] and right.low == 1 and left.low > 1  # "3-to-1"
    if not (glued or spelled or (cued and between in (["to"], [":"], ["-", "to", "-"]))):
        return
    scan.take(
        Kind.RATIO,
        left.first,
        right.last,
        quantity=Quantity(tidy(left.low / right.low), tidy(left.low / right.low), None, Modifier.EXACT, None),
        core=left.core,
        confidence=0.9 if glued and not cued else 1.0,
        notes=("the colon is read as a ratio",) if glued and not cued else (),
    )
