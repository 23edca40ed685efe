"""Percentages and ratios: the share of what, held by whom."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.counts import of_count
from claimcheck.claims.measured.model import (
    NOTHING,
    Measured,
    apposed,
    earlier,
    from_phrase,
    held_of,
    labelled,
    listed,
    main_verb,
    object_of,
    set_at,
    subject_of,
    taken_up,
    verb_of,
)
from claimcheck.claims.measured.outlays import AS_SUM, outlay
from claimcheck.claims.measured.votes import of_vote
from claimcheck.claims.phrases import normalise, of_phrase, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["OF_THEM", "SO_FAR", "amount_before", "of_share"]

OF_THEM = "the share of those counted before"
SO_FAR = "the subject that is so far done"
QUALITY = "how much of a quality the subject has"

_LISTING = frozenset({"follow", "compare", "lead", "trail"})
_HOLDING = frozenset({"account", "represent", "comprise", "constitute", "make", "form"})
_BEING = frozenset({"is", "are", "was", "were", "amount", "equal", "stand", "reach", "total", "come"})


def of_share(reading: Reading, mention: Mention) -> Measured:
    """ "X accounted for 16-18% of Y": the share of Y that X is; "34% of adults smoke": the share of adults."""
    verb = main_verb(reading, mention)
    event = verb_of(reading, verb)
    base = _base(reading, mention)
    won = of_vote(reading, mention, event) if base is None else None
    if won is not None:
        return won
    of_them = _taken_up(reading, mention)
    if of_them is not None:
        return of_them.of(event)
    holder = None
    word = event or (reading.tokens[verb].norm if verb is not None else "")
    if verb is not None and verb < mention.first and (event in _HOLDING or (base is not None and word in _BEING)):
        holder = subject_of(reading, verb, reading.clause(mention.first)[0])
    held = _beside_count(reading, mention) if base is not None else None
    if held is None and base is not None:
        held = _brought(reading, mention, verb)
    if held is None and holder is not None and reading.tags[holder.head] in "NZ":
        held = from_phrase(reading, holder, "the subject of the share")
    if held is None and verb is not None and verb < mention.first and event in _HOLDING:
        held = taken_up(reading, verb)
    if held is not None and held.measure:
        whole = base.measure if base else ""
        text = f"share of {held.measure}" + (f" in {whole}" if whole and whole != held.measure else "")
        return Measured(text, held.head, event, held.first, mention.last, "what accounts for the share")
    held = outlay(reading, mention, base) if base is not None and base.measure else None
    if held is not None and base is not None:
        text = f"share of {held.measure} in {base.measure}"
        return Measured(text, held.head, event, held.first, mention.last, AS_SUM)
    amount = held_of(reading, mention) if base is None else None
    if amount is not None and amount.head != "share":
        return amount.of(event)
    said = _predicate(reading, base.last if base else mention.last)
    if base is not None and base.measure:
        text = f"share of {base.measure} {said}".strip()
        return Measured(text, base.head, event, base.first, base.last, "the phrase that the share is of")
    if said and (whose := _is_so_far(reading, mention, said)):
        quality = load_table("shares")["qualities"].get(said)
        if quality is not None:  # "the vaccine is 95% effective"
            return Measured(f"{quality} of {whose.measure}", quality, event, whose.first, whose.last, QUALITY)
        text = f"share of {whose.measure} {said}"
        return Measured(text, whose.head, event, whose.first, whose.last, SO_FAR)
    if said:
        return Measured(f"share {said}", event or said.split()[0], event, mention.first, mention.last, "what they do")
    stated = _noun_beside(reading, mention)
    if stated is not None:
        return stated.of(event)
    beside = labelled(reading, mention) or set_at(reading, mention, verb) or apposed(reading, mention)
    beside = beside or listed(reading, mention) or (held_of(reading, mention) if base is None else None)
    if beside is not None:
        return beside.of(event)
    if verb is not None and event not in _LISTING:
        subject = subject_of(reading, verb, reading.clause(mention.first)[0]) if verb < mention.first else None
        if subject is not None:
            return from_phrase(reading, subject, "the subject of the verb", confidence=0.8).of(event)
    after = phrase_after(reading, mention.last)
    if after is not None:
        return from_phrase(reading, after, "the noun after the share").of(event)
    return NOTHING.of(event)


def _is_so_far(reading: Reading, mention: Mention, said: str) -> Measured | None:
    """ "The plan is only 13 percent funded": what is funded so far."""
    at = mention.first - 1
    while at > 0 and reading.tags[at] in "M":
        at -= 1
    if at < 1 or reading.norms[at] not in {"is", "are", "was", "were"} or " " in said:
        return None
    beside = phrase_before(reading, at)
    subject = subject_of(reading, at, reading.clause(at)[0])
    if subject is not None and beside is not None and reading.tags[beside.first - 1 : beside.first] == ["U"]:
        subject = beside  # "the hospital's 60 beds were 95% full"
    if subject is None or reading.tags[subject.head] != "N" or subject.last > at:
        return None
    return from_phrase(reading, subject, "the subject")


def _brought(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """ "Cut the deficit to 3% of GDP", "the deficit widened to 4% of GDP": what is so large a part of the whole."""
    if verb is None or verb > mention.first or reading.norms[mention.first - 1] not in {"to", "from"}:
        return None
    if (brought := set_at(reading, mention, verb)) is not None:
        return brought
    if verb_lemma(reading.norms[verb]) not in _widening() or set(reading.tags[verb + 1 : mention.first]) - set("PMU"):
        return None
    subject = subject_of(reading, verb, reading.clause(mention.first)[0])
    if subject is None or reading.tags[subject.head] != "N" or lemma(reading.norms[subject.head]) == "share":
        return None
    return from_phrase(reading, subject, "the subject of the share")


@cache
def _widening() -> frozenset[str]:
    """Verbs by which something comes to be a larger or smaller part of a whole."""
    words = words_of_change()
    return frozenset(verb_lemma(word) for word in words.verbs) | {"widen"}


@cache
def _stretches() -> frozenset[str]:
    return frozenset(load_table("calendar")["lengths"])


def _noun_beside(reading: Reading, mention: Mention) -> Measured | None:
    """ "97% precision on 263 findings", "Results: 86% recall": the noun that follows at once, nearer than any label."""
    phrase = phrase_after(reading, mention.last)
    if phrase is None or phrase.first != mention.last or reading.tags[phrase.head] != "N":
        return None
    if lemma(reading.tokens[phrase.head].norm) in _stretches():
        return None  # "3% year on year"
    return from_phrase(reading, phrase, "the noun after the share")


def _beside_count(reading: Reading, mention: Mention) -> Measured | None:
    """ "3.5 million ethnic Russians, nearly 20% of the population": the count that the share restates."""
    at = mention.first - 1
    if at < 1 or reading.tokens[at].text not in ",(":
        return None
    for other in reading.mentions:
        if other.kind is Kind.COUNT and 0 <= at - other.last <= 4:
            found = of_count(reading, other)
            return found if found.measure else None
    return None


def _taken_up(reading: Reading, mention: Mention) -> Measured | None:
    """ "half of them", "of whom a third": the share of those counted before."""
    tokens = reading.tokens
    after = [token.norm for token in tokens[mention.last : mention.last + 2]]
    before = [token.norm for token in tokens[max(0, mention.first - 2) : mention.first]]
    pronouns = {"them", "these", "those", "which", "whom"}
    if not (after[:1] == ["of"] and after[1:2] and after[1] in pronouns) and not (
        before[:1] == ["of"] and before[1:2] and before[1] in pronouns
    ):
        return None
    found = _amounted(reading, mention) or _counted(reading, mention) or earlier(reading, mention)
    if found is None:
        return None
    said = _of_them(reading, mention.last + (2 if after[:1] == ["of"] else 0))
    text = f"share of {found.measure} {said}".strip()
    return evolve(found, measure=text, why=OF_THEM)


def _amounted(reading: Reading, mention: Mention) -> Measured | None:
    """What the amount right before the share measures: "produces 90 tonnes, a third of which is sold"."""
    from claimcheck.claims.measured import measured

    index = amount_before(reading, mention)
    found = measured(reading, index) if index >= 0 else NOTHING
    return found if found.measure and found.first >= 0 else None


def amount_before(reading: Reading, mention: Mention) -> int:
    """The number of the amount that a comma and "of which" with its share follow, or -1."""
    at = mention.first - 1
    if at < 1 or reading.norms[at] != "," or reading.norms[mention.last : mention.last + 2] != ["of", "which"]:
        return -1
    for index, other in enumerate(reading.mentions):
        noun = reading.tags[other.last : at]
        if other.kind in _AMOUNTS and other.last <= at and len(noun) <= _NOUN and not set(noun) - set("PDANZ"):
            return index
    return -1


_NOUN = 5  # tokens of what an amount is of


_AMOUNTS = frozenset({Kind.MEASURE, Kind.MONEY})


def _counted(reading: Reading, mention: Mention) -> Measured | None:
    """What the nearest count before the share counts: "5,400 people, a quarter of them women"."""
    for other in reversed(reading.mentions):
        if other.kind is Kind.COUNT and other.last < mention.first:
            found = of_count(reading, other)
            return found if found.measure else None
    return None


def _of_them(reading: Reading, at: int) -> str:
    """What some of them do or are, be it without a verb: "a third of them parrots", "half of them from abroad"."""
    said = _predicate(reading, at)
    if said:
        return said
    tags = reading.tags
    while at < len(tags) and tags[at] == "X":
        at += 1
    place = at < len(tags) and tags[at] == "P"
    phrase = phrase_after(reading, at + place)
    if phrase is None or phrase.first > at + place + 2:
        adverb = place and at + 1 < len(tags) and tags[at + 1] in "RA"  # "from abroad"
        return f"{reading.tokens[at].norm} {reading.tokens[at + 1].norm}" if adverb else ""
    said = normalise(reading, [phrase], keep_names=True)
    return f"{reading.tokens[at].norm} {said}" if place else said


def _predicate(reading: Reading, at: int) -> str:
    """What those of whom the share is say, do or have: "65% of citizens expressed strong support for …"."""
    tags = reading.tags
    i = at
    if reading.tokens[i : i + 2] and reading.tokens[i].text == "," and tags[i + 1 : i + 2] == ["M"]:
        i += 1  # "7% and 9% of adults, respectively, smoke"
    while i < len(tags) and i < at + 6 and (tags[i] in "XM" or reading.tokens[i].text in "\"“‘'"):
        i += 1
    if i > at and i < len(tags) and tags[i - 1] == "X" and tags[i] in "ANZ":
        phrase = phrase_after(reading, i)
        return normalise(reading, [phrase], keep_names=True) if phrase else ""
    if i < len(tags) and tags[i] == "A" and i + 1 < len(tags) and tags[i + 1] not in "NZA":
        return "" if reading.tokens[i].norm in words_of_change().comparatives else reading.tokens[i].norm
    if i >= len(tags) or tags[i] not in "VG":
        return ""
    words = [verb_lemma(reading.tokens[i].norm)]
    target = object_of(reading, i, len(tags))
    if target is not None:
        words.append(normalise(reading, [target, of_phrase(reading, target)], keep_names=True))
        if target.last < len(tags) and reading.tokens[target.last].norm in {"for", "as", "in", "with"}:
            further = phrase_after(reading, target.last + 1)
            if further is not None:
                words.append(f"{reading.tokens[target.last].norm} {normalise(reading, [further], keep_names=True)}")
    elif i + 1 < len(tags) and tags[i + 1] in "RDP":
        further = phrase_after(reading, i + 3) if tags[i + 1] == "R" else None
        if further is not None:
            words.append(normalise(reading, [further], keep_names=True))
    return " ".join(word for word in words if word)


def _past_count(reading: Reading, at: int) -> int:
    """Where a noun phrase goes on after a number that counts what a share is of: "a third of the 240 | pupils"."""
    k = at
    while k < len(reading.tags) and reading.tags[k] == "D":
        k += 1
    end = k
    while end < len(reading.tags) and reading.tags[end] in "UM":
        end += 1
    return end if end > k and reading.tags[end : end + 1] in (["N"], ["A"], ["Z"]) else at


def _of_those(reading: Reading, at: int) -> Measured | None:
    """Those of whom a participle or a clause says who they are: "half of those treated", "of those who applied"."""
    norms, tags = reading.norms, reading.tags
    if norms[at : at + 1] not in (["those"], ["people"]):
        return None
    verb = at + 1 + (norms[at + 1 : at + 2] in (["who"], ["that"]))
    while verb < len(tags) and tags[verb] in "XM":
        verb += 1
    if verb >= len(tags) or not (tags[verb] in "VG" or (tags[verb] == "A" and norms[verb].endswith("ed"))):
        return None
    done = verb_lemma(norms[verb])
    said = norms[verb] if verb == at + 1 else f"who {norms[verb]}"
    return Measured(f"people {said}", "people", done, at, verb + 1, "those of whom it is the share")


def _base(reading: Reading, mention: Mention) -> Measured | None:
    tokens = reading.tokens
    at = mention.last
    if mention.base is not None and mention.base[1] > mention.base[0]:
        if mention.base[1] < mention.last:  # "one seed in eight"
            words = [lemma(token.norm) for token in tokens[mention.base[0] : mention.base[1]]]
            return Measured(" ".join(words), words[-1], "", mention.last, mention.last, "the noun inside the share")
        phrase = phrase_after(reading, mention.base[0])
    elif at < len(tokens) and tokens[at].norm == "of":
        phrase = phrase_after(reading, _past_count(reading, at + 1))
    else:
        return None
    if phrase is None and mention.base is None and (those := _of_those(reading, at + 1)) is not None:
        return those
    named = mention.base is not None and phrase is not None and reading.tags[phrase.head] == "Z"
    if phrase is not None and not named and tokens[phrase.last - 1].norm.endswith(("'s", "s'")):
        counted = phrase.last  # "a third of Farrow's 900 employees"
        while counted < len(tokens) and reading.tags[counted] in "UM":
            counted += 1
        phrase = (phrase_after(reading, counted) if counted > phrase.last else None) or phrase
    if phrase is None:
        return None
    found = from_phrase(reading, phrase, "the phrase after “of”")
    return found if found.measure else Measured(normalise(reading, [phrase], keep_names=True), found.head)
