"""One word put for another in sentences that are otherwise alike: the northbound platform, the southbound platform.

Who says the same of one thing in other words changes more than one place of the sentence; who changes one place alone
tells of another thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from claimcheck.align.facts import fact
from claimcheck.align.frames import canonical, kin
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import closed_words
from claimcheck.align.words import generic_events
from claimcheck.claims.grammar import grammar, lemma, verb_lemma

__all__ = ["substitutions"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[-'’][^\W_]+)*")
_FIGURE = "#"
_LONG = 40  # words of a sentence that are set beside those of another
_ALIKE = 0.6  # the part of the longer sentence that the other one has in the same order
_SHORT = 3  # words that are put for others


def substitutions(a: Profile, b: Profile, state: State) -> None:
    """Where one place of two sentences holds different words and the words around it are the same, two things are told."""
    if a.document == b.document or state.guarded or state.differs:
        return
    one, other = _sequence(a), _sequence(b)
    if len(one) > _LONG or len(other) > _LONG or 2 * len(set(one) & set(other)) < min(len(one), len(other)):
        return
    found = _substituted(one, other)
    if found is not None:
        state.unknown("wording", f"{' '.join(found[0])} / {' '.join(found[1])} in like sentences", -0.3)
        state.guarded = True


def _substituted(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]] | None:
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    if _ALIKE * max(len(one), len(other)) > sum(i2 - i1 for code, i1, i2, _, _ in codes if code == "equal"):
        return None
    for at, (code, i1, i2, j1, j2) in enumerate(codes):
        if code != "replace" or max(i2 - i1, j2 - j1) > _SHORT:
            continue
        if any(beside != "equal" for beside, *_ in (*codes[max(at - 1, 0) : at], *codes[at + 1 : at + 2])):
            continue
        left, right = _alone(one[i1:i2], other), _alone(other[j1:j2], one)
        if left and right:
            return left, right
    return None


def _alone(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The content words of which the other sentence has nothing."""
    return [word for word in words if _tells(word) and not any(kin(word, known) for known in others)]


def _tells(word: str) -> bool:
    """Whether a word says something: no figure, no word of grammar, no verb that any figure may have."""
    return word[0].isalpha() and word not in closed_words() and word not in generic_events()


@fact
def _sequence(profile: Profile) -> tuple[str, ...]:
    """The words of the clause by their lemmas, the figure as a mark; without articles."""
    before, after = profile.clause.words
    return (*_lemmas(before), _FIGURE, *_lemmas(after))


def _lemmas(text: str) -> list[str]:
    forms, skipped = grammar().verb_forms, grammar().determiners
    return [
        canonical(verb_lemma(word) if word in forms and word not in grammar().nouns_too else lemma(word))
        for word in _WORD.findall(text)
        if word not in skipped and word not in _AUXILIARIES
    ]


_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "been", "be"})
