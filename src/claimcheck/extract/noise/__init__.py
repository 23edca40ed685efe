"""Numerals that are no quantities: names, codes, times of day, scores, addresses, labels, list numbers.

``find`` takes what can be nothing else and runs before all other extractors; ``find_codes`` takes what dates and
versions have left. Each numeral that is left out gets a reason. The words are in the lexicon's ``noise`` table.
"""

from __future__ import annotations

from functools import cache

from claimcheck.extract.day_times import begins_time, spoken_time
from claimcheck.extract.noise.codes import LONG_CODE, by_chunk, chunk, coordinates, issue, score, telephone, time_of_day
from claimcheck.extract.noise.labels import (
    bracketed,
    copyright_year,
    label_number,
    labels_word,
    line_of_file,
    list_number,
    number_of,
    statistic,
    status_code,
)
from claimcheck.extract.noise.names import address, is_name, numbered_body, product, series, year_name
from claimcheck.extract.noise.words import words_of_noise
from claimcheck.extract.numerals import PEOPLE, STARTS
from claimcheck.extract.scales import is_counted_plural
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import Token, TokenKind

__all__ = ["find", "find_codes"]

_BOUNDS = frozenset("<>=≤≥~^!")
_NUMBER, _WORD = TokenKind.NUMBER, TokenKind.WORD

_RULES = (
    list_number,
    statistic,
    label_number,
    series,
    line_of_file,
    by_chunk,
    year_name,
    issue,
    copyright_year,
    time_of_day,
    coordinates,
    score,
    bracketed,
    address,
    numbered_body,
    telephone,
)


def find(scan: Scan) -> None:
    """Leave out the numerals that no other extractor may touch."""
    words = words_of_noise()
    tokens, taken = scan.tokens, scan.taken
    for at in sorted({*scan.numbers, *scan.where(_triggers())}):
        if taken[at]:
            continue
        token = tokens[at]
        kind = token.kind
        told = spoken_time(scan, at) if token.norm in begins_time() else None
        if told is not None and scan.free(at, told):
            scan.leave(at, told, "a time of day")
        elif kind is _NUMBER:
            for rule in _RULES:
                found = rule(scan, at, words)
                if found is not None:
                    first, last, reason = found
                    scan.leave(first, last, reason)
                    break
        elif kind is _WORD:
            match = words.phrases.match(tokens, at)
            if match is not None and _whole_phrase(tokens, at, match[1]) and not _counted_group(scan, at, match[1]):
                scan.leave(at, match[1], match[0])
            elif token.norm in STARTS:
                if is_name(scan, at):
                    scan.leave(at, at + 1, "part of a name")
                elif labels_word(scan, at, words):
                    scan.leave(at, at + 1, number_of(scan.norm(at - 1)))


@cache
def _triggers() -> frozenset[str]:
    """The words at which something may be left out."""
    return STARTS | words_of_noise().phrases.keys | {"half", "quarter"}


def find_codes(scan: Scan) -> None:
    """Leave out codes and runs of digits that neither dates nor versions have taken."""
    words = words_of_noise()
    tokens, taken = scan.tokens, scan.taken
    for at in scan.numbers:
        if taken[at]:
            continue
        token = tokens[at]
        sign = scan.norm(at - 1)
        if sign == "=" and token.glued and token.norm in ("0", "1") and tokens[at - 1].glued:
            scan.leave(at, at + 1, "a switch that is on or off")
            continue
        if "." in token.norm and sign in _BOUNDS and _bounds_version(scan, at):
            scan.leave(at, at + 1, "the bound of a version")
            continue
        named = status_code(scan, at, words) or product(scan, at, words)
        if named is not None:
            scan.leave(*named)
            continue
        first, last, text = chunk(scan, at)
        if scan.free(first, last) and (LONG_CODE.fullmatch(text) or text.count(":") > 1):
            scan.leave(first, last, "a code of several numbers")
        elif token.norm.isdecimal() and (len(token.norm) > 15 or (token.norm[0] == "0" and len(token.norm) > 1)):
            scan.leave(at, at + 1, "a code")


def _bounds_version(scan: Scan, at: int) -> bool:
    """Whether another bound stands beside the one at ``at``: ">= 1.0, < 2.0"."""
    if scan.norm(at + 1) == "," and scan.norm(at + 2) in _BOUNDS:
        return True
    here = at - 1
    while scan.norm(here) in _BOUNDS:
        here -= 1
    return scan.norm(here) == "," and scan.tokens[here - 1].kind is TokenKind.NUMBER


def _counted_group(scan: Scan, at: int, last: int) -> bool:
    """Whether those whom "group of eight" counts are named: "a group of eight artists"."""
    named = scan.norm(at + 1) == "of" and last < len(scan.tokens) and scan.tokens[last].text.islower()
    return named and (is_counted_plural(scan.norm(last)) or scan.norm(last) in PEOPLE)


def _whole_phrase(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the phrase does not go on after a hyphen ("two-way-street")."""
    return not (at and tokens[at].glued and tokens[at - 1].text in "-–")
