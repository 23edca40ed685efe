"""Puts a claim together from what each module of this stage found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import evolve

from claimcheck.claims.about import About, entities_of, place_of
from claimcheck.claims.base_times import Running
from claimcheck.claims.context import Context
from claimcheck.claims.fingerprint import fingerprint
from claimcheck.claims.flows import both_ways, flow_of, roles_in
from claimcheck.claims.headers import with_described_unit, with_header_unit, with_label_unit, with_noted_unit
from claimcheck.claims.issuers import PUBLISHED, is_dateline, publisher
from claimcheck.claims.label_units import with_named_unit
from claimcheck.claims.measured import Measured, first_of_several, measured
from claimcheck.claims.names import Names
from claimcheck.claims.outlooks import look_ahead
from claimcheck.claims.plans import Plan, inherit, limits, share_times, time_asked
from claimcheck.claims.reading import Reading, read_unit
from claimcheck.claims.scope import scope_of
from claimcheck.claims.setting_units import with_setting_unit
from claimcheck.claims.stance import stance_of
from claimcheck.claims.telling import Telling
from claimcheck.claims.terms import Rows, terms_of
from claimcheck.claims.timing import governing_time, is_frame, is_time
from claimcheck.claims.told_places import placed
from claimcheck.claims.told_times import Told
from claimcheck.claims.topic import Topic
from claimcheck.claims.worded import worded
from claimcheck.claims.worded.dates import of_date
from claimcheck.claims.worded.parts import others
from claimcheck.extract.scan import Scan
from claimcheck.lexicon import Lexicon
from claimcheck.records import Claim, Document, Kind, TimeSpan
from claimcheck.segment.model import BlockKind, Segments, Unit

__all__ = ["build"]

# A unit with more figures or more tokens than this is a dump of numbers or words, no sentence or table cell.
_MOST = 120
_LONGEST = 2_500
# So many units, with figures or without, are searched for figures before those are read, unless they are long; it is
# less than the segmenter holds, so that none has to be cut again.
_TOGETHER = 40
_STRUCTURES = {kind: kind.value for kind in BlockKind}
_MONEY = Kind.MONEY


def build(segments: Segments, scans: Iterable[Scan | None], lexicon: Lexicon) -> list[Claim]:
    """The claims of one document, in reading order.

    ``scans`` are of its units in order, None for one without figures. A few are held at a time: to find the figures of
    several units before any of them is read is faster than to do both by turns.
    """
    document = segments.document
    names = Names.of(document.text, lexicon)
    claims: list[Claim] = []
    seen: dict[tuple[object, ...], int] = {}
    running = Running()
    asked: TimeSpan | None = None
    paragraph = -1
    told = Told()
    before = Context(segments, names)
    telling = Telling(Topic(document, names, before))
    rows = Rows(segments)
    for scan in _ahead(scans):
        unit = scan.unit
        if unit.paragraph != paragraph:
            paragraph, asked = unit.paragraph, None
        running.enter(unit)
        context = before.asker(unit)
        if not scan.mentions:
            if unit.block.kind is BlockKind.PROSE:
                running.stop()
            continue
        if len(scan.mentions) > _MOST or len(scan.tokens) > _LONGEST:
            claims.extend(_bare(scan, segments))
            continue
        reading = read_unit(scan, names)
        reading.before = before.reader(unit)
        reading.above = before.above(unit)
        before.note(reading)
        told.enter(unit)
        told.complete(reading)
        if unit.cell is not None:
            reading.mentions[:] = [
                with_named_unit(
                    with_noted_unit(with_header_unit(mention, unit.cell), unit.cell, document.text),
                    unit.cell,
                    document.text,
                )
                for mention in reading.mentions
            ]
        elif ":" in scan.vocabulary:
            reading.mentions[:] = [with_label_unit(mention, scan) for mention in reading.mentions]
        reading.mentions[:] = [
            with_setting_unit(with_described_unit(mention, document), document.text, unit.cell)
            for mention in reading.mentions
        ]
        times: list[TimeSpan] = []
        carried = running.of(reading)
        following = _following(segments, unit)
        plans = _plans(reading, document, names, carried, context, following)
        inherit(reading, plans)
        asked = time_asked(reading, plans) or asked
        share_times(reading, plans, asked)
        terms = terms_of(reading, rows) if plans else ()
        for index, plan in enumerate(plans):
            claim = _claim(reading, index, plan, plans, segments, terms, seen, telling)
            claims.append(claim)
            if is_frame(reading, reading.mentions[index]) and claim.when and (claim.when.start or claim.when.end):
                times.append(claim.when)
        running.note(reading, times, carried)
    return claims


def _ahead(scans: Iterable[Scan | None]) -> Iterator[Scan]:
    """The scans of units with figures; those of the next few units are made before the first of them is given."""
    held: list[Scan] = []
    units = tokens = 0
    for scan in scans:
        units += 1
        if scan is not None:
            held.append(scan)
            tokens += len(scan.tokens)
        if units == _TOGETHER or tokens > _LONGEST:
            yield from held
            held, units, tokens = [], 0, 0
    yield from held


def _bare(scan: Scan, segments: Segments) -> Iterator[Claim]:
    """Claims without context, of a unit that holds too many figures to be a sentence."""
    document = segments.document
    many = f"{_MOST} figures" if len(scan.mentions) > _MOST else f"{_LONGEST:,} words and marks"
    note = f"more than {many} in one sentence: no context is read"
    for ordinal, mention in enumerate(scan.mentions):
        text = mention.span.cover(document.text)
        yield Claim(
            kind=mention.kind,
            text=text,
            span=mention.span,
            document=document.id,
            quantity=mention.quantity,
            when=mention.time,
            sentence=scan.unit.span,
            structure=scan.unit.block.kind.value,
            confidence=0.3,
            notes=(note,),
            fingerprint=fingerprint(document.id, mention.kind, text, "", (), mention.time, ordinal),
        )


def _plans(
    reading: Reading,
    document: Document,
    names: Names,
    carried: TimeSpan | None,
    context: Callable[[str], tuple[str, ...]],
    following: str,
) -> list[Plan]:
    """What is found for each figure of a unit: one question is put to all of them before the next one."""
    mentions = reading.mentions
    order = range(len(mentions))
    whats = [measured(reading, index) for index in order]
    stances = [stance_of(reading, mention, following) for mention in mentions]
    abouts = [
        entities_of(reading, index, names, context, set(range(*stances[index].tokens)), whats[index].head)
        for index in order
    ]
    abouts = [_directed(reading, about, what) for about, what in zip(abouts, whats, strict=True)]
    times = [governing_time(reading, index, document, carried) for index in order]
    look_ahead(reading, stances, times, document)
    scopes = [scope_of(reading, mentions[index], (whats[index].first, whats[index].last)) for index in order]
    return list(map(Plan, order, whats, abouts, times, stances, scopes))


def _directed(reading: Reading, about: About, what: Measured) -> About:
    """Entities with the roles that the direction of exports or imports gives them."""
    if about.roles and both_ways(reading, what):
        return evolve(about, roles=())
    flow = flow_of(reading, what)
    if flow is None or not (flow.owner or flow.partner):
        return about
    parties = [name.canonical for name in (flow.owner, flow.partner) if name is not None]
    entities = about.entities if set(parties) <= set(about.entities) else (*parties, *about.entities)
    return evolve(about, entities=tuple(dict.fromkeys(entities)), roles=roles_in(flow))


def _following(segments: Segments, unit: Unit) -> str:
    """The text of the next sentence of the paragraph, or the empty string."""
    after = segments.units.get(unit.index + 1)
    return after.span.cover(segments.document.text) if after and after.paragraph == unit.paragraph else ""


def _claim(
    reading: Reading,
    index: int,
    plan: Plan,
    plans: list[Plan],
    segments: Segments,
    terms: tuple[str, ...],
    seen: dict[tuple[object, ...], int],
    telling: Telling,
) -> Claim:
    """The claim of one mention; ``seen`` counts the claims of the document that say the same."""
    mention = reading.mentions[index]
    document = segments.document
    what, event, owner = plan.measured, plan.measured.event, plan.index
    about = plan.about
    if is_time(mention):
        lead = first_of_several(reading, index)
        limited = [k for k in range(len(plans)) if k != index and limits(reading, lead, k, plans)]
        if limited:
            what, event, about = plans[limited[0]].measured, "", plans[limited[0]].about
            owner = plans[limited[0]].index
    same = mention.same_as
    if same is not None and 0 <= same < len(plans):
        what, event, owner = plans[same].measured, plans[same].measured.event, plans[same].index
    confidence = min(mention.confidence, what.confidence, about.confidence, plan.timed.confidence)
    notes = [*mention.notes]
    if what.why:
        notes.append(f"measure: {what.why}")
    if about.why:
        notes.append(f"about: {about.why}")
    if plan.timed.why:
        notes.append(f"when: {plan.timed.why}")
    if plan.stance.why:
        notes.append(f"status: “{plan.stance.why}”")
    place = place_of(reading, mention.first)
    unit = reading.unit
    sections = document.sections
    title = sections[unit.block.section].title if 0 <= unit.block.section < len(sections) else ""
    text, when = mention.span.cover(document.text), plan.timed.when
    key = (mention.kind, text.lower(), what.measure, about.entities, when)
    ordinal = seen.get(key, 0)
    seen[key] = ordinal + 1
    topic, recalled = telling.topic, telling.recalled
    dateline = is_dateline(document, reading, mention)
    shown = PUBLISHED if dateline else others(reading, mention, what) or worded(reading, owner, what, place)
    if owner > index and same is None and mention.kind is _MONEY:
        shown = worded(reading, index, Measured(), place) or shown
    if is_time(mention) and not dateline:

        def of(other: int, level: bool) -> str:
            found = plans[other]
            return worded(reading, found.index, found.measured, None, level=level)

        shown = of_date(reading, index, shown, of)
    shown = recalled.filled(reading, mention, shown)
    recalled.note(reading, mention, shown, what)
    if dateline:
        told_of = publisher(document, mention, topic.names) or topic.main
    else:
        told_of = telling.shown(reading, mention, about)
    shown, told_of = placed(reading, mention, shown, told_of, topic.main)
    return Claim(
        kind=mention.kind,
        text=text,
        span=mention.span,
        document=document.id,
        quantity=mention.quantity,
        measure=shown,
        core=what.measure,
        head=what.head,
        about=told_of,
        entities=about.entities,
        roles=about.roles,
        when=when,
        place=place,
        attribution=plan.stance.attribution,
        status=plan.stance.status,
        scope=plan.scope,
        event=event,
        terms=terms,
        sentence=unit.span,
        section=title,
        structure="table" if unit.cell is not None else _STRUCTURES[unit.block.kind],
        confidence=round(confidence, 2),
        notes=tuple(notes),
        fingerprint=fingerprint(document.id, mention.kind, text, what.measure, about.entities, when, ordinal),
    )
