"""What the sentence around a figure says beside the figure: restrictions, conditions, the tense, how far it reaches.

Read only for claims that are compared at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import Factory, field, frozen

from claimcheck.align.facts import some
from claimcheck.align.labels import labels
from claimcheck.align.narrowing import narrowing
from claimcheck.align.qualifiers import (
    besides,
    branch,
    criterion,
    means,
    part_of,
    partial,
    version_role,
    whereabouts,
    window,
)
from claimcheck.align.sources import bounds, sayings, teller
from claimcheck.align.tables import WORDS, closed_words, day_words, margin_words, past_forms, word_set
from claimcheck.align.weights import weight
from claimcheck.align.wording import Wording, is_perfect, wording
from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Document, Kind

__all__ = ["Clause", "read_clause"]

_LONG = 600  # characters of a sentence that are read


@frozen
class Clause:
    """What was found; words are lemmas.

    ``restrictions`` narrow the thing that is counted, ``conditions`` name days and times of day on which something is
    regularly so, ``mentions`` all that are named and the numbers, ``labels`` are numbered or lettered things (ward A),
    ``qualified`` each word with the noun after it (left bank), ``nouns`` these, ``running`` says that the clause
    tells of a present or just completed state, ``able`` that it tells what could be, ``lifetime`` that the figure has
    come together since something began, ``margin`` that it is a distance from a mark, ``state`` that it tells of a
    plain present state, ``unknown_verb`` that a verb stands in it which the claim does not give, ``row`` are the
    words of a table row's first cell, ``role`` is what a version is said to be, ``base`` says that the figure is what
    the sentence's others are parts of, ``done`` that the clause tells of what happened, ``now`` of what is so at
    present ("today"), ``days`` are the weekdays that it names, ``partial`` says that its subject is some of the
    things ("two of the four terminals"), ``means`` are the words of what something is done with or by, ``window``
    says that the figure is of a stretch of time up to now ("in the past ten years"), ``entire`` that it is of all
    that there are ("all 14 bridges"), ``branch`` the words for the branch of a list ("12th for medicine"), and
    ``criterion`` holds the words of what a rank goes by. ``sourced`` says that the claim's verb is that of its source
    alone; ``teller`` are the words before "that" that name the source, ``words`` the clause before and after the
    figure, folded.
    """

    restrictions: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    labels: frozenset[tuple[str, str]] = frozenset()
    qualified: frozenset[tuple[str, str]] = frozenset()
    running: bool = False
    able: bool = False
    lifetime: bool = False
    margin: bool = False
    state: bool = False
    role: str = ""
    row: frozenset[str] = frozenset()
    base: bool = False
    unknown_verb: bool = False
    done: bool = False
    now: bool = False
    days: frozenset[str] = frozenset()
    partial: bool = False
    means: frozenset[str] = frozenset()
    window: bool = False
    entire: bool = False
    criterion: frozenset[str] = frozenset()
    branch: frozenset[str] = frozenset()
    sourced: bool = False
    teller: frozenset[str] = frozenset()
    words: tuple[str, str] = ("", "")
    nouns: frozenset[str] = field(
        init=False, default=Factory(lambda self: some([noun for _, noun in self.qualified]), takes_self=True)
    )


def read_clause(claim: Claim, document: Document | None) -> Clause:
    """Read the sentence of a claim; nothing is found where the text is not at hand or is no prose."""
    if document is None or claim.structure == "code":
        return Clause()
    if claim.structure == "table":
        return Clause(row=some(_row(claim, document.text)))
    sentence, start, end = _sentence(claim, document.text)
    if not sentence.strip():
        return Clause()
    first, last = bounds(sentence, start, end)
    around = sentence[first:last]
    read = wording(around)
    norms = read.norms
    running, state = _tense(norms, read, claim)
    ahead = [norm for _, norm, at in read.words if at < start - first][-3:]
    return Clause(
        some(narrowing(read.words, claim, start - first, end - first, first == 0)),
        some({*_times_of_day(norms, running), *read.stage, *besides(sentence, start), *whereabouts(sentence, end)}),
        read.mentions,
        some(labels(around, start - first, end - first)),
        read.qualified,
        running,
        _is_able(norms, claim),
        read.lifetime,
        _is_margin(sentence[end:], claim.event),
        state,
        version_role(claim, sentence[:start], sentence[end:]) if claim.kind is Kind.VERSION else "",
        row=some(_lead(sentence, start)),
        base=fold(sentence[:8]).lstrip("*_ ").startswith("of ") and "," not in sentence[:start] and first == 0,
        unknown_verb=not claim.event and read.odd_verb,
        done=not running or read.perfect,
        now=read.now,
        days=read.days,
        partial=partial(sentence, start, end, claim.kind, claim.event)
        or (claim.kind in (Kind.MONEY, Kind.MEASURE) and part_of(sentence, end))
        or (claim.kind is Kind.MEASURE and not word_set("portions").isdisjoint(claim.core.split())),
        means=some(means(norms, claim.event)),
        window=window(sentence),
        entire=_entire(norms, ahead, claim),
        criterion=some(criterion(norms, claim.head)) if claim.kind is Kind.RANK else some(()),
        branch=some(branch(fold(sentence[:start]), fold(sentence[end:last]))) if claim.kind is Kind.RANK else some(()),
        words=(fold(sentence[first:start]), fold(sentence[end:last])),
        teller=teller(sentence[:first], norms),
        sourced=claim.event in sayings() and all(verb_lemma(norm) != claim.event for norm in norms),
    )


def _entire(norms: Sequence[str], ahead: Sequence[str], claim: Claim) -> bool:
    """Whether the figure is of all that there are: all 14 bridges, the whole fleet numbers 52 ships."""
    if "all" in ahead and not set(ahead) & {"in", "not", "at"}:
        return True
    return claim.event in (*word_set("stocks"), "total", "amount", "") and bool({"whole", "entire"} & set(norms))


def _row(claim: Claim, text: str) -> set[str]:
    """The content words of a table row's first cell, where the figure stands in another one."""
    start = text.rfind("\n", 0, claim.span.start) + 1
    end = text.find("\n", claim.span.end)
    line = text[start : end if end >= 0 else len(text)][:_LONG]
    mark = "|" if "|" in line else "\t" if "\t" in line else ";" if ";" in line else ","
    cells = line.strip().strip(mark).split(mark)
    at = line.find(cells[0])
    if len(cells) < 2 or start + at <= claim.span.start < start + at + len(cells[0]):
        return set()
    found = {lemma(word) for word in _NAME.findall(fold(cells[0])) if weight(lemma(word)) > 0}
    code = _CODE.fullmatch(cells[0].strip(" *`"))
    return found or ({code[0]} if code else set())


_CODE = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,4}")


_LEAD = re.compile(r"\W{0,6}\*\*([^*\n]{1,40}?):?\*\*:?")


def _lead(sentence: str, start: int) -> set[str]:
    """The content words of a bold lead-in, which names what the sentence is of: **django:** 20 commits."""
    found = _LEAD.match(sentence)
    if found is None or found.end() > start or ":" not in found[0]:
        return set()
    return {lemma(word) for word in _NAME.findall(fold(found[1])) if weight(lemma(word)) > 0}


_NAME = re.compile(r"[^\W\d_][^\W_'’]*")


def _sentence(claim: Claim, text: str) -> tuple[str, int, int]:
    low, high = claim.sentence.start, claim.sentence.end
    if claim.span.end - low > _LONG:
        low = claim.span.start - _LONG // 2
    high = min(high, claim.span.end + _LONG // 2)
    return text[low:high], claim.span.start - low, claim.span.end - low


def _times_of_day(norms: Sequence[str], running: bool) -> set[str]:
    """Days and times of day on which something is regularly so: "on Sundays", "at night", "every Friday"."""
    found = set()
    for place, norm in enumerate(norms):
        name = day_words().get(norm)
        if name is None:
            continue
        before = norms[place - 1] if place else ""
        after = norms[place + 1] if place + 1 < len(norms) else ""
        after_article = (
            before == "the"
            and not name.endswith("day")
            and name != "weekday"
            and (after in closed_words() or not after[:1].isalpha())  # "bridge the evening peak" is no time
        )
        regular = norm.endswith("s") or before in ("every", "each") or (before in ("at", "by") and norm == "night")
        usual = before in ("average", "typical", "normal", "ordinary")
        shift = before in ("the", "a", "every", "each") and after in ("shift", "shifts")
        if regular or usual or shift or (running and (after_article or before in ("in", "on", "to", "from"))):
            found.add(name)
    return found


def _is_able(norms: Sequence[str], claim: Claim) -> bool:
    """Whether the verb of the figure stands under "can", "able to" or "capable of"."""
    words = word_set("able")
    for place, norm in enumerate(norms):
        verbs = norms[place + 1 : place + 4]
        if norm in words and any(claim.event in (one, verb_lemma(one)) for one in verbs):
            return bool(claim.event)
    meant = [at for at, norm in enumerate(norms) if norm in word_set("meant") and norms[at + 1 : at + 2] == ["for"]]
    if any(norms[max(at - 1, 0)] not in ("in", "into") for at in meant):
        return True  # "a camp built for 340 people", not "was in space for 340 days"
    return "capacity" in claim.core.split()


def _tense(norms: Sequence[str], read: Wording, claim: Claim) -> tuple[bool, bool]:
    """Whether the clause tells of a present or just completed state, and whether of a plain present one."""
    norms = _without_relative(norms, claim)
    words = set(norms)
    if words & {"was", "were", "had", "did"}:
        return False, False
    for place, norm in enumerate(norms):
        verb = past_forms().get(norm) or (verb_lemma(norm) if norm.endswith("ed") else "")
        stated = claim.event == "amount" and verb in load_table("grammar")["amounting"]
        if not verb or not (stated or verb in (claim.event, "")):
            continue
        if verb == norm:
            # "The tunnel cost": after a singular noun the form without -s is the past.
            noun = norms[place - 1] if place else ""
            if not claim.event or not noun.isalpha() or noun.endswith("s") or noun in closed_words() or noun == "to":
                continue
        before = norms[max(place - 3, 0) : place]
        if not {"has", "have", "is", "are", "be", "been", "being"} & set(before):
            return False, False
    progressive = any(
        norm in ("is", "are") and any(one.endswith("ing") for one in norms[place + 1 : place + 3])
        for place, norm in enumerate(norms)
    )
    perfect = read.perfect if norms is read.norms else is_perfect(norms)
    return True, not perfect and not progressive and not words & word_set("at_present")


def _without_relative(norms: Sequence[str], claim: Claim) -> Sequence[str]:
    """The words without a clause about the subject: "every passenger who was on board receives"."""
    start = next((at for at, norm in enumerate(norms) if at and norm in ("who", "which", "that")), None)
    if start is None or not claim.event:
        return norms
    found = grammar().verb_forms
    for at in range(start + 2, len(norms)):
        form = found.get(norms[at])
        if form is not None and form[0] == claim.event and norms[at] != claim.event:
            return [*norms[:start], *norms[at:]]
    return norms


def _is_margin(after: str, event: str) -> bool:
    """Whether the figure is a distance from a mark: "2 metres above the mark", "4 seats short of"."""
    words = [match[0].lower() for match in WORDS.finditer(after[:60])][:5]
    if not words:
        return False
    if words[0] in margin_words() and "sea" not in words[:4]:
        return words[0] in ("above", "below", "short", "beyond", "ahead", "behind") or words[1:2] == ["than"]
    marks = ("above", "below", "short", "ahead", "behind")
    if words[1:2] == ["behind"] and event == "leave":
        return False  # "left 37 passengers behind over Easter"
    if len(words) < 2 or not words[0].isalpha() or words[1] not in marks or "sea" in words:
        return False
    return _POINTING.match(after) is None


# "The six commands below are built in", "the four rules above.": where they stand on the page.
_POINTING = re.compile(
    r"\s*[\w-]+\s+(?:above|below)\s*(?:$|[.,:;)]|(?:are|is|was|were|can|will|may|must|should|have|has|do|show|list|"
    r"apply|run|work|give|take)\b)"
)
