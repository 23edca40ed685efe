"""Which words and symbols name a unit: of money, of share, of measure, of time.

One entry point for the amount reader; the tables are in the lexicon, one file a kind of unit, whose format the head
of ``currencies.toml`` describes.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import frozen

from claimcheck.extract.number_words import SCALES
from claimcheck.extract.numerals import Form, Numeral, is_hyphen
from claimcheck.extract.points import point_at
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.unit_index import Entry, Index, UnitClass, folded, indexes
from claimcheck.lexicon import load_table

__all__ = ["UnitClass", "UnitWord", "prefix_starts", "prefix_unit", "suffix_unit", "unit_after"]


@frozen
class UnitWord:
    """A unit as written: tokens ``first`` up to ``last``.

    ``unit`` is what ``Quantity.unit`` gets (ISO 4217 code, ``percent``, ``percentage_point``, a pint unit string),
    ``factor`` multiplies the number (cents: 0.01). ``ambiguous`` says what else it could be.
    """

    first: int
    last: int
    unit: str
    cls: UnitClass
    factor: Decimal = Decimal(1)
    ambiguous: str = ""
    confidence: float = 1.0


def _match(scan: Scan, at: int, index: Index, *, exact: bool) -> UnitWord | None:
    tokens = scan.tokens
    token = tokens[at]
    rows = index.get(folded(token.text) if exact else token.norm)
    if rows is None:
        return None
    for pieces, glues, entry in rows:
        last = at + len(pieces)
        if last > len(tokens) or any(scan.taken[at:last]):
            continue
        if len(pieces) > 1 and not _same(scan, at, pieces, glues, exact):
            continue
        if entry.contextual and entry.unit not in scan.conventions.currencies:
            if not entry.cues or (entry.cues.isdisjoint(scan.vocabulary) and not _large(scan, at - 1)):
                continue
        unit, ambiguous, confidence = _decide(scan, entry)
        return UnitWord(at, last, unit, entry.cls, entry.factor, ambiguous, confidence)
    return None


def _large(scan: Scan, at: int) -> bool:
    """Whether a thousand or more ends at ``at``: "1.3 million marks" are no points of an examination."""
    norm = scan.norm(at)
    return norm in SCALES or len(norm.replace(",", "").partition(".")[0]) > _HUNDREDS


_HUNDREDS = 3  # digits


def _same(scan: Scan, at: int, pieces: tuple[str, ...], glues: tuple[bool, ...], exact: bool) -> bool:
    tokens = scan.tokens
    for offset, piece in enumerate(pieces):
        token = tokens[at + offset]
        if (folded(token.text) if exact else token.norm) != piece:
            return False
        if glues[offset] and not token.glued:
            return False
        if offset and exact and token.kind is TokenKind.NUMBER and not token.glued:
            gap = scan.document.text[tokens[at + offset - 1].end : token.start]
            if gap.isspace():  # "km 2" is no square kilometre, "km<sup>2</sup>" is
                return False
    return True


_DOUBT = 0.7
_MILD_DOUBT = 0.9


def _decide(scan: Scan, entry: Entry) -> tuple[str, str, float]:
    """The unit that a spelling means in this document, what else it could be, and how sure that is."""
    if not entry.alternatives:
        return entry.unit, entry.ambiguous, _DOUBT if entry.ambiguous else 1.0
    if entry.factor != 1 and entry.cls is UnitClass.MONEY:
        return _subunit(scan, entry)
    if entry.unit == "USD":
        others = ", ".join(entry.alternatives[:4])
        dollar = scan.conventions.dollar
        doubt = "" if dollar == "USD" else f"could also be {others if dollar is None else 'USD'}"
        return dollar or "USD", doubt, _MILD_DOUBT if doubt else 1.0
    evidence = scan.conventions.currencies
    options = sorted(
        (unit for unit in (entry.unit, *entry.alternatives) if unit in evidence),
        key=lambda unit: -evidence[unit],
    )
    if not options:
        mild = entry.unit == "GBP"
        others = ", ".join(entry.alternatives[:4])
        return entry.unit, f"could also be {others}", _MILD_DOUBT if mild else _DOUBT
    best = options[0]
    if entry.unit in evidence and evidence[best] < 2 * evidence[entry.unit]:
        best = entry.unit
    rivals = [unit for unit in options if unit != best and 3 * evidence[unit] > evidence[best]]
    if rivals:
        return best, f"could also be {', '.join(rivals[:4])}", _DOUBT
    return best, "", 1.0


def _subunit(scan: Scan, entry: Entry) -> tuple[str, str, float]:
    """Whose cents they are: those of the currency that the document counts in, of all that have such."""
    owners = (entry.unit, *entry.alternatives)
    evidence = dict(scan.conventions.currencies)
    dollar = scan.conventions.dollar
    if dollar in owners:
        evidence[dollar] = max(evidence.values(), default=0) + 1 if "EUR" not in evidence else evidence.get(dollar, 0)
    best = max(owners, key=lambda unit: (evidence.get(unit, 0), unit == entry.unit))
    rivals = [unit for unit in owners if unit != best and 2 * evidence.get(unit, 0) > evidence.get(best, 0)]
    if evidence.get(best, 0) and not rivals:
        return best, "", 1.0
    others = rivals or [unit for unit in owners if unit != best]
    return best, f"could also be {', '.join(others[:4])}", _DOUBT


@cache
def prefix_starts() -> frozenset[str]:
    """The texts of the tokens with which a prefix can begin."""
    return frozenset(indexes()[0])


def prefix_unit(scan: Scan, at: int) -> UnitWord | None:
    """The unit that begins at token ``at`` and stands before its number (``US$``, ``EUR``, ``£``), or None."""
    if not 0 <= at < len(scan.tokens) or scan.taken[at]:
        return None
    return _match(scan, at, indexes()[0], exact=True)


def suffix_unit(scan: Scan, at: int) -> UnitWord | None:
    """The unit that begins at token ``at`` and stands after its number (``%``, ``km``, ``years``, ``euros``)."""
    if not 0 <= at < len(scan.tokens) or scan.taken[at]:
        return None
    _, symbols, words = indexes()
    word = _match(scan, at, words, exact=False)
    symbol = _match(scan, at, symbols, exact=True)
    if symbol is not None and scan.tokens[at].kind is TokenKind.WORD and not _after_digits(scan, at):
        symbol = None
    if word is None or symbol is None:
        return word or symbol
    return symbol if symbol.last > word.last else word


def _after_digits(scan: Scan, at: int) -> bool:
    """Whether a number in digits, or its scale, stands right before token ``at`` (a hyphen may join them)."""
    before = at - 1
    if before > 0 and scan.tokens[before].norm in ("-", "."):  # "50 Mio. EUR"
        before -= 1
    for index in (before, before - 1):
        if index >= 0 and scan.tokens[index].kind in (TokenKind.NUMBER, TokenKind.SYMBOL):
            return True
    return False


def unit_after(scan: Scan, numeral: Numeral, at: int) -> tuple[UnitWord, bool] | None:
    """The unit after a number that ends before ``at``, and whether a hyphen joins them."""
    if numeral.form is Form.ORDINAL or at >= len(scan.tokens):
        return None
    if is_hyphen(scan, at):
        unit = suffix_unit(scan, at + 1)
        if unit is None and numeral.form is Form.FRACTION:
            unit = _point(scan, at + 1)
        return None if unit is None or _opens_another(scan, unit) else (unit, True)
    word = scan.norm(at)
    if numeral.form is Form.FRACTION:
        if word == "of" and scan.norm(at + 1) in ("a", "an"):
            at += 2
        elif word == "of" and scan.norm(at + 1) == "one":  # "one half of one percent"
            share = suffix_unit(scan, at + 2)
            return (share, False) if share is not None and share.cls is UnitClass.PERCENT else None
        elif word in ("a", "an"):
            at += 1
    elif numeral.form is Form.VAGUE and word == "of":
        at += 1
    elif word == "." and numeral.scaled and scan.tokens[at].glued:  # "Mio. €"
        at += 1
    elif word in _stretched() and scan.norm(at + 1).endswith("s"):  # "three full years"
        unit = suffix_unit(scan, at + 1)
        if unit is not None and unit.cls is UnitClass.TIME:
            return unit, False
    unit = suffix_unit(scan, at)
    if unit is None and (numeral.form is Form.FRACTION or scan.norm(numeral.first - 1) == "by"):
        unit = _point(scan, at)  # "half a point", "by 1.5 points"
    return None if unit is None or _opens_another(scan, unit) else (unit, False)


@cache
def _stretched() -> frozenset[str]:
    return frozenset(load_table("durations")["stretched"]["words"])


def _point(scan: Scan, at: int) -> UnitWord | None:
    return UnitWord(at, at + 1, "percentage_point", UnitClass.POINTS) if point_at(scan, at) else None


def _opens_another(scan: Scan, unit: UnitWord) -> bool:
    """Whether a sign after a number belongs to the number that is glued to it: the second "$" of "$10-$12"."""
    tokens = scan.tokens
    if unit.cls is not UnitClass.MONEY or unit.last >= len(tokens) or tokens[unit.first].kind is TokenKind.WORD:
        return False
    return tokens[unit.last].kind is TokenKind.NUMBER and tokens[unit.last].glued
