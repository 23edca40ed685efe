"""Parts and their total within one sentence.

Three forms are taken as saying that the parts are all there are: the total after them ("12 detectors and 9 checks: 21
in all"), a whole that is made of them ("40 ships, made up of 12 tankers and 28 tugs"), and a whole with its parts after
a colon, the same thing both times ("40 schools: 10 public and 30 private"). After "of which" or in brackets the parts
must exclude one another and leave nothing out (men and women). Anything in between that is no plain enumeration ends
the search: a part without a figure ("and a tug") makes every sum unsure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from claimcheck.align import Profile
from claimcheck.align.words import contrasts, values_of
from claimcheck.claims.grammar import lemma
from claimcheck.compare.part_whole import adds_up
from claimcheck.compare.sum import sum_of
from claimcheck.findings.arithmetic.model import Miscount, plausible, told
from claimcheck.findings.select import Selection
from claimcheck.lexicon import load_table
from claimcheck.records import Claim, Document, Relation

__all__ = ["judged_sum", "says_total", "sentence_sums", "some_only", "words_of"]

_WORD = r"(?:[^\W\d_][\w'’./+-]*|(?:19|20)\d\d)"
_NOUNS = rf"(?:[\s*_`”\"]+{_WORD})"
_JOIN = r"(?:,?\s+(?:and|plus|as\s+well\s+as|together\s+with)|\s*[,;&+])"
_BETWEEN = re.compile(rf"(?P<nouns>{_NOUNS}{{0,6}}?)[\s*_`]*(?P<join>{_JOIN})[\s*_`“\"]*", re.IGNORECASE)
_HIDDEN = re.compile(r"\b(?:and|or|plus|an?|one|some|several|many|few|other|others|rest|no)\b", re.IGNORECASE)
_ENDS = re.compile(
    rf"(?P<nouns>{_NOUNS}{{0,8}})\s*(?P<end>$|[.;:!?)\]—–]|,(?!\s*(?:and|or|plus|with|an?|one|some|several)\b))"
)
_AND = re.compile(r"and|plus|&|\+|together|well", re.IGNORECASE)
_LISTED = re.compile(r"(?:[,;&+/]|\band|\bor|\bplus)[\s*_`“\"]*$", re.IGNORECASE)
_FEWEST = 2
_ARTICLES = frozenset({"a", "an", "the"})
_LONGEST = 40  # characters beside a figure in which a word for the total may stand


@cache
def words_of(name: str) -> tuple[str, ...]:
    """A list of sums.toml."""
    return tuple(load_table("sums")[name])


@cache
def _any_of(name: str) -> str:
    return "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(words_of(name), key=len, reverse=True)
    )


@cache
def _after_parts() -> re.Pattern[str]:
    """From the last part to a total after it."""
    link = rf"(?:\s*[:;,=—–(-]+\s*|\s+)(?:(?:{_any_of('links')})\s+)*"
    before = rf"(?:(?:an?|the|their|its|this)\s+)?(?:grand\s+)?(?P<before>(?:{_any_of('before')})\s*)?"
    return re.compile(rf"(?P<nouns>{_NOUNS}{{0,6}}?){link}{before}", re.IGNORECASE)


@cache
def _cue_after() -> re.Pattern[str]:
    return re.compile(rf"(?:{_NOUNS}{{0,3}}?)\s+(?:{_any_of('after')})\b", re.IGNORECASE)


@cache
def _cue_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('before')})\s*[:=*_]*\s*$", re.IGNORECASE)


@cache
def _to_parts() -> re.Pattern[str]:
    """From a whole to its first part."""
    made = rf",?\s+(?:(?:which|that)\s+)?(?:(?:is|are|was|were)\s+)?(?P<made>{_any_of('made_of')})\s+"
    which = rf",?\s+(?P<which>{_any_of('of_which')})\s+"
    return re.compile(
        rf"(?P<nouns>{_NOUNS}{{0,8}}?)(?:(?P<colon>\s*:\s*)|{made}|{which}|\s*(?P<bracket>\()\s*)", re.IGNORECASE
    )


@cache
def _some() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('some')})\b", re.IGNORECASE)


def sentence_sums(groups: Iterable[Sequence[Profile]], selection: Selection) -> list[Miscount]:
    """All enumerations that do not make the total stated with them."""
    found = []
    for group in groups:
        document = selection.documents.get(group[0].claim.document)
        figures = [one for one in group if one.claim.quantity is not None and adds_up(one.claim)]
        if document is None or len(figures) <= _FEWEST or group[0].claim.structure == "table":
            continue
        for parts, total in (*_total_last(figures, document.text), *_whole_first(figures, document)):
            if any(_beyond(one, total) for one in parts) or _of_others(parts, total):
                continue
            made = judged_sum([one.claim for one in parts], total.claim, selection)
            if made is not None:
                found.append(made)
    return found


def _of_others(parts: Sequence[Profile], total: Profile) -> bool:
    """Whether a total is of another noun than any part and far from their sum: 11 hospitals and 40 offices, 52,000
    meals in all.
    """
    if not total.head or any(not one.head or one.head == total.head for one in parts):
        return False
    return not plausible([one.claim for one in parts], total.claim)


def _beyond(part: Profile, total: Profile) -> bool:
    """Whether a figure of another noun is more than the total by itself: what it counts is no part of that."""
    one, whole = part.claim.quantity, total.claim.quantity
    if one is None or whole is None or one.low is None or whole.high is None or not part.head or not total.head:
        return False
    return part.head != total.head and one.unit == whole.unit and one.low > whole.high


def judged_sum(parts: Sequence[Claim], total: Claim, selection: Selection, *, more: bool = False) -> Miscount | None:
    """The miscount where the parts do not make the total."""
    rule = selection.rule("sum", Relation.CONTRADICTS, total)
    if rule is None or not told([*parts, total]):
        return None
    verdict = sum_of(parts, total, rule.tolerance, more=more)
    if verdict is None or verdict.relation is not Relation.CONTRADICTS:
        return None
    return Miscount(rule, (*parts, total), verdict)


def _runs(figures: Sequence[Profile], text: str) -> Iterator[list[Profile]]:
    """The longest enumerations: figures with nothing but their nouns and joining words between them."""
    run: list[Profile] = []
    for one in figures:
        if run and _joined(text[run[-1].claim.span.end : one.claim.span.start]) is None:
            yield run
            run = []
        run.append(one)
    yield run


def _joined(gap: str) -> re.Match[str] | None:
    match = _BETWEEN.fullmatch(gap)
    return match if match is not None and not _HIDDEN.search(match["nouns"]) else None


def _total_last(figures: Sequence[Profile], text: str) -> Iterator[tuple[list[Profile], Profile]]:
    """Parts and the total that follows them: "…: 25 in all", "…, a total of 25"."""
    for at, total in enumerate(figures):
        if at < _FEWEST:
            continue
        claim, last = total.claim, figures[at - 1].claim
        match = _after_parts().fullmatch(text, last.span.end, claim.span.start)
        if match is None or _HIDDEN.search(match["nouns"]):
            continue
        if not (match["before"] or says_total(text, claim)):
            continue
        parts = list(_runs(figures[:at], text))[-1]
        start = max(claim.sentence.start, parts[0].claim.span.start - 40)
        lead = text[start : parts[0].claim.span.start]
        if len(parts) >= _FEWEST and not _LISTED.search(lead) and not some_only(lead + _gaps(parts, text)):
            yield parts, total


def says_total(text: str, claim: Claim) -> bool:
    """Whether the words at a figure call it a total: "25 in all", "25 checks in total", "a total of 25"."""
    said = claim.text.lower().split()
    lead = said[1:] if said[0] in _ARTICLES else said
    if any(said[-len(words) :] == words for words in map(str.split, words_of("after"))):
        return True
    if any(lead[: len(words)] == words for words in map(str.split, words_of("before"))):
        return True
    start = max(claim.sentence.start, claim.span.start - _LONGEST)
    end = min(claim.sentence.end, claim.span.end + _LONGEST)
    return bool(_cue_before().search(text[start : claim.span.start]) or _cue_after().match(text, claim.span.end, end))


def some_only(text: str) -> bool:
    """Whether words say that not all parts are listed, or that figures are no plain numbers of things."""
    return _some().search(text) is not None


def _whole_first(figures: Sequence[Profile], document: Document) -> Iterator[tuple[list[Profile], Profile]]:
    """A whole and the parts that follow it: "40 ships, made up of …", "40 schools: …", "40 people, of whom …"."""
    text = document.text
    for at, total in enumerate(figures[:-_FEWEST]):
        match = _to_parts().fullmatch(text, total.claim.span.end, figures[at + 1].claim.span.start)
        if match is None or _HIDDEN.search(match["nouns"]):
            continue
        parts = next(_runs(figures[at + 1 :], text))
        end = _ENDS.match(text, parts[-1].claim.span.end, total.claim.sentence.end)
        if len(parts) < _FEWEST or end is None or _HIDDEN.search(end["nouns"]) or not _closed(parts, text):
            continue
        if some_only(text[total.claim.span.end : end.end("nouns")]):
            continue
        if match["made"] or (match["colon"] and all(one.head == total.head for one in parts)):
            yield parts, total
        elif (match["which"] or match["bracket"] or match["colon"]) and _leave_nothing_out(
            parts, text, end.end("nouns")
        ):
            yield parts, total


def _gaps(parts: Sequence[Profile], text: str) -> str:
    return text[parts[0].claim.span.end : parts[-1].claim.span.start]


def _closed(parts: Sequence[Profile], text: str) -> bool:
    """Whether the last two parts are joined by "and", which says that the list ends there."""
    match = _joined(text[parts[-2].claim.span.end : parts[-1].claim.span.start])
    return match is not None and _AND.search(match["join"]) is not None


def _leave_nothing_out(parts: Sequence[Profile], text: str, end: int) -> bool:
    """Whether the parts' own words are all the values there are: men and women, public and private."""
    ends = [*(one.claim.span.start for one in parts[1:]), end]
    said = []
    for one, until in zip(parts, ends, strict=True):
        nouns = re.findall(r"[^\W\d_]+", text[one.claim.span.end : until].lower())
        said.append(values_of({lemma(word) for word in nouns}, contrasts()))
    for dimension in words_of("exhaustive"):
        values = [one.get(dimension, set()) for one in said]
        if len(parts) == _FEWEST and all(len(one) == 1 for one in values) and values[0] != values[1]:
            return True
    return False
