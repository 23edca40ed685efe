"""``claimcheck explain`` and ``extract --explain`` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_cli import MILL, OTHER, invoke

SHEEP = "The parish of Kelmet counted about 2,000 sheep in 1900.\n"
FEWER = "In 1900 the parish of Kelmet counted 1,412 sheep.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("mill.md", MILL), ("other.md", OTHER), ("sheep.md", SHEEP), ("fewer.md", FEWER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def fingerprints() -> dict[str, str]:
    """Fingerprint by the text of a claim, of every finding."""
    found = json.loads(invoke("report", ".", "--format", "json")[1])["findings"]
    return {claim["text"]: one["fingerprint"] for one in found for claim in one["claims"]}


def test_a_finding_is_explained_to_the_last_step(here: Path) -> None:
    print_ = fingerprints()["1,412"]
    code, out, err = invoke("explain", print_)
    assert (code, err) == (0, "")
    lines = [line.strip() for line in out.splitlines()]
    assert lines[1] == f"contradicts, error, {print_}"
    assert "sheep.md:1:30" in lines
    assert "│ The parish of Kelmet counted about 2,000 sheep in 1900." in lines
    assert any(line.startswith("same") and "time" in line and "1900" in line for line in lines)
    assert "approximate: 10 %, the rule's tolerance, either way" in lines
    assert "so [1,800, 2,200]" in lines
    assert "no value lies in both: they are 388 apart" in lines
    assert lines[-1] == "docs/rules/value-conflict.md"


def test_the_fingerprints_that_report_and_check_print_are_enough(here: Path) -> None:
    print_ = fingerprints()["240"]
    assert f"    explain: {print_[:8]}" in invoke("check", ".")[1].splitlines()
    assert print_[:8] in invoke("report", ".")[1]
    assert invoke("explain", print_[:8], ".")[1] == invoke("explain", print_.upper())[1]


def test_an_agreement_has_its_fingerprint_in_the_report(here: Path) -> None:
    (here / "other.md").write_text("In 2018 the Tarnow mill had 240 workers.\n", encoding="utf-8")
    print_ = fingerprints()["240"]
    assert f"[{print_[:8]}]" in invoke("report", ".")[1]
    assert "\nagrees, note, " in invoke("explain", print_)[1]


def test_what_no_finding_has_exits_2_and_names_the_nearest(here: Path) -> None:
    print_ = fingerprints()["240"]
    wrong = print_[:7] + ("0" if print_[7] != "0" else "1")
    code, out, err = invoke("explain", wrong)
    assert (code, out) == (2, "")
    assert f"no finding has the fingerprint '{wrong}' among 2 findings" in err
    assert print_[:8] in err
    code, _, err = invoke("explain", "zz")
    assert code == 2
    assert "near it" not in err
    code, _, err = invoke("explain", "")
    assert code == 2


def test_a_prefix_of_several_asks_for_more(here: Path) -> None:
    from claimcheck.cli.explain import _missed
    from claimcheck.findings.fingerprint import matching
    from claimcheck.pipeline import check
    from claimcheck.read import read

    report = check([read(here / name) for name in ("mill.md", "other.md", "sheep.md", "fewer.md")])
    assert matching(report.findings, report.findings[0].fingerprint) == [report.findings[0]]
    error = _missed(report, list(report.findings), "")
    assert error.code == "many-findings"
    assert all(one.fingerprint[:8] in error.hint for one in report.findings)


def test_a_suppressed_finding_is_still_explained(here: Path) -> None:
    print_ = fingerprints()["240"]
    comment = "<!-- claimcheck: ignore value-conflict: counted on two days -->\n"
    (here / "mill.md").write_text(comment + MILL, encoding="utf-8")
    assert print_[:8] not in invoke("check", ".")[1]
    assert invoke("explain", print_)[0] == 0


def test_extract_explains_which_words_gave_which_field(here: Path) -> None:
    code, out, err = invoke("extract", "--explain", "mill.md")
    assert (code, err) == (0, "")
    rows = [tuple(part.strip() for part in line.split("  ") if part.strip()) for line in out.splitlines()]
    assert ("value", "240, exact", "“240”") in rows
    words = "“Tarnow”, “mill”, “employed”, “workers”: the noun after the number"
    assert ("measure", "workers employed by tarnow mill", words) in rows
    assert ("about", "Tarnow mill", "“Tarnow mill”: the clause") in rows
    assert ("when", "2018-01-01 to 2018-12-31, year, exact", "“2018”") in rows
    assert ("event", "employ", "“employed”") in rows


@pytest.mark.parametrize("place", ["mill.md:1:26", "mill.md:1:27", "./mill.md:1:20"])
def test_a_claim_is_picked_by_its_place(here: Path, place: str) -> None:
    out = invoke("extract", "--at", place, ".")[1]
    assert out.startswith("mill.md:1:26  ")
    assert out.count("  kind ") == 1


def test_a_claim_is_picked_by_its_fingerprint_and_a_line_holds_several(here: Path) -> None:
    first = json.loads(invoke("extract", "--format", "jsonl", "mill.md")[1].splitlines()[0])
    assert invoke("extract", "--at", first["fingerprint"][:8], "mill.md")[1].startswith(f"mill.md:1:{first['column']} ")
    assert invoke("extract", "--at", "mill.md:1", "mill.md")[1].count("  kind ") == 2


def test_a_place_without_a_claim_exits_2(here: Path) -> None:
    for place in ("mill.md:9", "nowhere.md:1:1", "ffffffffffffffff"):
        code, out, err = invoke("extract", "--at", place, ".")
        assert (code, out) == (2, "")
        assert place in err
    assert invoke("extract", "--explain", "--format", "csv", ".")[0] == 2
