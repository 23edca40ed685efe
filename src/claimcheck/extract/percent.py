"""Shares of a whole: 16-18%, two thirds, one in five, three out of four, basis points."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from claimcheck.extract.amounts import Amount, quantity_of, tidy
from claimcheck.extract.numerals import PEOPLE, Form
from claimcheck.extract.per import read_per
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Quantity

__all__ = ["find"]

_FUNCTION = frozenset(load_table("counting")["function"]["words"])
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "all", "a", "an", "total", "these", "those"})
_MAX_BASE = 6
_USUAL = frozenset(map(Decimal, (2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 1000)))
_STEPS = frozenset(load_table("shares")["steps"]["words"])  # what comes one after the other: "every third step"
_HUNDRED = Decimal(100)


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take percentages, percentage points, and shares written as fractions."""
    for index, amount in enumerate(amounts):
        if not scan.free(amount.first, amount.last):
            continue
        unit = amount.unit
        if amount.form is Form.ORDINAL:
            _every(scan, amount)
            continue
        if unit is not None and unit.cls in (UnitClass.PERCENT, UnitClass.POINTS):
            quantity, last = quantity_of(amount), amount.last
            per = read_per(scan, last) if last < len(scan.tokens) else None
            if per is not None and scan.free(last, per.last):
                quantity, last = evolve(quantity, per=per.text), per.last
            scan.take(
                Kind.PERCENT,
                amount.first,
                last,
                quantity=quantity,
                core=amount.core,
                base=_base(scan, amount.last),
                confidence=amount.confidence,
                notes=amount.notes,
            )
        elif unit is None and amount.form is Form.FRACTION and not _compares(scan, amount):
            _take_fraction(scan, amount)
        elif unit is None and index + 1 < len(amounts):
            _in_or_out_of(scan, amount, amounts[index + 1])


def _every(scan: Scan, amount: Amount) -> None:
    """Every fifth pupil: one in five."""
    at, nth = amount.core - 1, amount.low
    if scan.norm(at) != "every" or nth is None or not 3 <= nth <= 100 or scan.norm(at - 1) in ("of", "in", "out"):
        return
    noun = scan.tokens[amount.end] if amount.end < len(scan.tokens) else None
    if noun is None or noun.kind is not TokenKind.WORD or noun.norm in _FUNCTION or noun.norm in _STEPS:
        return
    share = tidy(_HUNDRED / nth)
    scan.take(
        Kind.PERCENT,
        at,
        amount.end,
        quantity=Quantity(share, share, "percent", precision=Decimal(1), out_of=nth),
        core=amount.core,
        base=_bare_base(scan, amount.end),
        confidence=0.8,
        notes=("one of every so many",),
    )


def _compares(scan: Scan, amount: Amount) -> bool:
    """Whether "half as many" follows, which is a ratio."""
    return scan.norm(amount.last) in ("as", "again")


def _take_fraction(scan: Scan, amount: Amount) -> None:
    low = None if amount.low is None else tidy(amount.low * _HUNDRED)
    high = None if amount.high is None else tidy(amount.high * _HUNDRED)
    if amount.numerals[0].value > 1:
        return
    part = _written_part(scan, amount)
    if part is not None:  # 11/118 patients: so many of so many
        top, bottom = part
        scan.take(
            Kind.COUNT,
            amount.first,
            amount.last,
            quantity=Quantity(
                None if amount.low is None else top,
                None if amount.high is None else top,
                None,
                amount.modifier,
                Decimal(1),
                out_of=bottom,
            ),
            core=amount.core,
            confidence=amount.confidence,
            notes=amount.notes,
        )
        return
    scan.take(
        Kind.PERCENT,
        amount.first,
        amount.last,
        quantity=Quantity(low, high, "percent", amount.modifier, Decimal(1)),
        core=amount.core,
        base=_base(scan, amount.last) or _bare_base(scan, amount.last),
        confidence=amount.confidence,
        notes=amount.notes,
    )


def _written_part(scan: Scan, amount: Amount) -> tuple[Decimal, Decimal] | None:
    """The two numbers of a fraction in digits whose denominator is no usual one: 22/27."""
    numeral = amount.numerals[0]
    if numeral.last - numeral.first != 3 or scan.norm(numeral.first + 1) != "/":
        return None
    bottom = Decimal(scan.norm(numeral.last - 1))
    if bottom in _USUAL:
        return None
    return Decimal(scan.norm(numeral.first)), bottom


def _in_or_out_of(scan: Scan, part: Amount, whole: Amount) -> None:
    """One in five, three out of four (people)."""
    between = [scan.norm(i) for i in range(part.last, whole.first)]
    noun = _noun_between(scan, part, whole, between)
    if noun is not None:
        between = between[noun[1] - part.last :]
    if between not in (["in"], ["out", "of"], ["in", "every"], ["out", "of", "every"], ["of", "every"]):
        return
    many = part.low if part.low is not None else part.high
    if whole.unit is not None or many is None or whole.low is None or whole.low != whole.high:
        return
    if not 0 < many < whole.low or (part.low is not None and part.low != part.high and part.high is not None):
        return
    if {part.form, whole.form} & {Form.ORDINAL, Form.VAGUE, Form.FRACTION} or part.hyphenated:
        return
    if between[0] == "in" and (
        whole.low > 1000 or many > 10 or (1900 <= whole.low <= 2100) or not scan.free(whole.first, whole.last)
    ):
        return
    share = tidy(many / whole.low * _HUNDRED)
    scan.take(
        Kind.PERCENT,
        part.first,
        whole.last,
        quantity=Quantity(
            None if part.low is None else share,
            None if part.high is None else share,
            "percent",
            part.modifier,
            Decimal(1),
            out_of=whole.low,
        ),
        core=part.core,
        base=noun or _bare_base(scan, whole.last),
    )


def _noun_between(scan: Scan, part: Amount, whole: Amount, between: list[str]) -> tuple[int, int] | None:
    """The tokens of the noun in "one seed in eight germinated", where none follows the second number."""
    if not 1 < len(between) <= _MAX_BASE or part.form is not Form.WORDS or part.modifier is not whole.modifier:
        return None
    last = next((at for at in range(part.last, whole.first) if scan.norm(at) in ("in", "out")), part.last)
    words = scan.tokens[part.last : last]
    if not words or any(word.kind is not TokenKind.WORD or word.norm in _FUNCTION for word in words):
        return None
    return None if _counted(scan, whole.last) else (part.last, last)


def _counted(scan: Scan, at: int) -> bool:
    """Whether a plural that a number before ``at`` could count stands there: "in five large ports"."""
    verbs = load_table("grammar")["irregular"]
    for here in range(at, min(at + 3, len(scan.tokens))):
        token = scan.tokens[here]
        if token.kind is not TokenKind.WORD or token.norm in _FUNCTION or token.norm.endswith("ed"):
            return False
        if token.norm in PEOPLE or (token.norm.endswith("s") and token.norm[:-1] not in verbs):
            return True
    return False


def _base(scan: Scan, at: int) -> tuple[int, int] | None:
    """The tokens of what a share is of: "of (the country's) GDP"."""
    if scan.norm(at) != "of":
        return None
    return _bare_base(scan, at + 1)


def _bare_base(scan: Scan, at: int) -> tuple[int, int] | None:
    tokens = scan.tokens
    first = at
    while scan.norm(first) in _DETERMINERS:
        first += 1
    last = first
    while last < len(tokens) and last - first < _MAX_BASE:
        token = tokens[last]
        if token.text in "-–'" and token.glued and last > first:
            last += 1
            continue
        if token.kind is not TokenKind.WORD or token.norm in _FUNCTION or scan.taken[last]:
            break
        last += 1
        if token.norm in PEOPLE:  # a plural ends its noun phrase
            break
    return (first, last) if last > first else None
