"""Short ways to look at what the claims stage makes of a sentence."""

from __future__ import annotations

import datetime as dt
from typing import Any

import claimcheck
from claimcheck.claims.names import Names
from claimcheck.claims.reading import Reading, read_unit
from claimcheck.extract import Conventions, conventions, scan_unit
from claimcheck.extract.scan import Mention, Scan
from claimcheck.lexicon import Lexicon, default
from claimcheck.records import Claim, Document
from claimcheck.segment import segment


def reading(text: str, *, unit: int = 0, lexicon: Lexicon | None = None, published: dt.date | None = None) -> Reading:
    """A unit of a text as the claims stage reads it, the first unless ``unit`` names another."""
    segments = segment(Document.from_text(text, published=published))
    one = segments.units[unit]
    scan = scan_unit(segments.document, one, conventions(segments)) or Scan.of(segments.document, one, Conventions())
    return read_unit(scan, Names.of(text, lexicon or default()))


def tagged(text: str) -> str:
    """The words of a sentence, each with its tag: "the/D dam/N"."""
    read = reading(text)
    return " ".join(f"{token.text}/{mark}" for token, mark in zip(read.tokens, read.tags, strict=True))


def tags_of(text: str) -> dict[str, str]:
    """The tag of each word of a sentence; of a word that stands twice, that of the last."""
    read = reading(text)
    return {token.text: mark for token, mark in zip(read.tokens, read.tags, strict=True)}


def names_of(text: str, *, unit: int = 0, lexicon: Lexicon | None = None) -> list[str]:
    """The canonical names in a unit, in order."""
    return [name.canonical for name in reading(text, unit=unit, lexicon=lexicon).names]


def figure(read: Reading, text: str) -> tuple[int, Mention]:
    """The index of the mention whose span reads ``text``, and the mention."""
    for index, mention in enumerate(read.mentions):
        if mention.span.cover(read.scan.document.text) == text:
            return index, mention
    found = [mention.span.cover(read.scan.document.text) for mention in read.mentions]
    raise AssertionError(f"no figure {text!r} among {found}")


def claims(text: str, **about: Any) -> list[Claim]:
    """The claims of a text under the shipped rules; ``about`` goes to the document."""
    return claimcheck.extract(Document.from_text(text, **about))


def claim(text: str, figure: str, **about: Any) -> Claim:
    """The claim of a text whose figure reads ``figure``."""
    found = claims(text, **about)
    for one in found:
        if one.text == figure:
            return one
    raise AssertionError(f"no claim {figure!r} among {[one.text for one in found]}")


def day(text: str) -> dt.date:
    """An ISO date."""
    return dt.date.fromisoformat(text)


def years(first: int, last: int | None = None) -> tuple[dt.date, dt.date]:
    """The first day of one year and the last of another, or of the same."""
    return dt.date(first, 1, 1), dt.date(first if last is None else last, 12, 31)
