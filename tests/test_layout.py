"""The layout: data flows one way, the wheel holds the data, and every file stays readable."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for path in (ROOT / "src" / "claimcheck").rglob("*.py") if path.stat().st_size)


def project() -> dict[str, object]:
    data: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return data


def test_no_stage_imports_a_later_one() -> None:
    pytest.importorskip("importlinter", reason="import-linter comes with the extra `lint`")
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_the_wheel_carries_the_rule_packs() -> None:
    forced = project()["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]  # type: ignore[index]
    assert forced == {"rules": "claimcheck/packs/shipped"}
    assert (ROOT / "rules" / "core" / "pack.toml").is_file()


def test_the_packs_that_load_are_those_of_the_project() -> None:
    from claimcheck.packs import shipped_packs

    assert {path.name for path in shipped_packs()} == {
        path.parent.name for path in (ROOT / "rules").glob("*/pack.toml")
    }


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    import ast

    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_importing_the_command_line_is_light() -> None:
    heavy = {
        "pint",
        "dateparser",
        "rich",
        "markdown_it",
        "simplemma",
        "cattrs",
        "regex",
        "claimcheck.pipeline",
    }
    code = f"import sys, claimcheck.cli; print(sorted(set(sys.modules) & {heavy!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
