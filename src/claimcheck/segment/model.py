"""What segmentation yields: blocks, tables' cells, and the units of text that figures are read from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from claimcheck.records import Document, Skip, Span

if TYPE_CHECKING:
    from claimcheck.segment.units import Units

__all__ = ["Block", "BlockKind", "Cell", "Segments", "Unit"]


class BlockKind(StrEnum):
    """What a stretch of a document is."""

    PROSE = "prose"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CODE = "code"
    REFERENCE = "reference"
    FRONT_MATTER = "front_matter"
    PULL_QUOTE = "pull_quote"
    FURNITURE = "furniture"


@frozen
class Block:
    """A stretch of a document of one kind.

    ``section`` is the index into ``Document.sections`` of the innermost section that holds it, -1 before the first.
    ``level`` is a heading's level or a list item's depth.
    """

    kind: BlockKind
    span: Span
    section: int = -1
    level: int = 0


@frozen
class Cell:
    """A table's cell with what its table says of it.

    ``row_label`` is the text of the row's first cell, ``column_label`` that of the header cells above it (several
    header rows joined by a space), ``corner`` that of the header above the row labels, ``caption`` the table's title
    or the nearest line above it. ``total`` says that row or column is a total of the others, ``turned``
    that the rows are what is measured and the columns the things.
    """

    span: Span
    table: int
    row: int
    column: int
    header: bool = False
    row_label: str = ""
    column_label: str = ""
    corner: str = ""
    caption: str = ""
    total: bool = False
    turned: bool = False


@frozen
class Unit:
    """A sentence, heading, list item's sentence, table cell, badge or code comment: what figures are read from.

    ``masks`` are sorted spans inside it that are no prose: tags, URLs, link targets, footnote markers. ``index`` counts
    units through the document; ``paragraph`` is shared by the sentences of one block, in order. ``label`` is what the
    unit is a remark on, where that stands beside it on the line: the code before a comment, an entry of a directory
    tree.
    """

    span: Span
    block: Block
    index: int
    paragraph: int
    masks: tuple[Span, ...] = ()
    cell: Cell | None = None
    label: str = ""


@frozen
class Segments:
    """A segmented document; ``document`` is the one given, with its sections filled in.

    ``units`` are cut as they are asked for; ``skipped`` is what was left out before any block was cut.
    """

    document: Document
    units: Units
    skipped: tuple[Skip, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in order."""
        return self.units.blocks()

    @property
    def skips(self) -> tuple[Skip, ...]:
        """All that is not read; asked for before the units are, it takes cutting them all."""
        return (*self.skipped, *self.units.skips())
