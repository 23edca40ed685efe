"""Which conflicts of values are contradictions.

A contradiction needs two figures of one thing. In two short texts their wording decides; in documents of many figures
also whether the two are each other's best match there. What the tests could not settle does not forbid a contradiction
but weighs against it, on the scorecards. A few things do forbid it, whatever speaks for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from claimcheck.align import Comparison, Profile, Scope, of_one_story, ruled_out
from claimcheck.align.deadlines import due, of_whom, owed
from claimcheck.align.same_row import of_any_year
from claimcheck.align.set_apart import others_told, picked_out
from claimcheck.align.state import State
from claimcheck.align.words import contrasts
from claimcheck.findings.accounted import Accounted
from claimcheck.findings.apart import lists_unsure
from claimcheck.findings.ceiling import ceilings
from claimcheck.findings.one_story import paired
from claimcheck.findings.rivals import Rivals
from claimcheck.findings.scorecard import WORDING, Weighed, scorecard
from claimcheck.findings.signs import Place, Signs, signs_of
from claimcheck.findings.sole import Sole
from claimcheck.findings.up_to_now import up_to_now
from claimcheck.lexicon import load_table
from claimcheck.records import Outcome

__all__ = ["Conflicts"]

_FEW = 4  # figures of a short text


class Conflicts:
    """Weighs conflicts of values; knows how many figures each document has."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._sole = Sole(profiles)
        self._accounted = Accounted(profiles)
        given = [one for one in profiles if one.dimension and not one.derived and not one.exchanged]
        self._figures = Counter(one.document for one in given)
        self._of_dimension = Counter((one.document, one.dimension) for one in given)

    def weighed(self, a: Profile, b: Profile, found: Comparison, at: tuple[int, int], rivals: Rivals) -> Weighed | None:
        """What speaks for a contradiction of two claims, if enough does; ``at`` are their positions."""
        if self.forbidden(a, b, found):
            return None
        if _said_alike(a, b, found):
            return Weighed(0.0, "both sentences say it in the same words")
        signs = self.signs(a, b, found, at, rivals)
        card = scorecard("texts")
        total = card.weigh(signs)
        if not self.short(a, b):
            signs[WORDING] = total
            card = scorecard("documents")
            total = card.weigh(signs)
        return Weighed(total, card.explained(signs)) if total >= 0 else None

    def exceeding(
        self, a: Profile, b: Profile, found: Comparison, at: tuple[int, int], rivals: Rivals
    ) -> Weighed | None:
        """What speaks for a part and its whole, of which the part is the larger, if enough does.

        A part is seldom the best match of its whole, so only the wording says whether the two are of one thing; that
        one is narrower is no sign against it.
        """
        if found.guarded or found.aged or found.loose or found.thing < _ONE_THING:
            return None
        if found.context <= 0 or self._things(a, b, found):
            return None
        signs = {**self.signs(a, b, found, at, rivals), "narrower": 0.0}
        card = scorecard("texts")
        total = card.weigh(signs) - _FOR_PARTS
        return Weighed(total, card.explained(signs)) if total >= 0 else None

    def short(self, a: Profile, b: Profile) -> bool:
        """Whether both are of short texts: of few figures each."""
        return a.document != b.document and max(self._figures[a.document], self._figures[b.document]) <= _FEW

    def in_reach(self, a: Profile, b: Profile, state: State, *, told: bool = False) -> bool:
        """Whether two claims may be found to conflict, whatever the tests that are left say; ``told`` says that those
        of verb, names and time have run.
        """
        if state.barred or (state.context <= 0.0 and not (a.entities and b.entities)):
            return False  # names may yet be akin
        if min(a.claim.confidence, b.claim.confidence) < _UNSURE:
            return False
        return self._may_suffice(a, b, state, told) and not ruled_out(a, b, state)

    def _may_suffice(self, a: Profile, b: Profile, state: State, told: bool) -> bool:
        """Whether what speaks for a contradiction may come to what is needed."""
        if state.thing > 0 and min(state.mutual, state.coverage) >= _NEARLY_ALL:
            return True
        texts, documents = ceilings(a, b, state, self._pairs(a, b), told=told)
        unsure = state.guarded or state.reserved or state.aged
        if state.thing >= _ONE_THING and texts >= _FOR_PARTS and not unsure:
            return True
        return (texts if self.short(a, b) else documents) >= 0.0

    def _pairs(self, a: Profile, b: Profile) -> int:
        """How many pairs of figures of their dimension the documents of two claims have between them."""
        return self._of_dimension[a.document, a.dimension] * self._of_dimension[b.document, b.dimension]

    def signs(self, a: Profile, b: Profile, found: Comparison, at: tuple[int, int], rivals: Rivals) -> Signs:
        """The signs of two claims, whatever they come to."""
        first, second = at
        place = Place(
            self._sole(a, b),
            self._pairs(a, b),
            rivals.near(first, second, found.score, _NEAR),
            rivals.near(first, second, found.score, _NEAR, free=True),
            (first, b.document) in rivals.twins or (second, a.document) in rivals.twins,
        )
        return signs_of(a, b, found, place)

    def forbidden(self, a: Profile, b: Profile, found: Comparison) -> bool:
        """Whether two claims are of two things by what they are, or by what the other counts beside its figure."""
        if found.barred or found.context <= 0 or self._things(a, b, found):
            return True
        if a.project and {one.test for one in found.reasons if one.outcome is Outcome.UNKNOWN} >= _OPEN:
            return True  # of documentation, where neither words nor nouns say that both are of one thing
        if of_any_year(a, b) or _of_a_kind(a, b, found):
            return True
        if _of_rows(a, b) and not _settled(a, b, found):
            return True
        if self._sole.given(a, b) or self._accounted(a, b):
            return True
        return a.document != b.document and _of_others(a, b)

    def _things(self, a: Profile, b: Profile, found: Comparison) -> bool:
        if min(a.claim.confidence, b.claim.confidence) < _UNSURE:
            return True
        if lists_unsure(a, b) or (a.to_date != b.to_date and not up_to_now(b if a.to_date else a)):
            return True
        if a.dimension == "date" and due(a) and due(b) and not (owed(a) and owed(b) and of_whom(a) == of_whom(b)):
            return True  # "gone by 3 May", "gone by 9 May"; full proposals come later
        named_apart = a.dimension == "percent" and found.thing < _PLAIN and a.head != b.head
        return named_apart and _rates(a, b)  # precision and recall, each named beside the other


_OPEN = {"context", "thing"}
_PLAIN = 0.8
_UNSURE = 0.45  # claims of less confidence are too doubtful to contradict others
_ONE_THING = 1.0
_FOR_PARTS = 1.0  # what a part and its whole need beyond two figures of one scope
_NEAR = 0.25  # a match that scores this much less than the best one in the same document is not it


def _said_alike(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether sentences of two documents say the same in nearly the same words, figures aside, and nothing is amiss."""
    if a.document == b.document or not {a.claim.structure, b.claim.structure}.isdisjoint(_TERSE):
        return False
    if found.guarded or found.aged or found.loose or found.scope is not Scope.SAME:
        return False
    return found.context >= _BARE and found.thing > 0 and min(found.mutual, found.coverage) >= _NEARLY_ALL


_TERSE = frozenset({"table", "code", "heading"})
_BARE, _NEARLY_ALL = 1.5, 0.9  # weight of shared words, and their part of either sentence


def _of_others(a: Profile, b: Profile) -> bool:
    """Whether only one of two texts says which of several times or things it is of, or tells of something else."""
    return picked_out(a, b) or (of_one_story(a, b) and others_told(a, b, listed=paired(a, b)))


def _of_rows(a: Profile, b: Profile) -> bool:
    """Whether one of two figures is what two cells of a table, or two sentences, come to."""
    return any(
        one.derived and (one.claim.structure == "table" or (one.worked and one.dimension.startswith("change")))
        for one in (a, b)
    )


def _settled(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether nothing is open that a table leaves unsaid: of what kind, of whom, when, planned or done."""
    must = _SAID if a.document == b.document else _SAID | {"entities"}
    return found.same_time and not any(r.test in must and r.outcome is Outcome.UNKNOWN for r in found.reasons)


_SAID = frozenset({"modifiers", "status", "contrast", "place"})


def _of_a_kind(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether a rate or a change is of a kind of what the other is of: that of the young is not that of all."""
    if found.scope not in (Scope.PART, Scope.WHOLE) or not a.dimension.startswith(_RELATIVE):
        return False
    return any(word in contrasts() or word in _kinds() for word in a.modifiers ^ b.modifiers)


@cache
def _kinds() -> frozenset[str]:
    """Adjectives that tell one part of a thing from another: seasonal, outdoor."""
    return frozenset(load_table("parts")["adjectives"])


_RELATIVE = ("change", "percent")


def _rates(a: Profile, b: Profile) -> bool:
    """Whether both shares bear a name of their own, and are none of a number: precision and recall."""
    return not any(one.nameless or one.claim.core.startswith("share ") for one in (a, b))
