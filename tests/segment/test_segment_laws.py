"""What holds of any text whatever."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.segment.model import Segments
from growth import LIMIT, growth, hang_limit, repeated
from segment.helpers import cut, shown

BITS = st.sampled_from(
    [
        "The port has 12 cranes. ",
        "\n",
        "\n\n",
        "\r\n",
        "# ",
        "- ",
        "> ",
        "1. ",
        "| a | 5 |\n",
        "|---|---|\n",
        "\t9\t",
        "```",
        "~~~",
        "<table><tr><td>4",
        "</td></tr></table>",
        "<sup>3</sup>",
        "<!--",
        "-->",
        "[^1]",
        "[^1]: x",
        "**",
        "`",
        "![a](badge/b-5-c)",
        "[x](http://y.z/1)",
        "https://a.b/7",
        "3 May 2019",
        "---\n",
        "+++\n",
        "=====\n",
        "    ",
        ".. note:: 4",
        "::\n",
        "├── a  # 4\n",
        "├",
        "\0",
        "\ud800",
        "“Q.” ",
        "a  b  c\n",
        "é́",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(BITS, max_size=25).map("".join))
FORMS = st.sampled_from(["text", "markdown", "rst", "asciidoc"])


def check(segments: Segments) -> None:
    text = segments.document.text
    for block in segments.blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert -1 <= block.section < len(segments.document.sections)
    assert [unit.index for unit in segments.units] == list(range(len(segments.units)))
    last = 0
    for unit in segments.units:
        assert 0 <= unit.span.start < unit.span.end <= len(text)
        assert shown(segments, unit)
        at = unit.span.start
        for mask in unit.masks:
            assert at <= mask.start < mask.end <= unit.span.end
            at = mask.end
        assert unit.span.start >= last
        if "badge/" not in text:
            last = unit.span.end
    for section in segments.document.sections:
        assert 0 <= section.span.start < section.span.end <= len(text)


@example("0. ```0\n<TABLE><TD>0</TABLE>\n", "markdown")
@given(TEXTS, FORMS)
@settings(max_examples=250)
def test_units_are_in_order_and_apart_and_within_the_text(text: str, form: str) -> None:
    segments = cut(text, form)
    check(segments)
    again = cut(text, form)
    assert (segments.units, segments.blocks, segments.skips) == (again.units, again.blocks, again.skips)


@given(st.lists(BITS, max_size=20).map("".join))
@settings(max_examples=100)
def test_line_ends_of_windows_change_nothing(text: str) -> None:
    text = text.replace("\r", "")
    one = cut(text)
    other = cut(text.replace("\n", "\r\n"))
    assert [shown(one, unit) for unit in one.units] == [shown(other, unit) for unit in other.units]


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "](",
        "![",
        "*",
        "* a",
        "`",
        "<",
        "<a ",
        "> ",
        "<!--",
        ". ",
        "U.S. ",
        "\t",
        "a\t1\n",
        "|",
        "1 ",
        "x.1 ",
        "“",
        "a@",
        "://",
        "- ",
        "1. ",
        "~~~\na\n",
        "```\n",
        "<table><tr><td>",
        "badge/a-",
        "# a 1\n",
        "=",
        "a   1   2\n",
        "[a]: b\n",
        "[^1]: x\n",
        "$4 bn. ",
    ],
)
def test_work_grows_with_the_length_and_no_faster(piece: str) -> None:
    assert growth(cut, piece, 1_000) < LIMIT
    # What one expression does, no count of steps sees: were it quadratic, it would not end on this within minutes.
    with hang_limit():
        cut(repeated(piece, 100_000))
