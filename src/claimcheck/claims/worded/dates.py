"""What a date is the date of, where no event stands beside it: a level compared with, a figure, a table's rows."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.cells import captioned
from claimcheck.claims.measured.eventful import occasional
from claimcheck.claims.measured.model import main_verb, object_of
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.doing import antecedent
from claimcheck.claims.worded.surface import attached, joined, participle_of, passive, phrase_words, word_set
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["of_date"]

_TIMES = frozenset({Kind.DATE, Kind.PERIOD})
_MOVES = frozenset({Kind.CHANGE, Kind.RATIO})
_AGAINST = frozenset({"than", "as"})
_BARE = 2  # tokens between a comparison and its date: a preposition and an article


def of_date(reading: Reading, index: int, text: str, of: Callable[[int, bool], str]) -> str:
    """The wording of the date number ``index``, ``text`` where nothing else is nearer; ``of`` words another figure,
    without its change where the second argument says so.
    """
    mention = reading.mentions[index]
    cell = reading.unit.cell
    if cell is not None:
        return text or captioned(cell)
    level = _level(reading, mention)
    if level is not None:
        return of(level, True) or text
    if text:
        return text
    done = _counted_by(reading, mention)
    if done is not None:
        return of(done, False) or _of_pronoun(reading, mention)
    said = _of_pronoun(reading, mention)
    if said:
        return said
    beside = _beside(reading, mention)
    return of(beside, False) if beside is not None else ""


def _level(reading: Reading, mention: Mention) -> int | None:
    """The figure with which a comparison is made: "1,642 GWh, 6% less than in 2020" compares with what there was then,
    that is with a figure of the same thing as the one before the change.
    """
    k = mention.first - 1
    while k > 0 and reading.tags[k] in "PD" and reading.norms[k] not in _AGAINST and mention.first - k <= _BARE:
        k -= 1
    if k < 1 or reading.norms[k] not in _AGAINST:
        return None
    moved = [at for at, other in enumerate(reading.mentions) if _moves(other) and other.last <= k + 1]
    if not moved:
        return None
    first = reading.mentions[moved[-1]].first
    before = [at for at in range(moved[-1]) if not _moves(other := reading.mentions[at]) and other.kind not in _TIMES]
    parted = first > 0 and reading.tokens[first - 1].text in ",("
    return before[-1] if before and parted else moved[-1]


def _moves(mention: Mention) -> bool:
    """Whether a figure tells a change or a multiple."""
    return mention.kind in _MOVES or (mention.quantity is not None and mention.quantity.role == "by")


def _of_pronoun(reading: Reading, mention: Mention) -> str:
    """What became of "it" or "them", that is of the subject of the sentence before: "It was built between …"."""
    verb = main_verb(reading, mention)
    if verb is None or reading.tags[verb] != "V":
        return ""
    k = verb - 1
    while k > 0 and (reading.tags[k] in "XMT" or reading.norms[k] in _FORESEEN):
        k -= 1
    if k < 0 or reading.norms[k] not in _PRONOUNS | _PERSONS:
        return ""
    words = antecedent(reading, k) if reading.norms[k] in _PRONOUNS else []
    if not words and reading.norms[k] in _PRONOUNS:
        return ""
    limit = reading.clause(verb)[1]
    if passive(reading, verb):
        planned = reading.norms[k + 1 : verb]
        ahead = "be" in planned and not {"to", "will"}.isdisjoint(planned)
        return joined([*words, *(["to", "be"] if ahead else []), participle_of(reading, verb)])
    target = object_of(reading, verb, limit)
    if target is not None:
        return joined([*words, reading.norms[verb], *phrase_words(reading, target)])
    more, _ = attached(reading, verb + 1, limit, links=word_set("far"))
    if not words and not more and verb_lemma(reading.norms[verb]) in occasional("perceiving"):
        return ""
    return joined([*words, reading.norms[verb], *more])


def _counted_by(reading: Reading, mention: Mention) -> int | None:
    """The figure that a verb has for its object: "By May they had reached 26 of the counties"."""
    verb = main_verb(reading, mention)
    at = verb + 1 if verb is not None and reading.tags[verb] == "V" else len(reading.tokens)
    while at < len(reading.tokens) and reading.tags[at] in "DM":
        at += 1
    figure = reading.figure_at[at] if at < len(reading.tokens) else -1
    return figure if figure >= 0 and reading.mentions[figure].kind in _OBJECTS else None


_OBJECTS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY})
_FORESEEN = frozenset({"to", "expected", "planned", "due", "said", "scheduled", "supposed", "thought"})
_PERSONS = frozenset({"he", "she", "we", "i", "who"})  # of whom the entities tell, where they are known
_PRONOUNS = frozenset({"it", "they", "these", "this", "both"})


def _beside(reading: Reading, mention: Mention) -> int | None:
    """The nearest figure of a date's clause."""
    first, last = reading.clause(mention.first)
    near = [
        (abs(other.first - mention.first), at)
        for at, other in enumerate(reading.mentions)
        if other.kind not in _TIMES and first <= other.first < last
    ]
    return min(near)[1] if near else None
