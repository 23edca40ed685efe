"""The documentation: its links lead somewhere, and it names what there is."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import click
import pytest

import doc_examples
from claimcheck.cli.root import cli
from claimcheck.config import RuleSetting, Settings

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
CLI_PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
SUBCOMMANDS = cli.list_commands(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"`claimcheck {name}" in CLI_PAGE


@pytest.mark.parametrize("name", ["report", "check", "extract"])
def test_every_shared_option_is_documented(name: str) -> None:
    command = cli.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    own = {"--output", "--width", "--color", "--all", "--help", "--format", "--fail-on"}
    for option in command.params:
        if isinstance(option, click.Option):
            long = next(one for one in option.opts if one.startswith("--"))
            assert long in own or f"`{long}" in CLI_PAGE, long


def test_every_setting_is_documented() -> None:
    names = {field.name.replace("_", "-") for field in attrs.fields(Settings)} - {"path", "origins", "rule"}
    for name in names | {field.name for field in attrs.fields(RuleSetting)}:
        assert re.search(rf"\b{name}\b", CLI_PAGE), name


def test_ci_runs_the_commands_of_the_readme() -> None:
    lines = [
        line
        for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("python3 -m venv")
    ]
    assert [bool(re.search(r"claimcheck report seeds$", line)) for line in lines] == [True, False]
    assert lines[1].endswith("pytest")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    patterns = re.findall(r"grep -m1 '([^']+)' README\.md", script)
    assert [bool(re.search(pattern, line)) for pattern, line in zip(patterns, lines, strict=True)] == [True, True]


EXAMPLES = [
    page
    for page in PAGES
    if re.search(r"^```(?:pycon|console|\w+ title=)", page.read_text(encoding="utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.name)
def test_examples_give_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    environment = dict(os.environ)
    if doc_examples.edits(page.read_text(encoding="utf-8")):
        shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "rules", tmp_path / "rules")
        environment["PYTHONPATH"] = str(tmp_path / "src")
    done = subprocess.run(
        [sys.executable, doc_examples.__file__, str(page), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**environment, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pages_with_examples_are_found() -> None:
    assert {"claims.md", "lexicon.md", "extending.md"} <= {page.name for page in EXAMPLES}


def test_coverage_is_not_stale() -> None:
    spec = importlib.util.spec_from_file_location("generate_coverage", ROOT / "docs" / "generate_coverage.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert written == module.page(), "write it anew: python docs/generate_coverage.py"


def test_the_index_links_every_page() -> None:
    linked = set(re.findall(r"\]\(([^)#\s]+)", (ROOT / "docs" / "index.md").read_text(encoding="utf-8")))
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"} <= linked


def test_every_lexicon_file_is_documented() -> None:
    page = (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / "src" / "claimcheck" / "lexicon").glob("*.toml")):
        assert f"`{path.name}`" in page, path.name


def test_the_readme_shows_the_real_report() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("```\n", 2)[1]
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "report", "seeds", "--width", "96", "--isolated"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    for part in shown.removeprefix("$ claimcheck report seeds\n").split("\n[…]\n"):
        assert part.strip("\n") in done.stdout, part
