"""What labels, captions and settings make of the bare figures below them."""

from __future__ import annotations

import datetime as dt
import pathlib

import pytest

from claimcheck import extract, read
from claimcheck.records import Claim, Kind


def claims(path: pathlib.Path, text: str) -> dict[str, Claim]:
    file = path / "facts.md"
    file.write_text(text, encoding="utf-8")
    return {claim.text: claim for claim in extract(read(file))}


def table(*rows: str) -> str:
    return "# Facts\n\n| What | Value |\n|---|---|\n" + "".join(f"| {row} |\n" for row in rows)


@pytest.mark.parametrize(
    ("row", "kind", "unit"),
    [
        ("Minimum age of riders | 18", Kind.AGE, "year"),
        ("Age | 64", Kind.AGE, "year"),
        ("Age group 20 to 24, cases | 64", Kind.COUNT, None),
        ("Number of pupils by age | 64", Kind.COUNT, None),
        ("Parking stations | 64", Kind.COUNT, None),
        ("`idle_timeout` | `64m`", Kind.DURATION, "minute"),
        ("`track_length` | `64m`", Kind.MEASURE, "meter"),
    ],
)
def test_a_row_says_what_a_bare_figure_is(tmp_path, row, kind, unit):
    found = next(one for text, one in claims(tmp_path, table(row)).items() if text.strip("`").startswith(("18", "64")))
    assert found.quantity is not None
    assert (found.kind, found.quantity.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("caption", "unit", "per"),
    [
        ("Table 1. Soot, annual mean (micrograms per cubic metre; legal limit: 40)", "microgram", "meter ** 3"),
        ("Table 2. Vans meeting the standard (percent of those entering the zone)", "percent", None),
        ("Table 3. Waste (tonnes)", "tonne", None),
        ("Table 4. Waste (all sorts of it, whatever it is made of)", None, None),
    ],
)
def test_a_caption_gives_the_unit_in_brackets(tmp_path, caption, unit, per):
    found = claims(tmp_path, f"# Air\n\n**{caption}**\n\n| Station | North |\n|---|---|\n| Arden | 52 |\n")["52"]
    assert found.quantity is not None
    assert (found.quantity.unit, found.quantity.per) == (unit, per)


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Use, April to September 2024", dt.date(2024, 4, 1), dt.date(2024, 9, 30)),
        ("Use between May and August 2024", dt.date(2024, 5, 1), dt.date(2024, 8, 31)),
        ("Use from 6 May to 3 June 2019", dt.date(2019, 5, 6), dt.date(2019, 6, 3)),
        ("Use, November 2023 – February 2024", dt.date(2023, 11, 1), dt.date(2024, 2, 29)),
        ("Use in May 2024", dt.date(2024, 5, 1), dt.date(2024, 5, 31)),
    ],
)
def test_a_heading_gives_a_stretch_of_months(tmp_path, title, start, end):
    text = f"# Scooters\n\n## {title}\n\n| What | Both |\n|---|---|\n| Trips | 312,000 |\n"
    when = claims(tmp_path, text)["312,000"].when
    assert when is not None
    assert (when.start, when.end) == (start, end)


def test_part_of_a_whole_that_stands_first_has_its_unit(tmp_path):
    found = claims(tmp_path, "Of the 96 cubic metres of diesel on board 22 were lost to the sea.\n")["22"]
    assert found.quantity is not None
    assert found.quantity.unit == "meter ** 3"


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("It crept through the plantations and on 27 June it reached the ocean.", "reach"),
        ("Lava reached the ocean on 27 June.", "reach"),
    ],
)
def test_a_date_before_a_pronoun_and_its_verb_is_that_verbs(tmp_path, sentence, event):
    assert claims(tmp_path, f"# Lava in 2021\n\n{sentence}\n")["27 June"].event == event


def test_a_count_against_another_is_of_its_noun(tmp_path):
    found = claims(tmp_path, "The council backed the rules by 29 votes to nine after a debate.\n")
    assert found["nine"].head == found["29"].head == "vote"
