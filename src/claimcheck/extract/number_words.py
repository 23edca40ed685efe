"""Numbers in words: sixteen, a hundred and twenty, half a million, two thirds, several hundred, twenty-first."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table

__all__ = [
    "DENOMINATORS",
    "GROUPS",
    "MOST",
    "NUMBER_WORDS",
    "ONE",
    "ORDINALS",
    "SCALES",
    "SINGLE_WORDS",
    "SMALL",
    "STARTS",
    "TABLE",
    "TENS",
    "Form",
    "Numeral",
    "begins_nothing",
    "is_hyphen",
    "number_of",
    "read_cardinal",
    "read_ordinal",
    "read_vague",
    "values_of",
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


def values_of(section: dict[str, int]) -> dict[str, Decimal]:
    """A section of the table with its values as decimals."""
    return {word: Decimal(value) for word, value in section.items()}


TABLE = load_table("number_words")
SMALL = values_of(TABLE["small"])
TENS = values_of(TABLE["tens"])
SCALES = values_of(TABLE["scales"])
GROUPS = values_of(TABLE["groups"])
_PLURALS = values_of(TABLE["vague"]["plurals"])
_NEED_OF = frozenset(TABLE["vague"]["need_of"]["words"])
_BEFORE_SCALE = sorted((tuple(w.split()) for w in TABLE["vague"]["before_scale"]["words"]), key=len, reverse=True)
_BEFORE_SCALE_FIRST = frozenset(phrase[0] for phrase in _BEFORE_SCALE)
_ALONE: dict[str, dict[str, int]] = TABLE["vague"]["alone"]
_COUPLE_LEAST = Decimal(TABLE["vague"]["couple"]["least"])
_COUPLE_AFTER = frozenset(TABLE["vague"]["couple"]["after"])
_HANDFULS: dict[str, int] = TABLE["vague"]["handfuls"]
_SINGULAR = frozenset({"is", "was", "has", "its", "his", "this", "us", "as", "does"})
_PEOPLE = frozenset(TABLE["people"]["words"])
_GROUPS_OF = frozenset(GROUPS.keys() - {"dozen"})
_MULTIPLES = values_of(TABLE["vague"]["multiples"])
_MULTI: str = TABLE["vague"]["multi"]["prefix"]
_DEGREES: dict[str, list[int]] = TABLE["vague"]["degrees"]
ORDINALS = values_of(TABLE["ordinals"])
DENOMINATORS = values_of(TABLE["denominators"])
#: Every word that can begin a number or be one; the quick test whether a unit of text may hold any.
NUMBER_WORDS = frozenset(
    {
        *SMALL,
        *TENS,
        *SCALES,
        *GROUPS,
        *_PLURALS,
        *ORDINALS,
        *DENOMINATORS,
        *_ALONE,
        *_MULTIPLES,
        *_HANDFULS,
        "half",
        "couple",
        "few",
    }
)
#: The words that are a number by themselves.
SINGLE_WORDS = frozenset({*SMALL, *TENS, *SCALES})
STARTS = NUMBER_WORDS | {"a", "an", "minus", "negative", _MULTI, *_BEFORE_SCALE_FIRST, *_DEGREES}
ONE = Decimal(1)
_HYPHENS = frozenset("-‐‑–—−")
_ARTICLES = frozenset({"a", "an"})
# What has to follow an article that begins a number.
_AFTER_ARTICLE = frozenset(
    {*SCALES, *DENOMINATORS, *TENS, *_HYPHENS, *_HANDFULS, "half", "couple", *GROUPS}
    | {phrase[1] for phrase in _BEFORE_SCALE if phrase[0] in _ARTICLES and len(phrase) > 1}
)
MOST = Decimal(10) ** 18


def is_hyphen(scan: Scan, at: int) -> bool:
    """Whether token ``at`` is a hyphen or dash that joins its two neighbours without a space."""
    tokens = scan.tokens
    return 0 < at < len(tokens) - 1 and tokens[at].text in _HYPHENS and tokens[at].glued and tokens[at + 1].glued


def number_of(word: str) -> Decimal | None:
    """The value of a single number word (seven, forty, hundred), or None."""
    return SMALL.get(word) or TENS.get(word) or SCALES.get(word)


def begins_nothing(scan: Scan, at: int) -> bool:
    """Whether a word is an article with which no number can begin: most are."""
    return scan.norm(at) in _ARTICLES and scan.norm(at + 1) not in _AFTER_ARTICLE


def read_vague(scan: Scan, at: int) -> Numeral | None:
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
        if word in _NEED_OF and (scan.norm(at + 1) != "of" or scan.norm(at + 2)[:1].isdigit()):
            return None  # test scores, the tens column, scores of 80
        value, last = _PLURALS[word], at + 1
        while value < MOST and scan.norm(last) in ("of", "upon") and scan.norm(last + 1) in _PLURALS:
            more = _PLURALS[scan.norm(last + 1)]
            value, last = (value * more if scan.norm(last) == "of" and more >= 100 else more), last + 2
        return Numeral(at, last, value, value, Form.VAGUE, True)
    multiple = _multiple(scan, at, word)
    if multiple is not None:
        return multiple
    if word in _BEFORE_SCALE_FIRST:
        for phrase in _BEFORE_SCALE:
            last = at + len(phrase)
            if all(scan.norm(at + i) == part for i, part in enumerate(phrase)):
                if is_hyphen(scan, last):
                    last += 1
                scale = SCALES.get(scan.norm(last)) or GROUPS.get(scan.norm(last))
                if scale is None:
                    continue
                last += 1
                while scale < MOST and scan.norm(last) in SCALES:
                    scale, last = scale * SCALES[scan.norm(last)], last + 1
                least = scale * _COUPLE_LEAST if "couple" in phrase else scale
                return Numeral(at, last, least, scale, Form.VAGUE, True, scale * 10)
    if word in _ALONE:
        entry = _ALONE[word]
        most = entry.get("most")
        return Numeral(at, at + 1, Decimal(entry["least"]), ONE, Form.VAGUE, most=Decimal(most) if most else None)
    if word == "a" and scan.norm(at + 1) in _HANDFULS and scan.norm(at + 2) == "of":
        least = Decimal(_HANDFULS[scan.norm(at + 1)])
        nouns = (scan.norm(at + 3), scan.norm(at + 4))
        several = nouns[0] in _PEOPLE or any(noun.endswith("s") and noun not in _SINGULAR for noun in nouns)
        return Numeral(at, at + 2, least, ONE, Form.VAGUE) if several else None  # "a handful of rice" counts none
    if word == "a" and scan.norm(at + 1) == "couple" and scan.norm(at + 2) in _COUPLE_AFTER:
        last = at + 3 if scan.norm(at + 2) == "of" else at + 2
        return Numeral(at, last, _COUPLE_LEAST, ONE, Form.VAGUE)
    return None


def _multiple(scan: Scan, at: int, word: str) -> Numeral | None:
    """Multibillion, multi-million: several of a scale, in one word or two."""
    scale, last = _MULTIPLES.get(word), at + 1
    if word == _MULTI and is_hyphen(scan, last):
        scale, last = _MULTIPLES.get(_MULTI + scan.norm(at + 2)), at + 3
    return None if scale is None else Numeral(at, last, scale, scale, Form.VAGUE, True)


def _a_group(scan: Scan, at: int) -> bool:
    """Whether "score" or "gross" after an article counts: "a score of albums", not "a score of 80"."""
    if scan.norm(at) not in _GROUPS_OF or scan.norm(at + 1) != "of":
        return False
    noun = scan.norm(at + 2)
    if noun in _PEOPLE:
        return True
    return noun.isalpha() and noun.endswith("s") and number_of(noun) is None and noun not in (*_PLURALS, *_SINGULAR)


def read_cardinal(scan: Scan, at: int) -> Numeral | None:
    """Number words: sixteen, a hundred and twenty, three hundred thousand, two million five hundred thousand."""
    total = Decimal(0)
    current: Decimal | None = None
    place = ONE
    ceiling: Decimal | None = None
    here = at
    if scan.norm(at) in ("a", "an"):
        if scan.norm(at + 1) not in SCALES and scan.norm(at + 1) != "dozen" and not _a_group(scan, at + 1):
            return None
        current, here = ONE, at + 1
    scored = False
    last = -1
    scale_seen = ONE
    while here < len(scan.tokens) and not scan.taken[here]:
        step = here
        if last >= 0:
            hyphened = is_hyphen(scan, step)
            if hyphened:
                step += 1
            if scan.norm(step) == "and" and (not hyphened or is_hyphen(scan, step + 1)):
                hundreds = scored or (current is not None and current >= 100 and not current % 100)
                if not (hundreds or (current is None and total)):
                    break
                step += 2 if hyphened else 1
                joined = is_hyphen(scan, step + 1)
                if scan.norm(step + 2 if joined else step + 1) in DENOMINATORS:
                    break
                scale = SCALES.get(scan.norm(step + 3 if joined else step + 1))
                if scale is not None and not hundreds and (ceiling is None or scale >= ceiling):
                    break
                if scan.norm(step) not in SMALL and scan.norm(step) not in TENS:
                    break
        word = scan.norm(step)
        if word in SMALL:
            value = SMALL[word]
            if (
                current is None
                or (current >= 100 and not current % 100)
                or (current % 100 >= 20 and not current % 10 and 0 < value < 10)
                or scored
            ):
                if current is not None and not value:
                    break
                current = (current or Decimal(0)) + value
                place = ONE
            else:
                break
        elif word in TENS:
            if current is None or (current >= 100 and not current % 100):
                current = (current or Decimal(0)) + TENS[word]
                place = ONE
            else:
                break
        elif word == "hundred":
            if current is None or not 0 < current < 100:
                break
            current *= 100
            place = Decimal(100)
            scale_seen = max(scale_seen, place)
        elif word in SCALES:
            factor = SCALES[word]
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
            if total > MOST:
                break
        elif word == "dozens" and current is not None:
            current, place = current * GROUPS["dozen"], ONE
            last = step + 1
            break
        elif word in GROUPS and (word == "dozen" or last >= 0 or current is None or _a_group(scan, step)):
            if current is None or (last < 0 and word != "dozen" and not _a_group(scan, step)):
                break
            current *= GROUPS[word]
            place = ONE
            here = last = step + 1
            if word == "score" and not scored:  # "three score and ten"
                scored = True
                continue
            break
        else:
            break
        here = last = step + 1
    if last < 0:
        return None
    value = total + (current or Decimal(0))
    ending = last + 1 if is_hyphen(scan, last) else last
    ordinal = ORDINALS.get(scan.norm(ending))
    if ordinal is not None and value and not value % 10 and ordinal < max(ONE, value % 100 or 100):
        if ending > last or value >= 100:
            return Numeral(at, ending + 1, value + ordinal, ONE, Form.ORDINAL)
    return Numeral(at, last, value, place, Form.WORDS, scale_seen > 1, scale=scale_seen)


def read_ordinal(scan: Scan, at: int) -> Numeral | None:
    """First, twenty-first, hundredth."""
    value = ORDINALS.get(scan.norm(at))
    return None if value is None else Numeral(at, at + 1, value, ONE, Form.ORDINAL)
