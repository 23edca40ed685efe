"""The names of a figure as a reader would give them, by what each does in the sentence.

Who is counted belongs to them ("40 Peruvian nurses"), who said it on a day does ("Ruiz said on Monday"); the town where
it was said does not, nor a faith. "Bilateral trade" is that of the two countries that the text is on.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from claimcheck.claims.apart import eras, fronted, offices, parts, placed, reckoners, undertakings, without
from claimcheck.claims.carried import counters, of_persons, states
from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.shapes import word_table
from claimcheck.claims.speakers import person_named
from claimcheck.claims.stage import Stage
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["only_says", "refined"]

_NOUNS = 4  # tokens from a figure to the noun that it counts
_MANY = 3  # names that a reader would give
_RANK = Kind.RANK


@cache
def _speech() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["verbs"])


def refined(stage: Stage, reading: Reading, mention: Mention, shown: tuple[str, ...]) -> tuple[str, ...]:
    """The names shown, with those of a sentence that its grammar adds and without those that it sets aside."""
    if mention.kind is _RANK:
        return shown
    found = [name for name in shown if name.lower() not in word_table("faiths")]
    found = [*_saying(reading, mention), *found] if mention.kind in TIMES else found
    found = _dated(reading, mention, [*_selves(reading, mention), *(_of_clause(reading, mention) or found)])
    found = placed(reading, mention, found)
    found = without(found, undertakings(found) | offices(found) | eras(reading, mention))
    found = without(found, parts(reading) | reckoners(reading, mention) | fronted(reading, mention))
    if sum(name in load_table("countries") for name in dict.fromkeys(found)) <= 1:
        found = [*found, *_joined(reading, mention)]
    if mention.kind in TIMES or of_persons(reading, mention, spoken=False):
        person = stage.person(reading, mention)
        if person:
            here = {name.canonical for name in reading.names} | load_table("countries").keys()
            found = [*person, *(name for name in found if name in here)]
    found = [*found, *stage.led(found)]
    found = [*found, *stage.around(found)]
    found = [*found, *_counted_people(reading, mention), *_partners(stage, reading, mention, found)]
    return tuple(dict.fromkeys(found)) or shown


def _counted_people(reading: Reading, mention: Mention) -> list[str]:
    """Whose people or things a figure counts: "40 Peruvian nurses", "2,000 Afghans"."""
    for name in reading.names:
        if not 0 <= name.first - mention.last <= _NOUNS or not name.place:
            continue
        gap = reading.tags[mention.last : name.first]
        if all(mark in "A-M" for mark in gap) and reading.norms[name.first - 1] not in {"and", "or"}:
            return [name.canonical]
    return []


def _saying(reading: Reading, mention: Mention) -> list[str]:
    """Who says or tells something at a time: "Ana Ruiz told the board on Monday that …"."""
    first, last = reading.clause(mention.first)
    verb = next((k for k in range(first, last) if reading.tags[k] == "V"), -1)
    said = verb_lemma(reading.norms[verb]) if verb >= 0 else ""
    if said not in _speech() or said in word_table("counting"):
        return []
    if any(reading.tags[k] in "VX" or reading.norms[k] in {"that", "“", '"'} for k in range(verb + 1, mention.first)):
        return []
    before = (name for name in reading.names if first <= name.first < verb and not name.adjective)
    return [name.canonical for name in before if name.known or person_named(reading, name)]


def _selves(reading: Reading, mention: Mention) -> list[str]:
    """Who says it of himself: "the World Bank said it had lent $4bn"."""
    norms, tags = reading.norms, reading.tags
    verb = next((k for k in range(mention.first - 1, 0, -1) if tags[k] == "V" and _says(reading, k)), -1)
    if verb < 0:
        return []
    at = verb + 1 + (norms[verb + 1 : verb + 2] == ["that"])
    if norms[at : at + 1] not in (["it"], ["they"]) or at > mention.first or "," in norms[at : mention.first]:
        return []
    subject = [name for name in reading.names if name.last <= verb]
    return [name.canonical for name in subject[-1:] if not any(mark in "VX" for mark in tags[name.last : verb])]


def _dated(reading: Reading, mention: Mention, found: list[str]) -> list[str]:
    """The names of the clause that a date dates, where those found come from elsewhere: "in 2013, after much talk,
    Ana Ruiz went to Lima", "in 2009, when Lima burned".
    """
    if mention.kind not in TIMES or not reading.names:
        return found
    own = {name.canonical for name in reading.names} | {name.inside for name in reading.names}
    if not own.isdisjoint(found):
        return found
    behind = [name for name in reading.names if name.first >= mention.last]
    if not behind or "according" in reading.norms[mention.last : behind[0].first]:
        return found
    _, end = reading.clause(behind[0].first)
    told = [name.canonical for name in behind if name.first < end and not name.adjective][:_MANY]
    told = [name for name in told if name not in counters(reading, mention)]
    kept = [name for name in found if name in load_table("countries") and _taken_up(reading)]
    return [*kept, *told] if told else found


def _partners(stage: Stage, reading: Reading, mention: Mention, found: list[str]) -> list[str]:
    """The two countries that a text is on, of what they have or do together: "bilateral trade", "both sides"."""
    if _pairing().isdisjoint(reading.scan.vocabulary):
        return []
    first, last = reading.clause(mention.first)
    norms = reading.norms[first:last]
    both = not word_table("mutual").isdisjoint(norms)
    both = both or any(a in _BOTH and b in _together() for a, b in pairwise(norms))
    if not both and word_table("trading").isdisjoint(norms):
        return []
    pair = stage.pair
    if both or not pair or set(pair).isdisjoint(found):
        return list(pair) if both else []
    others = {name for name in found if name in load_table("countries")} - set(pair)
    return [] if others else list(pair)


_BOTH = frozenset({"two", "both"})


@cache
def _pairing() -> frozenset[str]:
    """The words of which a sentence has one at least that tells of the two countries."""
    return word_table("mutual") | word_table("trading") | _BOTH


@cache
def _together() -> frozenset[str]:
    return word_table("together") | {"countries", "capitals"}


def _of_clause(reading: Reading, mention: Mention) -> list[str]:
    """The place that a relative clause tells of, and the names of that clause: "…, in Puno, the western region that
    shares a 40-mile border with Chile", "a branch in Peru, which has 40 mines".
    """
    first, last = reading.clause(mention.first)
    norms, tags = reading.norms, reading.tags
    first += norms[first] == ","
    if first >= last or norms[first] not in {"which", "that"} or first + 1 >= last or tags[first + 1] not in "VX":
        return []
    if verb_lemma(norms[first + 1]) not in word_table("possessing"):
        return []
    comma = first - 1
    while norms[first] == "that" and comma > 0 and tags[comma] in "DAN-":
        comma -= 1
    if comma < 1 or norms[comma] != ",":
        return []
    head = next((name for name in reading.names if name.last == comma and not name.adjective), None)
    if head is None or not (head.place or norms[comma - 2] in {"in", "of", "from", "with", "to"}):
        return []
    within = [name.canonical for name in reading.names if first < name.first < last]
    return [head.canonical, *within]


def only_says(reading: Reading, names: tuple[str, ...]) -> bool:
    """Whether those named before the verb of a sentence only say or expect something: "The board expects growth"."""
    verb = next((k for k, mark in enumerate(reading.tags) if mark in "VX"), -1)
    if verb < 0 or reading.tags[verb] == "X":
        return False
    lead = {name.canonical for name in reading.names if name.last <= verb}
    said = verb_lemma(reading.norms[verb])
    return lead.issuperset(names) and (said in _speech() or said in word_table("counting"))


def _says(reading: Reading, at: int) -> bool:
    return verb_lemma(reading.norms[at]) in _speech()


def _taken_up(reading: Reading) -> bool:
    """Whether a sentence tells of a country by a noun: "across the country"."""
    norms = reading.norms
    return any(norms[k] in states() and norms[k - 1] == "the" for k in range(1, len(norms)))


def _joined(reading: Reading, mention: Mention) -> list[str]:
    """Two countries that a hyphen joins in a figure's clause: "the Tervian-Orlandic border"."""
    first, last = reading.clause(mention.first)
    for one, other in pairwise(reading.names):
        if first <= one.first < last and reading.norms[one.last : other.first] in (["-"], ["–"]):
            if one.canonical in load_table("countries") and other.canonical in load_table("countries"):
                return [one.canonical, other.canonical]
    return []
