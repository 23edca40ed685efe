"""Sums of money: $5 million, EUR 6m, 20 yen, US$4.2bn (S$5.7bn), billions of dollars, $5 per kg."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.extract.amounts import Amount, quantity_of, tidy
from claimcheck.extract.numerals import Form, is_hyphen
from claimcheck.extract.per import read_per
from claimcheck.extract.scan import Scan
from claimcheck.extract.single import read_singles
from claimcheck.extract.units import UnitClass
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["find"]

_TWO = 2


@cache
def _singles() -> frozenset[str]:
    """The words for one unit of a currency."""
    rows = load_table("currencies")["unit"]
    return frozenset(word.split()[-1].lower() for row in rows for word in row.get("words", ()) if "factor" not in row)


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take every amount of money; two in a row, the second in brackets, are one sum in two currencies."""
    previous: Amount | None = None
    if len(amounts) > 1:
        amounts = _with_subunits(scan, amounts)
    if not scan.vocabulary.isdisjoint(_singles()):
        _one(scan)
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


def _with_subunits(scan: Scan, amounts: list[Amount]) -> list[Amount]:
    """The amounts, "20 dollars and 43 cents" as one."""
    result: list[Amount] = []
    for amount in amounts:
        whole = result[-1] if result else None
        if whole is not None and _completes(scan, whole, amount):
            assert whole.low is not None or whole.high is not None
            part = amount.numerals[0].value * (amount.unit.factor if amount.unit is not None else 0)
            result[-1] = evolve(
                whole,
                last=amount.last,
                end=amount.end,
                low=None if whole.low is None else tidy(whole.low + part),
                high=None if whole.high is None else tidy(whole.high + part),
                precision=amount.precision,
            )
        else:
            result.append(amount)
    return result


def _completes(scan: Scan, whole: Amount, part: Amount) -> bool:
    """Whether ``part`` is so many hundredths of the unit that ``whole`` has whole ones of."""
    unit, small = whole.unit, part.unit
    if unit is None or small is None or small.cls is not UnitClass.MONEY or unit.cls is not UnitClass.MONEY:
        return False
    if unit.factor != 1 or small.factor >= 1 or small.first < part.end or part.first < part.core:
        return False
    if small.unit != unit.unit and unit.unit not in small.ambiguous:
        return False
    if len(whole.numerals) + len(part.numerals) > _TWO or part.numerals[0].value >= 1 / small.factor:
        return False
    if whole.numerals[0].scaled or whole.numerals[0].value % 1 or part.form not in (Form.DIGITS, Form.WORDS):
        return False
    if not scan.free(whole.first, whole.last) or not scan.free(part.first, part.last) or part.first < whole.last:
        return False
    return [scan.norm(at) for at in range(whole.last, part.first)] in ([], ["and"], [","])


def _one(scan: Scan) -> None:
    """Take "less than a dollar a day", "a euro and a half": one of a currency with a bound, a rate or a part."""
    for single in read_singles(scan, UnitClass.MONEY):
        unit = single.unit
        if unit is None or unit.factor != 1 or not scan.free(single.first, single.last):
            continue
        if scan.norm(single.last) in ("of", "-", "for") or scan.norm(unit.first) in ("pound", "mark", "crown"):
            continue
        per = read_per(scan, single.last) if single.last < len(scan.tokens) else None
        if per is not None and not scan.free(single.last, per.last):
            per = None
        if single.first == single.core and per is None and single.last == unit.last:
            continue
        quantity = quantity_of(single)
        last = single.last
        if per is not None:
            quantity, last = evolve(quantity, per=per.text), per.last
        scan.take(
            Kind.MONEY,
            single.first,
            last,
            quantity=quantity,
            core=single.core,
            confidence=single.confidence,
            notes=single.notes,
        )


def _renders(scan: Scan, original: Amount, other: Amount) -> bool:
    """Whether ``other`` stands in brackets right after ``original``, in another currency."""
    if original.unit is None or other.unit is None or original.unit.unit == other.unit.unit:
        return False
    between = [scan.norm(i) for i in range(original.last, other.first)]
    if not between or between[0] not in ("(", "[") or len(between) > 3:
        return False
    return scan.norm(other.last) in (")", "]", ";", ",")
