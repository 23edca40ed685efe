"""How reports name places: paths relative to where the command was started, quotations on one line."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import frozen

from claimcheck.records import Claim, Document, Span
from claimcheck.report.model import Report

__all__ = ["Quotation", "file_of", "flat", "link", "quotation", "visible"]

_ELLIPSIS = "…"


def file_of(document: Document | None, id: str = "") -> str:
    """A document's path from the current folder, with forward slashes; its id where it has no path."""
    if document is None or document.path is None:
        return id or (document.id if document else "")
    path = document.path
    try:
        return Path(os.path.relpath(path)).as_posix() if path.is_absolute() else path.as_posix()
    except ValueError:  # another drive on Windows: nothing relative leads there
        return path.as_posix()


def link(report: Report, claim: Claim) -> str:
    """``file:line:column`` of a claim, which terminals and editors open; with its page if any."""
    document = report.document(claim.document)
    place = document.locate(claim.span)
    page = f" (p. {place.page})" if place.page is not None else ""
    return f"{visible(file_of(document))}:{place.line}:{place.column}{page}"


def visible(text: str) -> str:
    """Text in which whatever could drive a terminal or break a line is replaced by a mark."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)


def flat(text: str) -> str:
    """Text on one line: a run of white space is one space, and nothing in it drives a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@frozen
class Quotation:
    """A claim's sentence on one line in three parts, so that a format can set the figure off."""

    before: str
    figure: str
    after: str

    def __str__(self) -> str:
        return self.before + self.figure + self.after


def quotation(report: Report, claim: Claim, width: int = 0) -> Quotation:
    """The claim's sentence, cut at words to about ``width`` characters around its figure; 0 cuts nothing."""
    text = report.document(claim.document).text
    sentence = report.sentence(claim)
    figure = flat(claim.span.cover(text))
    before = _spaced(Span(sentence.start, claim.span.start).cover(text), lead=False)
    after = _spaced(Span(claim.span.end, sentence.end).cover(text), lead=True)
    if not width or len(before) + len(figure) + len(after) <= width:
        return Quotation(before, figure, after)
    room = max(width - len(figure), 0)
    ahead = min(len(before), max(room // 2, room - len(after)))
    behind = max(room - ahead, 0)
    return Quotation(_tail(before, ahead), figure, _head(after, behind))


def _spaced(text: str, *, lead: bool) -> str:
    """One line of text that keeps the single space which parts it from the figure."""
    shown = flat(text)
    if not text or not shown:
        return " " if text and not lead else ""
    edge = text[0] if lead else text[-1]
    if not edge.isspace():
        return shown
    return f" {shown}" if lead else f"{shown} "


def _tail(text: str, room: int) -> str:
    """The last words that fit, after an ellipsis where any were cut."""
    if len(text) <= room:
        return text
    kept = text[len(text) - max(room - 2, 0) :] if room > 2 else ""
    at = kept.find(" ")
    return f"{_ELLIPSIS} {kept[at + 1 :]}" if 0 <= at < len(kept) - 1 else f"{_ELLIPSIS}{kept}"


def _head(text: str, room: int) -> str:
    """The first words that fit, before an ellipsis where any were cut."""
    if len(text) <= room:
        return text
    kept = text[: max(room - 2, 0)]
    at = kept.rfind(" ")
    return f"{kept[:at]} {_ELLIPSIS}" if at > 0 else f"{kept.rstrip()}{_ELLIPSIS}" if kept.strip() else f" {_ELLIPSIS}"
