"""What a figure measures: one module for each way in which English says it."""

from __future__ import annotations

from attrs import evolve

from claimcheck.claims.grammar import grammar
from claimcheck.claims.measured.ages import of_age
from claimcheck.claims.measured.amounting import stated
from claimcheck.claims.measured.bracketed import bracketed
from claimcheck.claims.measured.cells import label_words, of_cell
from claimcheck.claims.measured.counts import of_count, tally_of
from claimcheck.claims.measured.elided import supplied
from claimcheck.claims.measured.events import of_time
from claimcheck.claims.measured.extents import of_extent
from claimcheck.claims.measured.gerunds import had
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.measured.money import of_money
from claimcheck.claims.measured.ranks import of_rank
from claimcheck.claims.measured.reckoned import absolute, changed, reckoned, traded
from claimcheck.claims.measured.restated import restated
from claimcheck.claims.measured.shares import of_share
from claimcheck.claims.measured.states import of_state
from claimcheck.claims.measured.versions import of_version
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["Measured", "first_of_several", "measured"]

# Labels that say no more than that a value follows: what it is the value of stands outside the sentence.
_GENERIC = frozenset({"default", "max", "min", "maximum", "minimum", "limit", "value", "total"})

_BESIDE = 14
_WAYS = {
    Kind.COUNT: of_count,
    Kind.FREQUENCY: of_extent,
    Kind.MONEY: of_money,
    Kind.PERCENT: of_share,
    Kind.RATIO: of_share,
    Kind.CHANGE: of_extent,
    Kind.RANK: of_rank,
    Kind.DATE: of_time,
    Kind.PERIOD: of_time,
    Kind.MEASURE: of_extent,
    Kind.DURATION: of_extent,
    Kind.AGE: of_age,
    Kind.VERSION: of_version,
    Kind.IDENTIFIER: of_extent,
}


def first_of_several(reading: Reading, index: int) -> int:
    """The number of the first of the dates that "and" joins to this one: "the uprisings of 2005 and 2010"."""
    while index:
        mention, before = reading.mentions[index], reading.mentions[index - 1]
        gap = [token.norm for token in reading.tokens[before.last : mention.first]]
        own = reading.tags[mention.first] == "P" or reading.tokens[mention.first].norm in grammar().prepositions
        listed = gap == [","] and index + 1 < len(reading.mentions) and _joined(reading, index)
        if before.kind is not mention.kind or own or not (gap in (["and"], ["or"], [",", "and"]) or listed):
            break
        index -= 1
    return index


def _joined(reading: Reading, index: int) -> bool:
    """Whether "and" joins the next date to a date that a comma parts from the one before: "in 2012, 2016 and 2019"."""
    mention, after = reading.mentions[index], reading.mentions[index + 1]
    gap = reading.norms[mention.last : after.first]
    return after.kind is mention.kind and gap in (["and"], ["or"], [",", "and"], [","])


def measured(reading: Reading, index: int) -> Measured:
    """What the unit's mention number ``index`` measures."""
    mention: Mention = reading.mentions[index]
    end = reading.chain_end(index)
    if mention.kind in TIMES:
        mention = reading.mentions[first_of_several(reading, index)]
    elif end != mention.last and (mention.kind is not Kind.COUNT or tally_of(reading, mention) is None):
        mention = evolve(mention, last=end)
    if reading.unit.cell is not None:
        inside = of_cell(reading, mention)
        if inside is not None:
            return inside
    found = (
        _compared_with_itself(reading, index, mention)
        or _fronted(reading, mention)
        or bracketed(reading, mention)
        or reckoned(reading, mention)
        or traded(reading, mention)
        or absolute(reading, mention)
        or (restated(reading, mention, measured) if mention.kind in _SHARES else None)
        or stated(reading, mention, _WAYS[mention.kind](reading, mention))
    )
    found = changed(reading, index, mention, found, measured)
    if mention.kind in _HAD:
        found = had(reading, mention, found)
    if mention.kind is Kind.MEASURE:
        found = of_state(reading, mention, found)
    if reading.unit.cell is None:
        found = supplied(reading, mention, found, measured)
    if reading.unit.label and (not found.measure or found.measure in _GENERIC):
        words = label_words(reading.unit.label)
        if words:
            return Measured(" ".join(words), words[-1], found.event, why=f"the remark on “{reading.unit.label}”")
    return found


_SHARES = frozenset({Kind.PERCENT, Kind.RATIO})
_HAD = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT})
_FRONTED = frozenset({Kind.MEASURE, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.AGE})


def _fronted(reading: Reading, mention: Mention) -> Measured | None:
    """ "At 460 metres, the bridge is the longest": a figure put first is the subject's."""
    at = mention.last
    if mention.kind not in _FRONTED or mention.first != 1 or reading.norms[0] not in {"at", "with"}:
        return None
    if at >= len(reading.tokens) or reading.tokens[at].text != ",":
        return None
    phrase = phrase_after(reading, at + 1)
    follows = reading.tags[phrase.last : phrase.last + 6] if phrase is not None else []
    if phrase is None or reading.tags[phrase.head] != "N" or not {"V", "X"} & set(follows):
        return None
    return from_phrase(reading, phrase, "the subject that the figure is put before", confidence=0.9)


def _compared_with_itself(reading: Reading, index: int, mention: Mention) -> Measured | None:
    """ "1,642 GWh of electricity, 6% less than in 2020": a change of what the figure before it measures."""
    at = mention.last
    if not index or at + 1 >= len(reading.tokens) or reading.tokens[mention.first - 1].text not in ",(":
        return None
    if reading.tokens[at].norm not in words_of_change().comparatives or reading.tokens[at + 1].norm != "than":
        return None
    before = [k for k in range(index) if reading.mentions[k].kind not in TIMES]
    if not before or mention.first - reading.mentions[before[-1]].last > _BESIDE:
        return None
    found = measured(reading, before[-1])
    return evolve(found, why="what the figure before it measures", confidence=0.9) if found.measure else None
