"""Verbs that the grammar's list knows, so that a sentence has its verb and the noun beside it is not taken for one."""

from __future__ import annotations

import pytest

from claimcheck.claims.grammar import verb_form


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("averages", "average"),
        ("leaked", "leak"),
        ("impeached", "impeach"),
        ("characterised", "characterise"),
        ("overheard", "overhear"),
        ("fluctuates", "fluctuate"),
        ("plotted", "plot"),
        ("detonating", "detonate"),
        ("riding", "ride"),
        ("staring", "stare"),
        ("starring", "star"),
    ],
)
def test_forms_of_verbs(form: str, verb: str) -> None:
    entry = verb_form(form)
    assert entry is not None
    assert entry[0] == verb
