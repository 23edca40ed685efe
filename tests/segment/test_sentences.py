from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claimcheck.segment.sentences import split_sentences

CASES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["class"] for case in CASES])
def test_cuts(case: dict) -> None:
    text = case["text"]
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text))] == case["cut"]


def test_range_within_a_text_keeps_its_offsets() -> None:
    text = "Skip this. Keep 4 of these. And these. Not this."
    start, end = text.index("Keep"), text.index(" Not")
    assert [text[a:b] for a, b in split_sentences(text, start, end)] == ["Keep 4 of these.", "And these."]
