"""The commands as a user runs them: what they print, where, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimcheck
from claimcheck.cli.root import _run, cli
from claimcheck.version import __version__

MILL = "The Tarnow mill employed 240 workers in 2018.\n"
OTHER = "In 2018 the Tarnow mill had 310 workers.\n"
SOURCE = Path(claimcheck.__file__).parents[1]
BAD_PACK = '[[rule]]\nid = "x"\nsevrity = "error"\n'

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in a fresh folder and a fresh process, as a user does."""

    def go(*args: str, text: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "claimcheck", *args],
            cwd=tmp_path,
            input=text,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1", **env},
            check=False,
        )

    return go


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with two documents that contradict each other."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mill.md").write_text(MILL, encoding="utf-8")
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    return tmp_path


def invoke(*args: str, text: str | bytes | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command run in this process, errors handled as ever."""
    runner = CliRunner()
    with runner.isolation(input=text) as (out, err, _):
        sys.argv = ["claimcheck", *args]
        code = _run()
        return code, out.getvalue().decode(), err.getvalue().decode()


@pytest.fixture(autouse=True)
def _argv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["claimcheck"])


def test_version_in_all_its_forms(run: Run) -> None:
    for args in (["--version"], ["version"]):
        done = run(*args)
        assert (done.returncode, done.stdout, done.stderr) == (0, f"claimcheck {__version__}\n", "")
    assert "regex" in run("version", "--verbose").stdout


@pytest.mark.parametrize(
    "command", [[], ["report"], ["check"], ["explain"], ["extract"], ["rules"], ["rules", "list"], ["version"]]
)
def test_help_names_options_and_exit_codes(command: Sequence[str]) -> None:
    code, out, err = invoke(*command, "--help")
    assert (code, err) == (0, "")
    assert "Usage: claimcheck" in out
    assert all(len(line) <= 80 for line in out.splitlines())
    if command and command[0] in {"report", "check", "explain", "extract"}:
        assert "Exit codes: 0" in " ".join(out.split())
        assert "--rules" in out


def test_check_fails_on_a_contradiction_and_names_both_ends(here: Path) -> None:
    code, out, err = invoke("check", ".")
    assert (code, err) == (1, "")
    assert out.startswith("mill.md:1:26: error: ")
    assert "    other.md:1:29: In 2018 the Tarnow mill had 310 workers." in out
    assert out.endswith("1 contradiction (1 error) among 4 claims in 2 documents.\n")


def test_check_passes_what_agrees(here: Path) -> None:
    (here / "other.md").write_text("In 2018 the Tarnow mill had 240 workers.\n", encoding="utf-8")
    code, out, _ = invoke("check", "mill.md", "other.md")
    assert code == 0
    assert out == "No contradictions among 4 claims in 2 documents.\n"


def test_the_threshold_comes_from_the_command_line_then_from_the_settings(here: Path) -> None:
    settings = '[rule.value-conflict]\nseverity = "warning"\n'
    (here / "claimcheck.toml").write_text(settings, encoding="utf-8")
    assert invoke("check", ".")[0] == 0
    assert invoke("check", ".", "--fail-on", "warning")[0] == 1
    (here / "claimcheck.toml").write_text('fail-on = "warning"\n' + settings, encoding="utf-8")
    assert invoke("check", ".")[0] == 1
    assert invoke("check", ".", "--fail-on", "error")[0] == 0
    assert invoke("check", ".", "--isolated")[0] == 1


def test_a_rule_can_be_switched_off(here: Path) -> None:
    (here / "claimcheck.toml").write_text("[rule.value-conflict]\nenabled = false\n", encoding="utf-8")
    assert invoke("check", ".")[0] == 0


def test_a_tolerance_can_be_widened(here: Path) -> None:
    (here / "claimcheck.toml").write_text("[rule.value-conflict]\ntolerance = { relative = 0.5 }\n", encoding="utf-8")
    assert invoke("check", ".")[0] == 0


def test_files_named_like_libraries_are_no_libraries(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mill.md").write_text(MILL, encoding="utf-8")
    (tmp_path / "regex").mkdir()
    for name in (
        "regex/__init__.py",
        "attr.py",
        "attrs.py",
        "click.py",
        "markdown_it.py",
        "simplemma.py",
        "tomllib.py",
    ):
        (tmp_path / name).write_text("raise SystemExit('this is no library')\n", encoding="utf-8")
    done = run("check", ".")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "No contradictions among 2 claims in 1 document.\n"


def test_libraries_beside_claimcheck_are_found_from_their_own_folder(tmp_path: Path) -> None:
    """As after "pip install --target .": what stands beside the package is what it needs."""
    (tmp_path / "claimcheck").symlink_to(SOURCE / "claimcheck", target_is_directory=True)
    (tmp_path / "click.py").write_text("raise SystemExit('the one beside')\n", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": ""}
    command = [sys.executable, "-m", "claimcheck", "rules", "list"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", env=env, check=False)
    assert done.stderr == "the one beside\n"


@pytest.mark.parametrize("command", ["check", "report", "extract"])
@pytest.mark.parametrize("pattern", ["!", "!!\\", "\\", "drafts\\"])
def test_what_is_no_pattern_is_told_in_one_line(here: Path, command: str, pattern: str) -> None:
    code, out, err = invoke(command, ".", "--exclude", "*.txt", "--exclude", pattern)
    assert (code, out) == (2, "")
    assert err.startswith(f"claimcheck: {pattern!r} is no pattern of files (")
    assert err.count("\n") == 1


def test_exclude_leaves_files_out(here: Path) -> None:
    code, out, _ = invoke("check", ".", "--exclude", "other.md")
    assert code == 0
    assert "2 claims in 1 document." in out


def test_several_formats_at_once(here: Path) -> None:
    code, out, err = invoke(
        "check", ".", "--format", "github", "--format", "sarif:out.sarif", "--format", "junit:out.xml",
        "--format", "json:out.json", "--format", "markdown:out.md", "--format", "text:out.txt",
    )  # fmt: skip
    assert (code, err) == (1, "")
    assert out.startswith("::error file=mill.md,line=1,col=26,endColumn=28,")
    assert len(json.loads((here / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1
    findings = json.loads((here / "out.json").read_text(encoding="utf-8"))["findings"]
    assert [one["severity"] for one in findings if one["relation"] == "contradicts"] == ["error"]
    assert 'failures="1"' in (here / "out.xml").read_text(encoding="utf-8")
    assert "**1 contradiction**" in (here / "out.md").read_text(encoding="utf-8")
    assert (here / "out.txt").read_text(encoding="utf-8").startswith("mill.md:1:26: error: ")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--format", "yaml"], "'yaml' is not one of text, github"),
        (["--format", "sarif:"], "names no file"),
        (["--format", "text", "--format", "json"], "only one format can go to the standard output"),
        (["--fail-on", "never"], "'never' is not one of"),
        (["--bogus"], "No such option"),
    ],
)
def test_wrong_usage_exits_2_with_one_message(here: Path, args: list[str], message: str) -> None:
    code, out, err = invoke("check", ".", *args)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_no_path_is_wrong_usage() -> None:
    code, _, err = invoke("report")
    assert code == 2
    assert "Missing argument" in err


def test_report_prints_the_sections(here: Path) -> None:
    code, out, err = invoke("report", ".")
    assert (code, err) == (0, "")
    assert "Contradictions (1)" in out
    assert "mill.md:1:26" in out
    assert "^^^" in out


@pytest.mark.parametrize(
    ("file", "start"),
    [("r.html", "<!DOCTYPE html>"), ("r.json", '{\n  "schema"'), ("r.md", "# claimcheck"), ("r.txt", "claimcheck  2")],
)
def test_report_takes_its_format_from_the_file(here: Path, file: str, start: str) -> None:
    code, out, err = invoke("report", "mill.md", "other.md", "-o", file)
    assert (code, out, err) == (0, "", "")
    assert (here / file).read_text(encoding="utf-8").startswith(start)


def test_an_explicit_format_goes_before_the_suffix(here: Path) -> None:
    invoke("report", "mill.md", "-o", "r.txt", "--format", "json")
    assert json.loads((here / "r.txt").read_text(encoding="utf-8"))["schema"] == "claimcheck-report/1"


def test_json_paths_are_relative_to_where_the_command_started(here: Path) -> None:
    (here / "sub").mkdir()
    (here / "mill.md").rename(here / "sub" / "mill.md")
    _, out, _ = invoke("report", str(here), "--format", "json")
    assert {claim["path"] for claim in json.loads(out)["claims"]} == {"sub/mill.md", "other.md"}


def test_extract_in_all_formats(here: Path) -> None:
    _, table, _ = invoke("extract", "mill.md")
    assert "mill.md:1:26" in table
    _, lines, _ = invoke("extract", "mill.md", "--format", "jsonl")
    records = [json.loads(line) for line in lines.splitlines()]
    assert [one["text"] for one in records] == ["240", "2018"]
    _, rows, _ = invoke("extract", "mill.md", "--format", "csv")
    assert [row["low"] for row in csv.DictReader(io.StringIO(rows))] == ["240", ""]


def test_the_standard_input_is_read(here: Path) -> None:
    code, out, _ = invoke("check", "-", "mill.md", text=OTHER)
    assert code == 1
    assert "-:1:29" in out
    _, out, _ = invoke("extract", "-", "--stdin-filename", "notes.md", "--format", "jsonl", text="# 2020\n" + MILL)
    assert {json.loads(line)["path"] for line in out.splitlines()} == {"notes.md"}


def test_broken_standard_input_is_told(here: Path) -> None:
    code, _, err = invoke("check", "-", text=b"caf\xe9 7 \n")
    assert code == 2
    assert err.startswith("claimcheck: -: line 1: not valid UTF-8")


def trouble(here: Path) -> list[str]:
    """One of each kind of input that cannot be read, beside two good files."""
    (here / "latin.md").write_bytes(b"first line\ncaf\xe9 7\n")
    (here / "image.md").write_bytes(b"\x89PNG\x00\x00\x00")
    (here / "empty").mkdir()
    (here / "loop").symlink_to(here / "loop")
    return ["mill.md", "other.md", "missing.md", "latin.md", "image.md", "empty", "loop"]


@pytest.mark.parametrize("command", ["check", "report", "extract"])
def test_what_cannot_be_read_is_told_once_each_and_the_rest_reported(here: Path, command: str) -> None:
    code, out, err = invoke(command, *trouble(here))
    assert code == 2
    lines = err.splitlines()
    assert len(lines) == 5
    assert all(line.startswith("claimcheck: ") for line in lines)
    for name, say in {
        "missing.md": "no such file or folder",
        "latin.md": "line 2: not valid UTF-8",
        "image.md": "NUL",
        "empty": "no text to read",
        "loop": "",
    }.items():
        (line,) = [line for line in lines if line.startswith(f"claimcheck: {name}: ")]
        assert say in line
    assert "mill.md:1:26" in out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission_is_told(here: Path) -> None:
    (here / "secret.md").write_text(MILL, encoding="utf-8")
    (here / "secret.md").chmod(0)
    code, _, err = invoke("check", "secret.md")
    (here / "secret.md").chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert code == 2
    assert "permission denied" in err


def test_every_fault_of_a_pack_is_told_with_its_place(here: Path) -> None:
    (here / "pack.toml").write_text(BAD_PACK, encoding="utf-8")
    code, out, err = invoke("check", "mill.md", "--rules", "pack.toml")
    assert (code, out) == (2, "")
    assert all(line.startswith("claimcheck: pack.toml:") for line in err.splitlines())
    assert "sevrity" in err


@pytest.mark.parametrize("text", ["nonsense = 1\n", "= broken", "[rule.no-such-rule]\nenabled = false\n"])
def test_wrong_settings_are_told_with_their_place(here: Path, text: str) -> None:
    (here / "claimcheck.toml").write_text(text, encoding="utf-8")
    code, out, err = invoke("check", ".")
    assert (code, out) == (2, "")
    assert "claimcheck.toml" in err
    assert len(err.splitlines()) == 1


def test_a_report_that_cannot_be_written_is_told(here: Path) -> None:
    code, _, err = invoke("report", "mill.md", "-o", "no/such/folder/r.json")
    assert code == 2
    assert err.startswith("claimcheck: no/such/folder/r.json: cannot be written")


def test_an_error_of_ours_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import claimcheck.findings

    def broken(*_: object) -> object:
        raise LookupError("inner\nworkings")

    monkeypatch.setattr(claimcheck.findings, "judge", broken)
    code, out, err = invoke("check", ".")
    assert (code, out) == (2, "")
    assert err.startswith("claimcheck: internal error: LookupError: inner workings")
    assert len(err.splitlines()) == 1


def test_an_interrupt_is_quiet(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import claimcheck.findings

    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(claimcheck.findings, "judge", interrupted)
    code, out, err = invoke("check", ".")
    assert (code, out) == (130, "")
    assert "Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "many.md").write_text(
        "".join(f"Town {n} has {n + 100} bridges.\n\n" for n in range(3000)), encoding="utf-8"
    )
    command = f"{sys.executable} -m claimcheck extract many.md --format jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_output_is_utf_8_wherever_it_goes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Łódź has 7 bridges.\n", encoding="utf-8")
    done = run("extract", "a.md", "--format", "jsonl", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    assert "Łódź" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit", "json", "markdown"])
def test_a_file_name_that_is_not_utf_8_stops_nothing(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text(MILL, encoding="utf-8")
    (tmp_path / os.fsdecode(b"bad\xe9.md")).write_bytes(b"\xff")
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    done = run("check", ".", "--format", form)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "not valid UTF-8" in done.stderr
    assert "310" in done.stdout


def test_the_standard_input_may_not_pose_as_a_file_that_is_read(here: Path) -> None:
    code, _, err = invoke("check", "-", "mill.md", "--stdin-filename", "mill.md", text=OTHER)
    assert code == 2
    assert "two documents have the id 'mill.md'" in err


def test_quiet_and_verbose(here: Path) -> None:
    assert invoke("check", ".", "--verbose")[2].splitlines() == [
        "claimcheck: reading mill.md",
        "claimcheck: reading other.md",
    ]
    assert invoke("check", ".", "--quiet")[2] == ""


def test_rules_are_listed_and_shown() -> None:
    code, out, _ = invoke("rules", "list")
    assert code == 0
    assert "value-conflict" in out
    code, out, _ = invoke("rules", "show", "value-conflict")
    assert (code, out.splitlines()[0]) == (0, "# value-conflict")
    code, _, err = invoke("rules", "show", "value-conflct")
    assert code == 2
    assert "did you mean 'value-conflict'?" in err


def test_rules_test_runs_examples_and_fails_on_a_wrong_one(here: Path) -> None:
    rule = """
[[rule]]
id = "mill-workers"
title = "Workers of a mill"
summary = "Mills are counted once."
kinds = ["count"]
measure = ["worker"]
comparator = "same-value"
relation = "contradicts"
severity = "error"
message = "{measure}: {values}"
why = "A mill has one number of workers."

[[rule.example]]
a = "The Tarnow mill employed 240 workers in 2018."
b = "In 2018 the Tarnow mill had 310 workers."
expect = "WANTED"
"""
    (here / "mills.toml").write_text(rule.replace("WANTED", "contradicts"), encoding="utf-8")
    code, out, err = invoke("rules", "test", "mill-workers", "--rules", "mills.toml")
    assert (code, out, err) == (0, "1 of 1 examples passed\n", "")
    (here / "mills.toml").write_text(rule.replace("WANTED", "agrees"), encoding="utf-8")
    code, out, _ = invoke("rules", "test", "mill-workers", "--rules", "mills.toml")
    assert code == 1
    assert "mills.toml:14: mill-workers: expected agrees, got contradicts" in out


def test_commands_are_in_the_help_in_order_of_use() -> None:
    assert cli.list_commands(None) == ["report", "check", "explain", "extract", "rules", "config", "version"]  # type: ignore[arg-type]


def test_money_is_compared_at_the_rates_that_are_given(here: Path) -> None:
    (here / "mill.md").write_text("In 2016 the Osterby bridge cost $40 million.\n", encoding="utf-8")
    (here / "other.md").write_text("The cost of the Osterby bridge was €90 million in 2016.\n", encoding="utf-8")
    assert invoke("check", ".")[0] == 0
    (here / "rates.toml").write_text('base = "USD"\n[EUR]\n2016 = 1.1\n', encoding="utf-8")
    assert invoke("check", ".", "--rates", "rates.toml")[0] == 1
    (here / "claimcheck.toml").write_text('rates = "rates.toml"\n', encoding="utf-8")
    assert invoke("check", ".")[0] == 1
    assert 'rates.toml"' in invoke("config")[1]
    (here / "rates.toml").write_text('base = "USD"\n[EUR]\n2016 = "x"\n', encoding="utf-8")
    code, _, err = invoke("check", ".")
    assert code == 2
    assert "rates.toml:3: 2016 must be a number" in err
