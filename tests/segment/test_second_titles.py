"""Dates of texts that their first lines give in other ways than a dateline."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck import Document
from claimcheck.segment import segment


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            "# The cyber-attack of 10 March 2024 in figures\n\nHospital, press office. Status: 14 June 2024\n",
            "2024-06-14",
        ),
        ("# Board: report 2024/07\n\n## Grounding of the HESTRA\n\n*Issued on 28 May 2024*\n", "2024-05-28"),
        ("# Zone: your questions\n\n*arden.example/faq, version of 20 August 2024*\n", "2024-08-20"),
        ("# Evaluation\n\nSummary sheet. Institute of Health, June 2024. Authors: P. Lind\n", "2024-06-30"),
        ("# Arden Town Council\n\n## Minutes of the meeting of 20 November 2023\n\nTown Hall, 19:00.\n", "2023-11-20"),
        ("# The flood of 3 May 2022\n", None),
        ("# Tool\n\n## Changes\n\nThe parser was new in May 2022.\n", None),
    ],
)
def test_the_date_of_a_text(tmp_path, head, published):
    file = tmp_path / "text.md"
    file.write_text(head + "\nThe river rose by 3 metres in the night, and 40 people left.\n", encoding="utf-8")
    from claimcheck import read

    day = segment(read(file)).document.published
    assert day == (dt.date.fromisoformat(published) if published else None)


def test_a_document_from_text_keeps_its_own_date():
    day = dt.date(2020, 1, 1)
    assert segment(Document.from_text("Status: 3 May 2021\n\nText.", published=day)).document.published == day
