"""Names in headlines that are in capitals throughout: as the text writes them, as all know them, or strange words.

"ORVIA MILLS LIFTS PAYOUT" over a text on Orvia Mills names Orvia Mills, "ROADS AND SUPPLIES" nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import define, field

from claimcheck.claims.grammar import grammar
from claimcheck.claims.shapes import known_word, surface_of, word_table
from claimcheck.extract.tokens import Token, TokenKind

__all__ = ["Shouted", "all_shouted", "titled"]

_FAR = 200_000  # characters of a text in which a name is looked for as it is written
_LONGEST = 6  # tokens of such a name
_SHORTEST = 4  # letters of a strange word
_RUN = re.compile(r"[^\W\d_a-z][\w'’-]*(?:(?: (?:of|de|do|da|du|the))* [^\W\d_a-z][\w'’-]*)*")
_GLUE = frozenset("-–‑/&")


def all_shouted(tokens: Sequence[Token]) -> bool:
    """Whether all words are in capitals, and one of them is long enough to be no abbreviation."""
    words = [token.text for token in tokens if token.kind is TokenKind.WORD and token.norm not in {"'s", "’s"}]
    return any(len(word) >= _SHORTEST for word in words) and all(word.isupper() for word in words)


@define
class Shouted:
    """The names of one text's headlines in capitals.

    ``known`` gives the name of what the lexicon, the text or its people know by a surface; ``proper`` tells whether the
    text writes ordinary words as a name.
    """

    text: str
    known: Callable[[str], str | None]
    proper: Callable[[str], bool]
    _written: dict[str, str] = field(init=False, factory=dict)
    _lines: list[tuple[str, str]] | None = field(init=False, default=None)

    def find(self, tokens: Sequence[Token], taken: Sequence[bool]) -> Iterator[tuple[int, int, str, bool]]:
        """First and last token, name, and whether it is a known one."""
        i = self._body(tokens, taken)
        if i:
            yield 0, i, titled(surface_of(tokens, 0, i)), False
        while i < len(tokens):
            found = None if taken[i] or tokens[i].kind is not TokenKind.WORD else self._at(tokens, taken, i)
            if found is not None:
                yield found
            i = found[1] if found is not None else i + 1

    def _at(self, tokens: Sequence[Token], taken: Sequence[bool], i: int) -> tuple[int, int, str, bool] | None:
        if tokens[i].norm in grammar().closed:
            return None
        last = i
        while last < len(tokens) and last - i < _LONGEST and not taken[last] and _joins(tokens[last]):
            last += 1
        for j in range(last, i, -1):
            if tokens[j - 1].kind is not TokenKind.WORD or tokens[j - 1].norm in grammar().closed:
                continue
            surface = surface_of(tokens, i, j)
            written = self.written(surface)
            if len(surface) > 2 or not known_word(surface.lower()):
                name = self.known(surface) or self.known(titled(surface)) or (written and self.known(written))
                if name:
                    return i, j, name, True
            if written:
                return i, j, written, False
        j = i
        while j < last and _strange(tokens[j]):
            j += 1
        if j > i and [token.text for token in tokens[j : j + 1]] == ["-"] and tokens[j].glued:
            numbered = j + 1 < len(tokens) and tokens[j + 1].glued and tokens[j + 1].kind is TokenKind.NUMBER
            return i, j + 2 * numbered, surface_of(tokens, i, j + 2 * numbered), False  # "VELKA-2"
        body = max(j, i + 1)
        if body < last and _strange(tokens[i], _SHORTEST - 1) and tokens[body].norm in word_table("bodies"):
            return i, body + 1, titled(surface_of(tokens, i, body + 1)), False
        return (i, j, surface_of(tokens, i, j), False) if j > i else None

    def written(self, surface: str) -> str:
        """How the text writes a name in sentences, or the empty string."""
        key = surface.lower()
        name = self._written.get(key)
        if name is None:
            name = self._written[key] = self._first(key)
        strange = any(not known_word(word.lower()) for word in name.split())
        return name if name and not name.isupper() and (strange or self.proper(name)) else ""

    def _first(self, key: str) -> str:
        """The name of these small letters as the text has it first with capitals, or the empty string."""
        if self._lines is None:
            lines = self.text[:_FAR].replace("’", "'").split("\n")
            self._lines = [(line, line.lower()) for line in lines]
        wanted = key.split(" ")
        for line, lowered in self._lines if len(wanted) <= _LONGEST else ():
            for run in _RUN.findall(line) if key in lowered else ():
                words = run.removesuffix("'s").split()
                if len(words) > 2 * _LONGEST or not any(char.islower() for char in run):
                    continue
                for at in range(len(words) - len(wanted) + 1):
                    name = " ".join(words[at : at + len(wanted)])
                    if name.lower() == key:
                        return name
        return ""

    def _body(self, tokens: Sequence[Token], taken: Sequence[bool]) -> int:
        """Where the name of a body ends that a headline begins with or consists of: "ORM TOWN COUNCIL -- REPORT"."""
        end = 0
        while end < len(tokens) and not taken[end] and tokens[end].kind is TokenKind.WORD:
            end += 1
        bodies = word_table("bodies") | {"ministry", "department", "authority", "service", "board", "office"}
        if not 1 < end <= _LONGEST or (
            end < len(tokens) and tokens[end].text not in {":", "-", "--", "–", "—", "|", ","}
        ):
            return 0
        opens = tokens[0].norm in bodies and tokens[1].norm == "of"
        return end if opens or tokens[end - 1].norm in bodies else 0


def _joins(token: Token) -> bool:
    return token.kind is TokenKind.WORD or token.text in _GLUE


def _strange(token: Token, shortest: int = _SHORTEST) -> bool:
    """Whether a word may be a name because English hasn't got it."""
    word = token.norm.removesuffix("'s")
    return token.kind is TokenKind.WORD and len(word) >= shortest and word.isalpha() and not known_word(word)


def titled(surface: str) -> str:
    """A surface in capitals as a name is written."""
    words = surface.lower().split()
    return " ".join(word if k and word in grammar().closed else word.capitalize() for k, word in enumerate(words))
