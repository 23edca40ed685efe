"""The lines of a text and where they start: the common coordinate of blocks and offsets."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

__all__ = ["Altered", "Lines"]

_END = re.compile(r"\r\n?|\n")


class Lines:
    """A text cut at its line ends, which may be of any kind.

    ``starts[i]`` is the offset of line ``i``, and ``ends[i]`` the offset after its last character, line end excluded.
    """

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = array("q", [0])
        self.ends = array("q")
        start, end = self.starts.append, self.ends.append
        if "\r" in text:
            for match in _END.finditer(text):
                end(match.start())
                start(match.end())
        else:
            find = text.find
            at = find("\n")
            while at >= 0:
                end(at)
                start(at + 1)
                at = find("\n", at + 1)
        end(len(text))

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]]

    def number(self, offset: int) -> int:
        """The line, counted from 0, that holds an offset."""
        return bisect_right(self.starts, offset) - 1


class Altered(Sequence[str]):
    """The lines of a text, some of them blanked or replaced; the others are cut from the text as they are asked for."""

    __slots__ = ("_blank", "_lines", "_other")

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._blank = bytearray(len(lines))
        self._other: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._blank)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        if self._blank[number]:
            return ""
        return self._other.get(number) or self._lines[number]

    def __iter__(self) -> Iterator[str]:
        text, other = self._lines.text, self._other
        places = zip(self._lines.starts, self._lines.ends, self._blank, strict=True)
        for number, (start, end, blank) in enumerate(places):
            yield "" if blank else other[number] if number in other else text[start:end]

    def replace(self, number: int, line: str) -> None:
        """Put another line, which is not empty, in the place of one."""
        self._other[number] = line

    def blank(self, first: int, last: int) -> None:
        """Make the lines from ``first`` up to but not including ``last`` empty."""
        self._blank[first:last] = b"\x01" * (last - first)

    def blanked(self) -> Altered:
        """The lines with those blank that are blank here, and nothing else altered."""
        found = Altered(self._lines)
        found._blank[:] = self._blank
        return found
