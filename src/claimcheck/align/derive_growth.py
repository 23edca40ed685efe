"""Growth that a level states as the change that it is: GDP growth of 0.6% says that GDP grew by 0.6%, inflation of 3%
that prices rose by 3%.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import evolve

from claimcheck.align.frames import canonical
from claimcheck.align.profile import Profile
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import lemma
from claimcheck.extract.change.words import words_of_change
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Status

__all__ = ["of_growth"]

_LINKS = ("in", "of")


def of_growth(group: Sequence[Profile]) -> list[Profile]:
    """The changes that the percentages of a sentence are, whose measure is a growth or a fall."""
    return [made for one in group if (made := _as_change(one)) is not None]


def _as_change(profile: Profile) -> Profile | None:
    quantity = profile.claim.quantity
    if profile.dimension != "percent" or quantity is None or quantity.per or profile.claim.structure == "table":
        return None
    if profile.claim.status is Status.PLANNED:
        return None  # "the bank aims for inflation of 2 percent"
    words = profile.claim.measure.split()
    at = next((k for k, word in enumerate(words) if _direction(word)), -1)
    if at < 0 or words[0] == "share":
        return None
    direction, risen = _direction(words[at]), _table("risen").get(words[at], "")
    said = [lemma(word) for word in words]
    rest = said[at + 1 :]
    if rest[:1] == ["rate"]:
        rest = rest[1:]
    grown = _head(rest[1:]) if rest[:1] and rest[0] in _LINKS else said[at - 1] if at and not rest else ""
    noun = risen or grown
    if not noun:
        return None
    head = canonical("economy" if noun in profile.name_words else _table("growing").get(noun, noun))  # growth in Peru
    value = evolve(profile.value, kind=Kind.CHANGE, quantity=evolve(quantity, role="by", direction=direction))
    return evolve(
        profile,
        value=value,
        head=head,
        event="rise" if direction > 0 else "fall",
        modifiers=profile.modifiers - {noun, head},
        dimension="change percent",
        words={**profile.words, head: weight(head)},
        derived=f"{profile.claim.text} is by how much it {'grew' if direction > 0 else 'fell'}",
    )


def _direction(word: str) -> int:
    """Whether a noun is one of rising (1) or falling (-1), or neither."""
    return 1 if word in _table("risen") else words_of_change().nouns.get(word, 0)


def _head(words: Sequence[str]) -> str:
    """The last noun before the next link: "consumer prices" of "growth in consumer prices in May"."""
    last = next((k for k, word in enumerate(words) if word in _LINKS), len(words))
    return words[last - 1] if last else ""


@cache
def _table(name: str) -> dict[str, str]:
    """Adjectives that say what grows (economic growth is the economy's), and nouns for the rise of a thing."""
    return dict(load_table("change_verbs")[name])
