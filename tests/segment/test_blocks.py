"""What a stretch of text is known for, and what of it is read."""

from __future__ import annotations

import pytest

from claimcheck.records import Document
from claimcheck.segment import segment
from claimcheck.segment.model import BlockKind
from segment.helpers import all_shown, cut, kinds, shown


def test_wrapped_lines_of_a_paragraph_are_one_sentence() -> None:
    text = (
        "The harbour authority said that the new quay, which took\nfour years to build, can hold 14 vessels at\n"
        "a time.\n"
    )
    assert all_shown(text) == [
        "The harbour authority said that the new quay, which took four years to build, can hold 14 vessels at a time."
    ]


def test_short_lines_on_end_are_parted() -> None:
    text = "Regional Water Board\nMinutes of the meeting\n(3 May 2021)\n\nThe board has 12 members.\n"
    assert all_shown(text, "text") == [
        "Regional Water Board",
        "Minutes of the meeting",
        "(3 May 2021)",
        "The board has 12 members.",
    ]


def test_quote_marks_and_list_markers_are_no_content() -> None:
    text = "> We counted 14 nests\n> in 2 valleys.\n\n1. Nine eggs\n2. Four chicks\n   - two of them ringed\n"
    assert all_shown(text) == ["We counted 14 nests in 2 valleys.", "Nine eggs", "Four chicks", "two of them ringed"]


def test_bold_line_is_a_heading_and_bold_lead_in_is_not() -> None:
    segments = cut("# Fleet\n\n**Engines**\n\nThere are 4.\n\n**Crew.** There are 19.\n\n**Posted on 3 May 2020**\n")
    assert [section.title for section in segments.document.sections] == ["Fleet", "Engines"]
    assert [section.level for section in segments.document.sections] == [1, 2]


def test_sections_hold_their_subsections() -> None:
    segments = cut("# A\n\none\n\n## B\n\ntwo\n\n### C\n\nthree\n\n## D\n\nfour\n")
    text = segments.document.text
    by_title = {section.title: section.span.cover(text) for section in segments.document.sections}
    assert by_title["B"].endswith("three\n\n")
    assert by_title["D"].endswith("four\n")
    assert by_title["A"] == text
    places = {shown(segments, unit): unit.block.section for unit in segments.units}
    assert places["three"] == 2
    assert places["four"] == 3


def test_plain_text_titles_without_marks() -> None:
    body = "The committee met 14 times during the year and heard 230 witnesses from nine countries. "
    text = f"Harbour Review\nA yearly digest\n\n{body * 3}\n\nSafety At Sea\n\n{body * 3}\n\nOutlook\n\n{body * 3}\n"
    titles = [section.title for section in cut(text, "text").document.sections]
    assert titles == ["Harbour Review", "Safety At Sea", "Outlook"]


def test_markdown_paragraph_of_one_short_line_is_no_title() -> None:
    titles = [
        s.title
        for s in cut("# Ferry\n\nNo smoking\n\nThe ferry carries 300 people and 40 cars a day.\n").document.sections
    ]
    assert titles == ["Ferry"]


def test_numbered_titles_right_above_their_text() -> None:
    below = "The council's grant to the theatre for 2023 was 2.4 million euros, as in the year before it."
    text = f"Paper for the meeting\n\n1. Background\n{below}\n\n2. Running costs\n{below}\n"
    titles = [section.title for section in cut(text, "text").document.sections]
    assert titles[-2:] == ["Background", "Running costs"]
    steps = cut(
        "1. Open the valve\nand let the water run for at least two minutes before you close it again.\n", "text"
    )
    assert not any(section.title == "Open the valve" for section in steps.document.sections)


@pytest.mark.parametrize(
    "line",
    [
        "Introduction ........ 4",
        "<b>Methods .....</b>\t<b>9</b>",
        "Results . . . . . . . 17",
        "17",
        "Page 3 of 90",
        "Copyright 2014–2022 The Tern Society",
        "© Harwick Ltd 2019. All rights reserved.",
        "Photo: M. Hale / Reuters",
        "PHOTO CREDIT BY J. LO, 2019",
        "Map of 12 harbours - someone / Shutterstock",
        "Scroll to top",
        "Tern House\n12 Mill Lane\n4711 Harwick",
    ],
)
def test_furniture(line: str) -> None:
    text = f"The port has 9 cranes.\n\n{line}\n\nIt has 4 docks.\n"
    assert all_shown(text) == ["The port has 9 cranes.", "It has 4 docks."]
    assert any(skip.code == "furniture" for skip in cut(text).skips)


@pytest.mark.parametrize(
    "line",
    [
        "We waited... and 12 came.",
        "In 2014 the copyright office had 90 staff.",
        "Copyright in a photograph lasts for 50 years after it was taken, under the 1998 statute.",
        "Photographs of 12 birds were sold.",
        "The cover costs 5 euros.",
        "See page 14 for the 3 rules.",
    ],
)
def test_no_furniture(line: str) -> None:
    assert line in all_shown(f"The port has 9 cranes.\n\n{line}\n\nIt has 4 docks.\n")


@pytest.mark.parametrize(
    "line",
    [
        "[^1]: See the report of 2019, p. 14.",
        "<sup>14</sup> The figure leaves out 3 islands.",
        '7 Ann Okafor, "Ports of the north," *Sea Review* 12(3), 2018, 44-51.',
        "[3] Okafor, A. (2018). Ports. Tern Press, pp. 3–9.",
        "Okafor, A. (2018). *Ports of the north*. Oxford University Press, pp. 14-19. https://doi.org/10.1000/182",
        "[docs]: https://example.org/2019/12",
    ],
)
def test_references(line: str) -> None:
    text = f"The port has 9 cranes.\n\n{line}\n\nIt has 4 docks.\n"
    assert all_shown(text) == ["The port has 9 cranes.", "It has 4 docks."]
    assert "reference" in kinds(text)


@pytest.mark.parametrize(
    "line",
    [
        "12 countries signed the treaty in 2018.",
        "In “Ports of the north,” a survey of 2018 (https://example.org/x), Ann Okafor counts 14 harbours.",
        "- [Full study](https://example.org/s): 97 % of 263 ports, 2018",
        "According to Okafor (2018), 14 of the ports were closed.",
        "[Okafor](https://example.org) was right about 12 of them.",
    ],
)
def test_no_references(line: str) -> None:
    assert "reference" not in kinds(f"The port has 9 cranes.\n\n{line}\n\nIt has 4 docks.\n")


def test_notes_in_sequence_are_references_even_when_they_talk() -> None:
    text = (
        "Boats sank.4 Others fled.5 The rest stayed.6\n\n4 There were storms in 12 ports.\n\n5 Some say 90.\n\n"
        "6 Ibid.\n"
    )
    assert kinds(text, "text") == ["prose", "reference", "reference", "reference"]


def test_entries_below_the_heading_of_a_bibliography() -> None:
    text = (
        "# Ports\n\nNine of them.\n\n## References\n\n- Okafor, A., Ports, 2018.\n- Lo, M., Boats, 2019.\n\n"
        "## Index\n\nTen pages.\n"
    )
    assert all_shown(text) == ["Ports", "Nine of them.", "References", "Index", "Ten pages."]


def test_a_pull_quote_is_passed_over_but_another_figure_is_not() -> None:
    body = "In the north the fleet has lost 14 of its 60 boats since the storm of last winter.\n\n"
    again = "**the fleet has lost 14 of its 60 boats since the storm**\n\n"
    other = "**the fleet has lost 15 of its 60 boats since the storm**\n\n"
    assert kinds(body + again) == ["prose", "pull_quote"]
    assert "pull_quote" not in kinds(body + other)


def test_front_matter_is_no_prose() -> None:
    assert all_shown("---\ntitle: Ports 12\n---\n\nNine.\n") == ["Nine."]
    assert all_shown('+++\ntitle = "Ports 12"\n+++\nNine.\n') == ["Nine."]


def test_badges_give_label_and_value() -> None:
    text = (
        "# Tern\n\n[![a](https://img.shields.io/badge/rules-49-blue)](x) "
        "![b](https://img.shields.io/badge/test%20files-1204_green-x?style=flat) "
        "![c](https://img.shields.io/badge/coverage-97%25-x) ![d](https://img.shields.io/badge/n-1%2C204-x) "
        "![version 4.2](https://example.org/v.svg)\n"
    )
    assert all_shown(text) == ["Tern", "rules49", "testfiles1204green", "coverage97%"]


def test_html_blocks_are_read_without_their_tags() -> None:
    text = (
        "<h1 align='center'>Tern 12</h1>\n<p>Nine <b>nests</b>.</p>\n<ul><li>4 eggs</li><li>5 chicks</li></ul>\n"
        "<script>var x = 12</script>\n<!-- 14\nthings -->\n\nEnd.\n"
    )
    assert all_shown(text) == ["Tern 12", "Nine nests.", "4 eggs", "5 chicks", "End."]
    assert cut(text).document.title == "Tern 12"


def test_unclosed_fence_does_not_swallow_the_text() -> None:
    text = "Ports\n~~~~~\n\n" + "There are 12 ports.\n\n" * 30
    assert all_shown(text, "text").count("There are 12 ports.") == 30


def test_heading_numbers_are_marks_and_figures_are_not() -> None:
    assert all_shown("# 1 Scope\n\nA.\n\n# 2 Terms\n\nB.\n") == ["Scope", "A.", "Terms", "B."]
    assert all_shown("# 22 Signals\n\nA.\n\n# 4.2.0 — 2023-05-08\n\nB.\n") == [
        "22 Signals",
        "A.",
        "4.2.0 — 2023-05-08",
        "B.",
    ]


def test_rest_titles_directives_and_literal_blocks() -> None:
    text = (
        "Tern\n~~~~\n\n.. image:: https://x.org/12.png\n   :alt: 12\n\n.. note:: It needs 4 wings.\n\n"
        ".. code-block:: python\n\n   # at most 9 terns\n   x = 12\n\nRun it::\n\n    $ tern --wings 4\n\n"
        ".. versionadded:: 2.1\n\nPlumage\n^^^^^^^\n\n>>> tern.count()\n14\n\n.. [#f1] See 1999.\n\nDone.\n"
    )
    assert all_shown(text, "rst") == [
        "Tern",
        "It needs 4 wings.",
        "at most 9 terns",
        "Run it::",
        "Plumage",
        "Done.",
    ]
    assert [s.title for s in cut(text, "rst").document.sections] == ["Tern", "Plumage"]


def test_asciidoc_titles_and_listings() -> None:
    text = "= Tern\n:toc:\n\n== Wings\n\nIt has 2.\n\n[source,python]\n----\nx = 12  # two wings\n----\n"
    assert all_shown(text, "asciidoc") == ["Tern", "Wings", "It has 2.", "two wings"]


def test_empty_and_blank() -> None:
    for text in ("", " ", "\n\n\t\n", "\ufeff"):
        assert cut(text).units == ()


def test_block_kinds_cover_their_units() -> None:
    segments = cut("# A\n\nOne. Two.\n\n- three\n\n| a | b |\n|---|---|\n| c | 4 |\n\n```\n5 things\n```\n")
    assert [block.kind for block in segments.blocks] == [
        BlockKind.HEADING,
        BlockKind.PROSE,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE,
        BlockKind.CODE,
    ]
    for unit in segments.units:
        assert unit.block.span.start <= unit.span.start
        assert unit.span.end <= unit.block.span.end
    assert segments.units[1].paragraph == segments.units[2].paragraph


def test_sections_around_a_character() -> None:
    text = "# A\n\none\n\n## B\n\ntwo\n\n### C\n\nthree\n\n## D\n\nfour\n\n# E\n\nfive\n"
    document = segment(Document.from_text(text, format="markdown")).document
    assert [
        [one.title for one in document.sections_at(text.index(word))] for word in ("one", "three", "four", "five")
    ] == [
        ["A"],
        ["A", "B", "C"],
        ["A", "D"],
        ["E"],
    ]
    for at in range(len(text)):
        around = [one for one in document.sections if one.span.start <= at < one.span.end]
        assert document.sections_at(at) == around
