"""Lines with some of them blanked or replaced."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.segment.lines import Altered, Lines


@given(st.lists(st.sampled_from(["", "a", "b c", "\u00a0"]), min_size=1, max_size=8), st.data())
def test_altered_lines_are_those_of_the_text_but_for_what_was_altered(rows: list[str], data: st.DataObject) -> None:
    lines = Lines("\n".join(rows))
    altered, expected = Altered(lines), list(rows)
    for _ in range(data.draw(st.integers(0, 4))):
        first = data.draw(st.integers(0, len(rows) - 1))
        if data.draw(st.booleans()):
            last = data.draw(st.integers(first, len(rows)))
            altered.blank(first, last)
            expected[first:last] = [""] * (last - first)
        elif expected[first]:
            altered.replace(first, "other")
            expected[first] = "other"
    assert list(altered) == expected == altered[:] == [altered[at] for at in range(len(altered))]
    blank = [row if kept else "" for row, kept in zip(rows, expected, strict=True)]
    assert list(altered.blanked()) == blank
