"""The public names: all there, loaded when used, never hidden by sub-packages of the same names."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import claimcheck


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", claimcheck.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(claimcheck, name) is not None
    assert name in dir(claimcheck)


def test_what_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = claimcheck.nothing  # type: ignore[attr-defined]


def test_importing_the_package_loads_no_stage() -> None:
    code = "import sys, claimcheck; print([m for m in sys.modules if m.startswith('claimcheck.')])"
    assert run(code) == "['claimcheck.version']\n"


@pytest.mark.parametrize(
    "first",
    [
        "import claimcheck.extract.tokens, claimcheck.read.decode",
        "from claimcheck.extract import scan_unit; from claimcheck.read import find_files",
        "import claimcheck.pipeline, claimcheck.read, claimcheck.extract",
        "from claimcheck.records import Span",
        "import claimcheck; claimcheck.check([])",
        "import claimcheck; claimcheck.read; import claimcheck.read",
    ],
)
def test_functions_stay_functions_whatever_was_imported_first(first: str) -> None:
    code = f"{first}\nimport claimcheck\nprint(claimcheck.extract.__module__, claimcheck.read.__module__)"
    assert run(code) == "claimcheck.pipeline claimcheck.read\n"


def test_stage_modules_can_still_be_imported_by_name() -> None:
    code = "import claimcheck as c; c.read; from claimcheck.read.decode import decode; print(decode(b'x', 'y'))"
    assert run(code) == "x\n"


def test_extract_takes_a_text_or_a_document() -> None:
    text = "The council planted 12,500 trees in 2019."
    claims = claimcheck.extract(text)
    (trees,) = [claim for claim in claims if claim.kind is claimcheck.Kind.COUNT]
    assert trees.text == "12,500"
    assert trees.quantity is not None
    assert int(trees.quantity.low or 0) == 12_500
    document = claimcheck.Document.from_text(text, id="council")
    assert [claim.document for claim in claimcheck.extract(document)] == ["council"] * len(claims)
    assert document.text[trees.span.start : trees.span.end] == "12,500"


def test_check_reports_on_documents_and_refuses_twins() -> None:
    one = claimcheck.Document.from_text("The lake holds 40 islands.", id="a")
    two = claimcheck.Document.from_text("The lake holds 12 islands.", id="b")
    report = claimcheck.check([one, two])
    assert isinstance(report, claimcheck.Report)
    assert [document.id for document in report.documents] == ["a", "b"]
    assert json.loads(report.to_json())["summary"]["documents"] == 2
    with pytest.raises(claimcheck.errors.ClaimcheckError, match="two documents have the id 'a'"):
        claimcheck.check([one, one])


def test_a_document_that_stops_a_stage_is_skipped_and_the_others_are_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from claimcheck import pipeline

    whole = pipeline.segment

    def broken(document: claimcheck.Document) -> object:
        if document.id == "bad":
            raise RuntimeError("boom")
        return whole(document)

    monkeypatch.setattr(pipeline, "segment", broken)
    good = claimcheck.Document.from_text("The lake holds 40 islands.", id="good")
    bad = claimcheck.Document.from_text("The lake holds 41 islands.", id="bad")
    report = claimcheck.check([bad, good])
    assert [document.id for document in report.documents] == ["good"]
    assert report.claims
    (skip,) = report.unread
    assert (skip.document, skip.code) == ("bad", "internal-error")
    assert "RuntimeError: boom" in skip.reason


def test_a_real_report_survives_json() -> None:
    from claimcheck.report.json import loads

    texts = {
        "a": "The Tarnow mill employed about 240 workers in 2018, up 12% from 2017.",
        "b": "In 2018 the Tarnow mill had 310 workers, who produced 4.5 million metres of cloth.",
    }
    report = claimcheck.check([claimcheck.Document.from_text(text, id=id) for id, text in texts.items()])
    assert report.findings
    loaded = loads(report.to_json())
    assert loaded.claims == report.claims
    assert loaded.findings == report.findings
    assert loaded.skipped == report.skipped
