"""What a question about a word was answered once, kept to be given again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["remembered"]

_Answer = TypeVar("_Answer")
_MOST = 50_000  # answers to one question


class _Answers(dict[str, _Answer]):
    """The answers to one question by the words it was asked of; all are let go when there are too many."""

    def __init__(self, ask: Callable[[str], _Answer]) -> None:
        self._ask = ask

    def __missing__(self, word: str) -> _Answer:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._ask(word)
        return found


def remembered(ask: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """A pure function of one word that remembers its answers.

    Unlike ``functools.lru_cache`` it writes nothing when it knows the answer, and so is twice as fast where the same
    few thousand words are asked for again and again in between much else.
    """
    return _Answers(ask).__getitem__
