"""The words around a date that bound it or join it to another."""

from __future__ import annotations

from attrs import evolve

from claimcheck.extract.dates.evidence import year_evidence
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.point import Point
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number, matches_before
from claimcheck.extract.dates.words import (
    BEGINNINGS,
    BOUNDARIES,
    DASHES,
    LENGTHS,
    PLANNING,
    PRESENT,
    RANGE_CONNECTORS,
    REACHING,
    ROUNDS,
    YEAR_STRONG,
)
from claimcheck.extract.scan import Scan
from claimcheck.records import Granularity

__all__ = [
    "believed",
    "boundary_before",
    "connector_at",
    "goal",
    "length_before",
    "length_from",
    "open_end",
    "second_year",
]

_STRONG = {"since", "until", "as_of", "throughout", "at_least", "post", "approximate"}


_SIDES = {"before", "after", "by"}
_CIRCA = {"circa", "c", "ca"}


_OF_TIME = {"by", "from", "of", "before", "after"}


def boundary_before(scan: Scan, first: int) -> tuple[str, int]:
    """The preposition of time that ends before token ``first``: its role and first token, else ("", first)."""
    end = first
    if scan.norm(end - 1) in ("of", "in") and scan.norm(end - 2) in ROUNDS:
        if scan.norm(end - 3) == "between":
            return "between", end - 3
        if scan.norm(end - 3) == "the" and scan.norm(end - 4) == "between":
            return "between", end - 4
    if scan.norm(end - 1) == "the" and scan.free(end - 1, end):
        end -= 1
    if end < first and scan.norm(end - 1) not in BOUNDARIES:
        return "", first
    for words, role in BOUNDARIES.get(scan.norm(end - 1), ()):
        if matches_before(scan, end, words):
            if words[-1] == "-" and not (glued(scan, end - 1) and glued(scan, end)):
                continue
            if role == "approximate" and words[-1] == "c" and not glued(scan, end):
                continue
            return role, end - len(words)
    if scan.norm(end - 1) == "." and glued(scan, end - 1) and scan.norm(end - 2) in ("c", "ca", "approx"):
        return "approximate", end - 2
    return "", first


def connector_at(scan: Scan, at: int) -> tuple[str, int] | None:
    """What joins two ends of a period at ``at``: "-", "to", "and"; and the token after it."""
    norm = scan.norm(at)
    for words in RANGE_CONNECTORS.get(norm, ()):
        if all(scan.norm(at + n) == word for n, word in enumerate(words)):
            return words[0], at + len(words)
    if norm in ("and", "or", "&", "/"):
        return norm, at + 1
    return None


def second_year(scan: Scan, point: Point) -> Point | None:
    """The "19" of 2014-19: the end of a range whose first year is ``point``, or None."""
    at = point.last
    if point.grain is not Granularity.YEAR or not point.bare or point.year is None:
        return None
    if scan.norm(at) not in DASHES and scan.norm(at) != "/":
        return None
    norm = scan.norm(at + 1)
    if not is_number(scan, at + 1) or len(norm) != 2 or not (glued(scan, at) and glued(scan, at + 1)):
        return None
    end = at + 2
    if glued(scan, end) and (scan.norm(end) in ("%", "/") or (scan.norm(end) in DASHES and is_number(scan, end + 1))):
        return None
    second = digits(norm)
    if second is None or second <= point.year % 100 or scan.norm(at) == "/":
        return None
    return Point(at + 1, end, at + 1, Granularity.YEAR, point.year // 100 * 100 + second)


def open_end(scan: Scan, at: int) -> int | None:
    """The token after "present" or "to date" where a range ends in the present at ``at``, or None."""
    for words in PRESENT:
        if all(scan.norm(at + n) == word for n, word in enumerate(words)):
            return at + len(words)
    return None


def goal(scan: Scan, point: Point) -> bool:
    """Whether "to 2030" names the end that a plan or a guide looks to."""
    if scan.norm(point.first - 1) != "to" or not scan.free(point.first - 1, point.first):
        return False
    near = [scan.norm(at) for at in range(max(point.first - 9, 0), point.first - 1)]
    return any(word in PLANNING for word in near) and not any(word in REACHING for word in near[-4:])


def believed(scan: Scan, point: Point, *, role: str, last: int | None = None) -> Point | None:
    """A bare year once there is evidence for it; other points as they are; None where it is only a number."""
    if not point.bare:
        return point
    end = last or point.last
    found = year_evidence(scan, point.first, end)
    if found is None and role in _STRONG and role != "approximate" and (point.year or 0) >= 1500:
        if follower(scan, end) not in (Follower.UNIT, Follower.COUNTED):
            return evolve(point, bare=False)
    if found is None and role == "approximate" and follower(scan, end) is Follower.FREE:
        opening = boundary_before(scan, point.first)[1]
        if scan.norm(opening) in _CIRCA or scan.norm(opening - 1) in YEAR_STRONG or scan.norm(opening - 1) in _OF_TIME:
            return evolve(point, bare=False)
    if found is None and role in _SIDES and follower(scan, end) is Follower.FREE and 1500 <= (point.year or 0) <= 2199:
        if point.first - boundary_before(scan, point.first)[1] > 1:  # "prior to 2015"
            return evolve(point, bare=False)
    if found is None and length_before(scan, point.first) is not None:
        named = follower(scan, end) is Follower.WORD and capitalised(scan, end)
        if named or follower(scan, end) is Follower.FREE:
            return evolve(point, bare=False)
    if found is None and goal(scan, point) and follower(scan, end) is Follower.FREE:
        return evolve(point, bare=False).doubted(0.8, "taken for a year: the end of a plan")
    if found is None:
        return None
    point = evolve(point, bare=False)
    return point.doubted(found.confidence, found.note) if found.note else point


def length_from(scan: Scan, first: int) -> int | None:
    """The token of "week" in "the week beginning", "the week of" before token ``first``, or None."""
    at = first - 1
    at -= scan.norm(at) == "the"
    at -= scan.norm(at) == "on"
    word = scan.norm(at)
    begins = word in BEGINNINGS or (word == "of" and scan.norm(at - 1) == "week")
    if not begins or scan.norm(at - 1) not in LENGTHS:
        return None
    return at - 1 if scan.free(at - 1, first) else None


def length_before(scan: Scan, first: int) -> int | None:
    """The token of "years" in "the five years to", "the year ended" before token ``first``, or None."""
    at = first - 1
    if scan.norm(at) in ("the", "on"):
        at -= 1
    if scan.norm(at) not in ("to", "ended", "ending") or scan.norm(at - 1) not in LENGTHS:
        return None
    return at - 1 if scan.free(at - 1, first) else None
