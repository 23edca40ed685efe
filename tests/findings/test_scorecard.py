"""Scorecards: sums of signs, and what they say of texts."""

from __future__ import annotations

import math
import pathlib

import pytest

from claimcheck import Document, check
from claimcheck.align import compare, profiles
from claimcheck.findings import signs
from claimcheck.findings.scorecard import WORDING, Scorecard, scorecard
from claimcheck.findings.signs import Place, signs_of
from claimcheck.pipeline import extract_document, shipped_rules

SENTENCES = [
    "Kestrel Air carried 4.1 million passengers in 2018.",
    "In 2018 some 3.7 million people flew with Kestrel Air.",
    "The strike at the Orla yard lasted nine days.",
    "Workers at the Orla yard were out for twelve days.",
    "Turnout in Osterby was 61%.",
    "In Osterby 54% of the voters went to the polls.",
    "The bridge at Lomm was opened on 3 May 2011.",
    "Lomm's bridge opened on 5 May 2011.",
]


def made(text: str, name: str) -> tuple[list[Document], list]:  # type: ignore[type-arg]
    found = extract_document(Document.from_text(text, id=name), shipped_rules().lexicon)
    return found.documents, found.claims


def place(**more: object) -> Place:
    return Place(**{"alone": False, "pairs": 4, "best": True, "best_but_for_twins": True, "twin": False, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["texts", "documents"])
def test_every_sign_on_a_card_is_one_that_is_made(name: str) -> None:
    source = pathlib.Path(signs.__file__).read_text(encoding="utf-8")
    for sign in scorecard(name).weights:
        kind = sign.removeprefix("a ")
        assert f'"{sign}"' in source or f'"{kind}"' in source or sign == WORDING, sign


def test_a_card_adds_up() -> None:
    card = Scorecard(-1.0, 0.5, {"close": 2.0, "guarded": -1.0})
    assert card.weigh({"close": 1.0, "guarded": 0.5, "unknown sign": 9.0}) == pytest.approx(0.0)
    assert card.explained({"close": 1.0, "guarded": 0.5}) == "for it: close +2.0; against: guarded -0.5"


@pytest.mark.parametrize(("first", "second"), [(a, b) for a in SENTENCES for b in SENTENCES if a < b])
def test_signs_are_the_same_in_both_orders(first: str, second: str) -> None:
    lexicon = shipped_rules().lexicon
    documents, claims = zip(made(first, "a"), made(second, "b"), strict=True)
    ordered = profiles([*claims[0], *claims[1]], [*documents[0], *documents[1]], lexicon)
    for one in ordered:
        for other in ordered:
            if one.document < other.document and one.dimension == other.dimension and one.dimension:
                there = signs_of(one, other, compare(one, other, lexicon), place())
                back = signs_of(other, one, compare(other, one, lexicon), place())
                assert there.keys() == back.keys()
                assert all(math.isclose(there[sign], back[sign]) for sign in there)


def test_what_is_open_weighs_against_a_contradiction_and_does_not_forbid_it() -> None:
    first = "Divers brought up 41 amphorae from the wreck of the Santa Pola off Cape Lume in June."
    second = "In June 57 amphorae were recovered by divers from the wreck of the Santa Pola off Cape Lume."
    texts = [Document.from_text(first, id="a"), Document.from_text(second, id="b")]
    (found,) = [one for one in check(texts).findings if one.relation.value == "contradicts"]
    (told,) = [one.text for one in found.reasons if one.test == "evidence"]
    assert told.startswith("for it: ")
