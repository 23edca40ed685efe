"""What the other figures of a sentence and of a document say of a figure: its rivals, lists, and series of sections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import evolve

from claimcheck.lexicon.dimensions import to_base

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile
    from claimcheck.records import Span

__all__ = ["with_neighbours"]

_LIST = 3  # counts of one noun, or shares, in one sentence, of which each is of something else
_SECTIONS = 3  # sections that give another figure each


_Changes = dict[int, dict[str, Any]]
"""What is told of profiles, by their place and by the fields that it changes."""


def with_neighbours(made: list[Profile]) -> list[Profile]:
    """The profiles with what the others of their sentence and document say of them."""
    changes: _Changes = defaultdict(dict)
    _tell_rivals(made, changes)
    _tell_series(made, changes)
    _tell_beside(made, changes)
    for at, told in changes.items():
        made[at] = evolve(made[at], **told)
    return made


def _tell_beside(made: list[Profile], changes: _Changes) -> None:
    """Tell each claim the other figures of its sentence, where the text has a topic.

    The telling ones by themselves; any other with the noun that it is of: "720 police officers", "nine votes".
    """
    told: dict[tuple[str, Span], dict[int, str]] = defaultdict(dict)
    counted: dict[tuple[str, Span], dict[int, str]] = defaultdict(dict)
    for profile in made:
        place = profile.claim.document, profile.claim.sentence
        if profile.figure:
            told[place][profile.index] = profile.figure
        if shown := _counted(profile):
            counted[place][profile.index] = shown
    for profile in made:
        place = profile.claim.document, profile.claim.sentence
        telling, others = _others(told.get(place), profile.index), _others(counted.get(place), profile.index)
        if (telling or others) and profile.dimension:
            changes[profile.index] |= {"beside": telling, "companions": others}


def _others(given: Mapping[int, str] | None, at: int) -> frozenset[str]:
    """What the claims of a sentence give but for one of them, and but for what that one gives too."""
    if given is None:
        return frozenset()
    return frozenset(given.values()) - {given.get(at, "")} if len(given) > (at in given) else frozenset()


def _counted(profile: Profile) -> str:
    """A figure with its unit and what it is of, where the text has a topic: "nine vote"; empty for one of none."""
    quantity = profile.claim.quantity
    if not profile.topic or quantity is None or profile.nameless or quantity.low is None:
        return ""
    if quantity.low != quantity.high or quantity.low < _FEWEST:
        return ""
    number = to_base(quantity.low, quantity.unit) if quantity.unit else Fraction(quantity.low)
    return f"{number} {profile.head}"


_FEWEST = 2  # of one thing there is everywhere


def _tell_rivals(made: list[Profile], changes: _Changes) -> None:
    """Mark the counts beside others of other nouns, and those of a list."""
    heads: dict[tuple[str, Span, str], list[Profile]] = defaultdict(list)
    for profile in made:
        kind = profile.dimension.split(" ")[0]
        if (kind == "number" and profile.head) or kind == "percent":
            heads[profile.claim.document, profile.claim.sentence, kind].append(profile)
    for (_, _, kind), group in heads.items():
        if len(group) == 1:
            continue
        for profile in group:
            others = {one.head for one in group if one.head != profile.head and kind == "number"}
            listed = sum(kind == "percent" or one.head == profile.head for one in group) >= _LIST
            changes[profile.index] |= {"rivals": frozenset(others), "listed": listed}


def _tell_series(made: list[Profile], changes: _Changes) -> None:
    """Mark the counts of a noun for which section after section of a document gives another figure."""
    counts = [one for one in made if one.dimension.startswith("number") and one.head and one.claim.quantity is not None]
    sections: dict[tuple[int, str], set[str]] = defaultdict(set)
    giving: dict[tuple[int, str, object], set[str]] = defaultdict(set)
    for profile in counts:
        sections[profile.document, profile.head].add(profile.claim.section)
        giving[profile.document, profile.head, _figure(profile)].add(profile.claim.section)
    for profile in counts:
        same = giving[profile.document, profile.head, _figure(profile)]
        if len(sections[profile.document, profile.head]) - len(same) >= _SECTIONS - 1:
            changes[profile.index]["series"] = True


def _figure(profile: Profile) -> object:
    quantity = profile.claim.quantity
    return None if quantity is None else (quantity.low, quantity.high)
