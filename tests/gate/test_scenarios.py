"""What an edit did to the facts, on real git histories."""

from __future__ import annotations

import pytest
from repositories import Tree, check
from scenarios import SCENARIOS, Scenario


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_scenario(scenario: Scenario, tree: Tree) -> None:
    tree.commit(scenario.before)
    tree.commit(scenario.after)
    run = check(tree.root, ".", "--base", "HEAD~1")
    assert run.ends("stale-copy") == scenario.stale
    others = {
        (claim["path"], " ".join(claim["text"].split()))
        for finding in run.serious()
        if finding["rule"] != "stale-copy"
        for claim in finding["claims"]
    }
    assert others == scenario.conflicts
    assert scenario.noted <= run.ends("value-changed")
    assert run.code == (1 if scenario.stale or scenario.conflicts else 0)
