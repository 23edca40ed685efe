"""Jobs before people's names, and whom people speak for."""

from __future__ import annotations

import pytest
from sentences import claim, names_of

NAMES = [
    ("Chief Financial Officer Laura Menzo sold 40 shares.", ["Laura Menzo"]),
    ("Velka Chief Executive Laura Menzo sold 40 shares.", ["Velka", "Laura Menzo"]),
    ("Detective Inspector Paul Rew found 40 coins.", ["Paul Rew"]),
    ("Senior Analyst Tom Birk expects 40 deals.", ["Tom Birk"]),
    ("Head of Operations Maria Tove counted 40 cars.", ["Maria Tove"]),
    ("Central Bank Governor Ida Rook cut 40 jobs.", ["Central Bank", "Ida Rook"]),
    ("Cllr Ames has 3 cats.", ["Ames"]),
    # of whom they are is no part of the name
    ("Mr Lyle of Moor & Fell Trains has 3 cats.", ["Lyle", "Moor & Fell Trains"]),
    ("Ann Tove of Kellet Bank holds 40 shares.", ["Ann Tove", "Kellet Bank"]),
    ("Dr Ada Bell of Olka Hospital treated 40 men.", ["Ada Bell", "Olka Hospital"]),
    ("The Duke of York owned 40 horses.", ["Duke of York"]),
    # jobs alone; things that ranks are named in
    ("The Chief Medical Officer tested 40 people.", []),
    ("The Finance Director holds 40 shares.", []),
    ("Captain Cook Museum has 40 rooms.", ["Captain Cook Museum"]),
    ("Prince Albert Hospital has 40 beds.", ["Prince Albert Hospital"]),
    # initials
    ("G. Salvi sold 4 mules.", ["G. Salvi"]),
    ("The S. Orvia School of Peru has 40 pupils.", ["S. Orvia School of Peru"]),
    # letters for common nouns
    ("The EBITDA of Tarn Foods rose to €40m.", ["Tarn Foods"]),
    ("Deaths from AIDS fell by 40% in Kenya.", ["Kenya"]),
    ("AI chips made up 40% of sales at Velka.", ["Velka"]),
    ("UNESCO lists 40 sites in Peru.", ["UNESCO", "Peru"]),
    # quarters of the compass, hyphens
    ("He left the Northern Alliance for 4 years.", ["Northern Alliance"]),
    ("In Northern Peru 40 men left.", ["Northern Peru"]),
    ("An Idlib-based firm sent 40 texts.", ["Idlib"]),
    ("A Paris-born singer sold 40 songs.", ["Paris"]),
    ("A Beijing-backed firm sold 40 songs.", ["China"]),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES, ids=[text for text, _ in NAMES])
def test_names(text: str, wanted: list[str]) -> None:
    assert names_of(text) == wanted


MILLS = "# Tarn Mills\n\nTarn Mills sold 9 looms. "

# A text, a figure, whom it is about.
SPEAKERS = [
    # who only speaks is not whom the figure is about
    ("Ann Tove told reporters that the year began well. The order book rose to $40m.", "$40m", ("Tarn Mills",)),
    ("Ms Tove explained what to expect. The order book rose to $40m.", "$40m", ("Tarn Mills",)),
    ("CFO Ann Tove told the board that debt fell to $40m.", "$40m", ("Tarn Mills",)),
    ("Minister Ada Bell visited the plant. It employs 400 people.", "400", ("Tarn Mills",)),
    # a person who does something goes on
    ("Ada Bell wrote for years. Her novels sold 400 copies.", "400", ("Ada Bell",)),
    # for whom somebody speaks
    ("Ms Tove of Kellet Works spoke. The company had 23 letters.", "23", ("Kellet Works",)),
    ("Kellet Bank CEO Ann Tove was pleased. The bank had 40 branches.", "40", ("Kellet Bank",)),
]


@pytest.mark.parametrize(("text", "figure", "about"), SPEAKERS, ids=[one[0] for one in SPEAKERS])
def test_speakers(text: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(MILLS + text, figure).about == about


def test_a_body_that_somebody_speaks_for_where_nobody_else_is_named() -> None:
    found = claim("Ann Tove of Kellet Bank told a meeting that sales rose by 4%.", "4%")
    assert (found.about, found.attribution) == (("Kellet Bank",), "Ann Tove of Kellet Bank")


@pytest.mark.parametrize(
    ("text", "figure", "about"),
    [
        # relative clauses, and what goes on after them
        ("Take Kazakhstan, which has 40 mines.", "40", ("Kazakhstan",)),
        ("Velka, which runs Peru's ferries, received $4m from the Andean Bank.", "$4m", ("Velka", "Andean Bank")),
        ("Separately, Velka's wing, with about 25 boats, was based in Orvo.", "about 25", ("Velka", "Orvo")),
        # sizes of others, whose a source is
        ("The forest covers 40 hectares, the size of Monaco.", "40 hectares", ()),
        ("The area of Monaco is 2 square kilometres.", "2 square kilometres", ("Monaco",)),
        ("According to Chilean figures, 40 mines closed.", "40", ("Chile",)),
        ("According to Chile, 40 mines closed.", "40", ()),
        # as many as were named
        ("Velka, Orvo and Kelm run ferries. All three firms have 40 ships.", "40", ("Velka", "Orvo", "Kelm")),
        ("Velka, Orvo and Kelm run ferries. Peru sent two firms with 40 ships.", "40", ("Peru",)),
        # what a title tells about
        ("# Orvo Council: your questions about the Tarn Bridge\n\nIt has 4 lanes.", "4", ("Tarn Bridge",)),
        # a company keeps its name, a legal form is none of it
        ("The Peru Kelp Corporation sold 40 boats.", "40", ("Peru Kelp Corporation",)),
        ("Tarn Foods Ltd sold 40 mills.", "40", ("Tarn Foods",)),
    ],
)
def test_owners(text: str, figure: str, about: tuple[str, ...]) -> None:
    assert claim(text, figure).about == about
