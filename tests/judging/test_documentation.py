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


def contradictions(case: dict[str, Any], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for name, text in case["files"].items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    reading = read_all([os.curdir])
    return [one.message for one in check(reading.documents).findings if one.relation is Relation.CONTRADICTS]


# Contradictions are weighed by what is likely, so a few are missed and a few are wrong: so many at most.
MISSED, WRONG = 0.12, 0.05


@pytest.mark.parametrize(("conflict", "room"), [(True, MISSED), (False, WRONG)])
def test_trees(conflict: bool, room: float, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [case for case in CASES if case.get("conflict", False) == conflict]
    found = {}
    for number, case in enumerate(chosen):
        (tmp_path / str(number)).mkdir()
        found[case["what"]] = contradictions(case, tmp_path / str(number), monkeypatch)
    never = {case["what"] for case in chosen if case.get("never")}
    assert not {what: found[what] for what in never if found[what]}
    other = {what: messages for what, messages in found.items() if bool(messages) != conflict}
    assert len(other) <= room * len(chosen), other
