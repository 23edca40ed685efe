"""The words of a clause are read once, however many figures stand in it."""

from __future__ import annotations

from claimcheck.align.clause import read_clause
from claimcheck.align.wording import wording
from claimcheck.pipeline import extract_all, shipped_rules
from claimcheck.records import Document

CLAUSE = "On Sundays the trust runs 14 ferries with 120 berths and 30 buses with 45 seats at first"


def test_the_words_of_a_clause_are_read_once_for_all_its_figures() -> None:
    document = Document.from_text(f"{CLAUSE}.", id="a")
    claims = extract_all([document], shipped_rules().lexicon).claims
    assert len(claims) > 3
    wording.cache_clear()
    for claim in claims:
        read_clause(claim, document)
    assert wording.cache_info().misses == 1
    assert wording.cache_info().hits == len(claims) - 1


def test_what_a_clause_says_whatever_the_figure() -> None:
    found = wording("On Sundays the old ferry has carried 120 people so far at first")
    assert found.days == frozenset()
    assert "sunday" in found.mentions
    assert "120" in found.mentions
    assert ("old", "ferry") in found.qualified
    assert found.stage == {"at first"}
    assert found.perfect
    assert not found.odd_verb
    assert wording("On Sunday it sank").days == {"sunday"}
