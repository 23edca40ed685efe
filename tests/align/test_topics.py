"""Names that run through a document, and figures that two texts of one story have in common."""

from __future__ import annotations

from claimcheck import Document, check, extract
from claimcheck.align.topics import figure_key, topic_names
from claimcheck.lexicon import default

FILLER = " ".join(
    f"Nobody knows what became of the {word}." for word in ("mills", "barns", "nets", "wells", "mules") * 3
)
STORY = f"Old Torvik burned in May. The fire in Torvik spread from Ansgar Lane. {FILLER}"


def test_a_text_is_about_the_names_that_only_it_explains() -> None:
    names = topic_names(Document.from_text(STORY), default())
    assert {"torvik", "ansgar"} <= names.keys()
    assert "may" not in names


def test_a_short_text_has_no_topic() -> None:
    assert not topic_names(Document.from_text("Old Torvik burned in May, and the rest of Torvik with it."), default())


def test_figures_told_in_other_units_have_one_key() -> None:
    first, second = (extract(text)[0] for text in ("They laid 1.48 million tiles.", "They laid 1,480,000 tiles."))
    assert figure_key(first) == figure_key(second) != ""
    assert not figure_key(extract("They laid 40 tiles.")[0])


def relations(first: str, second: str) -> set[str]:
    found = check([Document.from_text(first, id="a"), Document.from_text(second, id="b")]).findings
    return {finding.relation.value for finding in found}


def test_two_texts_of_one_story_agree_on_a_telling_figure() -> None:
    first = f"{STORY} The insurers paid 1,487,300 crowns for it."
    second = f"Ansgar Lane in Torvik is being built again. {FILLER} Of the payments, 1,487,300 crowns went to Torvik."
    assert relations(first, second) == {"agrees"}
