"""The profiles of claims, worked out once a claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from claimcheck.align.blocks import entry_words
from claimcheck.align.changed import changed_thing
from claimcheck.align.context import AVERAGED, ends_with_head, measure_words, narrows
from claimcheck.align.facts import some
from claimcheck.align.families import in_families
from claimcheck.align.forms import with_forms
from claimcheck.align.history import below_common, is_history_file, is_record_file, is_report_file
from claimcheck.align.inventory import with_inventory
from claimcheck.align.limits import limit_of
from claimcheck.align.mention import carried_names, is_base, of_a_part, phrasal, versions_named
from claimcheck.align.neighbours import with_neighbours
from claimcheck.align.profile import Profile
from claimcheck.align.projects import are_documentation, family_of, pages_of, projects_of
from claimcheck.align.rates import per_one
from claimcheck.align.settings import description
from claimcheck.align.silence import silent
from claimcheck.align.stories import Story, stories_of
from claimcheck.align.topics import topic_names
from claimcheck.align.weights import NAME, weight
from claimcheck.align.words import anyone, contrasts, scopes, values_of
from claimcheck.claims.grammar import grammar
from claimcheck.claims.scope import dimensions
from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import dimension
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim, Document, Kind, Span, TimeSpan
from claimcheck.segment.nature import FOREIGN

__all__ = ["profiles"]

_EVENT_KINDS = frozenset({Kind.DATE, Kind.PERIOD})


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load_table("events")["calendar"])


_NUMBERING = re.compile(r"[A-Za-z]\.?\d+")


def _describes(word: str) -> bool:
    """Whether a word before a noun says how a figure is taken, or what it is like: the final figure."""
    return word in grammar().adjectives or word in dimensions()


@cache
def _counting() -> frozenset[str]:
    return frozenset(load_table("events")["counting"])


@cache
def _spans() -> frozenset[str]:
    return frozenset(load_table("events")["spans"])


def _is_entity(name: str) -> bool:
    """Whether a name is one of a thing: not a day, not the number of a question."""
    return fold(name) not in _calendar() and not _NUMBERING.fullmatch(name)


def _dimension(claim: Claim) -> str:
    quantity = claim.quantity
    if claim.kind in _EVENT_KINDS:
        return "date" if claim.when is not None and claim.when.relative is None else ""
    if quantity is None:
        return ""
    if claim.kind in (Kind.VERSION, Kind.IDENTIFIER):
        return claim.kind.value
    if quantity.low is None and quantity.high is None:
        return ""
    base = (quantity.unit and dimension(quantity.unit)) or "number"
    if claim.kind in (Kind.RANK, Kind.AGE, Kind.FREQUENCY):
        return claim.kind.value if base in ("number", "time") else f"{claim.kind.value} {base}"
    if quantity.role in ("by", "times") or (claim.kind is Kind.CHANGE and not quantity.role):
        return f"change {base}"
    if claim.kind is Kind.RATIO and base == "number":
        return "ratio"
    if quantity.role == "from":
        base = f"{base} before"
    return f"{base} per {quantity.per}" if quantity.per else base


@cache
def _past() -> frozenset[str]:
    return frozenset(load_table("events")["past"])


# Words of these dimensions exclude one another only where they stand beside the noun: a first hour, a second node.
_NEAR_NOUN = frozenset({"position", "extreme", "compass", "turn", "dimension", "stage", "direct"})


def _situated(claim: Claim, document: Document | None) -> list[str]:
    """The part of a country that a clause is of: "spent 34 million in the north"."""
    if document is None:
        return []
    start, end = max(claim.sentence.start, claim.span.start - _REACH), claim.span.end + _REACH
    return [found.lower() for found in _IN_THE.findall(document.text, start, min(end, claim.sentence.end))]


_REACH = 60  # characters beside a figure
_IN_THE = re.compile(r"\b(?:in|to|from) the ((?:north|south)(?:-?(?:east|west))?|east|west)\b(?! of)", re.IGNORECASE)


def _contrasts(words: set[str], near: set[str], event: str) -> Mapping[str, set[str]]:
    """The contrasts that a context names; of several values of one that of the claim's own event holds: "36 died, and
    129 were injured".
    """
    found = values_of(words, contrasts())
    own = values_of({event}, contrasts()) if any(len(values) > 1 for values in found.values()) else {}
    found = {name: own.get(name, values) if len(values) > 1 else values for name, values in found.items()}
    close = values_of(near, contrasts())
    return {
        dimension: close.get(dimension, set()) if dimension in _NEAR_NOUN else values
        for dimension, values in found.items()
        if dimension not in _NEAR_NOUN or dimension in close
    }


def _profile(
    index: int,
    claim: Claim,
    number: int,
    document: Document | None,
    lexicon: Lexicon,
    adverbial: bool,
    project: str,
    page: str,
    history: bool,
    topic: Mapping[str, float],
    story: Story | None,
) -> Profile:
    moved = changed_thing(claim)
    measure = measure_words(moved or claim.core, lexicon)
    head = measure[-1] if (moved or ends_with_head(claim)) and measure else _inner_head(claim, lexicon)
    if claim.kind is Kind.CHANGE and len(measure) > 1 and head in (claim.event, lexicon.synonym(claim.event)):
        head = _changing(claim, measure, lexicon)
    if head in _counting() and len(measure) > 1 and measure[-1] == head and not _describes(measure[-2]):
        head = measure[-2]  # "passenger numbers" are of passengers
    if head in _spans() and claim.kind is Kind.DURATION and len(measure) > 1 and measure[-1] == head:
        head = measure[-2]  # "journey time" is how long a journey takes
    head = _role(head, claim)
    base = document is not None and is_base(claim, document)
    if moved:
        claim_event = claim.head
    elif claim.event and document is not None:
        claim_event = phrasal(claim.event, claim.sentence.cover(document.text))
    else:
        claim_event = claim.event
    event = lexicon.synonym(claim_event) if claim_event and not base else ""
    modifiers = some(word for word in measure if word not in (head, event) and narrows(word))
    words: dict[str, float] = {}
    plain = {*measure, head, event, *(lexicon.synonym(term) for term in claim.terms)} - {""}
    plain |= {lexicon.synonym(part) for word in plain if "_" in word for part in word.split("_") if len(part) > 1}
    for word in sorted(plain):
        if (heavy := weight(word)) > 0:
            words[word] = heavy
    entities = tuple(name for name in dict.fromkeys(claim.entities) if _is_entity(name))
    elsewhere = of_a_part(entities, claim, document)
    if elsewhere:
        entities = tuple(name for name in entities if name not in elsewhere)
    for name in (*entities, *([claim.place] if claim.place else [])):
        parts = [part for part in fold(name).split() if weight(part) > 0] or [fold(name)]
        for part in parts:
            words[part] = max(words.get(part, 0.0), NAME / len(parts))
    told = description(claim, document, lexicon)
    for word, heavy in told.items():
        if heavy and claim.structure != "table":  # a row's words are among the claim's
            words[word] = max(words.get(word, 0.0), heavy)
    beside = entry_words(claim, document)
    for word in sorted(beside):
        if (heavy := weight(word)) > 0:
            words.setdefault(lexicon.synonym(word), heavy)
    around = document.sections_at(claim.span.start) if document is not None else []
    titles = [section.title for section in around] or ([claim.section] if claim.section else [])
    if document is not None and document.title:
        titles.append(document.title)
    dated = [section.published for section in around if section.published]
    versions = [section.version for section in around if section.version]
    scope_words = {*claim.scope, *measure, *(AVERAGED & plain)}
    sets_limit, bounded = limit_of(claim, document)
    carried = carried_names(entities, claim, document, titles, lexicon)
    return Profile(
        index,
        claim,
        number,
        "" if adverbial or _foreign(document) or silent(claim, document) else _dimension(per_one(claim)),
        head,
        modifiers,
        event,
        entities,
        words,
        tuple(titles),
        values_of(scope_words, scopes()),
        _contrasts({*plain, *claim.scope}, {*measure, head, event, *_situated(claim, document)}, event),
        dated[-1] if dated else (document.published if document is not None else None),
        versions[-1] if versions else None,
        sum(words.values()),
        sets_limit,
        per_one(bounded),
        labels=versions_named(claim, document),
        history=history,
        project=project,
        description=told,
        page=page,
        family=family_of(claim.document) if project else "",
        carried=carried,
        titled=some(carried_names(entities, claim, document, (), lexicon) - carried),
        past=bool(_past() & {*claim.terms, *claim.core.split()}),
        source=document,
        lexicon=lexicon,
        topic=topic,
        story=story,
    )


def _role(head: str, claim: Claim) -> str:
    """What people are whom a verb says to be in a role: whom a mill employs, or who work for it, are employees."""
    roles = load_table("people")["roles"]
    if claim.kind is not Kind.COUNT or head not in anyone() or claim.quantity is None or claim.quantity.per:
        return head
    working = next((role for phrase, role in roles["phrases"].items() if phrase in claim.measure), head)
    return str(roles["verbs"].get(claim.event, working))


def _changing(claim: Claim, measure: Sequence[str], lexicon: Lexicon) -> str:
    """The noun whose verb tells the change: "exports fall" is of exports, "the price of steel drops" of the price."""
    words = claim.core.split()
    at = words.index("of") if "of" in words else 0
    held = lexicon.synonym(words[at - 1]) if at else ""
    return held if held in measure and held not in _counting() else measure[-2]


def _inner_head(claim: Claim, lexicon: Lexicon) -> str:
    """The head of a measure that goes on after it ("death toll of the collapse"), with the word before it."""
    words = claim.core.split()
    if claim.head not in words:
        return lexicon.synonym(claim.head)
    at = words.index(claim.head)
    return measure_words(" ".join(words[max(0, at - 1) : at + 1]), lexicon)[-1]


def _foreign(document: Document | None) -> bool:
    return document is not None and FOREIGN in document.attributes


def profiles(claims: Sequence[Claim], documents: Sequence[Document], lexicon: Lexicon) -> list[Profile]:
    """The profiles of all claims, in their order."""
    number = {document.id: at for at, document in enumerate(documents)}
    for claim in claims:
        number.setdefault(claim.document, len(number))
    known = {document.id: document for document in documents}
    home = projects_of(number)
    tree = are_documentation(documents)
    pages = pages_of(documents)
    past = {
        id: (is_history_file(below) or is_report_file(below)) if tree else _is_history(below, known.get(id))
        for id, below in below_common(number).items()
    }
    held = {
        (claim.document, claim.sentence, claim.when, event)
        for claim in claims
        if claim.when is not None and claim.kind in _FIGURES
        for event in (claim.event, claim.head, "")
    }
    topics = {} if tree else {document.id: topic_names(document, lexicon) for document in documents}
    stories = {} if tree else stories_of(claims, documents, lexicon)
    made = [
        _profile(
            index,
            claim,
            number[claim.document],
            known.get(claim.document),
            lexicon,
            _tells_when(claim, held),
            home[claim.document] if tree else "",
            pages.get(claim.document, ""),
            past[claim.document],
            topics.get(claim.document, {}),
            stories.get(claim.document),
        )
        for index, claim in enumerate(claims)
    ]
    made = with_forms(with_neighbours(in_families(made)))
    return with_inventory(made, documents, home) if tree else made


def _is_history(below: str, document: Document | None) -> bool:
    """Whether a file that belongs to no project tells of other times; a dated record tells of its own."""
    dated = document is not None and document.published is not None
    return is_history_file(below) and not (dated and is_record_file(below))


# Kinds of figure that a date in their sentence tells the time of.
_FIGURES = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.RANK, Kind.CHANGE, Kind.RATIO})


def _tells_when(claim: Claim, held: set[tuple[str, Span, TimeSpan, str]]) -> bool:
    """Whether a date only tells when a figure of its sentence held: then it is no claim on an event's date."""
    when = claim.when
    if claim.kind not in _EVENT_KINDS or when is None:
        return False
    return (claim.document, claim.sentence, when, claim.event) in held
