"""Short ways to look at what segmentation yields."""

from __future__ import annotations

from claimcheck.records import Document
from claimcheck.segment import segment
from claimcheck.segment.model import BlockKind, Segments, Unit


def cut(text: str, form: str = "markdown") -> Segments:
    return segment(Document.from_text(text, format=form))


def shown(segments: Segments, unit: Unit) -> str:
    """A unit's characters without its masks, white space made single."""
    text = segments.document.text
    parts = []
    at = unit.span.start
    for mask in unit.masks:
        parts.append(text[at : mask.start])
        at = mask.end
    parts.append(text[at : unit.span.end])
    return " ".join("".join(parts).split())


def all_shown(text: str, form: str = "markdown", kind: BlockKind | None = None) -> list[str]:
    segments = cut(text, form)
    return [shown(segments, unit) for unit in segments.units if kind is None or unit.block.kind is kind]


def kinds(text: str, form: str = "markdown") -> list[str]:
    return [block.kind.value for block in cut(text, form).blocks]
