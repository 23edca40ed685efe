"""Dimensions that the words behind a figure tell: "40 metres tall", "31 metres in length", "370 metres across"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.claims.measured.model import Measured
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["DIMENSIONS", "DIMENSION_NOUNS", "after_both", "dimension_at", "dimensioned"]

DIMENSIONS = {
    "long": "length",
    "high": "height",
    "tall": "height",
    "deep": "depth",
    "wide": "width",
    "thick": "thickness",
    "old": "age",
    "heavy": "mass",
    "away": "distance",
    "late": "delay",
    "overdue": "delay",
}
DIMENSION_NOUNS = frozenset({*DIMENSIONS.values(), "diameter", "breadth", "weight", "size", "area", "volume", "girth"})


def after_both(reading: Reading, mention: Mention) -> int:
    """The token after a figure and its rendering in another unit: "tall" in "40 metres (131 feet) tall"."""
    found = (
        one for one in reading.mentions if one.same_as is not None and mention.last < one.first <= mention.last + 2
    )
    other = next((one for one in found if reading.mentions[one.same_as or 0] is mention), None)
    return mention.last if other is None else min(other.last + 1, len(reading.tokens))


def dimension_at(reading: Reading, at: int) -> str:
    """The dimension that the word or words at a token tell; empty without one."""
    norms = reading.norms
    if at >= len(norms):
        return ""
    if norms[at] == "across" and reading.tags[at + 1 : at + 2] in ([], ["."], ["C"]):
        return "diameter"  # "40 km across", but "40 km across the desert"
    return _named(reading, at) or DIMENSIONS.get(norms[at], "")


def _named(reading: Reading, at: int) -> str:
    """The dimension that a noun after a figure names: "ships of 31 metres in length"; empty without one."""
    norms = reading.norms
    if norms[at : at + 1] != ["in"] or reading.tags[at + 2 : at + 3] in (["N"], ["-"]):
        return ""
    return norms[at + 1] if norms[at + 1 : at + 2] != [] and norms[at + 1] in DIMENSION_NOUNS else ""


def dimensioned(found: Measured, dimension: str) -> Measured:
    """What is so long or high, with the dimension that the words after the figure tell."""
    if not dimension or not found.measure or dimension in found.measure.split():
        return found
    return evolve(found, measure=f"{dimension} of {found.measure}", head=dimension)
