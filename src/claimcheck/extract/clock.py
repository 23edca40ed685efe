"""Times on a stopwatch: "won in 1:02:47", "a record of 3:42.5"; spans in letters: "1h30m", "5m30s", "2h 15m".

A time of day is none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claimcheck.extract.amounts import tidy
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Quantity

__all__ = ["find"]

_PART = re.compile(r"[0-5]\d")
_LAST = re.compile(r"[0-5]\d(?:\.\d{1,3}|,\d{1,2})?")  # "1:50,000" is a scale
_SIXTY = Decimal(60)
_UNITS = frozenset("dhm")
_HINT = re.compile(r"\d(?:d|hr?s?|m(?:ins?)?)[ ]?\d")
_SPAN = re.compile(
    r"(?:(\d{1,3})d[ ]?)?(?:(\d{1,3})h(?:rs?)?[ ]?)?(?:([0-5]?\d)m(?:ins?)?[ ]?)?"
    r"(?:([0-5]?\d)s(?:ecs?)?)?(?<=[a-z])(?![\w/]|\.\d)"
)
_SIZES = (86_400, 3600, 60, 1)  # seconds
_NAMES = ("day", "hour", "minute", "second")
_TWO = 2


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("durations")["clock"][key])


def find(scan: Scan) -> None:
    """Take hours, minutes and seconds in letters, and those after a word that says that something took so long."""
    _lettered(scan)
    if ":" not in scan.vocabulary:
        return
    for at in scan.numbers:
        if scan.taken[at] or scan.norm(at - 1) not in _words("before"):
            continue
        parts, last = _read(scan, at)
        if len(parts) < 2 or scan.norm(last) in _words("not_after"):
            continue
        exact = "." in parts[-1] or "," in parts[-1]
        if len(parts) == 2 and not exact and scan.vocabulary.isdisjoint(_words("cues")):
            continue
        value = Decimal(0)
        for part in parts:
            value = value * _SIXTY + Decimal(part.replace(",", "."))
        precision = Decimal(1).scaleb(-len(re.split("[.,]", parts[-1])[1])) if exact else Decimal(1)
        scan.take(
            Kind.DURATION, at, last, quantity=Quantity(tidy(value), tidy(value), "second", precision=precision), core=at
        )


def _lettered(scan: Scan) -> None:
    """Take "1h30m", "5m30s", "2h 15m": at least two units of time, the largest first, each a letter or "min"."""
    text, tokens = scan.document.text, scan.tokens
    if _HINT.search(text, scan.unit.span.start, scan.unit.span.end) is None:
        return
    for at in scan.numbers:
        if at + 1 == len(tokens) or tokens[at + 1].norm[0] not in _UNITS:
            continue
        token = tokens[at]
        if scan.taken[at] or (at and token.glued and scan.norm(at - 1)[-1:].isalnum()):
            continue
        match = _SPAN.match(text, token.start, scan.unit.span.end)
        if match is None or sum(part is not None for part in match.groups()) < _TWO:
            continue
        last = at
        while last < len(scan.tokens) and scan.tokens[last].end <= match.end():
            last += 1
        if scan.tokens[last - 1].end != match.end() or not scan.free(at, last):
            continue
        small = max(index for index, part in enumerate(match.groups()) if part is not None)
        seconds = sum(int(part) * size for part, size in zip(match.groups(), _SIZES, strict=True) if part is not None)
        value = Decimal(seconds) / _SIZES[small]
        scan.take(Kind.DURATION, at, last, quantity=Quantity(value, value, _NAMES[small]), core=at)


def _read(scan: Scan, at: int) -> tuple[list[str], int]:
    """The parts of a clock's time from token ``at``, and the token after it; no parts where it is none."""
    tokens = scan.tokens
    parts, last = [tokens[at].norm], at + 1
    while last + 1 < len(tokens) and tokens[last].norm == ":" and tokens[last].glued and tokens[last + 1].glued:
        if tokens[last + 1].kind is not TokenKind.NUMBER:
            return [], at
        parts.append(tokens[last + 1].norm)
        last += 2
    plain = parts[0].isdecimal() and len(parts[0]) <= 2 and len(parts) <= 3
    ends = len(parts) > 1 and _LAST.fullmatch(parts[-1]) is not None
    if not plain or not ends or any(_PART.fullmatch(part) is None for part in parts[1:-1]):
        return [], at
    glued = last < len(tokens) and tokens[last].glued and tokens[last].kind is TokenKind.WORD
    return ([], at) if glued else (parts, last)
