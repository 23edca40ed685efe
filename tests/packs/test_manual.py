"""The pages in docs/rules are those that the packs make."""

from pathlib import Path

from claimcheck.packs import load_rules
from claimcheck.packs.manual import page, pages, write_pages

DOCS = Path(__file__).resolve().parents[2] / "docs" / "rules"


def test_every_rule_has_its_page_and_no_page_is_stale() -> None:
    made = pages(load_rules())
    assert {path.name for path in DOCS.glob("*.md")} == set(made)
    for name, text in made.items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"{name}: write the pages anew"


def test_a_page_shows_title_reason_and_examples() -> None:
    rule = load_rules().rule("value-conflict")
    assert rule is not None
    text = page(rule)
    assert text.startswith("# value-conflict\n")
    assert rule.title in text
    assert rule.examples[0].a in text
    assert f"**{rule.examples[0].expect}**" in text


def test_pages_are_written_once(tmp_path: Path) -> None:
    rules = load_rules()
    assert len(write_pages(rules, tmp_path)) == len(rules.rules) + 1
    assert write_pages(rules, tmp_path) == []
