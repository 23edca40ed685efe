"""What is measured does not hang on the words of a sentence: many nouns in many ways of saying the same.

Each noun stands in each template; the noun itself must be in the measure, whatever other reading its letters allow.
"""

from __future__ import annotations

import pytest

from claimcheck import Document, extract
from claimcheck.claims.grammar import lemma

COUNTED = (
    "wages", "strikes", "tests", "homes", "leaves", "species", "aircraft", "children", "criteria", "taxes", "watches",
    "ships", "findings", "paintings", "executives", "clinics", "generals", "journals", "graduates", "votes", "runs",
    "claims", "permits", "shares", "stamps", "blocks", "drives", "requests", "builds", "commits", "rules", "releases",
)  # fmt: skip
COUNTS = (
    "The harbour has 40 {}.",
    "There are 40 {} in Orl.",
    "Some 40 {} were counted in Orl.",
    "The number of {} fell to 40.",
    "Of the 40 {}, 12 were new.",
    "The company, which has 40 {}, made a loss.",
    "The mayor said the town had 40 {}.",
    "Last year 40 {} arrived in Orl.",
    "With 40 {}, the fair was the largest ever.",
    "Orl lost 40 {} in the war.",
    "As many as 40 {} a day come here.",
    "They need 40 more {}.",
    "The inspectors, who visited 40 {}, were shocked.",
    "Only 40 of the {} are left.",
    "None of the 40 {} was damaged.",
    "40 {}, most of them old, were found.",
)
SUMS = ("rent", "average monthly wage", "budget", "price of bread", "annual turnover", "operating loss", "bill", "aid")
MONEY = (
    "The {} rose from €40 to €60 in a year.",
    "The {} was €40 million in 2019.",
    "In 2019 the {} stood at €40 million.",
    "The {} is expected to reach €40 million by 2025.",
    "The town put the {} at €40 million.",
    "The mayor said that the {} would be €40 million.",
    "A {} of €40 million was agreed.",
    "At €40 million, the {} was the largest ever.",
    "The {} exceeded €40 million for the first time.",
    "Ministers want to cut the {} to €40 million.",
)
RATES = ("unemployment", "turnout", "literacy rate", "inflation", "occupancy", "accuracy", "approval rating", "growth")
SHARES = (
    "The {} was 40% in 2019.",
    "The {} rose from 30% to 40%.",
    "The {} stands at 40%.",
    "A {} of 40% was measured.",
    "The office put the {} at 40%.",
    "The {}, at 40%, is high.",
    "The {} has fallen to 40%.",
)
STAYS = ("trial", "strike", "journey", "training course", "ceasefire", "lease", "match", "visit", "drought")
LENGTHS = (
    "The {} lasted 40 days.",
    "The {} took 40 days.",
    "The {} is limited to 40 days.",
    "A {} of 40 days was agreed.",
    "The {} went on for 40 days.",
    "The {}, which lasted 40 days, ended.",
)
CASES = [
    (template.format(noun), noun)
    for nouns, templates in ((COUNTED, COUNTS), (SUMS, MONEY), (RATES, SHARES), (STAYS, LENGTHS))
    for template in templates
    for noun in nouns
]


@pytest.mark.parametrize(("text", "noun"), CASES, ids=[text for text, _ in CASES])
def test_the_noun_is_what_is_measured(text: str, noun: str) -> None:
    head = lemma(noun.split(" of ")[0].split()[-1])
    found = [claim for claim in extract(Document.from_text(text)) if "40" in claim.text]
    assert found, text
    assert head in found[0].core.split(), found[0].core
