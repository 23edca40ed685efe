"""Which project of a tree a document belongs to."""

from __future__ import annotations

import pytest

from claimcheck.align.history import is_report_file
from claimcheck.align.projects import page_of, projects_of

TREE = (
    "README.md",
    "docs/guide.md",
    "docs/README.md",
    "docs/api/README.md",
    "packages/ink/README.md",
    "packages/ink/docs/setup.md",
    "packages/pen/notes.md",
    "vendor/zlib/manual.md",
    "src/notes.md",
)


@pytest.mark.parametrize(
    ("id", "project"),
    [
        ("docs/guide.md", "."),
        ("docs/api/README.md", "."),
        ("packages/ink/README.md", "packages/ink"),
        ("packages/ink/docs/setup.md", "packages/ink"),
        ("packages/pen/notes.md", "."),
        ("vendor/zlib/manual.md", "vendor/zlib"),
        ("src/notes.md", "."),
    ],
)
def test_projects(id: str, project: str) -> None:
    assert projects_of(TREE)[id] == project


def test_without_a_readme_all_are_of_one_project() -> None:
    assert set(projects_of(["a.md", "b/c.md", "b/d/e.txt"]).values()) == {"."}


@pytest.mark.parametrize(
    ("id", "page"),
    [
        ("commands/plan.md", "commands/plan.md"),
        ("skills/audit/SKILL.md", "skills/audit"),
        ("commands/README.md", ""),
        ("docs/guide.md", ""),
    ],
)
def test_pages(id: str, page: str) -> None:
    assert page_of(id) == page


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("docs/load-2024-05-03.md", True),
        ("docs/20240503/load.md", True),
        ("STAGE_ONE_COMPLETE.md", True),
        ("docs/2019-news.md", True),
        ("docs/reports/coverage.md", True),
        ("research/tokens.md", True),
        ("REPORT.md", False),
        ("docs/report.md", False),
        ("docs/port-8080.md", False),
        ("API_REFERENCE.md", False),
    ],
)
def test_reports(id: str, told: bool) -> None:
    assert is_report_file(id) is told
