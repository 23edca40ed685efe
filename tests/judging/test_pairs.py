"""Pairs of short texts: how often the judgement of two documents is the one a careful reader would give.

As a script, `python tests/judging/test_pairs.py` prints the figures for each phenomenon and each label;
`--show LABEL` prints the pairs that should have got the label and did not, and those that wrongly got it, with the
claims read from both texts.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import pathlib
import tomllib
from functools import cache
from typing import Any

import pytest

from claimcheck.pipeline import check
from claimcheck.records import Document

HERE = pathlib.Path(__file__).resolve().parent
LABELS = ("agree", "contradict", "neither")

# What is reached less a margin of about two pairs: (precision, recall) of each label.
FLOORS: dict[str, tuple[float, float]] = {
    "agree": (0.92, 0.72),
    "contradict": (0.93, 0.79),
    "neither": (0.78, 0.94),
}


@cache
def cases() -> list[dict[str, Any]]:
    return tomllib.loads((HERE / "pairs.toml").read_text(encoding="utf-8"))["pair"]


def judged(case: dict[str, Any]) -> tuple[str, Any]:
    """The label that the findings across the two texts amount to, and the report itself."""
    published: tuple[dt.date | None, dt.date | None] = (case.get("a_date"), case.get("b_date"))
    report = check(
        [
            Document.from_text(case["a"], id="a", published=published[0]),
            Document.from_text(case["b"], id="b", published=published[1]),
        ]
    )
    found = {f.relation.value for f in report.findings if len({c.document for c in f.claims}) > 1}
    answer = "contradict" if "contradicts" in found else "agree" if "agrees" in found else "neither"
    return answer, report


@cache
def answers() -> dict[str, str]:
    return {case["id"]: judged(case)[0] for case in cases()}


def precision_recall(label: str) -> tuple[float, float]:
    given = {case["id"] for case in cases() if answers()[case["id"]] == label}
    true = {case["id"] for case in cases() if case["label"] == label}
    right = len(given & true)
    return right / max(len(given), 1), right / max(len(true), 1)


def test_material_is_sound():
    assert len(cases()) >= 160
    assert len({case["id"] for case in cases()}) == len(cases())
    assert {case["label"] for case in cases()} == set(LABELS)
    assert len({(case["a"], case["b"]) for case in cases()}) == len(cases())
    by_phenomenon = collections.Counter(case["phenomenon"] for case in cases())
    assert min(by_phenomenon.values()) >= 4


@pytest.mark.parametrize("label", LABELS)
def test_precision_and_recall(label):
    precision, recall = precision_recall(label)
    assert precision >= FLOORS[label][0]
    assert recall >= FLOORS[label][1]


def test_order_of_documents_does_not_matter():
    for case in cases()[::7]:
        swapped = {**case, "a": case["b"], "b": case["a"], "a_date": case.get("b_date"), "b_date": case.get("a_date")}
        assert judged(swapped)[0] == answers()[case["id"]], case["id"]


def describe(report: Any) -> str:
    lines = []
    for c in report.claims:
        when = f"{c.when.start}..{c.when.end} {c.when.relative or ''}".strip() if c.when else "-"
        unit = c.quantity.unit if c.quantity else ""
        lines.append(
            f"      {c.document}: {c.text!r} {c.kind.value} {unit or ''} measure={c.measure!r} head={c.head!r} "
            f"about={c.about} roles={c.roles} when={when} event={c.event!r} {c.status.value} "
            f"scope={c.scope} terms={c.terms}" + (f" by={c.attribution!r}" if c.attribution else "")
        )
    for f in report.findings:
        reasons = "; ".join(f"{r.test}:{r.outcome.value}:{r.text}" for r in f.reasons)
        lines.append(f"      -> {f.relation.value} {f.rule}: {f.message} [{reasons}]")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", choices=LABELS)
    args = parser.parse_args()
    if args.show:
        for case in cases():
            answer, report = judged(case)
            if answer != case["label"] and args.show in (answer, case["label"]):
                print(f"{case['id']}: want {case['label']}, got {answer} ({case['why']})")
                print(f"   a: {case['a']}\n   b: {case['b']}\n{describe(report)}")
    else:
        marks = collections.defaultdict(list)
        for case in cases():
            marks[case["phenomenon"]].append(answers()[case["id"]] == case["label"])
        for name, got in sorted(marks.items(), key=lambda item: sum(item[1]) / len(item[1])):
            print(f"  {name:24} {sum(got):3}/{len(got)}")
    for label in LABELS:
        precision, recall = precision_recall(label)
        count = sum(case["label"] == label for case in cases())
        print(f"{label:12} precision {precision:.3f}  recall {recall:.3f}  ({count} of {len(cases())})")


if __name__ == "__main__":
    main()
