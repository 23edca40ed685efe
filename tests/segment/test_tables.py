from __future__ import annotations

from claimcheck.segment.model import Cell
from segment.helpers import cut, shown


def cells(text: str, form: str = "markdown") -> dict[str, Cell]:
    segments = cut(text, form)
    return {shown(segments, unit): unit.cell for unit in segments.units if unit.cell}


def labels(cell: Cell) -> tuple[str, str]:
    return cell.row_label, cell.column_label


def test_markdown_table() -> None:
    text = (
        "Table 2. Catches (tonnes)\n\n| Port | 2019 | **2020** |\n|:--|--:|--:|\n| `Ayr` | 41 | 52 |\n"
        "| Wick \\| Lybster | 63 |\n| Total | 104 | |\n"
    )
    found = cells(text)
    assert labels(found["52"]) == ("Ayr", "2020")
    assert labels(found["63"]) == ("Wick | Lybster", "2019")
    assert found["41"].corner == "Port"
    assert found["41"].caption == "Table 2. Catches (tonnes)"
    assert found["2019"].header
    assert not found["41"].header
    assert found["104"].total
    assert not found["63"].total


def test_markdown_table_without_column_names() -> None:
    found = cells("**Boat**\n\n| | |\n|---|---|\n| Length | 12 m |\n| Crew | 4 |\n")
    assert labels(found["12 m"]) == ("Length", "")
    assert found["12 m"].caption == "Boat"


def test_column_that_counts_the_rows_names_nothing_and_is_not_read() -> None:
    found = cells("| # | Item | Price |\n|---|---|---|\n| 1 | oar | 40 |\n| 2 | net | 55 |\n")
    assert labels(found["55"]) == ("net", "Price")
    assert "2" not in found


def test_table_in_a_quotation_and_in_a_list() -> None:
    assert labels(cells("> | a | b |\n> |---|---|\n> | c | 5 |\n")["5"]) == ("c", "b")
    assert labels(cells("- Boats\n\n  | a | b |\n  |---|---|\n  | c | 6 |\n")["6"]) == ("c", "b")


def test_tab_separated_table_in_running_text() -> None:
    text = (
        "Ports grew.\n\n\tArea (ha)\tStaff (2021)\n<b>Ayr</b>\t14 (2019)\t320\n<b>Wick</b>\t9\t180\n\nThey still do.\n"
    )
    found = cells(text, "text")
    assert labels(found["14 (2019)"]) == ("Ayr", "Area (ha)")
    assert labels(found["180"]) == ("Wick", "Staff (2021)")


def test_aligned_table() -> None:
    text = (
        "Catches\n\nPort       2019    2020\n--------   -----   -----\nAyr           41      52\n"
        "Wick         163      70\nOban           7       9\n"
    )
    found = cells(text, "text")
    assert labels(found["163"]) == ("Wick", "2019")
    assert labels(found["9"]) == ("Oban", "2020")


def test_two_spaces_between_sentences_make_no_table() -> None:
    text = "There were 12 boats.  They sank.\nThere were 14 more.  They floated.\nThen came 9.  They left.\n"
    assert not cells(text, "text")


def test_drawn_table() -> None:
    text = (
        "+------+------+\n| Port | 2019 |\n+======+======+\n| Ayr  | 41   |\n+------+------+\n| Wick | 63   |\n"
        "+------+------+\n"
    )
    assert labels(cells(text, "rst")["63"]) == ("Wick", "2019")


def test_html_table_with_spans_and_a_caption() -> None:
    text = (
        "<table><caption>Crew by port</caption>\n<tr><th rowspan=2>Port</th><th colspan='2'>Crew</th></tr>\n"
        "<tr><th>men</th><th>women</th></tr>\n\n<tr><td>Ayr</td><td>14</td><td>15</td></tr>\n"
        "<tr><td>Total</td><td>30</td><td>31</td></tr></table>\n"
    )
    found = cells(text)
    assert labels(found["14"]) == ("Ayr", "Crew men")
    assert labels(found["31"]) == ("Total", "Crew women")
    assert found["31"].total
    assert found["14"].corner == "Port"
    assert found["14"].caption == "Crew by port"


def test_table_in_a_fence_is_code() -> None:
    assert not cells("```html\n<table><tr><td>12</td></tr></table>\n```\n")


def test_caption_is_the_line_that_introduces_or_the_heading() -> None:
    table = "| a | b |\n|---|---|\n| c | 5 |\n"
    assert cells(f"# Boats\n\n{table}")["5"].caption == "Boats"
    assert (
        cells(f"# Boats\n\nThere are many. These are the fastest:\n\n{table}")["5"].caption == "These are the fastest:"
    )
    assert cells(f"# Boats\n\nThis is another matter. It has 3 parts.\n\n{table}")["5"].caption == "Boats"
    assert cells(f"**2. Prices.** They rose.\n\n{table}")["5"].caption == "Prices"


def test_long_cells_are_cut_into_sentences_that_share_the_cell() -> None:
    segments = cut("| a | b |\n|---|---|\n| c | Capped at 40. The default is 7. |\n")
    texts = [(shown(segments, unit), unit.cell.row_label) for unit in segments.units if unit.cell and unit.cell.column]
    assert texts[1:] == [("Capped at 40.", "c"), ("The default is 7.", "c")]


def test_table_that_is_written_as_a_list_of_lists() -> None:
    text = (
        "Settings\n========\n\n.. list-table:: Defaults\n   :header-rows: 1\n\n   * - Setting\n     - Default\n"
        "   * - ``KEEP_DAYS``\n     - ``365``\n   * - ``PORT``\n     - ``8080``\n\nAfter it.\n"
    )
    found = cells(text, "rst")
    assert labels(found["365"]) == ("KEEP_DAYS", "Default")
    assert found["Default"].header
    assert found["365"].caption == "Defaults"


def test_table_of_comma_separated_values() -> None:
    table = '.. csv-table:: Limits\n   :header: "Limit", "Value"\n\n   "Files, at most", 200\n   Users, 30\n'
    text = f"A page\n======\n\n{table}"
    found = cells(text, "rst")
    assert labels(found["200"]) == ("Files, at most", "Value")
    assert labels(found["30"]) == ("Users", "Value")


def test_list_that_is_no_table_stays_a_list() -> None:
    assert not cells("A page\n======\n\n.. list-table::\n\n   nothing here\n\n* one\n* two\n", "rst")
