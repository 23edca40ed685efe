"""Single numbers as English writes them: digits, words, fractions, scale words, ordinals, vague words."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from attrs import evolve, frozen

from claimcheck.extract.scan import Conventions, Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon.tables import table

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


class Form(StrEnum):
    """How a number was written."""

    DIGITS = "digits"
    WORDS = "words"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"


@frozen
class Numeral:
    """One number: tokens ``first`` up to ``last``.

    ``value`` is in the base magnitude; for vague words ``value`` is the least that the word allows and ``most`` the
    most, where it allows one (hundreds: 100, None). ``precision`` is the place value of the last written digit.
    ``scaled`` says that a scale word or suffix was part of it (million, k, bn), and ``scale`` what it multiplied by.
    """

    first: int
    last: int
    value: Decimal
    precision: Decimal
    form: Form
    scaled: bool = False
    most: Decimal | None = None
    confidence: float = 1.0
    notes: tuple[str, ...] = ()
    scale: Decimal = Decimal(1)


def _values(section: dict[str, int]) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in section.items()}


_TABLE = table("number_words")
_SMALL = _values(_TABLE["small"])
_TENS = _values(_TABLE["tens"])
_SCALES = _values(_TABLE["scales"])
_GROUPS = _values(_TABLE["groups"])
_ABBREVIATIONS = _values(_TABLE["abbreviations"])
_LETTERS = _values(_TABLE["letters"])
_NOT_A_SCALE = frozenset(_TABLE["not_a_scale"]["before"])
_PLURALS = _values(_TABLE["vague"]["plurals"])
_PLURAL_SCALES = {word + "s": value for word, value in (*_SCALES.items(), *_GROUPS.items())}
_BEFORE_SCALE = sorted((tuple(w.split()) for w in _TABLE["vague"]["before_scale"]["words"]), key=len, reverse=True)
_BEFORE_SCALE_FIRST = frozenset(phrase[0] for phrase in _BEFORE_SCALE)
_ALONE: dict[str, dict[str, int]] = _TABLE["vague"]["alone"]
_COUPLE_LEAST = Decimal(_TABLE["vague"]["couple"]["least"])
_COUPLE_AFTER = frozenset(_TABLE["vague"]["couple"]["after"])
_DEGREES: dict[str, list[int]] = _TABLE["vague"]["degrees"]
_ORDINALS = _values(_TABLE["ordinals"])
_DENOMINATORS = _values(_TABLE["denominators"])
_SHARE_AFTER = frozenset(_TABLE["share_cues"]["after"])
_SHARE_BEFORE = frozenset(_TABLE["share_cues"]["before"])
_HALF_AFTER = frozenset(_TABLE["share_cues"]["half_after"])
_NOT_HALF_AFTER = frozenset(_TABLE["share_cues"]["not_half_after"])
PEOPLE = frozenset(_TABLE["people"]["words"])
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})

#: Every word that can begin a number or be one; the quick test whether a unit of text may hold any.
NUMBER_WORDS = frozenset(
    {*_SMALL, *_TENS, *_SCALES, *_GROUPS, *_PLURALS, *_ORDINALS, *_DENOMINATORS, *_ALONE, "half", "couple", "few"}
)
STARTS = NUMBER_WORDS | {"a", "an", "minus", "negative", *_BEFORE_SCALE_FIRST, *_DEGREES}


#: The words that are a number by themselves.
SINGLE_WORDS = frozenset({*_SMALL, *_TENS, *_SCALES})

_ONE = Decimal(1)
_HYPHENS = frozenset("-‐‑–—−")
_MAX_DIGITS = 27
_MOST = Decimal(10) ** 18
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_GROUPED_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_GROUPED_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}")
_GROUPED_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_EXPONENT = re.compile(r"e(\d{1,2})")


def is_hyphen(scan: Scan, at: int) -> bool:
    """Whether token ``at`` is a hyphen or dash that joins its two neighbours without a space."""
    tokens = scan.tokens
    return 0 < at < len(tokens) - 1 and tokens[at].text in _HYPHENS and tokens[at].glued and tokens[at + 1].glued


def number_of(word: str) -> Decimal | None:
    """The value of a single number word (seven, forty, hundred), or None."""
    return _SMALL.get(word) or _TENS.get(word) or _SCALES.get(word)


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
        return Decimal(text), _ONE, 1.0, ()
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
    precision = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else _ONE
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
    read = read_digits(text, scan.conventions, whole=_counts_whole(scan, at, text))
    if read is None:
        return None
    value, precision, confidence, notes = read
    after = scan.norm(at + 1)
    plain = text.isdecimal()
    if plain and after in _SUFFIXES and not _spaced(scan, at + 1):
        return Numeral(at, at + 2, value, _ONE, Form.ORDINAL)
    numeral = Numeral(at, at + 1, value, precision, Form.DIGITS, confidence=confidence, notes=notes)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return numeral
    if plain and after == "/" and following.glued:
        return _fraction(scan, at, value)
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


def _counts_whole(scan: Scan, at: int, text: str) -> bool:
    """Whether "7.000" at ``at`` must group: a plural of countable things follows."""
    if "." not in text or not _GROUPED_DOT.fullmatch(text) or text.count(".") > 1:
        return False
    for ahead in range(at + 1, min(at + 4, len(scan.tokens))):
        token = scan.tokens[ahead]
        if token.kind is not TokenKind.WORD:
            return False
        if token.norm in PEOPLE:
            return True
        if token.norm in _SCALES or token.norm in ("of", "in", "per", "to", "and", "is", "was", "at"):
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
    value, scale = numeral.value, _ONE
    while at < len(tokens) and not scan.taken[at]:
        here = at
        if is_hyphen(scan, here):
            here += 1
        token = tokens[here]
        if token.kind is not TokenKind.WORD:
            break
        word = token.norm
        factor = _SCALES.get(word) or _GROUPS.get(word)
        if factor is None and numeral.form is Form.DIGITS:
            factor = _ABBREVIATIONS.get(word) or (_PLURAL_SCALES.get(word) if scale == 1 else None)
            if factor is None and scale == 1 and word in _LETTERS and _letter_scales(scan, here, money):
                factor = _LETTERS[word]
        if factor is None or (word in ("score", "gross") and numeral.form is Form.DIGITS):
            break
        scale *= factor
        at = here + 1
        if scale > _MOST:
            break
    if at == numeral.last:
        return numeral
    numeral = evolve(
        numeral, last=at, value=value * scale, precision=numeral.precision * scale, scaled=True, scale=scale
    )
    return numeral


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
    top: Decimal | None = _ONE if scan.norm(at) in ("a", "an") else _SMALL.get(scan.norm(at))
    if top is None or not top:
        return numeral
    at += 1
    if is_hyphen(scan, at):
        at += 1
    bottom = _DENOMINATORS.get(scan.norm(at))
    if bottom is None or top >= bottom:
        return numeral
    part = top / bottom
    unit = numeral.scale if numeral.scaled else _ONE
    return evolve(numeral, last=at + 1, value=numeral.value + part * unit, precision=unit * Decimal("0.1"))


def _from_word(scan: Scan, at: int, money: bool) -> Numeral | None:
    word = scan.norm(at)
    if word in ("minus", "negative"):
        inner = read_numeral(scan, at + 1, money=money)
        if inner is None or inner.form not in (Form.DIGITS, Form.WORDS):
            return None
        return evolve(inner, first=at, value=-inner.value)
    for reader in (_vague, _share, _cardinal, _ordinal):
        numeral = reader(scan, at)
        if numeral is not None:
            if numeral.form is Form.WORDS:
                numeral = _and_part(scan, numeral)
                if not numeral.scaled or scan.norm(numeral.last) in _SCALES:
                    grown = _scaled(scan, numeral, money)
                    numeral = evolve(grown, scale=grown.scale * numeral.scale) if grown.scaled else numeral
            return numeral
    return None


def _vague(scan: Scan, at: int) -> Numeral | None:
    """Hundreds, tens of thousands, several, a few hundred, a couple of, low thousands."""
    word = scan.norm(at)
    if word in _DEGREES:
        skip = at + 2 if is_hyphen(scan, at + 1) else at + 1
        unit = _PLURALS.get(scan.norm(skip))
        if unit is None:
            return None
        low, high = _DEGREES[word]
        return Numeral(at, skip + 1, unit * low, unit, Form.VAGUE, True, unit * high)
    if word in _PLURALS:
        value, last = _PLURALS[word], at + 1
        while value < _MOST and scan.norm(last) in ("of", "upon") and scan.norm(last + 1) in _PLURALS:
            more = _PLURALS[scan.norm(last + 1)]
            value, last = (value * more if scan.norm(last) == "of" and more >= 100 else more), last + 2
        return Numeral(at, last, value, value, Form.VAGUE, True)
    if word in _BEFORE_SCALE_FIRST:
        for phrase in _BEFORE_SCALE:
            last = at + len(phrase)
            if all(scan.norm(at + i) == part for i, part in enumerate(phrase)):
                if is_hyphen(scan, last):
                    last += 1
                scale = _SCALES.get(scan.norm(last)) or _GROUPS.get(scan.norm(last))
                if scale is None:
                    continue
                last += 1
                while scale < _MOST and scan.norm(last) in _SCALES:
                    scale, last = scale * _SCALES[scan.norm(last)], last + 1
                return Numeral(at, last, scale, scale, Form.VAGUE, True, scale * 10)
    if word in _ALONE:
        entry = _ALONE[word]
        most = entry.get("most")
        return Numeral(at, at + 1, Decimal(entry["least"]), _ONE, Form.VAGUE, most=Decimal(most) if most else None)
    if word == "a" and scan.norm(at + 1) == "couple" and scan.norm(at + 2) in _COUPLE_AFTER:
        last = at + 3 if scan.norm(at + 2) == "of" else at + 2
        return Numeral(at, last, _COUPLE_LEAST, _ONE, Form.VAGUE)
    return None


def _share(scan: Scan, at: int) -> Numeral | None:
    """Half, a third of, two thirds, three-quarters, half a million, a quarter of a million."""
    word = scan.norm(at)
    before = scan.norm(at - 1)
    if word == "half" or (word in ("a", "one") and scan.norm(at + 1) == "half"):
        last = at + (1 if word == "half" else 2)
        if word == "half" and before in _NOT_HALF_AFTER:
            return None
        scaled = _of_a_scale(scan, at, last, Decimal("0.5"))
        if scaled is not None:
            return scaled
        after = scan.norm(last)
        if is_hyphen(scan, last):
            return None
        if after in _HALF_AFTER or before in _SHARE_BEFORE or word == "one" or after in ("a", "an"):
            return Numeral(at, last, Decimal("0.5"), Decimal("0.1"), Form.FRACTION)
        return None
    if word in ("quarter", "third") and before not in ("a", "one", "the"):
        return None
    top = _ONE if word in ("a", "an") else _SMALL.get(word)
    if not top:
        return None
    here = at + 1
    joined = is_hyphen(scan, here)
    if joined:
        here += 1
    bottom = _DENOMINATORS.get(scan.norm(here))
    if bottom is None or top > bottom or scan.norm(here) in ("half", "halves"):
        return None
    plural = scan.norm(here).endswith("s")
    if plural != (top > 1):
        return None
    last = here + 1
    scaled = _of_a_scale(scan, at, last, top / bottom)
    if scaled is not None:
        return scaled
    cued = scan.norm(last) in _SHARE_AFTER or before in _SHARE_BEFORE
    if word in ("a", "an") and not cued:
        return None
    if bottom == 4 and not cued and not joined:  # quarters of a year
        return None
    return Numeral(at, last, top / bottom, Decimal("0.01"), Form.FRACTION)


def _of_a_scale(scan: Scan, first: int, last: int, share: Decimal) -> Numeral | None:
    """A share of one scale word: half a million, half-dozen, a quarter of a million."""
    here = last
    if scan.norm(here) == "of" and scan.norm(here + 1) in ("a", "an"):
        here += 2
    elif scan.norm(here) in ("a", "an"):
        here += 1
    elif is_hyphen(scan, here):
        here += 1
    scale = _SCALES.get(scan.norm(here)) or _GROUPS.get(scan.norm(here))
    if scale is None or scan.taken[here]:
        return None
    here += 1
    while scale < _MOST and scan.norm(here) in _SCALES:
        scale, here = scale * _SCALES[scan.norm(here)], here + 1
    return Numeral(first, here, share * scale, max(_ONE, scale / 10), Form.WORDS, True, scale=scale)


def _cardinal(scan: Scan, at: int) -> Numeral | None:
    """Number words: sixteen, a hundred and twenty, three hundred thousand, two million five hundred thousand."""
    total = Decimal(0)
    current: Decimal | None = None
    place = _ONE
    ceiling: Decimal | None = None
    here = at
    if scan.norm(at) in ("a", "an"):
        if scan.norm(at + 1) not in _SCALES and scan.norm(at + 1) != "dozen":
            return None
        current, here = _ONE, at + 1
    last = -1
    scale_seen = _ONE
    while here < len(scan.tokens) and not scan.taken[here]:
        step = here
        if last >= 0:
            if is_hyphen(scan, step):
                step += 1
            elif scan.norm(step) == "and":
                hundreds = current is not None and current >= 100 and not current % 100
                if not (hundreds or (current is None and total)):
                    break
                step += 1
                follower = scan.norm(step + 1) if not is_hyphen(scan, step + 1) else scan.norm(step + 3)
                if follower in _DENOMINATORS or (follower in _SCALES and not hundreds):
                    break
                if scan.norm(step) not in _SMALL and scan.norm(step) not in _TENS:
                    break
        word = scan.norm(step)
        if word in _SMALL:
            value = _SMALL[word]
            if (
                current is None
                or (current >= 100 and not current % 100)
                or (current % 100 >= 20 and not current % 10 and 0 < value < 10)
            ):
                if current is not None and not value:
                    break
                current = (current or Decimal(0)) + value
                place = _ONE
            else:
                break
        elif word in _TENS:
            if current is None or (current >= 100 and not current % 100):
                current = (current or Decimal(0)) + _TENS[word]
                place = _ONE
            else:
                break
        elif word == "hundred":
            if current is None or not 0 < current < 100:
                break
            current *= 100
            place = Decimal(100)
            scale_seen = max(scale_seen, place)
        elif word in _SCALES:
            factor = _SCALES[word]
            if current is None:
                if not total or last < 0:
                    break
                total, ceiling, place = total * factor, factor, place * factor
            else:
                if ceiling is not None and factor >= ceiling:
                    break
                total, place, ceiling = total + current * factor, factor, factor
                current = None
            scale_seen = max(scale_seen, place)
            if total > _MOST:
                break
        elif word in _GROUPS and (word != "score" or last >= 0 or current is None):
            if current is None or (last < 0 and word != "dozen"):
                break
            current *= _GROUPS[word]
            place = _ONE
            here = last = step + 1
            break
        else:
            break
        here = last = step + 1
    if last < 0:
        return None
    value = total + (current or Decimal(0))
    ending = last + 1 if is_hyphen(scan, last) else last
    ordinal = _ORDINALS.get(scan.norm(ending))
    if ordinal is not None and value and not value % 10 and ordinal < max(_ONE, value % 100 or 100):
        if ending > last or value >= 100:
            return Numeral(at, ending + 1, value + ordinal, _ONE, Form.ORDINAL)
    return Numeral(at, last, value, place, Form.WORDS, scale_seen > 1, scale=scale_seen)


def _ordinal(scan: Scan, at: int) -> Numeral | None:
    """First, twenty-first, hundredth."""
    value = _ORDINALS.get(scan.norm(at))
    return None if value is None else Numeral(at, at + 1, value, _ONE, Form.ORDINAL)
