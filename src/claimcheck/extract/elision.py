"""Units that one end of a change leaves to the other: "from 1.6 million kronor in 2010 to 2.3 million in 2020"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.extract.numerals import Form
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
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


def shared_units(scan: Scan, amounts: list[Amount]) -> None:
    """Give the unit of one end of "from A … to B" to the other, where a time and nothing else stands between them."""
    if "from" not in scan.vocabulary:
        return
    for index in range(len(amounts) - 1):
        one, two = amounts[index], amounts[index + 1]
        if (one.unit is None) == (two.unit is None) or not 1 < two.first - one.last <= _REACH:
            continue
        if scan.norm(one.first - 1) != "from" or scan.norm(two.first - 1) != "to":
            continue
        if not all(_timely(scan, at) for at in range(one.last, two.first - 1)):
            continue
        bare, full = (one, two) if one.unit is None else (two, one)
        if not _bare(scan, bare) or bare.form is Form.ORDINAL or bare.hyphenated or full.unit is None:
            continue
        scale = full.numerals[-1].scale if full.numerals[-1].scaled else Decimal(1)
        if bare.numerals[-1].scaled or bare.numerals[-1].value >= 1000:
            scale = Decimal(1)
        factor = full.unit.factor * scale
        text = scan.document.text[scan.tokens[full.core].start : scan.tokens[full.last - 1].end]
        amounts[index if bare is one else index + 1] = evolve(
            bare,
            low=None if bare.low is None else bare.low * factor,
            high=None if bare.high is None else bare.high * factor,
            precision=bare.precision * factor,
            unit=full.unit,
            confidence=min(bare.confidence, 0.9),
            notes=(*bare.notes, f"its unit is that of “{text}”"),
        )


def _timely(scan: Scan, at: int) -> bool:
    return bool(scan.taken[at]) or scan.norm(at) in _FUNCTION or scan.norm(at) in _TIMES or scan.norm(at) in ",()"


def _bare(scan: Scan, amount: Amount) -> bool:
    """Whether no noun follows that the figure could count."""
    at = amount.last
    if at >= len(scan.tokens) or scan.taken[at]:
        return True
    return scan.tokens[at].kind is not TokenKind.WORD or scan.norm(at) in _FUNCTION
