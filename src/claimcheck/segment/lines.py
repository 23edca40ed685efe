"""The lines of a text and where they start: the common coordinate of blocks and offsets."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["Lines"]

_END = re.compile(r"\r\n?|\n")


class Lines:
    """A text cut at its line ends, which may be of any kind.

    ``starts[i]`` is the offset of line ``i``, and ``ends[i]`` the offset after its last character, line end excluded.
    """

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = [0]
        self.ends: list[int] = []
        if "\r" in text:
            for match in _END.finditer(text):
                self.ends.append(match.start())
                self.starts.append(match.end())
        else:
            find = text.find
            at = find("\n")
            while at >= 0:
                self.ends.append(at)
                self.starts.append(at + 1)
                at = find("\n", at + 1)
        self.ends.append(len(text))

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]]

    def number(self, offset: int) -> int:
        """The line, counted from 0, that holds an offset."""
        return bisect_right(self.starts, offset) - 1

    def all(self) -> list[str]:
        """Every line without its end."""
        text = self.text
        return [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
