"""Counts: whatever number is left and counts something: 227 deaths, at least three assailants, a cell of a table."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from claimcheck.extract.amounts import Amount, quantity_of
from claimcheck.extract.behind import bound_behind
from claimcheck.extract.numerals import PEOPLE, Form
from claimcheck.extract.per import read_per
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier

__all__ = ["find"]

_DATA = load_table("counting")
_COMPOUNDS = frozenset(_DATA["compounds"]["words"])
_FUNCTION = frozenset(_DATA["function"]["words"])
_ONE_NOUNS = frozenset(_DATA["one"]["nouns"])
_ONE_BEFORE = frozenset(_DATA["one"]["before"])
_BACK = frozenset(_DATA["back"]["words"])
_ABSTRACT = frozenset(_DATA["abstract"]["nouns"])
_SCORES = frozenset(_DATA["scores"]["nouns"])
_SCORING = frozenset(_DATA["scores"]["cues"])
_ING_NOUNS = frozenset(_DATA["abstract"]["ing"])
_ORIGINS = frozenset({"these", "those"})
_LABELS = frozenset(_DATA["labels"]["words"])

_NEIGHBOURS = 8


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take the amounts that count something; leave the others with a reason."""
    for index, amount in enumerate(amounts):
        if not scan.free(amount.core, amount.end):
            continue
        near = amounts[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS]
        reason = _refuse(scan, amount, near)
        if reason:
            scan.leave(amount.core, amount.end, reason)
            continue
        quantity = quantity_of(amount)
        confidence, notes = amount.confidence, amount.notes
        last = amount.last
        if amount.hyphenated and scan.norm(amount.end + 1) in _COMPOUNDS:
            last = max(last, amount.end)
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        whole = _out_of(scan, amount, following)
        if whole is not None:
            quantity = evolve(quantity, out_of=whole)
        quantity = bound_behind(scan, amount.last, quantity)
        rate = _rate(scan, last)
        if rate is not None:
            quantity = evolve(quantity, per=rate[0])
            scan.block(rate[1], rate[2])
        if not _counts_noun(scan, amount) and scan.unit.cell is None:
            confidence = min(confidence, 0.8)
            notes = (*notes, "no counted noun follows the figure")
        first = amount.first if scan.free(amount.first, last) else amount.core
        scan.take(Kind.COUNT, first, last, quantity=quantity, core=amount.core, confidence=confidence, notes=notes)


def _refuse(scan: Scan, amount: Amount, amounts: list[Amount]) -> str:
    """Why an amount is no count, or the empty string."""
    if amount.unit is not None:
        return "a figure with a unit that fits no kind"
    form = amount.form
    if form is Form.VAGUE and scan.norm(amount.core).startswith("multi"):
        return "several of a scale, of nothing named"
    if form is Form.ORDINAL:
        return "an ordinal that ranks nothing"
    if form is Form.FRACTION:
        return "a fraction of nothing named"
    tokens = scan.tokens
    before = scan.norm(amount.first - 1)
    if before == "#" or (before == "." and scan.norm(amount.first - 2) in ("no", "nos", "nr")) or before == "№":
        return "the number of an item"
    if before == "per" or (before == "every" and scan.norm(amount.first - 2) in ("for", "in", "of")):
        return "the base of a rate"
    cell = scan.unit.cell
    if cell is not None:
        if (cell.column_label.lower().strip() in _LABELS) and form is Form.DIGITS and len(tokens) == 1:
            return "a label in a table"
        if form is Form.DIGITS:
            return ""
    if amount.hyphenated and amount.last == amount.end:
        follower = scan.norm(amount.end + 1)
        if follower in _COMPOUNDS:
            return ""
        if amount.end + 1 < len(tokens):
            return "part of a compound"
    if form is Form.WORDS and amount.low == 1 and amount.high in (1, None) and tokens[amount.core].norm == "one":
        return _refuse_one(scan, amount, amounts)
    if _joined(scan, amount):
        return "part of a code"
    if form is Form.WORDS or form is Form.VAGUE:
        return _refuse_word(scan, amount, before)
    if _released(scan, amount):
        return "the version in a product's name"
    if (
        amount.low is not None
        and 1900 <= amount.low <= 2100
        and amount.low == amount.high
        and tokens[amount.core].norm.isdecimal()
        and amount.modifier is Modifier.EXACT
        and not _plural_follows(scan, amount.last)
    ):
        return "a year or a number like one"
    return ""


def _released(scan: Scan, amount: Amount) -> bool:
    """Whether a number stands between a product and the year of its release: "VS 10 2010", "VS 9 (2008)"."""
    number = amount.core
    if _is_year(scan.norm(number)) and scan.norm(number - 1).isdecimal():
        number -= 1
    name = scan.tokens[number - 1].text if number else ""
    if not (name.isalpha() and name.isupper() and 1 < len(name) <= _LETTERS):
        return False
    return _is_year(scan.norm(number + 1 + (scan.norm(number + 1) == "(")))


def _is_year(norm: str) -> bool:
    return norm.isdecimal() and len(norm) == _YEAR and norm.startswith(("19", "20"))


_LETTERS = 5  # of an acronym
_YEAR = 4  # digits


def _refuse_word(scan: Scan, amount: Amount, before: str) -> str:
    """Why a number word counts nothing: it refers back ("these two states"), or what it counts is no thing."""
    if amount.numerals[0].scaled or amount.modifier not in (Modifier.EXACT, Modifier.VAGUE):
        return ""
    if not _counts_noun(scan, amount):
        if before in _BACK:
            return "a number word that refers back"
        listing = before in ("but", "and", "", ".", ":", "number") and scan.unit.cell is None
        if listing and scan.norm(amount.last) == ",":
            return "a number word that lists"
        return ""
    small = amount.low is not None and amount.low <= 10
    if small and before in _ORIGINS:
        return "a number word that refers back"
    if amount.low == 2 and before == "the" and scan.norm(amount.first - 2) != "of":
        if scan.norm(amount.last) not in ("most", "largest", "biggest", "main", "new", "remaining", "other"):
            return "a number word that refers back"
    played = scan.norm(amount.last) in _SCORES and not scan.vocabulary.isdisjoint(_SCORING)
    if small and not played and (scan.norm(amount.last) in _ABSTRACT or scan.norm(amount.last + 1) in _ABSTRACT):
        if amount.form is Form.VAGUE or scan.norm(amount.last) in _ABSTRACT:
            return "a count of nothing that can be compared"
    return ""


def _plural_follows(scan: Scan, at: int) -> bool:
    """Whether a plural noun stands among the next few words, before any function word."""
    for here in range(at, min(at + 4, len(scan.tokens))):
        token = scan.tokens[here]
        if token.kind is not TokenKind.WORD or token.norm in _FUNCTION:
            return False
        if token.norm in PEOPLE or (token.norm.endswith("s") and not token.norm.endswith("ss")):
            return True
    return False


def _refuse_one(scan: Scan, amount: Amount, amounts: list[Amount]) -> str:
    """ "One" counts only beside other counts or after a bound: "five posts and one training centre"."""
    reason = "one as a pronoun or determiner"
    after = scan.norm(amount.last)
    before = scan.norm(amount.first - 1)
    alone = before == "only" and scan.norm(amount.first - 2) not in _BACK
    if (before in _ONE_BEFORE and not alone) or after in _ONE_NOUNS:
        return reason
    if not _counts_noun(scan, amount) or (after.endswith("ing") and after not in _ING_NOUNS):
        return reason
    if amount.modifier is not Modifier.EXACT or before in ("only", "just"):
        return ""
    others = any(
        other is not amount
        and other.form in (Form.DIGITS, Form.WORDS)
        and other.unit is None
        and other.low != 1
        and abs(other.first - amount.first) < 25
        for other in amounts
    )
    return "" if others else reason


def _joined(scan: Scan, amount: Amount) -> bool:
    """Whether letters or marks are glued to the number, so that it is part of something else: 24kg, 3D, a/5."""
    tokens = scan.tokens
    end = amount.end
    if amount.form is not Form.DIGITS:
        return False
    if end < len(tokens) and tokens[end].glued:
        token = tokens[end]
        if token.kind is TokenKind.WORD or (
            token.text in "/_@#&^=" and end + 1 < len(tokens) and tokens[end + 1].glued
        ):
            return True
        if token.kind is TokenKind.NUMBER:
            return True
    if amount.first == amount.core > 0 and tokens[amount.core].glued:
        previous = tokens[amount.core - 1]
        if previous.kind in (TokenKind.WORD, TokenKind.NUMBER):
            return True
        if previous.text in "-–/_@#&^.:" and amount.core > 1 and tokens[amount.core - 1].glued:
            return previous.text not in ":" or tokens[amount.core - 2].kind is TokenKind.NUMBER
    return False


def _counts_noun(scan: Scan, amount: Amount) -> bool:
    """Whether a word that can be a counted noun or its adjective follows."""
    at = amount.last
    tokens = scan.tokens
    if amount.hyphenated:
        at += 1
    if scan.norm(at) == "of" and (amount.form is Form.VAGUE or amount.numerals[-1].scaled):
        at += 1
    while at < len(tokens) and tokens[at].text in "\"'“‘*_`(" and at < amount.last + 2:
        at += 1
    return at < len(tokens) and tokens[at].kind is TokenKind.WORD and tokens[at].norm not in _FUNCTION


def _out_of(scan: Scan, amount: Amount, following: Amount | None) -> Decimal | None:
    """The size of the group in "31 of 124", "two of the five"."""
    if following is None or amount.low is None or amount.form is Form.VAGUE:
        return None
    between = [scan.norm(i) for i in range(amount.last, following.first)]
    if between in (["of"], ["of", "the"], ["of", "its"], ["of", "their"], ["out", "of"], ["out", "of", "the"], ["/"]):
        if following.unit is None and following.low is not None and following.low == following.high:
            if following.low >= amount.low and following.form in (Form.DIGITS, Form.WORDS):
                return following.low
    return None


def _rate(scan: Scan, at: int) -> tuple[str, int, int] | None:
    """The denominator after the counted noun: "12 deaths per 100,000 people"."""
    tokens = scan.tokens
    for here in range(at, min(at + 5, len(tokens))):
        if tokens[here].norm in ("per", "a", "an", "each", "every") or (here == at and tokens[here].norm == "/"):
            found = read_per(scan, here)
            if found is None or not scan.free(here, found.last):
                return None
            return found.text, here, found.last
        if tokens[here].kind is not TokenKind.WORD or tokens[here].norm in _FUNCTION:
            return None
    return None
