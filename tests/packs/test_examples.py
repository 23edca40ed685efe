"""Every rule's examples hold: each is a test of the whole way from text to finding."""

import pytest

from claimcheck.packs import load_rules
from claimcheck.packs.examples import Outcome, run_examples
from claimcheck.pipeline import check

OUTCOMES = list(run_examples(load_rules(), lambda documents, rules: check(documents, rules).findings))


@pytest.mark.parametrize("outcome", OUTCOMES, ids=[f"{one.rule.id}:{one.example.line}" for one in OUTCOMES])
def test_an_example_holds(outcome: Outcome) -> None:
    assert outcome.got == outcome.example.expect, (outcome.example.a, outcome.example.b, outcome.others)


def test_an_example_that_fails_is_told() -> None:
    rules = load_rules().adjusted(only=["value-conflict"])
    silent = list(run_examples(rules, lambda documents, rules: ()))
    assert [one.passed for one in silent] == [one.example.expect == "nothing" for one in silent]
    assert not all(one.passed for one in silent)
