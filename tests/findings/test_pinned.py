"""A value pinned in a pack or a facts file: every claim of that measure must meet it."""

from pathlib import Path

import pytest

from claimcheck.packs import load_rules
from claimcheck.records import Claim, Relation
from judging import claim, judged, quantity, version_claim

PACK = """\
[[fact]]
id = "detectors"
measure = "detector"
from = "facts.json"
key = "detectors"

[[fact]]
id = "python"
measure = "python"
text = "3.11"
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "facts.json").write_text('{"detectors": 82}', encoding="utf-8")
    file = tmp_path / "facts.toml"
    file.write_text(PACK, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("made", "wrong"),
    [
        (claim(82, "detector"), False),
        (claim(81, "detector"), True),
        (claim(quantity(80, None), "detector"), False),
        (claim(81, "smoke detector"), False),
        (claim(81, "sensor"), False),
        (claim(quantity(5, role="by", direction=1), "detector"), False),
        (version_claim("3.11"), False),
        (version_claim("3.9"), True),
    ],
)
def test_a_claim_must_meet_the_pinned_value(pack: Path, made: Claim, wrong: bool) -> None:
    found = [finding for finding in judged(made, ruleset=load_rules(pack)) if finding.rule == "pinned-fact"]
    assert bool(found) is wrong
    if found:
        assert found[0].relation is Relation.CONTRADICTS
        assert "as pinned by" in found[0].message
        assert found[0].claims == (made,)


def test_without_facts_nothing_is_pinned() -> None:
    assert judged(claim(81, "detector")) == []
