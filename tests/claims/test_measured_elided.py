"""What a figure measures where its own sentence leaves that out."""

from __future__ import annotations

import pytest
from sentences import claim

MEASURES = [
    # the things counted before
    ("The fire damaged 310 barns. Of these, 41 were destroyed.", "41", "barn destroyed"),
    ("The club has 900 members. A third of them are under 30.", "A third", "share of member"),
    # a superlative without its noun
    ("Six courses are offered. The longest lasts 14 weeks.", "14 weeks", "longest course"),
    ("Three tunnels were bored. The deepest measures 40 metres.", "40 metres", "deepest tunnel"),
    # a question, in the paragraph and as a heading
    ("**Q4. How much money is there?** €3 million.", "€3 million", "budget"),
    ("**Q4. How much money did they raise?** €3 million.", "€3 million", "money"),
    # people whom something befell, and others of whom the sentence before tells
    ("By May, 470,000 were displaced in Oulu.", "470,000", "people displaced"),
    ("In all, 312 were arrested.", "312", "people arrested"),
    ("The dogs were tested. Forty were infected.", "Forty", ""),
    ("**What is the largest award?** The maximum is €9,000.", "€9,000", "largest award"),
    ("**How much does a visit cost?** £4.", "£4", "cost of visit"),
    ("## How long may a stay last?\n\nUp to 36 months.", "Up to 36 months", "duration of stay"),
    # a heading that runs in
    ("**Prize.** A total of €600 is available.", "A total of €600", "prize"),
    ("**Budget.** A maximum of €600 may be claimed.", "A maximum of €600", "budget"),
    # money that can be had, and nothing says for what
    ("€600 is on offer.", "€600", "funds available"),
    # so many of them are something else
    ("It employed 58 people, of whom nine were pilots.", "nine", "pilot"),
    # a change of the figure before
    ("It made 900 tonnes of glue, 6% less than in 2020.", "6%", "glue"),
    # what says its noun keeps it
    ("**Q4. How much money is there?** The fee is €40.", "€40", "fee"),
    ("The fire damaged 310 barns. Of these, 41 huts burned.", "41", "hut burned"),
    ("**Prize.** The tax is €600.", "€600", "tax"),
    ("Is it open? It has 40 beds.", "40", "bed"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES, ids=[f"{text} [{n}]" for text, n, _ in MEASURES])
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).core == wanted


def test_nothing_before_says_nothing() -> None:
    assert claim("Of these, 41 were destroyed.", "41").core == ""
