"""Which project of a tree a document belongs to."""

from __future__ import annotations

import pytest

from claimcheck.align.history import is_report_file
from claimcheck.align.projects import are_siblings, family_of, page_of, projects_of

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
        ("docs/EXECUTION_LOG.md", True),
        ("acceptance/stdout/done.txt", True),
        ("run_output.txt", True),
        ("run_output.md", False),
        ("REPORT.md", False),
        ("docs/report.md", False),
        ("docs/port-8080.md", False),
        ("API_REFERENCE.md", False),
    ],
)
def test_reports(id: str, told: bool) -> None:
    assert is_report_file(id) is told


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("docs/v0.1.0-rc8.md", "docs/v0.1.0-rc10.md", True),
        ("plans/phase-1/check.md", "plans/phase-4/check.md", True),
        ("runs/first.txt", "runs/first_v2.txt", True),
        ("tier1.md", "tier2.md", True),
        ("refunds.md", "refunds-2024.md", True),
        ("docs/01-setup.md", "docs/02-usage.md", False),
        ("docs/setup.md", "docs/usage.md", False),
        ("a/tier1.md", "b/tier1.md", False),
    ],
)
def test_families(one: str, other: str, together: bool) -> None:
    assert (family_of(one) == family_of(other)) is together


@pytest.mark.parametrize(
    ("one", "other", "siblings"),
    [
        ("docs/run/README.md", "docs/fetch/README.md", True),
        ("tasks/desk/wipe/WHY.md", "tasks/mail/sort/WHY.md", True),
        ("tasks/desk/wipe/README.md", "tasks/mail/sort/README.md", False),
        ("README.md", "docs/README.md", False),
        ("docs/en/start.md", "docs/de/start.md", False),
        ("docs/en/start.md", "docs/pt-BR/start.md", False),
        ("docs/run/start.md", "docs/fetch/end.md", False),
        ("docs/run/start.md", "docs/run/start.md", False),
    ],
)
def test_siblings(one: str, other: str, siblings: bool) -> None:
    assert are_siblings(one, other) is siblings
    assert are_siblings(other, one) is siblings
