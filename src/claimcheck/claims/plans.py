"""What is found for one figure before it is made a claim, and what figures of a sentence take from one another."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from claimcheck.claims.about import About
from claimcheck.claims.measured import Measured
from claimcheck.claims.measured.antecedents import told_behind
from claimcheck.claims.measured.model import BESIDE
from claimcheck.claims.measured.reckoned import AMOUNT_OF, CHANGE_OF
from claimcheck.claims.reading import Reading
from claimcheck.claims.stance import Stance
from claimcheck.claims.timing import Timed, is_time
from claimcheck.claims.worded.surface import word_set
from claimcheck.extract.scan import Mention
from claimcheck.records import Granularity, Kind, TimeSpan

__all__ = ["Plan", "inherit", "limits", "share_times", "time_asked"]


# Kinds of figures that are times themselves, or spans of time.
_LASTING = frozenset({Kind.DURATION, Kind.AGE, Kind.DATE, Kind.PERIOD})
_WHENCE = (["from"], ["in"], ["at"])


class Plan:
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


def inherit(reading: Reading, plans: list[Plan]) -> None:
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
                if not _of_elsewhere(reading, reading.mentions[index]) or other > index:
                    plan.index = plans[other].index
                plan.scope = tuple(sorted({*plan.scope, *plans[other].scope}))
                plan.measured = evolve(
                    found,
                    event=plan.measured.event or found.event,
                    why=BESIDE,
                    confidence=0.8,
                )
                break


def _of_elsewhere(reading: Reading, figure: Mention) -> bool:
    """Whether a figure says itself where what it counts is from: "80 workers from Mali, 30 from Niger"."""
    at = figure.last
    return (
        figure.kind is Kind.COUNT and reading.norms[at : at + 1] in _WHENCE and reading.tags[at + 1 : at + 2] == ["Z"]
    )


def share_times(reading: Reading, plans: list[Plan], asked: TimeSpan | None) -> None:
    """Give figures without a time that of the one before them that measures the same: "in 2020 7% of …, and 9% of …";
    shares that follow a survey that of the survey, ``asked``.
    """
    for index, plan in enumerate(plans):
        mention = reading.mentions[index]
        if plan.timed.when is not None or is_time(mention):
            continue
        before = next((k for k in range(index - 1, -1, -1) if reading.mentions[k].kind is mention.kind), None)
        beside = plan.measured.why == CHANGE_OF
        if beside:
            before = next((k for k in range(index - 1, -1, -1) if not is_time(reading.mentions[k])), None)
        parted = before is not None and any(is_time(one) for one in reading.mentions[before + 1 : index])
        if before is not None and (beside or not parted) and plans[before].timed.mention >= 0:
            same = plans[before].measured.measure
            along = plan.measured.why == AMOUNT_OF and reading.tags[mention.first - 1] == "G"
            if same and (along or plan.measured.measure == same):
                plan.timed = evolve(plans[before].timed, why="as the figure before it", confidence=0.8)
        if plan.timed.when is None and asked is not None and mention.kind in {Kind.PERCENT, Kind.RATIO}:
            plan.timed = Timed(asked, -1, "the survey that is told of", 0.7)


def time_asked(reading: Reading, plans: Sequence[Plan]) -> TimeSpan | None:
    """The one time of a sentence that tells of a survey."""
    if word_set("surveying").isdisjoint(reading.scan.vocabulary):
        return None
    times = {plan.timed.when for k, plan in enumerate(plans) if is_time(reading.mentions[k]) and plan.timed.when}
    counted = {plan.timed.when for k, plan in enumerate(plans) if reading.mentions[k].kind is Kind.COUNT}
    found = {time for time in counted if time} or times
    return found.pop() if len(found) == 1 else None


def limits(reading: Reading, index: int, other: int, plans: Sequence[Plan]) -> bool:
    """Whether a time only says over what span a figure is taken, rather than when something happened."""
    time, figure, plan = reading.mentions[index], reading.mentions[other], plans[other]
    if plan.timed.mention != index or figure.kind in _LASTING:
        return False
    home, away = reading.clause(figure.first), reading.clause(time.first)
    if home != away and not (away[0] <= home[0] and home[1] <= away[1]) and not (time.first <= 2):
        return False
    if _dates_an_event(reading, time, figure, plans[index]):
        return False
    at = time.first - 1
    if at > 0 and reading.tags[at] == "P":
        at -= 1
    if at >= 0 and time.kind is Kind.DATE and (reading.tags[at] == "V" or told_behind(reading, time)):
        return False
    fine = time.time is not None and time.time.granularity in {Granularity.DAY, Granularity.MONTH}
    return time.kind is Kind.PERIOD or not fine


def _dates_an_event(reading: Reading, time: Mention, figure: Mention, plan: Plan) -> bool:
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
    if before == "the" and figure.kind is Kind.COUNT and -1 < what.verb < figure.first < time.first:
        if reading.tags[figure.first - 2] == "P":
            return True  # "remained a problem for the five republics in 2021"
    if reading.norms[time.last : time.last + 2] == [",", "when"] and time.last < what.first < figure.first:
        if "V" in reading.tags[what.last : figure.first]:
            return True  # "in 1994, when he did a tour of Peru and visited four ports"
    if -1 < what.verb < time.first < figure.first and reading.norms[what.verb + 1] == "by":
        if not {"V", "X"}.isdisjoint(reading.tags[time.last : figure.first]):
            return True  # "a law passed by the council in 2019 bans 40 drugs"
    that = next((k for k in range(time.last, figure.first) if reading.norms[k] == "that"), 0)
    if that and -1 < what.verb < that and reading.tags[that] == "C" and reading.tags[that - 1] in "NZ":
        return True  # "by 2016 they signed a deal with Peru that both would buy 40 cars"
    if what.subject is not None and what.subject.last <= figure.first < what.verb and time.first < figure.first:
        aside = reading.norms[what.subject.last : figure.first], reading.norms[figure.last : what.verb]
        if all("," in words for words in aside):
            return True  # "in 1999 the club, the oldest in Chur, met", "the bank, which had lost half of it, shut"
    opened = "," in reading.norms[max(figure.first - 2, 0) : figure.first]
    if opened and time.first < figure.first < what.first and "," in reading.norms[figure.last : what.first]:
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
