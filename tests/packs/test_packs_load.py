"""Packs are read strictly: every fault is reported with its file, line and key, all of them at once."""

from pathlib import Path

import pytest

from claimcheck.errors import PackError
from claimcheck.lexicon.model import Lexicon
from claimcheck.packs import load_rules, shipped_packs
from claimcheck.packs.model import Tolerance
from claimcheck.records import Kind, Relation, Severity

MANIFEST = 'id = "mine"\ntitle = "Mine"\nsummary = "A pack."\n'
RULE = """\
[[rule]]
id = "seat-count"
title = "Seats differ"
summary = "Two counts of seats."
kinds = ["count"]
measure = ["seat"]
comparator = "same-value"
tolerance = { approx = 0.05 }
message = "{measure}: {a.text} / {b.text}"
"""


def pack(folder: Path, text: str, name: str = "rules.toml", manifest: str = MANIFEST) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "pack.toml").write_text(manifest, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def faults(path: Path) -> tuple[PackError, ...]:
    with pytest.raises(PackError) as caught:
        load_rules(path, shipped=False, lexicon=Lexicon())
    return caught.value.problems


def test_shipped_packs_load_and_have_examples_and_manuals() -> None:
    rules = load_rules()
    assert {pack.id for pack in rules.packs} >= {"core", "central-asia-security"}
    for rule in rules.rules:
        assert len(rule.examples) >= (1 if rule.comparator == "pinned" else 3), rule.id
        assert rule.summary.endswith("."), rule.id
        assert rule.why, rule.id


def test_shipped_packs_are_folders_with_a_manifest() -> None:
    assert all((folder / "pack.toml").is_file() for folder in shipped_packs())


def test_a_users_pack_is_added_and_says_where_its_rules_stand(tmp_path: Path) -> None:
    rules = load_rules(pack(tmp_path / "mine", RULE))
    rule = rules.rule("seat-count")
    assert rule is not None
    assert (rule.pack, rule.line, Path(rule.path).name) == ("mine", 1, "rules.toml")
    assert rule.select.kinds == {Kind.COUNT}
    assert rule.tolerance == Tolerance.of(approx="0.05")
    assert (rule.relation, rule.severity) == (Relation.CONTRADICTS, Severity.WARNING)
    assert rules.rule("value-conflict") is not None


def test_a_single_file_is_a_pack(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(RULE, encoding="utf-8")
    rules = load_rules([file], shipped=False, lexicon=Lexicon())
    assert [rule.id for rule in rules.rules] == ["seat-count"]
    assert [one.id for one in rules.packs] == ["own"]


def test_a_later_pack_replaces_a_rule_of_the_same_id(tmp_path: Path) -> None:
    first = pack(tmp_path / "one", RULE)
    second = pack(tmp_path / "two", RULE.replace("Seats differ", "Other title"))
    rules = load_rules([first, second], shipped=False, lexicon=Lexicon())
    assert [rule.title for rule in rules.rules] == ["Other title"]


def test_words_names_and_wholes_extend_the_lexicon(tmp_path: Path) -> None:
    words = '[synonyms]\nship = ["vessel"]\n[aliases]\n"Norway" = ["Oslo"]\n'
    words += '[[part]]\nwhole = "Norway"\nparts = ["Bergen"]\n'
    lexicon = load_rules(pack(tmp_path / "mine", words), shipped=False, lexicon=Lexicon()).lexicon
    assert lexicon.synonym("vessel") == "ship"
    assert lexicon.canonical("OSLO") == "Norway"
    assert lexicon.within("Bergen", "Norway")
    assert not lexicon.within("Norway", "Bergen")


FAULTS = [
    ("comparater", RULE.replace("comparator =", "comparater ="), 7, "unknown key", "comparator"),
    ("comparator", RULE.replace('"same-value"', '"same-valeu"'), 7, "no comparator", "same-value"),
    ("kinds", RULE.replace('["count"]', '["counts"]'), 5, "no kind", "count"),
    ("kinds type", RULE.replace('["count"]', "7"), 5, "list of non-empty strings", ""),
    ("tolerance", RULE.replace("0.05", "5"), 8, "between 0 and 1", ""),
    ("tolerance key", RULE.replace("approx", "aprox"), 8, "unknown key", "approx"),
    ("field", RULE.replace("{a.text}", "{a.span}"), 9, "unknown field {a.span}", "a.text"),
    ("code in template", RULE.replace("{a.text}", "{a.text.__class__}"), 9, "unknown field", ""),
    ("conversion", RULE.replace("{a.text}", "{a.text!r}"), 9, "format or conversion", ""),
    ("brace", RULE.replace("{a.text}", "{a.text"), 9, "", ""),
    ("id", RULE.replace("seat-count", "Seat Count"), 2, "no id", ""),
    ("severity", RULE + 'severity = "eror"\n', 10, "no severity", "error"),
    ("missing", RULE.replace('title = "Seats differ"\n', ""), 1, "lacks 'title'", "title"),
    ("expect", RULE + '[[rule.example]]\na = "x"\nb = "y"\nexpect = "conflict"\n', 13, "no expect", ""),
    ("date", RULE + '[[rule.example]]\na = "x"\nb = "y"\nexpect = "nothing"\na_date = "May"\n', 14, "no date", ""),
    ("top", RULE + "\n[synonym]\n", 11, "unknown key 'synonym'", "synonyms"),
    ("part", RULE + '\n[[part]]\nwhole = "Norway"\n', 11, "lacks 'parts'", "parts"),
]


@pytest.mark.parametrize(("text", "line", "message", "hint"), [case[1:] for case in FAULTS], ids=[c[0] for c in FAULTS])
def test_a_fault_names_file_line_and_what_to_do(tmp_path: Path, text: str, line: int, message: str, hint: str) -> None:
    found = faults(pack(tmp_path / "mine", text))
    assert len(found) == 1
    assert Path(found[0].path).name == "rules.toml"
    assert found[0].line == line
    assert message in found[0].message
    assert hint in found[0].hint


def test_all_faults_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    folder = pack(tmp_path / "mine", RULE.replace('"same-value"', '"sum-value"').replace("0.05", "-1"))
    (folder / "zz.toml").write_text("a = = 1\n", encoding="utf-8")
    found = faults(folder)
    assert [(Path(one.path).name, one.line) for one in found] == [("rules.toml", 7), ("rules.toml", 8), ("zz.toml", 1)]


def test_a_rule_twice_in_one_pack_is_a_fault(tmp_path: Path) -> None:
    (found,) = faults(pack(tmp_path / "mine", RULE + RULE))
    assert (found.code, found.line) == ("pack-duplicate", 11)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b'id = "\xff"\n', "pack-encoding"), (b"id = \n", "pack-syntax"), (b"x = " + b"[" * 5000, "pack-syntax")],
)
def test_a_broken_file_is_one_clear_error(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "broken.toml"
    file.write_bytes(content)
    (found,) = faults(file)
    assert found.code == code
    assert found.path == str(file)


def test_a_missing_pack_and_a_folder_without_a_manifest(tmp_path: Path) -> None:
    assert faults(tmp_path / "nowhere.toml")[0].code == "unreadable-pack"
    (tmp_path / "empty").mkdir()
    assert faults(tmp_path / "empty")[0].code == "no-manifest"


FACTS = '[[fact]]\nid = "detectors"\nmeasure = "detector"\nfrom = "{}"\nkey = "{}"\n'


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("facts.json", '{"totals": {"detectors": 82}}', "totals.detectors"),
        ("facts.json", '{"detectors": [' + ", ".join(["1"] * 82) + "]}", "detectors"),
        ("facts.csv", "detectors,82\n", "detectors"),
    ],
)
def test_facts_are_read_from_the_files_that_a_build_makes(tmp_path: Path, name: str, content: str, key: str) -> None:
    folder = pack(tmp_path / "mine", FACTS.format(f"../{name}", key))
    (tmp_path / name).write_text(content, encoding="utf-8")
    (fact,) = load_rules(folder, shipped=False, lexicon=Lexicon()).facts
    assert fact.value == 82


def test_a_fact_that_cannot_be_looked_up_is_a_fault(tmp_path: Path) -> None:
    folder = pack(tmp_path / "mine", FACTS.format("../facts.json", "detecters"))
    assert "cannot read" in faults(folder)[0].message
    (tmp_path / "facts.json").write_text('{"detectors": 82}', encoding="utf-8")
    (found,) = faults(folder)
    assert "detectors" in found.hint


def test_settings_disable_rules_and_change_their_severity() -> None:
    rules = load_rules()
    changed = rules.adjusted(disable=["rank-conflict"], severity={"value-conflict": Severity.NOTE})
    assert changed.rule("rank-conflict") is None
    kept = changed.rule("value-conflict")
    assert kept is not None
    assert kept.severity is Severity.NOTE
    assert [rule.id for rule in rules.adjusted(only=["value-conflict"]).rules] == ["value-conflict"]
