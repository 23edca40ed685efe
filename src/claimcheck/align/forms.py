"""Lines that recur with other figures are those of a form: "Contribution by Ada, 2012", "Number of instances: 569".

Each filled-in form is of its own document or section. Nothing but how often the line stands there shows it: what many
places say in the same words, and nearly every one with another figure, they say of as many things. Where two documents
of a project have several such lines in common and few with the same figure, the two as wholes are filled-in forms, as
the results of two runs are; copies of one text that drifted apart have most figures in common still.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
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
    return _with_twins(_with_keys(_with_parameters(made)))


def _with_keys(made: list[Profile]) -> list[Profile]:
    """The profiles, those marked that stand beside a key of many files, each with another figure: fact sheets."""
    places: dict[tuple[str, str, str], list[Profile]] = defaultdict(list)
    for profile in made:
        if profile.project and profile.dimension and not profile.form and (key := _key(profile)):
            places[profile.project, key, profile.dimension].append(profile)
    for (_, key, _), found in places.items():
        if len({one.document for one in found}) >= _SHEETS and len({_written(one) for one in found}) >= _SHEETS:
            for profile in found:
                made[profile.index] = evolve(made[profile.index], form=f"{key}:")
    return made


_SHEETS = 3  # documents, and as many figures


def _key(profile: Profile) -> str:
    """The label or first cell of the line that the figure fills in: ":Number of samples: 12", "Samples   12"."""
    if profile.source is None or profile.dimension == "version":
        return ""
    text, at = profile.source.text, profile.claim.span.start
    found = _KEYED.fullmatch(text, text.rfind("\n", max(at - _WIDE, 0), at) + 1, at)
    return fold(found[1]) if found else ""


_KEYED = re.compile(r"[|\s*_`:-]*([A-Za-z][A-Za-z ()/-]{1,40}?)[*_`]*(?:\s{2,}|\s*[|:])[\s*_`|:]*")


def _with_parameters(made: list[Profile]) -> list[Profile]:
    """The profiles, those marked that are of a parameter which several sections describe, each with another figure."""
    places: dict[tuple[str, str, str], list[Profile]] = defaultdict(list)
    for profile in made:
        if profile.project and profile.dimension and (name := _parameter(profile)):
            places[profile.project, name, profile.dimension].append(profile)
    for (_, name, _), found in places.items():
        sections = {(one.document, one.claim.section) for one in found}
        if len(sections) >= _FUNCTIONS and len({_written(one) for one in found}) >= _FUNCTIONS:
            for profile in found:
                made[profile.index] = evolve(made[profile.index], form=name)
    return made


_FUNCTIONS = 3  # sections, and as many figures


def _parameter(profile: Profile) -> str:
    """The name in program letters that an item or a row begins with: "- `start`: first day", "| `start` | 30 |"."""
    claim = profile.claim
    if profile.source is None or claim.structure not in ("list_item", "table"):
        return ""
    text, at = profile.source.text, claim.span.start
    found = _NAMED.match(text, text.rfind("\n", max(at - _WIDE, 0), at) + 1, at)
    return found[1] if found else ""


_NAMED = re.compile(r"[ \t]*(?:[-*+|] ?|\d+\. )?[ \t]*[*`]{1,4}([A-Za-z_][\w.-]*)`")


def _with_twins(made: list[Profile]) -> list[Profile]:
    """The profiles, each of a project's document with the documents that are the same form filled in otherwise."""
    lines: dict[str, dict[int, set[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(set))
    for profile in made:
        if profile.project and profile.dimension and profile.source is not None:
            skeleton, figures = _whole_line(profile.source.text, profile.claim.span.start)
            if skeleton:
                lines[skeleton][profile.document].add(figures)
    others: dict[tuple[int, int], int] = defaultdict(int)
    equal: dict[tuple[int, int], int] = defaultdict(int)
    for written in lines.values():
        if 1 < len(written) <= _CROWD:
            for one, other in combinations(sorted(written), 2):
                (equal if written[one] & written[other] else others)[one, other] += 1
    twins: dict[int, set[int]] = defaultdict(set)
    for (one, other), apart in others.items():
        if apart >= _LINES and apart > equal[one, other]:
            twins[one].add(other)
            twins[other].add(one)
    held = {document: frozenset(found) for document, found in twins.items()}
    return [evolve(one, filled_in=held[one.document]) if one.document in held else one for one in made]


def _whole_line(text: str, at: int) -> tuple[str, tuple[str, ...]]:
    """The words of the line, or of the row, that a figure stands in, and its figures; no words where it is long."""
    start, end = text.rfind("\n", max(at - _WIDE, 0), at) + 1, text.find("\n", at, at + _WIDE)
    if end < 0 or end - start > _WIDE:
        return "", ()
    line = text[start:end]
    words = _skeleton(line)
    return (words if sum(map(str.isalpha, words)) >= _SHORT else ""), tuple(_FIGURE.findall(line))


_WIDE = 240  # characters of a line that are read
_CROWD = 40  # documents with one line, beyond which no pairs of them are looked at
_LINES = 4  # lines that two filled-in forms have in common, with other figures


def forms(a: Profile, b: Profile, state: State) -> None:
    """Two places at which one form is filled in, or two documents that are filled-in forms as wholes."""
    if a.document in b.filled_in:
        state.bar("form", "two documents of the same lines, nearly each with another figure: each is of its own")
        return
    if a.stock and b.stock and a.form.endswith(":"):
        return  # what a project says in many places that it has
    if a.form and a.form == b.form and (a.document, a.claim.sentence) != (b.document, b.claim.sentence):
        state.bar("form", "the line recurs with many figures: each is of its own place")


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


where(forms, lambda one: one.form or one.filled_in, both=True)
