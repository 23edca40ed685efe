"""Units that a figure leaves to its neighbour.

One end of a change to the other ("from 1.6 million kronor in 2010 to 2.3 million in 2020"), a part to its whole ("60 of
the 165 kilograms", "of the 96 litres 22 were lost"), the second of two extremes to the first ("the shortest lasts 12
months, the longest 24"), the second of two times to the first ("€3 million in 2008 and 4.2 million in 2016"), all of a
list to its last ("5, 10 and 15%").
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.extract.numerals import Form
from claimcheck.extract.parallels import FAR, parallel
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass
from claimcheck.lexicon import load_table

if TYPE_CHECKING:
    from claimcheck.extract.amounts import Amount

__all__ = ["shared_units"]

_FUNCTION = frozenset(load_table("counting")["function"]["words"])
_TIMES = frozenset(
    word
    for part in ("lengths", "seasons")
    for entry in load_table("calendar")[part].values()
    for word in entry["words"]
)
_REACH = 9
_JOINT = 3  # tokens between two figures of a list
_ENDINGS = (["and"], ["or"], [",", "and"], [",", "or"], ["&"])
_PLAIN = (Form.DIGITS, Form.WORDS)
_NOT_LISTED = frozenset({"to", "than", "#", "/", ":", "."})
_AMOUNTS = (UnitClass.MEASURE, UnitClass.TIME, UnitClass.MONEY)


def shared_units(scan: Scan, amounts: list[Amount]) -> None:
    """Give each amount that leaves its unit to a neighbour the unit of that neighbour."""
    _lists(scan, amounts)
    for index in range(len(amounts) - 1):
        one, two = amounts[index], amounts[index + 1]
        apart = two.first - one.last - (scan.norm(one.first - 1) != "from")  # "from 40 to 60 tonnes", no range
        if (one.unit is None) == (two.unit is None) or not 1 <= apart < FAR:
            continue
        bare, full = (one, two) if one.unit is None else (two, one)
        if bare.form in (Form.ORDINAL, Form.FRACTION, Form.VAGUE) or bare.hyphenated:
            continue
        if parallel(scan, one, two):
            amounts[index + 1] = _with_unit(scan, two, one, part=False)
            continue
        if two.first - one.last > _REACH:
            continue
        part = _part(scan, one, two) or _fronted(scan, one, two)
        if part or _ends(scan, one, two, bare) or _extremes(scan, one, two) or _dated(scan, one, two):
            amounts[index if bare is one else index + 1] = _with_unit(scan, bare, full, part)


def _lists(scan: Scan, amounts: list[Amount]) -> None:
    """Give the figures of each list the unit of its last: "5, 10 and 15%", "45 and 50 mg", "two- and three-year"."""
    whole: Amount | None = None
    for index in range(len(amounts) - 2, -1, -1):
        one, two = amounts[index], amounts[index + 1]
        if one.unit is not None or (whole is None and two.unit is None) or two.first - one.last > _JOINT:
            whole = None
            continue
        gap = [scan.norm(at) for at in range(one.last, two.first)]
        suspended = gap[:1] == ["-"] and scan.tokens[one.last].glued
        gap = gap[1:] if suspended else gap
        if gap in _ENDINGS and _lends(scan, two):
            whole = two
        elif gap != [","]:
            whole = None
        if whole is None or not _borrows(scan, one) or whole.hyphenated != suspended:
            whole = None
        else:
            amounts[index] = _with_unit(scan, one, whole, part=False)


def _lends(scan: Scan, amount: Amount) -> bool:
    """Whether an amount has a unit behind it that those listed before it may share."""
    unit = amount.unit
    if unit is None or unit.first < amount.end or len(amount.numerals) > 1 or amount.form not in _PLAIN:
        return False
    return not {scan.norm(amount.last), scan.norm(amount.last + 1)} & {"old", "olds"}  # those are ages


def _borrows(scan: Scan, amount: Amount) -> bool:
    """Whether an amount can be one of a list whose last alone has the unit."""
    if amount.unit is not None or amount.form not in _PLAIN or len(amount.numerals) > 1 or amount.low != amount.high:
        return False
    before = scan.norm(amount.first - 1)
    if before in _NOT_LISTED or (before == "of" and scan.norm(amount.first - 2)[:1].isdigit()):
        return False
    return amount.hyphenated is False and not scan.tokens[amount.core].norm.startswith("0")


def _with_unit(scan: Scan, bare: Amount, full: Amount, part: bool) -> Amount:
    assert full.unit is not None
    last, value = full.numerals[-1], bare.numerals[-1].value
    scale = last.scale if last.scaled else Decimal(1)
    if bare.numerals[-1].scaled or value >= 1000 or (part and value * scale > last.value):
        scale = Decimal(1)
    factor = full.unit.factor * scale
    text = scan.document.text[scan.tokens[full.core].start : scan.tokens[full.last - 1].end]
    return evolve(
        bare,
        low=None if bare.low is None else bare.low * factor,
        high=None if bare.high is None else bare.high * factor,
        precision=bare.precision * factor,
        unit=full.unit,
        confidence=min(bare.confidence, 0.9),
        notes=(*bare.notes, f"its unit is that of “{text}”"),
    )


def _ends(scan: Scan, one: Amount, two: Amount, bare: Amount) -> bool:
    """Whether the two are "from A … to B", where a time and nothing else stands between them."""
    if scan.norm(one.first - 1) != "from" or scan.norm(two.first - 1) != "to" or not _bare(scan, bare):
        return False
    return all(_timely(scan, at) for at in range(one.last, two.first - 1))


def _part(scan: Scan, one: Amount, two: Amount) -> bool:
    """Whether the first is so much of the second: "about 60 of the 165 kilograms"."""
    if one.unit is not None or two.unit is None or two.hyphenated or two.unit.cls not in _AMOUNTS:
        return False
    if [scan.norm(at) for at in range(one.last, two.first)] not in (["of", "the"], ["of", "its"], ["of", "their"]):
        return False
    return one.low is None or two.high is None or (one.low <= two.high and _bare(scan, two))


def _fronted(scan: Scan, one: Amount, two: Amount) -> bool:
    """Whether the second is so much of the first: "Of the 96 cubic metres of diesel 22 were lost"."""
    if two.unit is not None or one.unit is None or one.hyphenated or one.unit.cls is not UnitClass.MEASURE:
        return False
    if scan.norm(one.first - 1) not in ("the", "its", "their", "our") or scan.norm(one.first - 2) != "of":
        return False
    if scan.norm(two.last) not in _BEFALLS or {":", ";", "."} & {scan.norm(at) for at in range(one.last, two.first)}:
        return False
    return two.high is None or one.high is None or two.high * one.unit.factor <= one.high


_BEFALLS = frozenset(
    {"was", "were", "are", "is", "has", "have", "had", "remain", "remained", "remains", "could", "will"}
)


def _extremes(scan: Scan, one: Amount, two: Amount) -> bool:
    """Whether the two are of two extremes of one thing: "the shortest lasts 12 months, the longest 24"."""
    if two.unit is not None or one.unit is None or one.unit.cls not in _AMOUNTS or not _bare(scan, two):
        return False
    if not _extreme(scan, two.first - 1) or scan.norm(two.first - 2) != "the":
        return False
    if scan.norm(two.first - 3) not in (",", "and", ";", "."):
        return False
    return any(_extreme(scan, at) for at in range(max(one.first - _REACH, 0), one.first))


def _dated(scan: Scan, one: Amount, two: Amount) -> bool:
    """Whether the two are of two times: "cost 3,000 crowns in fees in 2008 and 4,200 in 2016"."""
    if two.unit is not None or one.unit is None or one.unit.cls not in _AMOUNTS or not _bare(scan, two):
        return False
    if scan.norm(two.first - 1) not in ("and", "against") or scan.norm(two.last) not in ("in", "for"):
        return False
    return bool(scan.taken[two.first - 2]) and two.last + 1 < len(scan.tokens) and bool(scan.taken[two.last + 1])


def _extreme(scan: Scan, at: int) -> bool:
    norm = scan.norm(at)
    return norm in ("most", "least", "best", "worst") or (len(norm) > 5 and norm.endswith("est"))


def _timely(scan: Scan, at: int) -> bool:
    return bool(scan.taken[at]) or scan.norm(at) in _FUNCTION or scan.norm(at) in _TIMES or scan.norm(at) in ",()"


def _bare(scan: Scan, amount: Amount) -> bool:
    """Whether no noun follows that the figure could count."""
    at = amount.last
    if at >= len(scan.tokens) or scan.taken[at]:
        return True
    return scan.tokens[at].kind is not TokenKind.WORD or scan.norm(at) in _FUNCTION
