"""Shares that say again what is told: "27 of the 107 seats, or 25%", "hold 45%; the state owns the remaining 55%",
"costs €95m, half of it paid by the state".
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from claimcheck.claims.measured.model import Measured
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["restated"]

_REST = frozenset({"remaining", "other", "rest"})
_SUMS = frozenset({Kind.MONEY, Kind.MEASURE})
_NEAR = 5  # tokens between a sum and "half of it"


def restated(reading: Reading, mention: Mention, measured: Callable[[Reading, int], Measured]) -> Measured | None:
    """What a share is of that says again, or goes on with, a figure before it in its sentence."""
    before = [k for k, other in enumerate(reading.mentions) if other.last <= mention.first]
    if not before or not mention.first:
        return None
    return (
        _again(reading, mention, before, measured)
        or _the_rest(reading, mention, before, measured)
        or _of_it(reading, mention, before[-1], measured)
    )


def _again(
    reading: Reading, mention: Mention, before: list[int], measured: Callable[[Reading, int], Measured]
) -> Measured | None:
    norms, at = reading.norms, mention.first - 1
    if norms[at] != "or" or at < 1 or norms[at - 1] not in {",", "("}:
        return None
    counts = [k for k in before if reading.mentions[k].kind is Kind.COUNT][-2:]
    if len(counts) != 2 or "of" not in norms[reading.mentions[counts[0]].last : reading.mentions[counts[1]].first]:
        return None
    whole = measured(reading, counts[1])
    return _share_of(whole) if whole.measure else None


def _the_rest(
    reading: Reading, mention: Mention, before: list[int], measured: Callable[[Reading, int], Measured]
) -> Measured | None:
    if reading.norms[mention.first - 1] not in _REST or reading.norms[mention.last : mention.last + 1] == ["of"]:
        return None
    shares = [k for k in before if reading.mentions[k].kind is mention.kind]
    found = measured(reading, shares[-1]) if shares else None
    if found is None or not found.measure.startswith("share of "):
        return None
    return evolve(found, why="as the share before it", confidence=0.9)


def _of_it(
    reading: Reading, mention: Mention, before: int, measured: Callable[[Reading, int], Measured]
) -> Measured | None:
    if reading.norms[mention.last : mention.last + 2] not in (["of", "it"], ["of", "this"], ["of", "that"]):
        return None
    other = reading.mentions[before]
    if other.kind not in _SUMS or mention.first - other.last > _NEAR or reading.norms[mention.first - 1] != ",":
        return None
    whole = measured(reading, before)
    return evolve(_share_of(whole), first=-1, label=f"share of {whole.measure}") if whole.measure else None


def _share_of(whole: Measured) -> Measured:
    return evolve(whole, measure=f"share of {whole.measure}", why="the share of what is told before", confidence=0.9)
