"""What in a line of text is no prose: tags, URLs, link targets, footnote markers, emphasis marks, numbers of articles.

The text is searched for the few characters that begin such things, and only there are the expressions tried; none of
them repeats a group that can match the same text in two ways.
"""

from __future__ import annotations

import re

from claimcheck.records import Span
from claimcheck.segment.words import words

__all__ = ["find_masks", "list_marker", "merged"]

_URL = r"[^\s<>\"“”‘’`\\|]{1,2000}"
# Every mask but addresses and a few kinds of number begins with one of these characters.
_TRIGGER = re.compile(r"[<!\[\]\\*~_`@+$¹²³⁰⁴-⁹&]")
_MASK = re.compile(
    r"""
    (?P<superscript> <(?P<tag>sup|sub)>[ ]?(?P<inside>[^<]{0,40})</(?P=tag)> )
  | (?P<auto> <(?:https?://|www\.|mailto:)[^\s<>]{1,2000}> )
  | (?P<tagged> </?[A-Za-z][A-Za-z0-9-]*
      (?:\s{1,8}[A-Za-z_:@][\w:.@-]{0,60}
        (?:\s?=\s?(?:"[^"<]{0,2000}"|'[^'<]{0,2000}'|[^\s"'=<>`]{1,500}))?){0,30}\s{0,8}/?> )
  | (?P<image> !\[[^\]\[]{0,400}\]
      (?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?[^()\n]{0,300}\)|\[[^\]\[]{0,200}\])? )
  | (?P<footnote> \[\^[^\]\s]{1,60}\]:? )
  | (?P<escaped> \\\[\d{1,4}(?:[ ]?[,;–-][ ]?\d{1,4}){0,20}\\\] )
  | (?P<marker> \[\d{1,4}(?:[ ]?[,;–-][ ]?\d{1,4}){0,20}\](?![(\w]) )
  | (?P<target> \](?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000}){0,4}
      (?:\s{1,3}["'(][^"')\n]{0,300}["')])?\)|\[[^\]\[\n]{0,200}\]) )
  | (?P<bracket> \[(?=[^\]\[]{0,600}\]\() )
  | (?P<emphasis> \*{1,3} | ~~ | _{1,3} )
  | (?P<formula> \$\$[^$]{1,1000}\$\$
      | \$(?=[^$\n]{0,300}[\\^_{}]|[A-Za-z][^$\n]{0,100}=)[^$\s](?:[^$\n]{0,300}[^$\s])?\$(?!\d) )
  | (?P<tick> `{1,3} )
  | (?P<mail> @(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24} )
  | (?P<phone> \+\d{1,3}(?:[ ().-]{1,2}\d{1,5}){2,6}(?!\d) )
  | (?P<raised> [¹²³⁰⁴-⁹]{1,4}(?:[,⁻]?[¹²³⁰⁴-⁹]{1,4}){0,3} )
  | (?P<entity> &(?:nbsp|amp|lt|gt|quot|mdash|ndash|hellip|rarr|larr|bull|middot|copy|\#\d{1,6}|\#x[0-9a-fA-F]{1,6}); )
    """,
    re.VERBOSE | re.DOTALL,
)
_GLUED = re.compile(r"[.,;:!?”’\")\]]\d{1,4}(?=\s|$|—|–)")
# Addresses and numbers by a text that has to stand somewhere for the expression to be worth trying.
_LITERAL: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("://",), re.compile(rf"://{_URL}")),
    (("www.",), re.compile(rf"www\.[a-z0-9-]{{1,63}}\.{_URL}")),
    (("10.",), re.compile(rf"10\.\d{{4,9}}/{_URL}")),
    (("ISBN", "ISSN"), re.compile(r"IS[BS]N(?:-1[03])?:?[ ]?[\d][\d -]{6,17}[\dXx]")),
    (
        ("Tel", "tel.", "tel:", "elephone", "Fax", "fax", "hone:", "hone ", "otline"),
        re.compile(r"[TtFfPpHh](?:el|elephone|ax|hone|otline)\b[.:]{0,2}[ ]?[+(]?\d[\d ()./-]{3,20}\d"),
    ),
    (  # where and when a book came out: "(Oxford University Press, April 2022)"
        ("Press,", "Books,", "Publishing,", "Publishers,", "Verlag,"),
        re.compile(r"(?:Press|Books|Publishing|Publishers|Verlag),\s(?:[A-Z][a-z]{2,8}\.?\s)?(?:19|20)\d\d(?=[,;)])"),
    ),
    (("CC BY", "CC-BY"), re.compile(r"CC[ -]BY(?:-[A-Z]{2}){0,3}[ -]\d\.\d")),
)

# A role of reStructuredText or MyST and what it marks: numbers alone name something, and formulas are no prose.
_ROLE = re.compile(r"(?:(?<!\w):[A-Za-z][\w.+-]{0,40}(?::[\w.+-]{1,40}){0,2}:|\{[a-z][\w:.+-]{0,40}\})$")
_NAMED_BY_ROLE = re.compile(r"`(?:[^`<\n]{0,200}<)?[\s#!]{0,2}\d[\d\s.,;:#/-]{0,60}>?`")
_FORMULA_ROLE = re.compile(r":math:$")
_FORMULA = re.compile(r"`[^`]{0,600}`")
_TRAILING = re.compile(r"[.,;:!?'\")\]*_]+$")
_NOTE = re.compile(r"[\d*†‡§]{1,5}(?:\s?[,;–-]\s?\d{1,4}){0,10}|[a-z]|\[\d{1,4}\]")
# A raised figure after one of these is a power, not a note.
_POWER = re.compile(
    r"(?:(?:\d[ \u00a0]?|/|\bper )(?:[kcdmµμn]?m|ft|mi|in|yd|sec)|(?:\d[ \u00a0]|/)s"
    r"|(?:\(|\b(?:in|million|thousand|billion|mn) )m|\b[kcdmµμn]m|(?<![\w.,])10|[×x*·][ ]?10|\^)$"
)
_LOWER_WORD = re.compile(r"([A-Za-zÀ-ÿ]+)$")
_LIST = re.compile(
    r"""
    (?:[ \t\u00a0]*(?:>[ \t]?)+)?
    [ \t\u00a0]*
    (?: [-+•●▪◦‣∙·–—○■□➢►✓✔☐☑][ \t\u00a0]+(?:\[[ xX]\][ \t]+)?
      | \*[ \t]+(?:\[[ xX]\][ \t]+)?
      | \#{1,6}[ \t]+
    ){0,4}
    (?: (?:\*{1,3}|_{1,3})?
      (?: \(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]
        | \d{1,3}(?:\.\d{1,3}){1,4}(?=[ \t]+(?!(?:Thousand|Million|Billion|Trillion|Percent)\b)[A-ZÀ-Þ][a-zà-ÿ]{2})
        | \(?[ivx]{1,5}[.)] | \(?[a-z][.)] | \([A-Z]\) | [A-Z]\) )
      (?:\*{1,3}|_{1,3})? [ \t\u00a0]+ )?
    """,
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
    final = len(text) if end is None else end
    found = _literal(text, start, final)
    found.extend(_notes(text, start, final))
    last = start
    comments = True
    match_at = _MASK.match
    for trigger in _TRIGGER.finditer(text, start, final):
        at = trigger.start()
        if at < last:
            continue
        if comments and text.startswith("<!--", at):
            close = text.find("-->", at + 4, final)
            comments = close >= 0
            if comments:
                last = close + 3
                found.append((at, last))
                continue
        match = match_at(text, at, final)
        if match is None:
            continue
        spans = _spans(text, match, last)
        if spans:
            found.extend(spans)
            last = max(match.end(), spans[-1][1])
    found.sort()
    out: list[Span] = []
    last = start
    for first, after in found:
        if first >= last:
            out.append(Span(first, after))
            last = after
    return out


def _literal(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out = []
    for literals, pattern in _LITERAL:
        if not any(literal in text for literal in literals):
            continue
        for match in pattern.finditer(text, start, end):
            first, final = match.span()
            # The name of the scheme stands before "://"; a telephone's word has to be a whole one.
            if text[first] == ":":
                floor = max(start, first - 12)
                while first > floor and text[first - 1].isalpha():
                    first -= 1
                if first == match.start():
                    continue
            elif first > start and text[first - 1].isalnum():
                continue
            tail = _TRAILING.search(text, first, final)
            if tail and "/" in match[0]:
                final = tail.start()
                # A closing bracket belongs to the address if it opens one.
                if text[final] == ")" and text.count("(", first, final) > text.count(")", first, final):
                    final += 1
            out.append((first, final))
    return out


def _notes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Notes' numbers that are glued to the end of a clause."""
    return [
        (match.start() + 1, match.end()) for match in _GLUED.finditer(text, start, end) if _is_note(text, match.start())
    ]


def _spans(text: str, match: re.Match[str], last: int) -> list[tuple[int, int]]:
    kind = match.lastgroup
    first, final = match.span()
    if kind == "superscript":
        return _superscript(text, match)
    if kind == "emphasis" and not _is_emphasis(text, first, final):
        return []
    if kind == "mail":
        while first > last and match.start() - first < 64 and (text[first - 1].isalnum() or text[first - 1] in "._%+-"):
            first -= 1
        return [(first, final)] if first < match.start() else []
    if kind == "tick" and final - first == 1 and first and text[first - 1] in ":}":
        return _role(text, first, final, last)
    if kind == "raised" and (_is_power(text, first) or not first or text[first - 1] in " \t\n("):
        return []
    return [(first, final)]


def _role(text: str, first: int, final: int, last: int) -> list[tuple[int, int]]:
    """The name of a role before a back quote; with its content where that is a number or a formula."""
    found = _ROLE.search(text, max(last, first - 100), first)
    if found is None:
        return [(first, final)]
    inner = (_FORMULA if _FORMULA_ROLE.search(found[0]) else _NAMED_BY_ROLE).match(text, first)
    return [(found.start(), inner.end() if inner else final)]


def _superscript(text: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """A raised note is masked whole; of a power or an ordinal's ending only the tags are."""
    first, final = match.span()
    inside = match["inside"].strip()
    if match["tag"] == "sup" and _NOTE.fullmatch(inside) and not (inside.isdigit() and _is_power(text, first)):
        return [(first, final)]
    opening = match.start("inside")
    closing = match.end("inside")
    # "51 <sup>st</sup>": the space before and inside the tag would part the number from its ending; it stays.
    return [(first, opening), (closing, final)]


def _is_power(text: str, at: int) -> bool:
    return _POWER.search(text, max(0, at - 12), at) is not None


def _is_emphasis(text: str, first: int, final: int) -> bool:
    """Emphasis marks touch what they mark, and do not stand for multiplication or part a name."""
    before = text[first - 1] if first else "\n"
    after = text[final] if final < len(text) else "\n"
    if before.isspace() and after.isspace():
        return False
    if text[first] == "_":
        return not (_is_word(before) and _is_word(after))
    return not (final - first == 1 and before.isdigit() and after.isdigit())


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _is_note(text: str, at: int) -> bool:
    """Whether digits glued to a mark of punctuation are a note's number: a plain word stands before the mark."""
    head = at
    while head > 0 and at - head < 3 and text[head - 1] in '.,;:!?”’")]':
        head -= 1
    word = _LOWER_WORD.search(text, max(0, head - 30), head)
    if word is None or text[at] == ":":
        return False
    name = word[1]
    if text[at] == "." and (len(name) < 3 or name.lower() in words("abbreviations", "before_figure")):
        return False
    return not name.isupper() or text[at] in '”’)"'
