"""Ages that words further away show: "between the ages of 6 and 11", "the youngest of whom is 31"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import evolve, frozen

from claimcheck.extract.amounts import Amount
from claimcheck.extract.numerals import Form
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Modifier

__all__ = ["told_apart", "told_by_life", "two_ages", "two_units", "youngest"]

_MONTHS = {"year": Decimal(12), "month": Decimal(1), "week": Decimal(12) / 52, "day": Decimal(12) / 365}


def two_ages(scan: Scan, amounts: list[Amount], index: int) -> Amount | None:
    """The whole of "between the ages of 6 and 11", at its first number."""
    low, high = amounts[index], amounts[index + 1] if index + 1 < len(amounts) else None
    if high is None or high.unit is not None or low.low is None or high.high is None or low.low >= high.high:
        return None
    if [scan.norm(at) for at in range(low.last, high.first)] != ["and"] or not scan.free(low.first, high.last):
        return None
    before = [scan.norm(at) for at in range(max(low.first - 4, 0), low.first)]
    if "between" not in before or before[-1] not in ("of", "ages"):
        return None
    return evolve(low, last=high.last, end=high.end, high=high.high, modifier=Modifier.RANGE)


def two_units(scan: Scan, amounts: list[Amount], index: int, cued: bool) -> Amount | None:
    """The whole of "aged from nine months to 14 years", "between six months and 14 years of age", in years."""
    low, high = amounts[index], amounts[index + 1] if index + 1 < len(amounts) else None
    if high is None or low.unit is None or high.unit is None or low.low is None or high.high is None:
        return None
    if low.unit.unit not in _MONTHS or high.unit.unit != "year" or low.unit.unit == "year":
        return None
    if [scan.norm(at) for at in range(low.last, high.first)] not in (["to"], ["and"], ["-"], ["–"]):
        return None
    last = high.last
    if scan.norm(last) == "of" and scan.norm(last + 1) == "age":
        last += 2
    elif scan.norm(last) in ("old", "olds"):
        last += 1
    if not (cued or last > high.last) or not scan.free(low.first, last):
        return None
    first = low.first - 1 if scan.norm(low.first - 1) in ("between", "from") else low.first
    years = low.low * _MONTHS[low.unit.unit] / 12
    return evolve(
        low,
        first=first,
        last=last,
        end=high.end,
        low=years,
        high=high.high,
        modifier=Modifier.RANGE,
        precision=min(low.precision, high.precision),
        unit=high.unit,
    )


def youngest(scan: Scan, amount: Amount, superlatives: frozenset[str], ends: frozenset[str]) -> bool:
    """Whether the number says how old somebody is: "the youngest of whom is 31"."""
    if scan.norm(amount.first - 1) not in ("is", "was", "are", "were", "just", "only") or amount.low is None:
        return False
    if amount.low != int(amount.low) or "." in scan.tokens[amount.first].text:  # the oldest release is 1.70
        return False
    after = scan.tokens[amount.last] if amount.last < len(scan.tokens) else None
    if after is not None and after.kind is TokenKind.WORD and after.norm not in ends | {"when", "but", "while", "then"}:
        return False
    for back in range(amount.first - 2, max(amount.first - 8, -1), -1):
        norm = scan.norm(back)
        if norm in superlatives:
            return True
        if norm in (",", ";", "."):
            return False
    return False


def told_by_life(scan: Scan, amount: Amount) -> bool:
    """Whether a bare number says how old somebody is: "a man of 22", "was 24 when", "joined at seventeen"."""
    value = amount.low
    if value is None or value != amount.high or not _LEAST <= value <= _MOST or amount.modifier is Modifier.VAGUE:
        return False
    if amount.form not in (Form.DIGITS, Form.WORDS) or "." in scan.tokens[amount.core].text:
        return False
    after = scan.tokens[amount.last] if amount.last < len(scan.tokens) else None
    ends = after is None or after.kind is TokenKind.PUNCT
    before = scan.norm(amount.first - 1)
    words = _life()
    if before == "of":
        article = {scan.norm(amount.first - 3), scan.norm(amount.first - 4)}
        clear = ends or (after is not None and after.norm in words.goes_on)
        return (
            clear
            and scan.norm(amount.first - 2) in words.persons
            and not article.isdisjoint(("a", "an", "the", "this"))
        )
    if before in ("was", "is", "be"):
        at = amount.first - 2
        while before == "be" and scan.norm(at) in words.coming:
            at -= 1
        holder = scan.tokens[at] if at >= 0 and not (before == "be" and at == amount.first - 2) else None
        if holder is not None and holder.norm == ",":
            return after is not None and after.norm == "when" and scan.tokens[0].text[:1].isupper()
        somebody = holder is not None and (holder.text[:1].isupper() or holder.norm in ("he", "she", "who"))
        return somebody and after is not None and after.norm == "when"
    if before == "at" and ends:
        ahead = [scan.norm(back) for back in range(max(amount.first - 2 * _BACK, 0), amount.first - 1)]
        return not words.verbs.isdisjoint(ahead[-_BACK:]) and words.counting.isdisjoint(ahead)
    return False


def told_apart(scan: Scan, amount: Amount) -> bool:
    """Whether the age of something is put at a span, or something dates back so far: "age of the yew at 400 years"."""
    words, before = load_table("ages"), scan.norm(amount.first - 1)
    if f"{scan.norm(amount.first - 2)} {before}" in words["back"] and scan.norm(amount.last) not in ("in", "to"):
        return True
    puts = before in words["puts"] or (amount.first < amount.core and scan.norm(amount.core - 1) in words["puts"])
    if not puts or "age" not in scan.vocabulary:
        return False
    for back in range(amount.first - 1, max(-1, amount.first - _FAR), -1):
        token = scan.tokens[back]
        if token.norm == "age":
            article = scan.norm(back - 1) in ("the", "an", "a")
            told = scan.norm(back - 2 if article else back - 1) not in words["not_told"]
            return told and scan.norm(back - 1) not in words["not_told"]
        if token.kind is TokenKind.NUMBER or token.norm in (";", ".", "(", ","):
            return False
    return False


@frozen
class _Life:
    persons: frozenset[str]
    verbs: frozenset[str]
    goes_on: frozenset[str]
    counting: frozenset[str]
    coming: frozenset[str]


@cache
def _life() -> _Life:
    table = load_table("ages")
    return _Life(*(frozenset(table[name]) for name in ("persons", "life", "goes_on", "counting", "coming")))


_LEAST, _MOST, _BACK = 5, 110, 8
_FAR = 16  # words between "age" and its figure
