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

    __slots__ = ("_backward", "_by_key")

    def __init__(self, *, backward: bool = False) -> None:
        self._backward = backward
        self._by_key: dict[str, list[tuple[tuple[str, ...], str]]] = {}

    @property
    def keys(self) -> KeysView[str]:
        """The first words of all phrases (the last, if backward): without one of them there is no match."""
        return self._by_key.keys()

    def add_all(self, phrases: Iterable[str], sort: str) -> None:
        """Add phrases; a phrase that was added before gets the new sort."""
        for phrase in phrases:
            norms = tuple(token.norm for token in tokenise(phrase, Span(0, len(phrase))))
            if self._backward:
                norms = norms[::-1]
            entries = [entry for entry in self._by_key.get(norms[0], ()) if entry[0] != norms]
            entries.append((norms, sort))
            entries.sort(key=lambda entry: -len(entry[0]))
            self._by_key[norms[0]] = entries

    def match(self, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
        """The sort of the longest phrase at ``at`` and its far end (its first token, if backward), or None."""
        if self._backward:
            if at < 1 or (entries := self._by_key.get(tokens[at - 1].norm)) is None:
                return None
            for norms, sort in entries:
                if len(norms) <= at and all(tokens[at - 1 - i].norm == norm for i, norm in enumerate(norms)):
                    return sort, at - len(norms)
            return None
        if at >= len(tokens) or (entries := self._by_key.get(tokens[at].norm)) is None:
            return None
        for norms, sort in entries:
            end = at + len(norms)
            if end <= len(tokens) and all(tokens[at + i].norm == norm for i, norm in enumerate(norms)):
                return sort, end
        return None

    def sorts_in(self, text: str) -> frozenset[str]:
        """The sorts of all phrases that occur in a text."""
        tokens = tokenise(text, Span(0, len(text)))
        found = (self.match(tokens, at) for at in range(len(tokens) + 1))
        return frozenset(match[0] for match in found if match is not None)
