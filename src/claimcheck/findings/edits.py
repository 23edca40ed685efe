"""What an edit did to the figures: which claim of the old text became which of the new one.

Lines that a line-by-line comparison finds in both texts keep their claims. What is left is paired by figure and by the
words around it, so that text that was moved, reworded, reformatted or converted is told from a figure that changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from attrs import field, frozen

from claimcheck.findings.figures import buckets, changed, neighbours, root, same
from claimcheck.findings.likeness import NEAR, Loose, framed, likeness
from claimcheck.records import Claim, Document, Kind

__all__ = ["Edit", "Edits", "Key", "Version", "edits", "key"]

_SAME_FRAME = 0.35  # least likeness of the words around a figure that is the same in both texts
_CHANGED_FRAME = 0.6  # the same for a figure that is another one now
_PLAINLY = 0.85  # the same where nothing but the figure seems to have changed
Key = tuple[str, int, int, Kind]


def key(claim: Claim) -> Key:
    """What tells a claim from all others of its tree."""
    return claim.document, claim.span.start, claim.span.end, claim.kind


@frozen
class Version:
    """One side of a file: its document and claims, in order of position."""

    document: Document
    claims: tuple[Claim, ...]


@frozen
class Edit:
    """A figure that was another one before."""

    old: Claim
    new: Claim


@frozen
class Edits:
    """The outcome: figures that changed, claims that are new, and, of each kept or changed claim, its former self.

    ``before`` is keyed by ``key`` of the new claim; a claim that is neither in it nor in ``added`` stands in a file
    that was not touched.
    """

    changed: tuple[Edit, ...]
    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    before: Mapping[Key, Claim] = field(repr=False)


def edits(pairs: Sequence[tuple[Version | None, Version | None]]) -> Edits:
    """Pair the claims of files before and after; None stands for a file that was added or deleted."""
    before: dict[Key, Claim] = {}
    old: list[Loose] = []
    new: list[Loose] = []
    for number, (left, right) in enumerate(pairs):
        gone, come = _loose(number, left, right, before)
        old += gone
        new += come
    # First what stays in its place, then what moved: a figure that was changed here may have been copied elsewhere.
    _keep(old, new, before, here=True)
    found = _change_here(old, new, _PLAINLY)
    _keep(old, new, before, here=False)
    found += [*_change_here(old, new, _CHANGED_FRAME), *_change_elsewhere(old, new)]
    made = []
    for one, other in found:
        before[key(other.claim)] = one.claim
        if changed(one.claim, other.claim):
            made.append(Edit(one.claim, other.claim))
    made.sort(key=lambda edit: (edit.new.document, edit.new.span))
    return Edits(
        tuple(made),
        tuple(one.claim for one in new if not one.taken),
        tuple(one.claim for one in old if not one.taken),
        before,
    )


def _loose(
    number: int, left: Version | None, right: Version | None, before: dict[Key, Claim]
) -> tuple[list[Loose], list[Loose]]:
    """The claims of one file that its unchanged lines leave over; the others go into ``before``."""
    if left is None or right is None:
        return (
            framed(number, left.document, left.claims, [0] * len(left.claims)) if left else [],
            framed(number, right.document, right.claims, [0] * len(right.claims)) if right else [],
        )
    lines, hunks_old, hunks_new = _compared(left.document.text, right.document.text)
    places = {_place(left.document, claim): claim for claim in left.claims}
    kept: set[int] = set()
    come = []
    for claim in right.claims:
        line, column, text = _place(right.document, claim)
        twin = places.get((lines[line], column, text)) if line in lines else None
        if twin is not None and twin.kind is claim.kind:
            before[key(claim)] = twin
            kept.add(id(twin))
        else:
            come.append(claim)
    gone = [claim for claim in left.claims if id(claim) not in kept]
    return (
        framed(number, left.document, gone, [_hunk(left.document, one, hunks_old) for one in gone]),
        framed(number, right.document, come, [_hunk(right.document, one, hunks_new) for one in come]),
    )


def _place(document: Document, claim: Claim) -> tuple[int, int, str]:
    text = document.text
    start = text.rfind("\n", 0, claim.span.start) + 1
    return text.count("\n", 0, start), claim.span.start - start, claim.text


def _hunk(document: Document, claim: Claim, hunks: Mapping[int, int]) -> int:
    text = document.text
    first = text.count("\n", 0, claim.span.start)
    last = text.count("\n", 0, max(claim.sentence.end, claim.span.end))
    lead = text.count("\n", 0, min(claim.sentence.start, claim.span.start))
    return next((hunks[line] for line in (*range(first, last + 1), *range(lead, first)) if line in hunks), -1)


def _compared(old: str, new: str) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """New line → old line where they are the same; and, on each side, line → number of the hunk that it is in."""
    left = [line.rstrip() for line in old.split("\n")]
    right = [line.rstrip() for line in new.split("\n")]
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    lines = {at: at for at in range(head)}
    lines |= {len(right) - 1 - at: len(left) - 1 - at for at in range(tail)}
    middle_old, middle_new = left[head : len(left) - tail], right[head : len(right) - tail]
    matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=len(middle_old) > 2000)
    hunks_old: dict[int, int] = {}
    hunks_new: dict[int, int] = {}
    for number, (tag, a, b, c, d) in enumerate(matcher.get_opcodes()):
        if tag == "equal" and any(middle_old[at] for at in range(a, b)):
            lines |= {head + c + at: head + a + at for at in range(b - a)}
            continue
        hunks_old |= dict.fromkeys(range(head + a, head + b), number)
        hunks_new |= dict.fromkeys(range(head + c, head + d), number)
    return lines, hunks_old, hunks_new


def _keep(old: Sequence[Loose], new: Sequence[Loose], before: dict[Key, Claim], *, here: bool) -> None:
    """Pair claims whose figure is the same: reworded, reformatted, converted text; in its hunk, or moved anywhere."""
    filed: dict[str, list[Loose]] = defaultdict(list)
    for one in old:
        for bucket in buckets(one.claim) if not one.taken else ():
            filed[bucket].append(one)
    ranked = []
    for at, other in enumerate(new):
        if other.taken:
            continue
        near = {id(one): one for own in buckets(other.claim) for next in neighbours(own) for one in filed[next]}
        for one in near.values():
            if here and (one.file, one.hunk) != (other.file, other.hunk):
                continue
            if not same(one.claim, other.claim):
                continue
            alike = likeness(one, other)
            if alike >= _SAME_FRAME or (one.claim.head and one.claim.head == other.claim.head):
                home = one.file == other.file
                ranked.append((-alike, not home, abs(one.place - other.place), at, one, other))
    for *_, one, other in sorted(ranked, key=lambda entry: entry[:4]):
        if not one.taken and not other.taken:
            one.taken = other.taken = True
            before[key(other.claim)] = one.claim


def _change_here(old: Iterable[Loose], new: Sequence[Loose], least: float) -> list[tuple[Loose, Loose]]:
    """Pair claims of one hunk whose figures differ and whose words are alike."""
    hunks: dict[tuple[int, int], list[Loose]] = defaultdict(list)
    for one in old:
        if not one.taken:
            hunks[one.file, one.hunk].append(one)
    ranked = []
    for at, other in enumerate(new):
        if other.taken:
            continue
        for one in hunks.get((other.file, other.hunk), ()):
            if root(one.claim) != root(other.claim):
                continue
            alike = likeness(one, other)
            if alike >= least:
                ranked.append((-alike, abs(one.place - other.place), at, one, other))
    return _matched(ranked)


def _change_elsewhere(old: Iterable[Loose], new: Sequence[Loose]) -> list[tuple[Loose, Loose]]:
    """Pair claims that were moved and changed: the words around them are the same to the last one."""
    frames: dict[object, list[Loose]] = defaultdict(list)
    for one in old:
        if not one.taken and len(one.before) + len(one.after) >= NEAR:
            frames[one.frame].append(one)
    ranked = []
    for at, other in enumerate(new):
        if not other.taken:
            ranked += [
                (float(one.file != other.file), abs(one.place - other.place), at, one, other)
                for one in frames.get(other.frame, ())
                if root(one.claim) == root(other.claim)
            ]
    return _matched(ranked)


def _matched(ranked: list[tuple[float, int, int, Loose, Loose]]) -> list[tuple[Loose, Loose]]:
    found = []
    for *_, one, other in sorted(ranked, key=lambda entry: entry[:3]):
        if not one.taken and not other.taken:
            one.taken = other.taken = True
            found.append((one, other))
    return found
