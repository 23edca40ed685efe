"""What a figure measures where its own sentence leaves that out: the sentence, question or heading before says it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from attrs import evolve

from claimcheck.claims.grammar import lemma, participle, verb_lemma
from claimcheck.claims.measured.arguments import object_of, subject_of
from claimcheck.claims.measured.model import Measured, from_phrase, main_verb, taken_up, told_in_it, verb_of
from claimcheck.claims.measured.questions import asked
from claimcheck.claims.measured.states import UNIT_SAYS
from claimcheck.claims.phrases import Phrase, normalise, phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["asked_for", "supplied"]

_LONGEST_TITLE = 6
_TAKING_UP = frozenset({"these", "those", "them", "which", "whom"})


# Kinds of figures whose measure is whole as it is.
_COMPLETE = frozenset({Kind.DATE, Kind.PERIOD, Kind.VERSION, Kind.IDENTIFIER, Kind.RANK, Kind.FREQUENCY})


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_table("ellipsis")[table])


def supplied(reading: Reading, mention: Mention, found: Measured, of: Callable[[Reading, int], Measured]) -> Measured:
    """``found``, or what the text before supplies where that is empty; ``of`` tells what another figure measures."""
    if mention.kind in _COMPLETE:
        return _answered(reading, mention, found)
    one = _one_of_them(reading, found)
    if one is not None:
        return one
    if found.why == UNIT_SAYS:
        return _answered(reading, mention, found)
    if found.measure and found.head not in _words("empty"):
        return found
    taken = _pronoun(reading, mention)
    if taken is not None:
        return evolve(taken, event=found.event)
    before = reading.sentence_before()
    first = next(other for other in reading.mentions if other.kind is mention.kind).first == mention.first
    if before is not None:
        said = _counted_before(reading, mention, found, before, of) or (
            asked_for(before, mention.kind) if first else None
        )
        if said is not None:
            sought = mention.kind is Kind.MONEY and said.head == "money" and "V" not in before.tags
            said = Measured("budget", "budget", why="the question how much money there is") if sought else said
            return evolve(said, event=found.event or said.event, first=-1, last=-1, verb=-1)
    titled = reading.heading() if first and reading.norms[0] not in _PERSONS else None
    said = asked_for(titled, mention.kind) if titled is not None else None
    if said is not None:
        return evolve(said, event=found.event, first=-1, last=-1, verb=-1)
    if mention.kind is Kind.MONEY and _on_offer(reading):
        return Measured("funds available", "funds", why="money that can be had", confidence=0.7)
    return _befallen(reading, mention, before) or found


def _pronoun(reading: Reading, mention: Mention) -> Measured | None:
    """What "it" or "they" before a verb of amounting stands for: "has doubled since 2015, when it was €450"."""
    verb = main_verb(reading, mention)
    if mention.kind not in _AMOUNTS or verb is None or verb > mention.first:
        return None
    at = verb - 1
    while at > 0 and reading.tags[at] in "XM":
        at -= 1
    if at < 0 or reading.norms[at] not in {"it", "they"}:
        return None
    moving = words_of_change().verbs.keys() | words_of_change().transitive.keys()
    word = reading.norms[verb]
    amounting = word in moving or verb_lemma(word) in load_table("grammar")["amounting"]
    return taken_up(reading, verb) if amounting else told_in_it(reading, verb) if reading.tags[verb] == "X" else None


_AMOUNTS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.MEASURE})


def _answered(reading: Reading, mention: Mention, found: Measured) -> Measured:
    """What the question before asks for, where a sentence gives nothing but a date, or how often: "Every two weeks"."""
    if mention.kind not in _ASKED or (found.measure and not _advising(reading, found) and found.why != UNIT_SAYS):
        return found
    start = reading.unit.span.start
    if reading.scan.document.text.find("?", max(start - _FAR, 0), start) < 0:
        return found
    before = reading.sentence_before() or reading.heading()
    if before is None or "?" not in before.norms[-_LAST:]:
        return found
    said = asked_for(before, mention.kind)
    if said is None or (found.why == UNIT_SAYS and found.measure not in said.measure.split()):
        return found
    return evolve(said, first=-1, last=-1, verb=-1)


def _advising(reading: Reading, found: Measured) -> bool:
    """Whether a sentence says of its figure only that it is advised or that it is the answer."""
    return (
        found.head in _words("empty")
        or found.head in _words("advising")
        or verb_lemma(found.head) in _words("advising")
    )


_LAST = 4  # tokens of a question from its mark on
_FAR = 400  # characters before a sentence in which a question must end
_ASKED = frozenset({Kind.DATE, Kind.PERIOD, Kind.FREQUENCY, Kind.MEASURE})


def _befallen(reading: Reading, mention: Mention, before: Reading | None) -> Measured | None:
    """Those who are the subject of what befalls people: "470,000 were displaced"; no more where others were told of."""
    at = mention.last
    while at < len(reading.tags) and reading.tags[at] in "XM":
        at += 1
    quantity = mention.quantity
    if mention.kind is not Kind.COUNT or quantity is None or quantity.high == 0 or at == len(reading.tags):
        return None  # "nobody was injured" needs no noun
    if "X" not in reading.tags[mention.last : at]:
        return None
    event = verb_of(reading, at) if reading.tags[at] == "V" else ""
    if event not in _words("befalling_people") or participle(event) != reading.norms[at]:
        return None
    if reading.tags[mention.first - 1 : mention.first] not in ([], ["."], ["C"]):
        return None
    others = _plural_subject(before) if before is not None else None
    if others is not None and others.head not in load_table("people")["generic"]:
        return None
    return Measured(f"people {participle(event)}", "people", event, why="whom it befalls", confidence=0.8)


def asked_for(before: Reading, kind: Kind) -> Measured | None:
    """What a question asks for ("How much money is there?") or a heading announces ("Budget.")."""
    tokens, tags = before.tokens, before.tags
    last = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].text not in '*_`"”'), -1)
    if last < 0:
        return None
    if tokens[last].text == "?":
        return asked(before, kind)
    if len(tokens) > _LONGEST_TITLE or any(mark in "VXRZU" for mark in tags):
        return None
    phrase = phrase_after(before, 0)
    if phrase is None or tags[phrase.head] != "N" or lemma(tokens[phrase.head].norm) in _words("empty"):
        return None
    return from_phrase(before, phrase, "the heading before", confidence=0.8)


def _counted_before(
    reading: Reading, mention: Mention, found: Measured, before: Reading, of: Callable[[Reading, int], Measured]
) -> Measured | None:
    """ "… 3,100 homes. Of these, 412 were destroyed.", "More than a quarter of them are over 65.": what was counted."""
    if mention.kind not in {Kind.COUNT, Kind.PERCENT, Kind.RATIO} or found.measure:
        return None
    at = mention.last
    follows = reading.tags[at : at + 1]
    if _had(reading, mention):
        follows = ["V"]
    if _majority(reading, mention):
        return _rest_of(reading, mention, before, of)
    opens = _had(reading, mention) or all(
        mark in "PDRM.U" or norm in _LEFT
        for mark, norm in zip(reading.tags[: mention.first], reading.norms, strict=False)
    )
    if not opens or not (follows in (["X"], ["V"], ["M"]) or reading.norms[at : at + 1] == ["of"]):
        return None
    if reading.norms[at : at + 1] == ["of"] and reading.norms[at + 1 : at + 2][0:1] not in [[w] for w in _TAKING_UP]:
        return None
    for index, other in enumerate(before.mentions):
        if other.kind is Kind.COUNT:
            counted = of(before, index)
            if counted.measure:
                return _said_of(reading, mention, counted, before)
    return None


def _majority(reading: Reading, mention: Mention) -> bool:
    """Whether brackets tell how large a majority is, or a place or thing follows it in the order: "the majority (61
    percent) came from Peru, followed by Chile at 14 percent".
    """
    at, norms = mention.first - 1, reading.norms
    if mention.kind not in {Kind.PERCENT, Kind.RATIO} or at < 1:
        return False
    if norms[at] == "(" and norms[at - 1] in _PARTS:
        return True
    opens = any(norms[k] in _PARTS for k in range(at)) and "(" in norms
    return opens and norms[at] in {"at", "with"} and "followed" in norms[:at]


_WHENCE = frozenset({"from", "in", "to", "at", "of"})
_PARTS = frozenset({"majority", "minority", "most", "bulk", "rest", "remainder", "half"})


def _rest_of(
    reading: Reading, mention: Mention, before: Reading, of: Callable[[Reading, int], Measured]
) -> Measured | None:
    """Whom the sentence before tells of, with what the majority of them did."""
    counts = [k for k, other in enumerate(before.mentions) if other.kind is Kind.COUNT]
    counted = of(before, counts[-1]) if counts else _plural_subject(before)
    if counted is None or not counted.measure:
        return None
    close = next((k for k in range(mention.last, len(reading.norms)) if reading.norms[k] == ")"), mention.last - 1)
    if reading.norms[mention.first - 1] == "(":
        verb = next((k for k in range(close + 1, min(close + 6, len(reading.tags))) if reading.tags[k] == "V"), None)
        done = [reading.norms[verb]] if verb is not None else []
        goal = phrase_after(reading, verb + 1) if verb is not None else None
        goal = phrase_after(reading, verb + 2) if goal is None and verb is not None else goal
        words = reading.norms[verb + 1 : goal.last] if verb is not None and goal is not None else []
    else:
        name = next((one for one in reading.names if one.last == mention.first - 1), None)
        if name is None:
            return None
        link = next((reading.norms[one.first - 1] for one in reading.names if one.first > 1), "from")
        if link not in _WHENCE:
            return None
        done, words = [], [link, *reading.norms[name.first : name.last]]
    text = f"share of {counted.measure}"
    written = {lemma(norm): norm for norm, mark in zip(before.norms, before.tags, strict=True) if mark == "N"}
    whole = counted.label or " ".join(written.get(word, word) for word in counted.measure.split())
    label = " ".join(["share of", whole, *done, *words])
    return Measured(text, counted.head, "", why="what the sentence before counts", confidence=0.7, label=label)


def _had(reading: Reading, mention: Mention) -> bool:
    """Whether a pronoun had the bare figure: "In 2018 it had 3.2 million.", of what the sentence before counts."""
    at, norms = mention.first, reading.norms
    ends = mention.last >= len(norms) or reading.tokens[mention.last].text in ".,;"
    return ends and at > 1 and norms[at - 1] in _HAVING and norms[at - 2] in _PRONOUNS


_LEFT = frozenset({"remaining", "other", "rest", "last", "first"})
_PERSONS = frozenset({"he", "she"})  # "He was 61" is not of what the heading names
_HAVING = frozenset({"had", "has", "have", "counted", "numbered", "reported", "recorded"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we"})


def _said_of(reading: Reading, mention: Mention, counted: Measured, before: Reading) -> Measured:
    """The things counted before, with what is said of so many of them."""
    base = " ".join(word for word in counted.measure.split() if word != participle(counted.event or "be"))
    event, done = "", ""
    for k in range(mention.last, min(mention.last + 6, len(reading.tags))):
        if reading.tags[k] == "V":
            event = verb_of(reading, k)
            done = participle(event) if event and {"are", "were"} & set(reading.norms[mention.last : k]) else ""
            break
        if reading.tags[k] in "N.":
            break
    share = mention.kind in {Kind.PERCENT, Kind.RATIO}
    text = f"share of {base}" if share else base
    if event in load_table("grammar")["befalling"] or (event and share):
        text = f"{text} {participle(event)}"
    written = {lemma(norm): norm for norm, mark in zip(before.norms, before.tags, strict=True) if mark == "N"}
    label = " ".join(written.get(word, word) for word in text.split())
    label = f"{counted.label or label} {done}" if done and done not in text.split() else counted.label or label
    why = "what the sentence before counts"
    return Measured(text, counted.head, event, why=why, confidence=0.8, label=label)


def _one_of_them(reading: Reading, found: Measured) -> Measured | None:
    """ "Five interviews are planned. The shortest will last …": the superlative with the noun it leaves out."""
    word = reading.tokens[found.last - 1].norm if 0 < found.last <= len(reading.tokens) and found.first >= 0 else ""
    alone = found.last - found.first == 1 and found.first > 0 and reading.norms[found.first - 1] == "the"
    pro = word in {"one", "ones"} and found.first >= 0
    if not pro and not (alone and (word in _words("standing") or (word.endswith("est") and len(word) > 5))):
        return None
    before = reading.sentence_before()
    noun = _plural_subject(before) if before is not None else None
    if noun is None:
        return None
    modifier = " ".join(w for w in found.measure.split() if w not in {"one", "ones"})
    text = f"{modifier} {noun.measure}".strip()
    return Measured(text, noun.head, found.event, why="the noun of the sentence before", confidence=0.7)


def _plural_subject(before: Reading) -> Measured | None:
    main = next((k for k, mark in enumerate(before.tags) if mark in "VX"), None)
    if main is None:
        return None
    for phrase in (subject_of(before, main, 0), object_of(before, main, len(before.tags))):
        if phrase is not None and before.tags[phrase.head] == "N":
            word = before.tokens[phrase.head].norm
            if lemma(word) != word:
                return Measured(normalise(before, [Phrase(phrase.head, phrase.last, phrase.head)]), lemma(word))
    return None


def _on_offer(reading: Reading) -> bool:
    """Whether a sentence only says that money can be had: "is available", "is on offer", "there is €6m to be had"."""
    text = " ".join(reading.norms)
    return any(f" {phrase}" in text for phrase in _words("available"))
