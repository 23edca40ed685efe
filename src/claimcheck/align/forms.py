"""Lines that recur with other figures are those of a form: "Contribution by Ada, 2012", "Number of instances: 569".

Each filled-in form is of its own document or section. Nothing but how often the line stands there shows it: what many
places say in the same words, and nearly every one with another figure, they say of as many things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.align.plan import where
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile
    from claimcheck.align.state import State

__all__ = ["forms", "with_forms"]

_PLACES, _VALUES = 4, 3  # as often a line must recur, and with so many other figures
_LONG, _SHORT = 160, 3  # characters of such a line, and letters that one must have
_FIGURE = re.compile(r"\d[\d.,:/-]*")
_SEVERAL = re.compile(r"#(?: #)+")
_MARKS = re.compile(r"[^\w#%$€£¥]+")


def with_forms(made: list[Profile]) -> list[Profile]:
    """The profiles, those marked that fill in a line which recurs."""
    places: dict[tuple[str, str, str], list[Profile]] = defaultdict(list)
    for profile in made:
        if profile.dimension and profile.source is not None and (line := _line(profile)):
            places[line, profile.claim.structure, profile.dimension].append(profile)
    for (line, _, _), found in places.items():
        lines = {(one.document, one.claim.sentence.start) for one in found}
        if len(lines) >= _PLACES and len({_written(one) for one in found}) >= _VALUES:
            for profile in found:
                made[profile.index] = evolve(made[profile.index], form=line)
    return made


def forms(a: Profile, b: Profile, state: State) -> None:
    """Two places at which one form is filled in, and what is said beside it is not in the same words."""
    if a.form and a.form == b.form and (a.document, a.claim.sentence) != (b.document, b.claim.sentence):
        state.unknown("form", "the line recurs with many figures: each is of its own place")
        state.guarded = True


def _line(profile: Profile) -> str:
    """The words of the line without its figures; empty where it is no short line."""
    claim = profile.claim
    if profile.source is None or claim.sentence.end - claim.sentence.start > _LONG:
        return ""
    line = _skeleton(claim.sentence.cover(profile.source.text))
    return line if sum(map(str.isalpha, line)) >= _SHORT else ""


@lru_cache(4096)
def _skeleton(sentence: str) -> str:
    words = _MARKS.split(_FIGURE.sub("#", fold(sentence)))
    plain = " ".join(word for word in words if word and word not in _months())
    return _SEVERAL.sub("#", plain)


@lru_cache(1)
def _months() -> frozenset[str]:
    return frozenset(fold(word) for words in load_table("calendar")["months"].values() for word in words)


def _written(profile: Profile) -> str:
    return fold(" ".join(profile.claim.text.split()))


where(forms, lambda one: one.form, both=True)
