"""Knows footnotes, endnotes and entries of bibliographies, which cite figures and dates but do not claim them."""

from __future__ import annotations

import itertools
import re
from functools import cache

from claimcheck.segment.masks import list_marker
from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw
from claimcheck.segment.words import pattern_of, words

__all__ = ["citation_score", "mark_references", "note_number"]

_NUMBERED = re.compile(
    r"(?:<sup>\s?(\d{1,4})\s?</sup>|\\?\[(\d{1,4})\\?\]|\^(\d{1,4})\^?"
    r"|(\d{1,4})(?=[ \t\u00a0]+[\"“‘'*_(\[<A-ZÀ-ÞА-Яh]))[ \t\u00a0]*"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What a title is set in; outside of titles an entry has no verb.
_TITLE = re.compile(r"[\"“‘][^\"“”]{2,300}[\"”’]|\*[^*\n]{2,200}\*|_[^_\n]{2,200}_|\[[^\]\n]{2,200}\]|https?://\S+")
_DEFINITION = re.compile(r"\[\^[^\]\s]{1,60}\]:")
_LINK_DEFINITION = re.compile(r"\[[^\]\[]{1,200}\]:[ \t]*\S")
# A note's number where it is cited: raised, in brackets, or glued to the end of a word.
# The expression begins with a digit, to which a search can skip; what must stand before it is looked back for.
_CITED = re.compile(
    r"\d(?:(?<=<sup>\d)\d{0,3}(?=</sup>)|(?<=\[\d)\d{0,3}(?=\](?!\())"
    r"|(?:(?<=[a-z”’\")]\d)|(?<=[a-z”’\")][.,;:]\d)|(?<=[a-z”’\")][.,;:][”’\"]\d))\d{0,3}(?=\s))"
)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern_of('references', 'verbs')})\b")


@cache
def _features() -> tuple[tuple[re.Pattern[str], float], ...]:
    """What references are made of, each with its weight."""
    name = r"[A-ZÀ-Þ][\w'’.-]+ "
    titles = "|".join(re.escape(word) for word in sorted(words("references", "publications")))
    return (
        (re.compile(r"https?://|www\.|\bdoi\b|\barXiv\b", re.IGNORECASE), 1.5),
        # A title in quotation marks with a comma or its own mark before or after the closing one.
        (re.compile(r"[\"“‘][^\"“”]{3,300}(?:,[\"”’]|[?!.][\"”’],?|[\"”’],)"), 1.5),
        (re.compile(r"(?:[,(] ?|\d \w{3,9} |[A-Z][a-z]{2,8} \d{1,2}, )(?:19|20)\d\d[a-z]?\b[).,;]?"), 1.0),
        # Pages, volumes, numbers of issues.
        (
            re.compile(
                r"\b(?:pp?\.? ?\d|vol\. ?\d|no\. ?\d|\d+\(\d+(?:[-–]\d+)?\)|\d+:\d+,"
                r"|[1-9]\d{0,3}[-–][1-9]\d{0,3}\.?$)",
                re.IGNORECASE,
            ),
            1.0,
        ),
        (
            re.compile(
                r"\b(?:ibid|et al|op\. cit|eds?\.|\(eds?\.?\)|trans\.|isbn|retrieved|accessed|last visited)",
                re.IGNORECASE,
            ),
            1.0,
        ),
        (re.compile(r"(?<!\*)\*[A-Z][^*\n]{4,200}\*(?!\*)|\b_[A-Z][^_\n]{4,200}_\b"), 0.75),
        (re.compile(rf"\b(?:{titles})\b"), 0.5),
        # An author at the start: "Surname, A. B.", "Given Surname and Given Surname (2019", "Surname, Given".
        (
            re.compile(
                r"^\W*(?:[A-ZÀ-Þ][\w'’-]+,? (?:[A-ZÀ-Þ]\.,? ?){1,3}"
                rf"|(?:{name}){{2,5}}(?:and (?:{name}){{1,4}})?\(?(?:[\"“(]|(?:19|20)\d\d)"
                r"|[A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ][\w'’-]+)"
            ),
            1.0,
        ),
    )


def citation_score(text: str) -> float:
    """How much a paragraph looks like a reference; 2.5 and more is one if it has a number, 3.5 if it has none."""
    head = text[:1200]
    return sum(weight for pattern, weight in _features() if pattern.search(head))


def _opens_entry(body: str) -> bool:
    """Whether a paragraph begins as an entry does: with its author, or with a title that is marked as one."""
    content = body[list_marker(body, 0, len(body)) :]
    return content[:1] in '“"‘*_[' or _features()[-1][0].match(content) is not None


def _may_cite(body: str) -> bool:
    """Whether a paragraph holds what an unnumbered entry cannot lack: an address or a title in quotation marks."""
    if "http" in body or "www." in body or "doi" in body:
        return True
    return ("“" in body or '"' in body) and _YEAR.search(body) is not None


def note_number(text: str) -> int | None:
    """The number with which a paragraph begins in the way of a footnote, without a full stop."""
    match = _NUMBERED.match(text)
    if match is None:
        return None
    digits = match[1] or match[2] or match[3] or match[4]
    return int(digits)


def mark_references(blocks: list[Raw], text: str) -> None:
    """Turn the blocks that are references into such, each with its reason."""
    numbers: dict[int, int] = {}
    candidates: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        if block.kind not in (BlockKind.PROSE, BlockKind.LIST_ITEM) or block.html:
            continue
        body = text[block.start : min(block.end, block.start + 1300)]
        if _DEFINITION.match(body):
            _mark(block, "a footnote")
        elif _LINK_DEFINITION.match(body) and "](" not in body[:200]:
            _mark(block, "link definitions")
        elif not block.item:
            number = note_number(body)
            if number is not None:
                candidates.append((index, number))
                numbers[index] = number
    _numbered(blocks, text, candidates)
    _footnote_continuations(blocks, text)
    _listed(blocks, text)


def _mark(block: Raw, reason: str) -> None:
    block.kind = BlockKind.REFERENCE
    block.reason = reason


def _numbered(blocks: list[Raw], text: str, candidates: list[tuple[int, int]]) -> None:
    """Notes are numbered in sequence; a paragraph that merely begins with a figure is not."""
    if not candidates:
        return
    cited: set[int] | None = None
    for at, (index, number) in enumerate(candidates):
        block = blocks[index]
        body = text[block.start : min(block.end, block.start + 1300)]
        raised = body.startswith(("<sup>", "^"))
        neighbours = {other for _, other in candidates[max(0, at - 3) : at + 4]}
        in_sequence = number - 1 in neighbours or number + 1 in neighbours
        marker = _NUMBERED.match(body)
        score = citation_score(body[marker.end() :] if marker else body)
        if score >= 2.5 or (score >= 1 and in_sequence) or raised:
            _mark(block, "a footnote")
        elif in_sequence:
            if cited is None:
                cited = {int(number) for number in set(_CITED.findall(text))}
            if number in cited:
                _mark(block, "a footnote")


def _footnote_continuations(blocks: list[Raw], text: str) -> None:
    """The next line of a footnote, or an indented paragraph after its definition, goes on with it."""
    for before, block in itertools.pairwise(blocks):
        if block.kind is BlockKind.PROSE and before.kind is BlockKind.REFERENCE and block.first == before.last:
            _mark(block, before.reason)
        elif (
            block.kind is BlockKind.PROSE
            and before.kind is BlockKind.REFERENCE
            and text[before.start : before.start + 2] == "[^"
            and block.start > 3
            and text[block.start - 4 : block.start] == "    "
        ):
            _mark(block, "a footnote")


def _listed(blocks: list[Raw], text: str) -> None:
    """Entries under a heading such as References, or that look like references without one."""
    strict = likely = False
    level = 0
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            title = text[block.start : block.end].strip("#*_ \t:.").lower()
            title = re.sub(r"^\W*\d{0,2}[.)]?\s*", "", title)
            if (strict or likely) and block.level > level:
                continue
            strict = title in words("references", "headings")
            likely = title in words("references", "likely")
            level = block.level
        elif block.kind in (BlockKind.PROSE, BlockKind.LIST_ITEM) and not block.html:
            body = text[block.start : min(block.end, block.start + 1300)]
            if not (strict or likely) and not _may_cite(body):
                continue
            if not strict and (not _opens_entry(body) or _verb().search(_TITLE.sub(" ", body))):
                continue
            score = citation_score(body)
            needed = 1.0 if strict else 2.5 if likely else 3.5 if block.item or not block.lists else 9.0
            if score >= needed and (strict or likely or len(body.split()) < 80 or score >= 4.5):
                _mark(block, "a reference")
