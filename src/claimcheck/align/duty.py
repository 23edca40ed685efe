"""What may, must or should be is not what is: a ferry may carry 240 passengers and has carried 198."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.triggers import says, triggers
from claimcheck.claims.grammar import grammar
from claimcheck.lexicon import load_table

__all__ = ["duty"]

_WORD = re.compile(r"[^\W_][\w'’-]*")


def duty(a: Profile, b: Profile, state: State) -> None:
    """What may, must or should be is not what is: a ferry may carry 240 passengers and has carried 198."""
    if a.document == b.document or a.dimension in ("date", "version", "identifier", "rank"):
        return
    left, right = _owed(a), _owed(b)
    if left != right and not _limit(b if left else a):
        state.unknown("ability", "what may or must be / what is", -0.3)
        state.guarded = True
        return
    for one, other in ((a, b), (b, a)):
        if _ruled(one) and not _limit(other) and not _owed(other):
            state.unknown("ability", "a limit / what is", -0.3)
            state.guarded = True
            return


@fact
def _ruled(profile: Profile) -> bool:
    """Whether the clause gives the figure as a limit: "a draught limit of 12 metres"."""
    if profile.claim.structure in ("table", "code") or profile.source is None:
        return False
    return says(profile, _LIMITING) and _LIMIT.search(profile.clause.words[0]) is not None


_LIMITING = frozenset({"limit", "ceiling", "cap", "quota", "threshold", "maximum"})


_LIMIT = re.compile(
    r"\b(?:limit|ceiling|cap|quota|threshold)(?: for [^,;]{1,60})? (?:of|is|was|stands at|at)\W*$|"
    r"\bmaximum (?:fine|sentence|penalty|term)\b"
)


@fact
def _owed(profile: Profile) -> bool:
    """Whether the figure is of what is allowed, owed or wanted."""
    if profile.claim.structure in ("table", "code") or profile.source is None:
        return False
    if not says(profile, _owing_words()):
        return False
    before = profile.clause.words[0]
    found = _owing().search(before)
    if found is None or (found[0] == "may" and not _is_modal(before, found.start(), found.end())):
        return False
    return found[0] not in _BIDDING or not profile.dimension.startswith(("money", "time", "frequency"))


_BIDDING = frozenset({"must", "shall", "should", "ought to"})  # what a court orders is paid and served
_MAY = re.compile(r"(?:^|\d|,|\b(?:in|of|on|since|by|until|till|from|to|and|early|late|mid|this|last|next))[\s-]*$")


# "Overheads are paid at a flat rate": a rule told in the present.
_PAID = re.compile(r"\b(?:is|are) (?:\w+ly )?(?:\w+ed|paid|given|set|sent|made|kept|held)\b")


def _is_modal(text: str, start: int, end: int) -> bool:
    """Whether "may" is the verb, not the month."""
    following = _WORD.search(text, end)
    if following is None or _MAY.search(text[:start]):
        return False
    return following[0] in _VERBS or grammar().verb_forms.get(following[0], ("", ""))[1] == "base"


_VERBS = frozenset({"be", "have", "not", "only", "also", "still", "no", "do", "at"})


@cache
def _owing_words() -> frozenset[str]:
    return triggers(load_table("circumstances")["owing"])


@cache
def _owing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load_table("circumstances")["owing"]) + r")\b")


@fact
def _limit(profile: Profile) -> bool:
    """Whether the figure is a limit, or may be one."""
    words = {word for part in profile.clause.words for word in _WORD.findall(part)}
    named = not words.isdisjoint(load_table("circumstances")["limits"])
    opening = _WORD.match(profile.clause.words[0].lstrip())
    bidding = opening is not None and grammar().verb_forms.get(opening[0], ("", ""))[1] == "base"  # "Keep at 4 °C"
    ruled = _PAID.search(profile.clause.words[0]) is not None
    bounded = profile.limits or profile.value is not profile.claim or "maximum" in profile.words
    return named or bidding or ruled or bounded


where(duty, lambda one: _owed(one) or _ruled(one))
