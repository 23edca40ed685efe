"""What an edit did to the figures: which claim of the old text became which of the new one.

Lines that a line-by-line comparison finds in both texts keep their claims. What is left is paired by figure and by the
words around it, so that text that was moved, reworded, reformatted or converted is told from a figure that changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from attrs import define, field, frozen

from claimcheck.findings.figures import buckets, changed, neighbours, root, same
from claimcheck.records import Claim, Document, Kind

__all__ = ["Edit", "Edits", "Key", "Version", "edits", "key"]

_SAME_FRAME = 0.35  # least likeness of the words around a figure that is the same in both texts
_CHANGED_FRAME = 0.6  # the same for a figure that is another one now
_PLAINLY = 0.85  # the same where nothing but the figure seems to have changed
_NEAR = 3  # words on either side that place a figure in its sentence
Key = tuple[str, int, int, Kind]
_TOKEN = re.compile(r"\w+|[^\w\s]")


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


@define
class _Loose:
    """A claim that no unchanged line accounts for: where it stands and the words around its figure."""

    claim: Claim
    file: int
    hunk: int
    place: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    taken: bool = False

    @property
    def frame(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.before, self.after


def edits(pairs: Sequence[tuple[Version | None, Version | None]]) -> Edits:
    """Pair the claims of files before and after; None stands for a file that was added or deleted."""
    before: dict[Key, Claim] = {}
    old: list[_Loose] = []
    new: list[_Loose] = []
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
) -> tuple[list[_Loose], list[_Loose]]:
    """The claims of one file that its unchanged lines leave over; the others go into ``before``."""
    if left is None or right is None:
        return (
            _framed(number, left, [0] * len(left.claims)) if left else [],
            _framed(number, right, [0] * len(right.claims)) if right else [],
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
        _framed(number, Version(left.document, tuple(gone)), [_hunk(left.document, one, hunks_old) for one in gone]),
        _framed(number, Version(right.document, tuple(come)), [_hunk(right.document, one, hunks_new) for one in come]),
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


def _framed(file: int, version: Version, hunks: Sequence[int]) -> list[_Loose]:
    made = []
    for place, (claim, hunk) in enumerate(zip(version.claims, hunks, strict=True)):
        text = version.document.text
        start, end = min(claim.sentence.start, claim.span.start), max(claim.sentence.end, claim.span.end)
        if claim.structure == "table":  # the row's label is part of what a cell says
            start = text.rfind("\n", 0, start) + 1
            stop = text.find("\n", end)
            end = stop if stop >= 0 else len(text)
        before = _tokens(text[start : claim.span.start])
        after = _tokens(text[claim.span.end : end])
        made.append(_Loose(claim, file, hunk, place, before, after))
    return made


def _tokens(text: str) -> tuple[str, ...]:
    """Words and marks in lower case; other figures are all one, marks of formatting none."""
    found: list[str] = []
    for token in _TOKEN.findall(text.lower()):
        if token[0].isdigit():
            if not found or found[-1] != "#":
                found.append("#")
        elif token not in "*_`|#-.,":
            found.append(token)
    return tuple(found)


def _likeness(one: _Loose, other: _Loose) -> float:
    """0 to 1: half from all words of the sentence, half from those next to the figure."""
    left, right = [*one.before, *one.after], [*other.before, *other.after]
    total = len(left) + len(right)
    common = 0
    pool: dict[str, int] = defaultdict(int)
    for word in left:
        pool[word] += 1
    for word in right:
        if pool[word] > 0:
            pool[word] -= 1
            common += 1
    whole = 2 * common / total if total else 1.0
    near = [
        *zip(_padded(one.before[::-1]), _padded(other.before[::-1]), strict=True),
        *zip(_padded(one.after), _padded(other.after), strict=True),
    ]
    told = [pair for pair in near if pair != ("", "")]
    close = sum(a == b for a, b in told) / len(told) if told else 1.0
    return min(1.0, max(0.0, (whole + close) / 2 + _heads(one.claim, other.claim)))


def _heads(one: Claim, other: Claim) -> float:
    """What the measured things say: the same noun for, and of counts and shares another noun against."""
    if not one.head or not other.head:
        return 0.0
    if one.head == other.head:
        return 0.1
    named = other.head in (*one.core.split(), *one.terms) or one.head in (*other.core.split(), *other.terms)
    return -0.3 if not named and root(one) in ("number", "percent", "rank") else 0.0


def _padded(words: Sequence[str]) -> list[str]:
    return [*words[:_NEAR], *([""] * (_NEAR - len(words[:_NEAR])))]


def _keep(old: Sequence[_Loose], new: Sequence[_Loose], before: dict[Key, Claim], *, here: bool) -> None:
    """Pair claims whose figure is the same: reworded, reformatted, converted text; in its hunk, or moved anywhere."""
    filed: dict[str, list[_Loose]] = defaultdict(list)
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
            likeness = _likeness(one, other)
            if likeness >= _SAME_FRAME or (one.claim.head and one.claim.head == other.claim.head):
                home = one.file == other.file
                ranked.append((-likeness, not home, abs(one.place - other.place), at, one, other))
    for *_, one, other in sorted(ranked, key=lambda entry: entry[:4]):
        if not one.taken and not other.taken:
            one.taken = other.taken = True
            before[key(other.claim)] = one.claim


def _change_here(old: Iterable[_Loose], new: Sequence[_Loose], least: float) -> list[tuple[_Loose, _Loose]]:
    """Pair claims of one hunk whose figures differ and whose words are alike."""
    hunks: dict[tuple[int, int], list[_Loose]] = defaultdict(list)
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
            likeness = _likeness(one, other)
            if likeness >= least:
                ranked.append((-likeness, abs(one.place - other.place), at, one, other))
    return _matched(ranked)


def _change_elsewhere(old: Iterable[_Loose], new: Sequence[_Loose]) -> list[tuple[_Loose, _Loose]]:
    """Pair claims that were moved and changed: the words around them are the same to the last one."""
    frames: dict[object, list[_Loose]] = defaultdict(list)
    for one in old:
        if not one.taken and len(one.before) + len(one.after) >= _NEAR:
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


def _matched(ranked: list[tuple[float, int, int, _Loose, _Loose]]) -> list[tuple[_Loose, _Loose]]:
    found = []
    for *_, one, other in sorted(ranked, key=lambda entry: entry[:3]):
        if not one.taken and not other.taken:
            one.taken = other.taken = True
            found.append((one, other))
    return found
