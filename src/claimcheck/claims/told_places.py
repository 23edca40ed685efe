"""The region and the state that a figure is told of without their names: "the region", "the five states", "police"."""

from __future__ import annotations

from claimcheck.claims.places import is_region, regions
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import word_table
from claimcheck.claims.worded.surface import demonym
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind
from claimcheck.segment.model import Unit

__all__ = ["acting_state", "placed", "region_of"]

_COUNT = Kind.COUNT


def placed(
    reading: Reading, mention: Mention, text: str, shown: tuple[str, ...], main: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """A measure with the region that "the region" is, and whose countries are counted, "five west african states";
    and the names that the claim is about.
    """
    words = text.split()
    counted = mention.kind is _COUNT and len(words) == 1 and words[0] in word_table("member_states")
    if reading.unit.cell is not None or not (counted or "region" in words):
        return text, shown
    held = [name for name in shown if is_region(name)]
    definite = counted and reading.norms[mention.first - 1 : mention.first] in (["the"], ["all"], ["of"])
    if not held and definite and (own := [name for name in main if is_region(name)]):
        held, shown = own, (*shown, *own)
    if len(held) != 1:
        return text, shown
    name = held[0].lower()
    if counted:
        return f"{demonym(held[0])} {text}".strip(), shown
    at = words.index("region")
    meant = any(_takes_up_region(reading.norms, k) for k in range(len(reading.norms) - 1))
    if not meant or name in text or words[at + 1 : at + 2] == ["of"]:
        return text, shown
    return " ".join([*words[:at], name, *words[at + 1 :]]), shown


def region_of(reading: Reading, mention: Mention, main: tuple[str, ...]) -> str | None:
    """The region that "the region" in a figure's clause is: one named before it, or that of the title; or None."""
    if _REGION.isdisjoint(reading.scan.vocabulary):
        return None
    first, last = reading.clause(mention.first)
    norms = reading.norms
    at = next((k for k in range(first, last - 1) if _takes_up_region(norms, k)), -1)
    if at < 0:
        return None
    return _near_region(reading, at) or next((name for name in main if _is_region(name)), None)


def _near_region(reading: Reading, at: int) -> str | None:
    """The part of a country or of the world that "the region" at a token takes up: the last one that the sentence names
    before it.
    """
    table, countries = load_table("organisations"), load_table("countries")
    before = [name for name in reading.names if name.last <= at and name.known and name.place]
    found = [name.canonical for name in before if name.canonical not in countries]
    return next((name for name in reversed(found) if table.get(name, {}).get("part")), None)


def acting_state(
    reading: Reading, mention: Mention, told: tuple[Unit, tuple[str, ...]] | None, together: tuple[str, ...]
) -> str | None:
    """The country that the figure before in the paragraph was about first, where a sentence names none and one of
    its bodies acts: "Police held 20 sailors in Trujillo".
    """
    if told is None or word_table("state_bodies").isdisjoint(reading.scan.vocabulary):
        return None
    unit, before = told
    countries = load_table("countries")
    held = [name for name in before if name in countries]
    if unit.paragraph != reading.unit.paragraph or not held or (len(held) > 1 and held[0] in together):
        return None
    if any(name.canonical in countries or name.inside or name.canonical in regions() for name in reading.names):
        return None
    first, last = reading.clause(mention.first)
    verb = next((k for k in range(first, last) if reading.tags[k] == "V"), last)
    acting = any(reading.norms[k] in word_table("state_bodies") for k in range(first, verb))
    return held[0] if acting else None


def _takes_up_region(norms: list[str], k: int) -> bool:
    return norms[k] == "the" and norms[k + 1] in _REGION and norms[k + 2 : k + 3] != ["of"]


def _is_region(name: str) -> bool:
    """Whether a name is that of a region or of a sea and its coasts: "Central Asia", "the Gulf of Guinea"."""
    return name in regions() or name.split()[0].lower() in word_table("waters") | word_table("realms")


_REGION = frozenset({"region", "region's", "region’s"})
