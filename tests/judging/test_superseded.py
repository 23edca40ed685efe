"""Values that a changelog tells to have been changed: `superseded.toml`, and how changes and dates play together."""

import datetime as dt
import pathlib
import tomllib

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document, Finding, Relation

CASES = tomllib.loads((pathlib.Path(__file__).parent / "superseded.toml").read_text(encoding="utf-8"))["case"]
RULE = "superseded-value"
PORT = "- The default port is now 9090 (was 8080)."


def changelog(*releases: tuple[str, str]) -> Document:
    parts = (f"## {version}\n\n{change}\n" for version, change in releases)
    return Document.from_text("# Changelog\n\n" + "\n".join(parts), id="CHANGELOG.md", format="markdown")


def page(text: str, id: str = "README.md", published: dt.date | None = None) -> Document:
    return Document.from_text(f"# Loom\n\n{text}\n", id=id, format="markdown", published=published)


def stale(*documents: Document) -> list[Finding]:
    return [found for found in check(documents).findings if found.rule == RULE]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['change']} / {case['page']}"[:100])
def test_pages_that_missed_a_change(case: dict[str, str]) -> None:
    history = changelog(("2.4.0 (3 May 2023)", f"- {case['change']}"), ("2.3.0 (1 May 2022)", "- First release."))
    found = check([history, page(case["page"])]).findings
    assert any(one.rule == RULE for one in found) is case["stale"]
    if not case["stale"]:
        assert not any(one.relation is Relation.CONTRADICTS for one in found)


def test_the_finding_names_the_pages_the_change_and_who_followed_it() -> None:
    (found,) = stale(
        changelog(("2.4.0 (3 May 2023)", PORT)),
        page("By default the server listens on port 8080."),
        page("The default port is 9090.", "guide.md"),
    )
    assert found.message.endswith("is the old value; CHANGELOG.md tells that “8080” became “9090” in 2.4.0")
    assert [claim.document for claim in found.claims] == ["CHANGELOG.md", "README.md", "guide.md"]


def test_a_value_that_came_back_is_not_stale() -> None:
    back = "- The default port is 8080 again (was 9090)."
    history = changelog(("2.5.0 (3 May 2024)", back), ("2.4.0 (3 May 2023)", PORT))
    assert not stale(history, page("The default port is 8080."))


def test_of_several_changes_the_last_is_told() -> None:
    last = "- The default port changed from 9090 to 7070."
    history = changelog(("2.5.0 (3 May 2024)", last), ("2.4.0 (3 May 2023)", PORT))
    (found,) = stale(history, page("The default port is 9090."))
    assert "“9090” became “7070” in 2.5.0" in found.message


def test_a_page_that_is_older_than_the_change_did_not_miss_it() -> None:
    history = changelog(("2.4.0 (3 May 2023)", PORT))
    text = "The default port is 8080."
    assert not stale(history, page(text, published=dt.date(2022, 1, 1)))
    assert stale(history, page(text, published=dt.date(2024, 1, 1)))


def test_a_page_that_speaks_of_another_release_is_left_alone() -> None:
    history = changelog(("2.4.0 (3 May 2023)", PORT))
    assert not stale(history, page("## 2.3.0 (1 May 2022)\n\nThe default port is 8080."))


def test_the_order_of_the_documents_makes_no_difference() -> None:
    documents = [changelog(("2.4.0 (3 May 2023)", PORT)), page("The default port is 8080.")]
    assert stale(*documents) == stale(*reversed(documents))
