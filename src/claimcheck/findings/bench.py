"""The agenda worked off: pairs judged, and groups of claims told of as soon as no pair of theirs is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import Factory, evolve, frozen

from claimcheck.align import Profile
from claimcheck.findings.agenda import Agenda, Pair
from claimcheck.findings.conflicts import Conflicts
from claimcheck.findings.court import Court
from claimcheck.findings.gathering import Gathering
from claimcheck.findings.pairs import Judged, judge_pairs
from claimcheck.findings.processes import spread
from claimcheck.findings.screen import Screen
from claimcheck.findings.select import Selection
from claimcheck.records import Document, Finding

__all__ = ["Bench", "Rest", "Told"]

_PARTS = 2  # of the agenda, for each process
_IN_PAIRS = frozenset({"part-whole", "update"})


@frozen
class Rest:
    """Judged pairs that are still to be told of: of one scope, of different ones, and those told of one by one."""

    alike: list[Judged] = Factory(list)
    apart: list[Judged] = Factory(list)
    paired: list[Judged] = Factory(list)

    def extend(self, other: Rest) -> None:
        """Take in the other's pairs."""
        self.alike.extend(other.alike)
        self.apart.extend(other.apart)
        self.paired.extend(other.paired)


@frozen
class Told:
    """What was found in a part of the agenda, and the pairs whose claims have others in other parts."""

    findings: list[Finding]
    rest: Rest


_Bare = tuple[list[tuple[Finding, tuple[int, ...]]], Rest]
"""The same with findings without their claims, and the positions of these: what goes from one process to another."""


class Bench:
    """Judges the pairs of an agenda."""

    def __init__(
        self,
        made: Sequence[Profile],
        documents: Mapping[str, Document],
        selection: Selection,
        screen: Screen,
        agenda: Agenda,
    ) -> None:
        self._profiles = made
        self._documents = documents
        self._selection = selection
        self._screen = screen
        self._agenda = agenda
        self._left = agenda.left()
        self._conflicts = Conflicts(made)

    def told(self, processes: int) -> Iterator[Told]:
        """What is found, part by part."""
        if processes < 2:
            yield self._part(range(len(self._agenda)))
            return
        parts = self._agenda.parts(processes * _PARTS)
        for findings, rest in spread(lambda number: self._bare(parts[number]), len(parts), processes):
            yield Told([self._whole(finding, positions) for finding, positions in findings], rest)

    def _part(self, turns: range) -> Told:
        """What is found in a stretch of the agenda; what was read for it is let go."""
        left = self._left[:]
        rest = Rest()
        alike, apart = Gathering(), Gathering()
        findings: list[Finding] = []
        for turn in turns:
            done: list[int] = []
            for pairs in self._agenda.turn(turn):
                for one in self._judged(pairs):
                    if one.comparator in _IN_PAIRS:
                        rest.paired.append(one)
                    else:
                        (apart if one.comparator == "scope" else alike).add(one)
                for pair in pairs:
                    for claim in pair:
                        left[claim] -= 1
                        if not left[claim]:
                            done.append(claim)
            closed = done[:]
            for members, judged in alike.at_rest(done):
                findings += self._court(judged).groups(judged)
                closed += members
            for members, judged in apart.at_rest(done):
                findings += self._court(judged).differences(judged)
                closed += members
            for claim in closed:
                if claim not in alike and claim not in apart:
                    self._profiles[claim].forget()
        rest.alike.extend(alike.rest())
        rest.apart.extend(apart.rest())
        return Told(findings, rest)

    def _judged(self, pairs: Sequence[Pair]) -> list[Judged]:
        return judge_pairs(self._profiles, pairs, self._screen, self._selection, self._conflicts)

    def _court(self, judged: Sequence[Judged]) -> Court:
        return Court(self._profiles, self._documents, self._selection, judged)

    def _bare(self, turns: range) -> _Bare:
        told = self._part(turns)
        members = {claim for turn in turns for pairs in self._agenda.turn(turn) for pair in pairs for claim in pair}
        position = {id(self._profiles[at].claim): at for at in members}
        for at in members:
            self._profiles[at].forget()
        bare = [(evolve(one, claims=()), tuple(position[id(claim)] for claim in one.claims)) for one in told.findings]
        return bare, told.rest

    def _whole(self, finding: Finding, positions: Sequence[int]) -> Finding:
        return evolve(finding, claims=tuple(self._profiles[at].claim for at in positions))
