"""The words of a clause, and what they say whatever the figure: read once for all the figures that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from attrs import frozen

from claimcheck.align.facts import some
from claimcheck.align.qualifiers import stage
from claimcheck.align.tables import WORDS, day_words, past_forms, table, word_set
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold

__all__ = ["Word", "Wording", "is_perfect", "wording"]

Word = tuple[str, str, int]
"""A word or mark as it is written, folded, and the place in the clause where it begins."""


@frozen
class Wording:
    """The ``words`` and marks of a clause and their folded forms (``norms``).

    ``mentions`` are all that are named and the numbers, ``qualified`` each word with the noun after it (left bank),
    ``stage`` tells at which stage something stood so, ``days`` are its weekdays; ``lifetime`` says that something has
    come together since something began, ``now`` that it is so at present, ``perfect`` that it has just been done,
    ``odd_verb`` that a finite verb is on no list.
    """

    words: list[Word]
    norms: list[str]
    mentions: frozenset[str]
    qualified: frozenset[tuple[str, str]]
    stage: frozenset[str]
    days: frozenset[str]
    lifetime: bool
    now: bool
    perfect: bool
    odd_verb: bool


_KEPT = 512  # clauses; the figures of one are read in short order


@lru_cache(_KEPT)
def wording(clause: str) -> Wording:
    """Read a clause as it is written; what it gives is not to be changed."""
    words = [(match[0], fold(match[0]), match.start()) for match in WORDS.finditer(clause)]
    norms = [norm for _, norm, _ in words]
    bare = [norm.removesuffix("'s") for norm in norms]
    folded, named = fold(clause) + " ", day_words()
    return Wording(
        words,
        norms,
        some(
            [
                named.get(plain, norm.removesuffix("s"))
                for plain, norm in zip(bare, norms, strict=True)
                if plain in named or (not norm.isalpha() and any(map(str.isdigit, norm)))
            ]
        ),
        some([(one, lemma(other)) for one, other in pairwise(norms) if other[:1].isalpha()]),
        some(stage(norms)),
        some(word_set("weekdays").intersection(bare)),
        any(phrase in folded for phrase in table()["lifetime"]["phrases"]),
        _at_present(norms),
        is_perfect(norms),
        _odd_verb(norms),
    )


def _at_present(norms: Sequence[str]) -> bool:
    """Whether something is said to be so now: "at present", not "was present"."""
    said = word_set("at_present")
    return not said.isdisjoint(norms) and any(
        norm in said and (norm != "present" or norms[at - 1 : at] in (["at"], ["the"])) for at, norm in enumerate(norms)
    )


def is_perfect(norms: Sequence[str]) -> bool:
    """Whether something has just been done: "has opened"."""
    return ("has" in norms or "have" in norms) and any(
        norm in ("has", "have") and any(_participle(one) for one in norms[place + 1 : place + 4])
        for place, norm in enumerate(norms)
    )


def _participle(norm: str) -> bool:
    return norm.endswith("ed") or norm in _participles()


@cache
def _participles() -> frozenset[str]:
    return frozenset(forms[1] for forms in load_table("grammar")["irregular"].values()) | {"been", "had", "done"}


def _odd_verb(norms: Sequence[str]) -> bool:
    """Whether the clause has a finite verb that is on no list: "upheld", or a form in -ed that governs no figure."""
    words = set(norms)
    if words & {"is", "are", "was", "were", "has", "have", "had", "be"}:
        return False
    return any(norm in past_forms() or norm.endswith(("ed", "held", "ought", "took")) for norm in norms[1:])
