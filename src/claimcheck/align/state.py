"""What a comparison of two claims finds, and the running state of its tests."""

from __future__ import annotations

from enum import StrEnum

from attrs import Factory, define, field, frozen

from claimcheck.records import Outcome, Reason

__all__ = ["Comparison", "Scope", "State"]


class Scope(StrEnum):
    """How the scopes of two claims of one thing lie: ``PART`` says that the first is inside the second."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    DIFFERS = "differs"


@frozen
class Comparison:
    """What the tests found.

    ``score`` is the evidence that both are of one thing, ``thing`` the part of it that the measured thing itself
    gives, ``context`` the weight of the shared words, ``coverage`` their share of the poorer context, ``alike`` the
    score without what speaks against it. ``aged`` says
    that the value may have changed between the statements, ``guarded`` that something one side says makes a conflict
    of values uncertain: then only agreement is reported. ``barred`` says that by where the two stand they contradict
    each other in no case. ``reserved`` says that nothing makes it so but a name or a
    label that only one side gives, which the texts as wholes may make good. ``soft`` says that nothing but the status
    differs (planned, done), so that figures which are the same still agree. ``loose`` says that one is a part
    of the other by no more than a word before the noun.
    ``mutual`` is the shared words' part of the richer context, ``topical`` what the topics of two
    documents lend to the context: enough to believe that figures agree, not that they conflict. ``mismatches`` are
    the tests that failed.
    """

    scope: Scope
    score: float
    thing: float
    context: float
    coverage: float
    reasons: tuple[Reason, ...]
    alike: float = 0.0
    aged: bool = False
    guarded: bool = False
    reserved: bool = False
    soft: bool = False
    same_event: bool = False
    loose: bool = False
    same_time: bool = False
    same_name: bool = False
    mutual: float = 0.0
    topical: float = 0.0
    barred: bool = False
    mismatches: tuple[Reason, ...] = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(
            lambda self: tuple([one for one in self.reasons if one.outcome is Outcome.MISMATCH]), takes_self=True
        ),
    )

    @property
    def partings(self) -> tuple[Reason, ...]:
        """What sets the two apart: the tests that failed; of a part and its whole, whose and when each is."""
        unsure = (reason for reason in self.reasons if reason.outcome is Outcome.UNKNOWN)
        return self.mismatches or tuple(reason for reason in unsure if reason.test in ("entities", "time"))


@define
class State:
    """The running sum of the tests.

    ``otherwise`` says that two verbs tell of the figures which are not known to say the same.
    """

    score: float = 0.0
    against: float = 0.0
    thing: float = 0.0
    context: float = 0.0
    coverage: float = 0.0
    reasons: list[Reason] = field(factory=list)
    narrower: set[int] = field(factory=set)
    partly: set[int] = field(factory=set)
    differs: bool = False
    soft: bool = False
    aged: bool = False
    guarded: bool = False
    barred: bool = False
    reserved: bool = False
    otherwise: bool = False
    same_event: bool = False
    loosely: bool = False
    firm: bool = False
    same_time: bool = False
    same_name: bool = False
    mutual: float = 0.0
    topical: float = 0.0
    stock: bool = False
    setting: bool = False

    def match(self, test: str, text: str, score: float = 0.0) -> None:
        """A test that speaks for one thing."""
        self.reasons.append(Reason(test, Outcome.MATCH, text))
        self.score += score

    def unknown(self, test: str, text: str, score: float = 0.0) -> None:
        """A test that settles nothing."""
        self.reasons.append(Reason(test, Outcome.UNKNOWN, text))
        self.score += score

    def bar(self, test: str, text: str) -> None:
        """A test by which the two may agree and never contradict each other."""
        self.unknown(test, text)
        self.guarded = self.barred = True

    def mismatch(self, test: str, text: str, score: float = 0.0) -> None:
        """A test that parts the two."""
        self.reasons.append(Reason(test, Outcome.MISMATCH, text))
        self.against += score
        self.differs = True
