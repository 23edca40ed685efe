from __future__ import annotations

from typing import Any

import pytest
from kind_corpus import cases, expected, read

from claimcheck.extract import conventions, scan_unit
from claimcheck.records import Document, Kind
from claimcheck.segment import segment


@pytest.mark.parametrize("row", cases("money"))
def test_corpus(row: dict[str, Any]) -> None:
    assert read(row, Kind.MONEY) == expected(row)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A stamp costs €1.20 and a card 90 cents.", "EUR"),
        ("In Australian dollars, the fare is $3. A child pays 90 cents.", "AUD"),
        ("Bread is C$4 in Canada and a roll 60 cents.", "CAD"),
        ("In America a loaf costs $3. A roll costs 90 cents.", "USD"),
        ("A loaf costs 90 cents.", "USD"),
        ("Berries cost NZ$5 in New Zealand, and a plum 40 cents.", "NZD"),
    ],
)
def test_cents_are_those_of_the_documents_currency(text: str, unit: str) -> None:
    segments = segment(Document.from_text(text))
    settled = conventions(segments)
    scans = [scan_unit(segments.document, one, settled) for one in segments.units]
    (cents,) = [m for scan in scans if scan for m in scan.mentions if "cents" in m.span.cover(text)]
    assert cents.quantity is not None
    assert cents.quantity.unit == unit
    if unit == "USD" and "$" not in text:
        assert cents.confidence < 1
