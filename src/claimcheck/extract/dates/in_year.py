"""Parts of a year, month or week that only an article points to: earlier in the year, late in the month."""

from __future__ import annotations

from attrs import evolve

from claimcheck.extract.dates.anchors import GRAINS, left_open
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.point import Point
from claimcheck.extract.dates.words import DASHES, PARTS
from claimcheck.extract.scan import Scan

__all__ = ["read_in_told"]

_TOLD = frozenset({"year", "month", "week"})
_COMPLETED = frozenset({"of", "before", "after", "in", "when", "that", "ended", "ending"})
_FRONTED = frozenset({"", ".", ";", ":"})


def _told(scan: Scan, at: int) -> int | None:
    """The token after "the year" at ``at`` where nothing says which year that is."""
    last = at + 2
    if scan.norm(at) != "the" or scan.norm(at + 1) not in _TOLD or not scan.free(at, last):
        return None
    return None if scan.norm(last) in _COMPLETED or scan.norm(last) in DASHES else last


def read_in_told(scan: Scan, at: int) -> Point | None:
    """Earlier in the year, late in the month, later in the week: left open, the claims stage may know of which."""
    last = _told(scan, at + 2) if scan.norm(at + 1) == "in" else None
    if last is None or PARTS[scan.norm(at)] not in ("early", "late"):
        return None
    compared = scan.norm(at) in ("earlier", "later")
    if not compared and follower(scan, last) is not Follower.FREE and scan.norm(at - 1) not in _FRONTED:
        return None
    first = at - 1 if scan.norm(at - 1) in ("even", "much", "very") and scan.free(at - 1, at) else at
    return evolve(left_open(scan, at, last, at, GRAINS[scan.norm(at + 3)]), part=PARTS[scan.norm(at)], first=first)
