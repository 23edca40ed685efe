"""Times of day in words: "half past ten", "a quarter to seven", "nine o'clock", "from seven in the morning"."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table

__all__ = ["begins_time", "spoken_time"]

_LAST_HOUR = 12
_MINUTES = 60


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("calendar")["times"][key])


@cache
def begins_time() -> frozenset[str]:
    """The words by which a time of day in words may begin."""
    return frozenset({"a", "half", "quarter", *_numbers()})


@cache
def _numbers() -> dict[str, int]:
    words = load_table("number_words")
    small = {word: int(value) for name in ("small", "tens") for word, value in words[name].items()}
    return {**small, **{str(number): number for number in range(1, 30)}}


def spoken_time(scan: Scan, at: int) -> int | None:
    """The token after a time of day in words that begins at token ``at``, or None."""
    norm = scan.norm(at)
    if norm == "half":
        return _hour(scan, at + 2, sure=True) if scan.norm(at + 1) == "past" else None
    if norm in ("a", "quarter"):
        quarter = at + (norm == "a")
        if scan.norm(quarter) != "quarter":
            return None
        side = scan.norm(quarter + 1)
        return _hour(scan, quarter + 2, sure=side == "past") if side in ("past", "to") else None
    number = _numbers().get(norm)
    if number is None:
        return None
    return _minutes(scan, at, number) or _by_part_of_day(scan, at, number)


def _minutes(scan: Scan, at: int, number: int) -> int | None:
    """Minutes past an hour, or to one: "ten past four", "twenty minutes to three"; "ten to twelve" may be a range."""
    link = at + 1 + (scan.norm(at + 1) == "minutes")
    side = scan.norm(link)
    if side not in ("past", "to") or number >= _MINUTES:
        return None
    hour = _numbers().get(scan.norm(link + 1), _MINUTES)
    if side == "to" and (number <= hour or scan.norm(at - 1) not in _words("towards")):
        return None
    return _hour(scan, link + 1, sure=False)


def _hour(scan: Scan, at: int, *, sure: bool) -> int | None:
    """The token after an hour at ``at``; where it is not ``sure`` to be one, nothing may follow that it could count."""
    hour = _numbers().get(scan.norm(at))
    if hour is None or not 0 < hour <= _LAST_HOUR:
        return None
    following = scan.norm(at + 1)
    if following == "o'clock":
        return at + 2
    if (told := _part_of_day(scan, at + 1)) is not None:
        return told
    plain = at + 1 >= len(scan.tokens) or not following[:1].isalnum() or following in _words("after")
    return at + 1 if sure or plain else None


def _by_part_of_day(scan: Scan, at: int, number: int) -> int | None:
    """An hour that its part of the day or "o'clock" shows to be one: "until ten at night"."""
    if not 0 < number <= _LAST_HOUR:
        return None
    if scan.norm(at + 1) == "o'clock":
        return at + 2
    if scan.norm(at - 1) not in _words("at"):
        return None
    return _part_of_day(scan, at + 1)


def _part_of_day(scan: Scan, at: int) -> int | None:
    """The token after "in the morning", "at night" at ``at``, or None."""
    if scan.norm(at) == "at" and scan.norm(at + 1) == "night":
        return at + 2
    parted = scan.norm(at) == "in" and scan.norm(at + 1) == "the" and scan.norm(at + 2) in _words("parts")
    return at + 3 if parted else None
