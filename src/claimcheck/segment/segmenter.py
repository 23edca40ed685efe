"""Puts the parts of segmentation together, in order: blocks, what each of them is, sections, units."""

from __future__ import annotations

import re

from attrs import evolve

from claimcheck.read.frontmatter import front_matter_end
from claimcheck.records import Document, Skip, Span
from claimcheck.segment.blocks import parse_blocks, trimmed
from claimcheck.segment.cells import plain
from claimcheck.segment.cutting import Cutter
from claimcheck.segment.furniture import mark_furniture
from claimcheck.segment.headings import find_headings, heading_text, split_paragraphs
from claimcheck.segment.html import part_html
from claimcheck.segment.lines import Altered, Lines
from claimcheck.segment.masks import find_masks
from claimcheck.segment.model import BlockKind, Segments
from claimcheck.segment.nature import FOREIGN, data_reason, is_foreign
from claimcheck.segment.pullquotes import mark_pull_quotes
from claimcheck.segment.raw import Raw
from claimcheck.segment.references import mark_references
from claimcheck.segment.rst import directives
from claimcheck.segment.sections import document_dateline, find_sections, published_from
from claimcheck.segment.tables import find_tables
from claimcheck.segment.units import Units

__all__ = ["segment_document"]

# What some generators of sites put before an indented block of prose.
_ADMONITIONS = ("!!! ", "??? ", "???+ ", '=== "')
_INDENTED_CODE = re.compile(r"(?: {4}|\t)")


def segment_document(document: Document) -> Segments:
    """See :func:`claimcheck.segment.segment`."""
    return _Segmenter(document).run()


class _Segmenter:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.lines = Lines(document.text)
        self.skips: list[Skip] = []

    def run(self) -> Segments:
        text = self.text
        if not text.strip():
            return self._nothing()
        reason = data_reason(self.document)
        if reason:
            return self._nothing(Skip(self.document.id, reason, Span(0, len(text)), "data"))
        raws = self._raws()
        masks = find_masks(text)
        sections, starts = find_sections(raws, text, masks)
        document = self._described(raws, sections, masks)
        units = Units(Cutter(document.id, self.lines, raws, masks, starts))
        return Segments(document, units, tuple(self.skips))

    def _nothing(self, *skips: Skip) -> Segments:
        return Segments(self.document, Units(Cutter(self.document.id, self.lines, (), (), [])), skips)

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
        mark_furniture(parts, text)
        raws = split_paragraphs(parts, lines)
        mark_furniture(raws, text)
        mark_references(raws, text)
        mark_pull_quotes(raws, text)
        find_headings(raws, lines, plain_text=form != "markdown")
        mark_furniture(raws, text)
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

    def _described(self, raws: list[Raw], sections: tuple[object, ...], masks: list[Span]) -> Document:
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
            title = next((raw for raw in raws[:12] if raw.kind is BlockKind.HEADING and not raw.item), None)
            if title is not None:
                changes["title"] = heading_text(plain(self.text, title.start, title.end, masks))
        return evolve(document, **changes)  # type: ignore[arg-type]
