"""Tags: what part of speech each word of a sentence has, and lemmas."""

from __future__ import annotations

import pytest
from sentences import tagged, tags_of

from claimcheck.claims.grammar import lemma, participle, verb_lemma

TAGS = [
    # word after a plural subject, a determiner, an auxiliary, "to"
    ("Brewers export 40 kettles.", {"Brewers": "N", "export": "V", "kettles": "N"}),
    ("The export of 40 barrels ended.", {"export": "N", "ended": "V"}),
    ("The brewery will export 40 barrels.", {"will": "X", "export": "V"}),
    ("The brewery wants to export 40 barrels.", {"wants": "V", "to": "T", "export": "V"}),
    ("It shipped 40 barrels to Ghent.", {"It": "R", "shipped": "V", "to": "P", "Ghent": "Z"}),
    ("They moved to the valley in 1962.", {"They": "R", "to": "P", "1962": "U"}),
    # participles: before a noun, after "be" and "have", with an agent
    ("Rangers counted 12 injured swans.", {"counted": "V", "injured": "A", "swans": "N"}),
    ("Twelve swans were injured.", {"were": "X", "injured": "V"}),
    ("Crews have cleared 3 lanes.", {"have": "X", "cleared": "V"}),
    ("The school is heated by 2 boilers.", {"is": "X", "heated": "V", "by": "P"}),
    # -ing: a noun after a determiner, a modifier, a participle, a gerund
    ("The ruling ended 6 disputes.", {"ruling": "N"}),
    ("The growing herd holds 60 goats.", {"growing": "A", "herd": "N", "holds": "V"}),
    ("Growing 60 pears takes patience.", {"Growing": "G", "takes": "V"}),
    # irregular verbs, and verbs that are nouns or adjectives as well
    ("Rents leapt to 900 crowns.", {"leapt": "V"}),
    ("The mill withheld 40 wages.", {"withheld": "V"}),
    ("Otters outnumber herons by 3 to 1.", {"outnumber": "V"}),
    ("The levee crept up to 4 metres.", {"crept": "V", "up": "P"}),
    ("The union overthrew 2 rules.", {"overthrew": "V"}),
    ("The council scrapped 4 bus routes.", {"scrapped": "V"}),
    ("The branch lodges 6 appeals.", {"lodges": "V", "appeals": "N"}),
    ("A bit of the 40-page report leaked.", {"bit": "N"}),
    ("The shot was 2 metres short.", {"shot": "N", "was": "X"}),
    ("The patrol found 3 slow trains.", {"patrol": "N", "slow": "A", "trains": "N"}),
    ("Slow trains need 40 minutes.", {"Slow": "A", "trains": "N", "need": "V"}),
    ("The springs yield 4 litres.", {"springs": "N", "yield": "V"}),
    ("Nobody is dying of the 3 fevers.", {"dying": "V"}),
    # verbs after a relative clause, in one, and before the figure that they only state
    ("Vans that are too dirty pay 50 euros.", {"dirty": "A", "pay": "V"}),
    ("A fund that loans to 3 mills closed.", {"loans": "V", "closed": "V"}),
    ("The mesh for herring trawls stays at 32 mm.", {"trawls": "N", "stays": "V"}),
    # adverbs, also unlisted ones, and the nouns that only look like them
    ("The pass is usually closed for 4 months.", {"usually": "M", "closed": "V"}),
    ("The supply lasted 4 months.", {"supply": "N", "lasted": "V"}),
    ("The family owns 4 mills.", {"family": "N", "owns": "V"}),
    # "that" as conjunction and as determiner
    ("Auditors say that 9 invoices are missing.", {"that": "C"}),
    ("In that case 9 invoices are missing.", {"that": "D"}),
    # compounds with a hyphen
    ("A well-known bakery sells 30 loaves.", {"well": "A", "-": "-", "known": "A", "bakery": "N"}),
    ("A 12-tonne bell fell down.", {"-": "U", "bell": "N", "fell": "V"}),
    # figures, dates and names
    ("On 3 May 2016 Iceland sold 2 trawlers.", {"May": "U", "Iceland": "Z", "sold": "V", "2": "U", "trawlers": "N"}),
    ("The dean bought €40 of chalk.", {"€": "U", "40": "U", "of": "P", "chalk": "N"}),
    # adjectives by ending, only before a noun
    ("Coastal towns lost 400 homes.", {"Coastal": "A", "towns": "N"}),
    ("The festival drew 400 guests.", {"festival": "N"}),
]


@pytest.mark.parametrize(("text", "wanted"), TAGS, ids=[text for text, _ in TAGS])
def test_tags(text: str, wanted: dict[str, str]) -> None:
    found = tags_of(text)
    assert {word: found.get(word) for word in wanted} == wanted, tagged(text)


@pytest.mark.parametrize(
    "text",
    ["The tram cost £90 million.", "The storm hit 40 farms.", "The merger cut 300 jobs.", "The fair set 2 records."],
)
def test_a_verb_whose_past_is_its_base_is_a_verb_after_a_singular_noun(text: str) -> None:
    verb = text.split()[2]
    assert tags_of(text)[verb] == "V", tagged(text)


LEMMAS = {
    "nurses": "nurse",
    "ferries": "ferry",
    "boxes": "box",
    "houses": "house",
    "buses": "bus",
    "children": "child",
    "women": "woman",
    "glass": "glass",
    "bus": "bus",
    "analysis": "analysis",
    "series": "series",
    "troops": "troop",
    "metres": "metre",
    "centres": "centre",
    "mayor's": "mayor",
    "miners'": "miner",
    "gas": "gas",
    "data": "data",
    "police": "police",
}


@pytest.mark.parametrize(("word", "wanted"), LEMMAS.items())
def test_lemma_of_a_noun(word: str, wanted: str) -> None:
    assert lemma(word) == wanted


VERBS = {
    "sold": "sell",
    "shrank": "shrink",
    "shrunk": "shrink",
    "built": "build",
    "stopped": "stop",
    "carries": "carry",
    "carried": "carry",
    "reaches": "reach",
    "using": "use",
    "planning": "plan",
    "won": "win",
    "widget": "widget",
}


@pytest.mark.parametrize(("form", "wanted"), VERBS.items())
def test_lemma_of_a_verb(form: str, wanted: str) -> None:
    assert verb_lemma(form) == wanted


@pytest.mark.parametrize(("form", "wanted"), [("agreed", "agree"), ("guaranteed", "guarantee")])
def test_lemma_of_a_verb_in_ee(form: str, wanted: str) -> None:
    assert verb_lemma(form) == wanted


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [("kill", "killed"), ("shoot", "shot"), ("arrest", "arrested"), ("damage", "damaged"), ("take", "taken")],
)
def test_participle(verb: str, wanted: str) -> None:
    assert participle(verb) == wanted


@pytest.mark.parametrize("word", ["killed", "arrested", "damaged", "kidnapped", "buried"])
def test_a_participle_leads_back_to_its_verb(word: str) -> None:
    assert participle(verb_lemma(word)) == word


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [("open", "opened"), ("visit", "visited"), ("admit", "admitted"), ("stop", "stopped"), ("travel", "travelled")],
)
def test_only_a_stressed_last_syllable_doubles_its_consonant(verb: str, wanted: str) -> None:
    assert participle(verb) == wanted


def test_a_form_that_is_noun_and_past_at_once_after_a_name_and_before_a_plural() -> None:
    assert tags_of("The hospital in Elvan cut deaths from sepsis by 30%.")["cut"] == "V"
