"""Cuts running text into sentences, in one pass and in linear time.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number, or what follows goes on in
lower case. The rules are data (``lexicon/segmentation.toml``); they are ours, not those of a trained model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.segment.words import pattern_of, words

__all__ = ["sentences", "split_sentences"]

_CLOSERS = r"[\"'”’»)\]*_`]{0,6}"
_NOTES = (
    r"(?:<sup>[^<]{0,40}</sup>|\[\^?[\w-]{1,20}\]|\\\[\d{1,4}\\\]|[¹²³⁰⁴-⁹]{1,4}"
    r"|(?:(?<=[^\W\d_][.!?”’\"])|(?<=[.!?][”’\"]))\d{1,4}(?=\s)){0,6}"
)
# The expression begins with a single mark, to which a search can skip; `more` are those that follow it.
_STOP = re.compile(
    rf"[.!?…。！？](?P<more>(?<![。！？])[.!?…]{{0,3}}|){_CLOSERS}{_NOTES}[*_]{{0,3}}(?P<gap>\s+|(?<=[。！？]))"
)
_BEFORE = re.compile(r"[\w.&’']+$")
_NEXT = re.compile(r"[\"'“‘«(\[*_`<]{0,6}(?:sup>)?([^\W_]|[€$£¥#~≈±+−-])?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_LABEL = 24
_SIGNS = "€$£¥~≈±+−-#"
_NO_START = "/&=,;:)%|>"


@cache
def _label() -> re.Pattern[str]:
    """A numbered label at the start of a sentence: "Table 2", "Q3"."""
    return re.compile(
        rf"[\s*_#>(]*(?:[A-Z]{{1,2}}|(?:{pattern_of('captions', 'words')})\s?)\d{{1,3}}[a-z]?", re.IGNORECASE
    )


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as pairs of offsets, white space trimmed at both ends."""
    return list(sentences(text, start, end))


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The same, one at a time."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        after = match.end()
        if after >= end:
            break
        if _ends(text, begin, match, end):
            found = _trimmed(text, begin, match.start("gap"))
            if found[0] < found[1]:
                yield found
            begin = after
    found = _trimmed(text, begin, end)
    if found[0] < found[1]:
        yield found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    stop = text[match.start() : match.end("more")]
    after = match.end()
    following = _NEXT.match(text, after, end)
    letter = following[1] if following else None
    if letter is None:
        if text[after] in _NO_START:
            return False
        letter = "—"
    beyond = following.end() if following else after
    digit = letter.isdigit() or (letter in _SIGNS and text[beyond : beyond + 1].isdigit())
    if letter.islower():
        # A sentence that begins with a name like "iPhone" is not worth the false ends that it would cost.
        return False
    if stop[0] in "!?。！？":
        return True
    if len(stop) > 1 or stop == "…":
        return not digit
    at = match.start()
    before = _BEFORE.search(text, max(begin, at - 24), at)
    if before is None:
        return True
    word = before[0].lstrip(".'’")
    folded = word.lower()
    if not _LETTER.search(text, begin, at) or (at - begin <= _LONGEST_LABEL and _label().fullmatch(text, begin, at)):
        # Nothing but a number or a numbered label so far: "1. First", "Table 2. Grants".
        return False
    if match.end("more") == match.start("gap"):
        if len(word) == 1 and word.isupper():
            return _opens(text, after, end)
        if folded in words("abbreviations", "leading"):
            return False
        if digit and folded in words("abbreviations", "before_figure"):
            return False
        if folded in words("abbreviations", "either") or _INITIALS.fullmatch(word):
            return not digit and _opens(text, after, end)
    return True


def _opens(text: str, at: int, end: int) -> bool:
    """Whether the word at an offset is one that begins sentences."""
    match = _WORD.search(text, at, min(end, at + 40))
    return match is not None and match[0].lower() in words("openers", "words")
