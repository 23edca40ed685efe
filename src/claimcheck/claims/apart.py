"""Names of a figure's sentence that a reader would not give: parts of names, who only reckons, where people only meet,
what only dates what is told.
"""

from __future__ import annotations

from itertools import pairwise

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.names import Name
from claimcheck.claims.places import seats_of_government
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.shapes import word_table
from claimcheck.claims.speakers import person_named
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["eras", "fronted", "parts", "placed", "reckoners", "undertakings", "without"]

_DATING = frozenset({"since", "after", "before", "following", "until", "from", "with"})
_SETTING = frozenset({"during", "after", "before", "since", "despite", "amid", "following"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "throughout"})
_OF_OTHERS = frozenset({"put", "expect", "project"})  # verbs of reckoning that have other objects too
_DATELINE = 15  # tokens of a dateline at most
_DASHES = (["-"], ["--"], ["–"], ["—"])
_NEAR = 6  # tokens from a meeting to the town where it is
_MANY = 3  # names that a reader would give


def offices(found: list[str]) -> set[str]:
    """Offices of a state beside a country: "Ministry of Trade"."""
    if not any(name in load_table("countries") for name in found):
        return set()
    ministries = word_table("ministries")
    return {name for name in found if " of " in name and name.split()[0].lower() in ministries}


def without(found: list[str], apart: set[str]) -> list[str]:
    """Names without those set apart, unless none is left."""
    return [name for name in found if name not in apart] or found


def parts(reading: Reading) -> set[str]:
    """What only looks like a name of its own: an office of a country that is named, the rest of a body's name, a
    thing that two countries share.
    """
    found: set[str] = set()
    countries = load_table("countries")
    found.update(name.canonical for name in reading.names if _wire(reading, name))
    for one, other in pairwise(reading.names):
        between = reading.norms[one.last : other.first]
        if other.known or person_named(reading, other):
            continue
        words = {reading.norms[k].removesuffix("'s") for k in range(other.first, other.last)}
        between = [norm for k, norm in enumerate(between, one.last) if not reading.tokens[k].text[:1].isupper()]
        office = not words.isdisjoint(word_table("ministries"))
        if one.canonical in countries and not between and office:
            found.add(other.canonical)
        elif between == ["-"] and one.canonical in countries and other.canonical.split()[0] in countries:
            found.add(other.canonical)
        elif between in (["and"], [","]) and (one.canonical in found or _office(reading, one)):
            if not person_named(reading, other) and not other.place:
                found.add(other.canonical)
    return found


def reckoners(reading: Reading, mention: Mention) -> set[str]:
    """Who only says or estimates what a figure tells of others: "The UN estimates that half the country …"."""
    if mention.kind in TIMES:
        return set()
    verb = next((k for k in range(mention.first - 1, 0, -1) if reading.tags[k] in "VX"), -1)
    if verb < 0 or reading.tags[verb] != "V":
        return set()
    if verb_lemma(reading.norms[verb]) not in word_table("counting") - _OF_OTHERS:
        return set()
    subject = [name for name in reading.names if name.first < verb and not name.adjective]
    subject = [name for name in subject if reading.norms[name.last : name.last + 1] in ([","], [reading.norms[verb]])]
    return {subject[0].canonical} if subject and subject[0].canonical not in load_table("countries") else set()


def placed(reading: Reading, mention: Mention, found: list[str]) -> list[str]:
    """Names without the towns where people only meet and speak: their country is named or stands for them."""
    countries = load_table("countries")
    kept = list(found)
    for name in reading.names:
        if name.canonical not in kept or name.canonical in countries or not _locates(reading, name):
            continue
        home = name.inside or seats_of_government().get(name.canonical) or _apposed(reading, name)
        crowded = len(found) > _MANY and home in found and mention.kind not in TIMES
        if home is None or not (crowded or _meeting(reading, name)):
            continue
        at = kept.index(name.canonical)
        kept[at : at + 1] = [] if home in kept else [home]
    return kept


def undertakings(found: list[str]) -> set[str]:
    """Plans, treaties and the like beside those who have them."""
    what = {name for name in found if " " in name and name.split()[-1].lower() in word_table("undertakings")}
    return what if len(found) - len(what) > 1 else set()


def eras(reading: Reading, mention: Mention) -> set[str]:
    """Names of what only dates what is told: "since the collapse of the Soviet Union"."""
    found = set()
    for name in reading.names:
        at = name.first - 1 - (name.first > 0 and reading.tags[name.first - 1] == "D")
        if at < 1 or reading.norms[at] != "of" or reading.norms[at - 1] not in word_table("endings"):
            continue
        if not _DATING & set(reading.norms[max(at - 3, 0) : at - 1]):
            continue
        if mention.kind not in TIMES or reading.clause(mention.first) != reading.clause(at):
            found.add(name.canonical)
    return found


def _office(reading: Reading, name: Name) -> bool:
    """Whether a name is a ministry's or the like, "of" something."""
    norms = reading.norms[name.first : name.last]
    return "of" in norms and norms[0] in word_table("ministries")


def fronted(reading: Reading, mention: Mention) -> set[str]:
    """The names of what a sentence is set in before its subject, where the figure stands behind with names of its own:
    "During the Orland occupation, aid made up 40% of the Tervian economy".
    """
    if not reading.norms or reading.norms[0].strip('“"') not in _SETTING or mention.kind in TIMES:
        return set()
    comma = next((k for k, norm in enumerate(reading.norms) if norm == ","), -1)
    if not 0 < comma < mention.first:
        return set()
    own = {name.canonical for name in reading.names if name.first > comma}
    own_inside = {name.inside for name in reading.names if name.first > comma and name.inside}
    before = {name.canonical for name in reading.names if name.last <= comma}
    return before - own - own_inside if own else set()


def _locates(reading: Reading, name: Name) -> bool:
    """Whether a place's name says where something is."""
    at = name.first - 1
    while at > 0 and reading.tags[at] in "DA":
        at -= 1
    if name.adjective or at < 0 or reading.tokens[name.last - 1].norm.endswith(("'s", "s'")):
        return False
    return reading.norms[at] in _WHERE


def _wire(reading: Reading, name: Name) -> bool:
    """Whether a name stands in a dateline's brackets: "LIMA, 5 June (Orm News) — Peru will …"."""
    closed = reading.norms[name.last : name.last + 1] == [")"] and reading.norms[name.first - 1] == "("
    return closed and name.first < _DATELINE and reading.norms[name.last + 1 : name.last + 2] in _DASHES


def _meeting(reading: Reading, name: Name) -> bool:
    """Whether people only meet in a town: "at talks in Lima", "In Lima, the board held a meeting"."""
    first, last = reading.clause(name.first)
    near = reading.norms[max(first, name.first - _NEAR) : name.first]
    if any(lemma(norm) in word_table("meetings") for norm in near):
        return True
    verb = next((k for k in range(name.last, last) if reading.tags[k] == "V"), -1)
    held = verb >= 0 and verb_lemma(reading.norms[verb]) in {"hold", "give"}
    return held and any(lemma(norm) in word_table("meetings") for norm in reading.norms[verb + 1 : verb + 6])


def _apposed(reading: Reading, name: Name) -> str | None:
    """The country behind a comma after a town's name: "in Chaman, Pakistan"."""
    if reading.norms[name.last : name.last + 1] != [","]:
        return None
    after = next((one for one in reading.names if one.first == name.last + 1), None)
    return after.canonical if after is not None and after.canonical in load_table("countries") else None
