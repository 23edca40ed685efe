"""Units are there while they are asked for, and no longer; in whatever order they are asked for, they are the same."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract import finders
from claimcheck.pipeline import extract_document, shipped_rules
from claimcheck.records import Document
from claimcheck.segment import segment
from claimcheck.segment.model import Unit
from segment.helpers import cut
from segment.test_segment_laws import FORMS, TEXTS

# As many as are held behind, at the beginning of the text and in between.
_MOST = 150
_SENTENCE = "The ferry Lodur carried {} passengers to Karlsund in May. It is old."


def _texts() -> dict[str, str]:
    sentences = [_SENTENCE.format(n) for n in range(100, 1100)]
    return {
        "paragraphs": "\n\n".join(sentences),
        "sections": "\n\n".join(f"## Part {n}\n\n{sentence}" for n, sentence in enumerate(sentences)),
        "a list": "\n".join(f"- {sentence}" for sentence in sentences),
        "one line": " ".join(sentences),
        "one paragraph": "\n".join(sentences),
    }


def _alive() -> int:
    return sum(type(one) is Unit for one in gc.get_objects())


@pytest.mark.parametrize("form", _texts())
def test_few_units_are_there_at_once(form: str) -> None:
    before = _alive()
    segments = segment(Document.from_text(_texts()[form], id="x"))
    counts = [_alive() - before for unit in segments.units if unit.index % 250 == 0]
    assert len(counts) >= 8
    assert max(counts) <= _MOST


@pytest.mark.parametrize("form", _texts())
def test_few_units_are_there_while_claims_are_read(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []
    scan = finders.scan_unit

    def counted(document: Document, unit: Unit, settled: finders.Conventions) -> finders.Scan | None:
        if unit.index % 250 == 0:
            counts.append(_alive())
        return scan(document, unit, settled)

    monkeypatch.setattr(finders, "scan_unit", counted)
    before = _alive()
    found = extract_document(Document.from_text(_texts()[form], id="x"), shipped_rules().lexicon)
    assert len(found.claims) >= 1000
    assert len(counts) >= 8
    assert max(counts) - before <= _MOST


@given(TEXTS, FORMS, st.lists(st.integers(-400, 400), max_size=12))
@settings(max_examples=150)
def test_a_unit_is_the_same_whenever_it_is_asked_for(text: str, form: str, places: list[int]) -> None:
    text = f"{text}\n\n{text}\n\n{text}"
    units = tuple(cut(text, form).units)
    asked = cut(text, form).units
    for place in places:
        if units:
            assert asked[place % len(units)] == units[place % len(units)]
            assert asked.get(place) == (units[place] if 0 <= place < len(units) else None)
    assert tuple(asked) == units == tuple(asked)
    assert asked[1:3] == units[1:3]


@given(TEXTS, FORMS, st.integers(0, 40))
@settings(max_examples=100)
def test_what_is_left_out_is_told_once_however_units_are_asked_for(text: str, form: str, place: int) -> None:
    whole, part = cut(text, form), cut(text, form)
    part.units.get(place)
    part.units.get(0)
    assert part.skips == whole.skips == part.skips
    assert tuple(part.units) == tuple(whole.units)
    assert part.skips == whole.skips


def test_a_unit_far_behind_is_cut_again() -> None:
    units = cut("\n\n".join(_SENTENCE.format(n) for n in range(300))).units
    last = len(units) - 1
    assert (units[last].index, units[100].index, units[3].index, units[101].index) == (last, 100, 3, 101)
    assert units[-1].index == last
    with pytest.raises(IndexError):
        units[last + 1]


def test_the_units_of_a_table_are_those_of_its_cells() -> None:
    text = "Before 3.\n\n| a | b |\n|---|---|\n| x | 4 |\n| y | 5 |\n\nAfter.\n\n| c | d |\n|---|---|\n| z | 6 |\n"
    segments = cut(text)
    cells = [unit for unit in segments.units if unit.cell is not None]
    for table in (0, 1):
        own = tuple(unit for unit in cells if unit.cell is not None and unit.cell.table == table)
        assert own
        for unit in (own[0], own[-1]):
            assert segments.units.of_table(unit) == own
            assert cut(text).units.of_table(unit) == own
