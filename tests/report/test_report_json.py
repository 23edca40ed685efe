"""The JSON report: lossless both ways, as its published schema says, and clear about what it cannot read."""

from __future__ import annotations

import datetime as dt
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import sample

from claimcheck.errors import ClaimcheckError
from claimcheck.records import (
    Claim,
    Document,
    Granularity,
    Kind,
    Modifier,
    Quantity,
    Section,
    Skip,
    Span,
    Status,
    TimeSpan,
)
from claimcheck.report import Report
from claimcheck.report.json import SCHEMA, claim_record, dumps, loads

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "schema" / "report.schema.json"


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """What a value has that the schema forbids; knows the keywords that our schema uses, and no others."""
    known = {"$ref", "$schema", "$defs", "title", "description", "format", "type", "properties", "required"}
    known |= {"additionalProperties", "items", "enum", "const", "anyOf", "pattern"}
    known |= {"minimum", "maximum", "minItems", "maxItems"}
    assert schema.keys() <= known, schema.keys() - known
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    if "anyOf" in schema:
        tried = [faults(value, one, root, at) for one in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    found: list[str] = []
    types = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "number": (int, float),
        "null": type(None),
    }
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(isinstance(value, types[name]) for name in names):
            return [f"{at}: {value!r} is no {names}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} is none of {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{at}: {value!r} is not {schema['const']!r}")
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at}: {value!r} does not match {schema['pattern']}")
    if isinstance(value, int | float):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            found.append(f"{at}: {value!r} is out of range")
    if isinstance(value, dict) and "properties" in schema:
        found += [f"{at}.{name}: missing" for name in schema.get("required", ()) if name not in value]
        if schema.get("additionalProperties") is False:
            found += [f"{at}.{name}: unknown" for name in value if name not in schema["properties"]]
        for name, one in schema["properties"].items():
            if name in value:
                found += faults(value[name], one, root, f"{at}.{name}")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at}: {len(value)} items")
        for number, one in enumerate(value):
            found += faults(one, schema.get("items", {}), root, f"{at}[{number}]")
    return found


def test_loading_gives_equal_records(report: Report) -> None:
    loaded = loads(report.to_json())
    assert loaded.claims == report.claims
    assert loaded.findings == report.findings
    assert loaded.skipped == report.skipped
    assert loaded.rules == report.rules
    for one, other in zip(loaded.documents, report.documents, strict=True):
        assert all(getattr(one, field.name) == getattr(other, field.name) for field in attrs.fields(Document))


def test_writing_what_was_loaded_gives_the_same_bytes(report: Report) -> None:
    text = report.to_json(indent=1)
    assert loads(text).to_json(indent=1) == text


def test_the_report_follows_its_schema(report: Report) -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert faults(json.loads(report.to_json()), schema, schema) == []


def test_the_schema_is_strict(report: Report) -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    data = json.loads(report.to_json())
    data["claims"][0]["kind"] = "guess"
    data["claims"][1]["unheard_of"] = 1
    del data["findings"][0]["message"]
    data["claims"][2]["quantity"]["low"] = 15
    assert len(faults(data, schema, schema)) == 4


def test_the_schema_names_every_field_of_the_records() -> None:
    defs = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))["$defs"]
    records = {"claim": Claim, "quantity": Quantity, "time": TimeSpan, "skip": Skip, "document": Document}
    for name, record in {**records, "section": Section, "span": Span}.items():
        assert {field.name for field in attrs.fields(record)} <= defs[name]["properties"].keys()
    for name, values in {
        "kind": Kind,
        "status": Status,
        "modifier": Modifier,
        "granularity": Granularity,
    }.items():
        assert defs[name]["enum"] == [one.value for one in values]


def test_claims_carry_their_place_and_quotation(report: Report) -> None:
    record = json.loads(report.to_json())["findings"][0]["claims"][1]
    assert (record["path"], record["line"], record["column"]) == ("docs/audit.txt", 3, 24)
    assert record["quote"].startswith("Across both ports only nine berths")
    assert record["quantity"]["low"] == "9"
    assert record["when"]["start"] == "2019-01-01"


def test_big_numbers_are_written_out_and_huge_ones_are_not() -> None:
    base = sample()
    claim = attrs.evolve(base.claims[0], quantity=Quantity(Decimal("1.45E+7"), Decimal("1E+100000")))
    record = claim_record(base, claim)
    assert record["quantity"]["low"] == "14500000"
    assert record["quantity"]["high"] == "1E+100000"


def test_absolute_paths_become_relative_to_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = sample()
    folder = tmp_path / "a"
    folder.mkdir()
    monkeypatch.chdir(folder)
    documents = tuple(attrs.evolve(one, path=tmp_path / "b" / one.id) for one in base.documents)
    data = json.loads(attrs.evolve(base, documents=documents).to_json())
    assert data["claims"][0]["path"] == "../b/docs/harbour.md"
    assert data["claims"][0]["document"] == "docs/harbour.md"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "report-malformed"),
        ("[]", "report-malformed"),
        ("{}", "report-malformed"),
        ('{"schema": "claimcheck-report/99"}', "report-schema"),
        (f'{{"schema": "{SCHEMA}"}}', "report-malformed"),
        (
            f'{{"schema": "{SCHEMA}", "documents": [1], "claims": [], "findings": [], "skipped": []}}',
            "report-malformed",
        ),
    ],
)
def test_what_is_no_report_is_refused(text: str, code: str) -> None:
    with pytest.raises(ClaimcheckError) as caught:
        loads(text)
    assert caught.value.code == code


@pytest.mark.parametrize("field", ["claims", "findings"])
def test_a_wrong_value_deep_inside_is_refused(report: Report, field: str) -> None:
    data = json.loads(report.to_json())
    claim = data["claims"][0] if field == "claims" else data["findings"][0]["claims"][0]
    claim["quantity"]["low"] = "twelve"
    with pytest.raises(ClaimcheckError):
        loads(json.dumps(data))


DECIMALS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
DATES = st.none() | st.dates(dt.date(1, 1, 1))
TEXTS = st.text(max_size=12)
CLAIMS = st.builds(
    Claim,
    kind=st.sampled_from(Kind),
    text=TEXTS,
    span=st.just(Span(2, 5)),
    document=st.just("d"),
    quantity=st.none()
    | st.builds(
        Quantity,
        DECIMALS,
        DECIMALS,
        st.none() | TEXTS,
        st.sampled_from(Modifier),
        precision=DECIMALS,
        per=st.none() | TEXTS,
        out_of=DECIMALS,
        direction=st.sampled_from([-1, 0, 1]),
        role=TEXTS,
        version=st.none() | TEXTS,
    ),
    measure=TEXTS,
    core=TEXTS,
    about=st.lists(TEXTS, max_size=3).map(tuple),
    roles=st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    when=st.none()
    | st.builds(TimeSpan, DATES, DATES, st.sampled_from(Granularity), st.sampled_from(Modifier), st.none() | TEXTS),
    place=st.none() | TEXTS,
    attribution=st.none() | TEXTS,
    status=st.sampled_from(Status),
    confidence=st.floats(0, 1),
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    fingerprint=TEXTS,
)


@settings(deadline=None)
@given(st.lists(CLAIMS, max_size=3), st.text())
def test_any_claims_and_any_text_survive(claims: list[Claim], text: str) -> None:
    report = Report((Document("d", text), Document("e", "")), tuple(claims), (), (Skip("d", text, Span(0, 1)),))
    loaded = loads(dumps(report).encode("utf-8", "backslashreplace").decode("utf-8"))
    assert loaded.claims == report.claims
    assert loaded.skipped == report.skipped
    assert loaded.documents[0].text == text
