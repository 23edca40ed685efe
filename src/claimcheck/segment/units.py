"""The units of a document as they are asked for: cut block by block, and forgotten once they are far behind."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from typing import overload

from claimcheck.records import Skip
from claimcheck.segment.cutting import Cutter, Place
from claimcheck.segment.model import Block, Unit

__all__ = ["Units"]

# So many units are held at the beginning of the text, and up to the one that was last asked for.
_HEAD = 32
_HELD = 64


class Units(Sequence[Unit]):
    """The units of a document in order of position, all of which need never be there at once.

    To go through them, looking back and ahead a little, costs one cut of each block. Any other unit is cut again when
    it is asked for; to know how many there are takes cutting all.
    """

    __slots__ = ("_base", "_count", "_cutter", "_firsts", "_head", "_held", "_paragraphs", "_source", "_table")

    def __init__(self, cutter: Cutter) -> None:
        self._cutter = cutter
        self._firsts = array("q")
        self._paragraphs = array("q")
        self._head: list[Unit] = []
        self._held: deque[Unit] = deque()
        self._base = 0
        self._count: int | None = None
        self._table: tuple[Unit, ...] = ()
        self._source = self._from(0)

    def get(self, index: int) -> Unit | None:
        """The unit with an index, or None beyond the last."""
        at = index - self._base
        if 0 <= at < len(self._held):
            return self._held[at]
        if 0 <= index < len(self._head):
            return self._head[index]
        if index < 0 or (self._count is not None and index >= self._count):
            return None
        if at < 0:
            self._rewind(index)
        while self._base + len(self._held) <= index:
            if not self._pull():
                return None
        return self._held[index - self._base]

    def of_table(self, unit: Unit) -> tuple[Unit, ...]:
        """The units of the table that holds a unit."""
        held = self._table
        if not held or not held[0].index <= unit.index <= held[-1].index:
            self.get(unit.index)
            block = bisect_right(self._firsts, unit.index) - 1
            self._table = held = tuple(self._cutter.cut(block, self._place(block)))
        return held

    def blocks(self) -> tuple[Block, ...]:
        """All blocks, those without units as well."""
        return tuple(map(self._cutter.block, range(len(self._cutter))))

    def skips(self) -> tuple[Skip, ...]:
        """What in the blocks is not read."""
        len(self)
        return tuple(self._cutter.skips)

    def __len__(self) -> int:
        if self._count is None:
            while self._pull():
                pass
        return self._count or 0

    @overload
    def __getitem__(self, index: int) -> Unit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Unit, ...]: ...
    def __getitem__(self, index: int | slice) -> Unit | tuple[Unit, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        unit = self.get(index if index >= 0 else len(self) + index)
        if unit is None:
            raise IndexError(f"there is no unit {index}")
        return unit

    def __iter__(self) -> Iterator[Unit]:
        index = 0
        while (unit := self.get(index)) is not None:
            yield unit
            index += 1

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Units | tuple) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Units({len(self)})"

    def _place(self, block: int) -> Place:
        return Place(self._firsts[block], self._paragraphs[block])

    def _from(self, first: int) -> Iterator[Unit]:
        """The units from a block on, whose place is known unless it is the first."""
        place = self._place(first) if first else Place(0, 0)
        for block in range(first, len(self._cutter)):
            if block == len(self._firsts):
                self._firsts.append(place.index)
                self._paragraphs.append(place.paragraph)
            if self._cutter.is_table(block):
                self._table = tuple(self._cutter.cut(block, place))
                yield from self._table
            else:
                yield from self._cutter.cut(block, place)
        self._count = place.index

    def _pull(self) -> bool:
        """Take in the next unit, if there is one, and let go of the one farthest behind."""
        unit = next(self._source, None)
        if unit is None:
            return False
        self._held.append(unit)
        if len(self._held) > _HELD:
            self._held.popleft()
            self._base += 1
        if unit.index == len(self._head) < _HEAD:
            self._head.append(unit)
        return True

    def _rewind(self, index: int) -> None:
        """Go on from the block that holds a unit behind those that are held."""
        block = bisect_right(self._firsts, index) - 1
        self._held.clear()
        self._base = self._firsts[block]
        self._source = self._from(block)
