"""What the ways of finding a measure yield, and the readings of a clause that they share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import define

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.arguments import nearest, object_of, subject_of
from claimcheck.claims.phrases import (
    Phrase,
    contains_little,
    normalise,
    of_phrase,
    phrase_after,
    phrase_before,
)
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.numerals import PEOPLE
from claimcheck.extract.scan import Mention
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table

__all__ = [
    "BEFORE",
    "BESIDE",
    "NOTHING",
    "Measured",
    "ahead_of",
    "earlier",
    "from_phrase",
    "main_verb",
    "object_of",
    "subject_of",
]


@define  # made for every figure, so not frozen, which costs thrice the time; never changed all the same
class Measured:
    """A measure with its head noun; ``event`` is the lemma of the verb that governs it, ``first``/``last`` its tokens.

    ``why`` says in a few words where it stood; ``confidence`` is below 1 where that is a guess. ``verb`` is the token
    of the verb where the measure is that of a clause, ``subject`` and ``target`` what stands before and after it.
    ``label`` are all the words of a row's label, of which the measure is the noun phrase.
    """

    measure: str = ""
    head: str = ""
    event: str = ""
    first: int = -1
    last: int = -1
    why: str = ""
    confidence: float = 1.0
    verb: int = -1
    subject: Phrase | None = None
    target: Phrase | None = None
    label: str = ""

    def of(self, event: str) -> Measured:
        """The same as what is measured of another event."""
        if event == self.event:
            return self
        return Measured(
            self.measure, self.head, event, self.first, self.last, self.why, self.confidence, self.verb, self.subject,
            self.target, self.label,
        )  # fmt: skip


BESIDE = "as the figure beside it"
BEFORE = "the plural named before"
_STATE_WITHIN = 9  # tokens from a verb to what it leads to
NOTHING = Measured(why="nothing says what is measured", confidence=0.5)


def from_phrase(
    reading: Reading, phrase: Phrase, why: str, *, confidence: float = 1.0, keep_names: bool = False
) -> Measured:
    """A measure made of a noun phrase and, where its head says too little, of the "of" phrase after it."""
    head = lemma(reading.tokens[phrase.head].norm)
    tail = of_phrase(reading, phrase)
    text = normalise(reading, [phrase, tail], keep_names=keep_names)
    if tail is not None and contains_little(head):
        head = lemma(reading.tokens[tail.head].norm)
        text = normalise(reading, [tail], keep_names=keep_names) or text
    if not text:
        text = normalise(reading, [phrase, tail], keep_names=True)
    last = tail.last if tail is not None else phrase.last
    return Measured(text, head, "", phrase.first, last, why, confidence)


def main_verb(reading: Reading, mention: Mention) -> int | None:
    """The verb that governs a figure: the one whose subject it is, else the nearest before it, else the next one."""
    key = mention.first, mention.last
    if key not in reading.main_verbs:
        reading.main_verbs[key] = _main_verb(reading, mention)
    return reading.main_verbs[key]


def _main_verb(reading: Reading, mention: Mention) -> int | None:
    tags = reading.tags
    first, last = reading.clause(mention.first)
    before = None
    for i in range(mention.first - 1, first - 1, -1):
        if tags[i] in "VX" or (tags[i] == "G" and i and tags[i - 1] == "X"):
            before = i
            break
    after = _verb_after(reading, mention, last)
    if before is not None and before == mention.first - 1 and tags[before] == "X":
        return before
    if after is not None:
        close = before is not None and all(mark in "DMUA" for mark in tags[before + 1 : mention.first])
        participle = tags[after] == "V" and (after == 0 or tags[after - 1] not in "XM")
        if before is None or not close or tags[before] == "X" or not participle:
            return after
    if before is not None and tags[before] == "V":
        return before
    for i in range(mention.last, last):
        if tags[i] == "V":
            return i
        ends = reading.tokens[i].text == "," and tags[i + 1 : i + 2] == ["C"] and before is not None
        if ends or (tags[i] == "C" and reading.tokens[i].norm not in {"and", "or"}):
            break
    return before if before is not None else next((i for i in range(mention.last, last) if tags[i] == "X"), None)


def _verb_after(reading: Reading, mention: Mention, last: int) -> int | None:
    """The verb that follows a figure's noun phrase directly, stepping over an apposition between commas."""
    tags, tokens = reading.tags, reading.tokens
    i = mention.last
    while i < last and tags[i] in "NAZG-D":
        i += 1
    if i < last and tokens[i].norm == "of":
        i += 1
        while i < last and (tags[i] in "NAZG-D" or (tags[i] == "U" and tokens[i - 1].norm.endswith(("'s", "s'")))):
            i += 1
    if i < last and tokens[i].text == ",":
        close = next((k for k in range(i + 1, min(i + 10, last)) if tokens[k].text == ","), None)
        if close is not None and not any(mark in "VX" for mark in tags[i:close]):
            i = close + 1
    while i < last and tags[i] in "XM":
        i += 1
    if i + 1 < last and tags[i] == tags[i + 1] == "V" and verb_lemma(tokens[i].norm) == "get":
        i += 1  # "181 servers got encrypted"
    if i < last and tags[i] == "V" and tokens[i].kind is TokenKind.WORD:
        return i
    return None


def earlier(reading: Reading, mention: Mention) -> Measured | None:
    """The nearest counted phrase before an elliptical figure: "exercises …, including three since 2015".

    A plural after a preposition only completes another noun or verb and is taken last.
    """
    best: Phrase | None = None
    second: Phrase | None = None
    i = mention.first
    while i > 0 and best is None:
        phrase = phrase_before(reading, i)
        if phrase is None or phrase.first >= i:
            i -= 1
            continue
        word = reading.tokens[phrase.head].norm
        if reading.tags[phrase.head] == "N" and lemma(word) != word:
            k = phrase.first - 1
            while k > 0 and reading.tags[k] in "DU":
                k -= 1
            if k >= 0 and reading.tags[k] == "P" and reading.tokens[k].norm not in {"including", "like"}:
                second = second or (None if lemma(word) in load_table("wording")["empty"] else phrase)
            else:
                best = phrase
        i = phrase.first
    best = best or second
    return from_phrase(reading, best, BEFORE, confidence=0.8) if best else None


def set_at(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """ "put the price at $5m", "cut the budget to $5m": the object of the verb."""
    if verb is None or not mention.first or verb > mention.first:
        return None
    link = reading.norms[mention.first - 1]
    brings = reading.tags[verb] in "VG" and verb_lemma(reading.norms[verb]) in _bringing()
    if link != "at" and not (link in {"to", "by", "from"} and brings):
        return None
    phrase = object_of(reading, verb, mention.first - 1)
    if phrase is not None and reading.tags[phrase.head] == "A":
        return None  # "is steady at 4%"
    return from_phrase(reading, phrase, f"what “{reading.tokens[verb].text}” sets") if phrase else None


def apposed(reading: Reading, mention: Mention) -> Measured | None:
    """ "the mean for 2019, 15.4 °C, …": the noun phrase that the figure stands beside between commas."""
    tokens = reading.tokens
    at = mention.first
    if at > 2 and tokens[at - 1].norm == "at" and tokens[at - 2].text == ",":
        at -= 1  # "the rate, at 40%, is high"
    last = _dated(reading, mention.last)
    if at < 2 or tokens[at - 1].text != "," or last >= len(tokens) or tokens[last].text not in ",.;)(":
        return None
    k = at - 1
    while k and (reading.tags[k - 1] == "U" or reading.tags[k - 1] == "P"):
        k -= 1
    first = reading.clause(at)[0]
    phrase = nearest(reading, k, first)
    return from_phrase(reading, phrase, "the noun before the comma", confidence=0.9) if phrase else None


def _dated(reading: Reading, at: int) -> int:
    """Where a date ends that stands at a token with its preposition, else that token: "€1,685 in 2024, rose"."""
    if reading.tags[at : at + 1] != ["P"]:
        return at
    figure = reading.figure_at[at + 1] if at + 1 < len(reading.tokens) else -1
    figure = max(figure, reading.figure_at[at])
    return reading.mentions[figure].last if figure >= 0 and reading.mentions[figure].kind in TIMES else at


_ASIDE = 8  # tokens of a remark in brackets


def labelled(reading: Reading, mention: Mention) -> Measured | None:
    """ "Burnt area: 12,450 ha", "Date palms in the oasis: 4.5 million": the label before the colon."""
    tokens = reading.tokens
    if not mention.first or tokens[mention.first - 1].text not in {":", "=", "–", "—"}:
        return None
    colon = mention.first - 1
    if tokens[colon - 1].text == ")":  # "Countries (military): 23"
        colon = next((k for k in range(colon - 1, max(colon - _ASIDE, 0), -1) if tokens[k].text == "("), colon)
    start = colon
    while start and tokens[start - 1].text not in ".;|•:!?([" and colon - start < 16:
        start -= 1
    phrase = phrase_after(reading, start, colon)
    if phrase is not None:
        return from_phrase(reading, phrase, "the label before the figure")
    if start == colon or (colon - start > 1 and any(mark in "VXR" for mark in reading.tags[start:colon])):
        return None
    whole = Phrase(start, colon, colon - 1)
    text = normalise(reading, [whole], keep_names=True)
    return Measured(text, text.rsplit(" ", 1)[-1], "", start, colon, "the label before the figure") if text else None


def listed(reading: Reading, mention: Mention) -> Measured | None:
    """ "wind 12%, solar 9%": a common noun right before a figure in a list without verbs."""
    tokens, tags = reading.tokens, reading.tags
    phrase = phrase_before(reading, mention.first)
    if phrase is None or phrase.last != mention.first or tags[phrase.head] != "N":
        return None
    before = tokens[phrase.first - 1] if phrase.first else None
    if before is not None and before.text not in ",;:(" and before.norm not in {"and", "or", "but"}:
        return None
    return from_phrase(reading, phrase, "the noun before the figure", confidence=0.9)


def held_of(reading: Reading, mention: Mention) -> Measured | None:
    """ "a crowd of 500", "a workforce of 450", "a turnout of 56%"."""
    at = mention.first
    if not at or reading.tokens[at - 1].norm != "of":
        return None
    phrase = outermost(reading, phrase_before(reading, at - 1))
    return from_phrase(reading, phrase, "the noun before “of”") if phrase and phrase.last <= at - 1 else None


def outermost(reading: Reading, phrase: Phrase | None) -> Phrase | None:
    """ "a price of bread of €4": the noun that the phrase before the amount completes by "of" itself."""
    if phrase is None or phrase.first < _DEEP or phrase_before(reading, phrase.last) is None:
        return phrase
    at = phrase.first - 1
    while at > 0 and reading.tags[at] in "D":
        at -= 1
    wider = phrase_before(reading, at) if reading.norms[at] == "of" and reading.tags[at - 1] == "N" else None
    return wider or phrase


_DEEP = 2  # tokens that a wider noun and its "of" take


def taken_up(reading: Reading, verb: int) -> Measured | None:
    """What "they" or "it" as a verb's subject stands for: the subject of the sentence before."""
    first = reading.clause(verb)[0]
    if not any(reading.tokens[k].norm in {"they", "it", "these", "this"} for k in range(first, verb)):
        return None
    if (told := told_in_it(reading, verb)) is not None:
        return told
    before = reading.sentence_before()
    if before is None:
        return None
    main = next((k for k, mark in enumerate(before.tags) if mark in "VX"), None)
    phrase = subject_of(before, main, 0) if main is not None else None
    return from_phrase(before, phrase, "the subject of the sentence before", confidence=0.7) if phrase else None


def stands_for(reading: Reading, at: int) -> Measured | None:
    """What a pronoun after a preposition stands for: the subject of the clause before, or of the sentence before that
    one: "The barrier is being built. So far €61 million has been spent on it."
    """
    first, _ = reading.clause(at)
    for told, until in ((reading, first), (reading.sentence_before(), None)):
        if told is None:
            continue
        main = next((k for k, mark in enumerate(told.tags[:until]) if mark in "VX"), None)
        phrase = subject_of(told, main, 0) if main is not None else None
        if phrase is not None and told.tags[phrase.head] == "N":
            return from_phrase(told, phrase, "what the pronoun stands for", confidence=0.7)
    return None


def told_in_it(reading: Reading, verb: int) -> Measured | None:
    """The subject of the clause before in the sentence, which "they" or "it" takes up: "… make up 21%; in 2011 they
    accounted for 17%", "the rent has doubled since 2015, when it was €450".
    """
    norms, first = reading.norms, reading.clause(verb)[0]
    if first < 1 or not (norms[first - 1 : first + 1].count(";") or _goes_on(norms, first)):
        return None
    main = next((k for k in range(first) if reading.tags[k] in "VX"), None)
    phrase = subject_of(reading, main, 0) if main is not None else None
    if phrase is None:
        return None
    plural = norms[phrase.head].endswith("s") or norms[phrase.head] in PEOPLE
    if plural != ("they" in norms[first:verb]):
        return None
    return from_phrase(reading, phrase, "the subject of the clause before", confidence=0.8)


def _goes_on(norms: Sequence[str], first: int) -> bool:
    """Whether a clause hangs on the one before with a word of time or contrast: ", when it was €450"."""
    return "," in norms[max(first - 1, 0) : first + 1] and not _GOING_ON.isdisjoint(norms[first : first + 2])


_GOING_ON = frozenset({"when", "while", "whereas", "though", "although", "but"})


def ahead_of(reading: Reading, at: int) -> int:
    """The token before a figure that begins at a token, adverbs and determiners left out; 0 where only these are."""
    at -= 1
    while at > 0 and reading.tags[at] in "MD":
        at -= 1
    return at


def verb_of(reading: Reading, verb: int | None) -> str:
    """The lemma of a verb token, or the state that it leads to ("found guilty", "is valid"); or the empty string."""
    if verb is None:
        return ""
    full = reading.tags[verb] in "VG"
    word = verb_lemma(reading.tokens[verb].norm) if full else reading.tokens[verb].norm
    if word in _leading():
        state = _state(reading, verb)
        if state:
            return state
    return word if full else ""


def _state(reading: Reading, verb: int) -> str:
    """What a verb leads to: at once, or after its object ("left 12 people dead")."""
    tokens, tags = reading.tokens, reading.tags
    last = min(reading.clause(verb)[1], verb + _STATE_WITHIN)
    for i in range(verb + 1, last):
        if tokens[i].norm in _states() and (i + 1 >= len(tags) or tags[i + 1] not in "NAZ"):
            return tokens[i].norm
        if tags[i] in "PCTVX." and tokens[i].norm != "of":
            break
    return ""


@cache
def _bringing() -> frozenset[str]:
    return frozenset(load_table("grammar")["bringing_verbs"])


@cache
def _leading() -> frozenset[str]:
    return frozenset(load_table("grammar")["leading_verbs"])


@cache
def _states() -> frozenset[str]:
    return frozenset(load_table("grammar")["states"])
