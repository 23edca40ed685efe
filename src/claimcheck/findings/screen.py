"""Which pairs can be left out before they are compared: exact rejections by the cheapest tests.

A pair is hopeless when tests that are run first part it beyond anything a rule could report: then it is neither an
agreement nor a contradiction, no rival of another pair, and no difference worth naming. The tests are those of the
comparison itself, so what they decide here and there is the same. A pair that is not hopeless may still be out of
reach of every verdict: then it is compared only where it may be a rival.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align import Profile, may_part, of_one_story, same_event, same_thing
from claimcheck.align.names import parted
from claimcheck.align.products import two_products
from claimcheck.align.same_setting import of_one_setting
from claimcheck.align.state import State
from claimcheck.compare.reach import Reach, reach
from claimcheck.findings.apart import THING_NAMED, in_reach_of_difference
from claimcheck.findings.conflicts import Conflicts
from claimcheck.findings.evidence import in_reach_of_agreement, in_reach_of_coincidence
from claimcheck.findings.rivals import equal
from claimcheck.findings.select import Selection
from claimcheck.findings.totals import are_totals
from claimcheck.lexicon.model import Lexicon
from claimcheck.packs.model import Tolerance
from claimcheck.records import Relation

__all__ = ["Screen", "hopeless", "together"]


class Screen:
    """The two looks at a pair: one before the best partners of a claim are picked out, one before they are compared."""

    def __init__(self, profiles: Sequence[Profile], selection: Selection) -> None:
        self._profiles = profiles
        self._lexicon = selection.rules.lexicon
        given = [rule.tolerance for rule in selection.rules.rules if rule.relation is Relation.AGREES] or [Tolerance()]
        self._widest = Tolerance(
            max(one.approx for one in given), max(one.relative for one in given), max(one.absolute for one in given)
        )

    def worth(self, first: int, second: int) -> bool:
        """Whether a pair may be of any use, as a finding or as a rival of one."""
        a, b = self._profiles[first], self._profiles[second]
        if not together(a, b):
            return False
        return not hopeless(a, b, self._lexicon) or same_figure(a, b) or bool(of_one_setting(a, b))

    def may_reach(self, first: int, second: int) -> bool:
        """Whether a rule may report the pair, by its nouns and figures alone: a look before any test of the context."""
        a, b = self._profiles[first], self._profiles[second]
        if (
            of_one_setting(a, b)
            or not same_thing.two_things(a, b)
            or (a.stock and b.stock)
            or (a.claim.roles and b.claim.roles)
        ):
            return True
        if a.dimension not in same_thing.PLAIN and self.may_meet(first, second):
            return True
        return are_totals(a, b)

    def reaches(
        self, first: int, second: int, state: State, room: float, conflicts: Conflicts, *, told: bool = False
    ) -> bool:
        """Whether a rule may report the pair, by the tests that have run, when those that are left may add so much;
        pairs of one figure are all kept. ``told`` says that the tests of verb, names and time have run.
        """
        a, b = self._profiles[first], self._profiles[second]
        if in_reach_of_difference(a, b, state, room) and not (told and not may_part(a, b, state)):
            return True
        if in_reach_of_agreement(a, b, state, room, short=conflicts.short(a, b)) and self.may_meet(first, second):
            return True
        if (state.thing > 0 and equal(a, b)) or same_figure(a, b) or (a.head == b.head and of_one_story(a, b)):
            return True
        return are_totals(a, b) or conflicts.in_reach(a, b, state, told=told)

    def futile(self, first: int, second: int, state: State, room: float) -> bool:
        """Whether two scopes that differ part the pair for good, whatever the tests that are left say: they may add so
        much. Such a pair is no rival of others.
        """
        a, b = self._profiles[first], self._profiles[second]
        differs = state.differs or (two_products(a, b) and not (state.stock or state.setting))
        if not differs or in_reach_of_difference(a, b, state, room) or are_totals(a, b):
            return False
        return not (in_reach_of_coincidence(a, b, state) and self.may_meet(first, second))

    def may_meet(self, first: int, second: int) -> bool:
        """Whether any rule could take the two figures as the same."""
        a, b = self._profiles[first], self._profiles[second]
        if a.dimension == "date" or (a.limits and b.limits):
            return True
        low, high = self._ends(a)
        least, most = self._ends(b)
        return low <= most and least <= high

    def _ends(self, profile: Profile) -> Reach:
        found: Reach | None = profile.facts.get(self)
        if found is None:
            found = reach(profile.claim, self._widest)
            if profile.value is not profile.claim:
                low, high = reach(profile.value, self._widest)
                found = min(low, found[0]), max(high, found[1])
            profile.facts[self] = found
        return found


def together(a: Profile, b: Profile) -> bool:
    """Whether two claims can speak of one thing at all: not from one sentence, nor two cells of one table."""
    if a.exchanged and b.exchanged:
        return False  # each was converted from a currency in which they are compared
    if a.document != b.document:
        return True
    one, other = a.claim, b.claim
    if one.sentence == other.sentence:
        return False
    return not (one.structure == other.structure == "table" and one.section == other.section)


def same_figure(a: Profile, b: Profile) -> bool:
    """Whether two texts of one topic have a figure in common that no two things have by chance."""
    if not a.figure or a.figure != b.figure or a.document == b.document:
        return False
    return of_one_story(a, b) or not a.topic.keys().isdisjoint(b.topic)


def hopeless(a: Profile, b: Profile, lexicon: Lexicon) -> bool:
    """Whether the measured things, the events of two dates, or the entities part the two for good.

    Claims whose scopes differ are reported only as a difference, which a pair of dates never is and which needs a
    thing that is plainly the same, or as two readings of one total, which may differ in their times only.
    """
    if a.dimension == "date":
        if parted(a, b, lexicon):
            return True
        state = State()
        same_thing.thing(a, b, state)
        same_event.event(a, b, state)
        return state.differs
    if same_thing.plainly_same(a, b):
        return False
    if same_thing.two_things(a, b):
        return a.dimension in same_thing.PLAIN or parted(a, b, lexicon)
    state = State()
    same_thing.thing(a, b, state)
    return state.thing < THING_NAMED and (state.differs or parted(a, b, lexicon))
