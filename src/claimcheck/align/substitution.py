"""One word put for another in sentences that are otherwise alike: the northbound platform, the southbound platform.

Who says the same of one thing in other words changes more than one place of the sentence; who changes one place alone
tells of another thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.frames import canonical, kin, roots
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import closed_words
from claimcheck.align.words import generic_events
from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.remember import remembered
from claimcheck.records import Outcome

__all__ = ["substitutions"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[-'’][^\W_]+)*")
_FIGURE = "#"
_SHORTEST = 4  # letters of a short form
_LONG = 40  # words of a sentence that are set beside those of another
_ALIKE = 0.5  # the part of the longer sentence that the other one has in the same order
_SHORT = 3  # words that are put for others


def substitutions(a: Profile, b: Profile, state: State) -> None:
    """Where one place of two sentences holds different words between the same words, two things are told."""
    if a.document == b.document or state.guarded or state.differs or a.claim.kind is not b.claim.kind:
        return
    if a.value.quantity is not None and a.value.quantity == b.value.quantity:
        return  # the same figure, which conflicts with itself in no wording
    if 2 * len(_kept(a) & _kept(b)) < min(len(_sequence(a)), len(_sequence(b))):
        return
    one, other = _sequence(a), _sequence(b)
    if len(one) > _LONG or len(other) > _LONG:
        return
    one_verb = any(reason.test == "event" and reason.outcome is Outcome.MATCH for reason in state.reasons)
    told = frozenset(word for event in ((a.event, b.event) if one_verb else ()) for word in event.split())
    names = _named(a) | _named(b) | (a.name_words & b.name_words) if state.same_name else frozenset[str]()
    cores = [frozenset(side.claim.core.split()) - {side.event} for side in (a, b)]
    found = _substituted(one, other, told, (names | cores[0], names | cores[1]))
    if found is not None:
        state.unknown("wording", f"{' '.join(found[0])} / {' '.join(found[1])} in like sentences", -0.3)
        state.guarded = True


def _substituted(
    one: Sequence[str], other: Sequence[str], told: frozenset[str], known: tuple[frozenset[str], frozenset[str]]
) -> tuple[list[str], list[str]] | None:
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    if _ALIKE * max(len(one), len(other)) > sum(i2 - i1 for code, i1, i2, _, _ in codes if code == "equal"):
        return None
    for at, (code, i1, i2, j1, j2) in enumerate(codes):
        if code != "replace" or max(i2 - i1, j2 - j1) > _SHORT:
            continue
        if any(beside != "equal" for beside, *_ in (*codes[max(at - 1, 0) : at], *codes[at + 1 : at + 2])):
            continue
        if told.intersection((*one[i1:i2], *other[j1:j2])):
            continue  # two verbs that say the same
        left, right = _alone(one[i1:i2], one, other, known[1]), _alone(other[j1:j2], other, one, known[0])
        if left and right and not (_extreme() >= {*left, *right} or _shortened(left, right)):
            return left, right
    return None


def _alone(words: Sequence[str], own: Sequence[str], others: Sequence[str], known: frozenset[str]) -> list[str]:
    """The content words of which the other sentence has nothing that is not in both; ``known`` says what that is of."""
    left = [one for one in others if one not in own]
    return [
        word
        for word in words
        if word not in known
        and word not in others
        and _tells(word)
        and not any(kin(word, one) for one in left if not roots(word).isdisjoint(roots(one)))
    ]


def _shortened(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the last words are a name and its short form: tuberculosis, TB."""
    short, long = sorted((left[-1], right[-1]), key=len)
    letters = iter(long)
    return len(short) <= _SHORTEST and short[0] == long[0] and all(letter in letters for letter in short)


@cache
def _extreme() -> frozenset[str]:
    """Words for what is the most of its kind."""
    extent = load_table("scope")["dimension"]["extent"]["maximum"]
    return frozenset([*extent, *load_table("events")["singling"], "top", "best"])


def _tells(word: str) -> bool:
    """Whether a word says something: no figure, no word of grammar, no verb that any figure may have."""
    if (
        not word[0].isalpha()
        or word in closed_words()
        or (word in generic_events() and word not in load_table("events")["rather_nouns"])
    ):
        return False
    return word not in load_table("events")["calendar"]  # of times the test of time has its say


@fact
def _named(profile: Profile) -> frozenset[str]:
    """The words that the sentence writes with a capital, but for its first."""
    if profile.source is None:
        return frozenset()
    said = profile.claim.sentence.cover(profile.source.text)
    return frozenset((match[1] or match[2]).lower() for match in _CAPITAL.finditer(said))


_CAPITAL = re.compile(r"(?<=\w[ \u00a0])([A-Z][\w'’-]+)|\b(?=[A-Z]{2})([A-Z]{2,})\b")


@fact
def _sequence(profile: Profile) -> tuple[str, ...]:
    """The words of the clause by their lemmas or what stands for these, the figure as a mark; without articles."""
    before, after = profile.clause.words
    return tuple(map(profile.lexicon.synonym, (*_lemmas(before), _FIGURE, *_lemmas(after))))


@fact
def _kept(profile: Profile) -> frozenset[str]:
    return frozenset(_sequence(profile))


def _lemmas(text: str) -> list[str]:
    return [plain for plain in map(_plainly, _WORD.findall(text)) if plain]


@remembered
def _plainly(word: str) -> str:
    """The lemma of a word, or what stands for it; empty for articles and auxiliaries."""
    table = grammar()
    if word in table.determiners or word in _AUXILIARIES:
        return ""
    return canonical(verb_lemma(word) if word in table.verb_forms and word not in table.nouns_too else lemma(word))


_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "been", "be"})
