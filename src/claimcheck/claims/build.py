"""Puts a claim together from what each module of this stage found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from claimcheck.claims.about import About, entities_of, place_of
from claimcheck.claims.context import Context
from claimcheck.claims.fingerprint import fingerprint
from claimcheck.claims.headers import with_described_unit, with_header_unit, with_label_unit, with_noted_unit
from claimcheck.claims.label_times import complete
from claimcheck.claims.label_units import with_named_unit
from claimcheck.claims.measured import Measured, first_of_several, measured
from claimcheck.claims.names import Names
from claimcheck.claims.reading import Reading, read_unit
from claimcheck.claims.scope import scope_of
from claimcheck.claims.stance import Stance, stance_of
from claimcheck.claims.terms import Rows, terms_of
from claimcheck.claims.timing import Timed, governing_time, in_the_present, is_frame, is_time
from claimcheck.claims.topic import PUBLISHED, Topic
from claimcheck.claims.worded import worded
from claimcheck.claims.worded.dates import of_date
from claimcheck.claims.worded.surface import word_set
from claimcheck.extract.scan import Mention, Scan
from claimcheck.lexicon import Lexicon
from claimcheck.records import Claim, Granularity, Kind, TimeSpan
from claimcheck.segment.model import BlockKind, Segments, Unit

__all__ = ["build"]

# A unit with more figures or more tokens than this is a dump of numbers or words, no sentence or table cell.
_MOST = 120
_LONGEST = 2_500


def build(segments: Segments, scans: Iterable[Scan], lexicon: Lexicon) -> list[Claim]:
    """The claims of one document, in reading order; of its scans no more than one is held at a time."""
    document = segments.document
    names = Names.of(document.text, lexicon)
    claims: list[Claim] = []
    seen: dict[tuple[object, ...], int] = {}
    carried: TimeSpan | None = None
    asked: TimeSpan | None = None
    paragraph = -1
    year: int | None = None
    before = Context(segments, names)
    topic = Topic(document, names, before)
    rows = Rows(segments)
    for scan in scans:
        unit = scan.unit
        if unit.paragraph != paragraph:
            paragraph, carried, year, asked = unit.paragraph, None, None, None
        context = before.asker(unit)
        if not scan.mentions:
            carried = carried if unit.block.kind is not BlockKind.PROSE else None
            continue
        if len(scan.mentions) > _MOST or len(scan.tokens) > _LONGEST:
            claims.extend(_bare(scan, segments))
            continue
        reading = read_unit(scan, names)
        reading.before = before.reader(unit)
        reading.above = before.above(unit)
        before.note(reading)
        year = _complete_times(reading, year)
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
        reading.mentions[:] = [with_described_unit(mention, document) for mention in reading.mentions]
        times: list[TimeSpan] = []
        if carried is not None and in_the_present(reading):
            carried = None
        following = _following(segments, unit)
        plans = [
            _plan(reading, index, segments, names, carried, context, following)
            for index in range(len(reading.mentions))
        ]
        _inherit(reading, plans)
        asked = _time_asked(reading, plans) or asked
        _share_times(reading, plans, asked)
        terms = terms_of(reading, rows) if plans else ()
        for index, plan in enumerate(plans):
            claim = _claim(reading, index, plan, plans, segments, terms, seen, topic)
            claims.append(claim)
            if is_frame(reading, reading.mentions[index]) and claim.when and (claim.when.start or claim.when.end):
                times.append(claim.when)
        carried = times[0] if len(set(times)) == 1 else None
    return claims


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


def _complete_times(reading: Reading, year: int | None) -> int | None:
    """Give months without a year that of the last date of the paragraph; returns the year to go on with."""
    for index, mention in enumerate(reading.mentions):
        time = mention.time
        if time is None:
            continue
        found = complete(time, year) if year is not None else None
        if found is not None:
            note = f"the year {year} is taken from a date before it"
            reading.mentions[index] = evolve(mention, time=found, confidence=0.8, notes=(*mention.notes, note))
            continue
        if time.start and time.end and time.start.year == time.end.year:
            year = time.start.year
    return year


class _Plan:
    """What was found for one mention; ``index`` is the mention that says what it measures."""

    __slots__ = ("about", "index", "measured", "scope", "stance", "timed")

    def __init__(
        self, index: int, measured_: Measured, about: About, timed: Timed, stance: Stance, scope: tuple[str, ...]
    ) -> None:
        self.index = index
        self.measured = measured_
        self.about = about
        self.timed = timed
        self.stance = stance
        self.scope = scope


def _plan(
    reading: Reading,
    index: int,
    segments: Segments,
    names: Names,
    carried: TimeSpan | None,
    context: Callable[[str], tuple[str, ...]],
    following: str,
) -> _Plan:
    mention = reading.mentions[index]
    what = measured(reading, index)
    stance = stance_of(reading, mention, following)
    about = entities_of(reading, index, names, context, set(range(*stance.tokens)), what.head)
    timed = governing_time(reading, index, segments.document, carried)
    scope = scope_of(reading, mention, (what.first, what.last))
    return _Plan(index, what, about, timed, stance, scope)


def _following(segments: Segments, unit: Unit) -> str:
    """The text of the next sentence of the paragraph, or the empty string."""
    after = segments.units.get(unit.index + 1)
    return after.span.cover(segments.document.text) if after and after.paragraph == unit.paragraph else ""


def _inherit(reading: Reading, plans: list[_Plan]) -> None:
    """Ellipsis: a figure without a noun measures what the nearest figure of its kind does, before rather than after."""
    for index, plan in enumerate(plans):
        if plan.measured.measure or is_time(reading.mentions[index]):
            continue
        kind = reading.mentions[index].kind
        changed = [k for k in range(index) if reading.mentions[k].kind is Kind.CHANGE and plans[k].measured.measure]
        if changed and reading.mentions[index].first - reading.mentions[changed[-1]].last <= 4:
            plan.measured = evolve(plans[changed[-1]].measured, why="what changes", confidence=0.9)
            plan.index = changed[-1]
            continue
        order = [*range(index - 1, -1, -1), *range(index + 1, len(plans))]
        for other in order:
            found = plans[other].measured
            if reading.mentions[other].kind is kind and found.measure:
                plan.index = plans[other].index
                plan.scope = tuple(sorted({*plan.scope, *plans[other].scope}))
                plan.measured = evolve(
                    found,
                    event=plan.measured.event or found.event,
                    why="as the figure beside it",
                    confidence=0.8,
                )
                break


def _share_times(reading: Reading, plans: list[_Plan], asked: TimeSpan | None) -> None:
    """Give figures without a time that of the one before them that measures the same: "in 2020 7% of …, and 9% of …";
    shares that follow a survey that of the survey, ``asked``.
    """
    for index, plan in enumerate(plans):
        mention = reading.mentions[index]
        if plan.timed.when is not None or is_time(mention):
            continue
        before = next((k for k in range(index - 1, -1, -1) if reading.mentions[k].kind is mention.kind), None)
        parted = before is not None and any(is_time(one) for one in reading.mentions[before + 1 : index])
        if before is not None and not parted and plans[before].timed.mention >= 0:
            same = plans[before].measured.measure
            if same and plan.measured.measure == same:
                plan.timed = evolve(plans[before].timed, why="as the figure before it", confidence=0.8)
        if plan.timed.when is None and asked is not None and mention.kind in {Kind.PERCENT, Kind.RATIO}:
            plan.timed = Timed(asked, -1, "the survey that is told of", 0.7)


def _time_asked(reading: Reading, plans: Sequence[_Plan]) -> TimeSpan | None:
    """The one time of a sentence that tells of a survey."""
    if word_set("surveying").isdisjoint(reading.scan.vocabulary):
        return None
    times = {plan.timed.when for k, plan in enumerate(plans) if is_time(reading.mentions[k]) and plan.timed.when}
    counted = {plan.timed.when for k, plan in enumerate(plans) if reading.mentions[k].kind is Kind.COUNT}
    found = {time for time in counted if time} or times
    return found.pop() if len(found) == 1 else None


def _claim(
    reading: Reading,
    index: int,
    plan: _Plan,
    plans: list[_Plan],
    segments: Segments,
    terms: tuple[str, ...],
    seen: dict[tuple[object, ...], int],
    topic: Topic,
) -> Claim:
    """The claim of one mention; ``seen`` counts the claims of the document that say the same."""
    mention = reading.mentions[index]
    document = segments.document
    what, event, owner = plan.measured, plan.measured.event, plan.index
    about = plan.about
    if is_time(mention):
        lead = first_of_several(reading, index)
        limited = [k for k in range(len(plans)) if k != index and _limits(reading, lead, k, plans)]
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
    dateline = topic.published(reading, mention)
    recalled = topic.recalled
    shown = PUBLISHED if dateline else worded(reading, owner, what, place)
    if mention.kind is Kind.MONEY and owner > index and same is None:
        shown = worded(reading, index, Measured(), place) or shown
    if is_time(mention) and not dateline:

        def of(other: int, level: bool) -> str:
            found = plans[other]
            return worded(reading, found.index, found.measured, None, level=level)

        shown = of_date(reading, index, shown, of)
    shown = recalled.filled(reading, mention, shown)
    recalled.note(reading, shown, what)
    return Claim(
        kind=mention.kind,
        text=text,
        span=mention.span,
        document=document.id,
        quantity=mention.quantity,
        measure=shown,
        core=what.measure,
        head=what.head,
        about=topic.publisher(mention) if dateline else topic.shown(reading, mention, about),
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
        structure="table" if unit.cell is not None else unit.block.kind.value,
        confidence=round(confidence, 2),
        notes=tuple(notes),
        fingerprint=fingerprint(document.id, mention.kind, text, what.measure, about.entities, when, ordinal),
    )


def _limits(reading: Reading, index: int, other: int, plans: Sequence[_Plan]) -> bool:
    """Whether a time only says over what span a figure is taken, rather than when something happened."""
    time, figure, plan = reading.mentions[index], reading.mentions[other], plans[other]
    if plan.timed.mention != index or figure.kind in {Kind.DURATION, Kind.AGE, Kind.DATE, Kind.PERIOD}:
        return False
    home, away = reading.clause(figure.first), reading.clause(time.first)
    if home != away and not (away[0] <= home[0] and home[1] <= away[1]) and not (time.first <= 2):
        return False
    if _dates_an_event(reading, time, figure, plans[index]):
        return False
    at = time.first - 1
    if at > 0 and reading.tags[at] == "P":
        at -= 1
    if time.kind is Kind.DATE and at >= 0 and reading.tags[at] == "V":
        return False
    fine = time.time is not None and time.time.granularity in {Granularity.DAY, Granularity.MONTH}
    return time.kind is Kind.PERIOD or not fine


def _dates_an_event(reading: Reading, time: Mention, figure: Mention, plan: _Plan) -> bool:
    """Whether a date is that of an event which its sentence names beside the figure: "the war of 1990 left 40 dead"."""
    what = plan.measured
    link = reading.tokens[time.first - 1].norm if time.first else ""
    event = what.verb < 0 and what.last >= 0 and what.last <= time.first and what.head == what.event and what.event
    k = what.first - 1
    while event and k > 0 and reading.tags[k] == "D":
        k -= 1
    if event and (link == "of" or reading.tokens[k].norm in {"during", "after", "before", "following", "under"}):
        return True
    before = reading.tokens[figure.first - 1].norm if figure.first else ""
    compared = figure.first > 1 and reading.tokens[figure.first - 2].norm == "compared"
    if figure.kind is Kind.COUNT and before in {"to", "with"} and not compared:
        return True
    if before == "," and what.subject is not None and what.subject.last <= figure.first < what.verb <= time.first:
        return any(
            reading.tokens[k].text == "," for k in range(figure.last, what.verb)
        )  # "its books, 90,000 of them, were"
    if what.verb < 0 and what.last >= 0 and what.last <= time.first and what.head == what.event and what.event:
        return not what.first <= figure.first <= time.last and figure.first > time.last
    if time.first > 2:
        return False
    between = range(time.last, figure.first)
    return any(reading.tags[k] == "G" and reading.tokens[k - 1].text == "," for k in between)
