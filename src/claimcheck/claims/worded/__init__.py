"""What a figure measures in words that a reader understands without the sentence.

``claims/measured`` finds the bare noun phrase by which claims are compared; here it gets back what the sentence says of
it: names that qualify it, what befell it, where, what for, and of dates the event with its verb.
"""

from __future__ import annotations

from claimcheck.claims.flows import sent_to
from claimcheck.claims.measured import Measured, measured
from claimcheck.claims.measured.counts import SO_OFTEN
from claimcheck.claims.measured.extents import FILLED, JOURNEY
from claimcheck.claims.measured.gerunds import OWNED, TO_DO
from claimcheck.claims.measured.graded import AT_POINTS
from claimcheck.claims.measured.outlays import AS_SUM
from claimcheck.claims.measured.reckoned import AMOUNT_OF, CHANGE_OF
from claimcheck.claims.measured.states import STATE_OF
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.worded.cells import spelled_label
from claimcheck.claims.worded.changes import compared_to, of_change
from claimcheck.claims.worded.completed import with_denominator, with_pronouns, with_rate
from claimcheck.claims.worded.doing import of_deed, of_which
from claimcheck.claims.worded.events import of_event
from claimcheck.claims.worded.flows import of_flow
from claimcheck.claims.worded.owners import with_effect, with_event, with_owner, with_state
from claimcheck.claims.worded.parts import others, out_of
from claimcheck.claims.worded.shares import of_rank, of_share
from claimcheck.claims.worded.sizes import of_age, of_size
from claimcheck.claims.worded.spans import of_span
from claimcheck.claims.worded.sums import of_sum
from claimcheck.claims.worded.surface import attached, joined, respelled, spelled, word_set
from claimcheck.claims.worded.things import of_thing
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["worded"]

_WAYS = {
    Kind.PERCENT: of_share,
    Kind.RATIO: of_share,
    Kind.RANK: of_rank,
    Kind.DATE: of_event,
    Kind.PERIOD: of_event,
}
_WHOLE = frozenset({STATE_OF, OWNED, TO_DO, SO_OFTEN, FILLED, AS_SUM, AT_POINTS})
_CHANGE, _MONEY, _RATIO, _MEASURE, _PERCENT = Kind.CHANGE, Kind.MONEY, Kind.RATIO, Kind.MEASURE, Kind.PERCENT
_RELATIVE = frozenset({Kind.CHANGE, Kind.RATIO})
_PERSONAL = frozenset({Kind.AGE, Kind.COUNT})
_REPEATED = frozenset({Kind.FREQUENCY, Kind.DURATION})
_PARTED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_FLOWING = frozenset({Kind.MONEY, Kind.MEASURE, Kind.CHANGE})
_TO = frozenset({"to"})
_PLACED = frozenset({Kind.COUNT, Kind.DATE, Kind.PERIOD})


def worded(reading: Reading, index: int, what: Measured, place: str | None, *, level: bool = False) -> str:
    """The full wording of ``what``, which the unit's mention number ``index`` measures; a bare noun takes its place.

    With ``level`` it is what changes that is worded, not its change.
    """
    mention = reading.mentions[index]
    if reading.unit.cell is not None and mention.kind is Kind.RANK:
        return " ".join("rank" if word == "ranking" else word for word in what.measure.split())
    moved = mention.quantity is not None and mention.quantity.role == "by"
    if what.why == CHANGE_OF and index:
        of = next(k for k in range(index - 1, -1, -1) if reading.mentions[k].kind not in TIMES)
        whole = worded(reading, of, measured(reading, of), place, level=True)
        return whole if level else of_change(reading, mention, whole, beside=True)
    if level and (moved or mention.kind in _RELATIVE):
        return _bare(reading, index, what, place)
    return _qualified(reading, index, what, _bare(reading, index, what, place))


def _qualified(reading: Reading, index: int, what: Measured, text: str) -> str:
    """A wording with the noun that its kind of figure is of: the rise in, the age of, the length of something."""
    mention = reading.mentions[index]
    if reading.unit.cell is not None:
        return text
    text = with_denominator(reading, what, text)
    text = with_rate(mention, with_pronouns(reading, mention, what, _rated(reading, mention, text)))
    text = with_state(reading, mention, what, with_owner(reading, mention, what, text))
    text = with_event(reading, mention, what, text)
    kind = mention.kind
    if kind in TIMES:
        return with_effect(reading, mention, what, text)
    moved = mention.quantity is not None and mention.quantity.role == "by" and kind is not Kind.DURATION
    if moved or kind is _CHANGE:
        return of_change(reading, mention, text)
    if kind in _PERSONAL:
        return of_age(reading, mention, text)
    if kind is _MONEY:
        return of_sum(reading, mention, what, text)
    if kind in _REPEATED:
        return of_span(reading, mention, of_deed(reading, mention, text))
    if kind is _RATIO:
        return compared_to(reading, mention, text)
    return of_size(reading, mention, what, text) if kind is _MEASURE else text


def _often(reading: Reading, mention: Mention) -> str:
    """How often so much is made: "annually produces 90 tonnes" is annual production."""
    adverb = reading.norms[mention.first - 2] if mention.first > 1 else ""
    return f"{_OFTEN[adverb]} " if adverb in _OFTEN else ""


_OFTEN = {"annually": "annual", "yearly": "annual", "monthly": "monthly", "weekly": "weekly", "daily": "daily"}


def _made(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "The mill produces 40,000 tonnes": the production of the mill."""
    noun = load_table("transfers")["amount_of"].get(what.head) if what.head == what.event else None
    thing = what.measure.removesuffix(f" {what.head}")
    if noun is None or thing == what.measure:
        return ""
    return joined([str(noun), "of", *respelled(reading, thing, mention.first).split()])


def _rated(reading: Reading, mention: Mention, text: str) -> str:
    """What is told in percent by its name, and people by where they live: the unemployment rate, the population."""
    if mention.kind is _PERCENT:
        words = text.split()
        if words[:1] and words[0] in word_set("rated") and "rate" not in words:
            return " ".join([words[0], "rate", *words[1:]])
    if text.split()[:1] == ["people"] and mention.kind is Kind.COUNT and _of_place(reading, mention):
        return "inhabitants"
    if text in {"people lived", "people living", "people live"} and mention.kind is Kind.COUNT:
        return "population"
    return text


def _of_place(reading: Reading, mention: Mention) -> bool:
    """Whether a number tells how many live in a place: "a village of some 600 people"."""
    at = mention.first - 1
    return at > 0 and reading.norms[at] == "of" and reading.norms[at - 1] in word_set("peopled")


def _bare(reading: Reading, index: int, what: Measured, place: str | None) -> str:
    """A wording of what is measured alone."""
    mention = reading.mentions[index]
    cell, unit = reading.unit.cell, reading.unit
    counted = mention.kind is Kind.COUNT and cell is not None and not cell.header  # a cell that says of what it is
    if not what.measure or what.first < 0 or (cell is not None and not counted):
        if mention.kind is Kind.RANK:
            return of_rank(reading, mention, what)
        heading = unit.span.cover(reading.scan.document.text) if cell is not None and cell.header else ""
        return spelled_label(cell, what, heading) if cell is not None else what.label or what.measure
    if what.why == AMOUNT_OF or mention.kind in _FLOWING:
        if flow := of_flow(reading, what):
            return flow
        if what.why == AMOUNT_OF:
            goal, _ = attached(reading, mention.last, len(reading.tokens), links=_TO, skip=_TO)
            return joined([_often(reading, mention), what.measure, *goal])
    if what.why == JOURNEY:
        trip, _ = attached(reading, mention.last, len(reading.tokens), links=frozenset({"from", "to"}), most=2)
        return joined([*respelled(reading, what.measure, mention.first).split(), *trip])
    if what.why in _WHOLE:
        whole = respelled(reading, what.measure, mention.first)
        own = " ".join(spelled(reading, what.first, what.last)) if what.why == OWNED else "?"
        more = of_thing(reading, mention, what) if what.why == OWNED else ""
        return whole + more[len(own) :] if more.startswith(f"{own} ") else whole
    if mention.kind in _PARTED and (parted := of_which(reading, mention) or out_of(reading, mention)):
        return parted
    if said := others(reading, mention, what):
        return said
    way = of_event if what.verb >= 0 else _WAYS.get(mention.kind, of_thing)
    if mention.kind is _MEASURE and (made := _made(reading, mention, what)):
        return made
    found = way(reading, mention, what) or respelled(reading, what.measure, mention.first)
    if mention.kind in _FLOWING and (whom := sent_to(reading, what)) is not None:
        found = joined([*found.split(), "to", whom.canonical.lower()])
    if place and mention.kind in _PLACED and " " not in found and place.lower() != found:
        return f"{found} in {place.lower()}"
    return found
