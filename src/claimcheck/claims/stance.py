"""Who says a figure, and whether it is asserted, planned, forecast, supposed or denied."""

from __future__ import annotations

from functools import cache, lru_cache

from attrs import define

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.model import main_verb
from claimcheck.claims.modals import (
    advised,
    after_that,
    assented,
    leads_on,
    of_a_standard,
    permits,
    rule,
    shares_modal,
    wanted,
)
from claimcheck.claims.negation import beside
from claimcheck.claims.phrases import phrase_after, phrase_before
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.speakers import addressed, of_body
from claimcheck.claims.speech import asked_for, may_ask, taken_back, wished_for
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Status

__all__ = ["Stance", "stance_of"]


# Words that deny all that follows, whichever verb they stand with; "not" and its kin deny their own verb only.
_DENIALS = frozenset({"untrue", "false", "myth", "nonsense", "no", "rejected", "it"})


# "A message may be up to 16 MB" permits; it does not suppose.
_BOUNDS = frozenset({Modifier.AT_MOST, Modifier.LESS_THAN, Modifier.AT_LEAST, Modifier.RANGE})


_BE = frozenset({"is", "are", "was", "were"})
_NEGATED, _REPORTED, _PLANNED = Status.NEGATED, Status.REPORTED, Status.PLANNED


@define  # made for every figure, so not frozen, which costs thrice the time; never changed all the same
class Stance:
    """The source of a figure, the tokens that name it, and the status."""

    attribution: str | None = None
    tokens: tuple[int, int] = (0, 0)
    status: Status = Status.ASSERTED
    why: str = ""


@cache
def _tables() -> tuple[dict[str, list[tuple[str, ...]]], frozenset[str], frozenset[str], frozenset[str]]:
    data = load_table("stance")["attribution"]
    before: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data["before"]:
        words = tuple(phrase.split())
        before.setdefault(words[0], []).append(words)
    return (
        before,
        frozenset(data["verbs"]),
        frozenset(data["nouns"]),
        frozenset(before),
    )


@cache
def _status_phrases() -> dict[str, tuple[tuple[int, Status, tuple[str, ...]], ...]]:
    """Phrases by their first word, each with its status and that status's rank: denial weighs most."""
    data = load_table("stance")["status"]
    order = (Status.NEGATED, Status.HYPOTHETICAL, Status.FORECAST, Status.PLANNED, Status.REPORTED)
    found: dict[str, list[tuple[int, Status, tuple[str, ...]]]] = {}
    for rank, status in enumerate(order):
        for phrase in data[status.value]:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((rank, status, words))
    return {word: tuple(entries) for word, entries in found.items()}


@cache
def _doubtful() -> frozenset[str]:
    """The words with which the phrases begin that tell a status."""
    return frozenset(_status_phrases())


def stance_of(reading: Reading, mention: Mention, following: str = "") -> Stance:
    """Attribution and status of one mention; ``following`` is the text of the next sentence of the paragraph."""
    if reading.source is None:
        reading.source = _attribution(reading)
    attribution, tokens = reading.source
    status, why = _status(reading, mention, tokens)
    if status is not _NEGATED:
        denial = _denied(reading, mention, following) or taken_back(reading, mention.first)
        if denial:
            status, why = _NEGATED, denial
    return Stance(attribution, tokens, status, why)


@cache
def _denials() -> tuple[frozenset[str], dict[str, list[tuple[int, list[str]]]], frozenset[str]]:
    """The nouns and pronouns for what was said; the predicates that deny it, in order, by their first word; those words
    alone.
    """
    table = load_table("stance")["denial"]
    predicates: dict[str, list[tuple[int, list[str]]]] = {}
    for rank, predicate in enumerate(table["predicates"]):
        words = predicate.split()
        predicates.setdefault(words[0], []).append((rank, words))
    return frozenset(table["subjects"]), predicates, frozenset(predicates)


def _denied(reading: Reading, mention: Mention, following: str) -> str:
    """A denial after the figure: by the sentence's own predicate, or by the sentence that follows."""
    subjects, predicates, openings = _denials()
    norms = reading.norms
    if not openings.isdisjoint(reading.scan.vocabulary):
        about_a_claim = any(word in subjects for word in norms[: mention.first] if word not in {"that", "this", "it"})
        found = [
            (rank, " ".join(words))
            for i in range(mention.last, len(norms) if about_a_claim else 0)
            for rank, words in predicates.get(norms[i], ())
            if norms[i : i + len(words)] == words and not _BE.isdisjoint(norms[max(mention.last, i - 3) : i])
        ]
        if found:
            return min(found)[1]
    return _denied_after(following)


@lru_cache(64)
def _denied_after(following: str) -> str:
    """A denial by the sentence that follows."""
    table = load_table("stance")["denial"]
    subjects = _denials()[0]
    opening = following.lower().replace("’", "'").split(maxsplit=9)[:9]
    opening = [word.strip(".,;:!?\"“”'") for word in opening]
    if not opening or not (opening[0] in subjects or (opening[0] == "the" and opening[1:2] and opening[1] in subjects)):
        return ""
    text = " ".join(opening)
    for predicate in table["predicates"]:
        if f" {predicate}" in text and any(f" {verb} " in f" {text} " for verb in table["verbs"][:4]):
            return f"{predicate} (the sentence after it)"
    return "the sentence after it" if opening[:3] in (["it", "did", "not"], ["this", "did", "not"]) else ""


def _attribution(reading: Reading) -> tuple[str | None, tuple[int, int]]:
    before, verbs, nouns, openings = _tables()
    norms = reading.norms
    for i in reading.scan.where(openings):
        for phrase in before[norms[i]]:
            width = len(phrase)
            if tuple(norms[i : i + width]) == phrase and norms[i + width : i + width + 1] != ["him"]:
                found = phrase_after(reading, i + width)
                if found is not None:
                    last = _extend(reading, found.last)
                    return _source(reading, i + width, last), (i, last)
    if verbs.isdisjoint(reading.verbs):
        return None, (0, 0)
    for i, mark in enumerate(reading.tags):
        if mark != "V" or verb_lemma(norms[i]) not in verbs:
            continue
        if i and reading.tags[i - 1] == "X" and norms[i - 1] in {"was", "were", "been", "be"}:
            continue
        speaker = phrase_before(reading, i - 1 if i and reading.tags[i - 1] in "X" else i)
        if speaker is not None and speaker.last >= i - 2:
            speaker = of_body(reading, speaker)
            head = reading.tokens[speaker.head].norm
            says_that = (
                norms[i + 1 : i + 2] == ["that"] or norms[i + 1 : i + 2] in (["“"], ['"']) or norms[i - 1] == ","
            )
            if reading.tags[speaker.head] == "Z" or lemma(head) in nouns:
                if says_that or verb_lemma(norms[i]) == "say" or _clause_end(reading, i) or addressed(reading, i):
                    return _source(reading, speaker.first, speaker.last), (speaker.first, i + 1)
        after = phrase_after(reading, i + 1)
        if after is not None and i and reading.tokens[i - 1].text in '”",’' and verb_lemma(norms[i]) == "say":
            return _source(reading, after.first, after.last), (i, after.last)
    return None, (0, 0)


def _clause_end(reading: Reading, i: int) -> bool:
    """Whether a verb of saying closes the sentence: "…, the study found."."""
    rest = reading.tokens[i + 1 : i + 3]
    return not rest or rest[0].text in '.”"' or (rest[0].text in "," and len(reading.tokens) - i < 4)


def _extend(reading: Reading, last: int) -> int:
    """Take in "of", "for" and "by" phrases of a source's name, and the name that stands beside it."""
    while last < len(reading.tokens) and reading.tokens[last].norm in {"of", "for", "by", "from", "at", "on"}:
        found = phrase_after(reading, last + 1)
        if found is None:
            break
        last = found.last
    tokens = reading.tokens
    if last + 1 < len(tokens) and tokens[last].text == ",":
        # "her owner, Pescanort": the name set beside it.
        beside = next((name for name in reading.names if name.first == last + 1), None)
        if beside is not None and (beside.last >= len(tokens) or tokens[beside.last].text in ",.;:)"):
            return beside.last
    return last


def _source(reading: Reading, first: int, last: int) -> str:
    while first < last and reading.tags[first] == "D":
        first += 1
    text = reading.scan.document.text[reading.tokens[first].start : reading.tokens[last - 1].end]
    named = [name for name in reading.names if first <= name.first and name.last <= last]
    if len(named) == 1 and named[0].known:
        return named[0].canonical
    return " ".join(text.split())


def _status(reading: Reading, mention: Mention, source: tuple[int, int]) -> tuple[Status, str]:
    first, last = _with_what_it_comes(reading, *reading.clause(mention.first))
    norms = reading.norms
    best: tuple[int, Status, str] | None = None
    table = _status_phrases()
    if reading.doubts is None:
        reading.doubts = reading.scan.where(_doubtful())
    places = reading.doubts
    verb = main_verb(reading, mention) if places else None
    for i in places:
        if i >= last:
            break
        for rank, status, phrase in table[norms[i]]:
            if (best is not None and best[0] <= rank) or (i < first and status is not _NEGATED):
                continue
            after = i + len(phrase)
            if after > last or tuple(norms[i:after]) != phrase or (i < mention.last and mention.first < after):
                continue
            if source[0] <= i < source[1] and status is not _NEGATED:
                continue
            if _governs(reading, status, i, after, mention, verb):
                best = (rank, status, " ".join(phrase))
    if best is not None:
        return best[1], best[2]
    asked = asked_for(reading, main_verb(reading, mention)) if may_ask(reading) else ""
    if asked and not (mention.kind is Kind.FREQUENCY and verb_lemma(asked) == "recommend"):
        return _PLANNED, asked
    if mention.quantity is not None and mention.quantity.role in ("to", "by") and may_ask(reading):
        wished = wished_for(reading, main_verb(reading, mention), mention.first)
        if wished:
            return _PLANNED, wished
    if norms and reading.tokens[-1].text == "?" and first == 0:
        return Status.HYPOTHETICAL, "a question"
    return Status.ASSERTED, ""


@cache
def _speech() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_table("stance")["speech"].items()}


def _with_what_it_comes(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """A clause, together with the one before it where it only tells what that comes with: ", with 120 rooms"."""
    opens = first + (reading.norms[first : first + 1] == [","])
    if (
        opens < 2
        or reading.norms[opens : opens + 1] != ["with"]
        or any(mark in "VXG" for mark in reading.tags[opens:last])
    ):
        return first, last
    return reading.clause(opens - 2)[0], last


def _goes_with(reading: Reading, last: int, mention: Mention) -> bool:
    """Whether a figure is of what comes with what is planned: "will open in May, with 120 rooms"."""
    at = next(
        (k for k in range(mention.first - 1, max(mention.first - _WITH, last) - 1, -1) if reading.tags[k] == "P"), -1
    )
    return at > 0 and reading.norms[at] == "with" and reading.norms[at - 1] == ","


_WITH = 3  # tokens from "with" to the figure


_GROUP = 5  # tokens of a verb's group
_RAISED = 12  # and where the subject of an infinitive stands in it: "expects this year's harvest to reach"


def _own_noun(reading: Reading, at: int, mention: Mention) -> bool:
    """Whether a word of intent is the very thing that is counted or measured: "40 requests", "requests above 8 MB", or
    what does something: "requests fail after 30 s".
    """
    if reading.tags[at + 1 : at + 2] == ["V"]:
        return True
    return at == mention.last or (at + 1 == mention.first and at in {0, reading.clause(at)[0]})


def _minds(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """Whether a figure counts those who mean to do something, as they are: "eight jurors wanted | to acquit"."""
    norms, tags = reading.norms, reading.tags
    if mention.kind in TIMES or norms[first] not in load_table("stance")["minding"]["verbs"]:
        return False
    if "to" not in norms[last - 1 : last + 1] or norms[first - 1] in _BE | {"been", "be"}:
        return False
    return not any(mark in "VX" for mark in tags[mention.last : first])


def _governs(reading: Reading, status: Status, first: int, last: int, mention: Mention, verb: int | None) -> bool:
    """Whether a phrase of doubt or intent that stands in the clause governs the figure.

    Adverbs of report and a clause's opening "if" hold for all of it; what belongs to a verb ("plans to", "will",
    "did not") holds where it stands in the group of the verb that governs the figure, or right before the figure.
    """
    word = reading.tokens[first].norm
    if status is _PLANNED and last == first + 1 and reading.tags[first] == "N" and _own_noun(reading, first, mention):
        return False
    if mention.last <= first and _minds(reading, first, last, mention):
        return False
    if word == "may" and (reading.tags[first] != "X" or (first and reading.tokens[first].text == "May")):
        return False
    if word == "expected" and not _speech()["standards"].isdisjoint(reading.norms[last : last + 3]):
        return False  # "reached the expected standard"
    if word == "if" and assented(reading, first, mention):
        return False
    if status is _PLANNED and advised(reading, first, mention):
        return False
    if word == "due" and reading.tags[last - 1] == "P":
        return False  # "is due to 40 strikes"
    if word in {"if", "unless"} and rule(reading, first, mention):
        return False
    if word in {"may", "can"} and mention.quantity is not None and mention.quantity.modifier in _BOUNDS:
        return False
    if word == "may" and permits(reading, last, mention):
        return False
    if status is _REPORTED:
        return True
    if status in (Status.FORECAST, _PLANNED) and of_a_standard(reading, first, mention):
        return False
    if status is not _NEGATED and after_that(reading, last, mention):
        return False
    if word in {"want", "wants"} and (first + 1 == last) and not wanted(reading, first, mention):
        return False
    if status is _NEGATED and not {":", ";"}.isdisjoint(reading.norms[last : mention.first]):
        return False  # "You are not alone: 213 homes were flooded"
    if status is _NEGATED and "but" in reading.norms[last : mention.first]:
        return False  # "was not 18,000 but 12,000"
    if word in {"if", "suppose", "supposing", "assuming", "imagine", "unless"}:
        return first < mention.first
    if status is _NEGATED and beside(reading, first, last, mention):
        return False
    if status is _NEGATED and (word in _DENIALS or verb_lemma(word) == "deny"):
        return first < mention.first
    if verb is not None and last <= verb and shares_modal(reading, last, verb):
        return True
    if status in (Status.FORECAST, _PLANNED) and first < mention.first and _goes_with(reading, last, mention):
        return True
    reach = _RAISED if verb and reading.tags[verb - 1] == "T" else _GROUP
    if verb is not None and verb - reach <= first and last <= verb + 3:
        between = range(last, verb)
        joined = any(reading.tokens[k].norm in {"and", "or"} for k in between)
        return joined or not any(reading.tags[k] == "V" and not leads_on(reading, k) for k in between)
    return 0 <= mention.first - last <= 3
