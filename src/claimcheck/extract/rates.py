"""The denominator of a rate: "per 100,000 people", "a day", "/month", "each"."""

from __future__ import annotations

from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass, suffix_unit
from claimcheck.lexicon.tables import table

__all__ = ["denominator"]

_FUNCTION = frozenset(table("counting")["function"]["words"])
_EACH = frozenset({"each", "apiece", "annually", "monthly", "daily", "weekly", "yearly", "hourly"})
_TIMES = {"annually": "year", "yearly": "year", "monthly": "month", "daily": "day", "weekly": "week", "hourly": "hour"}
_ADVERBS_ONLY = frozenset(_TIMES)


def denominator(scan: Scan, at: int) -> tuple[str, int] | None:
    """What an amount that ends before token ``at`` is for, as written without "per", and the token after it."""
    tokens = scan.tokens
    if at >= len(tokens) or scan.taken[at]:
        return None
    word = tokens[at].norm
    if word in _EACH:
        return _TIMES.get(word, word), at + 1
    if word == "per" or (word == "/" and at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.WORD):
        last = at + 1
        while last < len(tokens) and last < at + 4 and tokens[last].kind is TokenKind.NUMBER:
            last += 1
        if last < len(tokens) and tokens[last].norm in ("million", "thousand", "hundred", "billion"):
            last += 1
        if last < len(tokens) and tokens[last].kind is TokenKind.WORD and tokens[last].norm not in _FUNCTION:
            last += 1
        if last == at + 1:
            return None
        text = " ".join(token.norm for token in tokens[at + 1 : last])
        return text, last
    if word in ("a", "an", "every"):
        unit = suffix_unit(scan, at + 1)
        if unit is not None and unit.cls in (UnitClass.TIME, UnitClass.MEASURE):
            return " ".join(token.norm for token in tokens[unit.first : unit.last]), unit.last
        if word == "a" and scan.norm(at + 1) in ("head", "person", "share", "barrel", "piece", "copy", "vote"):
            return scan.norm(at + 1), at + 2
    return None
