"""Numerals that are no quantities: names, codes, times of day, scores, addresses, labels, list numbers.

``find`` takes what can be nothing else and runs before all other extractors; ``find_codes`` takes what dates and
versions have left. Each numeral that is left out gets a reason. The words are in the lexicon's ``noise`` table.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.extract.numerals import STARTS
from claimcheck.extract.phrases import Phrases
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon.tables import table
from claimcheck.segment.model import BlockKind

__all__ = ["find", "find_codes"]

_CHUNK_LIMIT = 24
_TRIM_LEFT = "([{<\"'“‘«*_`"
_TRIM_RIGHT = ")]}>\"'”’»*_`.,;:!?…"
_HYPHEN = re.compile("[-‐‑–]")

_NAME = re.compile(r"([^\W\d_][^\W_]*)((?:[-‐‑–+/._][^\W\d_]{0,14}\d[^\W_]*)+)(?:['’]?s)?")
_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_ADDRESS_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?")
_HEX = re.compile(r"0[xX][\da-fA-F_]+|#[\da-fA-F]*[a-fA-F][\da-fA-F]*")
_HASH = re.compile(r"(?=[\da-f]*[a-f])(?=[\da-f]*\d[\da-f]*[a-f][\da-f]*\d)[\da-f]{7,128}")
_UUID = re.compile(r"[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}")
_TIME = re.compile(r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[ap]\.?m\.?|[hHzZ])?")
_TIME_RANGE = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d[-–](?:[01]?\d|2[0-4]):[0-5]\d")
_PERIOD = re.compile(r"(?:q|h|s|t|fy|cy|w)\d{1,4}")
_SCORE = re.compile(r"(\d{1,3})[-–:](\d{1,3})")
_SUM = re.compile(r"\d{1,2}\+\d{1,2}")
_LONG_CODE = re.compile(r"\d+(?:[-–/]\d+){2,}")
_SIZE = re.compile(r"\d{3,5}[x×]\d{3,5}")
_PHONE = re.compile(
    r"\+\d{1,3}[ ().\-\u00a0]{0,2}\d[\d ().\-\u00a0]{5,16}\d"
    r"|\(\d{2,5}\)[ \u00a0]?\d{3,4}[ \-\u00a0]\d{3,4}\b|\d{3}[-.]\d{3,4}[-.]\d{4}\b"
)
_PHONE_LOOSE = re.compile(r"\+?\(?\d[\d ().\-\u00a0]{3,18}\d")


@frozen
class _Words:
    strict: frozenset[str]
    loose: frozenset[str]
    law: frozenset[str]
    signs: frozenset[str]
    shortened: frozenset[str]
    series: frozenset[str]
    books: frozenset[str]
    chunks: frozenset[str]
    lower_names: frozenset[str]
    not_names: frozenset[str]
    phrases: Phrases
    numbered: frozenset[str]
    street_after: frozenset[str]
    street_before: frozenset[str]
    street_endings: tuple[str, ...]
    states: frozenset[str]
    scores: frozenset[str]
    telephones: frozenset[str]
    issues: frozenset[str]
    year_before: frozenset[str]
    year_after: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = table("noise")
    phrases = Phrases()
    phrases.add_all(data["phrases"]["words"], "a set phrase")
    labels, addresses = data["labels"], data["addresses"]
    return _Words(
        frozenset(labels["strict"]),
        frozenset(labels["loose"]),
        frozenset(labels["law"]),
        frozenset(labels["number_signs"]),
        frozenset((*labels["number_signs"], *labels["shortened"])),
        frozenset(data["series"]["names"]),
        frozenset(data["series"]["books"]),
        frozenset(data["chunks"]["names"]),
        frozenset(data["chunks"]["lower_names"]),
        frozenset(data["chunks"]["not_names"]),
        phrases,
        frozenset(data["numbered"]["nouns"]),
        frozenset(addresses["after"]),
        frozenset(addresses["before"]),
        tuple(addresses["endings"]),
        frozenset(addresses["states"]),
        frozenset(data["scores"]["words"]),
        frozenset(data["telephones"]["words"]),
        frozenset(data["issues"]["before"]),
        frozenset(data["year_names"]["before"]),
        frozenset(data["year_names"]["after"]),
    )


def find(scan: Scan) -> None:
    """Leave out the numerals that no other extractor may touch."""
    words = _words()
    tokens, taken = scan.tokens, scan.taken
    for at, token in enumerate(tokens):
        if taken[at]:
            continue
        if token.kind is TokenKind.NUMBER:
            for rule in _RULES:
                found = rule(scan, at, words)
                if found is not None:
                    first, last, reason = found
                    scan.leave(first, last, reason)
                    break
        elif token.kind is TokenKind.WORD:
            match = words.phrases.match(tokens, at)
            if match is not None and _whole_phrase(tokens, at, match[1]):
                scan.leave(at, match[1], match[0])
            elif token.norm in STARTS:
                if _is_name(scan, at):
                    scan.leave(at, at + 1, "part of a name")
                elif _labels_word(scan, at, words):
                    scan.leave(at, at + 1, _number_of(scan.norm(at - 1)))


def find_codes(scan: Scan) -> None:
    """Leave out codes and runs of digits that neither dates nor versions have taken."""
    tokens, taken = scan.tokens, scan.taken
    for at, token in enumerate(tokens):
        if taken[at] or token.kind is not TokenKind.NUMBER:
            continue
        first, last, text = _chunk(scan, at)
        if scan.free(first, last) and (_LONG_CODE.fullmatch(text) or text.count(":") > 1):
            scan.leave(first, last, "a code of several numbers")
        elif token.norm.isdecimal() and (len(token.norm) > 15 or (token.norm[0] == "0" and len(token.norm) > 1)):
            scan.leave(at, at + 1, "a code")


def _whole_phrase(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the phrase does not go on after a hyphen ("two-way-street")."""
    return not (at and tokens[at].glued and tokens[at - 1].text in "-–")


def _chunk(scan: Scan, at: int) -> tuple[int, int, str]:
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


_Found = tuple[int, int, str] | None


def _by_chunk(scan: Scan, at: int, words: _Words) -> _Found:
    """Names and codes without a space in them."""
    tokens = scan.tokens
    glued_before = tokens[at].glued and at > 0
    glued_after = at + 1 < len(tokens) and tokens[at + 1].glued
    if not (glued_before or glued_after or tokens[at].norm.count(".") == 3):
        return None
    first, last, text = _chunk(scan, at)
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
        if tail[0] == "-" and "." in tail:
            return None
        if folded in words.lower_names or any(c.isupper() for c in prefix):
            if tail[0] in "." and not any(c.isdigit() for c in prefix):
                return None
            return first, last, "part of a name"
    return None


def _time_of_day(scan: Scan, at: int, words: _Words) -> _Found:
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


def _telephone(scan: Scan, at: int, words: _Words) -> _Found:
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


def _label(scan: Scan, at: int, words: _Words) -> _Found:
    """Section 17(3), pages 3, 4 and 7, Act No. 84/2009, § 5, Fig. 2."""
    before = at - 1
    sign = False
    if scan.norm(before) == "." and scan.norm(before - 1) in words.shortened:
        before -= 1
    elif scan.norm(before) == ")" and scan.norm(before - 2) == "(" and scan.norm(before - 1) in ("eu", "ec", "eec"):
        before -= 3
        if scan.norm(before) in words.law:
            return at, _label_end(scan, at), "a law or document"
        return None
    if scan.norm(before) in words.signs:
        sign = True
        before -= 1
        if scan.norm(before) not in words.law and scan.norm(before) not in words.strict:
            if scan.norm(before) not in words.loose or scan.norm(before + 1) == "number":
                return None
    label = scan.norm(before)
    if label == "." and not sign:
        return None
    if label in words.strict:
        if label in ("p", "pp", "ch", "art", "op", "sec", "type", "mark", "mk") and not sign:
            capital = scan.tokens[before].text[:1].isupper()
            if label in ("type", "mark", "mk", "art") and not capital and before == at - 1:
                return None
        return at, _label_end(scan, at), _number_of(label)
    if sign and label in words.law | words.loose:
        return at, _label_end(scan, at), _number_of(label)
    if label in words.law and scan.tokens[before].text[:1].isupper() and _names_nothing(scan, at):
        return at, _label_end(scan, at), _number_of(label)
    if label in words.loose and _names_nothing(scan, at) and "." not in scan.tokens[at].norm:
        return at, _label_end(scan, at), _number_of(label)
    return None


def _number_of(label: str) -> str:
    return f"the number of {'an' if label[0] in 'aeiou' else 'a'} {label}"


_LINKS = frozenset({",", "and", "or", "to", "-", "–", "&", "/", "through"})


def _label_end(scan: Scan, at: int) -> int:
    """The token after a list of labels: 3, 4 and 7; 17(3)(b); 84/2009."""
    tokens = scan.tokens
    last = at + 1
    while last < len(tokens):
        if tokens[last].text == "(" and tokens[last].glued and last + 2 < len(tokens) and tokens[last + 2].text == ")":
            last += 3
        elif tokens[last].glued and tokens[last].kind is TokenKind.WORD and len(tokens[last].text) == 1:
            last += 1
        elif tokens[last].norm in _LINKS and last + 1 < len(tokens) and tokens[last + 1].kind is TokenKind.NUMBER:
            if tokens[last].norm in (",", "and", "or") and not _names_nothing(scan, last + 1):
                break
            last += 2
        else:
            break
    return last


_FUNCTION = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "is",
        "was",
        "are",
        "were",
        "be",
        "has",
        "have",
        "had",
        "for",
        "with",
        "by",
        "from",
        "as",
        "the",
        "a",
        "an",
        "that",
        "which",
        "who",
        "it",
        "this",
        "these",
        "those",
        "he",
        "she",
        "they",
        "we",
        "you",
        "not",
        "also",
        "may",
        "can",
        "will",
        "would",
        "shall",
        "should",
        "must",
        "but",
        "if",
        "when",
        "where",
        "while",
        "per",
        "between",
        "under",
        "within",
        "after",
        "before",
        "during",
        "since",
        "until",
        "into",
        "shows",
        "show",
        "lists",
        "gives",
        "sets",
        "says",
        "states",
        "provides",
        "below",
        "above",
    ]
)


def _names_nothing(scan: Scan, at: int) -> bool:
    """Whether no counted noun follows the number: a stop, a function word or the end does."""
    tokens = scan.tokens
    if at + 1 >= len(tokens):
        return True
    token = tokens[at + 1]
    if token.kind is TokenKind.WORD:
        return token.norm in _FUNCTION or token.text[0].isupper()
    return token.text not in "%‰°$€£¥"


def _series(scan: Scan, at: int, words: _Words) -> _Found:
    """Boeing 737, Apollo 11, Type 99; John 3:16."""
    tokens = scan.tokens
    if at == 0 or tokens[at - 1].kind is not TokenKind.WORD:
        return None
    name = tokens[at - 1].text
    if name in words.series and "," not in tokens[at].norm and _names_nothing_big(scan, at):
        if name == "March" and scan.norm(at - 2) != "long":
            return None
        return at - 1, at + 1, "part of a name"
    if name.lower() in words.books and name[0].isupper() and scan.norm(at + 1) == ":":
        return at, min(at + 3, len(tokens)), "chapter and verse"
    return None


def _names_nothing_big(scan: Scan, at: int) -> bool:
    """Whether the number after a name goes on neither as a percentage nor as an amount."""
    after = scan.tokens[at + 1] if at + 1 < len(scan.tokens) else None
    return after is None or (
        after.text not in "%‰" and after.norm not in ("million", "billion", "thousand", "percent", "per", "times")
    )


def _year_name(scan: Scan, at: int, words: _Words) -> _Found:
    """NATO 2030, Agenda 2030, the Europe 2020 strategy."""
    tokens = scan.tokens
    norm = tokens[at].norm
    if len(norm) != 4 or norm[:2] not in ("19", "20") or at == 0 or not norm.isdecimal():
        return None
    before = tokens[at - 1]
    if before.kind is not TokenKind.WORD or not before.text[0].isupper() or tokens[at].glued:
        return None
    if before.norm in words.year_before:
        return at, at + 1, "a year in a name"
    after = scan.norm(at + 1)
    if after in words.year_after and before.norm not in _MONTHS and before.norm not in _FUNCTION:
        return at, at + 1, "a year in a name"
    if before.text.isupper() and len(before.text) > 2 and norm >= "2030" and before.norm not in _MONTHS:
        return at, at + 1, "a year in a name"
    return None


_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "early",
        "late",
        "mid",
    ]
)


def _issue(scan: Scan, at: int, words: _Words) -> _Found:
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


def _score(scan: Scan, at: int, words: _Words) -> _Found:
    tokens = scan.tokens
    if at + 2 >= len(tokens) or not tokens[at + 1].glued or (tokens[at].glued and at and tokens[at - 1].text in "$€£"):
        return None
    first, last, text = _chunk(scan, at)
    match = _SCORE.fullmatch(text)
    if match is None or first != at:
        return None
    left, right = int(match.group(1)), int(match.group(2))
    if ":" in text and right != 0 and not any(_near(scan, at, last, words.scores)):
        return None
    cued = any(_near(scan, at, last, words.scores))
    after = scan.norm(last)
    if cued and (left >= right or (right - left < 10 and left < 20)) and not _counted_after(scan, last):
        return at, last, "a score"
    if left > right and "-" in text and after not in ("%", "percent") and len(match.group(2)) < 3 and left < 200:
        return at, last, "a score"
    return None


def _counted_after(scan: Scan, at: int) -> bool:
    token = scan.tokens[at] if at < len(scan.tokens) else None
    if token is None:
        return False
    return token.text == "%" or (
        token.kind is TokenKind.WORD
        and token.norm.endswith("s")
        and token.norm not in ("points", "votes", "goals")
        and token.norm not in _FUNCTION
        and token.norm not in ("against", "versus")
    )


def _near(scan: Scan, first: int, last: int, cues: frozenset[str]) -> list[bool]:
    return [scan.norm(i) in cues for i in range(max(0, first - 8), min(len(scan.tokens), last + 5))]


def _list_number(scan: Scan, at: int, words: _Words) -> _Found:
    """The "3." or "3)" that opens a list item or a heading."""
    tokens = scan.tokens
    if at > 1 or (at == 1 and tokens[0].text not in "([*"):
        return None
    norm = tokens[at].norm
    if len(norm) > 8 or at + 1 >= len(tokens):
        return None
    if norm.isdecimal() and len(norm) <= 3:
        if not (tokens[at + 1].text in ".)]:" and tokens[at + 1].glued):
            if scan.unit.block.kind is not BlockKind.HEADING or scan.unit.cell is not None or len(norm) > 2:
                return None
            follower = tokens[at + 1]
            if follower.glued or follower.kind is not TokenKind.WORD or not follower.text[0].isupper():
                return None
            return 0, at + 1, "the number of a heading"
        if at + 2 < len(tokens) and tokens[at + 2].glued and tokens[at + 1].text != ")":
            return None
        if scan.unit.cell is not None and at + 2 >= len(tokens):
            return None
        return 0, at + 2, "the number of a list item"
    if _HEADING.fullmatch(norm) and scan.unit.block.kind is BlockKind.HEADING:
        if tokens[at + 1].kind is TokenKind.WORD and tokens[at + 1].text[0].isupper() and not tokens[at + 1].glued:
            return 0, at + 1, "the number of a heading"
    return None


def _bracketed(scan: Scan, at: int, words: _Words) -> _Found:
    """(1) … (2) … in one sentence."""
    tokens = scan.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at - 1].text != "(" or tokens[at + 1].text != ")":
        return None
    norm = tokens[at].norm
    if not norm.isdecimal() or len(norm) > 2:
        return None
    if at > 1 and tokens[at - 1].glued and tokens[at - 2].kind is TokenKind.NUMBER:
        return at - 1, at + 2, "the number of a list item"
    wanted = {str(int(norm) - 1), str(int(norm) + 1)}
    window = range(max(1, at - 60), min(len(tokens) - 1, at + 60))
    if at == 1 or any(
        tokens[i].norm in wanted and tokens[i - 1].text == "(" and tokens[i + 1].text == ")" for i in window
    ):
        return at - 1, at + 2, "the number of a list item"
    return None


def _address(scan: Scan, at: int, words: _Words) -> _Found:
    """1201 Connecticut Ave NW; Ijserlaan 11; DC 20036."""
    tokens = scan.tokens
    norm = tokens[at].norm
    if not norm.isdecimal() or len(norm) > 6:
        return None
    before = tokens[at - 1] if at else None
    if before is not None and before.kind is TokenKind.WORD:
        if len(norm) == 5 and before.text in words.states:
            return at, at + 1, "a postcode"
        if before.text[0].isupper() and before.norm.endswith(words.street_endings) and len(norm) <= 4:
            return at, at + 1, "a house number"
    here = at + 1
    while here < min(at + 5, len(tokens)) and tokens[here].kind is TokenKind.WORD and tokens[here].text[0].isupper():
        if here > at + 1 and tokens[here].norm in words.street_after:
            return at, at + 1, "a house number"
        here += 1
    if here == at + 1 and scan.norm(here) in words.street_before and len(norm) <= 4:
        return at, at + 1, "a house number"
    if scan.norm(at + 1) == "," and scan.norm(at + 2) in words.street_before and len(norm) <= 4:
        return at, at + 1, "a house number"
    return None


def _copyright(scan: Scan, at: int, words: _Words) -> _Found:
    before = scan.norm(at - 1)
    if before in ("copyright", "©") or (before == ")" and scan.norm(at - 2) == "c" and scan.norm(at - 3) == "("):
        last = at + 1
        while scan.norm(last) in ("-", "–", ",") and last + 1 < len(scan.tokens):
            if scan.tokens[last + 1].kind is not TokenKind.NUMBER:
                break
            last += 2
        return at, last, "a year of copyright"
    if before in ("sa", "by", "nc", "nd") and scan.norm(at - 2) in ("-", "cc"):
        return at, at + 1, "the version of a licence"
    return None


def _coordinates(scan: Scan, at: int, words: _Words) -> _Found:
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


def _numbered_body(scan: Scan, at: int, words: _Words) -> _Found:
    """9th Brigade, 101st Airborne Division, 19th Party Congress."""
    tokens = scan.tokens
    if scan.norm(at + 1) not in ("st", "nd", "rd", "th"):
        return None
    for here in range(at + 2, min(at + 5, len(tokens))):
        token = tokens[here]
        if token.kind is not TokenKind.WORD or not token.text[0].isupper():
            return None
        if token.norm in words.numbered and token.text != token.text.upper():
            return at, at + 2, "part of a name"
    return None


def _is_name(scan: Scan, at: int) -> bool:
    """Whether a number word stands with a capital inside a sentence, beside another capital: the Five Eyes."""
    tokens = scan.tokens
    text = tokens[at].text
    if not text[0].isupper() or text.isupper() or text in ("A", "An"):
        return False
    if scan.unit.block.kind is BlockKind.HEADING or scan.unit.cell is not None or at == 0:
        return False
    previous = tokens[at - 1]
    quoted = previous.text in "'\"‘“«" and at > 1 and tokens[at - 2].kind is TokenKind.WORD
    if previous.kind is not TokenKind.WORD and not quoted:
        return False
    here = at + 1
    if here < len(tokens) and tokens[here].text in "-–" and tokens[here].glued:
        here += 2 if here + 1 < len(tokens) and tokens[here + 1].norm in STARTS else 1
    follows = here < len(tokens) and tokens[here].kind is TokenKind.WORD and tokens[here].text[0].isupper()
    precedes = previous.text[0].isupper() and previous.norm not in ("the", "a")
    return follows or (precedes and at > 1)


def _labels_word(scan: Scan, at: int, words: _Words) -> bool:
    """Section two, Part One, chapter three."""
    if at == 0 or scan.norm(at) in ("a", "an", "half"):
        return False
    label = scan.tokens[at - 1]
    if len(label.norm) < 3 or label.norm.endswith("s"):
        return False
    if label.norm in words.strict:
        return label.norm not in ("gate", "flight", "type", "mark", "table", "sheet") or _names_nothing(scan, at)
    return label.norm in words.loose and label.text[0].isupper() and at > 1 and _names_nothing(scan, at)


_RULES = (
    _list_number,
    _label,
    _series,
    _by_chunk,
    _year_name,
    _issue,
    _copyright,
    _time_of_day,
    _coordinates,
    _score,
    _bracketed,
    _address,
    _numbered_body,
    _telephone,
)
