"""What in a line of text is no prose: tags, URLs, link targets, footnote markers, emphasis marks, numbers of articles.

One expression passes once over the whole text. Every alternative begins with a literal character or a small class, so
that the matcher skips plain letters quickly, and none repeats a group that can match the same text in two ways.
"""

from __future__ import annotations

import re

from claimcheck.records import Span
from claimcheck.segment.words import words

__all__ = ["find_masks", "list_marker", "merged"]

_URL = r"[^\s<>\"“”‘’`\\|]{1,2000}"
_MASK = re.compile(
    rf"""
    (?P<comment> <!--(?:(?!-->).){{0,4000}}--> )
  | (?P<superscript> <(?P<tag>sup|sub)>[ ]?(?P<inside>[^<]{{0,40}})</(?P=tag)> )
  | (?P<auto> <(?:https?://|www\.|mailto:)[^\s<>]{{1,2000}}> )
  | (?P<tagged> </?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{{0,2000}})?/?> )
  | (?P<image> !\[(?P<alt>[^\]\[]{{0,400}})\](?P<source>\([^()\s]{{0,2000}}(?:\([^()\s]{{0,200}}\)[^()\s]{{0,2000}})?[^()\n]{{0,300}}\)|\[[^\]\[]{{0,200}}\])? )
  | (?P<footnote> \[\^[^\]\s]{{1,60}}\]:? )
  | (?P<escaped> \\\[\d{{1,4}}(?:[ ]?[,;–-][ ]?\d{{1,4}}){{0,20}}\\\] )
  | (?P<marker> \[\d{{1,4}}(?:[ ]?[,;–-][ ]?\d{{1,4}}){{0,20}}\](?![(\w]) )
  | (?P<target> \](?:\([^()\s]{{0,2000}}(?:\([^()\s]{{0,200}}\)[^()\s]{{0,2000}}){{0,4}}(?:\s{{1,3}}["'(][^"')\n]{{0,300}}["')])?\)|\[[^\]\[\n]{{0,200}}\]) )
  | (?P<bracket> \[(?=[^\]\[]{{0,600}}\]\() )
  | (?P<url> (?:https?|ftp|file|git|ssh)://{_URL} | www\.[a-z0-9-]{{1,63}}\.{_URL} )
  | (?P<emphasis> \*{{1,3}} | ~~ | (?<!\w)_{{1,3}}(?=\w) | (?<=[\w.,;:!?)\]"”’%])_{{1,3}}(?!\w) )
  | (?P<tick> `{{1,3}} )
  | (?P<doi> \b(?:doi|DOI)[:\s]{{0,3}}10\.\d{{4,9}}/{_URL} | \b10\.\d{{4,9}}/[^\s<>"]{{2,200}} )
  | (?P<isbn> \bISB?[NS]N?(?:-1[03])?:?[ ]?[\d][\d -]{{6,17}}[\dXx] )
  | (?P<mail> @(?:[A-Za-z0-9-]{{1,63}}\.){{1,6}}[A-Za-z]{{2,24}} )
  | (?P<phone> \+\d{{1,3}}(?:[ ().-]{{1,2}}\d{{1,5}}){{2,6}}(?!\d) )
  | (?P<telephone> \b(?:[Tt]el|[Tt]elephone|[Ff]ax|[Pp]hone|[Hh]otline)\b[.:]{{0,2}}[ ]?[+(]?\d[\d ()./-]{{3,20}}\d )
  | (?P<raised> [¹²³⁰⁴-⁹]{{1,4}}(?:[,⁻]?[¹²³⁰⁴-⁹]{{1,4}}){{0,3}} )
  | (?P<glued> [.,;:!?”’")\]](?P<note>\d{{1,4}})(?=\s|$|—|–) )
  | (?P<licence> \bCC[ -]BY(?:-[A-Z]{{2}}){{0,3}}[ -]\d\.\d )
  | (?P<entity> &(?:nbsp|amp|lt|gt|quot|mdash|ndash|hellip|rarr|larr|bull|middot|copy|\#\d{{1,6}}|\#x[0-9a-fA-F]{{1,6}}); )
    """,
    re.VERBOSE | re.DOTALL,
)

_TRAILING = re.compile(r"[.,;:!?'\")\]*_]+$")
_NOTE = re.compile(r"[\d*†‡§]{1,5}(?:\s?[,;–-]\s?\d{1,4}){0,10}|[a-z]|\[\d{1,4}\]")
# A raised figure after one of these is a power, not a note.
_POWER = re.compile(r"(?:(?<![A-Za-z])(?:[kcdmµμn]?m|km|cm|mm|ft|mi|in|yd|sec|s|10)|\d×10|\^)$")
_LOWER_WORD = re.compile(r"([A-Za-zÀ-ÿ]+)$")
_LIST = re.compile(
    r"""
    (?:[ \t\u00a0]*(?:>[ \t]?)+)?
    [ \t\u00a0]*
    (?: [-+•●▪◦‣∙·–—○■□➢►✓✔☐☑][ \t\u00a0]+(?:\[[ xX]\][ \t]+)?
      | \*[ \t]+(?:\[[ xX]\][ \t]+)?
      | \#{1,6}[ \t]+
    ){0,4}
    (?: (?:\*{1,3}|_{1,3})? (?: \(?\d{1,3}(?:\.\d{1,3}){0,4}[.)] | \d{1,3}(?:\.\d{1,3}){1,4}(?=[ \t]+\p)
      | \(?[ivx]{1,5}[.)] | \(?[a-z][.)] | \([A-Z]\) | [A-Z]\) ) (?:\*{1,3}|_{1,3})? [ \t\u00a0]+ )?
    """.replace(r"\p", r"[A-ZÀ-Þ]"),
    re.VERBOSE,
)


def list_marker(text: str, start: int, end: int) -> int:
    """Where the content of a block begins after quote marks, bullets, hashes and its number or letter."""
    match = _LIST.match(text, start, end)
    return min(match.end(), end) if match else start


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, joined where they overlap."""
    spans.sort()
    out: list[Span] = []
    for span in spans:
        if out and span.start < out[-1].end:
            if span.end > out[-1].end:
                out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def find_masks(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The spans of a stretch of text that are no prose, in order and apart; images are masked whole."""
    spans: list[Span] = []
    add = spans.append
    last = start
    for match in _MASK.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup
        first, final = match.span()
        if first < last:
            continue
        if kind == "superscript":
            for span in _superscript(text, match):
                add(span)
        elif kind == "url":
            tail = _TRAILING.search(text, first, final)
            if tail:
                # A closing bracket belongs to the address if it opens one.
                final = tail.start()
                if text.count("(", first, final) > text.count(")", first, final) and text[final] == ")":
                    final += 1
            add(Span(first, final))
        elif kind == "emphasis":
            if _is_emphasis(text, first, final):
                add(Span(first, final))
        elif kind == "mail":
            at = first
            while at > last and first - at < 64 and (text[at - 1].isalnum() or text[at - 1] in "._%+-"):
                at -= 1
            if at < first:
                add(Span(at, final))
        elif kind == "raised":
            if not _is_power(text, first) and first and text[first - 1] not in " \t\n(":
                add(Span(first, final))
        elif kind == "glued":
            if _is_note(text, first):
                add(Span(match.start("note"), final))
        elif kind == "entity":
            add(Span(first, final))
        else:
            add(Span(first, final))
        last = final
    return spans


def _superscript(text: str, match: re.Match[str]) -> list[Span]:
    """A raised note is masked whole; of a power or an ordinal's ending only the tags are."""
    first, final = match.span()
    inside = match["inside"].strip()
    if match["tag"] == "sup" and _NOTE.fullmatch(inside) and not (inside.isdigit() and _is_power(text, first)):
        return [Span(first, final)]
    opening = match.start("inside")
    closing = match.end("inside")
    # "51 <sup>st</sup>": the space before and inside the tag would part the number from its ending; it stays.
    return [Span(first, opening), Span(closing, final)]


def _is_power(text: str, at: int) -> bool:
    return _POWER.search(text, max(0, at - 8), at) is not None


def _is_emphasis(text: str, first: int, final: int) -> bool:
    """Emphasis marks touch what they mark, and do not stand for multiplication."""
    before = text[first - 1] if first else "\n"
    after = text[final] if final < len(text) else "\n"
    if before.isspace() and after.isspace():
        return False
    return not (final - first == 1 and before.isdigit() and after.isdigit())


def _is_note(text: str, at: int) -> bool:
    """Whether digits glued to a mark of punctuation are a note's number: a plain word stands before the mark."""
    head = at
    while head > 0 and at - head < 3 and text[head - 1] in ".,;:!?”’\")]":
        head -= 1
    word = _LOWER_WORD.search(text, max(0, head - 30), head)
    if word is None or text[at] == ":":
        return False
    name = word[1]
    if text[at] == "." and (len(name) < 3 or name.lower() in words("abbreviations", "before_figure")):
        return False
    return not name.isupper() or text[at] in "”’)\""
