"""Codes, and names without a space: F-16, COVID-19, 10:30, 3-1, hashes, telephone numbers, coordinates."""

from __future__ import annotations

import re

from claimcheck.extract.noise.words import Found, Words
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import prefix_unit, suffix_unit

__all__ = ["LONG_CODE", "by_chunk", "chunk", "coordinates", "issue", "score", "telephone", "time_of_day"]

_CHUNK_LIMIT = 24
_TRIM_LEFT = "([{<\"'“‘«*_`"
_TRIM_RIGHT = ")]}>\"'”’»*_`.,;:!?…"
_HYPHEN = re.compile("[-‐‑–]")
_NAME = re.compile(r"([^\W\d_][^\W_]*(?:/[A-Z]{1,3})?)((?:[-‐‑–+/._][^\W\d_]{0,14}\d[^\W_]*)+)(?:['’]?s)?")
_PREFIX = re.compile(r"[A-Z]{2,6}")  # FR-5.1, REQ-12.4: numbers of requirements
_ADDRESS_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?")
_HEX = re.compile(r"0[xX][\da-fA-F_]+|#[\da-fA-F]*[a-fA-F][\da-fA-F]*")
_HASH = re.compile(r"(?=[\da-f]*[a-f])(?=[\da-f]*\d[\da-f]*[a-f][\da-f]*\d)[\da-f]{7,128}")
_UUID = re.compile(r"[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}")
_TIME = re.compile(r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[ap]\.?m\.?|[hHzZ])?")
_TIME_RANGE = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d[-–](?:[01]?\d|2[0-4]):[0-5]\d")
_OPTION = re.compile(r"-{1,2}[A-Za-z][\w-]*=[A-Za-z][\w+.-]*\d[\w.+-]*")  # -std=c++17
_PERIOD = re.compile(r"(?:q|h|s|t|fy|cy|w)\d{1,4}")
_SCORE = re.compile(r"(\d{1,3})[-–:](\d{1,3})")
_SUM = re.compile(r"\d{1,2}\+\d{1,2}")
LONG_CODE = re.compile(r"\d+(?:[-–/]\d+){2,}")
_SIZE = re.compile(r"\d{3,5}[x×]\d{3,5}")
_PHONE = re.compile(
    r"\+\d{1,3}[ ().\-\u00a0]{0,2}\d[\d ().\-\u00a0]{5,16}\d"
    r"|\(\d{2,5}\)[ \u00a0]?\d{3,4}[ \-\u00a0]\d{3,4}\b|\d{3}[-.]\d{3,4}[-.]\d{4}\b"
)
_PHONE_LOOSE = re.compile(r"\+?\(?\d[\d ().\-\u00a0]{3,18}\d")


def chunk(scan: Scan, at: int) -> tuple[int, int, str]:
    """The tokens around ``at`` without a space between them, and their text, stripped of brackets and stops."""
    tokens = scan.tokens
    first = last = at
    while first > 0 and tokens[first].glued and at - first < _CHUNK_LIMIT and tokens[first - 1].text not in _TRIM_LEFT:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].glued and last - at < _CHUNK_LIMIT:
        last += 1
    while last > at and tokens[last].text in _TRIM_RIGHT:
        last -= 1
    text = scan.document.text[tokens[first].start : tokens[last].end]
    if not text.isascii():
        text = _HYPHEN.sub("-", text.replace("\u00ad", ""))
    return first, last + 1, text


def by_chunk(scan: Scan, at: int, words: Words) -> Found:
    """Names and codes without a space in them."""
    tokens = scan.tokens
    glued_before = tokens[at].glued and at > 0
    glued_after = at + 1 < len(tokens) and tokens[at + 1].glued
    if not (glued_before or glued_after or tokens[at].norm.count(".") == 3):
        return None
    first, last, text = chunk(scan, at)
    if not scan.free(first, last):
        return None
    lower = text.lower()
    if lower in words.chunks:
        return first, last, "part of a name"
    if last - first == 1:
        if _ADDRESS_IP.fullmatch(text):
            return first, last, "an address on a network"
        return None
    if _ADDRESS_IP.fullmatch(text):
        return first, last, "an address on a network"
    if _UUID.fullmatch(text) or _HEX.fullmatch(text) or (len(text) >= 7 and _HASH.fullmatch(text)):
        return first, last, "a hash or hexadecimal code"
    if _OPTION.fullmatch(text):
        return first, last, "part of a name"
    if _TIME_RANGE.fullmatch(text) or (":" in text and _TIME.fullmatch(text)):
        return first, last, "a time of day"
    if _SUM.fullmatch(text):
        return first, last, "part of a name"
    if _SIZE.fullmatch(lower):
        return first, last, "a size in pixels"
    match = _NAME.fullmatch(text)
    if match is not None:
        prefix = match.group(1)
        tail = match.group(2)
        folded = prefix.lower()
        if folded in words.not_names or _PERIOD.fullmatch(folded):
            return None
        if tail[0] == "-" and "." in tail and not _PREFIX.fullmatch(prefix):
            return None
        if folded in words.lower_names or any(c.isupper() for c in prefix):
            if tail[0] in "." and not any(c.isdigit() for c in prefix):
                return None
            if _of_units(scan, first, at):
                return None
            return first, last, "part of a name"
    return None


def _of_units(scan: Scan, first: int, at: int) -> bool:
    """Whether what is glued to a number is no name: the code of a currency, or the unit of a rate ("12 L/100 km")."""
    money = prefix_unit(scan, first)
    if money is not None and money.last == at:
        return True
    unit = suffix_unit(scan, first)
    return (
        unit is not None and scan.norm(unit.last) == "/" and unit.last == at - 1 and scan.norm(first - 1)[-1:].isdigit()
    )


def time_of_day(scan: Scan, at: int, words: Words) -> Found:
    """10 a.m., 7.30 pm, 1430 hours, 14 GMT."""
    norm = scan.tokens[at].norm
    after = scan.norm(at + 1)
    if (after in ("am", "pm") and scan.tokens[at + 1].text != "AM") or (after in ("am", "pm") and len(norm) < 6):
        return at, at + 2, "a time of day"
    if after in ("a", "p") and scan.norm(at + 2) == "." and scan.norm(at + 3) == "m":
        return at, at + 4, "a time of day"
    if len(norm) == 4 and norm.isdecimal() and int(norm[:2]) < 25 and int(norm[2:]) < 60:
        if after in ("hours", "hrs", "gmt", "utc", "cet", "est") and (norm[0] == "0" or scan.norm(at - 1) == "at"):
            return at, at + 2, "a time of day"
    if after in ("o'clock", "gmt", "utc", "cet") and len(norm) <= 5:
        return at, at + 2, "a time of day"
    return None


def telephone(scan: Scan, at: int, words: Words) -> Found:
    """+44 20 7946 0000, (0161) 496 0000; shorter ones after "Tel"."""
    tokens = scan.tokens
    start = at
    while start > 0 and at - start < 2 and tokens[start - 1].text in ("+", "(") and tokens[start].glued:
        start -= 1
    text, offset = scan.document.text, tokens[start].start
    limit = min(offset + 32, scan.unit.span.end)
    cue = any(scan.norm(i) in words.telephones for i in range(max(0, start - 4), start))
    pattern = _PHONE_LOOSE if cue else _PHONE
    match = pattern.match(text, offset, limit)
    if match is None or (cue and sum(c.isdigit() for c in match.group()) < 6):
        return None
    last = start
    while last < len(tokens) and tokens[last].end <= match.end():
        last += 1
    return (start, last, "a telephone number") if last > at else None


def issue(scan: Scan, at: int, words: Words) -> Found:
    """#812, repo#12; a small "#3" may be a rank."""
    if scan.norm(at - 1) != "#" or not scan.tokens[at].glued:
        return None
    before = scan.norm(at - 2)
    glued = at > 1 and scan.tokens[at - 1].glued
    if glued or before in words.issues:
        return at - 1, at + 1, "the number of an issue"
    if len(scan.tokens[at].norm) >= 3:
        return at - 1, at + 1, "the number of an issue"
    return None


def score(scan: Scan, at: int, words: Words) -> Found:
    """3-1, 2:2, 52-48, where a word of winning stands near or the greater number stands first."""
    tokens = scan.tokens
    if at + 2 >= len(tokens) or not tokens[at + 1].glued or (tokens[at].glued and at and tokens[at - 1].text in "$€£"):
        return None
    first, last, text = chunk(scan, at)
    match = _SCORE.fullmatch(text)
    if match is None or first != at:
        return None
    left, right = int(match.group(1)), int(match.group(2))
    if ":" in text and right != 0 and not any(_near(scan, at, last, words.scores)):
        return None
    cued = any(_near(scan, at, last, words.scores))
    after = scan.norm(last)
    if cued and (left >= right or (right - left < 10 and left < 20)) and not _counted_after(scan, last, words):
        return at, last, "a score"
    if left > right and "-" in text and after not in ("%", "percent") and len(match.group(2)) < 3 and left < 200:
        return at, last, "a score"
    return None


def _counted_after(scan: Scan, at: int, words: Words) -> bool:
    token = scan.tokens[at] if at < len(scan.tokens) else None
    if token is None:
        return False
    return token.text == "%" or (
        token.kind is TokenKind.WORD
        and token.norm.endswith("s")
        and token.norm not in ("points", "votes", "goals")
        and token.norm not in words.function
        and token.norm not in ("against", "versus")
    )


def _near(scan: Scan, first: int, last: int, cues: frozenset[str]) -> list[bool]:
    return [scan.norm(i) in cues for i in range(max(0, first - 8), min(len(scan.tokens), last + 5))]


def coordinates(scan: Scan, at: int, words: Words) -> Found:
    """38°33′N; 51.5° N."""
    tokens = scan.tokens
    if scan.norm(at + 1) != "°" and (at + 1 >= len(tokens) or tokens[at + 1].text != "°"):
        return None
    last = at + 2
    while last < len(tokens) and last < at + 8:
        if tokens[last].kind is TokenKind.NUMBER or tokens[last].text in "′″'’\"":
            last += 1
        elif tokens[last].text in ("N", "S", "E", "W", "North", "South", "East", "West"):
            return at, last + 1, "a coordinate"
        else:
            break
    if last > at + 3:
        return at, last, "a coordinate"
    return None
