"""How much two texts have in common as wholes: whether they tell of one story, whatever their single sentences name.

Reports on one event name its place and its people, and give the same figures, each in some sentence or other. "The
airport was closed for nine days" says by itself of which island as little as "the airport was out of action for six
days"; the texts around them do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimcheck.align.tables import closed_words
from claimcheck.align.topics import LONG_ENOUGH, READ, figure_key, is_own
from claimcheck.align.weights import RARE, weight
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim, Document

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["Story", "of_one_story", "stories_of"]

# What a name, a telling figure and a rare word of the measured things count when both texts have it; and all together
# for the texts to be of one story.
_NAME, _FIGURE, _WORD = 1.0, 0.7, 0.25
_ENOUGH = 1.5
_SOME, _MUCH = 0.5, 3.0  # what two texts share, and each of them with a third, for all three to be of one story
_FEW = 24  # texts among which such a third is looked for
_KEPT = 512  # other texts that are known to have so much in common with one
_INSIDE = re.compile(r"(?:(?<=[a-z] )|(?<=[a-z], )|(?<=[a-z]\n))[A-Z][^\W\d_][\w-]+")
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_][\w-]+")
_SMALL = re.compile(r"\b[a-z][\w-]+")


@frozen(eq=False)
class Story:
    """What a text tells of: its own names, the telling figures, and the rare words of what it measures.

    ``named`` are words with a capital inside a sentence, ``capital`` those anywhere, ``small`` words without one;
    ``folder`` are the texts that were read with it where they are few.
    """

    named: frozenset[str]
    capital: frozenset[str]
    small: frozenset[str]
    figures: frozenset[str]
    words: frozenset[str]
    folder: list[Story] = field(factory=list, repr=False)
    _known: dict[int, float] = field(factory=dict, init=False, repr=False)
    _joined: dict[int, bool] = field(factory=dict, init=False, repr=False)

    def common(self, other: Story) -> float:
        """How much the two texts have in common, 1 a name."""
        found = self._known.get(id(other))
        if found is None:
            names = (self.named & other.capital) | (other.named & self.capital)
            names -= self.small | other.small
            rare = {name for name in names if weight(name) >= RARE}
            words = (self.words & other.words) | names
            found = _NAME * len(rare) + _FIGURE * len(self.figures & other.figures) + _WORD * len(words - rare)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[id(other)] = found
        return found

    def same(self, other: Story) -> bool:
        """Whether the two texts tell of one story, by what they share or by a third that shares much with both."""
        common = self.common(other)
        if common >= _ENOUGH:
            return True
        if common < _SOME:
            return False
        known = self._joined.get(id(other))
        if known is None:
            known = self._joined[id(other)] = any(
                third.common(self) >= _MUCH and third.common(other) >= _MUCH for third in self.folder
            )
        return known


def stories_of(claims: Iterable[Claim], documents: Iterable[Document], lexicon: Lexicon) -> Mapping[str, Story]:
    """What each text tells of, by its id; those are left out whose every sentence says what it is about."""
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.document].append(claim)
    made = {
        document.id: _story(document, held[document.id], lexicon)
        for document in documents
        if len(document.text) >= LONG_ENOUGH and document.id in held
    }
    if len(made) <= _FEW:
        for story in made.values():
            story.folder.extend(made.values())
    return made


def _story(document: Document, claims: Sequence[Claim], lexicon: Lexicon) -> Story:
    text = document.text[:READ]
    capital = frozenset(name for name in map(fold, set(_CAPITAL.findall(text))) if is_own(name, lexicon))
    capital -= closed_words()
    named = capital.intersection(map(fold, _INSIDE.findall(text)))
    figures = frozenset(map(figure_key, claims)) - {""}
    words = {lexicon.synonym(word) for claim in claims for word in (*claim.core.split(), *claim.terms)}
    rare = frozenset(word for word in words if weight(word) >= RARE)
    return Story(named, capital, capital.intersection(_SMALL.findall(text)), figures, rare)


def of_one_story(a: Profile, b: Profile) -> bool:
    """Whether two claims stand in two texts of one story."""
    if a.story is None or b.story is None or a.story is b.story:
        return False
    return a.story.same(b.story)
