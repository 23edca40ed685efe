"""Where parts and totals are looked for, and where they are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.pipeline import check
from claimcheck.records import Document, Finding


def found(text: str, format: str = "markdown") -> list[Finding]:
    report = check([Document.from_text(text, id="a", format=format)])
    return [one for one in report.findings if one.rule == "sum-mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "The kit has 12 screws, 9 bolts and 4 nuts: 26 in all.",
        "The kit has 12 screws, 9 bolts and 4 nuts, a total of 26.",
        "The kit has 12 screws, 9 bolts and 4 nuts, or 26 parts in total.",
        "In 2019 the yard built 7 ferries and 5 tugs, making 13 vessels altogether.",
        "The crew found 120 coins and 45 rings (175 in total).",
        "Linden runs 18 buses: 11 electric buses and 8 diesel buses.",
        "The Harlow choir consists of 30 singers, made up of 14 altos, 9 tenors and 8 basses.",
        "The school has 240 pupils, comprising 130 juniors and 120 seniors.",
        "The board has 12 members, of whom 7 are women and 6 are men.",
        "The county has 60 clinics (32 rural and 38 urban).",
        "The museum bought 3.25 tonnes of marble and 1.50 tonnes of slate, 5.75 tonnes in all.",
        "The kit has 26 parts in all:\n\n- 12 screws\n- 9 bolts\n- 4 nuts\n",
        "The Harlow kit:\n\n- Screws: 12\n- Bolts: 9\n- Nuts: 4\n- Total: 26\n",
        "The kit:\n\n- 12 screws\n- 9 bolts\n- 4 nuts\n\nThat is 26 in all.\n",
    ],
)
def test_a_sum_that_does_not_work_out(text: str) -> None:
    (one,) = found(text)
    assert one.claims[-1].document == "a"
    assert "make" in one.message


@pytest.mark.parametrize(
    "text",
    [
        # They add up, or rounding may explain that they do not.
        "The kit has 12 screws, 9 bolts and 4 nuts: 25 in all.",
        "The fund gave about 120 grants and 45 loans, 170 in all.",
        "The yard sold 1,200 boats and 800 rafts, 2,040 in all.",
        "The works cost $4 million for roads and $5 million for schools, $10 million in all.",
        # A part may be hidden, or not all are listed.
        "The kit has a hammer, 12 screws and 9 bolts: 22 in all.",
        "The kit has 12 screws, a hammer and 9 bolts: 22 in all.",
        "The kit has 12 screws, 9 bolts and a hammer: 22 in all.",
        "The kit has 26 parts: 12 screws, 9 bolts and some nuts.",
        "The kit has 40 parts, including 12 screws and 9 bolts.",
        "Linden runs 40 buses: 11 electric buses, 8 diesel buses and several more.",
        "The yard owns 40 cranes: 12 tall cranes, 9 short cranes, among others.",
        # Not plainly the parts of that whole.
        "Osterby has 40 schools, of which 10 have a library and 20 have a gym.",
        "Osterby has 40 schools, of which 10 are public and 20 have a gym.",
        "The campus has 3 floors: 20 offices and 30 laboratories.",
        "Each of the 12 crews has 9 men and 4 boats: 25 in all.",
        "Twelve boats carried 90 men, and 4 lorries carried 20; in all 130 people left.",
        "The team won 12 games, lost 9 and scored 60 goals in total.",
        "The school has 240 pupils and 20 teachers. In all, 300 people came to the feast.",
        "The tower is 40 m tall: 12 m wide and 9 m deep.",
        "It sold 12 boats in May and 9 in June, against 30 in all of 2019.",
        "The kit:\n\n- 12 screws\n- 9 bolts\n- a hammer\n\nThat is 26 in all.\n",
        "The kit:\n\n- Width: 12\n- Weight: 900\n- Total: 26\n",
        "Of the 26 parts in all, the main ones are:\n\n- 12 screws\n- 9 bolts\n",
    ],
)
def test_what_is_no_plain_sum(text: str) -> None:
    assert found(text) == []


HEAD = "| port | ships | tonnes |\n| --- | --- | --- |\n"


def table(*rows: str, head: str = HEAD) -> str:
    return head + "".join(f"| {row} |\n" for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        table("Linden | 30 | 400", "Osterby | 20 | 310", "Kelmet | 14 | 90", "Total | 74 | 800"),
        table("**Total** | **74** | 800", "Linden | 30 | 400", "Osterby | 20 | 310", "Kelmet | 14 | 90"),
        table("Linden | 30 | 400", "Osterby | - | 310", "Kelmet | 44 | 90", "Total | 64 | 800"),
        "port\tships\nLinden\t30\nOsterby\t20\nKelmet\t14\nTotal\t74\n",
        "<table><tr><th>port</th><th>ships</th></tr><tr><td>Linden</td><td>30</td></tr>"
        "<tr><td>Osterby</td><td>20</td></tr><tr><td>Kelmet</td><td>14</td></tr>"
        "<tr><td>Total</td><td>74</td></tr></table>\n",
        table("Linden | 60%", "Osterby | 45%", "Total | 100%", head="| port | share |\n| --- | --- |\n"),
        table(
            "Linden | 3 | 4 | 7",
            "Osterby | 2 | 5 | 7",
            "Kelmet | 6 | 6 | 12",
            "Harlow | 8 | 1 | 10",
            head="| port | 2018 | 2019 | Total |\n| --- | --- | --- | --- |\n",
        ),
    ],
)
def test_a_table_that_does_not_work_out(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        table("Linden | 30 | 400", "Osterby | 20 | 310", "Kelmet | 14 | 90", "Total | 64 | 800"),
        table("Linden | 30 | 400", "of which tugs | 12 | 40", "Osterby | 20 | 310", "Total | 50 | 710"),
        table("Linden | 30 | 400", "- tugs | 12 | 40", "Osterby | 20 | 310", "Total | 50 | 710"),
        table("Linden | 30 | 400", "Osterby | 20 | 310", "North | 50 | 710", "Kelmet | 14 | 90", "Total | 64 | 800"),
        table("Linden | 30 | 400", "Osterby | - | 310", "Kelmet | 14 | 90", "Total | 64 | 800"),
        "The largest ports\n\n" + table("Linden | 30 | 400", "Osterby | 20 | 310", "Total | 60 | 800"),
        table("Linden | 30 | 400", "Osterby | 20 | 310", "World total | 60 | 800"),
        table("Linden | 30 | 400", "Osterby | 20 | 310", "Total | 900 | 8000"),
        table("Linden | 3.1", "Osterby | 4.4", "Total | 4.0", head="| port | average wait |\n| --- | --- |\n"),
        table("Linden | 60%", "Osterby | 45%", "Total | 52%", head="| port | share full |\n| --- | --- |\n"),
        table("Linden | 3 of 5", "Osterby | 4 of 6", "Total | 8 of 11", head="| port | open |\n| --- | --- |\n"),
        table(
            "Linden | 3 | 4 | 9",
            "Osterby | 2 | 5 | 7",
            head="| team | won | lost | Total |\n| --- | --- | --- | --- |\n",
        ),
    ],
)
def test_a_table_that_is_left_alone(text: str) -> None:
    assert found(text) == []


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=6))
@settings(max_examples=40, deadline=None)
def test_a_table_that_adds_up_is_never_reported(values: list[int]) -> None:
    rows = [f"Port{chr(65 + at)} | {value:,}" for at, value in enumerate(values)]
    text = table(*rows, f"Total | {sum(values):,}", head="| port | ships |\n| --- | --- |\n")
    assert found(text) == []


@given(st.text(alphabet="12 ,;:and|-\n%$()of whicham tolest.*", max_size=200))
@settings(max_examples=100, deadline=None)
def test_hostile_text_is_read_to_the_end(text: str) -> None:
    found(f"Total: 12 {text}")
    found(f"| a | b |\n| --- | --- |\n| Total | 3 |\n{text}")
