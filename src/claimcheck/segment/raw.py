"""The intermediate state of segmentation: blocks by lines, before they are known for what they are."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from claimcheck.segment.model import BlockKind

__all__ = ["Raw", "RawCell"]


@define
class RawCell:
    """A cell of a table as found: its trimmed place, its row and column, how many columns and rows it covers."""

    start: int
    end: int
    row: int
    column: int
    header: bool = False
    across: int = 1
    down: int = 1


@define
class Raw:
    """A block of lines ``first`` up to but not including ``last``, its characters trimmed of white space.

    ``quoted`` says that it stands in a block quote, ``item`` that it is the first block of a list item, ``lists`` how
    many lists it stands in. ``info`` is the language of a block of code and ``body`` the lines of its contents.
    ``cells`` are a table's, ``caption`` its title where it has one of its own. ``title`` is where a heading's words
    begin, if its marks do not tell. ``html`` says that the block is made of tags. ``reason`` says why a block has no
    units, ``read`` as what it was looked at, and is none, by those who ask more than once.
    """

    kind: BlockKind
    first: int
    last: int
    start: int
    end: int
    level: int = 0
    quoted: bool = False
    item: bool = False
    lists: int = 0
    info: str = ""
    cells: Sequence[RawCell] = ()
    caption: str = ""
    title: int = -1
    reason: str = ""
    html: bool = False
    read: int = 0
    body: tuple[int, int] = (0, 0)

    def text(self, whole: str) -> str:
        """The block's characters."""
        return whole[self.start : self.end]
