"""The working state of extraction for one unit of text, and what the extractors yield."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import define, evolve, field, frozen

from claimcheck.extract.tokens import Token, TokenKind, tokenise
from claimcheck.records import Document, Kind, Quantity, Span, TimeSpan
from claimcheck.segment.model import Unit

__all__ = ["Conventions", "Left", "Mention", "Scan"]

_NUMBER = TokenKind.NUMBER


@frozen
class Conventions:
    """What the document as a whole settles about notation.

    ``day_first`` is True for 3/4/2019 = 3 April, False for 4 March, None where nothing settles it. ``day_dots`` says
    that 6.9.22 is a day. ``decimal_comma`` is True where "7.000" groups and "3,5" is decimal. ``anchor`` is the date
    that relative expressions count from, ``reported`` the year that a yearly report is of, ``dollar`` the currency that
    a bare "$" means here, or None. ``currencies`` holds how strongly the document speaks for each currency (ISO code)
    that shares a sign or word with others (kr, Rs, ¥, $).
    """

    day_first: bool | None = None
    decimal_comma: bool | None = None
    anchor: dt.date | None = None
    dollar: str | None = None
    currencies: Mapping[str, int] = field(factory=dict)
    reported: int | None = None
    day_dots: bool = False


@frozen
class Mention:
    """A figure or date found in a unit: tokens ``first`` up to but not including ``last``.

    ``core`` is the index of the first token of the figure itself, after its modifiers. ``base`` is the token range of
    the whole that a share is of ("4% of GDP": the tokens of "GDP"), or None. ``same_as`` is the index, among the
    unit's mentions in order, of another rendering of the same amount ("(S$5.7bn)"). ``notes`` say what was
    ambiguous where ``confidence`` is below 1.
    """

    kind: Kind
    first: int
    last: int
    span: Span
    quantity: Quantity | None = None
    time: TimeSpan | None = None
    core: int = -1
    base: tuple[int, int] | None = None
    same_as: int | None = None
    confidence: float = 1.0
    notes: tuple[str, ...] = ()


@frozen
class Left:
    """A numeral that was left out: where, and why ("a model name", "a time of day")."""

    span: Span
    reason: str


@define
class Scan:
    """One unit's tokens, and which of them an extractor has already taken.

    ``norms`` is the folded text of each token and ``vocabulary`` the set of them, ``numbers`` the indices of those made
    of digits: most extractors need to look no further to know that there is nothing for them. ``twins`` are pairs of
    first tokens of mentions: an amount, and its rendering in another unit.
    """

    document: Document
    unit: Unit
    conventions: Conventions
    tokens: list[Token]
    taken: bytearray = field(init=False)
    norms: list[str] = field(init=False)
    vocabulary: set[str] = field(init=False)
    numbers: list[int] = field(init=False)
    mentions: list[Mention] = field(init=False, factory=list)
    left: list[Left] = field(init=False, factory=list)
    twins: list[tuple[int, int]] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self.taken = bytearray(len(self.tokens))
        self.norms = [token[1] for token in self.tokens]
        self.vocabulary = set(self.norms)
        self.numbers = [at for at, token in enumerate(self.tokens) if token[4] is _NUMBER]

    @classmethod
    def of(cls, document: Document, unit: Unit, conventions: Conventions) -> Scan:
        """Tokenise a unit."""
        return cls(document, unit, conventions, tokenise(document.text, unit.span, unit.masks))

    def where(self, words: AbstractSet[str]) -> Sequence[int]:
        """The indices of the tokens whose folded text is one of ``words``, in order."""
        if words.isdisjoint(self.vocabulary):
            return ()
        return [at for at, norm in enumerate(self.norms) if norm in words]

    def norm(self, index: int) -> str:
        """The folded text of a token, or the empty string outside the unit."""
        return self.norms[index] if 0 <= index < len(self.norms) else ""

    def free(self, first: int, last: int) -> bool:
        """Whether none of the tokens has been taken."""
        return 1 not in self.taken[first:last]

    def span(self, first: int, last: int) -> Span:
        """The characters that tokens ``first`` to ``last`` (exclusive) cover."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def take(
        self,
        kind: Kind,
        first: int,
        last: int,
        *,
        quantity: Quantity | None = None,
        time: TimeSpan | None = None,
        core: int = -1,
        base: tuple[int, int] | None = None,
        confidence: float = 1.0,
        notes: Sequence[str] = (),
    ) -> Mention:
        """Record a mention and mark its tokens as taken."""
        mention = Mention(
            kind,
            first,
            last,
            self.span(first, last),
            quantity,
            time,
            core if core >= 0 else first,
            base,
            None,
            confidence,
            tuple(notes),
        )
        self.mentions.append(mention)
        self.block(first, last)
        return mention

    def block(self, first: int, last: int) -> None:
        """Mark tokens as taken without recording anything."""
        self.taken[first:last] = b"\x01" * (last - first)

    def leave(self, first: int, last: int, reason: str) -> None:
        """Leave a numeral out, saying why."""
        self.block(first, last)
        self.left.append(Left(self.span(first, last), reason))

    def finish(self) -> tuple[list[Mention], Iterable[Left]]:
        """The mentions in order of position, those that repeat an amount in another unit pointing at it."""
        self.mentions.sort(key=lambda mention: mention.first)
        if self.twins:
            places = {mention.first: index for index, mention in enumerate(self.mentions)}
            for original, other in self.twins:
                if original in places and other in places:
                    at = places[other]
                    self.mentions[at] = evolve(self.mentions[at], same_as=places[original])
            self.twins.clear()
        return self.mentions, self.left
