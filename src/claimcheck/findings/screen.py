"""Which pairs can be left out before they are compared: exact rejections by the cheapest tests.

A pair is hopeless when tests that are run first part it beyond anything a rule could report: then it is neither an
agreement nor a contradiction, no rival of another pair, and no difference worth naming. The tests are those of the
comparison itself, so what they decide here and there is the same.
"""

from __future__ import annotations

from claimcheck.align import Profile, same_event, same_thing
from claimcheck.align.names import name_link
from claimcheck.align.state import State
from claimcheck.findings.evidence import THING_NAMED
from claimcheck.lexicon.model import Lexicon

__all__ = ["hopeless"]


def hopeless(a: Profile, b: Profile, lexicon: Lexicon) -> bool:
    """Whether the measured things, the events of two dates, or the entities part the two for good.

    Claims whose scopes differ are reported only as a difference, which a pair of dates never is and which needs a
    thing that is plainly the same, or as two readings of one total, which may differ in their times only.
    """
    state = State()
    same_thing.thing(a, b, state)
    if a.dimension == "date":
        same_event.event(a, b, state)
        if state.differs:
            return True
    elif state.thing >= THING_NAMED:
        return False
    elif state.differs:
        return True
    link = name_link(a, b, lexicon)
    return bool(link.only_a and link.only_b)
