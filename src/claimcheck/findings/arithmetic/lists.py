"""Parts in the items of a list, and their total: in the sentence before it, after it, or in an item of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from claimcheck.align import Profile
from claimcheck.compare.part_whole import adds_up
from claimcheck.findings.arithmetic.model import Miscount, plausible
from claimcheck.findings.arithmetic.sums import judged_sum, says_total, some_only, words_of
from claimcheck.findings.select import Selection
from claimcheck.records import Claim

__all__ = ["list_sums"]

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+•●]|\d{1,3}[.)])[ \t]+(?P<body>\S[^\n]*)")
_MARKUP = re.compile(r"[*_`\s]")
# "Detectors: 12", "**Detectors** – 12".
_LABEL = re.compile(r"(?P<label>[^:–—=\n]{1,60}?)\s*(?::|\s[–—=-])\s*")
_LEAST = 2


@frozen
class _Item:
    """An item with the one figure that it counts, and its label where it has one."""

    claim: Claim
    label: str
    head: str


def list_sums(profiles: Sequence[Profile], selection: Selection) -> list[Miscount]:
    """All lists whose items do not make the total stated with them."""
    by_document: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        claim = profile.claim
        if not profile.derived and claim.quantity is not None and adds_up(claim) and claim.structure != "table":
            by_document[claim.document].append(profile)
    found = []
    for id, members in by_document.items():
        document = selection.documents.get(id)
        if document is None or sum(one.claim.structure == "list_item" for one in members) < _LEAST:
            continue
        for parts, total in _summed(document.text, sorted(members, key=lambda one: one.claim.span)):
            made = judged_sum(parts, total, selection)
            if made is not None:
                found.append(made)
    return found


def _summed(text: str, members: Sequence[Profile]) -> Iterator[tuple[list[Claim], Claim]]:
    for first, last, items in _lists(text, members):
        labels = [one.label for one in items if one is not None]
        totals = [one for one in items if one is not None and one.label in words_of("total_labels")]
        if None in items or some_only(" ".join(labels)):
            continue
        whole = [one for one in items if one is not None]
        if len(totals) == 1 and totals[0] in (whole[0], whole[-1]):
            parts = [one.claim for one in whole if one is not totals[0]]
            if plausible(parts, totals[0].claim):
                yield parts, totals[0].claim
        elif not totals:
            total = _before(text, first, members, whole) or _after(text, last, members)
            if total is not None:
                yield [one.claim for one in whole], total


def _lists(text: str, members: Sequence[Profile]) -> Iterator[tuple[int, int, list[_Item | None]]]:
    """Runs of items of one depth, one line each, with start and end; None for an item that does not give one figure."""
    starting: dict[int, list[Profile]] = defaultdict(list)
    for one in members:
        starting[text.rfind("\n", 0, one.claim.span.start) + 1].append(one)
    at = 0
    items: list[_Item | None] = []
    first, indent = 0, ""
    for line in (*text.splitlines(keepends=True), ""):
        match = _ITEM.match(line)
        if items and (match is None or match["indent"] != indent):
            if len(items) > _LEAST - 1:
                # A deeper item or a second line belongs to the item before it, which then says more than its figure.
                more = bool(line.strip()) and line[:1] in " \t"
                yield first, at, [None, *items] if more else items
            items = []
        if match is not None:
            if not items:
                first, indent = at, match["indent"]
            items.append(_item(text, at + match.start("body"), at + match.end("body"), starting.get(at, [])))
        at += len(line)


def _item(text: str, start: int, end: int, figures: Sequence[Profile]) -> _Item | None:
    """An item "12 detectors" or "Detectors: 12"."""
    if len(figures) != 1:
        return None
    one = figures[0]
    lead = text[start : one.claim.span.start]
    if not _MARKUP.sub("", lead):
        return _Item(one.claim, "", one.head)
    match = _LABEL.fullmatch(_plain(lead))
    rest = _plain(text[one.claim.span.end : end]).strip(" .;,")
    return _Item(one.claim, match["label"].strip().lower(), one.head) if match is not None and not rest else None


def _plain(text: str) -> str:
    return re.sub(r"[*_`]+", "", text)


def _before(text: str, first: int, members: Sequence[Profile], items: Sequence[_Item]) -> Claim | None:
    """The total of a sentence that leads to the list: "25 checks in all:", "The 25 checks:"."""
    lead = text[:first].rstrip()
    if not lead.endswith(":"):
        return None
    start = max(lead.rfind("\n"), lead.rfind(". ")) + 1
    inside = [one for one in members if start <= one.claim.span.start < len(lead)]
    sentence = text[start : len(lead)]
    if len(inside) != 1 or some_only(sentence) or not set(sentence.lower().split()).isdisjoint(words_of("excerpt")):
        return None
    said = says_total(text, inside[0].claim)
    return inside[0].claim if said or all(one.head == inside[0].head and not one.label for one in items) else None


def _after(text: str, last: int, members: Sequence[Profile]) -> Claim | None:
    """The total of the line after the list: "25 in all", "Total: 25", "That is 25 checks in total."."""
    start = last + len(text[last:]) - len(text[last:].lstrip())
    end = text.find("\n", start) if text.find("\n", start) >= 0 else len(text)
    inside = [one for one in members if start <= one.claim.span.start < end]
    if len(inside) != 1 or inside[0].claim.span.start - start > _NEAR:
        return None
    return inside[0].claim if says_total(text, inside[0].claim) else None


_NEAR = 30  # characters from the line's beginning to its total
