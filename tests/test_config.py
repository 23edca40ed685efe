"""Settings: where they are found, what they may say, and how clearly a mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.config import RuleSetting, Settings, find_config, load_settings
from claimcheck.errors import ConfigError
from claimcheck.records import Severity

FULL = """
rules = ["facts", "../shared-pack"]
exclude = ["drafts/", "*.old.md"]
respect-gitignore = false
fail-on = "warning"

[rule.value-conflict]
severity = "warning"
tolerance = { approx = 0.05, absolute = 2 }

[rule.rank-conflict]
enabled = false
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings == Settings()
    assert settings.fail_on is Severity.ERROR
    assert settings.origin("fail_on") == "default"


@pytest.mark.parametrize(("name", "prefix"), [("claimcheck.toml", ""), ("pyproject.toml", "tool.claimcheck.")])
def test_every_setting_is_read_from_either_file(tmp_path: Path, name: str, prefix: str) -> None:
    text = FULL if not prefix else "[tool.claimcheck]" + FULL.replace("[rule.", f"[{prefix}rule.")
    path = write(tmp_path / name, text)
    settings = load_settings(tmp_path)
    assert settings.rules == (tmp_path / "facts", tmp_path / "../shared-pack")
    assert settings.exclude == ("drafts/", "*.old.md")
    assert settings.respect_gitignore is False
    assert settings.fail_on is Severity.WARNING
    assert settings.rule == {
        "value-conflict": RuleSetting(severity=Severity.WARNING, approx="0.05", absolute="2"),
        "rank-conflict": RuleSetting(enabled=False),
    }
    assert settings.path == path
    assert settings.origin("fail_on") == f"{path}: {prefix}fail-on"


def test_the_nearest_file_counts_and_files_are_not_merged(tmp_path: Path) -> None:
    write(tmp_path / "claimcheck.toml", 'fail-on = "note"\nexclude = ["x"]')
    inner = write(tmp_path / "a" / "claimcheck.toml", 'fail-on = "warning"')
    deep = tmp_path / "a" / "b"
    deep.mkdir()
    assert find_config(deep) == inner
    assert load_settings(deep).exclude == ()


def test_claimcheck_toml_goes_before_pyproject_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.claimcheck]\n")
    own = write(tmp_path / "claimcheck.toml", "")
    assert find_config(tmp_path) == own


@pytest.mark.parametrize("text", ["[tool.other]\nx = 1\n", "[project]\nname = 'claimcheck-user'\n", "broken ="])
def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path, text: str) -> None:
    outer = write(tmp_path / "claimcheck.toml", "")
    write(tmp_path / "a" / "pyproject.toml", text)
    assert find_config(tmp_path / "a") == outer


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ('fail_on = "error"', 1, "fail_on: there is no such setting", "did you mean 'fail-on'?"),
        ('\n\nfail-on = "fatal"', 3, "fail-on: must be one of note, warning, error, not 'fatal'", ""),
        ("exclude = 'drafts'", 1, "exclude: must be a list of texts, not 'drafts'", ""),
        ("\nexclude = ['a', '!']", 2, "exclude: '!' is no pattern of files", "as in a .gitignore file"),
        ("[[files]]\nmatch = ['a\\']", 2, r"match: 'a\\' is no pattern of files", ""),
        ("exclude = [1]", 1, "exclude: must be a list of texts, not [1]", ""),
        ("respect-gitignore = 1", 1, "respect-gitignore: must be true or false, not 1", ""),
        ("rule = 3", 1, "rule: must be a table, not 3", ""),
        ("[rule.a]\nlevel = 'x'", 2, "rule.a.level: there is no such setting", "there are: enabled"),
        ("[rule]\na = 3", 2, "rule.a: must be a table, not 3", ""),
        ("[rule.a]\ntolerance = { aprox = 1 }", 2, "rule.a.tolerance.aprox: there is no such", "'approx'"),
        ("[rule.a.tolerance]\napprox = -0.1", 2, "approx: must be a number that is not negative", ""),
        ("[rule.a.tolerance]\napprox = true", 2, "approx: must be a number that is not negative", ""),
        ("[rule.a.tolerance]\napprox = nan", 2, "approx: must be a number that is not negative", ""),
        ("x = [\n1,\n", 2, "this is not valid TOML", ""),
        ("a = 1\nb = \n", 2, "this is not valid TOML", ""),
    ],
)
def test_a_mistake_is_told_with_file_line_key_and_hint(
    tmp_path: Path, text: str, line: int, message: str, hint: str
) -> None:
    path = write(tmp_path / "claimcheck.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path)
    error = caught.value
    assert error.path == str(path)
    assert message in error.message
    assert hint in error.hint
    assert error.hint
    assert error.line == line


def test_a_key_in_pyproject_is_told_in_full(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.claimcheck]\nfailon = 1\n")
    with pytest.raises(ConfigError, match=r"tool\.claimcheck\.failon"):
        load_settings(tmp_path)


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path, tmp_path / "none.toml")
    assert caught.value.code == "config-unreadable"


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_bytes(b'exclude = ["\xff"]')
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path)
    assert caught.value.code == "config-not-utf-8"
