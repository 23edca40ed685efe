"""Who or what does it: two subjects of one verb are two things, and one subject of two converse verbs does two things.

"Lightning started 23 of the wildfires", "campers started nine of them"; "the owner pays her pickers 90 cents a basket",
"the owner gets 4.50 dollars a basket".
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from claimcheck.align.circumstances import phrases_of
from claimcheck.align.context import stem
from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in, exchanged, kin, roots
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import WORDS, closed_words, happenings, numerals, past_forms, word_set
from claimcheck.align.weights import weight
from claimcheck.align.words import people
from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold

__all__ = ["one_deed", "subject_of", "subjects"]


@frozen
class Subject:
    """The noun phrase before the verb: its noun (empty for a name), its content words, whether it is done to, and whose
    it is: "library" of "the library's reading room".
    """

    noun: str
    words: tuple[str, ...]
    passive: bool = False
    owner: str = ""


def subjects(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    """Whether the verb of the two figures has two subjects, of which neither side knows the other's."""
    if a.document == b.document or a.dimension in ("date", "version", "identifier", "rank") or a.worked or b.worked:
        return
    left, right = subject_of(a), subject_of(b)
    for subject, one, other in ((left, a, b), (right, b, a)):
        if subject is not None and any(
            phrase.noun == subject.noun and _two_sorts(subject, Subject(phrase.noun, phrase.words), one, other, lexicon)
            for phrase in phrases_of(other)
        ):
            state.unknown("subject", f"only one is of {' '.join(subject.words)}", -0.3)
            state.guarded = True
            return
    if left is None or right is None:
        return
    active = not left.passive and not right.passive
    if active and _converse(a.event, b.event) and not set(left.words).isdisjoint(right.words):
        state.unknown("subject", f"{left.words[-1]} {a.event} / {b.event}", -0.3)
        state.guarded = True
        return
    for named, branch, side, sign in ((left, right, b, -1), (right, left, a, 1)):
        if not named.noun and branch.noun and _branch(named, branch, side, a if side is b else b):
            state.unknown("subject", f"only one is of the {branch.noun}", -0.3)
            state.partly.add(sign)
            return
    if not left.noun or not right.noun:
        return
    for part, whole, sign in ((left, right, 1), (right, left, -1)):
        if part.owner and part.owner == whole.noun and not whole.owner and part.noun not in _wholes():
            state.unknown("subject", f"only one is of the {part.noun} of the {whole.noun}", -0.3)
            state.partly.add(sign)
            return
    if left.noun == right.noun and _two_sorts(left, right, a, b, lexicon):
        state.unknown("subject", f"{' '.join(left.words)} / {' '.join(right.words)}", -0.3)
        state.guarded = True
        return
    if weight(left.noun) <= 0 or weight(right.noun) <= 0 or {left.noun, right.noun} <= happenings():
        return
    same = a.event == b.event and (bool(a.event) or a.dimension.startswith("change"))
    if not same or _knows(b, left, lexicon) or _knows(a, right, lexicon):
        return
    state.unknown("subject", f"{left.noun} / {right.noun}", -0.3)
    state.guarded = True


def _branch(named: Subject, other: Subject, side: Profile, whole: Profile) -> bool:
    """Whether ``other``, the subject of ``side``, is one place of what ``named`` names: Orbison, the Orbison bakery in
    Clune, or its plant there.
    """
    if other.noun in _wholes():
        return False
    if set(named.words) <= set(other.words[:-1]):
        return any(fold(name) not in whole.spoken for name in side.entities)
    if not other.owner or other.owner != lemma(named.words[0]) or side.source is None:
        return False
    said = side.claim.sentence.cover(side.source.text)
    return f" {other.words[0].capitalize()} " in said  # "Kemper's Dole plant"


@cache
def _deputies() -> frozenset[str]:
    return frozenset(load_table("circumstances")["deputies"])


def _two_sorts(left: Subject, right: Subject, a: Profile, b: Profile, lexicon: Lexicon) -> bool:
    """Whether the subjects are two sorts of one thing: the free plan, the studio plan."""
    one, other = left.words[:-1], right.words[:-1]
    if _deputies() & set(one) != _deputies() & set(other):
        return True
    if not one or not other or not word_set("most").isdisjoint((*one, *other)):
        return False
    return not any(_says(b, word, lexicon) for word in one) and not any(_says(a, word, lexicon) for word in other)


def _says(other: Profile, word: str, lexicon: Lexicon) -> bool:
    plain = lexicon.synonym(lemma(word))
    return weight(plain) <= 0 or plain in other.words or plain in other.ambient or f" {word} " in other.spoken


@cache
def _wholes() -> frozenset[str]:
    """What stands for the whole that it is of: the library's collection, its staff."""
    people = load_table("people")
    properties = load_table("restrictions")["property"]["words"]
    return (
        word_set("selves") | word_set("properties") | frozenset([*people["generic"], *people["specific"], *properties])
    )


def _converse(verb: str, other: str) -> bool:
    """Whether the two verbs tell of one deed from its two sides: who pays is not paid."""
    return frozenset((verb, other)) in _converses()


def one_deed(a: Profile, b: Profile) -> bool:
    """Whether the two verbs tell of one deed, each by the party that the other names beside it: the fund gave the
    hospice so much, the hospice received it from the fund.
    """
    if not _converse(a.event, b.event):
        return False
    left, right = subject_of(a), subject_of(b)
    if left is None or right is None or not set(left.words).isdisjoint(right.words):
        return False
    return all(
        any(f" {word} " in other.spoken for word in {subject.words[-1], lemma(subject.words[-1])})
        or subject.words[-1] in {fold(name) for name in other.entities}  # "bought 12 Turkish drones"
        for subject, other in ((left, b), (right, a))
    )


@cache
def _converses() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load_table("circumstances")["converse"])


def _knows(other: Profile, subject: Subject, lexicon: Lexicon) -> bool:
    """Whether the other side's clause has the noun, or one for the same; its source does not count."""
    word = lexicon.synonym(subject.noun)
    theirs = _clause_words(other)
    if word in theirs or subject.noun in theirs or word in other.ambient or word in other.name_words:
        return True
    return any(_one_sort(word, lexicon.synonym(one)) or (stem(word) and stem(word) == stem(one)) for one in theirs)


def _one_sort(word: str, other: str) -> bool:
    """Whether two nouns may stand for the same: not motorists for lorries, though both are of the road."""
    if not kin(word, other):
        return False
    return exchanged(word, other) or derived_in(word, (other,), roots(other)) or bool({word, other} & people()[0])


@fact
def _clause_words(profile: Profile) -> frozenset[str]:
    """The content words of the clause, as lemmas."""
    words = {lemma(match[0].removesuffix("'s")) for part in profile.clause.words for match in WORDS.finditer(part)}
    return frozenset(word for word in words if weight(word) > 0) | {profile.head}


@fact
def subject_of(profile: Profile) -> Subject | None:
    """The subject of the figure's verb, as far as the words before it tell; None where they do not."""
    if profile.claim.structure in ("table", "code", "heading") or profile.source is None:
        return None
    norms = [match[0] for match in WORDS.finditer(profile.clause.words[0])]
    norms = _without_front(norms)
    words: list[str] = []
    owner = ""
    for at, norm in enumerate(norms):
        if norm in _DETERMINERS and not words:
            continue
        if norm in closed_words() or not norm[0].isalpha():
            passive = not _BE.isdisjoint(norms[at : at + _AUXILIARIES])
            return _made(profile, words, owner, passive) if words else None
        if norm.endswith("'s"):
            owner = lemma(norm.removesuffix("'s"))
            words.clear()
            continue
        if words and _is_verb(norm, profile, at, norms):
            return _made(profile, words, owner)
        words.append(norm)
    return None


def _without_front(norms: list[str]) -> list[str]:
    """The clause without what stands before its subject: "During the heatwave, …"."""
    if not norms or norms[0] not in load_table("grammar")["prepositions"]:
        return norms
    comma = norms.index(",") if "," in norms else -1
    if comma >= 0:
        return norms[comma + 1 :]
    year = next((at for at, norm in enumerate(norms[:_FRONT]) if norm.isdecimal() and len(norm) == _YEAR), -1)
    return norms[year + 1 :] if year >= 0 else []  # "In May 2019 Peru bought"


_FRONT, _YEAR = 4, 4  # tokens of a date before the subject; digits of a year


def _is_verb(norm: str, profile: Profile, at: int, norms: list[str]) -> bool:
    lemmas = {past_forms().get(norm, ""), verb_lemma(norm)}
    if profile.claim.event and profile.claim.event in lemmas:
        return True
    known = grammar().verb_forms.get(norm)
    noun = known is not None and (norm in grammar().nouns_too or (known[1] == "s" and known[0] in grammar().nouns_too))
    return norm in past_forms() or (known is not None and not noun)


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_AUXILIARIES = 3  # "may have been"


def _made(profile: Profile, words: list[str], owner: str, passive: bool = False) -> Subject | None:
    noun = lemma(words[-1])
    if words[-1] in profile.name_words or noun in profile.name_words:
        return Subject("", tuple(words), passive, owner)
    if noun in (profile.head, *profile.claim.core.split()[-1:]) and profile.dimension == "number":
        return None
    if noun in numerals() or noun in _vague():
        return None
    return Subject(noun, tuple(words), passive, owner)


_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "all", "every", "each"}
)


@cache
def _vague() -> frozenset[str]:
    return frozenset(load_table("circumstances")["sources"])


where(subjects, lambda one: subject_of(one))
