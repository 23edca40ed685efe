"""Trees of documentation: what of their figures is a contradiction, and what only looks like one."""

from __future__ import annotations

import os
import pathlib
import tomllib
from typing import Any

import pytest

from claimcheck.pipeline import check, read_all
from claimcheck.records import Relation

CASES = tomllib.loads((pathlib.Path(__file__).parent / "documentation.toml").read_text(encoding="utf-8"))["tree"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_tree(case: dict[str, Any], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in case["files"].items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    reading = read_all([os.curdir])
    found = [one for one in check(reading.documents).findings if one.relation is Relation.CONTRADICTS]
    assert bool(found) == case.get("conflict", False), [one.message for one in found]
