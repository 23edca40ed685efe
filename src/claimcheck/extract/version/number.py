"""Version numbers as they are written: 3.11, v2.4, 4.x, 1.0rc1."""

from __future__ import annotations

import regex
from attrs import frozen

from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import Token, TokenKind

__all__ = ["Number", "date_like", "escaped_plus", "in_path", "read_number"]

_PLAIN = regex.compile(r"\d{1,5}(?:\.\d{1,8}){0,4}")
_PRERELEASE = regex.compile(r"(?:a|b|c|rc|alpha|beta|dev|post|preview|snapshot|final|lts|m|p|r|sp|u)\d*")
_PART = regex.compile(r"\d{1,8}")


@frozen
class Number:
    """A version number as tokens: ``first`` includes a leading "v"."""

    first: int
    last: int
    text: str
    tagged: bool

    @property
    def parts(self) -> int:
        """How many numbers the version has: 3 in 4.2.0."""
        return self.text.count(".") + 1


def read_number(scan: Scan, at: int) -> Number | None:
    """The version number whose first digits are token ``at``."""
    tokens = scan.tokens
    text = tokens[at].norm
    if _PLAIN.fullmatch(text) is None:
        return None
    first, last = at, at + 1
    tagged = at > 0 and tokens[at].glued and tokens[at - 1].norm == "v"
    if tagged:
        first = at - 1
    size = len(tokens)
    while last + 1 < size and tokens[last].norm == "." and tokens[last].glued and tokens[last + 1].glued:
        following = tokens[last + 1]
        if following.norm in ("x", "*") or _PART.fullmatch(following.norm):
            text += "." + following.norm
            last += 2
        else:
            break
    if last < size and tokens[last].glued:
        if tokens[last].norm == "-" and last + 1 < size and tokens[last + 1].glued:
            if _PRERELEASE.fullmatch(tokens[last + 1].norm) and tokens[last + 1].norm not in ("m", "a", "b", "c"):
                text += "-" + tokens[last + 1].norm
                last += 2
        elif tokens[last].kind is TokenKind.WORD:
            if _PRERELEASE.fullmatch(tokens[last].norm) and ("." in text or tagged) and tokens[last].norm != "m":
                text += tokens[last].norm
                last += 1
            else:
                return None
    return Number(first, last, text, tagged)


def date_like(text: str) -> bool:
    """Whether three numbers with dots can be a day, a month and a year."""
    day, month, year = (int(part) if part.isdigit() else 0 for part in text.split(".")[:3])
    return 1 <= day <= 31 and 1 <= month <= 12 and (year >= 1000 or (year >= 10 and len(text.split(".")[0]) == 2))


def escaped_plus(tokens: list[Token], at: int) -> bool:
    """Whether "%2B", a plus sign in a badge's address, stands at ``at``."""
    return (
        at + 2 < len(tokens)
        and tokens[at].norm == "%"
        and tokens[at + 1].norm == "2"
        and tokens[at + 2].norm == "b"
        and tokens[at].glued
    )


def in_path(scan: Scan, number: Number) -> bool:
    """Whether the number is a part of a path or of a longer name: "routes/v1/", "checkout@v4", "x_v2.1.json"."""
    tokens = scan.tokens
    before = tokens[number.first - 1] if number.first and tokens[number.first].glued else None
    after = tokens[number.last] if number.last < len(tokens) and tokens[number.last].glued else None
    if before is not None and before.norm in ("/", "@", "_", "&"):
        return True
    if after is None or number.last + 1 >= len(tokens) or not tokens[number.last + 1].glued:
        return False
    return (
        after.norm in ("_", "@")
        or (after.norm == "/" and number.tagged)
        or (after.norm == "." and tokens[number.last + 1].kind is TokenKind.WORD)
    )
