"""Stage two: a document's text as sections, blocks and the units of text that figures are read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.records import Document
    from claimcheck.segment.model import Segments

__all__ = ["segment"]


def segment(document: Document) -> Segments:
    """Cut a document into blocks and units, and find its sections and, where it has none, its date and title.

    Spans are offsets into ``document.text``. Any text at all is accepted; what is not read as prose is named in the
    result's ``skips``.
    """
    from claimcheck.segment.segmenter import segment_document

    return segment_document(document)
