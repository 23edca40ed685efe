"""Tests of status: what is planned, aimed at or forecast, and what is told as fact."""

from __future__ import annotations

import re

from claimcheck.align.facts import fact
from claimcheck.align.forecasts import of_two_forecasters
from claimcheck.align.frames import frames_of
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import word_set
from claimcheck.align.triggers import says
from claimcheck.records import Kind, Status

__all__ = ["status"]


_AHEAD = {Status.PLANNED: "planned", Status.FORECAST: "forecast"}


def status(a: Profile, b: Profile, state: State) -> None:
    """What is planned or forecast is no conflict with what is reported as fact."""
    if a.dimension == "rank":
        return
    one, other = _ahead(a), _ahead(b)
    if one == other == _AHEAD[Status.FORECAST] and (whose := of_two_forecasters(a, b)):
        state.bar("status", f"two forecasts: {whose}")
        return
    if one != other and state.same_event and _proposed(a, b):
        return
    if one is None or other is None:
        if one != other and _done_by_then(b if one else a):
            state.guarded = True  # what was hoped for, and what came of it
        if one != other and not _told(b if one else a):
            if state.same_event and a.event == b.event and not (a.limits or b.limits or state.guarded):
                return  # "each passenger will receive", "each passenger receives"
            state.unknown("status", f"{one or other} / it is not said to have happened", -0.3)
            state.guarded = state.guarded or (a.limits and b.limits)  # a limit that is wanted, a limit
            return
    if one != other and not (one and other):
        firm = state.differs
        state.mismatch("status", f"{one or 'reported as fact'} / {other or 'reported as fact'}")
        state.differs, state.soft = firm, True


@fact
def _ahead(profile: Profile) -> str | None:
    """What the claim's status says of the future, or a verb of duty: "by 2030 the port should have 6,500 homes"."""
    known = _AHEAD.get(profile.claim.status)
    before = profile.clause.words[0]
    owed = profile.claim.kind is Kind.COUNT and not profile.limits and says(profile, _OWED) and _DUE.search(before)
    words = before.rsplit(None, _AIMED)[-_AIMED:]
    aimed = not word_set("aims").isdisjoint(words) and words[-1] in ("is", "was", "of", "at", "are", "were")
    foreseen = profile.claim.status is Status.HYPOTHETICAL and not profile.project and _WILL.search(before) is not None
    ahead = owed or aimed or foreseen or _lies_ahead(profile) or _PLAN.search(profile.clause.words[0]) is not None
    return known or ("planned" if ahead else None)


_WILL = re.compile(r"\b(?:will|would|shall)\b")  # "unless it rains, the reservoir will be down to 20%"
# "The masterplan of 2015 gave the jail …": what a plan gives is planned.
_PLAN = re.compile(
    r"\b(?:(?:master ?)?plans?|blueprints?|proposals?|drafts?)\b(?: (?:of|for|by|from) [^,;:.]{1,40}?)?"
    r" (?:gives?|gave|provide[sd]?|puts?|ha[sd]|shows?|showed|sets?|allows?|allowed|contains?|contained) "
)


def _lies_ahead(profile: Profile) -> bool:
    """Whether the time of a figure lies after the day of its text: four weekends in March, in a notice of January."""
    when, told = profile.claim.when, profile.published
    if profile.claim.kind is Kind.DATE or not (when and told and when.start and when.start > told):
        return False
    return profile.event not in word_set("deciding")  # the quota was cut for next year


_AIMED = 5  # words before a figure among which "target" makes it one


_OWED = frozenset({"should", "ought"})
_DUE = re.compile(r"\b(?:should|ought to) (?:then )?(?:have|be|stand|number|house|hold|employ|produce|carry)\b")


def _proposed(a: Profile, b: Profile) -> bool:
    """Whether both tell of the proposing, which has happened: recommended for approval, backed the approval of."""
    return all("proposal" in frames_of(one.event) for one in (a, b))


def _told(profile: Profile) -> bool:
    """Whether the figure is of what happened or of a present number of things, so that a plan is another matter."""
    return profile.clause.done or profile.clause.now or profile.dimension.startswith("number")


def _done_by_then(profile: Profile) -> bool:
    """Whether a document gives a date of its own past: by then it has happened."""
    when, told = profile.claim.when, profile.published
    if profile.dimension != "date" or when is None or told is None:
        return False
    last = when.end or when.start
    return last is not None and last <= told


where(status, lambda one: _ahead(one))
