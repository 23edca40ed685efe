"""The changes of figures that a changelog tells in words: "now 60 s (was 30 s)", "raised from 4 MB to 16 MB"."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import evolve, frozen

from claimcheck.align import Profile, is_history_file
from claimcheck.findings.edits import Edit
from claimcheck.findings.figures import changed, root
from claimcheck.records import Claim, Document, Kind, Modifier, Span

__all__ = ["CHANGING", "Told", "told_changes"]

# What stands between a new value and the one before it: "60 s (was 30 s)", "60 s instead of 30".
_BEFORE = re.compile(
    r"[`*\"”\s]*(?:is (?:now )?(?:required|needed|supported)\b|again\b|by default\b|now\b)?\s*"
    r"[(,;]?\s*(?:it |which |this )?"
    r"(?:was|were|previously|formerly|before|before that|earlier|up from|down from|instead of|rather than|in place of)"
    r"(?: it was| it had been)?[:\s`*\"“]*",
    re.IGNORECASE,
)
_ARROW = re.compile(r"[`*\"”\s]*(?:->|→|=>|⇒)[`*\"“\s]*")  # "8080 -> 9090"
CHANGING = frozenset({Kind.COUNT, Kind.MEASURE, Kind.DURATION, Kind.VERSION, Kind.IDENTIFIER, Kind.MONEY, Kind.PERCENT})
_NUMBERS = re.compile(r"\d+")


@frozen
class Told:
    """A change that a history tells: the profile of the new value, the claim of the old one, and when it was made."""

    source: Profile
    edit: Edit
    day: dt.date
    version: tuple[int, ...]
    release: str


def told_changes(profiles: Sequence[Profile], documents: Mapping[str, Document]) -> Iterator[Told]:
    """The changes that sections and files of history tell, each in one sentence."""
    sentences: dict[tuple[str, int], list[Profile]] = defaultdict(list)
    for one in profiles:
        if one.claim.kind in CHANGING and not one.derived and (one.history or one.version):
            sentences[one.claim.document, one.claim.sentence.start].append(one)
    for (name, _), group in sentences.items():
        document = documents.get(name)
        if document is None or not _tells_changes(group[0].claim, document):
            continue
        ordered = sorted(group, key=lambda one: one.claim.span)
        pairs = (_ends(first, second, document.text) for first, second in pairwise(ordered))
        for said, old, new in (*filter(None, pairs), *_unread(ordered, document.text)):
            edit = Edit(_as(said.claim, old, new), _as(said.claim, new, new))
            if root(edit.old) == root(edit.new) and changed(edit.old, edit.new):
                release = said.version or (str(said.published) if said.published else "")
                number = tuple(int(part) for part in _NUMBERS.findall(said.version or ""))
                yield Told(said, edit, said.published or dt.date.min, number, release)


def _tells_changes(claim: Claim, document: Document) -> bool:
    """Whether the claim stands in a changelog: a file of that name, or under the version that a section is called."""
    if is_history_file(claim.document, _CHANGELOGS):
        return True
    sections = document.sections_at(claim.span.start)
    return any(one.version and _RELEASE.fullmatch(one.title.strip()) for one in sections)


_CHANGELOGS = ("history_files",)
# A heading that only names a release: "4.1.0 — 2022-12-01", "Version 2.0 (May 2021)", "[1.2.0]".
_RELEASE = re.compile(
    r"\W*(?:version |release )?v?\d+(?:\.\d+)+[\w.+-]*\W*(?:\d{4}-\d\d-\d\d|(?:\w+\.?,? ){0,2}\w+,? \d{4})?\W*",
    re.IGNORECASE,
)


_Ends = tuple[Profile, Claim, Claim]
"""The profile that says what a change is of, the claim of the old value, and that of the new one."""


def _ends(first: Profile, second: Profile, text: str) -> _Ends | None:
    """The old and the new value of two figures that follow each other."""
    one, other = first.claim, second.claim
    between = text[one.span.end : other.span.start]
    source = first if first.head or not second.head else second
    if _BEFORE.fullmatch(between):
        return source, other, one
    if _ARROW.fullmatch(between):
        return source, one, other
    roles = tuple(claim.quantity.role if claim.quantity else "" for claim in (one, other))
    lead = text[max(one.span.start - _NEAR, 0) : one.span.start]
    if roles == ("from", "to") or (_FROM.search(lead) and _TO.fullmatch(between)):
        return (second if second.head else first), one, other
    return (first, other, one) if roles == ("to", "from") else None


_NEAR = 12  # characters before a figure in which its "from" stands
_FROM, _TO = re.compile(r"\bfrom [`*\"“v]*\Z"), re.compile(r"[`*\"”]* to [`*\"“v]*")


def _unread(ordered: Sequence[Profile], text: str) -> Iterator[_Ends]:
    """Versions and ports whose old one is no claim by itself: "3.9 (was 3.8)", "changed from 9090 to 7070"."""
    for one in ordered:
        quantity = one.claim.quantity
        if one.claim.kind not in (Kind.VERSION, Kind.IDENTIFIER) or quantity is None:
            continue
        lead = text[max(one.claim.span.start - _FAR, 0) : one.claim.span.start]
        found, offset = _VERSION.match(text, one.claim.span.end), 0
        if found is None:
            found, offset = _FROM_TO.search(lead), one.claim.span.start - len(lead)
        if found is None or any(other.claim.span.start == found.start(1) + offset for other in ordered):
            continue
        span, old = Span(found.start(1) + offset, found.end(1) + offset), found[1].removeprefix("v")
        number = Decimal(old) if old.isdecimal() else None
        plain = evolve(quantity, version=old, low=number, high=number, modifier=Modifier.EXACT)
        yield one, evolve(one.claim, span=span, text=found[1], quantity=plain), one.claim


_FAR = 40  # characters before a figure in which "from …" and the old one stand
_FROM_TO = re.compile(r"\bfrom [`*\"“:]*(v?\d+(?:\.\d+)*)[`*\"”]* to [`*\"“:]*\Z")
_VERSION = re.compile(
    r"(?: or (?:later|newer|higher)|\+)?[^\w(,;.]*(?:is (?:now )?(?:required|needed|supported)[ ,;]*)?\(?,? ?"
    r"(?:was|previously|formerly|up from|from|instead of|rather than) [`*]*(v?\d+(?:\.\d+)*)\b"
)


def _as(source: Claim, value: Claim, new: Claim) -> Claim:
    """A value said of what the change is of, in the unit of the new one where it has none of its own."""
    quantity = value.quantity
    if quantity is not None:
        unit = new.quantity.unit if new.quantity is not None and quantity.unit is None else quantity.unit
        quantity = evolve(quantity, unit=unit, role="", direction=0)
    return evolve(source, text=value.text, span=value.span, quantity=quantity, kind=new.kind)
