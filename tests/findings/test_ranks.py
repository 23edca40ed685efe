"""Ranks against the length of their list, and the order of ranked tables."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document, Finding


def found(text: str) -> list[Finding]:
    report = check([Document.from_text(text, id="a", format="markdown")])
    return [one for one in report.findings if one.rule == "rank-order"]


def table(*tonnages: int, head: str = "rank | port | tonnage", above: str = "The largest ports by tonnage") -> str:
    ports = ("Linden", "Osterby", "Kelmet", "Harlow", "Tarnow", "Bedlow")
    rows = [f"| {at} | {port} | {value} |" for at, (port, value) in enumerate(zip(ports, tonnages, strict=False), 1)]
    return "\n".join([above, "", f"| {head} |", "| --- | --- | --- |", *rows]) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "Osterby was ranked 12th of 10 ports.",
        "In a list of 10 ports, Osterby ranked 12th.",
        "Osterby ranked 51st among 40 ports in the safety index.",
        table(500, 450, 310, 330, 200),
        table(200, 310, 300, 450, 500, above="The smallest ports by tonnage"),
        table(500, 450, 310, 330, 200, head="Rank by tonnage | port | tonnage", above="Ports"),
    ],
)
def test_a_rank_that_does_not_fit_its_list(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Osterby was ranked 9th of 10 ports.",
        "Osterby was ranked 12th of about 11 ports.",
        "Osterby ranked 12th, and 10 ports ranked below it.",
        "Of 10 ports in Zarania, Osterby does best: it ranked 12th in the world.",
        table(500, 450, 330, 310, 200),
        table(500, 450, 450, 310, 200),
        table(500, 450, 310, 330, 200, above="Ports"),  # nothing says by what
        table(500, 450, 310, 330, 200, above="The oldest ports by year of founding"),
        table(500, 450, 310, 330, 320, 340),  # sorted by something else
        table(500, 450, 470),  # too short
        table(500, 450, 310, 330, 200, head="no. | port | tonnage"),
    ],
)
def test_a_rank_that_fits_or_is_of_another_list(text: str) -> None:
    assert found(text) == []
