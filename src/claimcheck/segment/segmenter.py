"""Puts the parts of segmentation together, in order: blocks, what each of them is, sections, units."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import evolve

from claimcheck.read.frontmatter import front_matter_end
from claimcheck.records import Document, Skip, Span
from claimcheck.segment.blocks import parse_blocks, trimmed
from claimcheck.segment.cells import label_cells, plain
from claimcheck.segment.code import code_pieces
from claimcheck.segment.furniture import is_copyright, mark_furniture
from claimcheck.segment.headings import find_headings, heading_text, split_paragraphs
from claimcheck.segment.html import part_html
from claimcheck.segment.lines import Altered, Lines
from claimcheck.segment.masks import find_masks, list_marker, merged
from claimcheck.segment.model import Block, BlockKind, Cell, Segments, Unit
from claimcheck.segment.nature import FOREIGN, data_reason, is_foreign
from claimcheck.segment.pullquotes import mark_pull_quotes
from claimcheck.segment.raw import Raw
from claimcheck.segment.references import mark_references
from claimcheck.segment.rst import directives
from claimcheck.segment.sections import document_dateline, find_sections, published_from, section_of
from claimcheck.segment.sentences import split_sentences
from claimcheck.segment.tables import find_tables
from claimcheck.segment.words import pattern_of

__all__ = ["segment_document"]

_SILENT = frozenset({BlockKind.REFERENCE, BlockKind.FRONT_MATTER, BlockKind.PULL_QUOTE, BlockKind.FURNITURE})
_BADGE = re.compile(
    r"badge/((?:[^/?#\s)\"'<>\-]|--){1,120}-(?:[^/?#\s)\"'<>\-]|--){1,120})(?:-(?:[^/?#\s)\"'<>\-]|--){1,40})?(?=[?#\s)\"'<>]|\.svg|\.png|$)"
)
# An encoded comma or point within a number has no place in the text where it could be read as such.
_BADGE_COMMA = re.compile(r"\d%2[CEce]\d")
_BADGE_MARK = re.compile(r"%[0-9A-Fa-f]{2}|--|-|_+|(?<=\w)\.svg")
_INDENT = re.compile(r"[ \t]*(?:>[ \t]?)*")
_WORDY = re.compile(r"[^\W_]")
_TABLE_TITLE = re.compile(rf"[*_\s]*(?:{pattern_of('captions', 'tables')})\s?\d", re.IGNORECASE)
_LEAD_IN = re.compile(r"\*\*(?:\d{1,3}[.)]\s+)?([^*\n]{2,80})\*\*")
# The argument of ".. versionadded:: 2.4" tells when something came, and is no statement on a version.
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:(?:version\w+|deprecated\w*)::[ \t]*(?:v?\d[\w.+-]*)?|[\w:-]+::[ \t]*)?(?=\S|$)")
# What some generators of sites put before an indented block of prose.
_ADMONITIONS = ("!!! ", "??? ", "???+ ", '=== "')
_BARE_NUMBER = re.compile(r"(\d{1,2})[ \t]+(?=[A-ZÀ-Þ][a-zà-ÿ]{2})")
_INDENTED_CODE = re.compile(r"(?: {4}|\t)")


def segment_document(document: Document) -> Segments:
    """See :func:`claimcheck.segment.segment`."""
    return _Segmenter(document).run()


class _Segmenter:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.lines = Lines(document.text)
        self.units: list[Unit] = []
        self.skips: list[Skip] = []
        self.paragraph = 0
        self.badges: list[tuple[int, int]] = []

    def run(self) -> Segments:
        text = self.text
        if not text.strip():
            return Segments(self.document, (), ())
        reason = data_reason(self.document)
        if reason:
            return Segments(self.document, (), (), (Skip(self.document.id, reason, Span(0, len(text)), "data"),))
        raws = self._raws()
        self.masks = find_masks(text)
        self.mask_starts = [mask.start for mask in self.masks]
        sections, starts = find_sections(raws, text, self.masks)
        document = self._described(raws, sections)
        blocks: list[Block] = []
        tables = 0
        self._bare_numbers = self._numbered_headings(raws)
        for index, raw in enumerate(raws):
            block = Block(raw.kind, Span(raw.start, raw.end), section_of(starts, raw.start), raw.level)
            blocks.append(block)
            if raw.kind in _SILENT:
                if raw.info != "rule":
                    reason = raw.reason or f"{raw.kind.value.replace('_', ' ')} is not read"
                    self.skips.append(Skip(document.id, reason, block.span, raw.kind.value))
                continue
            self.paragraph += 1
            if raw.kind is BlockKind.TABLE:
                self._table(raw, block, tables, _caption(raws, index, text, self.masks))
                tables += 1
            elif raw.kind is BlockKind.CODE:
                self._code(raw, block)
            elif raw.kind is BlockKind.HEADING:
                self._heading(raw, block)
            else:
                self._prose(raw, block)
        self._badges(blocks)
        units = self.units
        units.sort(key=lambda unit: (unit.span.start, unit.span.end))
        for at, unit in enumerate(units):
            if unit.index != at:  # a badge or a table has brought them out of order
                units[at] = Unit(unit.span, unit.block, at, unit.paragraph, unit.masks, unit.cell, unit.label)
        return Segments(document, tuple(blocks), tuple(units), tuple(self.skips))

    def _raws(self) -> list[Raw]:
        """The blocks in order, each known for what it is."""
        text, lines = self.text, self.lines
        every, scaffold = Altered(lines), Altered(lines)
        found: list[Raw] = []
        end = front_matter_end(text)
        if end:
            last = lines.number(end - 1) + 1
            start, stop = trimmed(text, 0, end)
            found.append(Raw(BlockKind.FRONT_MATTER, 0, last, start, stop, reason="front matter"))
            scaffold.blank(0, last)
            every.blank(0, last)
        form = self.document.format
        if form in ("rst", "asciidoc"):
            found += directives(lines, every, scaffold, form)
            every = scaffold.blanked()
        found += find_tables(lines, every, scaffold)
        found += parse_blocks(lines, scaffold)
        found.sort(key=lambda block: (block.start, block.end))
        if form == "markdown":
            self._indented_code(found)
        parts = part_html(found, lines)
        known: dict[tuple[int, int, bool], str] = {}
        mark_furniture(parts, text, known)
        raws = split_paragraphs(parts, lines)
        mark_furniture(raws, text, known)
        mark_references(raws, text)
        mark_pull_quotes(raws, text)
        find_headings(raws, lines, plain_text=form != "markdown")
        mark_furniture(raws, text, known)
        return raws

    def _indented_code(self, blocks: list[Raw]) -> None:
        """In Markdown, a paragraph that is indented by four columns outside any list is code."""
        admonition = False
        for block in blocks:
            if block.kind is BlockKind.PROSE and not block.lists and not block.html and not block.quoted:
                line = self.lines[block.first]
                if not _INDENTED_CODE.match(line):
                    admonition = line.startswith(_ADMONITIONS)
                elif not admonition:
                    block.kind = BlockKind.CODE
                    block.body = (block.first, block.last)

    def _described(self, raws: list[Raw], sections: tuple[object, ...]) -> Document:
        """The document with its sections and, where it did not know them, its date and title."""
        document = self.document
        changes: dict[str, object] = {"sections": sections}
        if is_foreign(self.text):
            reason = "the text is not in English, and its claims are not judged"
            self.skips.append(Skip(document.id, reason, Span(0, len(self.text)), "language"))
            document = evolve(document, attributes=(*document.attributes, FOREIGN))
        if document.published is None:
            date = document_dateline(raws, self.text, 0)
            if date:
                changes["published"] = date.day
                changes["attributes"] = document.attributes + published_from(date)
        if document.title is None:
            title = next((raw for raw in raws[:12] if raw.kind is BlockKind.HEADING), None)
            if title is not None:
                changes["title"] = heading_text(plain(self.text, title.start, title.end, self.masks))
        return evolve(document, **changes)  # type: ignore[arg-type]

    def _masks_in(self, start: int, end: int, extra: Sequence[Span] = ()) -> tuple[Span, ...]:
        low = bisect_right(self.mask_starts, start) - 1
        if low >= 0 and self.masks[low].end <= start:
            low += 1
        high = bisect_left(self.mask_starts, end)
        found = self.masks[max(low, 0) : high]
        if not extra and (not found or (found[0].start >= start and found[-1].end <= end)):
            return tuple(found)
        clipped = [Span(max(mask.start, start), min(mask.end, end)) for mask in [*found, *extra]]
        return merged([mask for mask in clipped if mask.start < mask.end])

    def _add(
        self,
        start: int,
        end: int,
        block: Block,
        extra: Sequence[Span] = (),
        cell: Cell | None = None,
        label: str = "",
    ) -> None:
        """A unit, unless nothing in it is left to read."""
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
        self.units.append(Unit(Span(start, end), block, len(self.units), self.paragraph, masks, cell, label))

    def _prose(self, raw: Raw, block: Block) -> None:
        text = self.text
        start = list_marker(text, raw.start, raw.end) if not raw.html else raw.start
        directive = _DIRECTIVE.match(text, start, raw.end)
        if directive:
            start = directive.end()
        extra = [] if raw.html else self._line_prefixes(raw)
        for first, last in split_sentences(text, start, raw.end):
            if is_copyright(text[first : min(last, first + 120)]):
                self.skips.append(Skip(self.document.id, "a copyright notice", Span(first, last), "furniture"))
                continue
            inside = [span for span in extra if first <= span.start < last] if extra else ()
            self._add(first, last, block, inside)

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

    def _heading(self, raw: Raw, block: Block) -> None:
        start = list_marker(self.text, raw.start, raw.end)
        bare = _BARE_NUMBER.match(self.text, start, raw.end)
        if bare and {int(bare[1]) - 1, int(bare[1]) + 1} & self._bare_numbers:
            start = bare.end()
        end = raw.end
        while end > start and self.text[end - 1] in "# \t":
            end -= 1
        if raw.masks:
            start = max(start, raw.masks[-1].end)
        self._add(start, end, block)

    def _numbered_headings(self, raws: list[Raw]) -> set[int]:
        """The numbers without a full stop that headings begin with: "3 Results" beside "4 Discussion"."""
        found = set()
        for raw in raws:
            if raw.kind is BlockKind.HEADING:
                match = _BARE_NUMBER.match(self.text, list_marker(self.text, raw.start, raw.end), raw.end)
                if match:
                    found.add(int(match[1]))
        return found

    def _table(self, raw: Raw, block: Block, number: int, caption: str) -> None:
        if raw.caption:
            caption = " ".join(raw.caption.split())
        for cell in label_cells(raw, number, self.text, self.masks, caption):
            self.paragraph += 1
            for first, last in split_sentences(self.text, cell.span.start, cell.span.end):
                self._add(first, last, block, (), cell)

    def _code(self, raw: Raw, block: Block) -> None:
        pieces = code_pieces(raw, self.lines)
        if not pieces:
            self.skips.append(Skip(self.document.id, "program code", block.span, "code"))
        group = -1
        for piece in pieces:
            if piece.group != group:
                group = piece.group
                self.paragraph += 1
            self._add(piece.start, piece.end, block, piece.masks, None, piece.label)

    def _badges(self, blocks: list[Block]) -> None:
        """The label and value in the address of each badge are a unit of their own."""
        if "badge/" not in self.text or not blocks:
            return
        starts = [block.span.start for block in blocks]
        for match in _BADGE.finditer(self.text):
            start, end = match.span(1)
            block = blocks[max(0, bisect_right(starts, start) - 1)]
            if block.kind in (BlockKind.CODE, BlockKind.FRONT_MATTER, BlockKind.REFERENCE):
                continue
            if _BADGE_COMMA.search(self.text, start, end):
                continue
            masks = tuple(
                # Of an encoded per cent sign the sign itself stays to be read.
                Span(mark.start() + (mark[0] == "%25"), mark.end())
                for mark in _BADGE_MARK.finditer(self.text, start, end)
            )
            self.paragraph += 1
            self.units.append(Unit(Span(start, end), block, len(self.units), self.paragraph, masks))


def _caption(raws: list[Raw], index: int, text: str, masks: Sequence[Span]) -> str:
    """A table's title: the line above that introduces it, the bold words that open the paragraph, a heading."""
    for raw in reversed(raws[max(0, index - 4) : index]):
        if raw.kind is BlockKind.HEADING:
            return heading_text(plain(text, raw.start, raw.end, masks))
        if raw.kind is BlockKind.TABLE:
            break
        if raw.kind in (BlockKind.PROSE, BlockKind.LIST_ITEM) and not raw.html:
            body = text[raw.start : raw.end]
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
