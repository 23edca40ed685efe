"""What alignment looks at in a claim."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from attrs import Factory, field, frozen

from claimcheck.align.blocks import entry_words
from claimcheck.align.clause import Clause, read_clause
from claimcheck.align.context import passage_words, stem, title_words
from claimcheck.align.facts import fact, some
from claimcheck.align.frames import kin_keys, roots
from claimcheck.align.stories import Story
from claimcheck.align.topics import figure_key
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim, Document

__all__ = ["Profile"]

_LONG = 600  # characters of a sentence that are read
_SPOKEN = re.compile(r"[\w-]+(?:[.,]\d+)*")


@frozen(eq=False)
class Profile:
    """A claim in the terms of alignment.

    ``dimension`` is what its figure may be compared with at all; empty for claims that are never compared.
    ``head`` and ``modifiers`` are canonical lemmas; ``entities`` canonical names; ``words`` weighs every word of the
    claim's context, names included; ``titles`` are those above it, its document's last. ``published`` and ``version``
    are those of its section or document. ``limits`` says that the claim sets a limit; ``value`` is the claim whose
    figure is compared, another one than ``claim`` only where the figure was worked out, and ``derived`` says how;
    ``rest`` says that it is the rest of a whole, of which what its sentence denies is not denied.
    ``rivals`` are the heads of the other counts in its sentence, ``labels`` the versions that the sentence names
    ("the v0.5 one"), ``worked`` says that the figure rests on a reading which only an agreement bears out,
    ``to_date`` that it was worked out up to the date of its document, so that only what is so up to now can conflict
    with it, and ``past`` says that it speaks of something as history, ``carried`` are the entities that its own
    sentence does not name: they may bear a comparison out, but never part two claims, ``history`` says that its file
    tells of other times, ``project`` is the folder of the project that its document belongs to, if it does to one,
    ``page`` the document where it is one of many, each of one thing, ``family`` what its file's
    name has in common with those of its series, ``listed`` says that it is one of several counts
    of the same noun in its sentence, ``series`` that section after section of its document gives another one,
    ``form`` is the line that it fills in where that recurs with other figures, ``filled_in`` are
    the documents that are the same form as its own, filled in otherwise, ``stock`` is what it says its project
    has so many of, or needs at that version, ``sure`` that nothing makes a part of that, ``description`` the words
    said of the setting that it is the value of. ``topic`` are the names that run through the document, ``beside`` the
    other telling figures of its sentence, ``companions`` all others with what each is of, ``titled`` the entities
    that only a title names. ``source`` is the document and ``lexicon`` the names and synonyms, for what is read only
    when it is asked for, and ``facts`` what has been read so; no cached property, for attrs would give the class a
    ``__getattr__``, with which Python reads every field of it several times slower.
    """

    index: int
    claim: Claim
    document: int
    dimension: str
    head: str
    modifiers: frozenset[str]
    event: str
    entities: tuple[str, ...]
    words: Mapping[str, float]
    titles: tuple[str, ...]
    scope: Mapping[str, set[str]]
    contrast: Mapping[str, set[str]]
    published: dt.date | None
    version: str | None
    total: float = field(default=0.0)
    limits: bool = False
    value: Claim = field(default=Factory(lambda self: self.claim, takes_self=True))
    derived: str = ""
    rest: bool = False
    rivals: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    past: bool = False
    carried: frozenset[str] = frozenset()
    history: bool = False
    project: str = ""
    page: str = ""
    family: str = ""
    listed: bool = False
    series: bool = False
    form: str = ""
    filled_in: frozenset[int] = frozenset()
    stock: str = ""
    sure: bool = False
    description: Mapping[str, float] = Factory(dict)
    worked: bool = False
    to_date: bool = False
    exchanged: bool = False
    beside: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()
    source: Document | None = field(default=None, repr=False)
    lexicon: Lexicon = field(factory=Lexicon, repr=False)
    topic: Mapping[str, float] = field(factory=dict, repr=False)
    story: Story | None = field(default=None, repr=False)
    facts: dict[Any, Any] = field(factory=dict, init=False, repr=False)

    @property
    @fact
    def ambient(self) -> Mapping[str, float]:
        """The words of the titles above it and of the passage before it, by weight."""
        titles = title_words(self.titles, self.lexicon)
        if self.source is None or entry_words(self.claim, self.source):
            return titles
        return {**passage_words(self.source, self.claim, self.lexicon), **titles}

    @property
    @fact
    def name_words(self) -> frozenset[str]:
        """The folded words of its entities' names."""
        return some(word for name in self.entities for word in fold(name).split())

    @property
    @fact
    def figure(self) -> str:
        """The figure in base units where no two things have it by chance and the text has a topic, else nothing."""
        return figure_key(self.claim) if self.topic else ""

    @property
    @fact
    def nameless(self) -> bool:
        """Whether the claim does not say what is measured: no noun, a name, or one that stands for any count."""
        named = self.head in self.name_words and self.dimension != "rank"
        quantity = self.value.quantity
        rated = quantity is not None and quantity.per is not None and quantity.per == self.head  # "a 42-hour week"
        return not self.head or named or rated or self.head in _standing()

    @property
    def sentence(self) -> str:
        """Its sentence, cut where it is endless; empty where its document is not known."""
        return self.claim.sentence.cover(self.source.text)[:_LONG] if self.source is not None else ""

    @property
    @fact
    def spoken(self) -> str:
        """The folded words of its sentence, each between two blanks."""
        return f" {' '.join(_SPOKEN.findall(fold(self.sentence)))} "

    @property
    @fact
    def stems(self) -> frozenset[str]:
        """The stems of its words and of those of the titles above it."""
        return frozenset(map(stem, chain(self.words, self.ambient)))

    @property
    @fact
    def roots(self) -> frozenset[str]:
        """The roots and frames of its words: words that are kin have one in common."""
        return frozenset().union(*map(roots, self.words))

    @property
    @fact
    def by_kin(self) -> Mapping[str, Sequence[str]]:
        """Its words by what their kin would look them up under."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            for key in kin_keys(word):
                found.setdefault(key, []).append(word)
        return found

    @property
    @fact
    def clause(self) -> Clause:
        """What the sentence says beside the figure; read when it is first asked for."""
        return read_clause(self.claim, self.source)

    def forget(self) -> None:
        """Let go of what was read when it was asked for; it is read again if it is asked for again."""
        self.facts.clear()


@cache
def _standing() -> frozenset[str]:
    return frozenset(load_table("events")["standing"])
