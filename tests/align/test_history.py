"""Which files tell of other times, by the names below the folder that holds all documents."""

import pytest

from claimcheck.align.history import below_common, is_history_file
from claimcheck.pipeline import check
from claimcheck.records import Document


@pytest.mark.parametrize(
    ("ids", "below"),
    [
        (["archive/a.md", "archive/b.md"], ["a.md", "b.md"]),
        (["archive/a.md", "b.md"], ["archive/a.md", "b.md"]),
        (["/home/plans/x/a.md", "/home/plans/y/b.md"], ["x/a.md", "y/b.md"]),
        (["archive/a.md"], ["a.md"]),
        (["a"], ["a"]),
        ([], []),
    ],
)
def test_the_folder_of_all_tells_nothing_apart(ids: list[str], below: list[str]) -> None:
    assert below_common(ids) == dict(zip(ids, below, strict=True))


@pytest.mark.parametrize(
    "id",
    [
        "CHANGELOG.md",
        "docs/changes/3.1.md",
        "docs/upgrade/3.11.2.rst",
        "notes/v2.0.0-beta1.md",
        "whatsnew-1.1.rst",
        "session-log-12.md",
        "archive/a.md",
    ],
)
def test_files_that_tell_history(id: str) -> None:
    assert is_history_file(id)


@pytest.mark.parametrize(
    "id", ["README.md", "docs/changing.md", "docs/3.md", "python-3.11.md", "guide.v2.md", "launch-news.md", "plan.md"]
)
def test_files_that_do_not(id: str) -> None:
    assert not is_history_file(id)


def relations(name: str, minutes: str) -> set[str]:
    news = "# Eel\n\n*Wick Post, 14 December 2024*\n\nThe smallest mesh for eel traps in Lake Tarn is 19 mm.\n"
    documents = [
        Document.from_text(minutes, id=f"set/{name}", format="markdown"),
        Document.from_text(news, id="set/news-of-wick.md", format="markdown"),
    ]
    found = check(documents).findings
    return {one.relation.value for one in found if len({claim.document for claim in one.claims}) > 1}


def test_a_dated_record_is_a_document_of_its_day() -> None:
    body = "The smallest mesh for eel traps in Lake Tarn is 14 mm.\n"
    dated = f"# Lake board\n\n*Minutes, 10 December 2024*\n\n{body}"
    assert relations("minutes.md", dated) == {"contradicts"}
    assert "contradicts" not in relations("minutes.md", f"# Lake board\n\n{body}")
    assert "contradicts" not in relations("changelog.md", dated)
