"""Single numbers as English writes them: digits, words, fractions, scale words, ordinals, vague words."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from claimcheck.extract.digits import GROUPED_DOT, read_digits
from claimcheck.extract.dotted import is_sum, is_things
from claimcheck.extract.fractions import read_share
from claimcheck.extract.number_words import (
    NUMBER_WORDS,
    ONE,
    SCALES,
    SINGLE_WORDS,
    SMALL,
    STARTS,
    TENS,
    Form,
    Numeral,
    begins_nothing,
    is_hyphen,
    number_of,
    read_cardinal,
    read_ordinal,
    read_vague,
)
from claimcheck.extract.scales import PEOPLE, scaled, with_part
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind

__all__ = [
    "NUMBER_WORDS",
    "PEOPLE",
    "SINGLE_WORDS",
    "STARTS",
    "Form",
    "Numeral",
    "is_hyphen",
    "number_of",
    "read_digits",
    "read_numeral",
]

_MONEY_AFTER = frozenset(("€", "$", "£", "¥", "₹", "eur", "usd", "gbp", "chf", "euro", "euros", "dollars", "francs"))
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_RAISED = frozenset("⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_MIXED = 1000  # a whole number before a fraction is smaller: "103 3/4"
_FOOTNOTE = 3  # below this a superscript on a number may be a footnote
_EXPONENT = re.compile(r"e(\d{1,2})")


def read_numeral(scan: Scan, at: int, *, money: bool = False) -> Numeral | None:
    """The longest number that begins at token ``at``, or None; looks at no taken token.

    ``money`` says that a currency stands before it, which makes a following "m" million.
    """
    tokens = scan.tokens
    if not 0 <= at < len(tokens) or scan.taken[at]:
        return None
    token = tokens[at]
    if token.kind is TokenKind.NUMBER:
        return _from_digits(scan, at, money)
    if token.kind is TokenKind.WORD:
        return _from_word(scan, at, money) if token.norm in STARTS else None
    if token.text in _GLYPHS:
        top, bottom = _GLYPHS[token.text]
        value = Decimal(top) / Decimal(bottom)
        return scaled(scan, Numeral(at, at + 1, value, Decimal("0.01"), Form.FRACTION), money)
    if token.norm in ("-", "+") and _is_sign(scan, at):
        inner = _from_digits(scan, at + 1, money)
        if inner is None or inner.form is Form.ORDINAL:
            return None
        return evolve(inner, first=at, value=-inner.value if token.norm == "-" else inner.value)
    return None


def _is_sign(scan: Scan, at: int) -> bool:
    """A sign is glued to the digits after it and stands apart from what is before it, save for brackets and money."""
    tokens = scan.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].kind is not TokenKind.NUMBER or not tokens[at + 1].glued:
        return False
    return at == 0 or not tokens[at].glued or tokens[at - 1].text in "([{$€£¥:=<>≤≥≈~±/|\"'“‘"


def _from_digits(scan: Scan, at: int, money: bool) -> Numeral | None:
    tokens = scan.tokens
    if at >= len(tokens) or scan.taken[at]:
        return None
    text = tokens[at].norm
    read = read_digits(text, scan.conventions, whole=_counts_whole(scan, at, text, money))
    if read is None:
        return None
    value, precision, confidence, notes = read
    after = scan.norm(at + 1)
    plain = text.isdecimal()
    if plain and after in _SUFFIXES and not _spaced(scan, at + 1):
        return Numeral(at, at + 2, value, ONE, Form.ORDINAL)
    numeral = Numeral(at, at + 1, value, precision, Form.DIGITS, confidence=confidence, notes=notes)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return numeral
    if plain and after == "/" and following.glued:
        fraction = _fraction(scan, at, value)
        if fraction is not None or (at + 2 < len(tokens) and tokens[at + 2].kind is TokenKind.NUMBER):
            return fraction
    if plain and following.text in _GLYPHS:
        top, bottom = _GLYPHS[following.text]
        part = Decimal(top) / Decimal(bottom)
        return scaled(scan, evolve(numeral, last=at + 2, value=value + part, precision=Decimal("0.01")), money)
    if plain and following.kind is TokenKind.NUMBER and scan.norm(at + 2) == "/" and value < _MIXED:
        part_ = _fraction(scan, at + 1, Decimal(following.norm)) if following.norm.isdecimal() else None
        if part_ is not None and part_.value < 1:
            whole = evolve(numeral, last=part_.last, value=value + part_.value, precision=part_.precision)
            return scaled(scan, whole, money)
    if plain and (powered := _bare_power(scan, at, text)) is not None:
        return powered
    if after in ("×", "x", "*", "·") and scan.norm(at + 2) == "10":
        power = _power(scan, at + 3)
        if power is not None:
            exponent, last = power
            factor = Decimal(10) ** exponent
            return evolve(
                numeral, last=last, value=value * factor, precision=precision * factor, scaled=True, scale=factor
            )
    if following.glued and (match := _EXPONENT.fullmatch(after)):
        factor = Decimal(10) ** int(match.group(1))
        return evolve(
            numeral, last=at + 2, value=value * factor, precision=precision * factor, scaled=True, scale=factor
        )
    if following.glued and after == "e" and scan.norm(at + 2) in ("-", "+") and at + 3 < len(tokens):
        digits = tokens[at + 3]
        if digits.glued and digits.norm.isdecimal() and len(digits.norm) < 3:
            exponent = int(digits.norm) * (-1 if scan.norm(at + 2) == "-" else 1)
            factor = Decimal(10) ** exponent
            return evolve(
                numeral, last=at + 4, value=value * factor, precision=precision * factor, scaled=True, scale=factor
            )
    numeral = with_part(scan, numeral)
    return scaled(scan, _with_decimals(scan, numeral) if plain else numeral, money)


def _with_decimals(scan: Scan, numeral: Numeral) -> Numeral:
    """The number with the decimals that are spoken after it: "two point five", "200 point zero three"."""
    at = numeral.last
    if scan.norm(at) != "point" or scan.norm(numeral.first - 1) == "at" or at + 1 >= len(scan.tokens) or scan.taken[at]:
        return numeral
    digits, at = "", at + 1
    while at < len(scan.tokens) and not scan.taken[at]:
        here = at + 1 if digits and is_hyphen(scan, at) else at
        word = scan.norm(here)
        value = TENS.get(word) if not digits else None
        if value is None and (small := SMALL.get(word)) is not None and (small < 10 or not digits):
            value = small
        if value is None and word.isdecimal() and not digits:
            value = Decimal(word)
        if value is None:
            break
        last = f"{value:f}"
        digits = digits[:-1] + last if here > at and digits.endswith("0") else digits + last
        at = here + 1
    if not digits:
        return numeral
    place = Decimal(1).scaleb(-len(digits))
    return evolve(numeral, last=at, value=numeral.value + Decimal(digits) * place, precision=place)


def _spaced(scan: Scan, at: int) -> bool:
    """Whether only white space stands between token ``at`` and the one before it."""
    tokens = scan.tokens
    gap = scan.document.text[tokens[at - 1].end : tokens[at].start]
    return bool(gap) and gap.isspace()


def _counts_whole(scan: Scan, at: int, text: str, money: bool) -> bool:
    """Whether "7.000" at ``at`` must group: it is a sum of money, or a plural of countable things follows."""
    if "." not in text or not GROUPED_DOT.fullmatch(text) or text.count(".") > 1:
        return False
    thousands = text.endswith(".000") and text[0] != "0"
    # "12.400 scooters", "85.750 tiles": nobody counts those in thousandths
    round_ = text[0] != "0" and text.endswith("0" if text[1] != "." else "00")
    if (thousands and (money or scan.norm(at + 1) in _MONEY_AFTER)) or is_sum(scan, at, text, money):
        return True
    for ahead in range(at + 1, min(at + 4, len(scan.tokens))):
        token = scan.tokens[ahead]
        if token.kind is not TokenKind.WORD:
            return False
        if token.norm in PEOPLE or ((thousands or (round_ and ahead == at + 1)) and is_things(token.norm)):
            return scan.norm(ahead + 1) != "per" or not round_ or thousands
        if token.norm in SCALES or token.norm in ("of", "in", "per", "to", "and", "is", "was", "at"):
            return False
    return False


def _fraction(scan: Scan, at: int, top: Decimal) -> Numeral | None:
    """Digits, a slash and digits, if they make a fraction below one: 3/4."""
    tokens = scan.tokens
    if at + 2 >= len(tokens) or not tokens[at + 2].glued or not tokens[at + 2].norm.isdecimal():
        return None
    if at + 3 < len(tokens) and tokens[at + 3].glued and tokens[at + 3].norm in ("/", "-"):
        return None
    bottom = Decimal(tokens[at + 2].norm)
    if not 0 < top < bottom <= 1000 or len(tokens[at + 2].norm) > 4:
        return None
    return Numeral(at, at + 3, top / bottom, Decimal("0.01"), Form.FRACTION)


def _bare_power(scan: Scan, at: int, base: str) -> Numeral | None:
    """A power of ten or two by itself: 10^6, 10⁶, 2^32. A small superscript on a ten may be the mark of a footnote."""
    follower = scan.tokens[at + 1]
    raised = follower.text[0] in _RAISED and base == "10"
    if base not in ("10", "2") or not follower.glued or not (follower.text == "^" or raised):
        return None
    found = _power(scan, at + 1)
    if found is None or (raised and found[0] in range(_FOOTNOTE)):
        return None
    exponent, last = found
    value = Decimal(base) ** exponent
    return Numeral(at, last, value, ONE if base == "2" else value, Form.DIGITS, base == "10", scale=value)


def _power(scan: Scan, at: int) -> tuple[int, int] | None:
    """The exponent after a ten: superscripts, ^6, or masked superscript tags; and the token after it."""
    tokens = scan.tokens
    sign, digits = 1, ""
    if scan.norm(at) == "^":
        at += 1
    elif at >= len(tokens) or _spaced(scan, at):
        return None
    if scan.norm(at) in ("-", "⁻") and at + 1 < len(tokens):
        sign, at = -1, at + 1
    while at < len(tokens) and len(digits) < 3:
        text = tokens[at].text.translate(_SUPERSCRIPTS)
        if not text.isdecimal() or (digits and not tokens[at].glued):
            break
        digits, at = digits + text, at + 1
    return (sign * int(digits), at) if digits and len(digits) < 3 else None


def _from_word(scan: Scan, at: int, money: bool) -> Numeral | None:
    word = scan.norm(at)
    if begins_nothing(scan, at):
        return None
    if word in ("minus", "negative"):
        inner = read_numeral(scan, at + 1, money=money)
        if inner is None or inner.form not in (Form.DIGITS, Form.WORDS):
            return None
        return evolve(inner, first=at, value=-inner.value)
    for reader in (read_vague, read_share, read_cardinal, read_ordinal):
        numeral = reader(scan, at)
        if numeral is not None:
            if numeral.form is Form.WORDS:
                numeral = with_part(scan, _with_decimals(scan, numeral))
                if not numeral.scaled or scan.norm(numeral.last) in SCALES:
                    grown = scaled(scan, numeral, money)
                    numeral = evolve(grown, scale=grown.scale * numeral.scale) if grown.scaled else numeral
            return numeral
    return None
