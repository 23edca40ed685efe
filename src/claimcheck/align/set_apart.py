"""What keeps the only figures of a noun in two texts from being of one thing, where their sentences share little.

Readers take the one figure of windows here and the one there for those of one house unless a sentence picks out another
time, another one of the things or another owner: last year, the second night, the old ferry, the brigade's officers.
Sentences that share their words are compared by the tests themselves; these ask only for a sign that may be read so.
"""

from __future__ import annotations

import datetime as dt
import re

from claimcheck.align.facts import fact
from claimcheck.align.frames import doing, kin
from claimcheck.align.profile import Profile
from claimcheck.align.state import Comparison
from claimcheck.align.subjects import subject_of
from claimcheck.align.tables import word_set
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.lexicon.model import fold
from claimcheck.records import Outcome

__all__ = ["others_told", "picked_out", "set_apart"]


def set_apart(a: Profile, b: Profile, found: Comparison, *, listed: bool) -> bool:
    """Whether one sentence tells of another deed than the other, as far as the tests could say, or of other names.

    ``listed`` says that both give the same figures beside these.
    """
    if a.event and b.event and any(one.test == "event" and one.outcome is Outcome.UNKNOWN for one in found.reasons):
        return True
    one, other = _own_names(a), _own_names(b)
    return not listed and bool(one and other) and one.isdisjoint(other)


@fact
def _own_names(profile: Profile) -> frozenset[str]:
    """The words of the names that the sentence itself says."""
    names = [name for name in profile.entities if name not in profile.carried and name not in profile.titled]
    words = frozenset(word for name in names for word in fold(name).split())
    return words if profile.claim.structure != "table" else words & profile.clause.row


def others_told(a: Profile, b: Profile, *, listed: bool) -> bool:
    """Whether one sentence is of somebody or something that the other knows nothing of, in two texts of one story.

    ``listed`` says that both give the same figures beside these: then it does not matter whose they say that they are.
    """
    if a.dimension in ("date", "rank", "version", "identifier") or a.dimension.startswith("change"):
        return False
    return (not listed and _two_owners(a, b)) or _sort_of(a, b) or _sort_of(b, a)


def picked_out(a: Profile, b: Profile) -> bool:
    """Whether only one sentence says which of several times or things it is of: the second night, the old ferry."""
    if a.dimension in ("date", "rank", "version", "identifier"):
        return False
    return (
        (_stretches(a) != _stretches(b) and not (_dated(a, b) or _dated(b, a)))
        or _singled(a, b)
        or _singled(b, a)
        or _once(a, b)
        or _once(b, a)
    )


_STRETCH = re.compile(
    r"\b(first|second|third|fourth|fifth|final|opening|closing|same|other|one|busiest|worst|best) "
    r"(night|day|week|weekend|month|quarter|half|year|hour|round|phase|stage|leg|session|hearing|run|season|shift)\b"
)


def _dated(one: Profile, other: Profile) -> bool:
    """Whether a side gives dates, and the other a part of the year: July to September, the third quarter."""
    return one.claim.when is not None and all(part in _OF_A_YEAR for _, part in _stretches(other))


_OF_A_YEAR = frozenset({"quarter", "half", "year", "week", "month"})


@fact
def _stretches(profile: Profile) -> frozenset[tuple[str, ...]]:
    """The stretches of time that the sentence picks out: the second night."""
    return frozenset(_STRETCH.findall(profile.spoken))


def _singled(one: Profile, other: Profile) -> bool:
    """Whether a side says which of several a thing is that the other side names without that: the old ferry."""
    known = {noun for _, noun in other.clause.qualified} | other.words.keys()
    return any(
        word in word_set("one_of_several")
        and noun in known
        and weight(noun) > 0
        and noun not in one.name_words  # "it left Tarn"
        and word not in one.claim.text.lower().split()  # "every third household"
        and f" {word} " not in other.spoken
        for word, noun in one.clause.qualified
    )


def _once(one: Profile, other: Profile) -> bool:
    """Whether only one side has a time, one long before the other's text, at which something was so: had 240 looms."""
    when = one.claim.when
    if when is None or other.claim.when is not None or other.published is None or one.dimension == "date":
        return False
    if one.event and one.event not in word_set("having"):
        return False
    last = when.end or when.start
    return last is not None and other.published - last > _LONG_AGO


_LONG_AGO = dt.timedelta(days=62)


def _two_owners(a: Profile, b: Profile) -> bool:
    """Whether both say who has or does it, and nothing joins the two: the inspector's officers, the brigade's."""
    left, right = subject_of(a), subject_of(b)
    if left is None or right is None or not {a.event, b.event} <= word_set("having") | {""}:
        return False
    if not {*left.words}.isdisjoint(right.words) or (left.noun and right.noun and kin(left.noun, right.noun)):
        return False
    if any(kin(verb_lemma(one), verb_lemma(other)) for one in left.words for other in right.words):
        return False  # "renewing the tunnel has …", "the renewal has …"
    return not (_heard(left.words, b) or _heard(right.words, a))


def _heard(words: tuple[str, ...], other: Profile) -> bool:
    return any(f" {word}" in other.spoken for word in words)


def _sort_of(one: Profile, other: Profile) -> bool:
    """Whether only one side says of what sort the thing is: the youth brigade, a room with a bath."""
    left, right = subject_of(one), subject_of(other)
    if left is not None and right is not None and left.noun and left.noun == right.noun:
        names = one.name_words | {word for name in one.topic for word in name.split()}
        if any(w not in names and w not in grammar().adjectives and _is_new(w, other) for w in left.words[:-1]):
            return True
    measured = {word for word in one.claim.core.split() if weight(word) > 0}
    return any(lemma(noun) in measured and _is_new(word, other) for noun, word in _WITH.findall(one.spoken))


_WITH = re.compile(r" ([a-z][\w-]+) (?:with|without|for) (?:an? |the |its |two |three )?([a-z][\w-]+)(?= )")


def _is_new(word: str, other: Profile) -> bool:
    """Whether the other side has the word nowhere, nor another one made of it."""
    plain = lemma(word)
    if any(f" {form} " in other.spoken or lemma(form) in other.words for form in doing(word)):
        return False
    if weight(plain) <= 0 or plain in other.words or plain in other.ambient or f" {word[:_ROOT]}" in other.spoken:
        return False
    if word.endswith("ing") and any(doing(known) >= doing(word) for known in other.words if known.endswith("er")):
        return False
    return not any(kin(plain, known) for known in other.words)


_ROOT = 5  # letters
