"""The tense around a date without a year: what "closes on 20 December" speaks of is still to come."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.dates.words import DUTY, PAYING, PRESENT_BE, SCHEDULING, SETTING_IN, WANTING
from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table

__all__ = ["in_present", "of_speech", "sets_in"]

_REACH = 12
_STOPS = frozenset({".", ";", "!", "?", ":"})
_PAST = frozenset({"was", "were", "had", "did", "has", "have", "been"})


@cache
def _past_forms() -> frozenset[str]:
    grammar = load_table("grammar")
    return frozenset(form for forms in grammar["irregular"].values() for form in forms) - set(grammar["verbs"])


@cache
def _said() -> frozenset[str]:
    """Past forms of verbs of saying."""
    irregular = load_table("grammar")["irregular"]
    found = set()
    for verb in load_table("stance")["attribution"]["verbs"]:
        found.add(irregular[verb][0] if verb in irregular else verb + ("d" if verb.endswith("e") else "ed"))
    return frozenset(found)


def of_speech(scan: Scan, first: int) -> bool:
    """Whether a date says when something was said: "said on Monday it will", "told reporters in May that"."""
    for at in range(first - 1, max(first - 1 - _SAID_WITHIN, -1), -1):
        norm = scan.norm(at)
        if norm in _said():
            return True
        if not norm[:1].isalpha() or norm in _BETWEEN or norm in PRESENT_BE:
            return False
    return False


_SAID_WITHIN = 5
_BETWEEN = frozenset({"that", "and", "but", "which", "who", "it", "they", "he", "she", "we", "to", "will", "would"})


def in_present(scan: Scan, first: int) -> bool:
    """Whether the verb before token ``first`` is in the present: "is shut from", "applications close on"."""
    for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
        norm = scan.norm(at)
        if norm in _STOPS:
            return False
        around = {scan.norm(at - 1), scan.norm(at - 2)}
        if norm in PRESENT_BE:
            return True
        if norm in SCHEDULING:
            return around.isdisjoint(_PAST)
        if norm in _PAST:
            return False
        if (norm in _past_forms() or (norm.endswith("ed") and len(norm) > 4)) and around.isdisjoint(PRESENT_BE):
            return False
    return False


def sets_in(scan: Scan, first: int, last: int) -> bool:
    """Whether a date that something holds from, or has to be done by, is still to come.

    "From 2 May the tunnel is shut", "pay two euros more from June", "must be rebuilt by the end of June": a verb in the
    present or of duty stands in the same clause, and none in the past.
    """
    begins = first - 1 if scan.norm(first - 1) == "in" else first  # "starting in July"
    opens = scan.norm(begins) if scan.norm(begins) in SETTING_IN else scan.norm(begins - 1)
    if opens not in SETTING_IN:
        return False
    around = [*_clause(scan, range(first - 1, max(first - 1 - _REACH, -1), -1))]
    around += _clause(scan, range(last, min(last + _REACH, len(scan.tokens))))
    present = False
    for at in around:
        norm, before = scan.norm(at), scan.norm(at - 1)
        if norm in _PAST or ((norm in _past_forms() or _regular(norm)) and not _participle(scan, at)):
            return False
        base = norm in PAYING and before not in ("to", "the", "a", "of")
        present = present or norm in PRESENT_BE or norm in SCHEDULING or norm in DUTY or base
    return present


def _clause(scan: Scan, places: range) -> list[int]:
    """The tokens of ``places`` up to the end of the sentence."""
    found = []
    for at in places:
        if scan.norm(at) in _STOPS:
            break
        found.append(at)
    return found


def _regular(norm: str) -> bool:
    return norm.endswith("ed") and len(norm) > len("need")


def _participle(scan: Scan, at: int) -> bool:
    """Whether a form in -ed belongs to a verb of the present or of duty before it: "are to be charged"."""
    return any(scan.norm(back) in PRESENT_BE | {"be", "get"} | WANTING for back in range(max(at - _BACK, 0), at))


_BACK = 5
