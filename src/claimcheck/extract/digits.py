"""Runs of digits with their marks: 1,234,567, 1.234,5, 12,34,567, 3'200."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.extract.number_words import (
    ONE,
)
from claimcheck.extract.scan import Conventions

__all__ = ["GROUPED_DOT", "read_digits"]

_MAX_DIGITS = 27
_GROUPED_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_GROUPED_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}")
GROUPED_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


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
        pattern = GROUPED_DOT if grouping == "." else _GROUPED_COMMA
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
        if dots > 1 and not GROUPED_DOT.fullmatch(bare):
            return None
        if dots > 1 or (GROUPED_DOT.fullmatch(bare) and (conventions.decimal_comma or whole)):
            if dots == 1 and not conventions.decimal_comma:
                confidence, notes = 0.85, (f"{text}: the dot is read as a mark of thousands",)
            bare = bare.replace(".", "")
    if len(bare) > 1 and bare[0] == "0" and bare[1] != ".":
        return None
    value = Decimal(bare)
    exponent = value.as_tuple().exponent
    precision = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else ONE
    return value, precision, confidence, notes
