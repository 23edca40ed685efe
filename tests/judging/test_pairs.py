"""Pairs of short texts: how often the judgement of two documents is the one a careful reader would give.

`pairs.toml` grew with the rules; `pairs_apart.toml` was written apart from them, and says how well they do on English
that they were not made for. As a script, `python tests/judging/test_pairs.py` prints the figures for each phenomenon
and each label, with `--corpus pairs_apart` those of the other corpus; `--show LABEL` prints the pairs that should have
got the label and did not, and those that wrongly got it, with the claims read from both texts.
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
FLOORS: dict[tuple[str, str], tuple[float, float]] = {
    ("pairs", "agree"): (0.92, 0.72),
    ("pairs", "contradict"): (0.90, 0.78),
    ("pairs", "neither"): (0.80, 0.92),
    ("pairs_apart", "agree"): (0.74, 0.45),
    ("pairs_apart", "contradict"): (0.91, 0.70),
    ("pairs_apart", "neither"): (0.57, 0.90),
}
CORPORA = ("pairs", "pairs_apart")


@cache
def cases(corpus: str = "pairs") -> list[dict[str, Any]]:
    return tomllib.loads((HERE / f"{corpus}.toml").read_text(encoding="utf-8"))["pair"]


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
def answers(corpus: str = "pairs") -> dict[str, str]:
    return {case["id"]: judged(case)[0] for case in cases(corpus)}


def precision_recall(label: str, corpus: str = "pairs") -> tuple[float, float]:
    given = {case["id"] for case in cases(corpus) if answers(corpus)[case["id"]] == label}
    true = {case["id"] for case in cases(corpus) if case["label"] == label}
    right = len(given & true)
    return right / max(len(given), 1), right / max(len(true), 1)


@pytest.mark.parametrize("corpus", CORPORA)
def test_material_is_sound(corpus):
    found = cases(corpus)
    assert len(found) >= 160
    assert len({case["id"] for case in found}) == len(found)
    assert {case["label"] for case in found} == set(LABELS)
    assert len({(case["a"], case["b"]) for case in found}) == len(found)
    by_phenomenon = collections.Counter(case["phenomenon"] for case in found)
    assert min(by_phenomenon.values()) >= 4


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("corpus", CORPORA)
def test_precision_and_recall(corpus, label):
    precision, recall = precision_recall(label, corpus)
    assert precision >= FLOORS[corpus, label][0]
    assert recall >= FLOORS[corpus, label][1]


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
    parser.add_argument("--corpus", choices=CORPORA, default="pairs")
    args = parser.parse_args()
    found, given = cases(args.corpus), answers(args.corpus)
    if args.show:
        for case in found:
            answer, report = judged(case)
            if answer != case["label"] and args.show in (answer, case["label"]):
                print(f"{case['id']}: want {case['label']}, got {answer} ({case['why']})")
                print(f"   a: {case['a']}\n   b: {case['b']}\n{describe(report)}")
    else:
        marks = collections.defaultdict(list)
        for case in found:
            marks[case["phenomenon"]].append(given[case["id"]] == case["label"])
        for name, got in sorted(marks.items(), key=lambda item: sum(item[1]) / len(item[1])):
            print(f"  {name:24} {sum(got):3}/{len(got)}")
    for label in LABELS:
        precision, recall = precision_recall(label, args.corpus)
        count = sum(case["label"] == label for case in found)
        print(f"{label:12} precision {precision:.3f}  recall {recall:.3f}  ({count} of {len(found)})")


if __name__ == "__main__":
    main()
