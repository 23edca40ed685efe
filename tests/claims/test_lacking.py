"""The finite verb of a sentence among words that are nouns as well."""

from __future__ import annotations

import pytest

from claimcheck.claims.names import Names
from claimcheck.claims.reading import read_unit
from claimcheck.extract import conventions, scan_unit
from claimcheck.lexicon import default
from claimcheck.records import Document
from claimcheck.segment import segment


def verbs(text: str) -> list[str]:
    """The words of a sentence that are tagged as verbs."""
    segments = segment(Document.from_text(text))
    scan = scan_unit(segments.document, segments.units[0], conventions(segments))
    assert scan is not None
    reading = read_unit(scan, Names.of(text, default()))
    return [token.text for token, mark in zip(reading.tokens, reading.tags, strict=True) if mark == "V"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry's log shows that 40 cars were aboard.", ["shows"]),
        ("The siege lasted 18 months, the garrison's diary shows.", ["lasted", "shows"]),
        ("The border between Orsk and Dalia runs along the river for 140 kilometres.", ["runs"]),
        ("Anglers who want to fish the lake all season pay 120 pounds.", ["want", "pay"]),
        ("The Orsk client runs on 12 platforms, the manual says.", ["runs", "says"]),
        ("The general says the army needs 30,000 recruits a year.", ["says", "needs"]),
        ("The plot of land bought by the bank covers 14 acres.", ["bought", "covers"]),
        ("Of the 90 samples, 7 tested positive.", ["tested"]),
        ("The vaccine cut hospital admissions by 71 percent.", ["cut"]),
        ("A ton of rubbish costs haulers 70 euros.", ["costs"]),
        ("The harbour's cranes still number 12.", ["number"]),
        # no verb is lacking
        ("House prices in Orsk doubled between 2010 and 2020.", []),
        ("The farm had 840 dairy cows in May, and 610 at that of 2012.", []),
        ("The patch brings 30 security fixes until June.", ["brings"]),
        ("Managers have put a 3 percent pay rise on the table.", ["put"]),
        ("The report sets out 47 proposed amendments.", ["sets"]),
        # what is no sentence has none
        ("Release notes, version 5: 40 fixes", []),
        ("Elephant numbers in the park: 300.", []),
    ],
)
def test_verbs(text: str, wanted: list[str]) -> None:
    assert verbs(text) == wanted
