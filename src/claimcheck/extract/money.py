"""Sums of money: $5 million, EUR 6m, 20 yen, US$4.2bn (S$5.7bn), billions of dollars, $5 per kg."""

from __future__ import annotations

from attrs import evolve

from claimcheck.extract.amounts import Amount, quantity_of
from claimcheck.extract.numerals import Form, is_hyphen
from claimcheck.extract.per import read_per
from claimcheck.extract.scan import Scan
from claimcheck.extract.units import UnitClass
from claimcheck.records import Kind

__all__ = ["find"]


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take every amount of money; two in a row, the second in brackets, are one sum in two currencies."""
    previous: Amount | None = None
    for amount in amounts:
        unit = amount.unit
        if unit is None or unit.cls is not UnitClass.MONEY or not scan.free(amount.first, amount.last):
            if unit is None or unit.cls is not UnitClass.MONEY:
                previous = None
            continue
        quantity = quantity_of(amount)
        last = amount.last
        if is_hyphen(scan, last) and scan.norm(last + 1) in ("a", "an", "per"):
            last += 1
        per = read_per(scan, last) if amount.form is not Form.VAGUE and last < len(scan.tokens) else None
        if per is not None and scan.free(last, per.last):
            quantity = evolve(quantity, per=per.text)
            last = per.last
        else:
            last = amount.last
        scan.take(
            Kind.MONEY,
            amount.first,
            last,
            quantity=quantity,
            core=amount.core,
            confidence=amount.confidence,
            notes=amount.notes,
        )
        if previous is not None and _renders(scan, previous, amount):
            scan.twins.append((previous.first, amount.first))
        previous = amount


def _renders(scan: Scan, original: Amount, other: Amount) -> bool:
    """Whether ``other`` stands in brackets right after ``original``, in another currency."""
    if original.unit is None or other.unit is None or original.unit.unit == other.unit.unit:
        return False
    between = [scan.norm(i) for i in range(original.last, other.first)]
    if not between or between[0] not in ("(", "[") or len(between) > 3:
        return False
    return scan.norm(other.last) in (")", "]", ";", ",")
