"""The entities that a sentence leaves unsaid."""

from __future__ import annotations

import pytest

from claimcheck.claims.context import Context
from claimcheck.claims.names import Names
from claimcheck.lexicon import default
from claimcheck.records import Document
from claimcheck.segment import segment

# A text and what the context of its last unit names.
CONTEXTS = [
    ("Peru signed. Docks were built.", ("Peru",)),
    ("Peru and Chile signed. Docks were built.", ("Peru", "Chile")),
    ("Peru signed with Chile. Docks were built.", ("Peru",)),
    ("Peru signed. Docks were built. Piers were built.", ("Peru",)),
    ("Peru signed. Chile waited. Piers were built.", ("Chile",)),
    ("Peru signed.\n\nDocks were built.", ()),
    ("Docks were built.", ()),
    ("# Peru\n\nDocks were built.", ("Peru",)),
    ("# Ports of Peru and Chile\n\nDocks were built.", ("Peru", "Chile")),
    ("# Peru\n\n## Docks\n\nPiers were built.", ("Peru",)),
    ("# Ports\n\n## Docks\n\nPiers were built.", ()),
    ("# Peru\n\nChile signed. Docks were built.", ("Chile",)),
    (
        "# The Velden Kelp Trust\n\nBoats were built. The Velden Kelp Trust paid.\n\nPiers were built.",
        ("Velden Kelp Trust",),
    ),
    ("# Velden Kelp\n\nBoats were built.", ("Velden Kelp",)),
    ("# Annual Boat Report\n\nBoats were built.", ()),
]


def context_of(text: str) -> tuple[str, ...]:
    segments = segment(Document.from_text(text, format="markdown"))
    return Context(segments, Names.of(text, default())).of(segments.units[-1])


@pytest.mark.parametrize(("text", "wanted"), CONTEXTS, ids=[text for text, _ in CONTEXTS])
def test_context(text: str, wanted: tuple[str, ...]) -> None:
    assert context_of(text) == wanted


def test_only_a_few_sentences_back() -> None:
    filler = "Docks were built. " * 6
    assert context_of(f"Peru signed. {filler}Piers were built.") == ()


def test_a_heading_has_no_context() -> None:
    assert context_of("Peru signed.\n\n# Docks\n") == ()


def test_the_title_of_a_document_is_context() -> None:
    segments = segment(Document.from_text("Docks were built.", title="Peru at sea"))
    assert Context(segments, Names.of("", default())).of(segments.units[0]) == ("Peru",)
