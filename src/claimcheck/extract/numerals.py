"""Single numbers as English writes them: digits, words, fractions, scale words, ordinals, vague words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.extract.number_words import (
    DENOMINATORS,
    GROUPS,
    MOST,
    NUMBER_WORDS,
    ONE,
    SCALES,
    SINGLE_WORDS,
    SMALL,
    STARTS,
    TABLE,
    Form,
    Numeral,
    is_hyphen,
    number_of,
    read_cardinal,
    read_ordinal,
    read_share,
    read_vague,
    values_of,
)
from claimcheck.extract.scan import Conventions, Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table

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

_ABBREVIATIONS = values_of(TABLE["abbreviations"])
_LETTERS = values_of(TABLE["letters"])
_NOT_A_SCALE = frozenset(TABLE["not_a_scale"]["before"])
_LENGTHS = frozenset(TABLE["not_a_scale"]["lengths"])
_PLURAL_SCALES = {word + "s": value for word, value in (*SCALES.items(), *GROUPS.items())}
_MONEY_AFTER = frozenset(("€", "$", "£", "¥", "₹", "eur", "usd", "gbp", "chf", "euro", "euros", "dollars", "francs"))
PEOPLE = frozenset(TABLE["people"]["words"])
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_MAX_DIGITS = 27
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_GROUPED_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_GROUPED_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}")
_GROUPED_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_EXPONENT = re.compile(r"e(\d{1,2})")


def read_digits(
    text: str, conventions: Conventions, *, whole: bool = False
) -> tuple[Decimal, Decimal, float, tuple[str, ...]] | None:
    """Value, place value of the last digit, confidence and notes of a run of digits with its marks.

    ``whole`` says that what is counted comes in whole numbers, so that "7.000" groups. None where the marks make no
    number (1.2.3, 1,2,3) or where a leading zero makes it a code (007).
    """
    if len(text) > _MAX_DIGITS:
        return None
    if text.isdecimal():
        if text[0] == "0" and len(text) > 1:
            return None
        return Decimal(text), ONE, 1.0, ()
    confidence = 1.0
    notes: tuple[str, ...] = ()
    bare = text
    for mark in " \u00a0\u2009\u202f\u2007_'’":
        bare = bare.replace(mark, "")
    bare = bare.replace("·", ".")
    commas, dots = bare.count(","), bare.count(".")
    if commas and dots:
        decimal = "," if bare.rindex(",") > bare.rindex(".") else "."
        if bare.count(decimal) > 1:
            return None
        grouping = "." if decimal == "," else ","
        whole_part, _, rest = bare.partition(decimal)
        pattern = _GROUPED_DOT if grouping == "." else _GROUPED_COMMA
        if grouping in rest or not (pattern.fullmatch(whole_part) or _GROUPED_INDIAN.fullmatch(whole_part)):
            return None
        bare = whole_part.replace(grouping, "") + "." + rest
    elif commas:
        if _GROUPED_COMMA.fullmatch(bare) and not (conventions.decimal_comma and commas == 1):
            bare = bare.replace(",", "")
        elif _GROUPED_INDIAN.fullmatch(bare):
            bare = bare.replace(",", "")
        elif commas == 1:
            if not conventions.decimal_comma:
                confidence, notes = 0.8, (f"{text}: the comma is read as a decimal mark",)
            bare = bare.replace(",", ".")
        else:
            return None
    elif dots:
        if dots > 1 and not _GROUPED_DOT.fullmatch(bare):
            return None
        if dots > 1 or (_GROUPED_DOT.fullmatch(bare) and (conventions.decimal_comma or whole)):
            if dots == 1 and not conventions.decimal_comma:
                confidence, notes = 0.85, (f"{text}: the dot is read as a mark of thousands",)
            bare = bare.replace(".", "")
    if len(bare) > 1 and bare[0] == "0" and bare[1] != ".":
        return None
    value = Decimal(bare)
    exponent = value.as_tuple().exponent
    precision = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else ONE
    return value, precision, confidence, notes


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
        return _scaled(scan, Numeral(at, at + 1, value, Decimal("0.01"), Form.FRACTION), money)
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
        return _scaled(scan, evolve(numeral, last=at + 2, value=value + part, precision=Decimal("0.01")), money)
    if plain and following.kind is TokenKind.NUMBER and scan.norm(at + 2) == "/" and value < 100:
        part_ = _fraction(scan, at + 1, Decimal(following.norm)) if following.norm.isdecimal() else None
        if part_ is not None and part_.value < 1:
            whole = evolve(numeral, last=part_.last, value=value + part_.value, precision=part_.precision)
            return _scaled(scan, whole, money)
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
    numeral = _and_part(scan, numeral)
    return _scaled(scan, numeral, money)


def _spaced(scan: Scan, at: int) -> bool:
    """Whether only white space stands between token ``at`` and the one before it."""
    tokens = scan.tokens
    gap = scan.document.text[tokens[at - 1].end : tokens[at].start]
    return bool(gap) and gap.isspace()


def _counts_whole(scan: Scan, at: int, text: str, money: bool) -> bool:
    """Whether "7.000" at ``at`` must group: it is a sum of money, or a plural of countable things follows."""
    if "." not in text or not _GROUPED_DOT.fullmatch(text) or text.count(".") > 1:
        return False
    thousands = text.endswith(".000") and text[0] != "0"
    if thousands and (money or scan.norm(at + 1) in _MONEY_AFTER):
        return True
    for ahead in range(at + 1, min(at + 4, len(scan.tokens))):
        token = scan.tokens[ahead]
        if token.kind is not TokenKind.WORD:
            return False
        if token.norm in PEOPLE or (thousands and _is_counted_plural(token.norm)):
            return True
        if token.norm in SCALES or token.norm in ("of", "in", "per", "to", "and", "is", "was", "at"):
            return False
    return False


def _is_counted_plural(word: str) -> bool:
    """Whether a word looks like the plural of a thing, not of a unit of measure."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _unit_words()


@cache
def _unit_words() -> frozenset[str]:
    rows = [row for name in ("units", "time_units", "shares") for row in load_table(name)["unit"]]
    return frozenset(part.lower() + "s" for row in rows for word in row.get("words", ()) for part in word.split())


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


def _scaled(scan: Scan, numeral: Numeral, money: bool) -> Numeral:
    """The number with the scale words or suffixes after it: 3 million, 5k, 20 m of money, 4 hundred thousand."""
    tokens = scan.tokens
    at = numeral.last
    value, scale = numeral.value, ONE
    while at < len(tokens) and not scan.taken[at]:
        here = at
        if is_hyphen(scan, here):
            here += 1
        token = tokens[here]
        if token.kind is not TokenKind.WORD:
            break
        word = token.norm
        factor = SCALES.get(word) or GROUPS.get(word)
        if factor is None and numeral.form is Form.DIGITS:
            factor = _ABBREVIATIONS.get(word) or (_PLURAL_SCALES.get(word) if scale == 1 else None)
            if factor is None and scale == 1 and word in _LETTERS and _letter_scales(scan, here, money):
                factor = _LETTERS[word]
        if factor is None or (word in ("score", "gross") and numeral.form is Form.DIGITS):
            break
        scale *= factor
        at = here + 1
        if scale > MOST:
            break
    if at == numeral.last:
        return numeral
    return evolve(numeral, last=at, value=value * scale, precision=numeral.precision * scale, scaled=True, scale=scale)


def _letter_scales(scan: Scan, at: int, money: bool) -> bool:
    """Whether the single letter after digits multiplies them: "$20 m", "5m users", "10k", "3M", not "100m high"."""
    tokens = scan.tokens
    token = tokens[at]
    letter = token.norm
    if money:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    after = following.norm if following is not None else ""
    if not token.glued:
        return False
    if letter == "k":
        return token.text == "k" or after not in ("resolution", "video", "display", "uhd", "tv")
    if after in _NOT_A_SCALE:
        return False
    money_word = after in ("euros", "dollars", "pounds", "yen", "usd", "eur", "gbp", "rubles", "roubles", "$", "€", "£")
    if money_word:
        return True
    twin = at + 3  # "2m-3m users": the second letter decides
    if (
        (after in ("-", "–", "to", "or", "and"))
        and scan.norm(twin) == letter
        and tokens[at + 2].kind is TokenKind.NUMBER
    ):
        return _letter_scales(scan, twin, money)
    if letter in ("m", "b") and _labelled_count(scan, at - 1):
        return True
    plural = (
        following is not None
        and following.kind is TokenKind.WORD
        and not following.glued
        and (after in PEOPLE or (len(after) > 3 and after.endswith("s") and not after.endswith("ss")))
    )
    if letter == "t":
        return False
    if letter == "m" and token.text == "M":
        return True
    return plural and (letter == "m" or token.text == "B")


def _labelled_count(scan: Scan, at: int) -> bool:
    """Whether the number at ``at`` stands after "Subscribers:" or in a cell so labelled: a plural, but no lengths."""
    norms = [scan.norm(at - 2)] if at >= 2 and scan.norm(at - 1) in (":", "=") else []
    cell = scan.unit.cell
    if cell is not None and at <= 1:
        norms += [label.lower().split()[0].strip(":") for label in (cell.column_label, cell.row_label) if label.split()]
    return any(norm in PEOPLE or (norm not in _LENGTHS and _is_counted_plural(norm)) for norm in norms)


def _and_part(scan: Scan, numeral: Numeral) -> Numeral:
    """The number with "and a half", "and three-quarters" after it."""
    at = numeral.last
    hyphen = is_hyphen(scan, at)
    if hyphen:
        at += 1
    if scan.norm(at) != "and" or at + 1 >= len(scan.tokens) or scan.taken[at]:
        return numeral
    at += 1
    if is_hyphen(scan, at):
        at += 1
    top: Decimal | None = ONE if scan.norm(at) in ("a", "an") else SMALL.get(scan.norm(at))
    if top is None or not top:
        return numeral
    at += 1
    if is_hyphen(scan, at):
        at += 1
    bottom = DENOMINATORS.get(scan.norm(at))
    if bottom is None or top >= bottom:
        return numeral
    part = top / bottom
    unit = numeral.scale if numeral.scaled else ONE
    return evolve(numeral, last=at + 1, value=numeral.value + part * unit, precision=unit * Decimal("0.1"))


def _from_word(scan: Scan, at: int, money: bool) -> Numeral | None:
    word = scan.norm(at)
    if word in ("minus", "negative"):
        inner = read_numeral(scan, at + 1, money=money)
        if inner is None or inner.form not in (Form.DIGITS, Form.WORDS):
            return None
        return evolve(inner, first=at, value=-inner.value)
    for reader in (read_vague, read_share, read_cardinal, read_ordinal):
        numeral = reader(scan, at)
        if numeral is not None:
            if numeral.form is Form.WORDS:
                numeral = _and_part(scan, numeral)
                if not numeral.scaled or scan.norm(numeral.last) in SCALES:
                    grown = _scaled(scan, numeral, money)
                    numeral = evolve(grown, scale=grown.scale * numeral.scale) if grown.scaled else numeral
            return numeral
    return None
