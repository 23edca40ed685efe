"""Counts in the brackets of a caption, behind a file's name or in a list are of what stands before them."""

from __future__ import annotations

import re

from claimcheck.align.context import NAME_WORD, stem, telling
from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.settings import described
from claimcheck.align.state import State
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Document

__all__ = ["caption", "captions"]


_CAPTION = re.compile(r"[(\[]\W*$|[:—–]\W{0,6}$|\s-\s\W{0,4}$")


_FILE_BEFORE = re.compile(r"([\w/.-]*\w\.[a-z][a-z0-9]{0,4})[`*\])]{0,3}\s{0,2}\W{0,3}$")
_RESPECTIVELY = re.compile(r"\brespectively\b")
_NUMBERED = re.compile(r"\b([A-Za-z]{3,})\s(\d{1,3})\b")
_SHORT, _SHORTER = 60, 30  # characters of a lead-in, and of one in prose


def captions(a: Profile, b: Profile, state: State) -> None:
    """A count in the brackets of a caption is of what the caption names: "Level 2: Atoms (6 components)"."""
    if a.listed != b.listed:
        state.unknown("list", "one is an entry of a list of such figures")
        state.guarded = True
    if not a.dimension.startswith("number"):
        return
    if _respectively(a) or _respectively(b):
        state.unknown("list", "one is of one of several things, respectively")
        state.guarded = True
        return
    files = [_file_before(one) for one in (a, b)]
    if files[0] != files[1]:
        state.unknown("file", f"{files[0] or 'no file'} / {files[1] or 'no file'}")
        state.guarded = True
        return
    numbers = [_numbered(one) for one in (a, b)]
    if any(numbers[0].get(noun, number) != number for noun, number in numbers[1].items()):
        state.unknown("caption", "the captions have other numbers")
        state.guarded = True
        return
    if state.stock or described(a, b):
        return
    for one, other in ((a, b), (b, a)):
        names = _caption(one)
        held = {word for word in names if _held(word, other)}
        if names and 2 * len(held) < len(names):
            state.unknown("caption", f"only one is of {' '.join(sorted(names - held)[:3])}", -0.3)
            state.guarded = True
            return


@fact
def _respectively(profile: Profile) -> bool:
    """Whether the sentence gives several things their figures, respectively."""
    source = profile.source
    if source is None or source.text.find("respectively", profile.claim.sentence.start, profile.claim.sentence.end) < 0:
        return False
    return _RESPECTIVELY.search(profile.claim.sentence.cover(source.text)) is not None


@fact
def _caption(profile: Profile) -> frozenset[str]:
    return caption(profile.claim, profile.source)


def _held(word: str, other: Profile) -> bool:
    root = stem(word)
    return word in other.words or word in other.ambient or (bool(root) and root in other.stems)


@fact
def _file_before(profile: Profile) -> str:
    """The file whose name stands right before the figure: "`core/run.py` (377 lines)"."""
    if profile.source is None or profile.claim.structure == "code":
        return ""
    before = _before(profile.claim, profile.source)[-80:]
    found = _FILE_BEFORE.search(before) if "." in before else None
    return found[1].rpartition("/")[2] if found else ""


def _before(claim: Claim, document: Document) -> str:
    """What stands before the figure in its sentence and line."""
    start = max(claim.sentence.start, document.text.rfind("\n", 0, claim.span.start) + 1)
    return document.text[start : claim.span.start]


@fact
def _numbered(profile: Profile) -> dict[str, str]:
    """The numbered things that the words before the figure name: "Level 2: Atoms (6"."""
    if profile.source is None or profile.claim.structure == "table":
        return {}
    return {noun.lower(): number for noun, number in _NUMBERED.findall(_before(profile.claim, profile.source)[:_SHORT])}


def caption(claim: Claim, document: Document | None) -> frozenset[str]:
    """The words of the caption or lead-in whose brackets or colon hold the figure; none where it is no caption."""
    if document is None or claim.structure == "table":
        return frozenset()
    before = _before(claim, document)
    found = None if before.rstrip()[-1:].isalnum() else _CAPTION.search(before)  # every caption ends with a mark
    if found is None or found.start() > (_SHORT if claim.structure != "prose" else _SHORTER) or found.start() == 0:
        return frozenset()
    words = [lemma(word) for word in NAME_WORD.findall(fold(before[: found.start()]))]
    names = frozenset(word for word in words if weight(word) > 0 and word != claim.head)
    if names:
        return names
    if claim.structure == "heading":
        return _parent(claim, document)
    return frozenset(telling(claim.section)) if _IDENTIFIER.fullmatch(claim.section) else frozenset()


# A title that is the name of one thing of the program: "AlertGlass", "`run_all()`", "core/run.py".
_IDENTIFIER = re.compile(r"`?(?:[a-z_][\w./-]*[A-Z_./][\w./-]*|[A-Z][a-z0-9]+[A-Z]\w*|\w+\(\))`?")


def _parent(claim: Claim, document: Document) -> frozenset[str]:
    """The words of the title above a bare heading: "Tools (8)" under "Data server"; none under the first title."""
    above = [one for one in document.sections if one.span.start <= claim.span.start]
    own = next((one for one in reversed(above) if one.span.start <= claim.span.start < one.span.end), None)
    titles = [one for one in above[1:] if own is not None and one is not own and one.level < own.level]
    return frozenset(telling(titles[-1].title)) if titles else frozenset()


where(captions, lambda one: one.listed or _respectively(one) or _file_before(one) or _numbered(one) or _caption(one))
