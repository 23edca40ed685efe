"""What multiplies the number before it: 3 million, 5k, $20 m, two and a half hundred."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.extract.number_words import (
    DENOMINATORS,
    GROUPS,
    MOST,
    ONE,
    SCALES,
    SMALL,
    TABLE,
    Form,
    Numeral,
    is_hyphen,
    values_of,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table

__all__ = ["PEOPLE", "is_counted_plural", "scaled", "with_part"]

_ABBREVIATIONS = values_of(TABLE["abbreviations"])
_LETTERS = values_of(TABLE["letters"])
_OF_MONEY = frozenset(TABLE["of_money"]["letters"])
_KELVIN = frozenset({"°", "kelvin", "kelvins", "celsius"})
_NOT_A_SCALE = frozenset(TABLE["not_a_scale"]["before"])
_LENGTHS = frozenset(TABLE["not_a_scale"]["lengths"])
_PLURAL_SCALES = {word + "s": value for word, value in (*SCALES.items(), *GROUPS.items())}
_LABEL = 8  # words of the longest label
_LABEL_ENDS = frozenset(
    {"in", "at", "on", "of", "by", "for", "during", "to", "from", "per", "since", "as", "sold", "built"}
)
PEOPLE = frozenset(TABLE["people"]["words"])


def is_counted_plural(word: str) -> bool:
    """Whether a word looks like the plural of a thing, not of a unit of measure."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _unit_words()


@cache
def _unit_words() -> frozenset[str]:
    rows = [row for name in ("units", "time_units", "shares") for row in load_table(name)["unit"]]
    return frozenset(part.lower() + "s" for row in rows for word in row.get("words", ()) for part in word.split())


@cache
def _money_words() -> frozenset[str]:
    """What a sum of money can be counted in: "3.4m kroner"."""
    found = {"$", "€", "£"}
    for row in load_table("currencies")["unit"]:
        said = [word.lower() for word in row.get("words", ()) if word not in row.get("contextual", ())]
        found.update(one for word in said if " " not in word for one in (word, word + "s"))
        found.add(row["unit"].lower())
    return frozenset(found)


def scaled(scan: Scan, numeral: Numeral, money: bool) -> Numeral:
    """The number with the scale words or suffixes after it: 3 million, 5k, 20 m of money, 4 hundred thousand."""
    tokens = scan.tokens
    at = numeral.last
    value, scale, labelled = numeral.value, ONE, False
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
                labelled = word == "m" and not money and _labelled_count(scan, here - 1)
        if factor is None or (word in ("score", "gross") and numeral.form is Form.DIGITS):
            break
        scale *= factor
        at = here + 1
        if scale > MOST:
            break
    if at == numeral.last:
        return numeral
    if labelled:
        numeral = evolve(numeral, confidence=0.8, notes=(*numeral.notes, "m is read as million: its label counts"))
    return evolve(numeral, last=at, value=value * scale, precision=numeral.precision * scale, scaled=True, scale=scale)


def _letter_scales(scan: Scan, at: int, money: bool) -> bool:
    """Whether the single letter after digits multiplies them: "$20 m", "5m users", "10k", "3M", not "100m high"."""
    tokens = scan.tokens
    token = tokens[at]
    letter = token.norm
    if money:
        return True
    if letter in _OF_MONEY or (token.text == "K" and not scan.vocabulary.isdisjoint(_KELVIN)):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    after = following.norm if following is not None else ""
    if not token.glued:
        return False
    if letter == "k":
        return token.text == "k" or after not in ("resolution", "video", "display", "uhd", "tv")
    if after in _NOT_A_SCALE:
        return False
    if after in _money_words():
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
    return plural and (letter == "m" or token.text == "B" or after in PEOPLE)


def _labelled_count(scan: Scan, at: int) -> bool:
    """Whether the number at ``at`` stands after "Subscribers:" or in a cell so labelled: a plural, but no lengths."""
    norms = [_labelling(scan, at - 1)] if at >= 2 and scan.norm(at - 1) in (":", "=") else []
    cell = scan.unit.cell
    if cell is not None and at <= 1:
        norms += [label.lower().split()[0].strip(":") for label in (cell.column_label, cell.row_label) if label.split()]
    return any(norm in PEOPLE or (norm not in _LENGTHS and is_counted_plural(norm)) for norm in norms)


def _labelling(scan: Scan, colon: int) -> str:
    """The noun that a label's colon follows: "Heat pumps installed:", "Visitors in 2019:", "(2018:" after another."""
    first = colon
    while first > 0 and colon - first < _LABEL and scan.norm(first - 1) not in (".", ";", ":", "(", ",", "|"):
        first -= 1
    if scan.norm(first - 1) == "(" and colon - first == 1 and scan.tokens[first].kind is TokenKind.NUMBER:
        before = next((at for at in range(first - 2, 0, -1) if scan.norm(at) == ":"), 0)
        return _labelling(scan, before) if before and first - before <= 5 else ""
    head = ""
    for at in range(first, colon):
        token = scan.tokens[at]
        if token.kind is not TokenKind.WORD or token.norm in _LABEL_ENDS or token.norm.endswith("ed"):
            break
        head = token.norm
    return head


def with_part(scan: Scan, numeral: Numeral) -> Numeral:
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
    unit = numeral.scale if numeral.scaled and numeral.precision >= numeral.scale else ONE
    return evolve(numeral, last=at + 1, value=numeral.value + part * unit, precision=unit * Decimal("0.1"))
