"""Parsed a stretch at a time, a text has the blocks that it has when it is parsed at once."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.segment.blocks import parse_blocks
from claimcheck.segment.lines import Altered, Lines
from claimcheck.segment.raw import Raw

LINES = st.one_of(
    st.sampled_from(["Ten ships sail.", "b d", "", "", "", "\t", "===", "***", "# H", "> q"]),
    st.sampled_from(["```", "~~~", "~~~~~~", "    code", "<!-- c", "-->", "<div>", "</div>", "<pre>", "</pre>"]),
    st.sampled_from(["- x", "  y", "1. z", "| a | b |", "|---|---|", "| 1 | 2 |"]),
)


def blocks(text: str, most: int) -> list[Raw]:
    lines = Lines(text)
    return parse_blocks(lines, Altered(lines), most=most)


@given(st.lists(LINES, max_size=30).map("\n".join), st.integers(1, 60))
@example("```\nx\n\ny\n```\n\nz", 1)
@example("<!-- x\n\ny\n\n-->\n\nz", 1)
@example("- a\n\n  ```\n\nb\n\nc", 1)
@example("~~~~~~\n\nb\n\nc\n\nd", 1)
@settings(max_examples=300)
def test_stretches_change_no_block(text: str, most: int) -> None:
    assert blocks(text, most) == blocks(text, len(text) + 1)


@pytest.mark.parametrize(("most", "longest"), [(1000, 2500), (5000, 6500)])
def test_no_stretch_is_much_longer_than_asked_for(most: int, longest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.segment import blocks as module

    parser, sizes = module._parser(), []

    class Watched:
        def parse(self, text: str) -> object:
            sizes.append(len(text))
            return parser.parse(text)

    monkeypatch.setattr(module, "_parser", Watched)
    text = "\n\n".join(["A paragraph of some words. " * 20, "```\ncode\n\ncode\n```"] * 100)
    assert blocks(text, most)
    assert len(sizes) > 5
    assert max(sizes) <= longest


def test_an_open_fence_is_parsed_to_its_end_in_few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.segment import blocks as module

    parser, sizes = module._parser(), []

    class Watched:
        def parse(self, text: str) -> object:
            sizes.append(len(text))
            return parser.parse(text)

    monkeypatch.setattr(module, "_parser", Watched)
    text = "```\n" + "line\n\n" * 5000
    blocks(text, 100)
    assert sum(sizes) <= 6 * len(text)
