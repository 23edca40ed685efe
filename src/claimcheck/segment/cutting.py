"""Cuts blocks into units: the sentences of prose, the cells of tables, what is to be read in code, badges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import define

from claimcheck.records import Skip, Span
from claimcheck.segment.cells import label_cells, plain
from claimcheck.segment.code import code_pieces
from claimcheck.segment.furniture import is_copyright
from claimcheck.segment.headings import heading_text
from claimcheck.segment.lines import Lines
from claimcheck.segment.masks import list_marker, merged
from claimcheck.segment.model import Block, BlockKind, Cell, Unit
from claimcheck.segment.raw import Raw
from claimcheck.segment.sections import section_of
from claimcheck.segment.sentences import sentences, split_sentences
from claimcheck.segment.words import pattern_of

__all__ = ["Cutter", "Place"]

_SILENT = frozenset({BlockKind.REFERENCE, BlockKind.FRONT_MATTER, BlockKind.PULL_QUOTE, BlockKind.FURNITURE})
_BADGE = re.compile(
    r"badge/((?:[^/?#\s)\"'<>\-]|--){1,120}-(?:[^/?#\s)\"'<>\-]|--){1,120})(?:-(?:[^/?#\s)\"'<>\-]|--){1,40})?(?=[?#\s)\"'<>]|\.svg|\.png|$)"
)
# An encoded comma or point within a number has no place in the text where it could be read as such.
_BADGE_COMMA = re.compile(r"\d%2[CEce]\d")
_BADGE_MARK = re.compile(r"%[0-9A-Fa-f]{2}|--|-|_+|(?<=\w)\.svg")
_TITLE = -1  # the paragraph of titles read by themselves; those of badges are below it
_NO_BADGES = (BlockKind.CODE, BlockKind.FRONT_MATTER, BlockKind.REFERENCE)
_INDENT = re.compile(r"[ \t]*(?:>[ \t]?)*")
_WORDY = re.compile(r"[^\W_]")
_TABLE_TITLE = re.compile(rf"[*_\s]*(?:{pattern_of('captions', 'tables')})\s?\d", re.IGNORECASE)
_LEAD_IN = re.compile(r"\*\*(?:\d{1,3}[.)]\s+)?([^*\n]{2,80})\*\*")
# The argument of ".. versionadded:: 2.4" tells when something came, and is no statement on a version.
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:(?:version\w+|deprecated\w*)::[ \t]*(?:v?\d[\w.+-]*)?|[\w:-]+::[ \t]*)?(?=\S|$)")
_BARE_NUMBER = re.compile(r"(\d{1,2})[ \t]+(?=[A-ZÀ-Þ][a-zà-ÿ]{2})")


@define
class Place:
    """How many units and paragraphs stand before: ``index`` is the next unit's, ``paragraph`` the last block's."""

    index: int
    paragraph: int


class Cutter:
    """Cuts the blocks of one document, each as often as it is asked for, always in the same way.

    ``skips`` holds what was left out of the blocks cut so far, in order; a block that is cut again adds nothing.
    """

    def __init__(
        self, document: str, lines: Lines, raws: Sequence[Raw], masks: Sequence[Span], sections: list[int]
    ) -> None:
        self.document = document
        self.text = lines.text
        self.lines = lines
        self.raws = raws
        self.masks = masks
        self.sections = sections
        self.skips: list[Skip] = []
        self._mask_starts = [mask.start for mask in masks]
        self._done = self._sure = 0
        self._tables = [at for at, raw in enumerate(raws) if raw.kind is BlockKind.TABLE]
        self._bare_numbers = self._numbered_headings()
        self._badges: dict[int, list[Unit]] = {}
        if "badge/" in self.text and raws:
            self._find_badges()

    def __len__(self) -> int:
        return len(self.raws)

    def is_table(self, at: int) -> bool:
        """Whether a block is a table."""
        return self.raws[at].kind is BlockKind.TABLE

    def block(self, at: int) -> Block:
        """The record of a block."""
        raw = self.raws[at]
        return Block(raw.kind, Span(raw.start, raw.end), section_of(self.sections, raw.start), raw.level)

    def cut(self, at: int, place: Place) -> Iterator[Unit]:
        """The units of a block in order of position; ``place`` is moved on as they are taken."""
        new = at == self._done
        if new:
            del self.skips[self._sure :]  # of a cut that was broken off
        units = self._units(self.raws[at], self.block(at), at, place, self.skips if new else [])
        badges = self._badges.get(at, ())
        if badges or self.raws[at].kind in (BlockKind.TABLE, BlockKind.CODE):
            first = place.index
            found = sorted([*units, *badges], key=lambda unit: (unit.span.start, unit.span.end))
            units = (
                unit
                if unit.index == index
                else Unit(unit.span, unit.block, index, unit.paragraph, unit.masks, unit.cell, unit.label)
                for index, unit in enumerate(found, first)
            )
            place.index = first + len(found)
        yield from units
        if new:
            self._done, self._sure = at + 1, len(self.skips)

    def _units(self, raw: Raw, block: Block, at: int, place: Place, skips: list[Skip]) -> Iterator[Unit]:
        if raw.kind in _SILENT:
            if raw.info != "rule":
                reason = raw.reason or f"{raw.kind.value.replace('_', ' ')} is not read"
                skips.append(Skip(self.document, reason, block.span, raw.kind.value))
            return
        place.paragraph += 1
        if raw.kind is BlockKind.TABLE:
            yield from self._table(raw, block, at, place)
        elif raw.kind is BlockKind.CODE:
            yield from self._code(raw, block, place, skips)
        elif raw.kind is BlockKind.HEADING:
            yield from self._heading(raw, block, place)
        else:
            yield from self._prose(raw, block, place, skips)

    def _masks_in(self, start: int, end: int, extra: Sequence[Span] = ()) -> tuple[Span, ...]:
        low = bisect_right(self._mask_starts, start) - 1
        if low >= 0 and self.masks[low].end <= start:
            low += 1
        high = bisect_left(self._mask_starts, end)
        found = self.masks[max(low, 0) : high]
        if not extra and (not found or (found[0].start >= start and found[-1].end <= end)):
            return tuple(found)
        clipped = [Span(max(mask.start, start), min(mask.end, end)) for mask in [*found, *extra]]
        return merged([mask for mask in clipped if mask.start < mask.end])

    def _unit(
        self,
        place: Place,
        start: int,
        end: int,
        block: Block,
        extra: Sequence[Span] = (),
        cell: Cell | None = None,
        label: str = "",
    ) -> Iterator[Unit]:
        """A unit, or none if nothing in it is left to read."""
        masks = self._masks_in(start, end, extra)
        if masks:
            at = start
            for mask in masks:
                if _WORDY.search(self.text, at, mask.start):
                    break
                at = mask.end
            else:
                if not _WORDY.search(self.text, at, end):
                    return
        elif not _WORDY.search(self.text, start, end):
            return
        place.index += 1
        yield Unit(Span(start, end), block, place.index - 1, place.paragraph, masks, cell, label)

    def _prose(self, raw: Raw, block: Block, place: Place, skips: list[Skip]) -> Iterator[Unit]:
        text = self.text
        start = list_marker(text, raw.start, raw.end) if not raw.html else raw.start
        directive = _DIRECTIVE.match(text, start, raw.end)
        if directive:
            start = directive.end()
        extra = [] if raw.html else self._line_prefixes(raw)
        for first, last in sentences(text, start, raw.end):
            if is_copyright(text[first : min(last, first + 120)]):
                skips.append(Skip(self.document, "a copyright notice", Span(first, last), "furniture"))
                continue
            inside = [span for span in extra if first <= span.start < last] if extra else ()
            yield from self._unit(place, first, last, block, inside)

    def _line_prefixes(self, raw: Raw) -> list[Span]:
        """The quote marks at the starts of a block's further lines."""
        if not raw.quoted or raw.last - raw.first < 2:
            return []
        out = []
        for number in range(raw.first + 1, raw.last):
            match = _INDENT.match(self.text, self.lines.starts[number], self.lines.ends[number])
            if match and ">" in match[0]:
                out.append(Span(match.start(), match.end()))
        return out

    def _heading(self, raw: Raw, block: Block, place: Place) -> Iterator[Unit]:
        start = list_marker(self.text, raw.start, raw.end)
        bare = _BARE_NUMBER.match(self.text, start, raw.end)
        if bare and {int(bare[1]) - 1, int(bare[1]) + 1} & self._bare_numbers:
            start = bare.end()
        end = raw.end
        while end > start and self.text[end - 1] in "# \t":
            end -= 1
        start = max(start, raw.title)
        yield from self._unit(place, start, end, block)

    def _table(self, raw: Raw, block: Block, at: int, place: Place) -> Iterator[Unit]:
        caption = " ".join(raw.caption.split()) if raw.caption else _caption(self.raws, at, self.text, self.masks)
        number = bisect_left(self._tables, at)
        for cell in label_cells(raw, number, self.text, self.masks, caption):
            place.paragraph += 1
            for first, last in split_sentences(self.text, cell.span.start, cell.span.end):
                yield from self._unit(place, first, last, block, (), cell)

    def _code(self, raw: Raw, block: Block, place: Place, skips: list[Skip]) -> Iterator[Unit]:
        pieces = code_pieces(raw, self.lines)
        if not pieces:
            skips.append(Skip(self.document, "program code", block.span, "code"))
        group = -1
        for piece in pieces:
            if piece.group != group:
                group = piece.group
                place.paragraph += 1
            yield from self._unit(place, piece.start, piece.end, block, piece.masks, None, piece.label)

    def _numbered_headings(self) -> set[int]:
        """The numbers without a full stop that headings begin with: "3 Results" beside "4 Discussion"."""
        found = set()
        for raw in self.raws:
            if raw.kind is BlockKind.HEADING:
                match = _BARE_NUMBER.match(self.text, list_marker(self.text, raw.start, raw.end), raw.end)
                if match:
                    found.add(int(match[1]))
        return found

    def _find_badges(self) -> None:
        """Find the badges, whose label and value in their address are a unit of their own."""
        starts = [raw.start for raw in self.raws]
        paragraph = _TITLE
        for match in _BADGE.finditer(self.text):
            start, end = match.span(1)
            at = max(0, bisect_right(starts, start) - 1)
            if self.raws[at].kind in _NO_BADGES or _BADGE_COMMA.search(self.text, start, end):
                continue
            masks = tuple(
                # Of an encoded per cent sign the sign itself stays to be read.
                Span(mark.start() + (mark[0] == "%25"), mark.end())
                for mark in _BADGE_MARK.finditer(self.text, start, end)
            )
            paragraph -= 1
            self._badges.setdefault(at, []).append(Unit(Span(start, end), self.block(at), -1, paragraph, masks))


def _caption(raws: Sequence[Raw], index: int, text: str, masks: Sequence[Span]) -> str:
    """A table's title: the line above that introduces it, the bold words that open the paragraph, a heading."""
    for raw in reversed(raws[max(0, index - 4) : index]):
        if raw.kind is BlockKind.HEADING:
            return heading_text(plain(text, raw.start, raw.end, masks))
        if raw.kind is BlockKind.TABLE:
            break
        if raw.kind in (BlockKind.PROSE, BlockKind.LIST_ITEM) and not raw.html:
            body = text[raw.start : raw.end]
            if body.count(" | ") > 1:
                continue  # who publishes it, in what version, when
            sentences = split_sentences(text, max(raw.start, raw.end - 2000), raw.end)
            first, last = sentences[-1] if sentences else (raw.start, raw.end)
            if len(sentences) == 1 and (last - first <= 160 or _TABLE_TITLE.match(body)) and body[-1] not in ".!?":
                return plain(text, first, last, masks)
            if _TABLE_TITLE.match(body) or (body.endswith(":") and last - first <= 300):
                return plain(text, max(raw.start, first) if body.endswith(":") else raw.start, last, masks)
            lead = _LEAD_IN.match(body)
            if lead:
                return plain(text, raw.start + lead.start(1), raw.start + lead.end(1), masks).rstrip(".:")
    heading = next((raw for raw in reversed(raws[max(0, index - 40) : index]) if raw.kind is BlockKind.HEADING), None)
    return heading_text(plain(text, heading.start, heading.end, masks)) if heading else ""
