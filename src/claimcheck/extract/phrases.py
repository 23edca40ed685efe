"""Finds which of many phrases begins, or ends, at a token: one dictionary lookup where none does."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Sequence

from claimcheck.extract.tokens import Token, tokenise
from claimcheck.records import Span

__all__ = ["Phrases"]


class Phrases:
    """Phrases with a sort each, matched token by token on their folded text; the longest phrase wins.

    With ``backward`` a phrase is matched that ends just before the given token, else one that begins at it.
    """

    __slots__ = ("_backward", "_longer", "_single")

    def __init__(self, *, backward: bool = False) -> None:
        self._backward = backward
        # First word → its sort as a phrase of its own; first word → second word → the rest of the phrase and its sort.
        self._single: dict[str, str | None] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}

    @property
    def keys(self) -> KeysView[str]:
        """The first words of all phrases (the last, if backward): without one of them there is no match."""
        return self._single.keys()

    def add_all(self, phrases: Iterable[str], sort: str) -> None:
        """Add phrases; a phrase that was added before gets the new sort."""
        for phrase in phrases:
            norms = tuple(token.norm for token in tokenise(phrase, Span(0, len(phrase))))
            first, *others = norms[::-1] if self._backward else norms
            if not others:
                self._single[first] = sort
                continue
            self._single.setdefault(first, None)
            rows = self._longer.setdefault(first, {}).setdefault(others[0], [])
            rest = tuple(others[1:])
            rows[:] = [row for row in rows if row[0] != rest]
            rows.append((rest, sort))
            rows.sort(key=lambda row: -len(row[0]))

    def match(self, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
        """The sort of the longest phrase at ``at`` and its far end (its first token, if backward), or None."""
        step = -1 if self._backward else 1
        here = at - 1 if self._backward else at
        if not 0 <= here < len(tokens) or (first := tokens[here].norm) not in self._single:
            return None
        second = here + step
        if (longer := self._longer.get(first)) is not None and 0 <= second < len(tokens):
            for rest, sort in longer.get(tokens[second].norm, ()):
                end = second + step * (len(rest) + 1)
                if -1 <= end <= len(tokens) and all(
                    tokens[second + step * (i + 1)].norm == norm for i, norm in enumerate(rest)
                ):
                    return sort, end + 1 if self._backward else end
        only = self._single[first]
        return None if only is None else (only, here if self._backward else here + 1)

    def sorts_in(self, text: str) -> frozenset[str]:
        """The sorts of all phrases that occur in a text."""
        tokens = tokenise(text, Span(0, len(text)))
        found = (self.match(tokens, at) for at in range(len(tokens) + 1))
        return frozenset(match[0] for match in found if match is not None)
