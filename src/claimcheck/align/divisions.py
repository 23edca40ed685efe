"""Whose a figure is where the sentence names a part of something, a neighbour, the writer or one sort of people."""

from __future__ import annotations

import re
from itertools import islice

from claimcheck.align.facts import fact
from claimcheck.align.frames import kin
from claimcheck.align.names import heard
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import word_set
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Kind

__all__ = ["divisions"]

_WORD = re.compile(r"[^\W\d_][\w-]*")


def divisions(a: Profile, b: Profile, state: State) -> None:
    """A company of the contingent is not the contingent, the neighbouring town not the town, and what I paid not what
    everybody did.
    """
    if a.document == b.document:
        return
    for one, other in ((a, b), (b, a)):
        for noun in _set_apart(one):
            if not (heard(noun, other) or lemma(fold(noun)) in other.words or _MYSELF.search(other.sentence)):
                state.unknown(
                    "owner", f"only one is of the {noun}" if noun.islower() else f"only one is of {noun}", -0.3
                )
                state.guarded = True
                return

    one_sort, other_sort = _sort_of_people(a), _sort_of_people(b)
    if one_sort and other_sort and one_sort != other_sort and not kin(one_sort, other_sort):
        if one_sort not in b.words and other_sort not in a.words:
            state.unknown("owner", f"one is of a {one_sort}, the other of a {other_sort}", -0.3)
            state.guarded = True


@fact
def _sort_of_people(profile: Profile) -> str:
    """The people of a sort whom the clause is of, where they are not what is counted: "a foreman earns €5,100"."""
    if profile.dimension in ("date", "version", "identifier", ""):
        return ""
    known = load_table("people")
    words = [lemma(found[0]) for found in islice(_WORD.finditer(profile.clause.words[0]), _SUBJECT)]
    found = [word for word in words if word in known["specific"] or word in known["bearers"]]
    return found[0] if found and found[0] != profile.head else ""


_SUBJECT = 6  # words of a clause among which its subject stands


@fact
def _set_apart(profile: Profile) -> tuple[str, ...]:
    """What a sentence says its figure is of: a division of something, a neighbouring place, the writer."""
    if profile.dimension in ("date", "version", "identifier") or profile.source is None:
        return ()
    sentence = profile.sentence
    before = sentence[: max(profile.claim.span.start - profile.claim.sentence.start, 0)]
    found = [lemma(word.lower()) for word in _DIVISION.findall(before)] if "of" in before else []
    parts = [word for word in found if word in word_set("divisions") and word != profile.head]
    coupled = _COUPLED.match(profile.source.text, profile.claim.span.end) if profile.claim.kind is Kind.COUNT else None
    if coupled is not None and lemma(coupled[1].lower()) == profile.claim.head:
        parts.append(lemma(coupled[2].lower()))  # "34 frigates and submarines"
    one = _ONE_OF_THEM.match(profile.clause.words[0])
    if one is not None and grammar().verb_forms.get(one[2], ("", ""))[1] == "past":
        parts.append(one[1])  # "one brought in 19 people, the second 22"
    near = _NEIGHBOUR.findall(sentence) if "ring" in sentence or "earby" in sentence else ()
    return (*parts, *near, *(("writer",) if "I" in before and _MYSELF.search(before) else ()))


_ONE_OF_THEM = re.compile(r"\W*(one|another|the (?:other|first|second|third|last)) ([a-z]+)")
_COUPLED = re.compile(r"\s+([a-z]+s) and ([a-z]+s)\b(?=\s*(?:[.,;)]|$|in\b|at\b|on\b|from\b))")
_DIVISION = re.compile(r"\b([A-Za-z]+)\s+of\s+(?:the|its|their|[A-Z])")
_NEIGHBOUR = re.compile(r"\b(?:[Nn]eighbou?ring|[Nn]earby)\s+([A-Z]\w+)")
# "I have 40 hens", but not "what I was told", "I think".
_HEARD = (
    r"(?:(?:was|am|have|had|been|just|also)\s+)*"
    r"(?:told|hear|heard|read|learnt|learned|gather|think|believe|suppose|guess)\b"
)
_MYSELF = re.compile(rf"(?<![\w'’.])I(?:['’](?:d|ve|m|ll))?\s+(?!{_HEARD})[a-z]")


where(divisions, lambda one: _set_apart(one) or _sort_of_people(one))
