"""What lets a project take the gate up: suppressions, baselines, settings, outputs and hooks."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from repositories import Tree, check

from claimcheck.cli.root import cli
from claimcheck.errors import ClaimcheckError, ConfigError
from claimcheck.findings.suppression import Suppressions
from claimcheck.records import Claim, Document, Finding, Kind, Relation, Severity, Span

ROOT = Path(__file__).parents[2]
INN = "# Inn\n\nThe Crow inn has 120 rooms.\n"
WEB = "# Web\n\nThe Crow inn has 134 rooms.\n"


def rules(run: object) -> list[str]:
    return sorted(one["rule"] for one in run.data["findings"] if one["relation"] != "agrees")  # type: ignore[attr-defined]


def test_the_two_sentences_contradict(tree: Tree) -> None:
    tree.write({"inn.md": INN, "web.md": WEB})
    run = check(tree.root, ".")
    assert (run.code, rules(run)) == (1, ["value-conflict"])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("web.md", WEB.replace("rooms.", "rooms. <!-- claimcheck: ignore value-conflict: with the annexe -->")),
        ("web.md", WEB.replace("The", "<!-- claimcheck: ignore value-conflict: with the annexe -->\nThe")),
        ("web.md", WEB.replace("The", "<!-- claimcheck: ignore-next-line all: with the annexe -->\nThe")),
        ("web.md", WEB.replace("The", "<!-- claimcheck: ignore-start rank-conflict, value-conflict: x -->\n\nThe")
         + "\n<!-- claimcheck: ignore-end -->\n"),
        ("web.md", WEB + "\n<!--\nclaimcheck: ignore-file value-conflict:\n  counted with the annexe\n-->\n"),
        ("web.txt", "The Crow inn has 134 rooms. # claimcheck: ignore value-conflict: with the annexe\n"),
        ("web.txt", "claimcheck: ignore-next-line value-conflict: with the annexe\nThe Crow inn has 134 rooms.\n"),
        ("web.txt", "% claimcheck: ignore value-conflict: with the annexe\nThe Crow inn\nhas 134 rooms.\n"),
        ("web.txt", "// claimcheck: ignore-file all: with the annexe\n\nThe Crow inn has 134 rooms.\n"),
    ],
)  # fmt: skip
def test_a_suppression_keeps_a_finding_quiet(tree: Tree, name: str, text: str) -> None:
    tree.write({"inn.md": INN, name: text})
    run = check(tree.root, ".", "--fail-on", "note")
    assert (run.code, rules(run)) == (0, [])


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("<!-- claimcheck: ignore value-conflict -->", "bad-suppression"),
        ("<!-- claimcheck: ignore value-conflict: -->", "bad-suppression"),
        ("<!-- claimcheck: ignore: because -->", "bad-suppression"),
        ("<!-- claimcheck: ignore value-conflct: because -->", "bad-suppression"),
        ("<!-- claimcheck: ignore-lines value-conflict: because -->", "bad-suppression"),
        ("<!-- claimcheck: skip this -->", "bad-suppression"),
        ("<!-- claimcheck: ignore-start value-conflict: because -->", "bad-suppression"),
        ("<!-- claimcheck: ignore-end -->", "bad-suppression"),
        ("<!-- claimcheck: ignore rank-conflict: because -->", "unused-suppression"),
        ("`<!-- claimcheck: ignore value-conflict: an example -->`", None),
        ("```\n<!-- claimcheck: ignore-file value-conflict: an example -->\n```", None),
    ],
)
def test_one_that_does_not_is_told(tree: Tree, comment: str, expected: str | None) -> None:
    tree.write({"inn.md": INN, "web.md": WEB + f"\n{comment}\n"})
    run = check(tree.root, ".")
    assert rules(run) == sorted(["value-conflict", *([expected] if expected else [])])
    warned = [one for one in run.data["findings"] if one["rule"] == expected]
    assert [(one["severity"], one["claims"][0]["line"]) for one in warned] == ([("warning", 5)] if expected else [])


def test_what_is_left_of_a_group_is_still_told() -> None:
    documents = [Document.from_text(f"x {n}\n", id=id) for id, n in (("a", 22), ("b", 22), ("c", 23), ("d", 24))]
    documents[2] = Document.from_text("x 23 # claimcheck: ignore value-conflict: known\n", id="c")
    from decimal import Decimal

    from claimcheck.records import Quantity

    def claim(document: Document) -> Claim:
        text = document.text[2:4]
        return Claim(Kind.COUNT, text, Span(2, 4), document.id, Quantity(Decimal(text), Decimal(text)))

    claims = tuple(map(claim, documents))
    quiet = Suppressions.of(documents, ["value-conflict"])
    finding = Finding("value-conflict", Relation.CONTRADICTS, Severity.ERROR, claims, "m")
    assert quiet.apply([finding])[0].claims == (claims[0], claims[1], claims[3])
    assert quiet.apply([Finding("value-conflict", Relation.CONTRADICTS, Severity.ERROR, claims[:3], "m")]) == []


def test_a_suppression_of_a_stale_copy(tree: Tree) -> None:
    quiet = "# Web\n\nThe Crow inn has 120 rooms. <!-- claimcheck: ignore stale-copy: printed already -->\n"
    tree.commit({"inn.md": INN, "web.md": quiet})
    tree.commit({"inn.md": INN.replace("120", "134")})
    assert check(tree.root, "--base", "HEAD~1").serious() == []


def test_a_baseline_keeps_what_is_known_until_it_changes(tree: Tree) -> None:
    tree.write({"inn.md": INN, "web.md": WEB})
    with pytest.raises(ClaimcheckError, match="cannot be read"):
        check(tree.root, ".", "--baseline", "known.json")
    done = CliRunner().invoke(cli, ["check", str(tree.root), "--update-baseline"], standalone_mode=False)
    assert "needs --baseline" in str(done.exception)
    words = (".", "--baseline", "known.json")
    update(tree.root)
    first = (tree.root / "known.json").read_text()
    assert json.loads(first)["findings"][0]["files"] == ["inn.md", "web.md"]
    assert check(tree.root, *words).code == 0
    # Moved, renamed and written another way: still known.
    tree.write({"web.md": None, "site/home.md": "# Home\n\nWelcome.\n\nThe Crow inn has **134** rooms.\n"})
    assert check(tree.root, *words).code == 0
    tree.write({"site/home.md": WEB.replace("134", "143")})
    assert check(tree.root, *words).code == 1
    tree.write({"site/home.md": INN})
    run = check(tree.root, *words)
    assert (run.code, "1 known finding no longer there" in run.errors) == (0, True)
    update(tree.root)
    assert json.loads((tree.root / "known.json").read_text())["findings"] == []


def update(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "check", ".", "--baseline", "known.json", "--update-baseline"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")


def test_a_further_copy_is_new(tree: Tree) -> None:
    tree.write({"inn.md": INN, "web.md": WEB})
    update(tree.root)
    tree.write({"flyer.md": WEB.replace("# Web", "# Flyer")})
    assert check(tree.root, ".", "--baseline", "known.json").code == 1


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"schema": "other", "findings": []}'])
def test_a_malformed_baseline_is_refused(tree: Tree, text: str) -> None:
    tree.write({"inn.md": INN, "known.json": text})
    with pytest.raises(ClaimcheckError, match="this is no baseline"):
        check(tree.root, ".", "--baseline", "known.json")


SETTINGS = """
include = ["*.md"]
exclude = ["drafts/"]
fail-on = "warning"
baseline = "known.json"

[[files]]
match = ["minutes/"]
history = true
ignore = ["rank-conflict"]

[rule.value-changed]
enabled = false
"""


def test_settings_by_path(tree: Tree) -> None:
    tree.write({"claimcheck.toml": SETTINGS.replace('baseline = "known.json"', "")})
    tree.commit({"inn.md": INN, "minutes/may.md": INN, "drafts/new.md": INN, "web.txt": INN})
    tree.commit({"inn.md": INN.replace("120", "134")})
    run = check(tree.root, "--base", "HEAD~1")
    assert (run.code, run.data["findings"]) == (0, [])
    tree.write({"web.md": INN})
    assert check(tree.root, "--base", "HEAD~1").ends("stale-copy") == {("web.md", "120")}
    tree.write({"web.md": None})
    assert check(tree.root, ".").code == 0


def test_files_that_tell_history_have_no_part_in_contradictions(tree: Tree) -> None:
    old = INN.replace("120", "99")
    tree.write({"inn.md": INN, "web.md": INN, "CHANGELOG.md": old, "board/may.md": old})
    assert len(check(tree.root, ".").serious()) == 1
    tree.write({"claimcheck.toml": '[[files]]\nmatch = ["board/"]\nhistory = true\n'})
    assert check(tree.root, ".").serious() == []
    tree.write({"web.md": WEB})
    (found,) = check(tree.root, ".").serious()
    assert [claim["path"] for claim in found["claims"]] == ["inn.md", "web.md"]


def test_a_baseline_names_files_from_its_own_folder(tree: Tree) -> None:
    tree.write({"inn.md": INN, "sub/web.md": WEB})
    update(tree.root)
    first = (tree.root / "known.json").read_text()
    words = ["check", "..", "--baseline", "../known.json", "--update-baseline"]
    done = subprocess.run([sys.executable, "-m", "claimcheck", *words], cwd=tree.root / "sub", check=False)
    assert (done.returncode, (tree.root / "known.json").read_text()) == (0, first)


def test_the_effective_settings_are_shown_and_mean_the_same(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.write({"claimcheck.toml": SETTINGS, "sub/x.md": "x"})
    monkeypatch.chdir(tree.root / "sub")
    shown = CliRunner().invoke(cli, ["config"]).stdout
    assert f'fail-on = "warning"  # {tree.root / "claimcheck.toml"}: fail-on' in shown
    assert "respect-gitignore = true  # default" in shown
    data = tomllib.loads(shown)
    assert data["files"] == [{"match": ["minutes/"], "history": True, "ignore": ["rank-conflict"]}]
    assert Path(data["baseline"]) == tree.root / "known.json"
    tree.write({"claimcheck.toml": shown})
    assert tomllib.loads(CliRunner().invoke(cli, ["config"]).stdout) == {
        **data,
        "rule": {"value-changed": {"enabled": False}},
    }
    assert 'fail-on = "error"  # default' in CliRunner().invoke(cli, ["config", "--isolated"]).stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[files]]\nhistory = true", "lacks match"),
        ('files = "x"', "must be a list of tables"),
        ('[[files]]\nmatch = ["a"]\nhistry = true', "did you mean 'history'"),
        ('[[files]]\nmatch = "a"', "must be a list of texts"),
        ("baseline = 3", "must be a path"),
        ('includ = ["a"]', "did you mean 'include'"),
    ],
)
def test_faults_in_settings_are_told(tree: Tree, text: str, message: str) -> None:
    tree.write({"claimcheck.toml": text, "a.md": INN})
    with pytest.raises(ConfigError, match=message) as caught:
        check(tree.root, ".")
    assert caught.value.line > 0


FACTS = """
[[fact]]
id = "detectors"
measure = "detector"
value = 12
"""


def test_an_edit_against_a_pinned_fact(tree: Tree) -> None:
    page = "# Light\n\nThe Skerry scanner has 12 detectors.\n"
    tree.commit({"lamp.md": page, "other.md": "# Other\n\nThe Roe scanner has 9 detectors.\n", "facts.toml": FACTS})
    tree.commit({"lamp.md": page.replace("12", "14")})
    found = check(tree.root, "--base", "HEAD~1", "--rules", "facts.toml").serious()
    assert [[claim["path"] for claim in one["claims"]] for one in found if one["rule"] == "pinned-fact"] == [
        ["lamp.md"]
    ]


def stale(tree: Tree) -> Path:
    tree.commit({"inn.md": INN, "web.md": INN, "size.md": "# Size\n\nThe Crow inn has 3 floors.\n"})
    tree.commit({"inn.md": INN.replace("120", "134"), "size.md": "# Size\n\nThe Crow inn has 4 floors.\n"})
    return tree.root


def formatted(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", "check", ".", "--base", "HEAD~1", *words],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_every_format_tells_the_same(tree: Tree) -> None:
    folder = stale(tree)
    done = formatted(
        folder, "--format", "text", "--format", "sarif:o.sarif", "--format", "junit:o.xml", "--format", "json:o.json",
        "--format", "markdown:o.md", "--format", "github:o.github",
    )  # fmt: skip
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("size.md:3:18: note: ")
    assert any(line.startswith("web.md:3:18: error: “120” is stale") and "inn.md:3" in line for line in lines)
    log = json.loads((folder / "o.sarif").read_text())
    (run,) = log["runs"]
    result = next(one for one in run["results"] if one["ruleId"] == "stale-copy")
    here, there = result["locations"][0], result["relatedLocations"][0]
    assert here["physicalLocation"]["artifactLocation"]["uri"] == "web.md"
    assert here["physicalLocation"]["region"]["startLine"] == 3
    assert there["physicalLocation"]["artifactLocation"]["uri"] == "inn.md"
    known = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(known) == {one["ruleId"] for one in run["results"]} == {"stale-copy", "value-changed"}
    assert all(rule["help"]["text"] and "rules show" not in rule["help"]["markdown"] for rule in known.values())
    suite = ElementTree.parse(folder / "o.xml").getroot()[0]
    assert (suite.get("failures"), suite.get("errors")) == ("1", "0")
    assert "❌ “120” is stale" in (folder / "o.md").read_text()
    assert "::error file=web.md,line=3,col=18,endColumn=20," in (folder / "o.github").read_text()
    assert "::notice file=size.md,line=3" in (folder / "o.github").read_text()
    findings = json.loads((folder / "o.json").read_text())["findings"]
    assert {one["rule"] for one in findings} == set(known)


def test_sarif_fingerprints_survive_unrelated_edits(tree: Tree) -> None:
    folder = stale(tree)

    def prints() -> set[str]:
        log = json.loads(formatted(folder, "--format", "sarif").stdout)
        return {one["partialFingerprints"]["claimcheck/v1"] for one in log["runs"][0]["results"]}

    before = prints()
    tree.write({"web.md": "# Web\n\nWelcome to us.\n\nMore to come.\n\n" + INN.partition("\n\n")[2]})
    assert prints() == before


@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit", "json", "markdown"])
def test_the_exit_code_is_the_same_in_every_format(tree: Tree, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    tree.commit({"size.md": "# Size\n\nThe Crow inn has 3 floors.\n"})
    tree.write({"size.md": "# Size\n\nThe Crow inn has 4 floors.\n"})
    monkeypatch.chdir(tree.root)
    words = ["check", ".", "--base", "HEAD", "--format", form]
    for threshold, code in (("error", 0), ("warning", 0), ("note", 1)):
        done = CliRunner().invoke(cli, [*words, "--fail-on", threshold], standalone_mode=False)
        assert (done.return_value or 0, done.exception) == (code, None)


def test_the_hooks_name_options_that_exist() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = [line.partition(":")[2].split() for line in text.splitlines() if line.strip().startswith("entry:")]
    assert len(entries) == 2
    command = cli.get_command(None, "check")  # type: ignore[arg-type]
    assert command is not None
    options = {name for one in command.params for name in one.opts}
    for words in entries:
        assert words[:2] == ["claimcheck", "check"]
        assert {word for word in words if word.startswith("--")} <= options


ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")


def test_every_input_of_the_action_is_documented() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    block = ACTION.partition("inputs:\n")[2].partition("\noutputs:")[0]
    names = re.findall(r"^  ([a-z-]+):$", block, re.MULTILINE)
    assert len(names) == 7
    assert all(f"| `{name}` |" in page for name in names)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_actions_step_runs(tree: Tree, tmp_path: Path) -> None:
    block = ACTION.partition("id: check\n")[2].partition("run: |\n")[2]
    script = textwrap.dedent(block)
    folder = stale(tree)
    bin = tmp_path / "bin"
    bin.mkdir()
    (bin / "claimcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n')
    (bin / "claimcheck").chmod(0o755)
    inputs = {
        "PATHS": ". inn.md", "BASE": "HEAD~1", "TARGET": "", "FAIL_ON": "error", "ARGS": "--no-cache --verbose",
        "SARIF": "out.sarif", "SUMMARY": "true", "RUNNER_TEMP": str(tmp_path), "PATH": f"{bin}:{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "GITHUB_OUTPUT": str(tmp_path / "output"),
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder, env={**os.environ, **inputs}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("::error file=web.md,line=3") == 1
    assert "is stale" in (tmp_path / "summary.md").read_text()
    assert (tmp_path / "output").read_text() == "exit-code=1\n"
    assert json.loads((folder / "out.sarif").read_text())["version"] == "2.1.0"
