"""Who says a figure, and whether it is asserted, planned, forecast, supposed or denied."""

from __future__ import annotations

from functools import cache, lru_cache

from attrs import define

from claimcheck.claims.governing import governs, with_what_it_comes
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.model import main_verb
from claimcheck.claims.phrases import phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.speakers import addressed, of_body
from claimcheck.claims.speech import asked_for, may_ask, taken_back, wished_for
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Status

__all__ = ["Stance", "stance_of"]

_BE = frozenset({"is", "are", "was", "were"})
_NEGATED, _PLANNED = Status.NEGATED, Status.PLANNED


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
    first, last = with_what_it_comes(reading, *reading.clause(mention.first))
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
            if governs(reading, status, i, after, mention, verb):
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
