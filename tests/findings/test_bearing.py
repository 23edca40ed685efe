"""What may stand in one agreement, and what is no agreement to speak of."""

from __future__ import annotations

from claimcheck import Document, check


def findings(*texts: str) -> list[tuple[str, set[str]]]:
    documents = [Document.from_text(text, id=f"{number}.md") for number, text in enumerate(texts)]
    return [(one.relation.value, {claim.text for claim in one.claims}) for one in check(documents).findings]


def test_figures_that_agree_with_a_third_need_not_agree_with_each_other() -> None:
    found = findings(
        "The Orsa mill grinds around 18 tonnes of rye a day.",
        "The Orsa mill grinds 18 tonnes of rye a day.",
        "The Orsa mill grinds 16.7 tonnes of rye a day.",
    )
    assert not any(relation == "agrees" and {"18 tonnes", "16.7 tonnes"} <= texts for relation, texts in found)


def test_a_bound_far_below_a_figure_says_nothing_of_it() -> None:
    assert findings("More than 2,000 weavers struck at Orsa in 1911.", "In 1911, 16,000 weavers struck at Orsa.") == []
    near = findings("More than 2,000 weavers struck at Orsa in 1911.", "In 1911, 2,300 weavers struck at Orsa.")
    assert [relation for relation, _ in near] == ["agrees"]
